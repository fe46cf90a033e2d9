"""Of the topics that a message may be about those that take what it names."""

from __future__ import annotations

from collections.abc import Sequence

from actions.hearing import tells_a_liking
from actions.question import NAMES, Question
from actions.texts import texts_of

SEVERAL = 2  # things named


def about_the_named(question: Question, readings: Sequence[str]) -> list[str]:
    """Where one takes what is named those about the talk itself go; where one takes several things also those that take
    fewer. What takes no thing at all stays.

    readings: topics, best first
    """
    talk = texts_of("clarify").words["talk"]
    named = things_named(question)
    taken = {name: _taken(name, named) for name in readings if name not in talk}
    most = max(taken.values(), default=0)
    if not most:
        return list(readings)
    return [name for name, count in taken.items() if most < SEVERAL or count == most or not texts_of(name).takes]


def about_all(question: Question, topic: str) -> bool:
    """Whether a study is named with something of another kind ("lassen", "genk"), and the topic takes all of it."""
    things, takes = things_named(question), {*texts_of(topic).takes}
    kinds = {frozenset(takes & kinds) for kinds in things}
    studies = any("option" in kinds for kinds in things)
    return studies and len(kinds) >= SEVERAL and frozenset() not in kinds


def things_named(question: Question) -> list[set[str]]:
    """The kinds of each thing: a word may be a subject and a study at once, but for who likes it it is a subject."""
    kinds: dict[str, set[str]] = {}
    for mention in question.mentions:
        kinds.setdefault(mention.text or mention.value, set()).add(mention.kind)
    liked = tells_a_liking(question.text)
    return [found - {*NAMES} if liked and "theme" in found else found for found in kinds.values()]


def _taken(topic: str, things: Sequence[set[str]]) -> int:
    takes = {*texts_of(topic).takes}
    return sum(not takes.isdisjoint(kinds) for kinds in things)
