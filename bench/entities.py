"""Whether what a sentence names was found. A label is a value of the catalogue: see `exists`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from study_catalogue import Catalogue
from study_catalogue.text import fold

_ALIKE = {"place": {"place", "postal_code"}, "postal_code": {"place", "postal_code"}}
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


def named(
    labels: Mapping[str, Iterable[Any]], found: Iterable[dict[str, Any]], catalogue: Catalogue
) -> list[tuple[str, bool]]:
    """(kind, found) for each kind of thing that a sentence names; one of its labels is enough.

    labels: of the sentence, by kind; found: Rasa's entities
    """
    return [
        (kind, any(_same(catalogue, kind, str(label), value) for label in its for value in _values(found, kind)))
        for kind, its in labels.items()
    ]


def _values(found: Iterable[dict[str, Any]], kind: str) -> list[str]:
    return [str(entity["value"]) for entity in found if entity["entity"] in alike(kind)]


def alike(kind: str) -> set[str]:
    """Kinds of which a value may be meant by a label of this kind."""
    return _ALIKE.get(kind, {kind})


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
