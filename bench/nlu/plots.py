"""The two pictures: false accepts against in-scope accepts, and confidence against what was right."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import matplotlib

matplotlib.use("Agg")

from matplotlib import pyplot as plt  # noqa: E402
from matplotlib.axes import Axes  # noqa: E402

from bench.measure import share  # noqa: E402
from bench.nlu import scores  # noqa: E402
from bench.nlu.figures import EQUAL, Read, bins, pooled  # noqa: E402
from bench.nlu.sets import INSIDE, NEAR_DOMAIN, NONSENSE, OFF_DOMAIN  # noqa: E402

LOOK = {"ours": ("#0b6e4f", "ours"), "diet": ("#c1440e", "stock, DIET"), "logistic": ("#3c5a99", "stock, logistic")}
_PANELS = {"off-domain": (OFF_DOMAIN, 3.0), "near-domain": (NEAR_DOMAIN, 10.0)}  # and the bar of ours, in per cent
_MOST, _LEAST = 98.0, 70.0  # in-scope acceptance up to which curves have to fit in, and from which they are shown
Points = list[tuple[float, float]]


def accepts_plot(read: dict[str, Read], path: Path) -> None:
    """One panel for each kind of stranger; a dot is where the pipeline's own bar stands."""
    _, panels = plt.subplots(1, len(_PANELS), figsize=(11, 4.6), layout="constrained")
    for axes, (title, (names, bar)) in zip(panels, _PANELS.items(), strict=True):
        curves = {pipeline: _curve(axes, pipeline, groups, names) for pipeline, groups in read.items()}
        top = max([2 * bar, *(outside for points in curves.values() for inside, outside in points if inside <= _MOST)])
        axes.axvline(EQUAL, color="grey", linewidth=0.8, linestyle=":")
        axes.axhline(bar, color="grey", linewidth=0.8, linestyle=":")
        axes.set(title=title, xlim=(_LEAST, 100), ylim=(0, 1.05 * top))
        axes.set(xlabel="in-scope accepted, %", ylabel="false accepts, %")
        axes.legend(loc="upper left", frameon=False)
    _save(path)


def _curve(axes: Axes, pipeline: str, groups: Read, names: Iterable[str]) -> Points:
    inside, outside = pooled(groups, INSIDE), pooled(groups, names)
    points = scores.curve([row.score for row in inside], [row.score for row in outside])
    colour, label = LOOK[pipeline]
    axes.plot(*zip(*points, strict=True), color=colour, label=label)
    axes.plot(*[share(row.accepted for row in rows) for rows in (inside, outside)], "o", color=colour)
    return points


def reliability_plot(read: dict[str, Read], path: Path) -> None:
    """One panel for each pipeline, a larger dot for more sentences. On the diagonal confidence is what it says."""
    _, panels = plt.subplots(1, len(read), figsize=(11, 4.2), layout="constrained", squeeze=False)
    for axes, (pipeline, groups) in zip(panels[0], read.items(), strict=True):
        found = bins(pooled(groups, (*INSIDE, *OFF_DOMAIN, *NEAR_DOMAIN, *NONSENSE)))
        total = sum(its.number for its in found)
        colour, label = LOOK[pipeline]
        axes.plot([0, 1], [0, 1], color="grey", linewidth=0.8, linestyle=":")
        axes.plot([its.confidence for its in found], [its.right for its in found], color=colour, linewidth=1)
        sizes = [15 + 700 * its.number / total for its in found]
        axes.scatter(
            [its.confidence for its in found], [its.right for its in found], s=sizes, color=colour, alpha=0.5
        )  # fmt: skip
        error = scores.calibration_error(found)
        axes.set(title=f"{label}: ECE {error:.1f} points", xlim=(0, 1), ylim=(0, 1.02), xlabel="confidence")
    panels[0][0].set_ylabel("share that was right")
    _save(path)


def _save(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    plt.savefig(path, dpi=110, metadata={"Software": None})
    plt.close("all")
