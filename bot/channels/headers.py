"""What every response tells the browser, unless the response says otherwise itself."""

from __future__ import annotations

from sanic import Blueprint, Sanic
from sanic.request import Request
from sanic.response import HTTPResponse

# For what is no page: answers, errors, files. A page brings a policy of its own.
SAFE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
# What pages of other sites load: the widget is one script, which may ask for files of its own below this.
SCRIPT, SCRIPT_FILES = "/widget.js", "/widget/"


def protect(app: Sanic | Blueprint) -> None:
    """Set the headers on every response of an app, errors too, or of a door, for where the app is not ours."""

    async def add_headers(request: Request, response: HTTPResponse) -> None:
        embedded = request.path == SCRIPT or request.path.startswith(SCRIPT_FILES)
        if embedded:
            response.headers.setdefault("Cross-Origin-Resource-Policy", "cross-origin")
        for name, value in SAFE.items():
            response.headers.setdefault(name, value)

    app.on_response(add_headers)
