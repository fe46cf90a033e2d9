"""What a message asks by its words alone, whatever the understanding took it for: `data/by_words.yml`."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import Field

from actions.hearing import level_of_option
from actions.patterns import finds
from actions.question import Question
from actions.registry import LAYER
from actions.texts import Strict
from study_catalogue import Catalogue
from study_catalogue.text import fold

TABLE = Path(__file__).resolve().parent.parent / "data" / "by_words.yml"
ANY_AGE = 200  # years


class Row(Strict):
    """When a message is a question of this kind; the file says what each part means."""

    name: str
    to: str
    patterns: tuple[str, ...]
    without: tuple[str, ...] = ()
    taken_for: frozenset[str]
    kinds: frozenset[str] = frozenset()
    not_kinds: frozenset[str] = frozenset()
    levels: frozenset[str] = frozenset()
    up_to: int = ANY_AGE
    from_: int = Field(0, alias="from")


class Table(Strict):
    rows: tuple[Row, ...]


@lru_cache(maxsize=1)
def table() -> Table:
    return Table.parse_obj(yaml.safe_load(TABLE.read_text(encoding="utf-8")))


def by_words(question: Question, catalogue: Catalogue) -> Question:
    """The question with the topic, and the text of it, that its words ask for; the question itself when none do."""
    text = fold(question.whole)
    row = next((row for row in table().rows if _fits(row, question, catalogue, text)), None)
    if row is None:
        return question
    topic, _, layer = row.to.partition("/")
    return replace(question, topic=topic, context={**question.context, LAYER: layer})


def _fits(row: Row, question: Question, catalogue: Catalogue, text: str) -> bool:
    if question.topic not in row.taken_for or not _names(row, question):
        return False
    said = finds(row.patterns, text) and not (row.without and finds(row.without, text))
    return said and (not row.levels or _is_on(row, question, catalogue))


def _names(row: Row, question: Question) -> bool:
    """Whether what is named, and the age, are as the row says."""
    ages = [int(mention.value) for mention in question.named("age") if mention.value.isdigit()]
    named = {mention.kind for mention in question.mentions}
    aged = all(row.from_ <= age <= row.up_to for age in ages)
    return aged and (not row.kinds or bool(row.kinds & named)) and row.not_kinds.isdisjoint(named)


def _is_on(row: Row, question: Question, catalogue: Catalogue) -> bool:
    named = {mention.value for mention in question.named("level")} or {level_of_option(question, catalogue)}
    return bool(named) and named <= row.levels
