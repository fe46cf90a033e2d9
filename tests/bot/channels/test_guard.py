"""The guard by itself: what is let through, and as what."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import pytest
import yaml
from rasa.core.agent import Agent
from rasa.core.tracker_store import InMemoryTrackerStore, TrackerStore
from rasa.shared.core.events import SlotSet

from bot.channels import guard
from bot.channels.guard import MOST_CHARACTERS, Admitted, Choices, OneReply, admit, clean, take_turn
from tests.bot.runtime.support import PAYLOAD, ROOT


@pytest.mark.parametrize(
    ("raw", "text", "verdict"),
    [
        ("hallo", "hallo", "understand"),
        ("  hallo  ", "hallo", "understand"),
        (PAYLOAD, PAYLOAD, "choice"),
        (f"  {PAYLOAD}\n", PAYLOAD, "choice"),
        (f"{PAYLOAD}x", f"{PAYLOAD}x".lstrip("/"), "understand"),
        (f"wat is {PAYLOAD}", f"wat is {PAYLOAD}", "understand"),
        (PAYLOAD.replace("één", "twee"), "", "empty"),
        ("/more{}", "", "empty"),
        ("/clb {info} wat is dat", "clb {info} wat is dat", "understand"),
        ("/clb {info}", "clb {info}", "understand"),
        ("/clb{info", "clb{info", "understand"),
        ("Kies", PAYLOAD, "choice"),
        (" kies \u200b! ", PAYLOAD, "choice"),
        ("KAN  HET\nduaal", "/dual", "choice"),
        ("kan het duaal??", "/dual", "choice"),
        ("kies maar", "kies maar", "understand"),
        ("Vroeger", "Vroeger", "understand"),
        ("?", "?", "understand"),
        (PAYLOAD.replace("/", "／"), "", "empty"),
        ("/ /choice{}", "", "empty"),
        ("choice{}", "choice{}", "understand"),
        ("/restart", "restart", "understand"),
        (" / / restart", "restart", "understand"),
        ("3/4 van de klas", "3/4 van de klas", "understand"),
        ("km/u", "km/u", "understand"),
        ("", "", "empty"),
        (None, "", "empty"),
        ("///", "", "empty"),
        ("\u200b\u2060", "", "empty"),
        ("a" * MOST_CHARACTERS, "a" * MOST_CHARACTERS, "understand"),
        ("a" * (MOST_CHARACTERS + 1), "a" * (MOST_CHARACTERS + 1), "too_long"),
        ("/" + "a" * MOST_CHARACTERS, "a" * MOST_CHARACTERS, "understand"),
    ],
)
def test_what_is_admitted(raw: str | None, text: str, verdict: guard.Verdict) -> None:
    choices = Choices(frozenset([PAYLOAD, "/dual"]), {"kies": PAYLOAD, "kan het duaal": "/dual", "vroeger": "/old"})
    assert admit(raw, choices) == Admitted(text, verdict)


def test_nothing_is_a_choice_when_nothing_was_offered() -> None:
    assert admit(PAYLOAD, Choices()).verdict == "empty"


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("e\u0301e\u0301n", "één"),
        ("a\x00b\x1b[31mc", "ab[31mc"),
        ("a\u00a0b\u3000c\td", "a b c d"),
        ("a\nb", "a\nb"),
        ("\ud83d", ""),
        ("👍🏽", "👍🏽"),
        ("a\u2028b", "a b"),
    ],
)
def test_cleaning(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


def test_cleaned_text_can_always_be_written() -> None:
    everything = "".join(map(chr, range(0x20000)))
    clean(everything).encode()


def collected(*messages: dict[str, Any]) -> guard.Reply | None:
    channel = OneReply()
    channel.messages = list(messages)
    return channel.reply()


def test_a_turn_is_one_reply() -> None:
    first = {"text": "dag", "buttons": [{"title": "Kies"}]}
    assert collected(first, {"custom": {"topic": "a"}}) == guard.Reply("dag", {"topic": "a"}, [{"title": "Kies"}])


def test_texts_before_the_answer_are_joined_and_later_ones_dropped() -> None:
    reply = collected(
        {"text": "een"}, {"text": "twee"}, {"custom": {"topic": "a"}}, {"text": "drie"}, {"custom": {"topic": "b"}}
    )
    assert reply == guard.Reply("een\n\ntwee", {"topic": "a"})


@pytest.mark.parametrize("messages", [[], [{"text": "dag"}], [{"custom": {"topic": "a"}}], [{"text": ""}]])
def test_half_a_turn_is_none(messages: list[dict[str, Any]]) -> None:
    assert collected(*messages) is None


def test_any_error_becomes_an_apology(agent: Agent) -> None:
    async def fail(_: object) -> None:
        raise RuntimeError("anything")

    reply = asyncio.run(take_turn(agent, "a", "hallo", "test", fail))
    assert reply.answer["kind"] == "fallback" and "CLB" in reply.text


def test_an_error_of_the_store_becomes_an_apology(agent: Agent, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(agent, "tracker_store", None)
    assert asyncio.run(take_turn(agent, "a", "/x", "test")).answer["kind"] == "fallback"


def test_the_agent_itself_answers_by_default(agent: Agent) -> None:
    reply = asyncio.run(take_turn(agent, "a", "hallo", "test"))
    assert reply.answer["topic"] == "greet" and reply.buttons[0]["payload"] == PAYLOAD


def test_an_assistant_without_nonsense_gets_a_neutral_text(agent: Agent) -> None:
    assert agent.domain
    agent.domain.intents.remove("nonsense")
    assert "[…]" in asyncio.run(take_turn(agent, "a", "", "test")).text


@pytest.fixture(params=["ours", "stock"])
def store(request: pytest.FixtureRequest, agent: Agent) -> TrackerStore:
    """The store behind the agent: our own, or one of Rasa's."""
    assert agent.domain and agent.processor
    if request.param == "stock":
        agent.tracker_store = agent.processor.tracker_store = InMemoryTrackerStore(agent.domain)
    return agent.tracker_store


