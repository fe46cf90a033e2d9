"""Picking from what was shown last: "de tweede", "nr 3", "die andere", "toon Houttechnieken"."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from actions.answer import Choice
from actions.lists import words_of
from actions.question import Mention, Question, of_choice
from actions.rows import title_of
from actions.texts import texts_of
from study_catalogue import Catalogue
from study_catalogue.text import fold

TITLED = ("option", "job", "academy")  # kinds of rows
TOPIC = "topic"  # the kind of a row that is a topic, not a thing


def picked(question: Question, catalogue: Catalogue, alone: bool = False) -> Question | None:
    """The question that a pick asks, None when nothing is picked.

    alone: only when the message says nothing else
    """
    listing = question.listing
    word = _pick(question, alone)
    if word in texts_of("inform").words["other"]:
        return _other(question, catalogue, listing) or _other(question, catalogue, _asked_now(question, listing))
    shown = listing.get("shown") or []
    nth = len(shown) - 1 if word in texts_of("inform").words["last"] else ordinals().get(word, -1)
    return _asked(question, listing, *shown[nth]) if 0 <= nth < len(shown) else None


def _asked_now(question: Question, listing: dict[str, Any]) -> dict[str, Any]:
    """The choices before the list, about which the list's question is asked: "en met die andere?"."""
    before = listing.get("before") or {}
    return {**before, "asks": listing["topic"]} if before and listing.get("topic") not in (None, "clarify") else before


def row_named(question: Question, catalogue: Catalogue) -> Question | None:
    """What the one row leads to whose title is all that the message says ("toon elektriciteit"), else None.

    A mere name (topic `inform`) is asked the last question about, as ever.
    """
    listing, said = question.listing, _told_by(question.text)
    if question.topic not in texts_of("inform").words["may_be_a_title"] or not said:
        return None
    shown = [pair for pair in listing.get("shown") or [] if pair[0] in TITLED]
    rows = [pair for pair in shown if said == _told_by(title_of(catalogue, *pair))]
    return _asked(question, listing, *rows[0]) if len(rows) == 1 else None


def _told_by(text: str) -> list[str]:
    """Its words but those around a title."""
    around = texts_of("inform").words["around_a_title"]
    return [word for word in words_of(fold(text)) if word not in around]


def is_pick(question: Question) -> bool:
    """Whether the message only picks, also when there is no such row."""
    return bool(_pick(question, alone=True))


def ordinals() -> dict[str, int]:
    """The words for a place in a list, to the place, from 0."""
    return {form: nth for nth, forms in enumerate(texts_of("inform").words["ordinals"]) for form in forms.split()}


def _pick(question: Question, alone: bool) -> str:
    """The one word of the message that picks, "" when none or several do."""
    words = texts_of("inform").words
    picking = {*ordinals(), *words["last"], *words["other"]}
    said = words_of(question.text)
    pairs = zip(said, [*said[1:], ""], strict=False)
    picks = [word for word, behind in pairs if word in picking and behind not in words["not_a_row"]]
    enough = len(picks) == 1 and (not alone or {*said} <= {*picks, *words["around_a_pick"]})
    return picks[0] if enough else ""


def _other(question: Question, catalogue: Catalogue, listing: dict[str, Any]) -> Question | None:
    """Of two that were shown the one that is not in hand."""
    shown = listing.get("shown") or []
    left = [pair for pair in shown if not _in_hand(question, catalogue, *pair)]
    return _asked(question, listing, *left[0]) if len(shown) == 2 and len(left) == 1 else None


def _in_hand(question: Question, catalogue: Catalogue, kind: str, value: str) -> bool:
    held = str(question.context.get(kind) or "")
    return value in (held, title_of(catalogue, kind, held))


def _asked(question: Question, listing: dict[str, Any], kind: str, value: str) -> Question | None:
    """What a row leads to; a row of a kind that no topic is about leads nowhere."""
    named = tuple(of_choice(kept, text) for kept, text in listing["filters"].items())
    if kind == TOPIC:
        return replace(question, topic=value, text="", mentions=_taken(value, named))
    pick = Mention(kind, value, basis="choice")
    if listing.get("asks"):
        return replace(question, topic=listing["asks"], text="", mentions=(pick, *named))
    first = texts_of("inform").words.get(kind)
    return replace(question, topic=first[0], text="", mentions=(pick,)) if first else None


def _taken(topic: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    return tuple(mention for mention in mentions if mention.kind in texts_of(topic).takes)


def choices_of(catalogue: Catalogue, listing: dict[str, Any], audience: str) -> tuple[Choice, ...]:
    """The choices that a list of choices was made of."""
    named = tuple(Mention(kind, value) for kind, value in listing["filters"].items())
    return tuple(_choice(catalogue, listing["asks"], pair, named, audience) for pair in listing["shown"])


def _choice(catalogue: Catalogue, asks: str, pair: list[str], named: tuple[Mention, ...], audience: str) -> Choice:
    kind, value = pair
    taken = _taken(value, named) if kind == TOPIC else named
    about = tuple((mention.kind, mention.value) for mention in taken)
    if kind == TOPIC:
        return Choice(texts_of(value).title.form(audience), value, about)
    return Choice(title_of(catalogue, kind, value), asks, ((kind, value), *about))
