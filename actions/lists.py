"""Long lists: a page at a time, and what is needed to go on with them or to pick "de tweede"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from actions.leads import lead_on
from actions.nudges import SLOT
from actions.question import Question, of_choice
from actions.reply import Reply
from actions.texts import COMMON, texts_of

T = TypeVar("T")
PAGE = 5
Filters = dict[str, str]  # mention kind to value
BEHIND = "behind"  # in slot `listing`: the list of findings that was shown before the choices
CHOICES = "clarify"  # the topic of a list that holds choices instead of findings


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def padded(text: str) -> str:
    """Its words a blank apart, with one around them, so that " a phrase " in it is whole words."""
    return f" {' '.join(words_of(text))} "


def holds(text: str, phrases: Iterable[str]) -> bool:
    """Whether one of the phrases stands in the text, as whole words in this order."""
    said = padded(text)
    return any(f" {phrase} " in said for phrase in phrases)


def words_said(question: Question, key: str) -> list[str]:
    """The words of the message that its topic's file, or else the common one, lists under this name."""
    listed = texts_of(question.topic).words.get(key) or texts_of(COMMON).words.get(key, ())
    return [word for word in words_of(question.text) if word in listed]


def says(question: Question, key: str) -> bool:
    return bool(words_said(question, key))


def says_only(question: Question, key: str) -> bool:
    """Whether the message holds nothing but words of this common list."""
    said = set(words_of(question.text))
    return bool(said) and said <= set(texts_of(COMMON).words[key])


def offset_of(question: Question) -> int:
    """Where this page starts; only `more` sets it."""
    return int(question.context.get("offset") or 0)


def page(rows: Sequence[T], question: Question, size: int) -> Sequence[T]:
    start = offset_of(question)
    return rows[start : start + size]


def next_page(question: Question, listing: dict[str, Any]) -> Question:
    """The question whose answer goes on with a list."""
    mentions = tuple(of_choice(kind, value) for kind, value in listing["filters"].items())
    context = {"offset": listing["offset"], "rows_before": listing["shown"], SLOT: question.context.get(SLOT)}
    return replace(question, topic=listing["topic"], text="", mentions=mentions, context=context)


def rows_before(question: Question) -> list[list[str]]:
    """The rows of the pages before this one, each a kind and a value."""
    return list(question.context.get("rows_before") or [])


def keep_list(
    reply: Reply,
    filters: Filters,
    shown: Sequence[tuple[str, str]],
    total: int,
    beside: Sequence[tuple[str, str]] = (),
    ahead: Sequence[tuple[str, str]] = (),
) -> Reply:
    """Remember the list in slot `listing`, and offer the rest when there is more. Its rows, which stand in the reply
    by now, lead on; they count on from page to page.

    beside, ahead: rows under and above those of the list that are no part of it
    """
    end = offset_of(reply.question) + len(shown)
    before = rows_before(reply.question)
    rows = [*before, *(list(pair) for pair in (*ahead, *shown, *beside))]
    listing = {**_listed(reply, rows), "offset": end, "total": total, "filters": filters}
    reply.remember(listing=listing).number_from(len(before) + 1)
    if end < total:
        reply.offer("more")
    place = str(filters.get("place") or reply.question.context.get("place") or "")
    return lead_on(reply, (*ahead, *shown, *beside), place)


def keep_for_asking(reply: Reply, rows: Sequence[tuple[str, str]]) -> Reply:
    """Rows that do not lead on but may be asked about next, unless a list of such things is still on the table."""
    kinds = {kind for kind, _ in reply.question.listing.get("shown") or []}
    if kinds & {kind for kind, _ in rows}:
        return reply
    return reply.remember(listing=_listed(reply, [list(pair) for pair in rows]))


def _listed(reply: Reply, rows: Sequence[Sequence[str]]) -> dict[str, Any]:
    """Slot `listing` for rows that are all there is."""
    return {
        "topic": reply.texts.topic,
        "offset": len(rows),
        "total": len(rows),
        "filters": {},
        "shown": list(rows),
        "before": _choices_before(reply.question),
    }


def keep_beside(reply: Reply, rows: Sequence[tuple[str, str]]) -> Reply:
    """The rows of a card lead on; "de tweede" is one of them, unless a list is still on the table."""
    if rows and not reply.question.context.get("listing"):
        return keep_list(reply, {}, rows, len(rows))
    return lead_on(reply, rows)


def rows_listed(question: Question) -> dict[str, Any]:
    """The last list of findings; also when a question what is meant came after it."""
    listing = question.listing
    return dict(listing.get(BEHIND) or listing)


def _choices_before(question: Question) -> dict[str, Any] | None:
    """The choices that led to a list, so that "die andere" still finds them."""
    listing = question.listing
    return listing if "asks" in listing else listing.get("before")


def choice_list(shown: Sequence[tuple[str, str]], about: Filters, asks: str) -> dict[str, Any]:
    """Choices, each a kind and a value, as a list for slot `listing`: `asks` is asked about the one picked.

    about: what else the message named, kind to value; it goes with the pick
    """
    return {
        "topic": CHOICES,
        "offset": len(shown),
        "total": len(shown),
        "filters": about,
        "shown": [list(pair) for pair in shown],
        "asks": asks,
    }
