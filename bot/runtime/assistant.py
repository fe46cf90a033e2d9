"""Loading the assistant: Rasa's agent with our endpoints, and the actions in the same process."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rasa.core.agent import Agent
from rasa.core.brokers.broker import EventBroker
from rasa.core.lock_store import LockStore
from rasa.core.tracker_store import TrackerStore
from rasa.core.utils import AvailableEndpoints

from bot.runtime import local_actions
from bot.runtime.environment import ROOT, give_memory_back
from bot.runtime.progress import step


@dataclass(frozen=True)
class Parts:
    """What an assistant is made of: a packed model, the package of its actions, and the endpoints of Rasa."""

    model: Path
    actions: str = "actions"
    endpoints: Path = ROOT / "endpoints.yml"


async def load(parts: Parts) -> Agent:
    """The agent, ready for messages. Takes seconds; prints its steps.

    Raises:
        RasaException: the model cannot be read. ImportError, SystemExit: the actions cannot be imported.
    """
    endpoints = AvailableEndpoints.read_endpoints(str(parts.endpoints))
    with step("Loading the actions"):
        actions = local_actions.load_actions(parts.actions)
        local_actions.install()
    with step(f"Loading the model {parts.model.name}"):
        broker = await EventBroker.create(endpoints.event_broker)
        agent = Agent.load(
            parts.model,
            generator=endpoints.nlg,
            tracker_store=TrackerStore.create(endpoints.tracker_store, event_broker=broker),
            lock_store=LockStore.create(endpoints.lock_store),
            action_endpoint=actions,
        )
        give_memory_back()
    return agent


async def close(agent: Agent) -> None:
    """Flush what goes out to others."""
    broker = agent.tracker_store.event_broker
    if broker:
        await broker.close()
