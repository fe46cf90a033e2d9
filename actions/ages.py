"""Ages that a message names in a way the understanding does not read, and those of no child: `data/ages.yml`."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from actions.patterns import begin_of, finds
from actions.question import Mention, Question
from actions.texts import Strict, texts_of
from study_catalogue.text import fold

AGE, PLACE = "age", "place"
ACADEMIES = "academies"
GROWN_UP = 20  # years
ADULTS = "adults"
CLAUSE = re.compile(r"[.,;!?]|\b(?:maar|en)\b")


class Table(Strict):
    """`data/ages.yml`, which says what each part means."""

    not_behind: str
    in_words: dict[str, int]
    read: tuple[str, ...]
    complaint: str
    asks_for: str
    grown_up: tuple[str, ...]

    def pattern(self, text: str) -> re.Pattern[str]:
        number = rf"(?P<age>\d{{1,2}}){self.not_behind}"
        word = f"(?P<age>{'|'.join(self.in_words)})"
        return re.compile(text.format(age=number, word=word))


@lru_cache(maxsize=1)
def table() -> Table:
    return Table.of("ages.yml")


@lru_cache(maxsize=1)
def _read() -> tuple[re.Pattern[str], ...]:
    return tuple(table().pattern(text) for text in table().read)


@lru_cache(maxsize=1)
def _complaint() -> re.Pattern[str]:
    text = table().complaint.replace("{age}", r"(?P<age>\d{1,2})")
    return re.compile(text)


def names_grown_up(question: Question) -> bool:
    """Whether an age past school is named: "is 45 niet te oud?" is about the speaker, not about a child."""
    return any(age >= GROWN_UP for age in question.ages)


def is_grown_up(question: Question) -> bool:
    """Whether who asks for nobody else names an age past school, or speaks of ways for adults: no pupil's tips."""
    if question.audience != "pupil":
        return False
    subject = str(question.context.get("subject") or "")
    told = names_grown_up(question) or finds(table().grown_up, fold(question.whole))
    return told or (bool(subject) and texts_of(subject).area == ADULTS)


def with_ages(question: Question) -> Question:
    """The question with the age of the child it speaks of, and without one that only a row of the list has."""
    if not question.text:
        return question
    question = _without_complaint(question)
    return question if question.named(AGE) else _with_age(question)


def _with_age(question: Question) -> Question:
    """A word for it ("zesjarigen") is then no unknown name."""
    text = question.whole.lower()
    hit = next((hit for pattern in _read() if (hit := pattern.search(text))), None)
    if hit is None:
        return question
    value = str(table().in_words.get(hit["age"], hit["age"]))
    kept = tuple(m for m in question.mentions if m.kind != "unknown" or fold(m.text) not in fold(hit[0]))
    return replace(question, mentions=(*kept, Mention(AGE, value, hit["age"], at=hit.start("age"))))


def _without_complaint(question: Question) -> Question:
    """ "Dat ding in Genk is vanaf 7": neither the age nor the place is what is looked for."""
    subject = str(question.context.get("subject") or "")
    text = question.whole.lower()
    hit = _complaint().search(text) if subject and texts_of(subject).area == ACADEMIES else None
    if hit is None or re.search(table().asks_for, hit[0]):
        return question
    start = begin_of(CLAUSE, text, hit.start())
    gone = [m for m in question.mentions if m.kind in (AGE, PLACE) and start <= m.at < hit.end()]
    return replace(question, mentions=tuple(m for m in question.mentions if m not in gone)) if gone else question
