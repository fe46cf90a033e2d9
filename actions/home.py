"""Topics about choosing together with those at home (capabilities.md, parent_help and enc_first_in_family)."""

from __future__ import annotations

from actions.answer import Answer
from actions.lists import says
from actions.question import Question
from actions.registry import say_text, topic
from study_catalogue import Catalogue


@topic("parent_help")
def parent_help(question: Question, catalogue: Catalogue) -> Answer:
    return say_text(question, catalogue, _key(question))


@topic("enc_first_in_family")
def first_in_family(question: Question, catalogue: Catalogue) -> Answer:
    return say_text(question, catalogue, _key(question))


def _key(question: Question) -> str:
    """A pupil whose parents think otherwise ("mijn papa zegt dat …") is told how to talk with them about it."""
    disagree = question.audience == "pupil" and says(question, "home") and says(question, "objects")
    return "home" if disagree else "answer"