@pytest.mark.parametrize("typed", ["Kies", "kies!", "  KIES. "])
def test_a_typed_title_of_the_last_answer_is_that_choice(agent: Agent, store: TrackerStore, typed: str) -> None:
    topics = [asyncio.run(take_turn(agent, "a", text, "test")).answer["topic"] for text in (typed, "hallo", typed)]
    assert topics == ["nlu_fallback", "greet", "choice"]
    assert asyncio.run(take_turn(agent, "b", typed, "test")).answer["topic"] == "nlu_fallback"


@pytest.mark.parametrize("labels", [None, ["kies"], {}, {"kies": "/old"}])
def test_odd_labels_are_no_choice(agent: Agent, store: TrackerStore, labels: object) -> None:
    async def run() -> Choices:
        tracker = await store.get_or_create_tracker("a")
        tracker.update_with_events([SlotSet("labels", labels), SlotSet("offered", [PAYLOAD])], agent.domain)
        await store.save(tracker)
        return await guard.choices_of(agent, "a", "kies")

    choices = asyncio.run(run())
    assert choices.payload("kies") is None and choices.payload(PAYLOAD) == PAYLOAD


def test_keys_of_labels_may_have_end_marks(agent: Agent, store: TrackerStore) -> None:
    async def run() -> Choices:
        tracker = await store.get_or_create_tracker("a")
        events = [SlotSet("labels", {"kan het duaal?": "/dual"}), SlotSet("offered", ["/dual"])]
        tracker.update_with_events(events, agent.domain)
        await store.save(tracker)
        return await guard.choices_of(agent, "a", "Kan het duaal")

    assert asyncio.run(run()).payload("Kan het duaal") == "/dual"


def test_a_long_text_is_not_looked_up(agent: Agent, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(agent, "tracker_store", None)
    assert asyncio.run(guard.choices_of(agent, "a", "a" * 200)) == Choices()


def test_looking_up_is_cheap(agent: Agent) -> None:
    asyncio.run(take_turn(agent, "a", "hallo", "test"))

    async def run() -> float:
        start = time.perf_counter()
        for _ in range(100):
            await guard.choices_of(agent, "a", "hallo")
        return (time.perf_counter() - start) / 100

    assert min(asyncio.run(run()) for _ in range(3)) < 0.0003


def test_every_text_of_the_door_can_be_said() -> None:
    texts = yaml.safe_load((ROOT / "data" / "door.yml").read_text())
    for name in texts["answers"]:
        reply = guard.door_answer(name)
        assert reply.text == reply.answer["text"] and "{" not in reply.text
    for name in texts["errors"]:
        assert "{" not in guard.door_error(name, most=5, fields="text", field="text", seconds=5)
