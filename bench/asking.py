"""Questions answered as the assistant does, in this process and without a server."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rasa_sdk import Tracker

from actions.answer import Answer, Choice
from actions.rasa_actions import question_of
from actions.respond import respond
from bench.parsing import Parse
from study_catalogue import Catalogue

NOTHING: Mapping[str, str] = {}


class Asker:
    """Asks each text as the first of a new conversation."""

    def __init__(self, parse: Parse, catalogue: Catalogue) -> None:
        self._parse, self._catalogue = parse, catalogue

    def said(self, text: str, told: Mapping[str, str] = NOTHING, taps: Iterable[str] = ()) -> tuple[str, Answer]:
        """The intent that the text got, and the answer after the taps.

        told: entity values by kind that count as if the text had named them; taps: titles of choices
        """
        message = self._parse(text)
        more = [{"entity": kind, "value": value} for kind, value in told.items()]
        slots: dict[str, Any] = {}
        answer = self._turn({**message, "entities": [*message["entities"], *more]}, slots)
        for title in taps:
            choice = next((choice for choice in answer.choices if choice.title == title), None)
            answer = self._turn(_tapped(choice), slots) if choice else answer
        return str(message["intent"]["name"]), answer

    def _turn(self, message: Mapping[str, Any], slots: dict[str, Any]) -> Answer:
        """One turn; `slots` takes what the answer leaves behind."""
        tracker = Tracker("bench", dict(slots), dict(message), [], False, None, {}, None)
        answer = respond(question_of(tracker), self._catalogue)
        slots.update(answer.remember)
        return answer


def _tapped(choice: Choice) -> dict[str, Any]:
    """What Rasa makes of a payload."""
    entities = [{"entity": kind, "value": value} for kind, value in choice.about]
    return {"text": choice.payload, "intent": {"name": choice.topic}, "entities": entities}
