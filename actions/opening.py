"""What stands before the question of a message, thanks or a wish to leave the guided talk: `data/opening.yml`."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from actions.answer import Answer
from actions.patterns import finds
from actions.question import NAMES, Question
from actions.texts import Strict, texts_of
from study_catalogue.text import fold

LEFT = "left"  # in the context of a question: with it the guided talk was left
TALK = ("conversation", "encouragement")  # areas; a half about something else is a question
NAMED = "inform"  # of a message that names something
SURE = 0.3  # share at which a half is one
_CLAUSE = re.compile(r"[.,;:!?]|(?<!\w)(?:en|maar|ma)(?!\w)")
_EDGE = " .,;:!?"


class Table(Strict):
    """`data/opening.yml`, which says what each part means."""

    lead: tuple[str, ...]
    close: tuple[str, ...]
    polite: tuple[str, ...]
    polite_topics: frozenset[str]
    lets_go: tuple[str, ...]
    lets_go_alone: tuple[str, ...]
    goes_on: tuple[str, ...]
    asks: tuple[str, ...]
    wants_to_know: tuple[str, ...]


@lru_cache(maxsize=1)
def table() -> Table:
    return Table.of("opening.yml")


@lru_cache(maxsize=4)
def _opening(words: tuple[str, ...]) -> re.Pattern[str]:
    """These words at the start of a message, with what says nothing around them."""
    lead, close = "|".join(table().lead), "|".join(table().close)
    return re.compile(rf"(?:(?:{lead})[ .,!;:]+)*(?:{'|'.join(words)})(?:[ .,!]+(?:{close}))*(?:[ .,!?;:]+|$)")


def asks_something(text: str) -> bool:
    """Whether a clause of the (folded) text asks, though it does not begin with that."""
    if finds(table().wants_to_know, text):
        return True
    return any(_asking().match(clause) for clause in _CLAUSE.split(text))


@lru_cache(maxsize=1)
def _asking() -> re.Pattern[str]:
    """The start of a clause that asks."""
    lead, asks = "|".join(table().lead), "|".join(table().asks)
    return re.compile(rf"\s*(?:(?:{lead})\s+)*(?:{asks})(?!\w)")


def behind(words: tuple[str, ...], text: str) -> str | None:
    """What stands in the text behind these opening words; None when it does not begin with them."""
    found = _opening(words).match(fold(text)) if len(fold(text)) == len(text) else None
    return text[found.end() :].strip(_EDGE) if found else None


def lets_go(text: str) -> bool:
    """ "Stop met die vragen", "nee, geen vragen": leaves the guided talk and asks nothing else."""
    rest = behind((*table().lets_go, *table().lets_go_alone), text)
    whole = rest == "" or behind(table().lets_go, text) is not None or _is_cut(text, rest or "")
    return rest is not None and whole and not asks_something(fold(rest)) and not finds(table().goes_on, fold(rest))


def _is_cut(text: str, rest: str) -> bool:
    """ "Stop, ik ken mijn richting al", not "stop met die tips"."""
    return bool(rest) and text[: text.rfind(rest)].rstrip().endswith(tuple(".,!;:"))


def question_behind(question: Question) -> Question:
    """The question without its opening: the talk is left, and thanks are not what was asked."""
    rest = behind((*table().lets_go, *table().lets_go_alone), question.text) if question.context.get("guide") else None
    if rest and asks_something(fold(rest)):
        left = {**question.context, "guide": None, LEFT: True}
        return replace(question, text=rest, told="", context=left)
    return _without_thanks(question)


def _behind_thanks(text: str) -> str | None:
    """What stands behind all of the thanks: "merci, dat helpt al. Nog één ding: ..."."""
    rest = behind(table().polite, text)
    while rest:
        further = behind(table().polite, rest)
        if further is None:
            break
        rest = further
    return rest


def _without_thanks(question: Question) -> Question:
    """ "Merci, en waar kan ik dat doen?" """
    rest = _behind_thanks(question.text) if question.topic in table().polite_topics else None
    asks = rest and (asks_something(fold(rest)) or ("?" in question.text and question.topic == "thanks"))
    if not rest or not asks:
        return question
    halves = [name for name, share in question.halves if share >= SURE and texts_of(name).area not in TALK]
    readings = tuple(row for row in question.readings if texts_of(row[0]).area != "conversation")
    topic = halves[0] if halves else NAMED if any(map(question.named, NAMES)) else "clarify"
    return replace(question, topic=topic, text=rest, told="", readings=readings)


def as_left(question: Question, answer: Answer) -> Answer:
    """The answer, with the guided talk closed where the question left it."""
    closed = question.context.get(LEFT) and "guide" not in answer.remember
    return replace(answer, remember={**answer.remember, "guide": None}) if closed else answer
