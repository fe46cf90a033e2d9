"""CORS for an exact list of web origins. Rasa's own takes patterns that are not anchored (CVE-2026-37737)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Mapping

from sanic import Sanic
from sanic.request import Request
from sanic.response import HTTPResponse, empty

Handler = Callable[..., Awaitable[HTTPResponse]]
_PREFLIGHT = {
    "Access-Control-Allow-Headers": "Content-Type",
    "Access-Control-Max-Age": "3600",
}


def allow(app: Sanic, origins: Collection[str], paths: Mapping[str, str]) -> None:
    """Let pages of `origins`, and no others, read the answers of `app` and ask before they use `paths`.

    paths: the one method that each takes
    """
    if not origins:
        return

    def known(request: Request) -> str | None:
        origin = request.headers.get("origin")
        return origin if origin in origins else None

    def preflight(method: str) -> Handler:
        async def asked(request: Request, **_: str) -> HTTPResponse:
            headers = {"Access-Control-Allow-Methods": method, **_PREFLIGHT}
            return empty(headers=headers if known(request) else None)

        return asked

    async def add_origin(request: Request, response: HTTPResponse) -> None:
        response.headers["Vary"] = ", ".join(filter(None, (response.headers.get("Vary"), "Origin")))
        origin = known(request)
        if origin:
            response.headers["Access-Control-Allow-Origin"] = origin
            response.headers["Access-Control-Expose-Headers"] = "Retry-After"

    app.register_middleware(add_origin, "response")
    for number, (path, method) in enumerate(paths.items()):
        app.add_route(preflight(method), path, methods=["OPTIONS"], name=f"preflight_{number}")
