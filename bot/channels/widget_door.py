"""The widget's door: messages with an id of their own, and a conversation that its user can delete.

`POST /webhooks/widget/messages` {"conversation", "id", "text"} answers {"id", "answers"}; the same id again gives the
same answers without a second turn. `DELETE /webhooks/widget/conversations/<conversation>` leaves nothing of it.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from rasa.core.channels.channel import InputChannel
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, empty

from bot.channels.bodies import BadRequest, error_response, health, json_response, read_object, refusal
from bot.channels.guard import Handle, Reply, door_error, take_turn
from bot.channels.headers import protect
from bot.channels.limits import Pace
from bot.channels.replies import Replies
from bot.runtime import environment
from bot.runtime.environment import Rates
from bot.runtime.forgetting import forget
from bot.runtime.logs import keep_words_out, log_failure

_FIELDS = '"conversation", "id" en "text"'
# 22 signs of base64 are 128 bits: who does not know a conversation does not guess it
_CONVERSATION = re.compile(r"[A-Za-z0-9_-]{22,128}")
_MESSAGE = re.compile(r"[A-Za-z0-9_-]{8,64}")

logger = logging.getLogger(__name__)
Handler = Callable[..., Awaitable[HTTPResponse]]


@dataclass(frozen=True)
class Sent:
    """One message of the widget."""

    conversation: str
    id: str
    text: str


class WidgetDoor(InputChannel):  # type: ignore[misc]
    """`bot.channels.widget_door.WidgetDoor:` in credentials.yml. One process only: it holds the replies itself."""

    # what a page of another site may ask, below our url
    from_pages = {"/messages": "POST", "/conversations/<conversation:str>": "DELETE"}

    def __init__(self, pace: Pace | None = None, replies: Replies | None = None) -> None:
        self.pace = pace or Pace(Rates())
        self.replies = replies or Replies()

    @classmethod
    def from_credentials(cls, _: dict[str, Any] | None) -> WidgetDoor:
        return cls(Pace(environment.widget_rates(), environment.trusted_proxies()))

    @classmethod
    def name(cls) -> str:
        return "widget"

    def blueprint(self, on_new_message: Handle) -> Blueprint:
        """The three routes, to be put at /webhooks/widget."""
        keep_words_out()
        door = Blueprint("widget_door")
        protect(door)

        async def receive(request: Request) -> HTTPResponse:
            return await self._answer(request, on_new_message)

        async def delete(request: Request, conversation: str) -> HTTPResponse:
            return await self._delete(request, conversation)

        door.add_route(health, "/", methods=["GET"])
        door.add_route(_in_dutch(receive), "/messages", methods=["POST"], stream=True)
        door.add_route(_in_dutch(delete), "/conversations/<conversation:str>", methods=["DELETE"])
        return door

    async def _answer(self, request: Request, handle: Handle) -> HTTPResponse:
        sent, agent = await _read(request), request.app.ctx.agent
        self.pace.stop_flood(request, sent.conversation, sent.text)

        async def turn() -> list[dict[str, Any]]:
            await self.pace.admit(agent, request, sent.conversation, sent.text)
            reply = await take_turn(agent, sent.conversation, sent.text, self.name(), handle)
            if reply.answer.get("wiped"):
                self.replies.forget(sent.conversation, but=sent.id)
            return [_answer_of(reply)]

        answers = await self.replies.once(sent.conversation, sent.id, turn)
        return json_response({"id": sent.id, "answers": answers})

    async def _delete(self, request: Request, conversation: str) -> HTTPResponse:
        """A turn that runs saves the conversation at its end: it is waited for, and a later one waits for this."""
        _check(conversation, _CONVERSATION, "conversation_not_usable")
        self.pace.stop_flood(request)
        agent = request.app.ctx.agent
        await self.replies.finished(conversation)
        async with agent.lock_store.lock(conversation):
            await forget(agent.tracker_store, conversation)
            self.replies.forget(conversation)
        return empty()


def _in_dutch(handler: Handler) -> Handler:
    """What goes wrong as JSON with a Dutch text, also under `rasa run`."""

    @wraps(handler)
    async def handled(*arguments: Any, **named: Any) -> HTTPResponse:
        try:
            return await handler(*arguments, **named)
        except BadRequest as error:
            return refusal(error)
        except Exception as error:
            log_failure(logger, "A request of the widget failed", error)
            return error_response(door_error("server"), 500)

    return handled


async def _read(request: Request) -> Sent:
    """The message in a request.

    Raises:
        BadRequest: it is not said to be JSON, so that a page of another site has to ask first; or a field is unusable.
    """
    if request.headers.get("content-type", "").split(";")[0].strip().lower() != "application/json":
        raise BadRequest("not_json_type", 415)
    body = await read_object(request, _FIELDS)
    conversation = _check(body.get("conversation"), _CONVERSATION, "conversation_not_usable")
    message = _check(body.get("id"), _MESSAGE, "id_not_usable")
    text = body.get("text")
    if not isinstance(text, str):
        raise BadRequest("not_text", field="text")
    return Sent(conversation, message, text)


def _check(value: object, form: re.Pattern[str], error: str) -> str:
    if not isinstance(value, str) or not form.fullmatch(value):
        raise BadRequest(error)
    return value


def _answer_of(reply: Reply) -> dict[str, Any]:
    return {**reply.answer, "text": reply.answer.get("text") or reply.text}
