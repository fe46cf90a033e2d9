"""The web door: a sample school page with the chat window, and the files it needs. Nothing is asked of another host."""

from __future__ import annotations

import hashlib
import json
import mimetypes
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from sanic import Blueprint
from sanic.exceptions import NotFound
from sanic.request import Request
from sanic.response import HTTPResponse, raw

STATIC = Path(__file__).parent / "static"
WORDS = Path(__file__).resolve().parents[2] / "data" / "channels" / "page.yml"
PAGE = "index.html"
HOSTS = "chat-hosts.js"
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


def static_file(name: str, body: bytes) -> StaticFile:
    kind = CONTENT_TYPES.get(Path(name).suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    charset = "; charset=utf-8" if kind.startswith("text/") or kind.endswith("+xml") else ""
    return StaticFile(body, kind + charset, f'"{hashlib.sha256(body).hexdigest()[:32]}"')


def read_all(hosts: Iterable[str], folder: Path = STATIC) -> dict[str, StaticFile]:
    """Every file of the folder by name, and a script with the known hosts."""
    bodies = {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}
    bodies[HOSTS] = f"export const KNOWN_HOSTS = {json.dumps(known_hosts(hosts))};\n".encode()
    return {name: static_file(name, body) for name, body in bodies.items()}


def known_hosts(hosts: Iterable[str]) -> list[str]:
    """The hosts an answer may link to: `hosts` and those of data/channels/page.yml."""
    return sorted({*read_words()["known_hosts"], *hosts})


def reply(request: Request, file: StaticFile) -> HTTPResponse:
    headers = {**SECURITY_HEADERS, "ETag": file.etag}
    if request.headers.get("if-none-match") == file.etag:
        return HTTPResponse(status=304, headers=headers)
    return raw(file.body, headers=headers, content_type=file.content_type)


def page_blueprint(hosts: Iterable[str]) -> Blueprint:
    """The page on `/` and its files under `/static/`. Answers may link to `hosts`."""
    files, missing = read_all(hosts), str(read_words()["no_file"])
    blueprint = Blueprint("school_page")

    async def page(request: Request) -> HTTPResponse:
        return reply(request, files[PAGE])

    async def file(request: Request, name: str) -> HTTPResponse:
        if name not in files:
            raise NotFound(missing)
        return reply(request, files[name])

    blueprint.add_route(page, "/", methods=["GET", "HEAD"])
    blueprint.add_route(file, "/static/<name:str>", methods=["GET", "HEAD"])
    return blueprint


def read_words(path: Path = WORDS) -> dict[str, Any]:
    return dict(yaml.safe_load(path.read_text(encoding="utf-8")))
