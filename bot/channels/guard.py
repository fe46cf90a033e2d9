"""What every door does with a message before the assistant sees it, and with what comes out.

A door hands the raw text to `take_turn` and gets one `Reply`: always a text and always a structured answer. Nothing of
the raw text is logged, and nothing in it can skip understanding: a "/payload" counts only when this conversation was
offered that very payload. The title of a choice in the last answer, typed, is that choice.
"""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, cast

import yaml
from rasa.core.agent import Agent
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.core.tracker_store import TrackerStore

from actions.answer import Answer
from bot.runtime.logs import log_failure

MOST_CHARACTERS = 500
OVERLAP = 100  # characters of two parts of an overlong message, so that no call for help is cut in two
OFFERED_SLOT = "offered"
LABELS_SLOT = "labels"
NONSENSE = "nonsense"
DISTRESS = "distress"
_TEXTS = Path(__file__).resolve().parents[2] / "data" / "door.yml"
# the slash that Rasa unpacks and what looks like it
_SLASHES = "/／⁄∕╱⧸"
# categories of Unicode without a sign of their own: control, invisible format, half of a pair, private use, unassigned
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_NEUTRAL = "…"
# the exact form of a payload, which nobody means as words
_PAYLOAD = re.compile(rf"[{_SLASHES}][{_SLASHES}\s]*\w+\{{.*\}}", re.DOTALL)
_END_MARKS = " \n.!?…"
# in characters; no title of a choice is longer
_LONGEST_TITLE = 120

logger = logging.getLogger(__name__)
Handle = Callable[[UserMessage], Awaitable[Any]]
Verdict = Literal["understand", "choice", "empty", "too_long"]


@dataclass(frozen=True)
class Admitted:
    """A message as the assistant may see it, and what to do with it."""

    text: str
    verdict: Verdict


@dataclass(frozen=True)
class Choices:
    """What a conversation was offered: `payloads` lately, `titles` (folded, to their payload) in the last answer."""

    payloads: frozenset[str] = frozenset()
    titles: Mapping[str, str] = field(default_factory=dict)

    def payload(self, text: str) -> str | None:
        """The offered payload that a cleaned text is or names."""
        named = text if text in self.payloads else self.titles.get(_folded(text))
        return named if named in self.payloads else None


@dataclass(frozen=True)
class Reply:
    """What goes back: the text, the buttons and the structured answer of spec/answer.md."""

    text: str
    answer: dict[str, Any]
    buttons: list[dict[str, Any]] = field(default_factory=list)


class OneReply(CollectingOutputChannel):  # type: ignore[misc]
    """Collects a turn without cutting its text at empty lines."""

    async def send_text_message(self, recipient_id: str, text: str, **_: Any) -> None:
        await self._persist_message(self._message(recipient_id, text=text))

    def reply(self) -> Reply | None:
        """The turn up to its first structured answer as one reply; None without such an answer or a text before it."""
        end = next((index for index, message in enumerate(self.messages) if message.get("custom")), -1)
        parts = self.messages[: end + 1]
        text = "\n\n".join(str(part["text"]) for part in parts if part.get("text"))
        buttons = [button for part in parts for button in part.get("buttons", ())]
        return Reply(text, parts[-1]["custom"], buttons) if text else None


async def take_turn(agent: Agent, sender: str, raw: str | None, channel: str, handle: Handle | None = None) -> Reply:
    """One message in, one reply out, whatever the message is and whatever goes wrong.

    raw: the text as it came; None when the message had none
    handle: what takes the message to the assistant, by default the agent itself
    """
    try:
        admitted = admit(raw, await choices_of(agent, sender, raw))
        if admitted.verdict == "too_long":
            call = await _call_for_help(agent, admitted.text)
            if call is None:
                return door_answer("too_long")
            admitted = Admitted(call, "understand")
        collector = OneReply()
        await (handle or agent.handle_message)(_message(agent, sender, admitted, channel, collector))
        return collector.reply() or door_answer("failed")
    except Exception as error:
        log_failure(logger, "A turn failed", error)
        return door_answer("failed")


async def _call_for_help(agent: Agent, text: str) -> str | None:
    """The part of an overlong message that calls for help: too long is no reason to leave somebody alone with it."""
    for part in parts(text):
        if (await agent.parse_message(part))["intent"]["name"] == DISTRESS:
            return part
    return None


