"""Subjects that a message turns away behind their name: "programmeren is het niet echt" (`data/denied.yml`)."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from actions.patterns import whole
from actions.question import EXCLUDED, Mention, Question
from actions.texts import Strict


class Table(Strict):
    """`data/denied.yml`, which says what each part means."""

    behind: tuple[str, ...]


@lru_cache(maxsize=1)
def table() -> Table:
    return Table.of("denied.yml")


def with_denied_subjects(question: Question) -> Question:
    """The question with these as `excluded`, where another subject is wanted; they are no study or job either."""
    text, themes = question.whole.lower(), question.named("theme")
    denied = [mention for mention in themes if mention.text and _is_denied(text, mention)]
    gone = {mention.value for mention in denied}
    if not denied or all(mention.value in gone for mention in themes):
        return question
    places = {mention.at for mention in denied}
    kept = [m for m in question.mentions if not (m.kind in ("theme", "option", "job") and m.at in places)]
    out = [Mention(EXCLUDED, f"theme:{mention.value}", mention.text, at=mention.at) for mention in denied]
    return replace(question, mentions=(*kept, *out))


def _is_denied(text: str, mention: Mention) -> bool:
    if mention.at < 0:
        return False
    return bool(whole(table().behind).match(text[mention.at + len(mention.text) :].lstrip()))
