"""Replies of the last minutes, so that a message that is sent again gets the same one without a second turn."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

MINUTES = 5.0
MOST = 2000

Key = tuple[str, str]


@dataclass
class Entry:
    """A message that is being answered (`running`) or was (`reply`). Of the message itself nothing is held here."""

    since: float
    running: asyncio.Task[Any] | None
    reply: Any = None


class Replies:
    """By conversation and message id, in one process.

    minutes: how long a reply is kept
    most: beyond this number the oldest goes, for a bound on memory
    """

    def __init__(self, minutes: float = MINUTES, most: int = MOST, clock: Callable[[], float] = time.monotonic) -> None:
        self._seconds = minutes * 60
        self._most = most
        self._clock = clock
        self._entries: OrderedDict[Key, Entry] = OrderedDict()

    async def once(self, conversation: str, message: str, make: Callable[[], Awaitable[Any]]) -> Any:
        """The reply to this message: made now, being made, or kept.

        It is made to its end when whoever asked has gone: they ask again. What `make` raises goes to all who wait and
        is not kept.
        """
        self.purge()
        key = (conversation, message)
        entry = self._entries.get(key) or self._begun(key, make)
        return entry.reply if entry.running is None else await asyncio.shield(entry.running)

    async def finished(self, conversation: str) -> None:
        """Wait for what is being answered in this conversation."""
        running = [entry.running for key, entry in self._entries.items() if key[0] == conversation and entry.running]
        await asyncio.gather(*running, return_exceptions=True)

    def forget(self, conversation: str, but: str | None = None) -> None:
        """Drop the replies of a conversation, except that to the message `but`."""
        for key in [key for key in self._entries if key[0] == conversation and key[1] != but]:
            del self._entries[key]

    def purge(self) -> None:
        """Drop the replies that are too old or too many, never one that is being made."""
        limit, surplus = self._clock() - self._seconds, len(self._entries) - self._most
        for number, (key, entry) in enumerate(list(self._entries.items())):
            if number >= surplus and entry.since > limit:
                return
            if entry.running is None:
                del self._entries[key]

    def _begun(self, key: Key, make: Callable[[], Awaitable[Any]]) -> Entry:
        entry = self._entries[key] = Entry(self._clock(), asyncio.ensure_future(_awaited(make)))
        assert entry.running
        entry.running.add_done_callback(lambda task: self._end(key, entry, task))
        return entry

    def _end(self, key: Key, entry: Entry, task: asyncio.Task[Any]) -> None:
        entry.running = None  # a task may hold on to what it was given
        if not task.cancelled() and not task.exception():
            entry.reply = task.result()
            asyncio.get_running_loop().call_later(self._seconds + 1, self.purge)
        elif self._entries.get(key) is entry:
            del self._entries[key]


async def _awaited(make: Callable[[], Awaitable[Any]]) -> Any:
    return await make()
