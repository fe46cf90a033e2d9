"""Wishes told in the user's own words: studies about what is liked, or something to do near home (data/wishes.yml)."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from actions.hearing import subjects_in, tells_a_liking
from actions.patterns import finds, whole
from actions.question import Mention, Question
from actions.texts import Strict
from study_catalogue import Catalogue
from study_catalogue.text import fold

SEARCH, NEARBY = "option_search", "academy_filter"


class Table(Strict):
    """`data/wishes.yml`, which says what each part means."""

    taken_for: frozenset[str]
    taken_for_unnamed: frozenset[str]
    taken_for_near: frozenset[str]
    own_time: tuple[str, ...]
    there_is: tuple[str, ...]
    not_there: tuple[str, ...]
    bare: int
    learns: tuple[str, ...]
    youngest: int
    asks_studies: tuple[str, ...]
    asks_next: tuple[str, ...]
    too_wide: frozenset[str]
    goes_into: str


@lru_cache(maxsize=1)
def table() -> Table:
    return Table.of("wishes.yml")


def as_wished(question: Question, catalogue: Catalogue) -> Question:
    """The question as a search for the subject that it speaks of; the question itself when it wishes nothing such."""
    whole = replace(question, text=question.whole)
    near = _is_near(whole)
    if question.context.get("guide") or not question.text or not _may_be_one(question, near):
        return question
    subjects = subjects_in(whole, catalogue)
    field = _field(whole)
    if field and not near:
        return replace(whole, topic=SEARCH, mentions=(field, *whole.without("theme", "option", "job")))
    if not subjects:
        return question
    if near:
        return _about(
            whole, NEARBY, {theme: said for theme, said in subjects.items() if fold(said) not in table().too_wide}
        )
    return _about(whole, SEARCH, subjects) if _asks_studies(whole) else question


def _may_be_one(question: Question, near: bool) -> bool:
    read, named = table(), any(map(question.named, ("job", "option")))
    taken = read.taken_for if named else read.taken_for | read.taken_for_unnamed
    taken |= read.taken_for_near if near else frozenset()
    return question.topic in taken and not any(map(question.named, ("unknown", "outside", "excluded")))


def _field(question: Question) -> Mention | None:
    """ "Mijn papa is metser, ik wil ook in de bouw": the subject that somebody wants to be in."""
    said = re.search(table().goes_into, fold(question.text))
    themes = question.named("theme") if said else ()
    return next((theme for theme in themes if said and fold(theme.text) == said["field"]), None)


def _is_near(question: Question) -> bool:
    """Something to do near a place, outside of school or for who is too young for a choice of studies."""
    text, ages = fold(question.text), question.ages
    young = bool(ages) and max(ages) <= table().youngest
    wanted = finds(table().learns, text) or tells_a_liking(question.text)
    outside = finds(table().own_time, text)
    return bool(question.named("place")) and ((wanted and (young or outside)) or _is_there(question, text))


def _is_there(question: Question, text: str) -> bool:
    """ "Is er iets met robots in Bilzen": a subject and a place, and not a word of school or work."""
    subjects = {mention.text for mention in question.named("theme")}
    apart = [m for kind in ("option", "job") for m in question.named(kind) if m.text not in subjects]
    named = apart or any(map(question.named, ("level", "finality", "practice", "dual")))
    left = whole(table().own_time).sub(" ", text)  # "na school" is no school
    asks = finds(table().there_is, left) or left != text or len(text.split()) <= table().bare
    return asks and bool(question.named("theme")) and not named and not finds(table().not_there, left)


def _asks_studies(question: Question) -> bool:
    text = fold(question.text)
    asks = finds(table().asks_studies, text) or (bool(question.named("level")) and finds(table().asks_next, text))
    return asks and tells_a_liking(question.text) and not question.named("place")


def _about(question: Question, topic: str, subjects: dict[str, str]) -> Question:
    """The words that are a subject here are no study or job. One that the understanding found comes first."""
    themes = question.named("theme") or tuple(Mention("theme", *pair) for pair in list(subjects.items())[:1])
    others = question.without("theme", "option", "job")
    return replace(question, topic=topic, mentions=(*themes, *others))
