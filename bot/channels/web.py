"""The web door: the widget as one script, a page of our own, two sample pages of schools."""

from __future__ import annotations

import gzip
import hashlib
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

from bot.channels.bundle import bundle, constants, read_sources, squeezed_css

STATIC = Path(__file__).parent / "static"
WIDGET = Path(__file__).parent / "widget"
WORDS = Path(__file__).resolve().parents[2] / "data" / "channels"
# file by address; a page of its own policy is named in POLICIES
PAGES = {"/": "home.html", "/voorbeeld/school/": "school.html", "/voorbeeld/streng/": "strict.html"}
CONTENT_TYPES = {".js": "text/javascript", ".svg": "image/svg+xml", ".css": "text/css", ".html": "text/html"}

CONTENT_SECURITY_POLICY = (
    "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; object-src 'none'"
)
STRICT_POLICY = (
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)
POLICIES = {"strict.html": STRICT_POLICY}
SECURITY_HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-cache",
}
# any school's page may load the script, also one that isolates itself; a new version is there within five minutes
SCRIPT_HEADERS = {"Cross-Origin-Resource-Policy": "cross-origin", "Cache-Control": "public, max-age=300"}


@dataclass(frozen=True)
class StaticFile:
    """A file held in memory, once as it is and once compressed: what is not there at start cannot be asked for."""

    body: bytes
    content_type: str
    etag: str
    zipped: bytes


def static_file(name: str, body: bytes) -> StaticFile:
    kind = CONTENT_TYPES.get(Path(name).suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    charset = "; charset=utf-8" if kind.startswith("text/") or kind.endswith("+xml") else ""
    etag = f'W/"{hashlib.sha256(body).hexdigest()[:32]}"'
    return StaticFile(body, kind + charset, etag, gzip.compress(body, 9, mtime=0))


def read_all(folder: Path = STATIC) -> dict[str, StaticFile]:
    """Every file of the folder by name."""
    return {path.name: static_file(path.name, path.read_bytes()) for path in sorted(folder.iterdir()) if path.is_file()}


def widget_script(hosts: Iterable[str], folder: Path = WIDGET) -> str:
    """The widget as one script. Its answers may link to `hosts` and to those of data/channels/page.yml.

    Raises:
        BundleError: the modules cannot be put into one script.
    """
    words = read_words("widget.yml")
    styles = "\n".join(read_sources(folder, ".css").values())
    data = {name.upper(): words[name] for name in ("texts", "welcome", "greeting", "examples", "status", "problems")}
    numbers = read_words("page.yml")["known_numbers"]
    data |= {"KNOWN_HOSTS": " ".join(known_hosts(hosts)), "KNOWN_NUMBERS": numbers, "CSS": squeezed_css(styles)}
    return bundle({**read_sources(folder, ".js"), "data.js": constants(data)}, "widget.js")


def known_hosts(hosts: Iterable[str]) -> list[str]:
    """The hosts an answer may link to: `hosts` and those of data/channels/page.yml."""
    return sorted({*read_words("page.yml")["known_hosts"], *hosts})


def reply(request: Request, file: StaticFile, **headers: str) -> HTTPResponse:
    """The file, or 304 to who has it; compressed for who can read that."""
    sent = {**SECURITY_HEADERS, **headers, "ETag": file.etag, "Vary": "Accept-Encoding"}
    if request.headers.get("if-none-match") == file.etag:
        return HTTPResponse(status=304, headers=sent)
    if "gzip" not in request.headers.get("accept-encoding", ""):
        return raw(file.body, headers=sent, content_type=file.content_type)
    return raw(file.zipped, headers={**sent, "Content-Encoding": "gzip"}, content_type=file.content_type)


def web_blueprint(hosts: Iterable[str]) -> Blueprint:
    """`/widget.js`, the pages of PAGES and their files under `/static/`. Answers may link to `hosts`."""
    blueprint = Blueprint("web")
    _add_widget(blueprint, static_file("widget.js", widget_script(hosts).encode()))
    _add_files(blueprint, read_all())
    return blueprint


def _add_widget(blueprint: Blueprint, script: StaticFile) -> None:
    async def widget(request: Request) -> HTTPResponse:
        return reply(request, script, **SCRIPT_HEADERS)

    blueprint.add_route(widget, "/widget.js", methods=["GET", "HEAD"])


def _add_files(blueprint: Blueprint, files: dict[str, StaticFile]) -> None:
    missing = str(read_words("page.yml")["no_file"])

    async def file(request: Request, name: str) -> HTTPResponse:
        if name not in files:
            raise NotFound(missing)
        return reply(request, files[name])

    blueprint.add_route(file, "/static/<name:str>", methods=["GET", "HEAD"])
    for address, name in PAGES.items():
        _add_page(blueprint, address, files[name], POLICIES.get(name, CONTENT_SECURITY_POLICY))


def _add_page(blueprint: Blueprint, address: str, page: StaticFile, policy: str) -> None:
    async def show(request: Request) -> HTTPResponse:
        return reply(request, page, **{"Content-Security-Policy": policy})

    blueprint.add_route(show, address, methods=["GET", "HEAD"], name=f"page_{page.etag[3:11]}")


def read_words(name: str) -> dict[str, Any]:
    """A file of data/channels."""
    return dict(yaml.safe_load((WORDS / name).read_text(encoding="utf-8")))
