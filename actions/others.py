"""What a message tells of somebody else, which is not the speaker's own: `data/others.yml`."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from actions.patterns import finds, whole
from actions.question import Question
from actions.texts import Strict


class Table(Strict):
    """`data/others.yml`, which says what each part means."""

    others: tuple[str, ...]
    turns: tuple[str, ...]
    speaker: tuple[str, ...]
    about_them: tuple[str, ...]


@lru_cache(maxsize=1)
def table() -> Table:
    return Table.of("others.yml")


def without_others(question: Question) -> Question:
    """The question without what it tells of others, where it turns to the speaker; else the question itself."""
    text = question.text.lower()
    who = whole(table().others).search(text)
    turn = whole(table().turns).search(text, who.end()) if who else None
    if who is None or turn is None or len(text) != len(question.whole):
        return question
    left = f"{question.text[: who.start()]}{question.text[turn.start() :]}"
    if not finds(table().speaker, left.lower()) or finds(table().about_them, left.lower()):
        return question
    own = tuple(mention for mention in question.mentions if not who.start() <= mention.at < turn.start())
    return replace(question, text=left.strip(), told="", mentions=own)
