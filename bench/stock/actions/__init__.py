"""The smallest custom action: what an answer costs stock Rasa before it does anything."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action
from rasa_sdk.executor import CollectingDispatcher


class ActionAnswer(Action):  # type: ignore[misc]
    def name(self) -> str:
        return "action_answer"

    def run(self, dispatcher: CollectingDispatcher, tracker: Any, domain: Any) -> list[dict[str, Any]]:
        dispatcher.utter_message(text="Een antwoord.")
        return []
