from __future__ import annotations

import logging

import pytest

from actions import registry
from actions.answer import Answer
from actions.question import Question
from study_catalogue import Catalogue


def test_an_error_becomes_an_apology_and_the_words_are_not_logged(
    talk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(question: Question, catalogue: Catalogue) -> Answer:
        raise ValueError(question.text)

    monkeypatch.setitem(registry._handlers, "option_info", broken)
    with caplog.at_level(logging.DEBUG):
        answer = talk("option_info", text="mijn geheim")
    assert answer.kind == "fallback" and answer.topic == "option_info" and "CLB" in answer.text
    assert "option_info" in caplog.text and "ValueError" in caplog.text and "geheim" not in caplog.text


def test_an_unknown_topic_is_nonsense(talk) -> None:
    assert talk("nlu_fallback").topic == "nonsense"


def test_a_topic_has_one_function() -> None:
    with pytest.raises(ValueError, match="two functions"):
        registry.topic("option_info")(lambda question, catalogue: Answer("x", "answer", ""))
