"""The year of school in the words that pupils have for their class: "6TSO", "4 hout" (data/classes.yml)."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from actions.patterns import finds, whole
from actions.question import WHERE_NOW, Mention, Question
from actions.texts import Strict
from study_catalogue.text import fold


class Table(Strict):
    """`data/classes.yml`, which says what each part means."""

    years: tuple[str, ...]
    years_meant: tuple[str, ...]
    ages: tuple[str, ...]
    stays: tuple[str, ...]
    opens: str
    primary: tuple[str, ...]
    words: dict[str, int]
    grades: dict[int, str]
    last: frozenset[int]


@lru_cache(maxsize=1)
def table() -> Table:
    return Table.of("classes.yml")


def with_class(question: Question) -> Question:
    """The question with the grade of a class that it names, and without an age that is the number of a class."""
    text = fold(question.whole)
    named, there = year_of_class(question) or _year_meant(text), _year_there(text)
    if named and finds((f"{stay} {named}(?:de|ste|e)?" for stay in table().stays), text):
        there = named
    kept = tuple(mention for mention in question.mentions if not (mention.kind == "age" and mention.value == named))
    own = None if there else _opens_with_class(question, text)
    if own:
        there = own["year"]
        kept = tuple(m for m in kept if not (m.kind == "theme" and 0 <= m.at < own.end()))
    kept = _without_level_of_age(kept) if not there else kept
    if finds(table().primary, text):
        return replace(question, mentions=tuple(mention for mention in kept if not _is_there(mention)))
    if there:
        kept = tuple(_there(mention, int(there)) for mention in kept)
    kept += _age(question, text)
    year = there or named
    if year and not question.named("level"):
        kept += (Mention("level", table().grades[int(year)], year, basis=_basis(int(year)) if there else "name"),)
    return replace(question, mentions=kept)


def _age(question: Question, text: str) -> tuple[Mention, ...]:
    """ "Onze kleine van 9", when no age was found."""
    hit = None if question.named("age") else whole(table().ages).search(text)
    return (Mention("age", hit[1], hit[0]),) if hit else ()


def _is_there(mention: Mention) -> bool:
    return mention.kind == "level" and mention.basis in WHERE_NOW


def _there(mention: Mention, year: int) -> Mention:
    """A level that is only named, when it is the one where somebody says to be."""
    same = (mention.kind, mention.value, mention.basis) == ("level", table().grades[year], "name")
    return replace(mention, basis=_basis(year)) if same else mention


def _without_level_of_age(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """ "Mijn dochter van 4" is in no fourth year."""
    ages = {int(mention.value) for mention in mentions if mention.kind == "age" and mention.value.isdigit()}
    levels = {grade for year, grade in table().grades.items() if year in ages}
    return tuple(m for m in mentions if not (m.kind == "level" and m.basis == "name" and m.value in levels))


def _basis(year: int) -> str:
    return "last" if year in table().last else "now"


def year_of_class(question: Question) -> str:
    """ "4" of "4 elektrotechnieken", "" when no number stands in front of a named option."""
    text = fold(question.whole)
    names = (re.escape(fold(mention.text)) for mention in question.named("option") if mention.text)
    hits = (re.search(rf"(?<![\w.,])([1-7])(?:de|ste|e)? {name}(?!\w)", text) for name in names)
    return next((hit[1] for hit in hits if hit), "")


def _opens_with_class(question: Question, text: str) -> re.Match[str] | None:
    """ "4de hout, ik wil iets met zonnepanelen": the class that a wish begins with is where somebody is."""
    names = "|".join(re.escape(fold(mention.text)) for mention in question.named("option") if mention.text)
    return re.match(table().opens.replace("{names}", names), text) if names else None


def _year_meant(text: str) -> str:
    """The year that is all the message says: "in het 5de bedoel ik"."""
    return _year(whole(table().years_meant).fullmatch(text.strip(" .,!?")))


def _year_there(text: str) -> str:
    """The year that somebody says to be in."""
    return _year(whole(table().years).search(text))


def _year(hit: re.Match[str] | None) -> str:
    year = next((group for group in hit.groups() if group), "") if hit else ""
    return str(table().words.get(year, year))
