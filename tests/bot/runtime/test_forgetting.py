"""Deleting a conversation: gone from the store, its archive, what wraps it, and the file of a database."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any
from unittest.mock import MagicMock

import pytest
from rasa.core.agent import Agent
from rasa.core.tracker_store import (
    AwaitableTrackerStore,
    FailSafeTrackerStore,
    InMemoryTrackerStore,
    MongoTrackerStore,
    RedisTrackerStore,
    SQLTrackerStore,
    TrackerStore,
)

from bot.channels.guard import take_turn
from bot.runtime.conversations import ConversationStore
from bot.runtime.forgetting import CannotForget, forget

SECRET = "Zwaluwstraat"


def talk(agent: Agent, store: TrackerStore, *steps: str) -> None:
    """Messages of conversation "a", or "!" to delete it; after a message of "b"."""

    async def run() -> None:
        await take_turn(agent, "b", "hallo", "test")
        for step in steps:
            if step == "!":
                await forget(agent.tracker_store, "a")
            else:
                await take_turn(agent, "a", step, "test")

    assert agent.domain and agent.processor
    store.domain = agent.domain
    agent.tracker_store = agent.processor.tracker_store = FailSafeTrackerStore(store)
    asyncio.run(run())


def keys(store: TrackerStore) -> set[str]:
    return set(asyncio.run(store.keys()))


@pytest.mark.parametrize("kind", [ConversationStore, InMemoryTrackerStore])
def test_nothing_is_left_in_memory(agent: Agent, kind: Any) -> None:
    store = kind(agent.domain)
    talk(agent, store, f"hallo {SECRET}", "hallo", "!")
    assert keys(store) == {"b"}
    assert asyncio.run(store.retrieve_full_tracker("a")) is None
    assert SECRET not in repr(store.__dict__)


def test_nothing_is_left_in_the_file_of_a_database(agent: Agent, tmp_path: Path) -> None:
    file = tmp_path / "talk.db"
    store = SQLTrackerStore(agent.domain, db=str(file))
    talk(agent, store, f"hallo {SECRET}", *["hallo"] * 20)
    assert SECRET.encode() in file.read_bytes()
    talk(agent, store, "!")
    assert SECRET.encode() not in file.read_bytes()
    assert keys(store) == {"b"}
    assert b"hallo" in file.read_bytes()  # of the other conversation


def test_rasas_stand_in_for_a_store_that_fails_is_emptied_too(agent: Agent) -> None:
    safe = FailSafeTrackerStore(ConversationStore(agent.domain))
    stand_in = safe.fallback_tracker_store
    tracker = asyncio.run(safe.create_tracker("a"))
    asyncio.run(stand_in.save(tracker))
    assert keys(stand_in) == {"a"}
    asyncio.run(forget(safe, "a"))
    assert keys(stand_in) == set()


def test_a_store_behind_two_wrappers_is_found(agent: Agent) -> None:
    store = InMemoryTrackerStore(agent.domain)
    asyncio.run(store.create_tracker("a"))
    asyncio.run(forget(FailSafeTrackerStore(AwaitableTrackerStore(store)), "a"))
    assert keys(store) == set()


def test_redis_and_mongo_are_told_which_one() -> None:
    redis, mongo = RedisTrackerStore.__new__(RedisTrackerStore), MongoTrackerStore.__new__(MongoTrackerStore)
    redis.red, redis.key_prefix = MagicMock(), "tracker:"
    mongo.db, mongo.collection = MagicMock(), "conversations"
    asyncio.run(forget(redis, "a"))
    asyncio.run(forget(mongo, "a"))
    redis.red.delete.assert_called_once_with("tracker:a")
    mongo.conversations.delete_many.assert_called_once_with({"sender_id": "a"})


def test_a_store_we_do_not_know_is_said_to_be_so() -> None:
    with pytest.raises(CannotForget):
        asyncio.run(forget(TrackerStore(None), "a"))
