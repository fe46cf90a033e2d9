"""Conversations in memory, at a cost per message that does not grow with their length.

Stock Rasa writes out, reads back and replays the whole history on every message. Here Rasa gets a short tracker: a
session start that holds the slots, then the last few turns, cut where a turn begins. Every event goes to the archive of
its conversation too, once, so that `retrieve_full_tracker` still gives all of them.

A turn about distress keeps no word of what was written: see `redact`. A conversation that its user asks to delete goes
whole, the last turn included.
"""

from __future__ import annotations

import json
import logging
import time
import zlib
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from rasa.core.brokers.broker import EventBroker
from rasa.core.processor import MAX_NUMBER_OF_PREDICTIONS
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME, ACTION_SESSION_START_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActiveLoop,
    BotUttered,
    ConversationPaused,
    Event,
    SessionStarted,
    SlotSet,
    UserUttered,
    deserialise_events,
)
from rasa.shared.core.trackers import DialogueStateTracker

from bot.runtime.logs import log_failure

NOT_KEPT = "[niet bewaard]"
WIPED_SLOT = "wiped"
PRIVATE_TOPICS = frozenset({"distress"})
_MINUTE = 60.0

logger = logging.getLogger(__name__)


@dataclass
class Conversation:
    """`live`: the events Rasa goes on with. `archive`: all events, a compressed JSON list for each save."""

    live: list[Event] = field(default_factory=list)
    slots: dict[str, Any] = field(default_factory=dict)
    archive: list[bytes] = field(default_factory=list)
    archived: int = 0
    seen: float = 0.0

    def append(self, events: Sequence[Event]) -> None:
        if events:
            packed = json.dumps([event.as_dict() for event in events], separators=(",", ":"))
            self.archive.append(zlib.compress(packed.encode(), 1))
            self.archived += len(events)

    def events(self) -> list[Event]:
        """Every event since the start, read back from the archive."""
        dumped = [event for packed in self.archive for event in json.loads(zlib.decompress(packed))]
        return list(deserialise_events(dumped))


class ConversationStore(TrackerStore):  # type: ignore[misc]
    """`tracker_store: type: bot.runtime.conversations.ConversationStore` in endpoints.yml. For one process only.

    turns: how many turns of history Rasa sees, at least 2 (rules may look back; a first turn must stay recognisable)
    idle_minutes: a conversation without a message for so long is forgotten
    max_conversations: beyond this number the longest idle one is forgotten
    """

    def __init__(
        self,
        domain: Domain | None = None,
        host: str | None = None,
        event_broker: EventBroker | None = None,
        turns: int = 2,
        idle_minutes: float = 60,
        max_conversations: int = 2000,
        clock: Callable[[], float] = time.monotonic,
        **kwargs: Any,
    ) -> None:
        super().__init__(domain, event_broker, **kwargs)
        self._turns = max(2, int(turns))
        self._idle = float(idle_minutes) * _MINUTE
        self._most = max(1, int(max_conversations))
        self._clock = clock
        self._conversations: OrderedDict[str, Conversation] = OrderedDict()

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Add the tracker's new events to its conversation, and shorten what Rasa goes on with.

        The events are stored before a broker gets them, and stay when the broker fails.
        """
        new = self._store(tracker)
        if not self.event_broker:
            return
        try:
            await self._stream_new_events(self.event_broker, new, tracker.sender_id)
        except Exception as error:
            log_failure(logger, "The event broker failed", error)

    def _store(self, tracker: DialogueStateTracker) -> list[Event]:
        """Save without waiting for anything. Returns the events that are new, none of a conversation to be deleted."""
        if _is_wiped(tracker):
            self.forget(tracker.sender_id)
            return []
        conversation = self._conversations.setdefault(tracker.sender_id, Conversation())
        self._conversations.move_to_end(tracker.sender_id)
        _end_circle(tracker)
        new = _new_events(conversation, tracker)
        redact(new)
        conversation.append(new)
        conversation.live = self._shortened(tracker)
        conversation.slots = {name: slot.value for name, slot in tracker.slots.items()}
        conversation.seen = self._clock()
        _mark(tracker, conversation)
        self._forget()
        return new

    def forget(self, sender_id: str) -> None:
        """Delete a conversation whole: what Rasa goes on with, the slots and the archive."""
        self._conversations.pop(sender_id, None)

    def slots_of(self, sender_id: str) -> Mapping[str, Any]:
        """A look at the slots after the last save, much cheaper than a tracker; empty for an unknown conversation."""
        self._forget()
        conversation = self._conversations.get(sender_id)
        return MappingProxyType(conversation.slots) if conversation else {}

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The tracker to go on with: slots and last turns. None for an unknown or forgotten conversation."""
        self._forget()
        conversation = self._conversations.get(sender_id)
        return self._tracker(sender_id, conversation, conversation.live) if conversation else None

    async def retrieve_full_tracker(self, conversation_id: str) -> DialogueStateTracker | None:
        """The tracker with every event of the conversation, sessions and restarts included."""
        self._forget()
        conversation = self._conversations.get(conversation_id)
        if conversation is None:
            return None
        return self._tracker(conversation_id, conversation, conversation.events())

    async def keys(self) -> Iterable[str]:
        """The ids of the conversations that are kept."""
        self._forget()
        return list(self._conversations)

    def _tracker(self, sender_id: str, conversation: Conversation, events: Sequence[Event]) -> DialogueStateTracker:
        tracker = DialogueStateTracker.from_events(sender_id, events, self.domain.slots)
        _mark(tracker, conversation)
        return tracker

    def _shortened(self, tracker: DialogueStateTracker) -> list[Event]:
        """The tracker's events from `turns` turns back, behind a session start that restores the state before them."""
        events = list(tracker.events)
        starts = _turn_starts(events)
        if len(starts) <= self._turns:
            return events
        cut = starts[-self._turns]
        before = DialogueStateTracker.from_events(tracker.sender_id, events[:cut], self.domain.slots)
        return [*_restoring(before, events[cut].timestamp), *events[cut:]]

    def _forget(self) -> None:
        oldest = self._clock() - self._idle
        while self._conversations:
            conversation = next(iter(self._conversations.values()))
            if len(self._conversations) <= self._most and conversation.seen >= oldest:
                return
            self._conversations.popitem(last=False)


