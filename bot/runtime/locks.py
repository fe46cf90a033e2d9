"""One message of a conversation at a time, in the order they came, without polling.

Stock Rasa looks once a second whether it is a message's turn. Here the one that finishes wakes the next.
"""

from __future__ import annotations

import asyncio
import os
import time
from itertools import count
from typing import Any

from rasa.core.lock import Ticket, TicketLock
from rasa.core.lock_store import LOCK_LIFETIME, InMemoryLockStore, LockError
from rasa.shared.exceptions import RasaException


class ConversationLockStore(InMemoryLockStore):  # type: ignore[misc]
    """`lock_store: type: bot.runtime.locks.ConversationLockStore` in endpoints.yml. For one process only."""

    def __init__(self, endpoint_config: Any = None) -> None:
        if os.environ.get("SANIC_WORKERS", "1") not in ("", "1"):
            raise RasaException("ConversationLockStore is for one process: use redis locks for SANIC_WORKERS > 1.")
        super().__init__()
        self._numbers = count(1)
        self._called: dict[int, asyncio.Event] = {}

    def issue_ticket(self, conversation_id: str, lock_lifetime: float = LOCK_LIFETIME) -> int:
        """Queue up and return the ticket's number, unique in this store.

        Stock numbers start again when the queue is empty, so that a message that outlived its lock takes away the
        ticket of another.
        """
        lock = self.get_or_create_lock(conversation_id)
        lock.remove_expired_tickets()
        number = next(self._numbers)
        lock.tickets.append(Ticket(number, time.time() + lock_lifetime))
        self.save_lock(lock)
        return number

    async def _acquire_lock(self, conversation_id: str, ticket: int, wait_time_in_seconds: float) -> TicketLock:
        """Wait for the ticket's turn: until the one before is done or its lifetime is over.

        Raises:
            LockError: the ticket's own lifetime ended while it waited.
        """
        while True:
            lock = self.get_lock(conversation_id)
            if lock is None or lock._ticket_for_ticket_number(ticket) is None:
                raise LockError(f"Could not acquire lock for conversation_id '{conversation_id}'.")
            if not lock.is_locked(ticket):
                return lock
            await self._wait(ticket, lock.tickets[0].expires - time.time())

    async def _wait(self, ticket: int, seconds: float) -> None:
        called = self._called.setdefault(ticket, asyncio.Event())
        try:
            await asyncio.wait_for(called.wait(), max(seconds, 0.0) + 0.001)
        except TimeoutError:
            pass
        called.clear()

    def finish_serving(self, conversation_id: str, ticket_number: int) -> None:
        """Leave the queue and call the next."""
        super().finish_serving(conversation_id, ticket_number)
        self._called.pop(ticket_number, None)
        lock = self.get_lock(conversation_id)
        following = self._called.get(lock.now_serving) if lock else None
        if following:
            following.set()
