"""A talk may last as long as it likes: what it leaves behind stays of one size."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest
import yaml
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.rasa_actions import ACTIONS
from bench.__main__ import OURS, TALK
from bench.fairness import FOLDER
from bench.parsing import parser

TURNS, SETTLED = 500, 50
FOLLOW_UPS = [
    "toon meer",
    "nog eens",
    "ga terug",
    "de tweede",
    "waar haal je dat?",
    "ik snap het niet",
    "en in Hasselt?",
]
ODD = [
    "asdfgh",
    "wat leer je in zwembadtechniek?",
    "hoe is het weer?",
    "dank je",
    "stop met tips",
    "ik voel me zo alleen",
]
(ACTION,) = [action() for action in ACTIONS if action().area == "conversation"]  # all answer every topic


@pytest.fixture(scope="module")
def messages(model: Path) -> list[dict[str, Any]]:
    """Questions of many topics, follow-ups and odd ones, understood."""
    rows = yaml.safe_load((FOLDER / "questions.yml").read_text(encoding="utf-8"))
    asked = [text for row in rows for text in (row["text"], *row["spelled"])]
    parse = parser(model)
    return [parse(text) for text in (*OURS, *TALK, *asked, *FOLLOW_UPS * 3, *ODD)]


def sizes(messages: list[dict[str, Any]], seed: int) -> list[int]:
    """Letters of all slots as JSON, after each turn of a talk of these messages and of taps, in any order."""
    chance, slots, choices, found = random.Random(seed), dict[str, Any](), [], list[int]()
    for _ in range(TURNS):
        tap = chance.choice(choices) if choices and chance.random() < 0.3 else None
        message = tapped(tap["payload"]) if tap else chance.choice(messages)
        dispatcher = CollectingDispatcher()
        events = ACTION.run(dispatcher, Tracker("long", dict(slots), message, [], False, None, {}, None), {})
        slots.update({event["name"]: event["value"] for event in events})
        choices = dispatcher.messages[0]["buttons"]
        found.append(len(json.dumps(slots)))
    return found


def tapped(payload: str) -> dict[str, Any]:
    topic, brace, about = payload.removeprefix("/").partition("{")
    entities = [{"entity": kind, "value": value} for kind, value in json.loads(brace + about or "{}").items()]
    return {"text": payload, "intent": {"name": topic}, "entities": entities}


@pytest.mark.parametrize("seed", range(4))
def test_slots_do_not_grow(messages: list[dict[str, Any]], seed: int) -> None:
    """The mean of the second half is that of the first, and nothing gets larger than it may have been early on."""
    found = sizes(messages, seed)
    early, late = found[SETTLED : TURNS // 2], found[TURNS // 2 :]
    assert sum(late) / len(late) <= 1.1 * sum(early) / len(early)
    assert max(late) <= 1.25 * max(early)
