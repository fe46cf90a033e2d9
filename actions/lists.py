"""Long lists: a page at a time, and what is needed to go on with them or to pick "de tweede"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from actions.question import Question
from actions.reply import Reply
from actions.texts import texts_of

T = TypeVar("T")
PAGE = 5
Filters = dict[str, str]  # mention kind to value


def says(question: Question, words: str) -> bool:
    """Whether the message holds one of the words that its topic's file lists under this name."""
    said = question.text.lower().replace("?", " ").split()
    return not set(texts_of(question.topic).words.get(words, ())).isdisjoint(said)


def offset_of(question: Question) -> int:
    """Where this page starts; only `more` sets it."""
    return int(question.context.get("offset") or 0)


def page(rows: Sequence[T], question: Question, size: int) -> Sequence[T]:
    start = offset_of(question)
    return rows[start : start + size]


def keep_list(reply: Reply, filters: Filters, shown: Sequence[tuple[str, str]], total: int) -> Reply:
    """Remember the list in slot `listing`, and offer the rest when there is more."""
    end = offset_of(reply.question) + len(shown)
    listing = {
        "topic": reply.texts.topic,
        "offset": end,
        "total": total,
        "filters": filters,
        "shown": [list(pair) for pair in shown],
    }
    reply.remember(listing=listing)
    return reply.offer("more") if end < total else reply
