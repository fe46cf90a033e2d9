"""The human pace: buckets, addresses behind proxies, and the doors with a clock of our own."""

from __future__ import annotations

import asyncio
import csv
import logging
from collections.abc import Coroutine, Iterator
from ipaddress import ip_network
from typing import Any

import pytest
import yaml
from multidict import CIMultiDict
from rasa.core.agent import Agent
from sanic import Sanic

from bot.channels.limits import Addresses, Buckets, Pace
from bot.channels.rest import RestDoor
from bot.channels.widget_door import WidgetDoor
from bot.runtime.environment import Rates
from tests.bot.channels.widget_support import serving
from tests.bot.runtime.support import ROOT

CALL = "wanhoop"  # distress to the tiny assistant


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_a_bucket_empties_and_fills_again(clock: Clock) -> None:
    buckets = Buckets(6, clock)
    assert [buckets.take("a") for _ in range(7)] == [0.0] * 6 + [10.0]
    clock.now += 9
    assert buckets.take("a") == pytest.approx(1.0)
    clock.now += 1
    assert buckets.take("a") == 0.0 and buckets.take("a") > 0


def test_keys_have_buckets_of_their_own(clock: Clock) -> None:
    buckets = Buckets(1, clock)
    assert [buckets.take(name) for name in "abab"] == [0.0, 0.0, 60.0, 60.0]


def test_a_refusal_takes_nothing(clock: Clock) -> None:
    buckets = Buckets(10, clock)
    assert buckets.take("a", 8) == 0.0 and buckets.take("a", 3) > 0 and buckets.take("a", 2) == 0.0


def test_more_than_a_bucket_holds_can_be_had_once_it_is_full(clock: Clock) -> None:
    buckets = Buckets(10, clock)
    assert buckets.take("a", 500) == 0.0 and buckets.take("a", 500) == 60.0


def test_a_rate_of_zero_is_no_limit(clock: Clock) -> None:
    buckets = Buckets(0, clock)
    assert not any(buckets.take("a", 1000) for _ in range(1000)) and len(buckets) == 0


def test_what_is_held_has_a_bound_and_goes_after_a_minute(clock: Clock) -> None:
    buckets = Buckets(5, clock, most=100)
    for number in range(1000):
        buckets.take(str(number))
    assert len(buckets) == 100
    clock.now += 61
    buckets.take("last")
    assert len(buckets) == 1


def test_no_address_is_held_as_it_is(clock: Clock) -> None:
    buckets = Buckets(5, clock)
    buckets.take("203.0.113.9")
    assert b"203.0.113.9" not in repr(buckets.__dict__).encode()


class Asked:
    def __init__(self, ip: str, *forwarded: str) -> None:
        self.ip = ip
        self.headers = CIMultiDict([("X-Forwarded-For", value) for value in forwarded])


PROXIES = [ip_network("10.0.0.0/8"), ip_network("::1")]


@pytest.mark.parametrize(
    ("ip", "forwarded", "address"),
    [
        ("192.0.2.1", [], "192.0.2.1"),
        ("192.0.2.1", ["203.0.113.9"], "192.0.2.1"),  # written by anybody
        ("10.0.0.1", [], "10.0.0.1"),
        ("10.0.0.1", ["203.0.113.9"], "203.0.113.9"),
        ("10.0.0.1", ["198.51.100.7, 203.0.113.9"], "203.0.113.9"),  # the first was sent along
        ("10.0.0.1", ["198.51.100.7", "203.0.113.9"], "203.0.113.9"),
        ("10.0.0.1", ["203.0.113.9, 10.2.3.4"], "203.0.113.9"),
        ("10.0.0.1", ["10.9.9.9"], "10.9.9.9"),
        ("10.0.0.1", ["onzin"], "10.0.0.1"),
        ("10.0.0.1", ["203.0.113.9, onzin"], "10.0.0.1"),
        ("10.0.0.1", [""], "10.0.0.1"),
        ("10.0.0.1", ["1" * 5000], "10.0.0.1"),
        ("10.0.0.1", ["203.0.113.9:4711"], "203.0.113.9"),
        ("::1", ['"[2001:db8:1:2:3:4:5:6]:4711"'], "2001:0db8:0001:0002"),
        ("2001:db8:1:2::1", [], "2001:0db8:0001:0002"),
        ("2001:db8:1:2:ffff::9", [], "2001:0db8:0001:0002"),
        ("::ffff:192.0.2.1", [], "192.0.2.1"),
        ("::ffff:10.0.0.1", ["203.0.113.9"], "203.0.113.9"),
        ("", ["203.0.113.9"], ""),
    ],
)
def test_whom_a_request_comes_from(ip: str, forwarded: list[str], address: str) -> None:
    assert Addresses(PROXIES).of(Asked(ip, *forwarded)) == address


