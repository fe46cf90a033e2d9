"""Subjects that a message turns away behind their name: "programmeren is het niet echt" (`data/denied.yml`)."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from actions.patterns import finds_of, plain, whole
from actions.question import EXCLUDED, Mention, Question
from actions.texts import Strict
from study_catalogue.text import fold


class Table(Strict):
    """`data/denied.yml`, which says what each part means."""

    behind: tuple[str, ...]
    around: tuple[str, ...]
    around_not: tuple[str, ...]
    less: tuple[str, ...]


@lru_cache(maxsize=1)
def table() -> Table:
    return Table.of("denied.yml")


def with_denied_subjects(question: Question) -> Question:
    """The question with these as `excluded`, where another subject is wanted; they are no study or job either."""
    text, themes = question.whole.lower(), [theme for theme in question.named("theme") if theme.text]
    left = [theme for theme in themes if _is_left(text, theme) or _is_lessened(question, text, theme)]
    denied = left or [theme for theme in themes if _is_denied(text, theme)]
    gone = {mention.value for mention in denied}
    if not denied or (not left and all(mention.value in gone for mention in question.named("theme"))):
        return question
    places = {mention.at for mention in denied}
    kept = [m for m in question.mentions if not (m.kind in ("theme", "option", "job") and m.at in places)]
    out = [Mention(EXCLUDED, f"theme:{mention.value}", mention.text, at=mention.at) for mention in denied]
    return replace(question, mentions=(*kept, *out))


def _is_denied(text: str, mention: Mention) -> bool:
    if mention.at < 0:
        return False
    return bool(whole(table().behind).match(text[mention.at + len(mention.text) :].lstrip()))


def _is_left(text: str, mention: Mention) -> bool:
    """ "Laat dat leraar worden maar"."""
    return _finds_of(table().around, mention, text) and not _finds_of(table().around_not, mention, text)


def _is_lessened(question: Question, text: str, mention: Mention) -> bool:
    jobs = {job.at for job in question.named("job")}
    return mention.at not in jobs and _finds_of(table().less, mention, text)


def _finds_of(patterns: tuple[str, ...], mention: Mention, text: str) -> bool:
    return finds_of(patterns, fold(text), name=plain(mention.text))
