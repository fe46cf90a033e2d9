"""The lines for long steps."""

from __future__ import annotations

import re

import pytest

from bot.runtime.progress import step


def test_a_step_is_told_at_once_and_timed_when_done(capsys: pytest.CaptureFixture[str]) -> None:
    with step("Loading"):
        assert capsys.readouterr().err == "Loading … "
    told = capsys.readouterr()
    assert re.fullmatch(r"\d+\.\d s\n", told.err)
    assert told.out == ""


def test_a_step_that_fails_is_never_called_done(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ValueError), step("Loading"):
        raise ValueError
    assert capsys.readouterr().err == "Loading … "