def test_an_unknown_proxy_is_told_once_and_without_its_address(caplog: pytest.LogCaptureFixture) -> None:
    addresses = Addresses()
    with caplog.at_level(logging.WARNING):
        for _ in range(3):
            addresses.of(Asked("192.0.2.1", "203.0.113.9"))
    assert len(caplog.records) == 1 and "TRUSTED_PROXIES" in caplog.text
    assert "192.0.2.1" not in caplog.text and "203.0.113.9" not in caplog.text


@pytest.fixture(autouse=True)
def apps_may_share_a_name() -> Iterator[None]:
    Sanic.test_mode = True
    yield
    Sanic.test_mode = False


def run(test: Coroutine[Any, Any, None]) -> None:
    asyncio.run(test)


def widget_at(clock: Clock, conversation: int = 0, address: int = 0) -> WidgetDoor:
    return WidgetDoor(Pace(Rates(conversation, address), clock=clock))


def test_a_conversation_waits_and_goes_on(agent: Agent, clock: Clock) -> None:
    async def test() -> None:
        async with serving(agent, widget_at(clock, conversation=3)) as client:
            assert [(await client.say("hallo"))[0] for _ in range(3)] == [200] * 3
            status, headers, body = await client.say("hallo", message="message-again")
            assert (status, headers["Retry-After"]) == (429, "20")
            assert "20 seconden" in body["error"]
            assert (await client.say("hallo", "d" * 22))[0] == 200
            clock.now += 20
            status, _, body = await client.say("hallo", message="message-again")
            assert status == 200 and body["answers"][0]["text"].startswith("4:")

    run(test())


def test_an_address_waits_whatever_the_conversation(agent: Agent, clock: Clock) -> None:
    async def test() -> None:
        async with serving(agent, widget_at(clock, conversation=100, address=4)) as client:
            found = [(await client.say("hallo", str(number) * 22))[0] for number in range(6)]
            assert found == [200] * 4 + [429] * 2
            clock.now += 60
            assert (await client.say("hallo"))[0] == 200

    run(test())


def test_one_who_hurries_leaves_the_rest_of_the_school_its_share(agent: Agent, clock: Clock) -> None:
    async def test() -> None:
        async with serving(agent, widget_at(clock, conversation=2, address=6)) as client:
            assert [(await client.say("hallo"))[0] for _ in range(12)] == [200] * 2 + [429] * 10
            assert [(await client.say("hallo", name * 22))[0] for name in "defg"] == [200] * 4

    run(test())


def test_a_class_of_thirty_behind_one_address_is_not_limited(agent: Agent, clock: Clock) -> None:
    """With the defaults: each pupil a message every three seconds for a minute."""

    async def test() -> None:
        door = WidgetDoor(Pace(Rates(30, 600), clock=clock))
        async with serving(agent, door) as client:
            for _ in range(20):
                found = await asyncio.gather(*(client.say("hallo", f"{pupil:022}") for pupil in range(30)))
                assert {status for status, _, _ in found} == {200}
                clock.now += 3

    run(test())


