"""The real assistant: its model, made by `make train` or here, and one server process for the whole run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from bot.runtime import environment, lean, logs

environment.prepare()
lean.leave_out_tensorflow()
logs.quiet_warnings()
settings.register_profile("ours", deadline=None)  # no absolute time is asserted: the machine may be busy
settings.load_profile("ours")

from bot.runtime import training  # noqa: E402  # after the environment is set
from study_catalogue import Catalogue, open_catalogue  # noqa: E402
from tests.bot.runtime.support import ROOT, Server, running  # noqa: E402


@pytest.fixture(scope="session")
def model() -> Path:
    """The model of the present sources, never an older one."""
    path = training.model_path(ROOT)
    return path if path.is_file() else training.train(ROOT)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The real one, built from data/."""
    return open_catalogue()


@pytest.fixture(scope="session")
def stempad(model: Path) -> Iterator[Server]:
    with running(model, "actions") as server:
        yield server
