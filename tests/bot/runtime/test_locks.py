"""The lock store: order, no polling, lifetimes, nothing left behind."""

from __future__ import annotations

import asyncio
import time

import pytest
from rasa.core.lock_store import LockError, LockStore
from rasa.core.utils import AvailableEndpoints
from rasa.shared.exceptions import RasaException

from bot.runtime.locks import ConversationLockStore
from tests.bot.runtime.support import ROOT


@pytest.fixture
def store() -> ConversationLockStore:
    return ConversationLockStore()


def test_the_next_starts_at_once(store: ConversationLockStore) -> None:
    moments: dict[str, float] = {}

    async def second() -> None:
        async with store.lock("a"):
            moments["second in"] = time.monotonic()

    async def both() -> None:
        async with store.lock("a"):
            waiting = asyncio.create_task(second())
            while not store._called:  # until it waits
                await asyncio.sleep(0)
            moments["first done"] = time.monotonic()
        await waiting

    asyncio.run(both())
    assert 0 <= moments["second in"] - moments["first done"] < 0.05


def test_order_is_kept(store: ConversationLockStore) -> None:
    served: list[int] = []

    async def one(number: int) -> None:
        async with store.lock("a"):
            await asyncio.sleep(0)
            served.append(number)

    async def everyone() -> None:
        await asyncio.gather(*(one(number) for number in range(50)))

    asyncio.run(everyone())
    assert served == list(range(50))


def test_one_at_a_time_for_a_conversation_and_free_between_them(store: ConversationLockStore) -> None:
    async def run() -> None:
        async with store.lock("a"), store.lock("b"):
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(0.01), store.lock("a"):
                    raise AssertionError("two inside")

    asyncio.run(run())


def test_nothing_stays_behind(store: ConversationLockStore) -> None:
    async def run() -> None:
        for sender in ("a", "b"):
            async with store.lock(sender):
                pass
        with pytest.raises(ValueError):
            async with store.lock("c"):
                raise ValueError
        async with store.lock("d"):
            waiting = asyncio.create_task(_hold(store, "d"))
            await asyncio.sleep(0)
            waiting.cancel()
            await asyncio.gather(waiting, return_exceptions=True)

    asyncio.run(run())
    assert not store.conversation_locks and not store._called


async def _hold(store: ConversationLockStore, sender: str) -> None:
    async with store.lock(sender):
        pass


def test_a_cancelled_wait_does_not_stop_those_behind(store: ConversationLockStore) -> None:
    async def run() -> None:
        async with store.lock("a"):
            second, third = (asyncio.create_task(_hold(store, "a")) for _ in range(2))
            await asyncio.sleep(0)
            second.cancel()
            await asyncio.gather(second, return_exceptions=True)
        await asyncio.wait_for(third, 1)

    asyncio.run(run())


def test_a_lifetime_lets_the_next_in(store: ConversationLockStore) -> None:
    async def run() -> float:
        async with store.lock("a", lock_lifetime=0.05):
            start = time.monotonic()
            async with store.lock("a"):
                return time.monotonic() - start

    assert 0.03 < asyncio.run(run()) < 0.2


def test_who_outlived_its_lock_takes_no_other_ticket(store: ConversationLockStore) -> None:
    async def run() -> None:
        async with store.lock("a", lock_lifetime=0.01):
            second = store.lock("a")
            await second.__aenter__()
        # the first has left, the second is still inside
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.01), store.lock("a"):
                raise AssertionError("two inside")
        await second.__aexit__(None, None, None)

    asyncio.run(run())


def test_a_wait_longer_than_its_own_lifetime_is_an_error(store: ConversationLockStore) -> None:
    async def run() -> None:
        async with store.lock("a", lock_lifetime=0.1):
            with pytest.raises(LockError):
                await _hold_shortly(store)

    asyncio.run(run())


async def _hold_shortly(store: ConversationLockStore) -> None:
    async with store.lock("a", lock_lifetime=0.01):
        pass


def test_rasa_makes_it_from_endpoints_yml() -> None:
    endpoints = AvailableEndpoints.read_endpoints(str(ROOT / "endpoints.yml"))
    assert isinstance(LockStore.create(endpoints.lock_store), ConversationLockStore)


def test_it_refuses_more_than_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SANIC_WORKERS", "2")
    with pytest.raises(RasaException, match="redis"):
        ConversationLockStore()
