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


def test_a_pace_for_a_class_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("WIDGET_PER_CONVERSATION", "WIDGET_PER_ADDRESS", "REST_PER_ADDRESS", "TRUSTED_PROXIES"):
        monkeypatch.setenv(name, "")
    rates = environment.widget_rates()
    assert rates.conversation >= 20 and rates.address >= 30 * 10
    assert (environment.rest_rate(), environment.trusted_proxies()) == (0, ())


def test_the_pace_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WIDGET_PER_CONVERSATION", "5")
    monkeypatch.setenv("WIDGET_PER_ADDRESS", "0")
    assert environment.widget_rates() == environment.Rates(5, 0)


@pytest.mark.parametrize("value", ["-1", "1.5", "veel", "²"])
def test_half_a_number_is_refused(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("REST_PER_ADDRESS", value)
    with pytest.raises(ValueError, match="REST_PER_ADDRESS"):
        environment.rest_rate()


def test_proxies_are_addresses_or_networks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRUSTED_PROXIES", "127.0.0.1, 10.0.0.0/8,::1")
    assert [str(proxy) for proxy in environment.trusted_proxies()] == ["127.0.0.1/32", "10.0.0.0/8", "::1/128"]


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
