"""Deleting one conversation from any store that we know how to delete from."""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch
from typing import Any

import sqlalchemy
from rasa.core.tracker_store import (
    InMemoryTrackerStore,
    MongoTrackerStore,
    RedisTrackerStore,
    SQLTrackerStore,
    TrackerStore,
)

from bot.runtime.conversations import ConversationStore


class CannotForget(Exception):
    """A kind of store that we cannot delete from."""


async def forget(store: TrackerStore, sender_id: str) -> None:
    """Delete every event and slot of a conversation, in each of the stores that Rasa wrapped around another.

    Raises:
        CannotForget: a store of another kind. Errors of the database.
    """
    for inner in _innermost(store):
        _delete(inner, sender_id)


def _innermost(store: Any) -> Iterator[Any]:
    """The store that a chain of wrappers ends in, and the one in memory for when that fails."""
    wrapped = getattr(store, "_tracker_store", None)
    if wrapped is None:
        yield store
        return
    yield from _innermost(wrapped)
    fallback = getattr(store, "_fallback_tracker_store", None)
    if fallback is not None:
        yield from _innermost(fallback)


@singledispatch
def _delete(store: object, _: str) -> None:
    raise CannotForget(type(store).__name__)


@_delete.register(ConversationStore)
def _(store: ConversationStore, sender_id: str) -> None:
    store.forget(sender_id)


@_delete.register(InMemoryTrackerStore)
def _(store: Any, sender_id: str) -> None:
    store.store.pop(sender_id, None)


@_delete.register(RedisTrackerStore)
def _(store: Any, sender_id: str) -> None:
    store.red.delete(store.key_prefix + sender_id)


@_delete.register(MongoTrackerStore)
def _(store: Any, sender_id: str) -> None:
    store.conversations.delete_many({"sender_id": sender_id})


@_delete.register(SQLTrackerStore)
def _(store: Any, sender_id: str) -> None:
    with store.session_scope() as session:
        if session.bind.dialect.name == "sqlite":  # else the words stay in the file until others are written there
            session.execute(sqlalchemy.text("PRAGMA secure_delete = ON"))
        session.query(store.SQLEvent).filter_by(sender_id=sender_id).delete()
        session.commit()
