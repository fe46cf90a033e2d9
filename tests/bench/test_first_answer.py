from __future__ import annotations

import pytest

from actions.answer import Answer, Choice
from bench.first_answer import First, Outcome, first_messages, outcome

JOBS = (Choice("Welke jobs?", "option_jobs"),)


def row(expect: str = "answer", *topics: str) -> First:
    return First("…", topics or ("option_jobs",), expect, "pupil")


@pytest.mark.parametrize(
    "message, answer, expected",
    [
        (row(), Answer("option_jobs", "answer", "…"), "right"),
        (row(), Answer("option_info", "answer", "…"), "wrong"),
        (row(), Answer("option_info", "clarify", "…", choices=JOBS), "one question"),
        (row(), Answer("option_jobs", "ask", "…"), "one question"),
        (row(), Answer("option_info", "clarify", "…"), "refused"),
        (row(), Answer("out_of_scope", "fallback", "…"), "refused"),
        (row("unknown"), Answer("out_of_scope", "fallback", "…"), "right"),
        (row("unknown"), Answer("option_info", "answer", "…"), "wrong"),
        (row("ask"), Answer("option_info", "clarify", "…"), "right"),
        (row("answer", "help_choose"), Answer("help_choose", "ask", "…"), "right"),
        (row("answer", "handover"), Answer("handover", "handover", "…"), "right"),
    ],
)
def test_an_answer_serves_or_not(message: First, answer: Answer, expected: Outcome) -> None:
    assert outcome(message, answer) == expected


def test_every_message_has_a_topic_and_what_to_expect() -> None:
    rows = first_messages()
    assert len(rows) >= 300
    assert all(row.topics and row.expect in ("answer", "ask", "unknown") for row in rows)
