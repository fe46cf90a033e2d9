"""A conversation that is deleted by a message in it, "wis mijn gesprek"."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
from rasa.core.agent import Agent
from sanic import Sanic

from bot.channels import widget_door
from bot.channels.guard import Reply
from bot.channels.widget_door import WidgetDoor
from tests.bot.channels.widget_support import serving


@pytest.fixture(autouse=True)
def apps_may_share_a_name() -> Iterator[None]:
    Sanic.test_mode = True
    yield
    Sanic.test_mode = False


def test_its_kept_replies_go_but_for_the_last(agent: Agent, monkeypatch: pytest.MonkeyPatch) -> None:
    turns: list[str] = []

    async def answer(_: Any, __: str, text: str, *___: Any) -> Reply:
        turns.append(text)
        return Reply(text, {"text": text, **({"wiped": True} if text == "wis" else {})})

    async def test() -> None:
        async with serving(agent, WidgetDoor()) as client:
            for text, message in (("a", "message-a"), ("wis", "message-b"), ("wis", "message-b"), ("a", "message-a")):
                status, _, body = await client.say(text, message=message)
                assert status == 200 and body["answers"][0]["text"] == text
        assert turns == ["a", "wis", "a"]

    monkeypatch.setattr(widget_door, "take_turn", answer)
    asyncio.run(test())
