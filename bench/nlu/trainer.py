"""Training a pipeline in a process of its own: `python -m bench.nlu.trainer CONFIG DATA DOMAIN MODEL [--lean]`.

Writes the model, and beside it what the training took.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from contextlib import nullcontext
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

import yaml

from bench.nlu.pipelines import KEPT, Job
from bench.sentences import ROOT

# Nothing is taken from Rasa's own training cache, which would make a second training free.
SETTINGS = {"RASA_MAX_CACHE_SIZE": "0", "RASA_TELEMETRY_ENABLED": "false", "LOG_LEVEL": "INFO"}


@dataclass(frozen=True)
class Trained:
    """A model and what it took: wall and processor seconds of the training call, largest resident memory in MB."""

    model: Path
    seconds: float
    processor: float
    memory: float
    day: str


def trained(job: Job, fresh: bool = False) -> Trained:
    """The model of a job, trained now unless it is kept from an earlier run."""
    cost = job.model.with_suffix(".json")
    if fresh or not (job.model.is_file() and cost.is_file()):
        _train(job)
    return Trained(job.model, **json.loads(cost.read_text(encoding="utf-8")))


def _train(job: Job) -> None:
    KEPT.mkdir(parents=True, exist_ok=True)
    model, config, log = job.model, KEPT / f"{job.slot}.yml", KEPT / f"{job.slot}.log"
    config.write_text(yaml.safe_dump(job.config, sort_keys=False), encoding="utf-8")
    print(f"Training {job.slot}: follow it in {log.relative_to(ROOT)}", file=sys.stderr, flush=True)
    paths = [str(path) for path in (config, job.data, job.domain, model)]
    with log.open("wb") as out:
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-m", "bench.nlu.trainer", *paths, *["--lean"] * job.lean],
            cwd=ROOT, env={**os.environ, **SETTINGS}, stdin=subprocess.DEVNULL, stdout=out, stderr=out,
        )  # fmt: skip
    if done.returncode or not model.is_file():
        raise SystemExit(f"The training of {job.slot} failed: see {log}")
    _forget_older(job, model)


def _forget_older(job: Job, kept: Path) -> None:
    for path in KEPT.glob(f"{job.slot}-{'?' * 12}.*"):
        if path.name.split(".")[0] != kept.name.split(".")[0]:
            path.unlink()


def memory() -> float:
    """The largest resident memory of this process so far, in MB."""
    status = Path("/proc/self/status").read_text()
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM"))


def main(config: str, data: str, domain: str, model: str, *flags: str) -> None:
    from bot.runtime import environment
    from bot.runtime import lean as without
    from bot.runtime.shortcuts import shortcuts

    environment.prepare()
    if "--lean" in flags:
        without.leave_out_tensorflow()
    from rasa.model_training import train_nlu

    target = Path(model)
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        start, begin = time.perf_counter(), time.process_time()
        with shortcuts() if "--lean" in flags else nullcontext():
            made = train_nlu(config, data, folder, fixed_model_name=target.name, domain=domain)
        took = time.perf_counter() - start, time.process_time() - begin
        if not made:
            raise SystemExit("Rasa made no model")
        Path(made).replace(target)
    cost = asdict(Trained(target, *took, memory(), date.today().isoformat()))
    del cost["model"]
    target.with_suffix(".json").write_text(json.dumps(cost), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
