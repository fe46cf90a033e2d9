"""The real assistant under Rasa's own `rasa run actions` and `rasa shell`; test_rest.py has `rasa run`."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import yaml

from tests.bot.runtime.support import PATIENCE, ROOT, free_port, wait_for

RASA = [sys.executable, "-W", "ignore", "-m", "rasa"]
QUESTION = "wat kan ik worden met elektromechanische technieken?"


@contextmanager
def rasa(*words: str) -> Iterator[subprocess.Popen[str]]:
    """A command of Rasa in the background. What it prints is shown with a test that fails."""
    process = subprocess.Popen([*RASA, *words], cwd=ROOT, stdout=subprocess.DEVNULL, text=True)
    try:
        yield process
    finally:
        process.kill()
        process.wait(PATIENCE)


@pytest.fixture(scope="module")
def endpoints(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """endpoints.yml with an action server on another port, and that server."""
    port = free_port()
    path = tmp_path_factory.mktemp("rasa") / "endpoints.yml"
    settings = yaml.safe_load((ROOT / "endpoints.yml").read_text())
    settings["action_endpoint"]["url"] = f"http://127.0.0.1:{port}/webhook"
    path.write_text(yaml.safe_dump(settings))
    with rasa("run", "actions", "--port", str(port)) as process:
        wait_for(f"http://127.0.0.1:{port}/health", process)
        yield path


def test_rasa_shell_answers_a_pipe(model: Path, endpoints: Path) -> None:
    words = ["shell", "--model", str(model), "--endpoints", str(endpoints)]
    words += ["--interface", "127.0.0.1", "--port", str(free_port())]
    done = subprocess.run(
        [*RASA, *words], input=f"{QUESTION}\n/stop\n", cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE
    )
    assert done.returncode == 0, done.stderr
    assert '"topic": "option_jobs"' in done.stdout and '"kind": "answer"' in done.stdout
