"""Plain figures over readings: shares, F1, thresholds, curves, calibration, confusions. Nothing here knows Rasa."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bench.measure import share

Pair = tuple[str, str]  # (right label, given label)


def margin(percentage: float, number: int) -> float:
    """Half the width of the 95 % interval around a share of so many sentences (Agresti-Coull), in points."""
    tried = number + 4
    part = (percentage / 100 * number + 2) / tried
    return float(100 * 1.96 * (part * (1 - part) / tried) ** 0.5)


def f1(right: int, given: int, wanted: int) -> float:
    """Between 0 and 100: right of the given, right of the wanted."""
    return 200 * right / max(given + wanted, 1)


def macro_f1(pairs: Sequence[Pair]) -> float:
    """The mean over the labels that occur, each weighing the same."""
    wanted, given = Counter(label for label, _ in pairs), Counter(label for _, label in pairs)
    right = Counter(label for label, other in pairs if label == other)
    scores = [f1(right[label], given[label], wanted[label]) for label in wanted]
    return sum(scores) / max(len(scores), 1)


def threshold_for(scores: Iterable[float], percentage: float) -> float:
    """The highest threshold that still accepts this share; the lowest that accepts anything where none does.

    Accepted is what scores at least the threshold and not below 0.
    """
    ordered = sorted(scores, reverse=True)
    possible = [score for score in ordered if score >= 0]
    needed = math.ceil(percentage * len(ordered) / 100)
    return possible[min(needed, len(possible)) - 1] if possible else 0.0


def accepts(scores: Iterable[float], threshold: float) -> float:
    """The share that reaches the threshold."""
    return share(score >= max(threshold, 0.0) for score in scores)


def curve(inside: Sequence[float], outside: Sequence[float]) -> list[tuple[float, float]]:
    """(inside accepted, outside accepted) at every threshold, from strict to lenient."""
    thresholds = sorted({score for score in [*inside, *outside] if score >= 0}, reverse=True)
    sides = sorted(inside), sorted(outside)

    def reaching(ordered: list[float], bar: float) -> float:
        return 100 * (len(ordered) - bisect_left(ordered, bar)) / max(len(ordered), 1)

    return [(0.0, 0.0), *((reaching(sides[0], bar), reaching(sides[1], bar)) for bar in thresholds)]


@dataclass(frozen=True)
class Bin:
    """Readings of about the same confidence: how sure they were, how many were right (both 0 to 1)."""

    number: int
    confidence: float
    right: float


def reliability(pairs: Iterable[tuple[float, bool]], bins: int = 10) -> list[Bin]:
    """(confidence, right) in bins of equal width; empty ones are left out."""
    filled: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right in pairs:
        filled.setdefault(min(int(confidence * bins), bins - 1), []).append((confidence, right))
    return [
        Bin(len(rows), sum(sure for sure, _ in rows) / len(rows), sum(right for _, right in rows) / len(rows))
        for _, rows in sorted(filled.items())
    ]


def calibration_error(found: Sequence[Bin]) -> float:
    """Expected calibration error, in points: how far confidence is from the share that was right."""
    total = max(sum(its.number for its in found), 1)
    return 100 * sum(its.number * abs(its.confidence - its.right) for its in found) / total


@dataclass(frozen=True)
class Confusion:
    """A topic, the share that was right, and what it was most often taken for."""

    topic: str
    number: int
    right: float
    taken_for: list[tuple[str, int]]


def confusions(pairs: Iterable[Pair], most: int = 3) -> list[Confusion]:
    """Of each label, weakest first."""
    given: dict[str, Counter[str]] = {}
    for label, other in pairs:
        given.setdefault(label, Counter())[other] += 1
    found = [
        Confusion(label, counts.total(), 100 * counts[label] / counts.total(), _others(counts, label)[:most])
        for label, counts in given.items()
    ]
    return sorted(found, key=lambda row: (row.right, row.topic))


def _others(counts: Counter[str], label: str) -> list[tuple[str, int]]:
    return sorted(((other, count) for other, count in counts.items() if other != label), key=lambda row: (-row[1], row))


def percentile(values: Sequence[float], part: float) -> float:
    """In between the two values beside it."""
    ordered = sorted(values)
    place = part / 100 * (len(ordered) - 1)
    low, high = ordered[int(place)], ordered[min(int(place) + 1, len(ordered) - 1)]
    return low + (place - int(place)) * (high - low)