def test_a_message_sent_again_costs_nothing(agent: Agent, clock: Clock) -> None:
    async def test() -> None:
        async with serving(agent, widget_at(clock, conversation=1, address=2)) as client:
            assert [(await client.say("hallo", message="message-a"))[0] for _ in range(5)] == [200] * 5

    run(test())


def test_a_call_for_help_is_never_told_to_wait(agent: Agent, clock: Clock) -> None:
    async def test() -> None:
        async with serving(agent, widget_at(clock, conversation=2, address=3)) as client:
            assert [(await client.say("hallo"))[0] for _ in range(3)] == [200, 200, 429]
            calls = [await client.say(CALL) for _ in range(3)]
            calls.append(await client.say(f"{'a ' * 400}{CALL} {'a ' * 200}"))
            assert {body["answers"][0]["topic"] for _, _, body in calls} == {"distress"}
            assert (await client.say("hallo"))[0] == 429

    run(test())


@pytest.mark.parametrize("disguised", ["/distress", '/distress{"x": 1}', "/ distress"])
def test_a_payload_that_was_not_offered_gets_nobody_past_the_limit(agent: Agent, clock: Clock, disguised: str) -> None:
    async def test() -> None:
        async with serving(agent, widget_at(clock, conversation=1)) as client:
            await client.say("hallo")
            assert (await client.say(disguised))[0] == 429

    run(test())


def test_a_flood_is_not_read_and_told_who_helps(agent: Agent, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    async def test() -> None:
        async with serving(agent, widget_at(clock, address=2)) as client:
            for _ in range(8):
                await client.say(CALL)
            monkeypatch.setattr(agent, "parse_message", None)
            status, headers, body = await client.say(CALL)
            assert status == 429 and int(headers["Retry-After"]) > 1
            assert all(number in body["error"] for number in numbers("h-112", "h-1813", "h-awel"))
            assert await client.delete() == 429
            clock.now += 30
            assert await client.delete() == 204

    run(test())


def numbers(*helplines: str) -> list[str]:
    with (ROOT / "data/catalogue/helplines.csv").open(encoding="utf-8") as file:
        known = {row["id"]: row["contact"] for row in csv.DictReader(file)}
    return [known[name] for name in helplines]


def test_a_conversation_that_waits_can_be_deleted(agent: Agent, clock: Clock) -> None:
    async def test() -> None:
        async with serving(agent, widget_at(clock, conversation=1, address=1)) as client:
            assert [(await client.say("hallo"))[0] for _ in range(2)] == [200, 429]
            assert await client.delete() == 204

    run(test())


def test_a_message_that_cannot_be_read_is_let_in(agent: Agent, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    async def fail(_: str) -> None:
        raise RuntimeError("geheim")

    async def test() -> None:
        async with serving(agent, widget_at(clock, conversation=1)) as client:
            await client.say("hallo")
            monkeypatch.setattr(agent, "parse_message", fail)
            assert (await client.say("hallo"))[0] == 200

    run(test())


def test_the_rest_door_has_no_limit_unless_asked_for(agent: Agent, clock: Clock) -> None:
    async def test() -> None:
        async with serving(agent, RestDoor()) as client:
            assert {(await client.rest("hallo"))[0] for _ in range(50)} == {200}
        async with serving(agent, RestDoor(Pace(Rates(address=2), clock=clock))) as client:
            assert [(await client.rest("hallo"))[0] for _ in range(3)] == [200, 200, 429]
            assert (await client.rest(CALL))[0] == 200
            clock.now += 30
            assert (await client.rest("hallo"))[0] == 200

    run(test())


def test_the_texts_are_plain() -> None:
    errors = yaml.safe_load((ROOT / "data/door.yml").read_text(encoding="utf-8"))["errors"]
    sentences = [part for name in ("too_fast", "flooded") for part in errors[name].replace("?", ".").split(".")]
    assert max(len(sentence.split()) for sentence in sentences) <= 12
