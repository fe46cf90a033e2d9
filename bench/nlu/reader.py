"""Reading sentences with a trained pipeline in a process of its own: `python -m bench.nlu.reader MODEL [--lean]`.

Takes a JSON list of texts a line, answers a JSON line. All three are asked in turns, so that all meet the same noise.
"""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from bench.nlu.trainer import SETTINGS, memory
from bench.sentences import ROOT, Sentence

CHUNK = 25  # sentences a turn
WARM_UP = 20  # sentences that are read before the clock counts
PATIENCE = 30.0  # seconds to stop
_KEPT = ("intent", "intent_ranking", "entities", "refusal", "readings")
Raw = tuple[dict[str, Any], float]  # Rasa's parse data, milliseconds


@dataclass
class Reader:
    """A process with one model; `memory` is its largest so far, in MB."""

    process: subprocess.Popen[str]
    memory: float = 0.0

    def read(self, texts: list[str]) -> list[Raw]:
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(json.dumps(texts) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError("a reader has stopped")
        answer = json.loads(line)
        self.memory = float(answer["memory"])
        return [(data, float(spent)) for data, spent in answer["rows"]]


@contextmanager
def readers(models: Mapping[str, tuple[Path, bool]]) -> Iterator[dict[str, Reader]]:
    """A reader by pipeline, from its model and whether TensorFlow is left out."""
    with ExitStack() as stack:
        yield {name: stack.enter_context(_reader(model, lean)) for name, (model, lean) in models.items()}


@contextmanager
def _reader(model: Path, lean: bool) -> Iterator[Reader]:
    words = [sys.executable, "-W", "ignore", "-m", "bench.nlu.reader", str(model)] + ["--lean"] * lean
    settings = {**os.environ, **SETTINGS, "LOG_LEVEL": "ERROR"}
    process = subprocess.Popen(
        words, cwd=ROOT, env=settings, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )  # fmt: skip
    try:
        yield Reader(process)
    finally:
        process.kill()
        process.wait(PATIENCE)


def in_turns(found: Mapping[str, Reader], rows: list[Sentence]) -> dict[str, list[Raw]]:
    """What each reader makes of each sentence."""
    texts = [row.text for row in rows]
    for reader in found.values():
        reader.read(texts[:WARM_UP])
    heard: dict[str, list[Raw]] = {name: [] for name in found}
    for start in range(0, len(texts), CHUNK):
        for name, reader in found.items():
            heard[name] += reader.read(texts[start : start + CHUNK])
    return heard


async def _parsed(agent: Any, texts: list[str]) -> list[Raw]:
    rows = []
    for text in texts:
        start = time.perf_counter()
        data = await agent.parse_message(text)
        spent = (time.perf_counter() - start) * 1000
        rows.append(({name: data[name] for name in _KEPT if name in data}, spent))
    return rows


def main(model: str, lean: bool) -> None:
    channel = _own_channel()
    from bot.runtime import environment, logs
    from bot.runtime import lean as without

    environment.prepare()
    if lean:
        without.leave_out_tensorflow()
    logs.quiet_warnings()
    from rasa.core.agent import Agent

    logs.configure()
    agent = Agent.load(model)
    environment.give_memory_back()
    for line in sys.stdin:
        rows = asyncio.run(_parsed(agent, json.loads(line)))
        print(json.dumps({"rows": rows, "memory": memory()}, default=float), file=channel, flush=True)


def _own_channel() -> IO[str]:
    """The present standard output, which from now on nothing else writes to."""
    channel = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return channel


if __name__ == "__main__":
    main(sys.argv[1], lean="--lean" in sys.argv)
