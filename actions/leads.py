"""A row that is a thing of the catalogue leads to what there is to know of it: a choice of the same title."""

from __future__ import annotations

from collections.abc import Iterable

from actions.answer import Choice
from actions.reply import Reply
from actions.rows import title_of
from actions.texts import texts_of

LEADING = ("option", "academy", "job")  # what a topic is about


def lead_on(reply: Reply, pairs: Iterable[tuple[str, str]], place: str = "") -> Reply:
    """A choice for each of these, a kind and a value, that stands in the rows of the reply and leads nowhere yet.

    place: where an academy was looked for, which its distance is measured from
    """
    shown = {item.title for item in reply.items} - {choice.title for choice in reply.choices}
    named = {pair: title_of(reply.catalogue, *pair) for pair in pairs if pair[0] in LEADING}
    return reply.offer_choice(*(_choice(pair, title, place) for pair, title in named.items() if title in shown))


def _choice(pair: tuple[str, str], title: str, place: str) -> Choice:
    """Asks the first question to think of about such a thing."""
    kind, _ = pair
    measured = kind == "academy" and place
    return Choice(title, texts_of("inform").words[kind][0], (pair, ("place", place)) if measured else (pair,))
