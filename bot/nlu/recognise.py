"""What a message names: the catalogue's names, themes and details, as entities, and the message with placeholders
instead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from rapidfuzz.fuzz import ratio

from bot.nlu.details import Detail, find_details, load_patterns
from bot.nlu.lexicon import cues, listed
from bot.nlu.names import Found, NameIndex
from bot.nlu.text import Piece, fold, pieces
from bot.nlu.words import is_dutch_word
from study_catalogue import Catalogue
from study_catalogue.records import Name, Theme

MAX_CANDIDATES = 8
_LEVELS = {"bachelor": ("prof_bachelor", "acad_bachelor"), "prof_bachelor": ("prof_bachelor", "graduaat")}
_PLACEHELD = {"option", "job", "place", "theme", "age", "postal_code"}


@dataclass(frozen=True)
class Entity:
    """One thing named in a message: text[start:end] of the original."""

    kind: str
    value: str
    start: int
    end: int
    text: str
    candidates: tuple[str, ...] = ()
    basis: str = "name"

    def as_dict(self) -> dict[str, object]:
        """The form Rasa keeps entities in."""
        return {
            "entity": self.kind,
            "value": self.value,
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "candidates": list(self.candidates),
            "basis": self.basis,
        }


class Recogniser:
    """Finds what messages name. Reads the catalogue's names once; make a new one when its version changes."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.version = catalogue.version
        self._catalogue = catalogue
        muted = listed("not_names.txt")
        names = [*catalogue.names(), *_theme_names(catalogue.themes())]
        kept = [name for name in names if fold(name.text).strip() not in muted]
        self._names = NameIndex(kept, lambda word: word in muted or is_dutch_word(word))
        self._patterns = load_patterns()

    def entities(self, text: str) -> list[Entity]:
        """Entities in order of place; a span may carry several kinds (an option and a job of the same name)."""
        details = find_details(text, self._patterns, self._is_code)
        levels = {
            level
            for detail in details
            if detail.kind == "level"
            for level in _LEVELS.get(detail.value, (detail.value,))
        }
        found = [self._at_level(self._from_name(hit), levels) for hit in self._names.find(text)]
        return sorted([*self._without(found, details), *map(self._from_detail, details)], key=lambda e: e.start)

    def _at_level(self, entity: Entity, levels: set[str]) -> Entity:
        """Of an option's readings, those on a level that the message names ("master biomedische wetenschappen") push
        out the others."""
        if entity.kind != "option" or not levels or not entity.candidates:
            return entity
        fitting = [name for name in (entity.value, *entity.candidates) if self._levels_of(name) & levels]
        return replace(entity, value=fitting[0], candidates=tuple(fitting[1:])) if fitting else entity

    def _levels_of(self, name: str) -> set[str]:
        return {option.level for option in self._catalogue.options_named(name)}

    def _is_code(self, code: str) -> bool:
        return bool(self._catalogue.places_with_code(code))

    def _without(self, found: list[Entity], details: list[Detail]) -> list[Entity]:
        """A level or finality inside a longer name belongs to the name; a name inside a longer detail goes."""
        return [
            e
            for e in found
            if not any(d.start <= e.start and e.end <= d.end and d.end - d.start > e.end - e.start for d in details)
        ]

    def _from_name(self, hit: Found) -> Entity:
        targets = self._best_first(hit)
        return Entity(
            hit.entry.kind, targets[0], hit.start, hit.end, hit.text, targets[1 : MAX_CANDIDATES + 1], hit.basis
        )

    def _best_first(self, hit: Found) -> tuple[str, ...]:
        """Municipalities, present and former, before the villages inside them. Of the options that an old name or
        alias may
        mean, the first grade last and the name most like the words first. Among equals the catalogue's order stays."""
        if hit.entry.kind == "place":
            return tuple(sorted(hit.entry.targets, key=lambda id: not self._is_municipality(id)))
        if hit.entry.kind != "option" or hit.entry.basis == "name":
            return hit.entry.targets
        words = fold(hit.text)
        return tuple(
            sorted(hit.entry.targets, key=lambda name: (self._is_first_grade(name), -ratio(words, fold(name))))
        )

    def _is_first_grade(self, name: str) -> bool:
        return all(option.level == "so-1" for option in self._catalogue.options_named(name))

    def _is_municipality(self, id: str) -> bool:
        place = self._catalogue.place(id)
        return place is not None and (place.name == place.municipality or bool(place.former_municipality))

    def _from_detail(self, detail: Detail) -> Entity:
        if detail.kind != "place_code":
            return Entity(detail.kind, detail.value, detail.start, detail.end, detail.value)
        places = [place.id for place in self._catalogue.places_with_code(detail.value)]
        return Entity("place", places[0], detail.start, detail.end, detail.value, (), "name")


def _theme_names(themes: Iterable[Theme]) -> list[Name]:
    """Theme words, alone and as the first part of a compound: "houtrichtingen", "robotclub", "bouwsector"."""
    heads = ["", *listed("theme_heads.txt")]
    rows = [
        (theme.id, word, head)
        for theme in themes
        for word in theme.words
        for head in heads
        if not head or word.isalpha()
    ]
    return [Name(word + head, "theme", theme, "alias" if head else "name") for theme, word, head in rows]  # type: ignore[arg-type]


def with_placeholders(text: str, entities: list[Entity]) -> str:
    """The message as the intent model sees it: "_option_" for an option's name, so that a new option needs no
    training."""
    spans: dict[tuple[int, int], set[str]] = {}
    for entity in entities:
        if entity.kind in _PLACEHELD:
            spans.setdefault((entity.start, entity.end), set()).add(entity.kind)
    for word in _strange_places(text, spans):
        spans[(word.start, word.end)] = {"place"}
    return _replaced(fold(text), spans)


def _strange_places(text: str, spans: Iterable[tuple[int, int]]) -> list[Piece]:
    """ "In Verweggistan": no place that we know, but the sentence is still about a place."""
    covered = {index for start, end in spans for index in range(start, end)}
    words = pieces(text)
    followers = [word for before, word in pairwise(words) if before.text in cues("right_before_a_place")]
    return [word for word in followers if word.start not in covered and _looks_like_a_name(word.text)]


def _looks_like_a_name(word: str) -> bool:
    return len(word) >= 4 and word.isalpha() and not is_dutch_word(word)


def _replaced(folded: str, spans: dict[tuple[int, int], set[str]]) -> str:
    parts, position = [], 0
    for (start, end), kinds in sorted(spans.items()):
        if start < position:
            continue
        parts += [folded[position:start], *(f" _{kind}_ " for kind in sorted(kinds))]
        position = end
    return "".join([*parts, folded[position:]])
