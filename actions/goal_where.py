"""Where a study can be followed that somebody wants to reach, not the study that they are in: `data/goals.yml`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from actions.follow_ups import table as follow_ups
from actions.goals import Where, is_at_school, table
from actions.names import is_higher
from actions.patterns import finds, finds_of, plain, whole
from actions.places import province_towns
from actions.question import Mention, Question
from study_catalogue import Catalogue
from study_catalogue.text import fold

TOPIC = "option_where"
YOUNGEST = 14  # years; who is younger and wants the stars looks for something to do
ABOUT = ("option", "job", "theme", "level")


def as_goal_where(question: Question, catalogue: Catalogue) -> Question:
    """The question as one for the places of the goal; the question itself when it is no such."""
    text, read = fold(question.whole), table().where
    if question.context.get("guide") or question.topic not in follow_ups().loose | read.taken_for:
        return question
    if not _asks_where(question, catalogue, text) or any(age < YOUNGEST for age in question.ages):
        return question
    school = [mention for mention in question.named("option") if is_at_school(mention, catalogue)]
    own = [mention for mention in school if _is_own(mention, text)]
    higher = _goals(question, catalogue, school) or _by_subject(read, text)
    goals = higher or _others(school, own)
    told = len(own) == len(school) or not higher
    if not goals or not told or not (own or goals[0].basis == "choice"):
        return question
    others = question.without(*ABOUT)
    return replace(question, topic=TOPIC, mentions=(*goals, *others))


def _asks_where(question: Question, catalogue: Catalogue, text: str) -> bool:
    read = table().where
    names = (name.replace("-", "[- ]?") for name, _ in province_towns(catalogue))
    there = bool(question.named("place")) or finds(names, text)
    return (finds(read.asks, text) or (there and finds(read.asks_there, text))) and not finds(read.without, text)


def _is_own(mention: Mention, text: str) -> bool:
    return bool(mention.text) and finds_of(table().where.own, text, study=plain(mention.text))


def _goals(question: Question, catalogue: Catalogue, school: Sequence[Mention]) -> list[Mention]:
    """Studies after secondary school; a word for one at school as well is none."""
    at_school = {mention.text for mention in school}
    higher = (mention for mention in question.named("option") if is_higher(catalogue, mention.value))
    return [mention for mention in higher if mention.text and mention.text not in at_school]


def _others(school: Sequence[Mention], own: Sequence[Mention]) -> list[Mention]:
    """Studies of secondary school beside one's own."""
    mine = {value for mention in own for value in (mention.value, *mention.candidates)}
    return [mention for mention in school if own and mention.value not in mine]


def _by_subject(read: Where, text: str) -> list[Mention]:
    """The study that a subject is, when studying is what is asked about."""
    if not finds(read.studying, text):
        return []
    found = chain.from_iterable(
        ((hit.start(), hit[0], option) for hit in whole(words).finditer(text)) for option, words in read.studies.items()
    )
    first = min(found, default=None)
    return [Mention("option", first[2], first[1], basis="choice", at=first[0])] if first else []
