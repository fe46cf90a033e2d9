"""CORS for an exact list of web origins. Rasa's own takes patterns that are not anchored (CVE-2026-37737)."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sanic import Sanic
from sanic.request import Request
from sanic.response import HTTPResponse, empty

_PREFLIGHT = {
    "Access-Control-Allow-Methods": "POST",
    "Access-Control-Allow-Headers": "Content-Type",
    "Access-Control-Max-Age": "3600",
}


def allow(app: Sanic, origins: Collection[str], paths: Iterable[str]) -> None:
    """Let pages of `origins`, and no others, read the answers of `app` and ask before they post to `paths`."""
    if not origins:
        return

    def known(request: Request) -> str | None:
        origin = request.headers.get("origin")
        return origin if origin in origins else None

    async def preflight(request: Request) -> HTTPResponse:
        return empty(headers=_PREFLIGHT if known(request) else None)

    async def add_origin(request: Request, response: HTTPResponse) -> None:
        response.headers["Vary"] = "Origin"
        origin = known(request)
        if origin:
            response.headers["Access-Control-Allow-Origin"] = origin

    app.register_middleware(add_origin, "response")
    for number, path in enumerate(paths):
        app.add_route(preflight, path, methods=["OPTIONS"], name=f"preflight_{number}")
