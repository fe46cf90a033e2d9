"""An academy that a message calls by its name, which may be English: `data/academy_names.yml`."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from actions.lists import words_of
from actions.patterns import finds, whole
from actions.question import Mention, Question, of_choice
from actions.texts import Strict
from study_catalogue import Catalogue
from study_catalogue.distance import km_between
from study_catalogue.records import Academy
from study_catalogue.text import fold, without_brackets

NEARBY, PRICE = "academy_nearby", "academy_price"
FEWEST = 2  # words of a name
MIDDLE = (50.93, 4.4)  # of Flanders, degrees
FAR = 400.0  # km: all of Flanders
MOST = 500  # more academies than there are
NO_SUBJECT = ("option", "theme", "unknown", "focus", "outside", "job")


class Table(Strict):
    """`data/academy_names.yml`, which says what each part means."""

    general: frozenset[str]
    like: tuple[str, ...]
    dutch: frozenset[str]
    english: frozenset[str]
    price: tuple[str, ...]
    taken_for: frozenset[str]
    taken_for_price: frozenset[str]


@lru_cache(maxsize=1)
def table() -> Table:
    return Table.of("academy_names.yml")


def as_academy(question: Question, catalogue: Catalogue) -> Question:
    """The question about the academy that it names; the question itself when it names none."""
    loose, of_price = question.topic in table().taken_for, question.topic in table().taken_for_price
    if not question.text or not (loose or of_price) or question.context.get("guide"):
        return question
    text = " ".join(words_of(fold(question.whole)))
    meant = named_in(text, question, catalogue)
    name = _name(meant) if meant else _like_one(text) if loose else ""
    if not name or not _is_dutch(text.replace(name, " "), bool(question.named("language"))):
        return question
    topic = PRICE if meant and finds(table().price, text) else NEARBY
    return replace(question, topic=topic, readings=(), mentions=_mentions(question, catalogue, meant))


def named_in(text: str, question: Question, catalogue: Catalogue) -> Academy | None:
    """The academy whose name stands in the text; of several the nearest to the place that is named."""
    places = [found for mention in question.named("place") if (found := catalogue.place(mention.value))]
    lat, lon = (places[0].lat, places[0].lon) if places else MIDDLE
    near, _ = catalogue.academies_near(*MIDDLE, radius_km=FAR, limit=MOST)
    named = [nearby.academy for nearby in near if _name(nearby.academy) and f" {_name(nearby.academy)} " in f" {text} "]
    longest = max((len(_name(academy)) for academy in named), default=0)
    called = [academy for academy in named if len(_name(academy)) == longest]
    return min(called, key=lambda academy: km_between(lat, lon, academy.lat, academy.lon), default=None)


def _name(academy: Academy) -> str:
    return _short_name(academy.name, academy.municipality)


@lru_cache(maxsize=1024)
def _short_name(name: str, municipality: str) -> str:
    """Without the place and what stands in brackets; "" when it would not be told from others by it."""
    places = {*words_of(fold(municipality))}
    words = [word for word in words_of(fold(without_brackets(name))) if word not in places]
    tells = len(words) >= FEWEST and not {*words} <= table().general
    return " ".join(words) if tells else ""


def _like_one(text: str) -> str:
    found = whole(table().like).search(text)
    return found[0] if found else ""


def _is_dutch(rest: str, strange: bool) -> bool:
    """What is said beside the name, or nothing is; `strange`: the understanding found another language in it."""
    said = {*words_of(rest)}
    return not said or (bool(said & table().dutch) and not said & table().english and not strange)


def _mentions(question: Question, catalogue: Catalogue, meant: Academy | None) -> tuple[Mention, ...]:
    """The academy and where it is; the words of a name are no subject."""
    if meant is None:
        return question.without(*NO_SUBJECT)
    there = catalogue.places_with_code(meant.postal_code)[:1]
    places = question.named("place") or tuple(of_choice("place", place.id) for place in there)
    ages = question.named("age")
    return (of_choice("academy", meant.id), *places, *ages)
