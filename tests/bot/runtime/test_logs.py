from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from typing import Any
from unittest.mock import AsyncMock

import pytest
import structlog
from rasa.utils.log_utils import configure_structlog

from bot.channels.rest import RestDoor
from bot.runtime import logs


def test_words_are_taken_out_of_rasas_lines() -> None:
    line = {"event": "message.parsing.failed", "user_text": "geheim", "a_new_field": ["geheim"], "action_name": "a"}
    assert logs.without_words(None, "warning", line) == {"event": "message.parsing.failed", "action_name": "a"}


def failing_line(logger: Any, how: str) -> None:
    try:
        raise ValueError("geheim")
    except ValueError as error:
        forms: dict[str, Any] = {"true": True, "error": error, "tuple": sys.exc_info()}
        if how == "exception":
            logger.exception("it.failed")
        else:
            logger.error("it.failed", exc_info=forms[how])


HOW = ["exception", "true", "error", "tuple"]


@pytest.fixture
def rasas_own() -> Iterator[None]:
    """The logs as Rasa sets them up."""
    configured = structlog.get_config()
    configure_structlog(logging.INFO)
    yield
    structlog.configure(**configured)


@pytest.fixture
def shown(rasas_own: None, caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    logs.keep_words_out()
    return caplog


@pytest.mark.parametrize("how", HOW)
def test_an_error_in_a_structured_line_is_its_type(shown: pytest.LogCaptureFixture, how: str) -> None:
    failing_line(structlog.get_logger("test"), how)
    assert "it.failed" in shown.text and "ValueError" in shown.text
    assert "geheim" not in shown.text


@pytest.mark.parametrize("how", HOW)
def test_an_error_in_a_plain_line_is_its_type_and_place(shown: pytest.LogCaptureFixture, how: str) -> None:
    failing_line(logging.getLogger("test"), how)
    assert "it.failed" in shown.text and "ValueError" in shown.text and "test_logs.py" in shown.text
    assert "ValueError: geheim" not in shown.text


@pytest.mark.usefixtures("rasas_own")
def test_a_logger_that_was_used_before_keeps_words_out_too(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    logger = structlog.get_logger("test")
    logger.info("first", text="geheim")
    assert "geheim" in caplog.text
    caplog.clear()
    logs.keep_words_out()
    logger.warning("second", text="geheim")
    assert "second" in caplog.text and "geheim" not in caplog.text


@pytest.mark.usefixtures("rasas_own")
def test_the_rest_door_keeps_words_out() -> None:
    """Under `rasa run` nothing else of ours is called before the first message."""
    for _ in range(2):
        RestDoor().blueprint(AsyncMock())
        assert structlog.get_config()["processors"].count(logs.without_words) == 1


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
