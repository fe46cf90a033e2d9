from __future__ import annotations

import logging

import pytest

from actions import registry
from actions.answer import Answer, Choice, Item
from actions.plain import plain
from actions.question import Question
from study_catalogue import Catalogue, Source


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


def test_plain_holds_text_rows_and_sources() -> None:
    answer = Answer(
        "option_jobs",
        "answer",
        "Kijk eens.",
        items=(Item("Lasser", "metaal", ("knelpunt 2026", "duaal")), Item("Smid")),
        choices=(Choice("Meer", "more"),),
        sources=(Source("VDAB", 2026), Source("STEMpad", 2026, "inferred"), Source("zonder jaar", None)),
    )
    assert plain(answer).splitlines() == [
        "Kijk eens.",
        "",
        "- Lasser: metaal (knelpunt 2026, duaal)",
        "- Smid",
        "",
        "Bron: VDAB (2026)",
        "Bron: STEMpad (2026), nog niet bevestigd door een CLB-medewerker",
        "Bron: zonder jaar",
    ]