def parts(text: str) -> list[str]:
    """A text in pieces that the assistant can read, one at least."""
    starts = range(0, max(1, len(text)), MOST_CHARACTERS - OVERLAP)
    return [text[start : start + MOST_CHARACTERS] for start in starts]


async def calls_for_help(agent: Agent, sender: str, raw: str | None) -> bool:
    """Whether a message that would be turned away may be a call for help: its words, a reading of them, a choice.

    Also yes when it cannot be read: rather a message too many.
    """
    try:
        text = admit(raw, await choices_of(agent, sender, raw)).text
        for part in parts(text) if text else ():
            if _may_call(await agent.parse_message(part)):
                return True
        return False
    except Exception as error:
        log_failure(logger, "A message could not be read for a call for help", error)
        return True


def _may_call(parsed: Mapping[str, Any]) -> bool:
    return DISTRESS in {parsed["intent"]["name"], *(name for name, _ in parsed.get("readings") or ())}


def admit(raw: str | None, choices: Choices) -> Admitted:
    """Clean a raw text and decide what happens to it."""
    text = clean(raw or "")
    payload = choices.payload(text)
    if payload:
        return Admitted(payload, "choice")
    if _PAYLOAD.fullmatch(text):
        return Admitted("", "empty")
    text = text.lstrip(_SLASHES + " \n\t")
    if not text:
        return Admitted("", "empty")
    return Admitted(text, "too_long" if len(text) > MOST_CHARACTERS else "understand")


def clean(raw: str) -> str:
    """The text without signs that cannot be seen, odd spaces made plain, in one way of writing accents."""
    visible = "".join(_visible(sign) for sign in raw)
    return unicodedata.normalize("NFC", visible).strip()


def _visible(sign: str) -> str:
    if sign in "\n\t" or unicodedata.category(sign) in ("Zs", "Zl", "Zp"):
        return "\n" if sign == "\n" else " "
    return "" if unicodedata.category(sign) in _INVISIBLE else sign


async def choices_of(agent: Agent, sender: str, raw: str | None) -> Choices:
    """What this conversation was offered. Only looked up for a text that could be a choice."""
    if not raw or ("/" not in raw and len(raw) > _LONGEST_TITLE):
        return Choices()
    slots = await _slots(agent.tracker_store, sender)
    offered, labels = slots.get(OFFERED_SLOT), slots.get(LABELS_SLOT)
    payloads = frozenset(row for row in offered or () if isinstance(row, str) and row.startswith("/"))
    titles = labels if isinstance(labels, dict) else {}
    return Choices(payloads, {_folded(title): payload for title, payload in titles.items()})


async def _slots(store: TrackerStore, sender: str) -> Mapping[str, Any]:
    """The slots of a conversation: a cheap look with our own store, which Rasa wraps in another, else its tracker."""
    look = getattr(getattr(store, "_tracker_store", store), "slots_of", None)
    if look:
        return cast(Mapping[str, Any], look(sender))
    tracker = await store.retrieve(sender)
    return {name: slot.value for name, slot in tracker.slots.items()} if tracker else {}


def _folded(title: str) -> str:
    """A title in the one form in which titles are compared."""
    return " ".join(title.casefold().split()).rstrip(_END_MARKS)


def door_answer(name: str) -> Reply:
    """A reply of the door itself, without the assistant: `answers` in data/door.yml."""
    wording = _texts()["answers"][name]
    answer = Answer(wording["topic"], wording["kind"], wording["text"].format(most=MOST_CHARACTERS))
    return Reply(answer.text, answer.as_dict())


def door_error(name: str, **values: object) -> str:
    """The Dutch text of an HTTP error: `errors` in data/door.yml."""
    return str(_texts()["errors"][name]).format(**values)


def _message(agent: Agent, sender: str, admitted: Admitted, channel: str, collector: OneReply) -> UserMessage:
    """The message for Rasa. One without a word is nonsense for certain, where the assistant knows that topic."""
    if admitted.verdict != "empty":
        return UserMessage(admitted.text, collector, sender, input_channel=channel)
    if agent.domain is None or NONSENSE not in agent.domain.intents:
        return UserMessage(_NEUTRAL, collector, sender, input_channel=channel)
    parsed = {"text": "", "intent": {"name": NONSENSE, "confidence": 1.0}, "entities": []}
    return UserMessage("", collector, sender, parse_data=parsed, input_channel=channel)


@lru_cache(maxsize=1)
def _texts() -> dict[str, Any]:
    return dict(yaml.safe_load(_TEXTS.read_text(encoding="utf-8")))
