"""Print every measure with its bar; exit 1 when one is missed."""

from __future__ import annotations

import statistics
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from bench import understanding
from bench.sides import ROOT, Side, footprint, side, train_stock
from bot.runtime import training

OURS = ["hallo", "wat is duaal leren?", "wat kan ik worden met houttechnieken?", "is lasser een knelpuntberoep?"]
STOCK = ["hallo", "tot ziens", "dank je", "goeiemorgen"]
ROUNDS, BATCH = 10, 20
TALKS = 3  # a flat line still jumps by half when something else has a core


@dataclass(frozen=True)
class Measure:
    name: str
    value: float
    bar: float
    unit: str
    seen: str

    def __str__(self) -> str:
        verdict = "ok" if self.value <= self.bar else "MISSED"
        return f"{self.name:<44} {self.value:7.2f} {self.unit:<3} bar {self.bar:<6g} {verdict:<7} {self.seen}"


def turn_cost(ours: Side, stock: Side) -> Measure:
    """An answer of a custom action against a bare `utter_` response, in turns, so that both meet the same noise."""
    times: dict[str, list[float]] = {"ours": [], "stock": []}
    for number in range(ROUNDS + 1):
        for name, found in (("ours", ours), ("stock", stock)):
            batch = found.turns(f"turn {number}", BATCH)
            times[name] += batch if number else []  # the first round warms up
    mine, bare = (statistics.median(times[name]) for name in ("ours", "stock"))
    return Measure("answer turn / bare utter turn", mine / bare, 2.0, "x", f"{mine:.1f} ms, stock {bare:.1f} ms")


def growth(ours: Side, stock: Side) -> Measure:
    """Message 300 against message 10, as medians over the messages around them and over conversations."""
    mine = statistics.median(_growth(ours.turns(f"long {number}", 312)) for number in range(TALKS))
    return Measure("message 300 / message 10", mine, 1.5, "x", f"stock {_growth(stock.turns('long', 312)):.1f} x")


def _growth(times: list[float]) -> float:
    return statistics.median(times[292:308]) / statistics.median(times[4:20])


def waiting(ours: Side, stock: Side) -> Measure:
    """How much later than the first, beyond a turn of its own, the second message of a sender is done."""
    extra = {}
    for name, found in (("ours", ours), ("stock", stock)):
        own = statistics.median(found.turns("waiting", BATCH))
        extra[name] = statistics.median(max(found.wait() - own, 0.0) for _ in range(5))
    return Measure("second message of a sender waits", extra["ours"], 50, "ms", f"stock {extra['stock']:.0f} ms")


def size(model: Path, stock_model: Path) -> list[Measure]:
    mine = footprint(["-m", "bot", "serve", "--model", str(model)], ROOT, OURS)
    folder = stock_model.parents[1]
    (folder / "credentials.yml").write_text("rest:\n")
    bare = footprint(["-m", "rasa", "run", "--model", str(stock_model)], folder, STOCK)
    return [
        Measure("memory of the one process", mine.memory, 750, "MB", f"stock {bare.memory:.0f} MB, without actions"),
        Measure("warm start to the first answer", mine.start, 15, "s", f"stock {bare.start:.1f} s"),
    ]


def main() -> int:
    model = training.newest_model(ROOT)
    if model is None:
        print("No model: python -m bot train", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        print("Training the stock bot …", file=sys.stderr)
        stock_model = train_stock(Path(folder))
        with side("ours", model, OURS) as ours, side("stock", stock_model, STOCK) as stock:
            measures = [turn_cost(ours, stock), growth(ours, stock), waiting(ours, stock)]
        measures += size(model, stock_model)
    print(*measures, sep="\n")
    understanding.report(show=False)
    return int(any(measure.value > measure.bar for measure in measures))


sys.exit(main())
