"""Loading the assistant and letting it go."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
import yaml
from rasa.core.agent import Agent
from rasa.core.brokers.file import FileEventBroker
from rasa.shared.exceptions import RasaException

from bot.channels.guard import take_turn
from bot.runtime import assistant
from bot.runtime.conversations import ConversationStore
from bot.runtime.local_actions import LocalActions
from bot.runtime.locks import ConversationLockStore
from tests.bot.runtime.support import ROOT, TINY


@pytest.fixture(autouse=True)
def tiny_actions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(TINY))


def with_broker(folder: Path) -> Path:
    """endpoints.yml with a file that every event goes to."""
    settings = yaml.safe_load((ROOT / "endpoints.yml").read_text())
    settings["event_broker"] = {"type": "file", "path": str(folder / "events.log")}
    (folder / "endpoints.yml").write_text(yaml.safe_dump(settings))
    return folder / "endpoints.yml"


def test_it_has_our_stores_and_the_actions_in_the_process(agent: Agent) -> None:
    assert isinstance(agent.tracker_store._tracker_store, ConversationStore)
    assert isinstance(agent.lock_store, ConversationLockStore)
    assert isinstance(agent.action_endpoint, LocalActions)


def test_steps_are_told(tiny_model: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asyncio.run(assistant.load(assistant.Parts(tiny_model, "tiny_actions")))
    told = capsys.readouterr().err
    assert "Loading the actions" in told and tiny_model.name in told


def test_events_go_to_the_broker_of_the_endpoints(tiny_model: Path, tmp_path: Path) -> None:
    async def run() -> None:
        agent = await assistant.load(assistant.Parts(tiny_model, "tiny_actions", with_broker(tmp_path)))
        assert isinstance(agent.tracker_store.event_broker, FileEventBroker)
        await take_turn(agent, "a", "hallo", "test")
        await assistant.close(agent)

    asyncio.run(run())
    assert '"text": "hallo"' in (tmp_path / "events.log").read_text()


def test_closing_without_a_broker_does_nothing(agent: Agent) -> None:
    asyncio.run(assistant.close(agent))


def test_a_missing_model_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RasaException):
        asyncio.run(assistant.load(assistant.Parts(tmp_path / "none.tar.gz", "tiny_actions")))


def test_missing_actions_are_an_error(tiny_model: Path) -> None:
    with pytest.raises((ImportError, SystemExit)):
        asyncio.run(assistant.load(assistant.Parts(tiny_model, "no_such_actions")))
