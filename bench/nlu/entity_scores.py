"""Entities found against those labelled. What counts as the same is written once, in `bench.entities`."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass
from typing import Any

from bench.entities import alike, named
from bench.nlu.readings import Reading
from study_catalogue import Catalogue

LABELLED = {"option", "job", "place", "postal_code", "theme", "practice", "age"}


@dataclass(frozen=True)
class EntityScore:
    """Counts: labels found of those wanted; stretches of text with a right value of those `given` an entity of a kind
    that the sentence has a label of, and of `everything` that was given one of any labelled kind.

    Labels name what the topic needs, not everything ("is that a job in construction"), so `everything` is too strict.
    """

    found: int
    wanted: int
    meant: int
    given: int
    everything: int

    @property
    def recall(self) -> float:
        return 100 * self.found / max(self.wanted, 1)

    @property
    def precision(self) -> float:
        return 100 * self.meant / max(self.given, 1)

    @property
    def strict_precision(self) -> float:
        return 100 * self.meant / max(self.everything, 1)

    @property
    def f1(self) -> float:
        return _harmonic(self.precision, self.recall)

    @property
    def strict_f1(self) -> float:
        return _harmonic(self.strict_precision, self.recall)


def _harmonic(one: float, other: float) -> float:
    return 2 * one * other / max(one + other, 1e-9)


def entity_score(rows: Iterable[Reading], catalogue: Catalogue) -> EntityScore:
    labels, spans, everything = [], [], 0
    for row in rows:
        labels += [right for _, right in named(row.sentence.entities, row.entities, catalogue)]
        spans += _spans(row, catalogue)
        everything += len(_by_span(row.entities, LABELLED))
    return EntityScore(sum(labels), len(labels), sum(spans), len(spans), everything)


def _spans(row: Reading, catalogue: Catalogue) -> list[bool]:
    """For each stretch of text with an entity of a kind that the sentence has a label of, whether a value is right.

    An option and a job of the same name stand on one stretch; only one of them needs to be the label.
    """
    labels = row.sentence.entities
    kinds = {other for kind in labels for other in alike(kind)}
    return [any(right for _, right in named(labels, entities, catalogue)) for entities in _by_span(row.entities, kinds)]


def _by_span(entities: Iterable[dict[str, Any]], kinds: Set[str]) -> list[list[dict[str, Any]]]:
    found: dict[tuple[int, int], list[dict[str, Any]]] = {}
    for entity in entities:
        if entity["entity"] in kinds:
            found.setdefault((entity["start"], entity["end"]), []).append(entity)
    return list(found.values())
