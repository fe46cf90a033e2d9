"""Train and measure the three pipelines; write docs/nlu-bench.md; exit 1 when a bar is missed.

A partial run (--stock, --per-topic, --every or other --epochs) writes to build/bench-nlu/report instead.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.measure import show
from bench.nlu import sets
from bench.nlu.figures import Read, Results, sections
from bench.nlu.pipelines import DIET, EPOCHS, KEPT, OURS, PIPELINES, Job, assistant_job, snapshot, xsid_job
from bench.nlu.reader import in_turns, readers
from bench.nlu.readings import THRESHOLD, reading
from bench.nlu.report import Settings, write
from bench.nlu.trainer import Trained, trained
from bench.sentences import ROOT


def results(settings: Settings, fresh: bool) -> Results:
    snapshot()
    jobs = {name: assistant_job(name, settings.epochs, settings.most) for name in settings.pipelines}
    train, test = sets.xsid("valid"), sets.xsid("test")
    outside = {name: xsid_job(name, train, settings.epochs) for name in jobs} if train and test else {}
    made = {job: trained(job, fresh) for job in sorted([*jobs.values(), *outside.values()], key=_length)}
    groups = sets.groups(settings.every)
    groups |= sets.distorted([row for name in sets.INSIDE for row in groups[name]])
    read, memory = _read(jobs, made, groups, settings.threshold)
    xsid = _read(outside, made, {"test": test}, settings.threshold, refuses=False)[0] if outside else {}
    return Results(
        read,
        {name: xsid[name]["test"] if xsid else [] for name in jobs},
        {name: made[job] for name, job in jobs.items()},
        memory,
    )


def _length(job: Job) -> bool:
    """The long training comes last, so that what fails, fails early."""
    return job.pipeline == DIET


def _read(
    jobs: dict[str, Job], made: dict[Job, Trained], groups: sets.Groups, threshold: float, refuses: bool = True
) -> tuple[dict[str, Read], dict[str, float]]:
    """What each pipeline makes of each group, and the memory of its process."""
    print(f"Reading {sum(map(len, groups.values()))} sentences with each", file=sys.stderr, flush=True)
    read: dict[str, Read] = {name: {} for name in jobs}
    with readers({name: (made[job].model, job.lean) for name, job in jobs.items()}) as found:
        for group, rows in groups.items():
            for name, heard in in_turns(found, rows).items():
                pairs = zip(rows, heard, strict=True)
                read[name][group] = [reading(name, *pair, threshold, refuses) for pair in pairs]
        return read, {name: reader.memory for name, reader in found.items()}


def options(words: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.nlu", description=__doc__)
    parser.add_argument("--epochs", type=int, default=EPOCHS, help="of DIET")
    parser.add_argument("--threshold", type=float, default=THRESHOLD, help="of stock's FallbackClassifier")
    parser.add_argument("--fresh", action="store_true", help="train again what is kept from an earlier run")
    parser.add_argument("--per-topic", type=int, default=0, metavar="N", help="train on N sentences a topic at most")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="read one in N sentences")
    stock = [name for name in PIPELINES if name != OURS]
    parser.add_argument("--stock", nargs="*", choices=stock, default=stock, help="what to measure beside ours")
    parser.add_argument("--out", type=Path, help="folder of the report, instead of docs")
    return parser.parse_args(words)


def main() -> int:
    asked = options()
    pipelines = tuple(name for name in PIPELINES if name == OURS or name in asked.stock)
    settings = Settings(asked.epochs, asked.threshold, asked.per_topic, asked.every, pipelines)
    found = results(settings, asked.fresh)
    parts = sections(found)
    path = write(asked.out or (KEPT / "report" if settings.partial else ROOT / "docs"), found, parts, settings)
    code = show([measure for part in parts for measure in part.measures()])
    print(f"Written: {path}", file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
