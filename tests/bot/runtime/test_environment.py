from __future__ import annotations

import os
import subprocess
import sys

import pytest

from bot.runtime import environment
from tests.bot.runtime.support import ROOT


@pytest.mark.parametrize(
    ("value", "origins"),
    [
        ("", set()),
        ("*", set()),
        ("https://a.be", {"https://a.be"}),
        (" https://a.be/ , https://b.be:8443,", {"https://a.be", "https://b.be:8443"}),
    ],
)
def test_origins_are_an_exact_list(monkeypatch: pytest.MonkeyPatch, value: str, origins: set[str]) -> None:
    monkeypatch.setenv("ALLOWED_ORIGINS", value)
    assert environment.allowed_origins() == origins


def test_what_the_shell_sets_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TF_CPP_MIN_LOG_LEVEL", "0")
    monkeypatch.delenv("RASA_TELEMETRY_ENABLED")
    environment.prepare()
    assert os.environ["TF_CPP_MIN_LOG_LEVEL"] == "0"
    assert os.environ["RASA_TELEMETRY_ENABLED"] == "false"


def test_the_environment_is_set_before_rasa_is_imported() -> None:
    program = "import sys, bot.cli; print('rasa' in sys.modules, 'numpy' in sys.modules)"
    result = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert result.stdout.split() == ["False", "False"]
