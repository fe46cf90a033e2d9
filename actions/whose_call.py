"""In which form the help of topic `distress` is told: to who is in need, to a parent, or about somebody else."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.patterns import whole
from actions.question import Question
from actions.texts import texts_of
from study_catalogue.text import fold

TOPIC = "distress"
OTHER = "other"  # the text about somebody else
OWN = "answer"


def form_of_help(question: Question) -> str:
    """The text of the topic; an adult's own form speaks of a child or a pupil already.

    When in doubt it is who writes that is in need.
    """
    return OTHER if question.audience == "pupil" and _of_somebody_else(question.whole) else OWN


def to_who_writes(question: Question) -> Question:
    """Who writes "ik wil dood" in a talk that a parent began is spoken to as a pupil: many share a computer.

    "Een leerling van mij wordt thuis geslagen" is written at a school.
    """
    if question.audience == "pupil" and _found("of_pupils").search(fold(question.whole)):
        return replace(question, audience="staff")
    own = not question.introduced and _of_oneself(question.whole)
    return replace(question, audience="pupil") if own else question


def _of_somebody_else(text: str) -> bool:
    """ "Hij snijdt zichzelf", "mijn vriendin wil dood": somebody is spoken of, and the writer only tells it."""
    told = _told(text)
    return bool(_found("somebody").search(told)) and not _found("myself").search(told)


def _of_oneself(text: str) -> bool:
    told = _told(text)
    others = _found("somebody").search(told) or _found("child").search(told)
    return bool(_found("myself").search(told)) and not others


def _told(text: str) -> str:
    return _found("kin").sub("hij", _found("led_in").sub("", fold(text)))


def _found(kind: str) -> re.Pattern[str]:
    return whole(texts_of(TOPIC).words[kind])