def _is_wiped(tracker: DialogueStateTracker) -> bool:
    """The user asked to delete the conversation: the action has set this slot, and no tracker starts with it."""
    return bool(tracker.get_slot(WIPED_SLOT))


def redact(events: Sequence[Event]) -> None:
    """Take the words out of the user messages among `events` when these are about a private topic, in place."""
    if not any(_is_private(event) for event in events):
        return
    for event in events:
        if isinstance(event, UserUttered):
            _take_words_out(event)


def _is_private(event: Event) -> bool:
    if isinstance(event, UserUttered):
        readings = (event.parse_data or {}).get("readings") or ()  # of a question what was meant
        return not PRIVATE_TOPICS.isdisjoint({event.intent_name, *(name for name, _ in readings)})
    custom = event.data.get("custom") if isinstance(event, BotUttered) else None
    return isinstance(custom, dict) and custom.get("topic") in PRIVATE_TOPICS


def _take_words_out(event: UserUttered) -> None:
    intent = {key: value for key, value in (event.intent or {}).items() if key in ("name", "confidence")}
    event.text = NOT_KEPT
    event.intent = intent
    event.entities = []
    event.parse_data = {"text": NOT_KEPT, "intent": intent, "entities": []}


def _end_circle(tracker: DialogueStateTracker) -> None:
    """Let the assistant listen again after a turn that Rasa broke off for going round in circles.

    Stock Rasa leaves such a turn open, and then breaks off every turn that follows, for good.
    """
    actions = [event.action_name for event in tracker.events if isinstance(event, ActionExecuted)]
    last_turn = actions[-MAX_NUMBER_OF_PREDICTIONS:]
    if len(last_turn) == MAX_NUMBER_OF_PREDICTIONS and ACTION_LISTEN_NAME not in last_turn:
        tracker.update(ActionExecuted(ACTION_LISTEN_NAME))


def _turn_starts(events: Sequence[Event]) -> list[int]:
    """Where each turn begins: at a user message that the assistant was waiting for."""
    return [
        index
        for index, event in enumerate(events)
        if index and isinstance(event, UserUttered) and _is_action(events[index - 1], ACTION_LISTEN_NAME)
    ]


def _restoring(before: DialogueStateTracker, timestamp: float) -> list[Event]:
    """Events that bring a new tracker into the state of `before`, in the form of Rasa's own session start."""
    slots = [SlotSet(slot.name, slot.value) for slot in before.slots.values() if slot.value != slot.initial_value]
    loop = [ActiveLoop(before.active_loop_name)] if before.active_loop_name else []
    paused = [ConversationPaused()] if before.is_paused() else []
    head: list[Event] = [ActionExecuted(ACTION_SESSION_START_NAME), SessionStarted(), *slots, *loop, *paused]
    head.append(ActionExecuted(ACTION_LISTEN_NAME))
    for event in head:
        event.timestamp = timestamp
    return head


def _is_action(event: Event, name: str) -> bool:
    return isinstance(event, ActionExecuted) and event.action_name == name


def _mark(tracker: DialogueStateTracker, conversation: Conversation) -> None:
    """Note on a tracker that all it holds now is in the conversation's archive."""
    tracker.stempad_mark = (conversation, len(tracker.events))


def _new_events(conversation: Conversation, tracker: DialogueStateTracker) -> list[Event]:
    """The events of the tracker that are not archived yet.

    A tracker from this store knows how many it came with. One made elsewhere is compared with the archive: what it has
    beyond the archived events is new, and a history of its own is added whole, so that nothing is lost.
    """
    events = list(tracker.events)
    known, count = getattr(tracker, "stempad_mark", (None, 0))
    if known is conversation:
        return events[count:]
    archived = conversation.events()
    return events[len(archived) :] if events[: len(archived)] == archived else events
