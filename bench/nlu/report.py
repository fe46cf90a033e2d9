"""The report as markdown. It prints no sentence: nothing is to be tuned on the blind set."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from importlib.metadata import version
from pathlib import Path

from bench.nlu import scores
from bench.nlu.figures import Results, Row, Section, pooled
from bench.nlu.pipelines import EPOCHS, OURS, PIPELINES, training_rows
from bench.nlu.plots import LOOK, accepts_plot, reliability_plot
from bench.nlu.reader import CHUNK
from bench.nlu.readings import AMBIGUITY, THRESHOLD
from bench.nlu.sets import INSIDE, NEAR_DOMAIN, NONSENSE, OFF_DOMAIN, SEEDS, SMART_HOME

NAME = "nlu-bench.md"
HEAD = Path(__file__).with_name("head.md")
ACCEPTS, RELIABILITY = "img/nlu-accepts.png", "img/nlu-reliability.png"
_DECIMALS = {"": 2, "x": 2, "s": 0, "MB": 0}


@dataclass(frozen=True)
class Settings:
    """What was asked for; `partial` is a run that only tries things out."""

    epochs: int = EPOCHS
    threshold: float = THRESHOLD
    most: int = 0
    every: int = 1
    pipelines: tuple[str, ...] = tuple(PIPELINES)

    @property
    def partial(self) -> bool:
        return replace(self, threshold=THRESHOLD) != Settings()


def write(folder: Path, found: Results, parts: list[Section], settings: Settings) -> Path:
    """The report and its pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    accepts_plot(found.read, folder / ACCEPTS)
    reliability_plot(found.read, folder / RELIABILITY)
    blocks = [_head(found, settings), _bars(parts), _all(parts), _pictures(), _confusions(found)]
    path = folder / NAME
    path.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")
    return path


def _head(found: Results, settings: Settings) -> str:
    groups = found.read[OURS]
    sizes = {"inside": INSIDE, "off": OFF_DOMAIN, "near": NEAR_DOMAIN, "nonsense": NONSENSE}
    counts = {name: len(pooled(groups, names)) for name, names in sizes.items()}
    smart_home = len(groups[SMART_HOME])
    return (
        HEAD.read_text(encoding="utf-8")
        .strip()
        .format(
            day=f"{date.today():%-d %B %Y}",
            machine=_machine(),
            partial=f"**A partial run, to try things out:** {settings}.\n\n" if settings.partial else "",
            trained=_trained(settings),
            trained_on=", ".join(sorted({its.day for its in found.trained.values()})),
            epochs=settings.epochs,
            margin=scores.margin(95, counts["inside"]),
            home_assistant=f" and {smart_home} smart-home ones of Home Assistant"
            if smart_home
            else "; ../shared is missing",
            seeds=len(SEEDS),
            threshold=settings.threshold,
            ambiguity=AMBIGUITY,
            chunk=CHUNK,
            **counts,
        )
    )


def _machine() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    models = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    model = f" ({models[0]})" if models else ""
    python, rasa = platform.python_version(), version("rasa")
    return f"{os.cpu_count()} shared cores{model}, Python {python}, Rasa {rasa}"


def _trained(settings: Settings) -> str:
    if settings.most:
        return f"first {settings.most} sentences of each topic"
    rows = training_rows()
    return f"{len(rows):,} sentences of `data/nlu` ({len({row.topic for row in rows})} intents)"


def _bars(parts: list[Section]) -> str:
    rows = [(part, row) for part in parts for row in part.rows if row.bar is not None]
    lines = [f"| {part.told(row)} | {_bar(row)} | {_value(row, OURS)} | {verdict(row)} |" for part, row in rows]
    return "\n".join(["## Bars", "", "| what | bar | ours | |", "| --- | --- | --- | --- |", *lines])


def _all(parts: list[Section]) -> str:
    return "\n\n".join(["## All figures", *map(_table, parts)])


def _table(part: Section) -> str:
    names = [LOOK[name][1] for name in PIPELINES]
    head = [f"### {part.title}", "", f"| | {' | '.join(names)} |", f"| --- |{' --- |' * len(names)}"]
    lines = [f"| {row.name} | {' | '.join(_value(row, name) for name in PIPELINES)} |" for row in part.rows]
    return "\n".join(head + lines)


def _value(row: Row, pipeline: str) -> str:
    value = row.values.get(pipeline)
    if value is None:
        return "n/a"
    whole = row.name == "errors"
    return f"{value:.{0 if whole else _DECIMALS.get(row.unit, 1)}f} {row.unit}".strip()


def _bar(row: Row) -> str:
    return f"{'<=' if row.side == 'at most' else '>='} {row.bar:g} {row.unit}".strip()


def verdict(row: Row) -> str:
    return "skipped" if row.measure is None else "ok" if row.measure.met else "**missed**"


def _pictures() -> str:
    return f"""## Pictures

False accepts against in-scope accepts; a dot is the pipeline's own bar, dotted lines are the bars of the issue.

![False accepts against in-scope accepts of the three pipelines]({ACCEPTS})

Confidence against what was right, in ten bins.

![Reliability of the three pipelines]({RELIABILITY})"""


def _confusions(found: Results) -> str:
    rows = pooled(found.read[OURS], INSIDE)
    table = scores.confusions((row.sentence.topic, row.topic) for row in rows)
    lines = [
        f"| {row.topic} | {row.number} | {row.right:.0f} % | {_taken(row.taken_for)} |"
        for row in table
        if row.taken_for
    ]
    perfect = ", ".join(f"{row.topic} ({row.number})" for row in table if not row.taken_for)
    head = [
        "## Confused with",
        "",
        "Ours after its refusal, weakest topic first: `clarify` asked back, `out_of_scope` and `nonsense` refused.",
        "",
        "| topic | sentences | right | most confused with |",
        "| --- | --- | --- | --- |",
    ]
    return "\n".join([*head, *lines, "", f"Without an error (sentences): {perfect or 'none'}."])


def _taken(pairs: Iterable[tuple[str, int]]) -> str:
    return ", ".join(f"{topic} {count}" for topic, count in pairs)
