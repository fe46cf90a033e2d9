"""The real assistant under Rasa's own `rasa run actions` and `rasa shell`; test_rest.py has `rasa run`."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import yaml

from tests.bot.runtime.support import PATIENCE, ROOT, free_port, wait_for

RASA = [sys.executable, "-W", "ignore", "-m", "rasa"]
QUESTION = "wat kan ik worden met elektromechanische technieken?"


@contextmanager
def rasa(*words: str, out: int = subprocess.DEVNULL) -> Iterator[subprocess.Popen[str]]:
    """A command of Rasa in the background. What it says of errors is shown with a test that fails."""
    process = subprocess.Popen([*RASA, *words], cwd=ROOT, stdin=subprocess.PIPE, stdout=out, text=True)
    try:
        yield process
    finally:
        process.kill()
        process.wait(PATIENCE)


def endpoints_at(port: int, folder: Path) -> Path:
    """endpoints.yml with the action server on that port."""
    settings = yaml.safe_load((ROOT / "endpoints.yml").read_text())
    settings["action_endpoint"]["url"] = f"http://127.0.0.1:{port}/webhook"
    path = folder / "endpoints.yml"
    path.write_text(yaml.safe_dump(settings))
    return path


def test_rasa_shell_answers_a_pipe(model: Path, tmp_path: Path) -> None:
    """Both start at once, since each takes long; the question waits for the action server."""
    port = free_port()
    words = ["shell", "--model", str(model), "--endpoints", str(endpoints_at(port, tmp_path))]
    words += ["--interface", "127.0.0.1", "--port", str(free_port())]
    with rasa("run", "actions", "--port", str(port)) as actions, rasa(*words, out=subprocess.PIPE) as shell:
        wait_for(f"http://127.0.0.1:{port}/health", actions)
        said, _ = shell.communicate(f"{QUESTION}\n/stop\n", timeout=PATIENCE)
    assert shell.returncode == 0
    assert '"topic": "option_jobs"' in said and '"kind": "answer"' in said
