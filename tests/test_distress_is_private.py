"""Of a message about distress nothing stays: not in the conversation, its slots or a log, whatever goes wrong."""

from __future__ import annotations

import asyncio
import gc
import json
import logging
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import requests
import structlog
from rasa.core.agent import Agent
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.events import UserUttered
from rasa.utils.log_utils import configure_structlog

from actions import rasa_actions
from bot.channels.guard import MOST_CHARACTERS, Reply, take_turn
from bot.channels.replies import Replies
from bot.runtime import assistant, logs
from bot.runtime.conversations import NOT_KEPT
from tests.bot.runtime.support import Server, running

SECRET = "Zwaluwstraat"  # a word of the message that nothing else would say
CALL = f"mijn stiefvader slaat mij elke dag, wij wonen in de {SECRET}"
QUESTION = "wat is mechatronica"


@pytest.fixture(scope="module")
def agent(model: Path) -> Agent:
    return asyncio.run(assistant.load(assistant.Parts(model)))


@pytest.fixture
def at_debug(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    """Every line that Rasa logs, as under `rasa run --debug`, through our own sieve."""
    configured = structlog.get_config()
    configure_structlog(logging.DEBUG)
    logs.keep_words_out()
    for name in ("", "rasa", "rasa_sdk"):
        caplog.set_level(logging.DEBUG, logger=name)
    yield caplog
    structlog.configure(**configured)


def talk(agent: Agent, sender: str, *messages: str) -> list[Reply]:
    async def run() -> list[Reply]:
        return [await take_turn(agent, sender, message, "test") for message in messages]

    return asyncio.run(run())


def topics(replies: list[Reply]) -> list[str]:
    return [str(reply.answer["topic"]) for reply in replies]


def store_of(agent: Agent) -> TrackerStore:
    return agent.tracker_store._tracker_store


def kept(agent: Agent, sender: str) -> str:
    """All that the store holds of a conversation: every event, those Rasa goes on with, and the slots."""

    async def trackers() -> list[Any]:
        store = store_of(agent)
        return [await store.retrieve(sender), await store.retrieve_full_tracker(sender)]

    events = [event.as_dict() for tracker in asyncio.run(trackers()) if tracker for event in tracker.events]
    return json.dumps([events, dict(store_of(agent).slots_of(sender))], default=str)


def said(agent: Agent, sender: str) -> list[str]:
    tracker = asyncio.run(store_of(agent).retrieve_full_tracker(sender))
    return [str(event.text) for event in tracker.events if isinstance(event, UserUttered)]


def test_the_words_are_kept_nowhere(agent: Agent, at_debug: pytest.LogCaptureFixture) -> None:
    assert topics(talk(agent, "kept", QUESTION, CALL, "bedankt"))[1] == "distress"
    assert said(agent, "kept") == [QUESTION, NOT_KEPT, "bedankt"]
    assert SECRET.lower() not in kept(agent, "kept").lower()
    assert "stiefvader" not in kept(agent, "kept")
    assert SECRET.lower() not in at_debug.text.lower()
    assert "DEBUG" in at_debug.text  # it did log everything


@pytest.mark.parametrize("length", [MOST_CHARACTERS - 5, 2 * MOST_CHARACTERS])
def test_nor_those_of_an_overlong_message(agent: Agent, at_debug: pytest.LogCaptureFixture, length: int) -> None:
    """The call stands across the place where the message is cut."""
    message = f"{'en zo ' * (length // 6)}{CALL} {'en zo ' * 60}"
    assert topics(talk(agent, f"long {length}", message)) == ["distress"]
    assert SECRET.lower() not in (kept(agent, f"long {length}") + at_debug.text).lower()


def test_nor_when_the_answer_fails(
    agent: Agent, at_debug: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(question: Any, _: Any) -> Any:
        raise ValueError(question.text)

    monkeypatch.setattr(rasa_actions, "respond", fail)
    talk(agent, "failing", CALL)
    monkeypatch.undo()
    talk(agent, "failing", QUESTION)
    assert SECRET.lower() not in (kept(agent, "failing") + at_debug.text).lower()


def test_what_was_said_before_is_not_told_again(agent: Agent) -> None:
    for asked in ("herhaal dat eens", "wat zei je daarnet", "kan het simpeler", "wat zijn je bronnen", "toon meer"):
        *_, call, after = talk(agent, f"again {asked}", QUESTION, CALL, asked)
        assert call.answer["topic"] == "distress"
        assert "Mechatronica" not in json.dumps(after.answer) and "1813" not in after.text


def test_the_conversation_goes_on(agent: Agent) -> None:
    replies = talk(agent, "on", QUESTION, CALL, "wat kan ik studeren na mechatronica", "herhaal dat eens")
    assert topics(replies) == ["option_info", "distress", "option_next", "repeat"]
    assert replies[1].text not in replies[3].text and "Mechatronica" in json.dumps(replies[3].answer)


def test_what_answers_whether_there_is_danger_is_kept_no_more_than_the_call(agent: Agent) -> None:
    replies = talk(agent, "answers", QUESTION, CALL, "ja help", "nee", QUESTION, "ja")
    assert topics(replies)[:5] == ["option_info", "distress", "distress", "distress", "option_info"]
    assert "112" in replies[2].text and replies[5].answer["topic"] != "distress"
    assert said(agent, "answers") == [QUESTION, NOT_KEPT, NOT_KEPT, NOT_KEPT, QUESTION, "ja"]


def test_nor_is_harm_beside_a_study_question(agent: Agent, at_debug: pytest.LogCaptureFixture) -> None:
    beside = f"mijn pa slaagt mij in de {SECRET}, en welke richting is goed voor elektricien"
    assert topics(talk(agent, "beside", QUESTION, beside)) == ["option_info", "distress"]
    assert said(agent, "beside") == [QUESTION, NOT_KEPT]
    assert SECRET.lower() not in (kept(agent, "beside") + at_debug.text).lower()


def test_nothing_cheerful_goes_with_the_help(agent: Agent) -> None:
    """Whatever the talk was about, and said of oneself, before."""
    help_first = talk(agent, "fresh", CALL)[0]
    for before in ("ik ben een meisje, is mechatronica iets voor mij", "mijn ouders hebben niet gestudeerd", "hallo"):
        reply = talk(agent, f"cheer {before}", before, CALL)[1]
        assert (reply.answer["nudge"], reply.text) == (None, help_first.text)


@pytest.fixture(scope="module")
def debugged(model: Path) -> Iterator[Server]:
    with running(model, "actions", LOG_LEVEL="DEBUG") as server:
        yield server


def test_a_server_that_was_asked_to_log_everything_logs_no_word(debugged: Server) -> None:
    assert debugged.say("a", CALL)["topic"] == "distress"
    assert debugged.say("a", QUESTION)["topic"] == "option_info"
    assert SECRET.lower() not in debugged.log().lower()
    assert "mechatronica" not in debugged.log().lower()


def reachable(start: object) -> set[str]:
    """Every text that can be reached from an object, through whatever holds it."""
    seen, todo, found = set[int](), [start], set[str]()
    while todo:
        thing = todo.pop()
        if id(thing) in seen or isinstance(thing, type | ModuleType | Agent) or is_namespace(thing):
            continue
        seen.add(id(thing))
        if isinstance(thing, str | bytes):
            found.add(str(thing))
        todo.extend(gc.get_referents(thing))
    return found


def is_namespace(thing: object) -> bool:
    return isinstance(thing, dict) and "__builtins__" in thing


def test_the_replies_that_a_door_keeps_hold_none_of_it(agent: Agent) -> None:
    """Not the message, nor what answered it, which held the message in its hands."""
    replies = Replies()

    def turn_of(text: str) -> Callable[[], Awaitable[dict[str, Any]]]:
        async def turn() -> dict[str, Any]:
            return (await take_turn(agent, "kept replies", text, "widget")).answer

        return turn

    async def run() -> list[Any]:
        return [await replies.once("kept replies", "message-1", turn_of(CALL)) for _ in range(2)]

    first, again = asyncio.run(run())
    assert first["topic"] == "distress" and again is first
    texts = reachable(replies)
    assert first["text"] in texts  # it is kept, and found
    assert [text for text in texts if SECRET in text or "stiefvader" in text] == []


def test_a_call_for_help_is_the_same_answer_for_who_has_to_wait(model: Path) -> None:
    with running(model, "actions", LOG_LEVEL="DEBUG", WIDGET_PER_CONVERSATION="1") as server:
        for text, topic in (
            (QUESTION, "option_info"),
            (QUESTION, None),
            (CALL, "distress"),
            (f"{'en zo ' * 100}{CALL}", "distress"),
            (f"mijn pa slaagt mij in de {SECRET}, en welke richting is goed voor elektricien", "distress"),
        ):
            body = {"conversation": "w" * 22, "id": f"message-{len(text)}-{topic}", "text": text}
            response = requests.post(f"{server.url}/webhooks/widget/messages", json=body, timeout=20)
            assert response.status_code == (200 if topic else 429)
            assert [answer["topic"] for answer in response.json().get("answers", ())] == ([topic] if topic else [])
        assert SECRET.lower() not in server.log().lower() and "w" * 22 not in server.log()
