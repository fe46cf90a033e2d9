"""Print every measure with its bar; exit 1 when one is missed."""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

from bench import catalogue, understanding
from bench.measure import Measure, show
from bench.sides import ROOT, Side, footprint, side, stock_actions, train_stock
from bot.runtime import training

# of topics that ask the catalogue; the worker insists on an answer with a source
OURS = [
    "wat leer je in houttechnieken?",
    "wat kan ik worden met houttechnieken?",
    "wat kan ik verder studeren na elektrotechnieken?",
    "bestaat houttechnieken ook duaal?",
    "wat doet een lasser?",
    "is lasser een knelpuntberoep?",
    "welke knelpuntberoepen zijn er in de bouw?",
    "zijn er stemacademies in de buurt van Genk?",
]
# one talk over many topics with follow-ups, again and again; each answer has a source too
TALK = [
    "wat leer je in houttechnieken?",
    "en welke jobs?",
    "bestaat dat ook duaal?",
    "wat kan ik daarna studeren?",
    "welke knelpuntberoepen zijn er in de bouw?",
    "toon meer",
    "zijn er stemacademies in de buurt van Genk?",
    "en in Hasselt?",
    "is lasser een knelpuntberoep?",
    "wat verdien je bij duaal leren?",
]
STOCK = ["hallo", "tot ziens", "dank je", "hoi"]
STOCK_ASKED = ["wat kan ik worden", "is lasser een knelpuntberoep", "welke jobs zijn er", "waar is dat"]
ROUNDS, BATCH, BESIDE = 12, 16, 10
TALKS = 5  # a flat line still jumps by half when something else has a core
LONG, LONG_STOCK = 500, 300  # turns; stock would need minutes for 500


def turn_cost(sides: dict[str, Side]) -> list[Measure]:
    """A catalogue answer, and one of a stock action over HTTP, against a bare `utter_` response of stock.

    In turns, so that all meet the same noise.
    """
    rounds: dict[str, list[float]] = {name: [] for name in sides}
    for number in range(ROUNDS + 1):
        for name, found in sides.items():
            rounds[name].append(statistics.median(found.turns(f"turn {number}", BATCH)))
    warm = {name: medians[1:] for name, medians in rounds.items()}  # the first round warms up
    ours, bare, action = (statistics.median(warm[name]) for name in ("ours", "stock", "action"))
    return [
        Measure(
            "one catalogue answer / bare utter turn, p50",
            _ratio(warm, "ours"),
            "x",
            2,
            seen=f"{ours:.1f}/{bare:.1f} ms",
        ),
        Measure("stock action over HTTP / bare utter turn, p50", _ratio(warm, "action"), "x", seen=f"{action:.1f} ms"),
    ]


def _ratio(rounds: dict[str, list[float]], name: str) -> float:
    """Each round against stock in that round, so that a machine that slows down halfway slows both."""
    return statistics.median(mine / bare for mine, bare in zip(rounds[name], rounds["stock"], strict=True))


def growth(ours: Side, stock: Side) -> Measure:
    """Turn 500 of a talk against turn 5 of another, as the median over the turns around them and over talks.

    The two talks say the same texts in turns, so that a machine that slows down on the way does not count.
    """
    ratios = [ratio for number in range(TALKS) for ratio in _growth(ours, TALK, LONG, f"{number}")]
    stocks = statistics.median(_growth(stock, STOCK, LONG_STOCK, "0"))
    return Measure("turn 500 / turn 5", statistics.median(ratios), "x", 1.2, seen=f"stock at 300 {stocks:.1f} x")


def _growth(found: Side, texts: list[str], turns: int, name: str) -> list[float]:
    """The time of each of ten turns late in a talk over that of the same turn early in a fresh talk."""
    found.turns(f"long {name}", turns - BESIDE // 2, texts)
    said = [texts[number % len(texts)] for number in range(BESIDE)]
    pairs = [(found.turns(f"{talk} {name}", 1, [text])[0] for talk in ("long", "fresh")) for text in said]
    return [late / early for late, early in pairs]


def waiting(ours: Side, stock: Side) -> Measure:
    """How much later than the first, beyond a turn of its own, the second message of a sender is done."""
    extra = {}
    for name, found in (("ours", ours), ("stock", stock)):
        own = statistics.median(found.turns("waiting", BATCH))
        extra[name] = statistics.median(max(found.wait() - own, 0.0) for _ in range(5))
    return Measure("second message of a sender waits", extra["ours"], "ms", 50, seen=f"stock {extra['stock']:.0f} ms")


def size(model: Path, stock_model: Path) -> list[Measure]:
    mine = footprint(["-m", "bot", "serve", "--model", str(model)], ROOT, OURS)
    folder = stock_model.parents[1]
    (folder / "credentials.yml").write_text("rest:\n")
    bare = footprint(["-m", "rasa", "run", "--model", str(stock_model)], folder, STOCK)
    return [
        Measure(
            "memory of the one process", mine.memory, "MB", 750, seen=f"stock {bare.memory:.0f} MB, without actions"
        ),
        Measure("warm start to the first answer", mine.start, "s", 15, seen=f"stock {bare.start:.1f} s"),
    ]


def main() -> int:
    model = training.newest_model(ROOT)
    if model is None:
        print("No model: python -m bot train", file=sys.stderr)
        return 1
    measures = [*understanding.measures(understanding.results(model)), *catalogue.measures()]
    with tempfile.TemporaryDirectory() as folder:
        print("Training the stock bot …", file=sys.stderr)
        measures += against_stock(model, train_stock(Path(folder)))
    return show(measures)


def against_stock(model: Path, stock_model: Path) -> list[Measure]:
    with side("ours", model, OURS) as ours, side("stock", stock_model, STOCK) as stock:
        with stock_actions(stock_model.parents[1]) as url, side("stock", stock_model, STOCK_ASKED, url) as action:
            found = turn_cost({"ours": ours, "stock": stock, "action": action})
        found += [growth(ours, stock), waiting(ours, stock)]
    return found + size(model, stock_model)


if __name__ == "__main__":
    sys.exit(main())
