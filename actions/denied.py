"""Subjects that a message turns away behind their name: "programmeren is het niet echt" (`data/denied.yml`)."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import yaml

from actions.patterns import whole
from actions.question import Mention, Question
from actions.texts import Strict

TABLE = Path(__file__).resolve().parent.parent / "data" / "denied.yml"
EXCLUDED = "excluded"


class Table(Strict):
    """`data/denied.yml`, which says what each part means."""

    behind: tuple[str, ...]


@lru_cache(maxsize=1)
def table() -> Table:
    return Table.parse_obj(yaml.safe_load(TABLE.read_text(encoding="utf-8")))


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
