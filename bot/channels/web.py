"""The web door: a sample school page with the chat window, and the files it needs. Nothing is asked of another host."""

from __future__ import annotations

import hashlib
import mimetypes
from dataclasses import dataclass
from pathlib import Path

from sanic import Blueprint
from sanic.exceptions import NotFound
from sanic.request import Request
from sanic.response import HTTPResponse, raw

STATIC = Path(__file__).parent / "static"
PAGE = "index.html"
CONTENT_TYPES = {".js": "text/javascript", ".svg": "image/svg+xml", ".css": "text/css", ".html": "text/html"}

CONTENT_SECURITY_POLICY = (
    "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; object-src 'none'"
)
SECURITY_HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-cache",
}


@dataclass(frozen=True)
class StaticFile:
    """A file held in memory: what is not in the folder at start cannot be asked for."""

    body: bytes
    content_type: str
    etag: str


def read_static(path: Path) -> StaticFile:
    body = path.read_bytes()
    kind = CONTENT_TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    charset = "; charset=utf-8" if kind.startswith("text/") or kind.endswith("+xml") else ""
    return StaticFile(body, kind + charset, f'"{hashlib.sha256(body).hexdigest()[:32]}"')


def read_all(folder: Path = STATIC) -> dict[str, StaticFile]:
    return {path.name: read_static(path) for path in sorted(folder.iterdir()) if path.is_file()}


def reply(request: Request, file: StaticFile) -> HTTPResponse:
    headers = {**SECURITY_HEADERS, "ETag": file.etag}
    if request.headers.get("if-none-match") == file.etag:
        return HTTPResponse(status=304, headers=headers)
    return raw(file.body, headers=headers, content_type=file.content_type)


def page_blueprint(folder: Path = STATIC) -> Blueprint:
    """The page on `/` and its files under `/static/`."""
    files = read_all(folder)
    blueprint = Blueprint("school_page")

    async def page(request: Request) -> HTTPResponse:
        return reply(request, files[PAGE])

    async def static_file(request: Request, name: str) -> HTTPResponse:
        if name not in files:
            raise NotFound("Dit bestand bestaat niet.")
        return reply(request, files[name])

    blueprint.add_route(page, "/", methods=["GET", "HEAD"])
    blueprint.add_route(static_file, "/static/<name:str>", methods=["GET", "HEAD"])
    return blueprint
