"""Places whose name is also another word: whether a message means the place (data/lexicon/place_words.yml)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import yaml

from bot.nlu.lexicon import FOLDER

TABLE = FOLDER / "place_words.yml"


class PlaceWords(NamedTuple):
    """`data/lexicon/place_words.yml`, which says what each part means."""

    everyday: frozenset[str]
    people: frozenset[str]
    near: frozenset[str]
    loose: frozenset[str]
    lives: re.Pattern[str]
    not_there: tuple[str, ...]


@lru_cache(maxsize=1)
def table() -> PlaceWords:
    data = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
    everyday, people, near, loose = (frozenset(data[name].split()) for name in ("everyday", "people", "near", "loose"))
    lives = re.compile(rf"(?<!\w)(?:{'|'.join(data['lives'])})\s*\Z")
    return PlaceWords(everyday, people, near, loose, lives, tuple(data["not_there"]))


def is_another_word(before: Sequence[str], shown: str, after: Sequence[str]) -> bool:
    """Whether the words around it say that it is no place: "goed in werken", "een diploma te halen"."""
    words, written = " ".join((*before, shown.lower(), *after)), re.escape(shown.lower())
    start = len(" ".join(before)) + bool(before)
    patterns = (rf"(?<!\w)(?:{pattern.replace('{name}', written)})(?!\w)" for pattern in table().not_there)
    return any(hit.start() <= start < hit.end() for pattern in patterns for hit in re.finditer(pattern, words))


def is_everyday(name: str) -> bool:
    """Whether the name of a place is so common a word, or a first name, that it takes more to be the place."""
    return name in table().everyday | table().people


def is_meant(name: str, before: Sequence[str], shown: str) -> bool:
    """Whether an everyday word or first name is meant as the place.

    before: the folded words before it; shown: as it was written
    """
    capital = shown[:1].isupper() and not shown.isupper() and name not in table().people
    last = before[-1] if before else ""
    if last in table().near or (len(last) == 4 and last.isdigit()):
        return True
    lives = last in table().loose and bool(table().lives.search(" ".join(before[:-1])))
    return bool(before) and (lives or capital)
