"""Every figure of the report: one row with a value for each pipeline, and the bar that ours has to reach."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from bench.measure import Measure, share
from bench.nlu import scores
from bench.nlu.entity_scores import entity_score
from bench.nlu.pipelines import DIET, LOGISTIC, OURS, PIPELINES
from bench.nlu.readings import Reading
from bench.nlu.sets import DIALECT, INSIDE, NEAR_DOMAIN, NONSENSE, OFF_DOMAIN, SEEDS, TYPOS, both_name
from bench.nlu.trainer import Trained
from bench.overlap import key, trained_keys
from study_catalogue import open_catalogue

EQUAL = 93.0  # per cent of the in-scope sentences, at which the pipelines' false accepts are compared
Values = dict[str, float | None]
Read = dict[str, list[Reading]]  # by group


@dataclass(frozen=True)
class Results:
    """All of it by pipeline. `xsid` is empty where ../shared is not there."""

    read: dict[str, Read]
    xsid: dict[str, list[Reading]]
    trained: dict[str, Trained]
    memory: dict[str, float]


@dataclass(frozen=True)
class Row:
    """A value of None could not be measured."""

    name: str
    values: Values
    unit: str = "%"
    bar: float | None = None
    side: Literal["at most", "at least"] = "at most"

    @property
    def measure(self) -> Measure | None:
        ours = self.values.get(OURS)
        if ours is None:
            return None
        stock = [f"{name} {value:.1f}" for name, value in self.values.items() if name != OURS and value is not None]
        return Measure(self.name, ours, self.unit, self.bar, self.side, ", ".join(stock))


@dataclass(frozen=True)
class Section:
    """`where` tells its rows apart from those of the same name in another section."""

    title: str
    rows: list[Row]
    where: str = ""

    def told(self, row: Row) -> str:
        return f"{row.name}, {self.where}" if self.where else row.name

    def measures(self) -> list[Measure]:
        return [replace(row.measure, name=self.told(row)) for row in self.rows if row.measure]


def sections(found: Results) -> list[Section]:
    return [
        Section("Topics", topics(found.read)),
        Section("Spelling errors and dialect", distortions(found.read)),
        Section("Entities", entities(found.read[OURS])),
        Section("Knowing when not to answer: at its own bar", own_bar(found.read), "own bar"),
        Section(
            f"The same with {EQUAL:g} % of the in-scope sentences accepted by each", equal_bar(found.read), "equal bar"
        ),
        Section("Near-domain, by kind: accepted at its own bar", near_kinds(found.read), "near-domain"),
        Section("Calibration", calibration(found.read)),
        Section("Outside data: xSID, Dutch", [_xsid(found.xsid)], "xSID"),
        Section("Cost", cost(found)),
    ]


def pooled(groups: Read, names: Iterable[str]) -> list[Reading]:
    return [row for name in names for row in groups[name]]


def topics(read: dict[str, Read]) -> list[Row]:
    known = trained_keys()

    def own_right(groups: Read) -> float:
        return share(row.right for row in _inside(groups) if key(row.sentence.text) not in known)

    strict, forced = _each(read, _errors), _each(read, lambda it: _errors(it, forced=True))
    return [
        Row("right topic", _share_right(read, INSIDE), bar=93, side="at least"),
        *(Row(f"of `tests/{name}`", _share_right(read, [name])) for name in INSIDE),
        Row("without exact copies of training data", _each(read, own_right)),
        Row("macro-F1 over the topics", _each(read, _macro_f1)),
        Row("errors", strict, ""),
        Row("errors / those of DIET", _over(strict, DIET), "x", 0.6),
        Row("right topic, when nothing may be refused", _share_right(read, INSIDE, forced=True)),
        Row("errors / those of DIET, when nothing may be refused", _over(forced, DIET), "x"),
    ]


def distortions(read: dict[str, Read]) -> list[Row]:
    hurt = {
        "spelling errors": [TYPOS],
        "chat and dialect": [DIALECT],
        "both together": [both_name(seed) for seed in SEEDS],
    }
    kept = [(name, _share_right(read, names)) for name, names in hurt.items()]
    likeliest = [(name, _share_right(read, names, forced=True)) for name, names in hurt.items()]
    lost = [Row(f"loss by {name}", _minus(_share_right(read, INSIDE), values), "points") for name, values in kept]
    clean = _share_right(read, INSIDE, forced=True)
    return [
        *(Row(f"right topic, {name}", values) for name, values in kept),
        *lost[:-1],
        Row(lost[-1].name, lost[-1].values, "points", 3),
        *(Row(f"loss by {name}, when nothing may be refused", _minus(clean, it), "points") for name, it in likeliest),
    ]


def _share_right(read: dict[str, Read], names: Iterable[str], forced: bool = False) -> Values:
    listed = list(names)
    return _each(read, lambda it: share(_right(pooled(it, listed), forced)))


def _right(rows: Iterable[Reading], forced: bool) -> Iterator[bool]:
    """forced: as if nothing might be refused."""
    return (row.forced_right if forced else row.right for row in rows)


def entities(groups: Read) -> list[Row]:
    """Stock has none: nothing is marked in the training data, since the catalogue's names need no training."""
    catalogue = open_catalogue()
    score = entity_score(_inside(groups), catalogue)
    found = {
        "F1": score.f1,
        "recall": score.recall,
        "precision": score.precision,
        "F1, everything without a label held wrong": score.strict_f1,
        "precision, everything without a label held wrong": score.strict_precision,
    }
    return [Row(f"entities, {name}", _ours_only(value)) for name, value in found.items()]


