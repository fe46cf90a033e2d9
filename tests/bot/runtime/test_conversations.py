"""The conversation store: nothing lost, nothing grows, nothing kept of distress."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

import pytest
from rasa.core.agent import Agent
from rasa.core.tracker_store import InMemoryTrackerStore, TrackerStore, check_if_tracker_store_async
from rasa.core.utils import AvailableEndpoints
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActiveLoop,
    BotUttered,
    ConversationPaused,
    Event,
    Restarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

from bot.channels.guard import take_turn
from bot.runtime.conversations import NOT_KEPT, ConversationStore
from tests.bot.runtime.support import PAYLOAD, ROOT

DOMAIN = Domain.from_yaml(
    """
version: "3.1"
intents: [greet, distress]
slots:
  place: {type: any, initial_value: Gent, mappings: [{type: custom}]}
  job: {type: any, mappings: [{type: custom}]}
  wiped: {type: bool, mappings: [{type: custom}]}
actions: [action_echo]
"""
)


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now

    def minutes(self, number: float) -> None:
        self.now += number * 60


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(clock: Clock) -> ConversationStore:
    return ConversationStore(DOMAIN, clock=clock)


def turn(text: str, *after: Event, intent: str = "greet", answer: dict[str, Any] | None = None) -> list[Event]:
    """The events of one turn, as Rasa logs them."""
    return [
        UserUttered(text, {"name": intent, "confidence": 1.0}, [], {"text": text, "intent": {"name": intent}}),
        ActionExecuted("action_echo"),
        BotUttered("ja", {"custom": answer or {"topic": intent}}),
        *after,
        ActionExecuted("action_listen"),
    ]


async def add(store: ConversationStore, events: Sequence[Event], sender: str = "a") -> DialogueStateTracker:
    """What the processor does on a message: get the tracker, update it, save it."""
    tracker = await store.get_or_create_tracker(sender)
    tracker.update_with_events(list(events), DOMAIN)
    await store.save(tracker)
    return tracker


def talk(store: ConversationStore, *turns: Sequence[Event]) -> None:
    for events in turns:
        asyncio.run(add(store, events))


def live(store: ConversationStore, sender: str = "a") -> DialogueStateTracker:
    tracker = asyncio.run(store.retrieve(sender))
    assert tracker
    return tracker


def full(store: ConversationStore, sender: str = "a") -> DialogueStateTracker:
    tracker = asyncio.run(store.retrieve_full_tracker(sender))
    assert tracker
    return tracker


def spoken(tracker: DialogueStateTracker) -> list[str]:
    return [event.text for event in tracker.events if isinstance(event, UserUttered)]


def test_no_event_is_lost(store: ConversationStore) -> None:
    talk(store, *(turn(f"bericht {number}") for number in range(40)))
    assert spoken(full(store)) == [f"bericht {number}" for number in range(40)]
    assert len(full(store).events) == 1 + 40 * 4  # the first listen, then four each turn


def test_the_live_tracker_stays_short(store: ConversationStore) -> None:
    talk(store, *(turn(f"bericht {number}", SlotSet("job", number)) for number in range(10)))
    length = len(live(store).events)
    talk(store, *(turn(f"bericht {number}", SlotSet("job", number)) for number in range(10, 60)))
    assert len(live(store).events) == length
    assert spoken(live(store)) == ["bericht 58", "bericht 59"]


def test_slots_outlive_the_turns_that_set_them(store: ConversationStore) -> None:
    talk(store, turn("a", SlotSet("job", ["lasser"]), SlotSet("place", None)), *(turn("b") for _ in range(9)))
    tracker = live(store)
    assert tracker.get_slot("job") == ["lasser"] and tracker.get_slot("place") is None
    assert tracker.copy().current_slot_values() == tracker.current_slot_values()


def test_an_initial_value_stays(store: ConversationStore) -> None:
    talk(store, *(turn("b") for _ in range(9)))
    assert live(store).get_slot("place") == "Gent"


def test_a_short_tracker_listens_like_the_full_one(store: ConversationStore) -> None:
    talk(store, *(turn(f"bericht {number}") for number in range(9)))
    short, whole = live(store), full(store)
    assert short.latest_action_name == whole.latest_action_name == "action_listen"
    assert short.latest_message and short.latest_message.text == "bericht 8"
    assert short.followup_action == whole.followup_action
    assert [event.timestamp for event in short.events] == sorted(event.timestamp for event in short.events)


def test_loop_and_pause_outlive_the_turns_that_set_them(store: ConversationStore) -> None:
    talk(store, turn("a", ActiveLoop("form"), ConversationPaused()), *(turn("b") for _ in range(5)))
    assert live(store).active_loop_name == "form"
    assert live(store).is_paused()


def test_a_restart_empties_the_live_tracker_only(store: ConversationStore) -> None:
    talk(store, turn("a", SlotSet("job", "lasser")), turn("b", Restarted()), *(turn("c") for _ in range(5)))
    assert live(store).get_slot("job") is None
    assert spoken(full(store))[:2] == ["a", "b"]


def test_saving_twice_adds_nothing(store: ConversationStore) -> None:
    tracker = asyncio.run(add(store, turn("a")))
    asyncio.run(store.save(tracker))
    assert len(full(store).events) == len(tracker.events)


def test_an_unsaved_change_is_not_kept(store: ConversationStore) -> None:
    talk(store, turn("a"))
    live(store).update(SlotSet("job", "lasser"))
    assert live(store).get_slot("job") is None


def test_two_writers_lose_nothing(store: ConversationStore) -> None:
    talk(store, turn("a"))
    first, second = live(store), live(store)
    for text, tracker in (("b", first), ("c", second)):
        tracker.update_with_events(turn(text), DOMAIN)
        asyncio.run(store.save(tracker))
    assert spoken(full(store)) == ["a", "b", "c"]


def test_events_added_to_a_full_tracker_are_kept_once(store: ConversationStore) -> None:
    talk(store, *(turn(f"bericht {number}") for number in range(6)))
    tracker = full(store)
    tracker.update(SlotSet("job", "lasser"))
    asyncio.run(store.save(tracker))
    assert len(full(store).events) == len(tracker.events)
    assert live(store).get_slot("job") == "lasser"


def test_a_tracker_made_elsewhere_is_added(store: ConversationStore) -> None:
    talk(store, turn("a"))
    dumped = full(store).current_state(event_verbosity=_all())["events"]
    foreign = DialogueStateTracker.from_dict("a", dumped, DOMAIN.slots)
    foreign.update_with_events(turn("b"), DOMAIN)
    asyncio.run(store.save(foreign))
    assert spoken(full(store)) == ["a", "b"]
    asyncio.run(store.save(DialogueStateTracker.from_events("a", turn("c"), DOMAIN.slots)))
    assert spoken(full(store)) == ["a", "b", "c"]


def _all() -> Any:
    from rasa.shared.core.trackers import EventVerbosity

    return EventVerbosity.ALL


@pytest.mark.parametrize("private", [{"intent": "distress"}, {"answer": {"topic": "distress"}}])
def test_words_of_distress_are_kept_nowhere(store: ConversationStore, private: dict[str, Any]) -> None:
    secret = "ik kan niet meer"
    talk(store, turn("hallo"), turn(secret, **private))
    talk(store, turn("dank je"))
    for tracker in (live(store), full(store)):
        assert secret not in str([event.as_dict() for event in tracker.events])
        assert spoken(tracker)[-2:] == [NOT_KEPT, "dank je"]
    assert full(store).events[5].intent["name"] in ("distress", "greet")


def test_words_of_distress_do_not_stay_in_the_tracker_that_was_saved(store: ConversationStore) -> None:
    tracker = asyncio.run(add(store, turn("ik kan niet meer", intent="distress")))
    assert tracker.latest_message and tracker.latest_message.text == NOT_KEPT
    assert "kan niet" not in str(tracker.current_state(_all()))


def test_a_wiped_conversation_leaves_nothing(store: ConversationStore) -> None:
    talk(store, turn("hallo", SlotSet("job", "lasser")), turn("wis mijn gesprek", SlotSet("wiped", True)))
    assert list(asyncio.run(store.keys())) == []
    assert asyncio.run(store.retrieve("a")) is None
    assert asyncio.run(store.retrieve_full_tracker("a")) is None
    assert store.slots_of("a") == {}


def test_after_wiping_a_new_conversation_starts(store: ConversationStore) -> None:
    asyncio.run(add(store, turn("van een ander"), "b"))
    talk(store, turn("geheim", SlotSet("job", "lasser"), SlotSet("wiped", True)), turn("dag"))
    assert spoken(full(store)) == spoken(live(store)) == ["dag"]
    assert store.slots_of("a")["job"] is None and not store.slots_of("a")["wiped"]
    assert spoken(full(store, "b")) == ["van een ander"]


def test_a_broker_hears_nothing_of_the_turn_that_wipes(monkeypatch: pytest.MonkeyPatch) -> None:
    store = ConversationStore(DOMAIN, event_broker=RaisingBroker())
    heard: list[Event] = []

    async def stream(_: Any, events: list[Event], __: str) -> None:
        heard.extend(events)

    monkeypatch.setattr(store, "_stream_new_events", stream)
    talk(store, turn("wis mijn gesprek", SlotSet("wiped", True)))
    assert [event.text for event in heard if isinstance(event, UserUttered)] == []


def test_an_idle_conversation_is_forgotten(store: ConversationStore, clock: Clock) -> None:
    talk(store, turn("a"))
    clock.minutes(59)
    assert asyncio.run(store.exists("a"))
    clock.minutes(2)
    assert not asyncio.run(store.exists("a"))
    assert asyncio.run(store.retrieve_full_tracker("a")) is None
    assert list(asyncio.run(store.keys())) == []


def test_a_message_keeps_a_conversation(store: ConversationStore, clock: Clock) -> None:
    for _ in range(5):
        talk(store, turn("a"))
        clock.minutes(50)
    assert len(spoken(full(store))) == 5


def test_the_number_of_conversations_is_bounded(clock: Clock) -> None:
    store = ConversationStore(DOMAIN, max_conversations=3, clock=clock)
    for sender in ("a", "b", "c", "a", "d"):
        asyncio.run(add(store, turn("hallo"), sender))
    assert list(asyncio.run(store.keys())) == ["c", "a", "d"]


def test_a_turn_that_was_broken_off_is_closed(store: ConversationStore) -> None:
    talk(store, [turn("a")[0], *(ActionExecuted("action_echo") for _ in range(10))])
    assert live(store).latest_action_name == "action_listen"


def test_an_open_turn_stays_open(store: ConversationStore) -> None:
    talk(store, turn("a")[:3])
    assert live(store).latest_action_name == "action_echo"


def test_events_go_to_a_broker_once() -> None:
    class Broker:
        def __init__(self) -> None:
            self.published: list[dict[str, Any]] = []

        def publish(self, event: dict[str, Any]) -> None:
            self.published.append(event)

    broker = Broker()
    store = ConversationStore(DOMAIN, event_broker=broker)
    talk(store, turn("a"), turn("ik kan niet meer", intent="distress"), turn("c"))
    assert [event.get("text") for event in broker.published if event["event"] == "user"] == ["a", NOT_KEPT, "c"]
    assert len(broker.published) == len(full(store).events)


class RaisingBroker:
    def publish(self, event: dict[str, Any]) -> None:
        raise ConnectionError(f"no connection for {event}")


def test_a_failing_broker_loses_nothing_and_fails_no_turn(caplog: pytest.LogCaptureFixture) -> None:
    store = ConversationStore(DOMAIN, event_broker=RaisingBroker())
    talk(store, turn("geheim", SlotSet("job", "lasser")), turn("b"))
    assert spoken(full(store)) == ["geheim", "b"]
    assert live(store).get_slot("job") == "lasser"
    assert "ConnectionError" in caplog.text and "geheim" not in caplog.text


def test_a_conversation_can_be_read_while_the_broker_is_busy(monkeypatch: pytest.MonkeyPatch) -> None:
    store = ConversationStore(DOMAIN, event_broker=RaisingBroker())
    seen: list[Any] = []

    async def stream(*_: Any) -> None:
        seen.append((store.slots_of("a").get("job"), await store.retrieve("a")))

    monkeypatch.setattr(store, "_stream_new_events", stream)
    talk(store, turn("a", SlotSet("job", "lasser")), turn("b"))
    assert [job for job, _ in seen] == [None, "lasser", "lasser"]  # a new tracker is saved before its first turn
    assert all(tracker for _, tracker in seen)


def test_a_look_at_the_slots_is_what_the_tracker_holds(store: ConversationStore, clock: Clock) -> None:
    talk(store, turn("a", SlotSet("job", ["lasser"])), *(turn("b") for _ in range(5)))
    assert store.slots_of("a") == {**live(store).current_slot_values()}
    assert store.slots_of("a")["job"] == ["lasser"] and store.slots_of("a")["place"] == "Gent"
    assert store.slots_of("b") == {}
    talk(store, turn("c", Restarted()))
    assert store.slots_of("a")["job"] is None
    clock.minutes(61)
    assert store.slots_of("a") == {}


def test_rasa_makes_it_from_endpoints_yml() -> None:
    endpoints = AvailableEndpoints.read_endpoints(str(ROOT / "endpoints.yml"))
    store = TrackerStore.create(endpoints.tracker_store)
    assert isinstance(store, ConversationStore)
    assert check_if_tracker_store_async(store)


def test_a_conversation_is_the_same_as_in_the_stock_store(agent: Agent) -> None:
    messages = ["hallo", "boem", "iets", "hallo", None, "stil", "hallo", PAYLOAD, "Kies!", "/restart", "hallo", "hallo"]
    ours = agent.tracker_store
    stock = InMemoryTrackerStore(agent.domain)
    histories = [asyncio.run(_history(agent, store, messages)) for store in (ours, stock)]
    assert len(histories[0]) > 60
    assert histories[0] == histories[1]


async def _history(agent: Agent, store: TrackerStore, messages: Sequence[str | None]) -> list[str]:
    """A conversation as a list of what happened, without times and ids."""
    assert agent.processor
    agent.processor.tracker_store = agent.tracker_store = store
    for message in messages:
        await take_turn(agent, "same", message, "test")
    tracker = await store.retrieve_full_tracker("same")
    assert tracker
    return [str(event) for event in tracker.events]


def test_a_message_that_may_be_about_distress_is_not_kept_either(store: ConversationStore) -> None:
    """It was asked back whether it was."""
    events = turn("ik kan niet meer", intent="clarify")
    message = next(event for event in events if isinstance(event, UserUttered))
    message.parse_data["readings"] = [["distress", 0.4], ["greet", 0.3]]
    talk(store, turn("hallo"), events)
    assert spoken(full(store)) == spoken(live(store)) == ["hallo", NOT_KEPT]
