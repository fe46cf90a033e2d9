"""The two sides of a measure: our assistant and a bare stock bot, each as a process that takes commands."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
STOCK = Path(__file__).resolve().parent / "stock"
PATIENCE = 180.0  # seconds
_QUIET = {"RASA_TELEMETRY_ENABLED": "false", "SQLALCHEMY_SILENCE_UBER_WARNING": "1", "TF_CPP_MIN_LOG_LEVEL": "3"}


@dataclass
class Side:
    """A worker process with one assistant; `texts` are what is said to it."""

    process: subprocess.Popen[str]
    texts: list[str]

    def turns(self, sender: str, times: int, texts: list[str] | None = None) -> list[float]:
        """Milliseconds of each turn. texts: said one after the other, from the first again; else this side's own"""
        found: list[float] = self._ask(do="turns", sender=sender, times=times, texts=texts or self.texts)
        return found

    def wait(self) -> float:
        """Milliseconds between the ends of two messages of one sender that came together."""
        return float(self._ask(do="wait"))

    def _ask(self, **command: Any) -> Any:
        assert self.process.stdin
        self.process.stdin.write(json.dumps({"texts": self.texts, **command}) + "\n")
        self.process.stdin.flush()
        return self.read()

    def read(self) -> Any:
        assert self.process.stdout
        while line := self.process.stdout.readline():
            if line.startswith(("[", '"')) or line[:1].isdigit():
                return json.loads(line)
        raise RuntimeError("the worker has stopped")


@contextmanager
def side(name: str, model: Path, texts: list[str], *more: str) -> Iterator[Side]:
    words = [sys.executable, "-W", "ignore", "-m", "bench.worker", name, str(model), *more]
    process = subprocess.Popen(
        words, cwd=ROOT, env={**os.environ, **_QUIET}, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        found = Side(process, texts)
        found.read()
        yield found
    finally:
        process.kill()
        process.wait(PATIENCE)


@contextmanager
def stock_actions(folder: Path) -> Iterator[str]:
    """Rasa's own action server with the one action of the stock bot; its address."""
    address = f"http://127.0.0.1:{(port := free_port())}"
    words = [sys.executable, "-W", "ignore", "-m", "rasa", "run", "actions", "--port", str(port)]
    process = subprocess.Popen(
        words, cwd=folder, env={**os.environ, **_QUIET}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        wait_for(lambda: _get(f"{address}/health"), process)
        yield f"{address}/webhook"
    finally:
        process.kill()
        process.wait(PATIENCE)


def train_stock(folder: Path) -> Path:
    """The stock bot, trained by Rasa's own command."""
    shutil.copytree(STOCK, folder, dirs_exist_ok=True)
    rasa = [sys.executable, "-W", "ignore", "-m", "rasa", "train", "--quiet", "--fixed-model-name", "stock"]
    subprocess.run(rasa, cwd=folder, env={**os.environ, **_QUIET}, check=True, capture_output=True)
    return folder / "models" / "stock.tar.gz"


@dataclass(frozen=True)
class Footprint:
    """A server's seconds from start to its first answer, and its largest resident memory in MB after some turns."""

    start: float
    memory: float


def footprint(words: list[str], folder: Path, texts: list[str]) -> Footprint:
    """Start a server (`words` lacks its port) and talk to it over HTTP."""
    port = free_port()
    begin = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-W", "ignore", *words, "--port", str(port)],
        cwd=folder, env={**os.environ, **_QUIET}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        wait_for(lambda: say(port, "first", texts[0]), process)
        seconds = time.monotonic() - begin
        for number in range(60):
            say(port, f"user {number}", texts[number % len(texts)])
        return Footprint(seconds, _peak_memory(process.pid))
    finally:
        process.kill()
        process.wait(PATIENCE)


def wait_for(ask: Callable[[], None], process: subprocess.Popen[bytes], patience: float = PATIENCE) -> None:
    """Ask until there is an answer."""
    end = time.monotonic() + patience
    while process.poll() is None and time.monotonic() < end:
        try:
            return ask()
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.05)
    raise RuntimeError("the server did not start")


def say(port: int, sender: str, text: str) -> None:
    body = json.dumps({"sender": sender, "message": text}).encode()
    request = urllib.request.Request(f"http://127.0.0.1:{port}/webhooks/rest/webhook", body)
    with urllib.request.urlopen(request, timeout=10) as response:
        assert json.load(response)


def _get(address: str) -> None:
    with urllib.request.urlopen(address, timeout=10) as response:
        assert response.status == 200


def _peak_memory(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM"))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
