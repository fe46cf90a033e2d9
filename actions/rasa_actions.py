"""The actions as Rasa sees them: one class for each area, all the same thin shell around `respond`."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import Counter
from functools import lru_cache
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.answer import Answer
from actions.conversation import SLOTS
from actions.plain import plain
from actions.question import Mention, Question, Role, audience_of, of_choice
from actions.respond import respond
from actions.roles import is_heir, role_told
from actions.texts import areas
from study_catalogue import Catalogue, open_catalogue

OFFERS_KEPT = 20  # answers whose choices may still be tapped: they stay on the page
DISTRESS = "distress"
PAYLOAD_PREFIX = "/"
SURE = 0.95  # trust from which another reading than that of the models was wrong 42 times and never right, held out
TELLING = ("inform", "audience", "enc_girls")  # bare names, what people say of themselves: the rest tells what is asked
_BETWEEN = ""  # stands between the payloads of two answers in slot `offered`


@lru_cache(maxsize=1)
def catalogue() -> Catalogue:
    return open_catalogue()


class AreaAction(Action, ABC):  # type: ignore[misc]  # rasa_sdk carries no types
    """Answers every topic of one area of capabilities.md."""

    def __init__(self) -> None:
        catalogue()  # opened at the start: help for people in distress is in hand before the first message

    @property
    @abstractmethod
    def area(self) -> str: ...

    def name(self) -> str:
        return f"action_{self.area}"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[dict[str, Any]]:
        answer = respond(question_of(tracker), catalogue())
        said = {**answer.as_dict(), "text": answer.text}
        buttons = [choice.as_dict() for choice in answer.offered]
        dispatcher.utter_message(text=plain(answer), buttons=buttons, json_message=said)
        audience = said_audience(tracker.latest_message, tracker.get_slot("audience"))
        kept = [SlotSet("audience", audience)] if audience else []
        return kept + slot_events(answer, tracker.get_slot("offered"))


def question_of(tracker: Tracker) -> Question:
    message = tracker.latest_message
    slots = {name: tracker.get_slot(name) for name in SLOTS}
    topic = (message.get("intent") or {}).get("name") or "nonsense"
    said = said_audience(message, tracker.get_slot("audience"))
    role: Role = said or tracker.get_slot("audience") or ""
    return Question(
        topic=topic,
        text=said_in(message),
        mentions=mentions_in(message, topic),
        context={name: value for name, value in slots.items() if value is not None},
        audience=audience_of(role),
        role=role,
        introduced=bool(said),
        sure=is_sure(message, topic),
        told=said_in({**message, "asked": None}),
        first_turn=slots["topic"] is None,
        readings=tuple((name, float(score)) for name, score in message.get("readings") or ()),
        halves=tuple((name, float(share)) for name, share in message.get("halves") or ()),
    )


def is_sure(message: dict[str, Any], topic: str) -> bool:
    """Of a text, not of a bare name or of what somebody tells: what that is about hangs on the rest."""
    trust = float((message.get("refusal") or {}).get("trust") or 0)
    return trust >= SURE and topic not in TELLING


def mentions_in(message: dict[str, Any], topic: str) -> tuple[Mention, ...]:
    """What was named; Rasa gives what a tapped choice carries a place in its payload too, so only that tells them."""
    read = carried_by if str(message.get("text") or "").startswith(PAYLOAD_PREFIX) else mention_of
    return tuple(read(entity) for entity in message.get("entities") or () if is_asked_about(entity, topic))


def carried_by(entity: dict[str, Any]) -> Mention:
    return of_choice(str(entity["entity"]), str(entity["value"]))


def is_asked_about(entity: dict[str, Any], topic: str) -> bool:
    """Who is talking is no subject, but where it is what the message is about."""
    return entity["entity"] != "audience" or topic == "audience"


def said_in(message: dict[str, Any]) -> str:
    """The user's own words, without what they tell of themselves beside a question: a tapped choice has none."""
    text = str(message.get("asked") or message.get("text") or "")
    return "" if text.startswith(PAYLOAD_PREFIX) else text


def mention_of(entity: dict[str, Any]) -> Mention:
    if "start" not in entity:
        return carried_by(entity)
    return Mention(
        kind=str(entity["entity"]),
        value=str(entity["value"]),
        text=str(entity.get("text") or ""),
        candidates=tuple(entity.get("candidates") or ()),
        basis=entity.get("basis") or "name",
        at=int(entity["start"]),
    )


def said_audience(message: dict[str, Any], before: Role | None = None) -> Role | None:
    """Who the user says to be in this message ("mijn dochter …"), never guessed from anything else.

    before: who they said to be earlier; "onze leerling" in the mouth of a company makes no teacher of it
    """
    text = str(message.get("text") or "")
    payload = text.startswith(PAYLOAD_PREFIX)
    told = next((e["value"] for e in message.get("entities") or () if e["entity"] == "audience"), None)
    if told == "company" and not payload and is_heir(text):
        return None
    said = told or (None if payload else role_told(text))
    return None if said == "clb" and before == "company" and not payload else said


def slot_events(answer: Answer, offered: list[str] | None) -> list[dict[str, Any]]:
    slots = {**answer.remember, "offered": offers(answer, offered or []), "labels": labels(answer)}
    return [SlotSet(name, value) for name, value in slots.items()]


def labels(answer: Answer) -> dict[str, str]:
    """This answer's choices by title, where it is the only one so named: typing the title counts as a tap."""
    titles = Counter(choice.title.casefold() for choice in answer.offered)
    return {title: c.payload for c in answer.offered if titles[title := c.title.casefold()] == 1}


def offers(answer: Answer, before: list[str]) -> list[str]:
    """The payloads of the last answers' choices: what the user may tap. Nothing but these is let past understanding."""
    if answer.topic == DISTRESS:
        return []
    groups = [*_groups(before), [choice.payload for choice in answer.offered]][-OFFERS_KEPT:]
    return [payload for group in groups for payload in (*group, _BETWEEN)]


def _groups(offered: list[str]) -> list[list[str]]:
    groups: list[list[str]] = [[]]
    for payload in offered:
        groups.append([]) if payload == _BETWEEN else groups[-1].append(payload)
    return groups[:-1]


ACTIONS = [type(f"Action{area.title()}", (AreaAction,), {"area": area}) for area in areas()]
