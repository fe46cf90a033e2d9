"""What every HTTP door shares: the body of a request, read within bounds, and answers and errors as JSON."""

from __future__ import annotations

import json
from typing import Any

from sanic import response as sanic_response
from sanic.exceptions import PayloadTooLarge
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.channels.guard import door_error

MOST_BYTES = 16 * 1024


class BadRequest(Exception):
    """A request that no conversation can come from. `name` is a text in data/door.yml."""

    def __init__(self, name: str, status: int = 400, **values: object) -> None:
        super().__init__(name)
        self.status = status
        self.headers: dict[str, str] = {}
        self.text = door_error(name, **values)


def refusal(error: BadRequest) -> HTTPResponse:
    return error_response(error.text, error.status, error.headers)


async def read_object(request: Request, fields: str) -> dict[str, Any]:
    """The JSON object in the body of a route that streams. `fields`: what it should hold, for the error's text.

    Raises:
        BadRequest: too many bytes, no JSON, or another type than an object.
    """
    try:
        body = json.loads(await _bytes(request))
    except (ValueError, RecursionError):
        raise BadRequest("not_json", fields=fields) from None
    if not isinstance(body, dict):
        raise BadRequest("not_object", fields=fields)
    return body


async def _bytes(request: Request) -> bytes:
    request.stream.request_max_size = MOST_BYTES
    try:
        if request.stream.request_body:
            await request.receive_body()
    except PayloadTooLarge:
        raise BadRequest("too_large", 413, most=MOST_BYTES) from None
    return bytes(request.body)


async def health(_: Request) -> HTTPResponse:
    return json_response({"status": "ok"})


def error_response(text: str, status: int, headers: dict[str, str] | None = None) -> HTTPResponse:
    return json_response({"error": text}, status, headers)


def json_response(body: Any, status: int = 200, headers: dict[str, str] | None = None) -> HTTPResponse:
    return sanic_response.json(body, status, headers, dumps=dumps)


def dumps(body: Any) -> str:
    return json.dumps(body, ensure_ascii=False)
