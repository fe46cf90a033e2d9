"""Whether what a sentence names was found. A label is a value of the catalogue: see `exists`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bench.parsing import Parsed
from study_catalogue import Catalogue
from study_catalogue.text import fold

_KINDS = {"place": {"place", "postal_code"}, "postal_code": {"place", "postal_code"}}
_EXISTS: dict[str, Callable[[Catalogue, str], bool]] = {
    "option": lambda catalogue, label: bool(catalogue.options_named(label)),
    "job": lambda catalogue, label: catalogue.job(label) is not None,
    "place": lambda catalogue, label: bool(catalogue.place(label) or catalogue.places_named(label)),
    "postal_code": lambda catalogue, label: bool(catalogue.places_with_code(label)),
    "theme": lambda catalogue, label: catalogue.theme(label) is not None,
    "practice": lambda _, label: label in {"praktisch", "gemengd", "theoretisch"},
    "age": lambda _, label: 0 < int(label) < 120,
}


def exists(catalogue: Catalogue, kind: str, label: Any) -> bool:
    """The label can be found at all: it is in the catalogue, or a possible age."""
    return _EXISTS[kind](catalogue, str(label))


def named(parsed: Parsed, catalogue: Catalogue) -> list[tuple[str, bool]]:
    """(kind, found) for each kind of thing that the sentence names; one of its labels is enough."""
    return [
        (kind, any(_same(catalogue, kind, str(label), value) for label in labels for value in _values(parsed, kind)))
        for kind, labels in parsed.sentence.entities.items()
    ]


def _values(parsed: Parsed, kind: str) -> list[str]:
    kinds = _KINDS.get(kind, {kind})
    return [str(entity["value"]) for entity in parsed.entities if entity["entity"] in kinds]


def _same(catalogue: Catalogue, kind: str, label: str, value: str) -> bool:
    if fold(label) == fold(value):
        return True
    if kind == "postal_code":
        return value in {place.id for place in catalogue.places_with_code(label)}
    return kind == "place" and value in _place_ids(catalogue, label)


def _place_ids(catalogue: Catalogue, label: str) -> set[str]:
    """Ids that a whole name stands for: the best known place known by it, and every place called just so."""
    places = catalogue.places_named(label)
    return {place.id for place in places[:1]} | {place.id for place in places if fold(place.name) == fold(label)}
