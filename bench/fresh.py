"""From a fresh clone of HEAD to the first answer, with `make serve`: `python -m bench.fresh`.

Packages come from wherever this machine gets them, so a warm cache counts.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.measure import Measure, show
from bench.sides import ROOT, free_port, say, wait_for

PATIENCE = 900.0  # seconds
_TRAINING = re.compile(r"^Training … .*?([\d.]+) s$", re.MULTILINE | re.DOTALL)


def measures() -> list[Measure]:
    with tempfile.TemporaryDirectory(prefix="stempad-fresh-") as folder:
        clone, log = Path(folder) / "clone", Path(folder) / "log"
        start = time.monotonic()
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
        try:
            with _serving(clone, log) as (process, port):
                wait_for(lambda: say(port, "fresh", "is lasser een knelpuntberoep?"), process, PATIENCE)
                first = time.monotonic() - start
        except RuntimeError as error:
            raise SystemExit(f"{error}:\n{log.read_text()[-3000:]}") from error
        trained = training_seconds(log.read_text())
    return [
        Measure("fresh clone to the first answer", first, "s", 300),
        Measure("of which training", trained, "s", 40),
    ]


def training_seconds(log: str) -> float:
    """What `bot train` says it took; Rasa's own lines may stand in between."""
    found = _TRAINING.search(log)
    if found is None:
        raise ValueError("the log does not tell how long the training took")
    return float(found[1])


@contextmanager
def _serving(clone: Path, log: Path) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """`make serve` in the clone, with all that it starts; without the settings of the make that runs us."""
    port = free_port()
    settings = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS", "VIRTUAL"))}
    with log.open("wb") as out:
        process = subprocess.Popen(
            ["make", "serve", f"PORT={port}"],
            cwd=clone, env=settings, stdout=out, stderr=out, stdin=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        try:
            yield process, port
        finally:
            os.killpg(process.pid, signal.SIGINT)
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()


if __name__ == "__main__":
    sys.exit(show(measures()))
