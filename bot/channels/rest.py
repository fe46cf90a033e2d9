"""The REST door: `POST /webhooks/rest/webhook` with {"sender": …, "message": …}, in this process and under `rasa run`.

It answers a list of one text message and one `custom` message, the structured answer. Never an empty list.
"""

from __future__ import annotations

import secrets
from typing import Any

from rasa.core.channels.channel import InputChannel
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.channels.bodies import BadRequest, health, json_response, read_object, refusal
from bot.channels.guard import Handle, Reply, take_turn
from bot.channels.headers import protect
from bot.channels.limits import Pace
from bot.runtime import environment
from bot.runtime.environment import Rates
from bot.runtime.logs import keep_words_out

_LONGEST_SENDER = 128
_FIELDS = '"sender" en "message"'


class RestDoor(InputChannel):  # type: ignore[misc]
    """`bot.channels.rest.RestDoor:` in credentials.yml takes the place, and the url, of Rasa's own `rest`."""

    from_pages = {"/webhook": "POST"}

    def __init__(self, pace: Pace | None = None) -> None:
        self.pace = pace or Pace(Rates())

    @classmethod
    def from_credentials(cls, _: dict[str, Any] | None) -> RestDoor:
        return cls(Pace(Rates(address=environment.rest_rate()), environment.trusted_proxies()))

    @classmethod
    def name(cls) -> str:
        return "rest"

    def blueprint(self, on_new_message: Handle) -> Blueprint:
        """The two routes, to be put at /webhooks/rest. Rasa has set up its logs by now, ours or not."""
        keep_words_out()
        door = Blueprint("rest_door")
        protect(door)

        async def receive(request: Request) -> HTTPResponse:
            try:
                return await self._answer(request, on_new_message)
            except BadRequest as error:
                return refusal(error)

        door.add_route(health, "/", methods=["GET"])
        door.add_route(receive, "/webhook", methods=["POST"], stream=True)
        return door

    async def _answer(self, request: Request, handle: Handle) -> HTTPResponse:
        body = await read_object(request, _FIELDS)
        _refuse_stream(request, body)
        message, sender = _message(body), _sender(body)
        agent = request.app.ctx.agent
        self.pace.stop_flood(request, text=message or "")
        await self.pace.admit(agent, request, sender, message, own=False)
        reply = await take_turn(agent, sender, message, self.name(), handle)
        return json_response(rendered(reply, sender))


def rendered(reply: Reply, sender: str) -> list[dict[str, Any]]:
    """A reply as Rasa's REST channel gives it."""
    text: dict[str, Any] = {"recipient_id": sender, "text": reply.text}
    if reply.buttons:
        text["buttons"] = reply.buttons
    return [text, {"recipient_id": sender, "custom": reply.answer}]


def _refuse_stream(request: Request, body: dict[str, Any]) -> None:
    if str(request.args.get("stream", body.get("stream", ""))).lower() in ("true", "1"):
        raise BadRequest("no_stream")


def _message(body: dict[str, Any]) -> str | None:
    message = body.get("message")
    if message is not None and not isinstance(message, str):
        raise BadRequest("not_text", field="message")
    return message


def _sender(body: dict[str, Any]) -> str:
    """The sender that was given, a whole number as text; a fresh one that nobody can guess when it is no usable name.

    Raises:
        BadRequest: the sender is of another type.
    """
    sender = body.get("sender")
    if isinstance(sender, bool) or not isinstance(sender, str | int | None):
        raise BadRequest("sender_not_text")
    name = "" if sender is None else str(sender)
    usable = name.strip() and name.isprintable() and len(name) <= _LONGEST_SENDER
    return name if usable else secrets.token_urlsafe(18)
