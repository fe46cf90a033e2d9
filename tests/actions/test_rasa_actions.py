from __future__ import annotations

import os
from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import ActionExecutor, CollectingDispatcher

from actions import rasa_actions
from actions.answer import Answer, Choice
from actions.rasa_actions import OFFERS_KEPT
from actions.texts import areas

GENK = {"entity": "place", "value": "3600 Genk", "text": "Genk", "candidates": [], "basis": "name"}


def tracker(intent: str, *entities: dict[str, Any], slots: dict[str, Any] | None = None, **message: Any) -> Tracker:
    said = {"intent": {"name": intent}, "entities": list(entities), "text": "…", **message}
    return Tracker("someone", slots or {}, said, [], False, None, {}, "action_listen")


def run(area: str, asked: Tracker) -> tuple[dict[str, Any], dict[str, Any]]:
    action = next(cls for cls in rasa_actions.ACTIONS if cls.area == area)()
    dispatcher = CollectingDispatcher()
    events = action.run(dispatcher, asked, {})
    (message,) = dispatcher.messages
    return message, {event["name"]: event["value"] for event in events}


def test_the_package_registers_one_action_for_each_area() -> None:
    executor = ActionExecutor()
    executor.register_package("actions")
    assert {f"action_{area}" for area in areas()} <= executor.actions.keys()
    assert os.environ["SANIC_HOST"]


def test_one_message_with_text_buttons_and_the_structured_answer() -> None:
    message, slots = run("academies", tracker("academy_nearby", GENK))
    assert message["custom"]["topic"] == "academy_nearby" and message["custom"]["text"] in message["text"]
    assert "Bron:" in message["text"] and message["buttons"][:-1] == message["custom"]["choices"]
    assert message["buttons"][-1] == message["custom"]["nudge"]["choice"]
    assert slots["offered"][-2] == message["buttons"][-1]["payload"]
    assert slots["topic"] == "academy_nearby" and slots["place"] == "3600 Genk"
    assert "remember" not in message["custom"]


def test_the_slots_give_the_context_and_the_form_of_address() -> None:
    slots = {"topic": "option_info", "option": "so3-houttechnieken", "audience": "parent"}
    message, _ = run("options", tracker("option_jobs", slots=slots))
    assert "uw kind" in message["text"] and "Hallo" not in message["text"]
    message, _ = run("options", tracker("option_jobs", slots={**slots, "audience": "counsellor"}))
    assert "uw kind" not in message["text"]


@pytest.mark.parametrize(
    ("said", "before", "form"),
    [
        ([], None, "Ben je nu in gevaar"),
        (["parent"], None, "u of uw kind"),
        ([], "parent", "u of uw kind"),
        (["pupil"], "parent", "Ben je nu in gevaar"),
    ],
)
def test_distress_is_addressed_to_who_is_talking(said: list[str], before: str | None, form: str) -> None:
    entities = [{"entity": "audience", "value": value} for value in said]
    message, _ = run("conversation", tracker("distress", *entities, slots={"audience": before, "topic": "greet"}))
    assert form in message["custom"]["text"]


def test_labels_are_the_titles_of_the_last_choices() -> None:
    message, slots = run("conversation", tracker("thanks", slots={"topic": "greet"}))
    assert slots["labels"] == {b["title"].casefold(): b["payload"] for b in message["buttons"]} and slots["labels"]
    _, slots = run("conversation", tracker("distress", slots={"topic": "greet"}))
    assert slots["labels"] == {}


def test_a_title_that_two_choices_share_is_no_label() -> None:
    choices = (Choice("Hout", "option_info"), Choice("hout", "option_jobs"), Choice("Meer", "more"))
    assert rasa_actions.labels(Answer("x", "answer", "", choices=choices)) == {"meer": "/more"}


def test_a_tapped_choice_has_no_words() -> None:
    asked = rasa_actions.question_of(tracker("option_search", text='/option_search{"theme": "stem"}'))
    assert asked.text == "" and rasa_actions.question_of(tracker("inform", text="hout")).text == "hout"


def test_readings_and_tapped_choices() -> None:
    message, _ = run("conversation", tracker("clarify", readings=[["option_jobs", 0.4], ["option_next", 0.3]]))
    assert len(message["buttons"]) == 2
    message, slots = run("options", tracker("option_info", {"entity": "option", "value": "so3-houttechnieken"}))
    assert slots["option"] == "so3-houttechnieken"


@pytest.mark.parametrize("intent", [None, {}, {"name": None}])
def test_a_message_without_a_topic(intent: Any) -> None:
    asked = tracker("x")
    asked.latest_message["intent"] = intent
    message, _ = run("conversation", asked)
    assert message["custom"]["topic"] == "nonsense"


def test_offers_of_the_last_answers_are_kept_and_no_more() -> None:
    offered: list[str] = []
    for level in range(OFFERS_KEPT + 2):
        entity = {"entity": "level", "value": f"so-{1 + level % 3}"}
        message, slots = run("options", tracker("option_search", entity, slots={"offered": offered, "topic": "x"}))
        offered = slots["offered"]
    assert all(button["payload"] in offered for button in message["buttons"])
    assert offered.count("") == OFFERS_KEPT


def test_distress_takes_back_every_offer() -> None:
    message, slots = run("conversation", tracker("distress", slots={"offered": ["/more", ""], "topic": "greet"}))
    assert slots["offered"] == [] and slots["topic"] == "distress" and not message["buttons"]


@pytest.mark.parametrize(
    ("topic", "trust", "sure"),
    [("option_info", 0.99, True), ("option_info", 0.9, False), ("inform", 1.0, False), ("audience", 1.0, False)],
)
def test_the_trust_of_the_models_goes_along(topic: str, trust: float, sure: bool) -> None:
    asked = rasa_actions.question_of(tracker(topic, refusal={"trust": trust}))
    assert asked.sure is sure


def test_a_tapped_choice_carries_no_trust() -> None:
    assert not rasa_actions.question_of(tracker("option_info", text="/option_info")).sure
