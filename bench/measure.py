"""One row of what is measured: a value against its bar, and on which side of it the value should stay."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Measure:
    """Without a bar it is only told, and counts as met."""

    name: str
    value: float
    unit: str
    bar: float | None = None
    side: Literal["at most", "at least"] = "at most"
    seen: str = ""

    @property
    def met(self) -> bool:
        if self.bar is None:
            return True
        return self.value <= self.bar if self.side == "at most" else self.value >= self.bar

    def __str__(self) -> str:
        sign = "<=" if self.side == "at most" else ">="
        bar = "" if self.bar is None else f"{sign} {self.bar:g}"
        verdict = "" if self.bar is None else "ok" if self.met else "MISSED"
        return f"{self.name:<52} {self.value:7.2f} {self.unit:<3} {bar:<7} {verdict:<6} {self.seen}".rstrip()


def share(rows: Iterable[bool]) -> float:
    """Percentage of true rows; 0 of none."""
    listed = list(rows)
    return 100 * sum(listed) / max(len(listed), 1)


def show(measures: list[Measure]) -> int:
    """Print the rows; the exit code, 1 when a bar is missed."""
    print(*measures, sep="\n", flush=True)
    return int(not all(measure.met for measure in measures))
