"""A very small assistant with real Rasa parts: trained once for a run, in this process or behind a server."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.runtime import environment, lean, logs

environment.prepare()
lean.leave_out_tensorflow()
logs.quiet_warnings()
logs.configure()

from rasa.core.agent import Agent  # noqa: E402  # after the environment is set

from bot.runtime import assistant, training  # noqa: E402
from tests.bot.runtime.support import TINY, Server, running  # noqa: E402


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("tiny") / "root"
    shutil.copytree(TINY, root)
    return training.train(root)


@pytest.fixture
def agent(tiny_model: Path, monkeypatch: pytest.MonkeyPatch) -> Agent:
    monkeypatch.syspath_prepend(str(TINY))
    return asyncio.run(assistant.load(assistant.Parts(tiny_model, "tiny_actions")))


@pytest.fixture(scope="session")
def server(tiny_model: Path) -> Iterator[Server]:
    with running(tiny_model) as found:
        yield found
