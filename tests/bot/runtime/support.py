"""A server process of our own, and small helpers for conversations."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import requests

ROOT = Path(__file__).resolve().parents[3]
TINY = Path(__file__).resolve().parent / "tiny"
PAYLOAD = '/choice{"option": "so3-één"}'
PATIENCE = 120.0  # seconds for a server to start or stop


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Server:
    """A running `python -m bot serve`."""

    process: subprocess.Popen[str]
    url: str
    errors: IO[str]

    @property
    def webhook(self) -> str:
        return f"{self.url}/webhooks/rest/webhook"

    def post(self, body: Any, **options: Any) -> requests.Response:
        return requests.post(self.webhook, json=body, timeout=10, **options)

    def say(self, sender: str, message: object) -> dict[str, Any]:
        """The structured answer to a message; every answer is one text and one custom message."""
        response = self.post({"sender": sender, "message": message})
        return answer_of(response)

    def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        self.process.send_signal(how)
        return self.process.wait(PATIENCE)

    def log(self) -> str:
        self.errors.flush()
        return Path(self.errors.name).read_text()


def answer_of(response: requests.Response) -> dict[str, Any]:
    assert response.status_code == 200, response.text
    text, custom = response.json()
    assert text["text"] and set(custom) == {"recipient_id", "custom"}
    assert text["recipient_id"] == custom["recipient_id"]
    answer: dict[str, Any] = custom["custom"]
    return {**answer, "text": text["text"], "recipient": text["recipient_id"]}


@contextmanager
def running(
    model: Path, actions: str = "tiny_actions", endpoints: Path | None = None, **environment: str
) -> Iterator[Server]:
    """`python -m bot serve`, with the tiny actions unless told otherwise, once it says it is ready."""
    port = free_port()
    words = ["serve", "--port", str(port), "--model", str(model), "--actions", actions]
    words += ["--endpoints", str(endpoints)] if endpoints else []
    with tempfile.NamedTemporaryFile("w", suffix=".log") as errors, started(words, errors, **environment) as process:
        assert process.stdout
        ready = process.stdout.readline()
        assert ready.startswith("Ready"), Path(errors.name).read_text()
        yield Server(process, f"http://127.0.0.1:{port}", errors)


@contextmanager
def started(words: list[str], errors: IO[str], **environment: str) -> Iterator[subprocess.Popen[str]]:
    """`python -m bot` with these words, ended at the latest here."""
    variables = {**os.environ, "PYTHONPATH": str(TINY), "LOG_LEVEL": "INFO", **environment}
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", *words], cwd=ROOT, env=variables, stdout=subprocess.PIPE, stderr=errors, text=True
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait(PATIENCE)


def wait_for(url: str, process: subprocess.Popen[Any]) -> None:
    """Until a url answers; an error when the process ends first."""
    wait_until(lambda: answers(url) or process.poll() is not None, f"nothing on {url}")
    assert process.poll() is None, f"the server of {url} has ended"


def answers(url: str) -> bool:
    try:
        requests.get(url, timeout=2)
    except requests.ConnectionError:
        return False
    return True


def wait_until(happened: Callable[[], object], otherwise: str, patience: float = PATIENCE) -> None:
    """Until it happened; an error when patience ends first."""
    end = time.monotonic() + patience
    while not happened():
        assert time.monotonic() < end, otherwise
        time.sleep(0.02)
