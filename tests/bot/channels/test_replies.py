"""Kept replies by themselves: one making for each message, for minutes, within a bound."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

import pytest

from bot.channels.replies import Replies


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def maker(made: list[str]) -> Callable[[], Awaitable[str]]:
    async def make() -> str:
        await asyncio.sleep(0)
        made.append("made")
        return f"reply {len(made)}"

    return make


def run(test: Coroutine[Any, Any, None]) -> None:
    asyncio.run(test)


def test_who_asks_while_it_is_made_waits_for_the_same() -> None:
    async def test() -> None:
        made: list[str] = []
        replies = Replies()
        found = await asyncio.gather(*(replies.once("a", "1", maker(made)) for _ in range(20)))
        assert set(found) == {"reply 1"} and await replies.once("a", "1", maker(made)) == "reply 1"
        assert await replies.once("b", "1", maker(made)) == "reply 2"

    run(test())


def test_it_is_made_to_its_end_when_who_asked_has_gone() -> None:
    async def test() -> None:
        made: list[str] = []
        replies, go = Replies(), asyncio.Event()

        async def make() -> str:
            await go.wait()
            return await maker(made)()

        asked = asyncio.ensure_future(replies.once("a", "1", make))
        await asyncio.sleep(0)
        asked.cancel()
        go.set()
        assert await replies.once("a", "1", make) == "reply 1" and made == ["made"]

    run(test())


def test_what_fails_is_told_to_all_and_tried_again() -> None:
    async def test() -> None:
        replies = Replies()

        async def fail() -> None:
            raise ValueError

        found = await asyncio.gather(*(replies.once("a", "1", fail) for _ in range(3)), return_exceptions=True)
        assert [type(error) for error in found] == [ValueError] * 3
        assert await replies.once("a", "1", maker([])) == "reply 1"

    run(test())


def test_a_reply_goes_after_some_minutes() -> None:
    async def test() -> None:
        clock, made = Clock(), list[str]()
        replies = Replies(minutes=5, clock=clock)
        await replies.once("a", "1", maker(made))
        clock.now += 299
        assert await replies.once("a", "1", maker(made)) == "reply 1"
        clock.now += 1
        assert await replies.once("a", "1", maker(made)) == "reply 2"

    run(test())


def test_it_goes_by_itself_when_nobody_asks() -> None:
    async def test() -> None:
        replies = Replies(minutes=0)
        await replies.once("a", "1", maker([]))
        loop, called = asyncio.get_running_loop(), list[tuple[float, Any]]()
        loop_call = loop.call_later
        try:
            loop.call_later = lambda delay, call, *_: called.append((delay, call))  # type: ignore[method-assign, assignment, misc]
            await replies.once("a", "2", maker([]))
        finally:
            loop.call_later = loop_call  # type: ignore[method-assign]
        [(delay, call)] = called
        call()
        assert delay <= 1 and not replies._entries

    run(test())


@pytest.mark.parametrize("most", [1, 10])
def test_the_oldest_go_first_beyond_the_bound(most: int) -> None:
    async def test() -> None:
        made: list[str] = []
        replies = Replies(most=most)
        for number in range(50):
            await replies.once("a", str(number), maker(made))
        assert len(replies._entries) <= most + 1
        assert await replies.once("a", "49", maker(made)) == "reply 50"
        assert await replies.once("a", "0", maker(made)) == "reply 51"

    run(test())


def test_one_that_is_made_is_never_dropped() -> None:
    async def test() -> None:
        clock, made, go = Clock(), list[str](), asyncio.Event()
        replies = Replies(most=1, clock=clock)

        async def slow() -> str:
            await go.wait()
            return "slow"

        asked = asyncio.ensure_future(replies.once("slow", "1", slow))
        await asyncio.sleep(0)
        clock.now += 9999
        for number in range(5):
            await replies.once("a", str(number), maker(made))
        again = asyncio.ensure_future(replies.once("slow", "1", maker(made)))
        await asyncio.sleep(0)
        go.set()
        assert [await asked, await again] == ["slow", "slow"]

    run(test())


def test_a_conversation_is_forgotten_whole_or_but_its_last_message() -> None:
    async def test() -> None:
        made: list[str] = []
        replies = Replies()
        for conversation, message in ("a1", "a2", "b1"):
            await replies.once(conversation, message, maker(made))
        replies.forget("a", but="2")
        assert [await replies.once("a", "2", maker(made)), await replies.once("b", "1", maker(made))] == [
            "reply 2",
            "reply 3",
        ]
        replies.forget("a")
        assert await replies.once("a", "2", maker(made)) == "reply 4"

    run(test())


def test_waiting_until_a_conversation_is_done() -> None:
    async def test() -> None:
        made: list[str] = []
        replies = Replies()
        asked = asyncio.ensure_future(replies.once("a", "1", maker(made)))
        await asyncio.sleep(0)
        await replies.finished("b")
        assert made == []
        await replies.finished("a")
        assert made == ["made"] and await asked == "reply 1"

    run(test())
