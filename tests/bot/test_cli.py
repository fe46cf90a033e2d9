"""The command line: which command does what, without starting it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot import cli
from bot.runtime import lean, training
from tests.bot.runtime.support import ROOT


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What `bot.server.serve` was called with."""
    from bot import server

    calls: list[Any] = []
    monkeypatch.setattr(server, "serve", lambda *arguments: calls.append(arguments))
    return calls


def test_serve_hands_on_its_options(tiny_model: Path, served: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLOWED_ORIGINS", "https://www.school.be")
    assert cli.main(["serve", "--port", "5", "--model", str(tiny_model), "--actions", "tiny_actions"]) == 0
    [(parts, credentials, host, port, allowed)] = served
    assert (parts.model, parts.actions, parts.endpoints) == (tiny_model, "tiny_actions", ROOT / "endpoints.yml")
    assert (credentials, host, port) == (ROOT / "credentials.yml", "127.0.0.1", 5)
    assert allowed == {"https://www.school.be"}


def test_only_this_machine_is_served_by_default(tiny_model: Path, served: list[Any]) -> None:
    cli.main(["serve", "--model", str(tiny_model)])
    assert served[0][2] == "127.0.0.1"


@pytest.mark.parametrize("command", ["serve", "shell"])
def test_no_model_is_told(command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(training, "newest_model", lambda _: None)
    assert cli.main([command]) == 1
    assert "python -m bot train" in capsys.readouterr().err


def test_an_older_model_is_used_and_told(
    tiny_model: Path, served: list[Any], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(training, "newest_model", lambda _: tiny_model)
    assert cli.main(["serve"]) == 0
    assert served[0][0].model == tiny_model
    assert f"{tiny_model.name} is older than its sources" in capsys.readouterr().err


def test_train_does_nothing_when_up_to_date(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(training, "model_path", lambda _: ROOT / "README.md")  # a file that is there
    monkeypatch.setattr(training, "train", lambda _: pytest.fail("trained"))
    assert cli.main(["train"]) == 0
    assert "up to date: README.md" in capsys.readouterr().out


@pytest.mark.parametrize("words", [["train", "--force"], ["train"]])
def test_train_trains(words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    missing = ROOT / "models" / "stempad-none.tar.gz"
    monkeypatch.setattr(training, "model_path", lambda _: missing)
    monkeypatch.setattr(training, "train", lambda _: missing)
    assert cli.main(words) == 0
    assert "Trained models/stempad-none.tar.gz" in capsys.readouterr().out


def test_a_training_that_fails_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def fail(_: Path) -> Path:
        raise training.TrainingFailed("code 1")

    monkeypatch.setattr(training, "train", fail)
    assert cli.main(["train", "--force"]) == 1
    assert "TrainingFailed: code 1" in capsys.readouterr().err


def test_rasas_own_commands_get_their_words_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    import rasa.__main__

    seen: list[list[str]] = []
    monkeypatch.setattr(rasa.__main__, "main", lambda: seen.append(sys.argv))
    monkeypatch.setattr(sys, "argv", ["pytest"])
    assert cli.main(["rasa", "data", "validate", "--help"]) == 0
    assert seen == [["rasa", "data", "validate", "--help"]]


@pytest.mark.parametrize("needed", [True, False])
def test_tensorflow_is_left_out_unless_needed(needed: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    left_out: list[bool] = []
    monkeypatch.setattr(lean, "needs_tensorflow", lambda _: needed)
    monkeypatch.setattr(lean, "leave_out_tensorflow", lambda: left_out.append(True))
    cli._lean_unless(ROOT / "config.yml")
    assert bool(left_out) is not needed


@pytest.mark.parametrize(("words", "code"), [(["--help"], 0), ([], 2), (["fly"], 2)])
def test_help_and_mistakes_need_no_rasa(words: list[str], code: int) -> None:
    program = "import sys; from bot.cli import main\ntry: main()\nfinally: print('rasa' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program, *words], cwd=ROOT, capture_output=True, text=True, env=dict(os.environ)
    )
    assert done.returncode == code and done.stdout.endswith("False\n")
