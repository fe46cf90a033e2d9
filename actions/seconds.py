"""What a message asks besides what is answered, by its own words: it becomes a choice (`data/seconds.yml`)."""

from __future__ import annotations

from functools import lru_cache

from actions.answer import Answer
from actions.patterns import finds
from actions.question import Question
from actions.registry import same_answer
from actions.texts import Strict, texts_of
from study_catalogue.text import fold


class Row(Strict):
    """When this was asked too; the file says what each part means."""

    to: str
    patterns: tuple[str, ...]
    beside: frozenset[str]
    without: tuple[str, ...] = ()
    needs: frozenset[str] = frozenset()


class Table(Strict):
    rows: tuple[Row, ...]


@lru_cache(maxsize=1)
def table() -> Table:
    return Table.of("seconds.yml")


def asked_besides(question: Question, answer: Answer) -> str:
    """The topic of what is asked besides the answer; "" when nothing is."""
    text = fold(question.whole)
    fits = (row for row in table().rows if text and _is_beside(row, question, answer) and _says(row, text))
    return next((row.to for row in fits), "")


def _is_beside(row: Row, question: Question, answer: Answer) -> bool:
    told = {answer.topic, texts_of(answer.topic).area}
    asked = row.to == answer.topic or same_answer(row.to, answer.topic)
    return not row.beside.isdisjoint(told) and not asked and all(map(question.named, row.needs))


def _says(row: Row, text: str) -> bool:
    return finds(row.patterns, text) and not (row.without and finds(row.without, text))
