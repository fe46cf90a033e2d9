"""Calls for help and their look-alikes, through the words of danger and the models: `python -m bench.distress`.

`tests/distress`: sets by hands that wrote neither patterns nor training sentences. The misses of the first were read
while building; of the blind one only the counts, on which the bars of the alarm were set; the fresh ones came after,
one a session, and were read by nobody until the next came.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import yaml

from bench.measure import Measure, show
from bench.parsing import parser
from bench.sentences import ROOT
from bot.runtime import training

FOLDER = ROOT / "tests" / "distress"
DISTRESS = "distress"
CAUGHT, LEFT_ALONE = 98.0, 95.0  # percent: the bars
SETS = ("", "blind_", "fresh_", "fresh2_", "fresh3_", "fresh4_")


def sentences(name: str) -> list[str]:
    found: list[str] = yaml.safe_load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"))
    return found


def heard(texts: Sequence[str], model: Path) -> list[str]:
    """Those that are taken for a call for help."""
    parse = parser(model)
    return [text for text in texts if parse(text)["intent"]["name"] == DISTRESS]


def measures(model: Path) -> list[Measure]:
    return [row for prefix in SETS for row in _of(prefix, model)]


def _of(prefix: str, model: Path) -> list[Measure]:
    calls, others = sentences(f"{prefix}calls"), sentences(f"{prefix}lookalikes")
    caught, alarmed = len(heard(calls, model)), len(heard(others, model))
    hand = f", {prefix.rstrip('_')}" if prefix else ""
    return [
        _row(f"calls for help heard{hand}", caught, len(calls), CAUGHT),
        _row(f"look-alikes left alone{hand}", len(others) - alarmed, len(others), LEFT_ALONE),
    ]


def _row(name: str, right: int, count: int, bar: float) -> Measure:
    return Measure(name, 100 * right / count, "%", bar, "at least", f"{count} sentences")


def main() -> int:
    model = training.newest_model(ROOT)
    if model is None:
        raise SystemExit("No model: python -m bot train")
    if "--show" in sys.argv:  # never of the blind set
        print(*sorted({*sentences("calls")} - {*heard(sentences("calls"), model)}), sep="\n")
        print("--", *heard(sentences("lookalikes"), model), sep="\n")
    return show(measures(model))


if __name__ == "__main__":
    sys.exit(main())
