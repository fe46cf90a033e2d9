"""The actions of a very small assistant, to test doors and runtime without the real one."""

from __future__ import annotations

import asyncio
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.interfaces import ActionExecutionRejection

PAYLOAD = '/choice{"option": "so3-één"}'
SLOW = 0.2  # seconds


class Echo(Action):
    """Says what it was asked, counts, and offers one choice."""

    topic = "greet"

    def name(self) -> str:
        return "action_echo"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[Any]:
        message = tracker.latest_message
        count = (tracker.get_slot("count") or 0) + 1
        topic = message["intent"]["name"] or self.topic
        text = f"{count}: {topic} [{message['text']}]\n\nTot zo"
        dispatcher.utter_message(text=text, buttons=[{"title": "Kies", "payload": PAYLOAD}])
        dispatcher.utter_message(json_message=answer(topic, text, seen=len(tracker.events)))
        return [SlotSet("count", count), SlotSet("offered", [PAYLOAD]), SlotSet("labels", {"kies": PAYLOAD})]


class Distress(Echo):
    def name(self) -> str:
        return "action_distress"


class Loop(Echo):
    """No rule leads here but the fallback, which is predicted again after it."""

    def name(self) -> str:
        return "action_loop"


class Slow(Echo):
    def name(self) -> str:
        return "action_slow"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[Any]:
        await asyncio.sleep(SLOW)
        return await super().run(dispatcher, tracker, domain)


class Boom(Action):
    def name(self) -> str:
        return "action_boom"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[Any]:
        raise RuntimeError(f"went wrong on: {tracker.latest_message['text']}")


class Silent(Action):
    def name(self) -> str:
        return "action_silent"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[Any]:
        return []


class Refuse(Action):
    def name(self) -> str:
        return "action_refuse"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[Any]:
        raise ActionExecutionRejection(self.name())


def answer(topic: str, text: str, **more: Any) -> dict[str, Any]:
    choices = [{"title": "Kies", "payload": PAYLOAD}]
    rest = {"items": [], "choices": choices, "sources": [], "nudge": None}
    return {"topic": topic, "kind": "answer", "text": text, **rest, **more}
