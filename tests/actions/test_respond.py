from __future__ import annotations

import logging

import pytest

from actions import registry
from actions.answer import Answer
from actions.question import Question
from actions.respond import respond
from study_catalogue import Catalogue, open_catalogue


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


@pytest.mark.parametrize(
    ("topic", "sure", "text", "meant"),
    [
        ("adult_leave", True, "heb ik recht op opleidingsverlof als ik avondschool volg", "adult_leave"),
        ("clarify", False, "kan ik als volwassene avondschool volgen", "adult_switch"),
        ("option_entry", True, "ik zit in het 3de met een C-attest, kan ik naar het 4de hout", "option_entry"),
        ("option_entry", False, "ik zit in het 3de met een C-attest, kan ik naar het 4de hout", "attestation"),
    ],
)
def test_words_change_no_topic_that_the_models_hardly_doubt(topic: str, sure: bool, text: str, meant: str) -> None:
    asked = Question(topic, text, first_turn=True, sure=sure)
    assert respond(asked, open_catalogue()).topic == meant


def test_a_row_that_insists_does() -> None:
    asked = Question(
        "dual_stop", "ik heb een baas gevonden maar mijn school doet geen duaal. Wat nu?", first_turn=True, sure=True
    )
    assert respond(asked, open_catalogue()).topic == "dual_workplace"
