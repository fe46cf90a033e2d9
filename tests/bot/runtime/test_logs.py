from __future__ import annotations

import logging

import pytest

from bot.runtime import logs


def test_words_are_taken_out_of_rasas_lines() -> None:
    line = {"event": "message.parsing.failed", "user_text": "geheim", "rasa_events": ["geheim"], "key": "action"}
    assert logs.without_words(None, "warning", line) == {"event": "message.parsing.failed", "key": "action"}


def test_a_failure_is_logged_without_its_message(caplog: pytest.LogCaptureFixture) -> None:
    try:
        raise ValueError("geheim")
    except ValueError as error:
        logs.log_failure(logging.getLogger("test"), "It went wrong", error)
    assert "ValueError" in caplog.text and "test_logs.py" in caplog.text
    assert "ValueError: geheim" not in caplog.text


@pytest.mark.parametrize("wished", ["DEBUG", "debug", "NOTSET", "", "x"])
def test_debug_cannot_be_switched_on(monkeypatch: pytest.MonkeyPatch, wished: str) -> None:
    monkeypatch.setenv("LOG_LEVEL", wished)
    logs.configure()
    assert logging.getLogger("rasa.core.processor").getEffectiveLevel() >= logging.INFO