def own_bar(read: dict[str, Read]) -> list[Row]:
    def accepted(names: tuple[str, ...]) -> Values:
        found = _each(read, lambda it: share(row.accepted for row in pooled(it, names)))
        return found if pooled(read[OURS], names) else dict.fromkeys(found)

    wrong = _each(read, lambda it: share(row.accepted and not row.right for row in _inside(it)))
    return [
        Row("in-scope accepted", accepted(INSIDE), bar=93, side="at least"),
        Row("confident and wrong", wrong, bar=2),
        *_outside_rows(accepted),
    ]


def equal_bar(read: dict[str, Read]) -> list[Row]:
    bars = {name: equal_threshold(groups) for name, groups in read.items()}

    def accepted(names: tuple[str, ...]) -> Values:
        found: Values = {
            name: scores.accepts((row.score for row in pooled(groups, names)), bars[name])
            for name, groups in read.items()
        }
        return found if pooled(read[OURS], names) else dict.fromkeys(found)

    wrong: Values = {
        name: share(row.score >= bars[name] and not row.forced_right for row in _inside(groups))
        for name, groups in read.items()
    }
    return [
        Row("threshold", {**bars}, ""),
        Row("in-scope accepted", accepted(INSIDE), bar=EQUAL, side="at least"),
        Row("confident and wrong", wrong),
        *_outside_rows(accepted),
    ]


def _outside_rows(accepted: Callable[[tuple[str, ...]], Values]) -> list[Row]:
    parts = [Row(f"of which {name}", accepted((name,))) for name in (*OFF_DOMAIN, *NEAR_DOMAIN)]
    return [
        Row("false accepts, off-domain", accepted(OFF_DOMAIN), bar=3),
        *parts[: len(OFF_DOMAIN)],
        Row("false accepts, near-domain", accepted(NEAR_DOMAIN), bar=10),
        *parts[len(OFF_DOMAIN) :],
        Row("false accepts, nonsense", accepted(NONSENSE)),
    ]


def near_kinds(read: dict[str, Read]) -> list[Row]:
    """Of the own set, which says of each sentence in what way it is near."""
    own = NEAR_DOMAIN[0]
    kinds = Counter(row.sentence.hand for row in read[OURS][own])

    def accepted(groups: Read, kind: str) -> float:
        return share(row.accepted for row in groups[own] if row.sentence.hand == kind)

    return [
        Row(f"{kind or 'no kind'} ({number})", {name: accepted(groups, kind) for name, groups in read.items()})
        for kind, number in kinds.most_common()
    ]


def equal_threshold(groups: Read) -> float:
    return scores.threshold_for((row.score for row in _inside(groups)), EQUAL)


def calibration(read: dict[str, Read]) -> list[Row]:
    outside = (*OFF_DOMAIN, *NEAR_DOMAIN, *NONSENSE)
    sets = {"all": (*INSIDE, *outside), "in-scope": INSIDE, "outside": outside}
    return [
        Row(
            f"calibration error (ECE), {name}",
            {one: _ece(pooled(groups, its)) for one, groups in read.items()},
            "points",
        )
        for name, its in sets.items()
    ]


def bins(rows: Iterable[Reading]) -> list[scores.Bin]:
    return scores.reliability((row.confidence, row.sure_right) for row in rows)


def cost(found: Results) -> list[Row]:
    half = _each(found.read, lambda it: statistics.median(_times(it)))
    slow = _each(found.read, lambda it: scores.percentile(_times(it), 95))
    made = found.trained
    return [
        Row("parse, p50", half, "ms"),
        Row("parse, p95", slow, "ms"),
        Row("parse, p50 / that of stock logistic regression", _over(half, LOGISTIC), "x", 1.5),
        Row("parse, p95 / that of stock logistic regression", _over(slow, LOGISTIC), "x", 12),
        Row("training", {name: its.seconds for name, its in made.items()}, "s", 120),
        Row("training, processor time", {name: its.processor for name, its in made.items()}, "s"),
        Row("memory of training", {name: its.memory for name, its in made.items()}, "MB"),
        Row("memory of parsing", {**found.memory}, "MB"),
    ]


def _xsid(read: dict[str, list[Reading]]) -> Row:
    values: Values = {name: share(row.right for row in rows) if rows else None for name, rows in read.items()}
    return Row("right intent", values, bar=94, side="at least")


def _inside(groups: Read) -> list[Reading]:
    return pooled(groups, INSIDE)


def _times(groups: Read) -> list[float]:
    return [row.milliseconds for row in _inside(groups)]


def _errors(groups: Read, forced: bool = False) -> float:
    return sum(not right for right in _right(_inside(groups), forced))


def _macro_f1(groups: Read) -> float:
    return scores.macro_f1([(row.sentence.topic, row.topic) for row in _inside(groups)])


def _ece(rows: Iterable[Reading]) -> float:
    return scores.calibration_error(bins(rows))


def _each(read: dict[str, Read], figure: Callable[[Read], float]) -> Values:
    return {name: figure(groups) for name, groups in read.items()}


def _over(values: Values, other: str) -> Values:
    below = values.get(other)
    return {name: value / below if value is not None and below else None for name, value in values.items()}


def _minus(values: Values, less: Values) -> Values:
    pairs = {name: (value, less[name]) for name, value in values.items()}
    return {name: None if one is None or two is None else one - two for name, (one, two) in pairs.items()}


def _ours_only(value: float) -> Values:
    return {name: value if name == OURS else None for name in PIPELINES}
