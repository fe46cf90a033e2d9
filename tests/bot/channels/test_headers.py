"""Headers of every response of the server, over real HTTP."""

from __future__ import annotations

from typing import Any

import pytest
import requests

from bot.channels.headers import SAFE, SCRIPT, SCRIPT_FILES
from tests.bot.runtime.support import Server

ASKED: list[tuple[str, str, dict[str, Any]]] = [
    ("GET", "/health", {}),
    ("GET", "/webhooks/rest/", {}),
    ("GET", "/webhooks/widget/", {}),
    ("POST", "/webhooks/rest/webhook", {"json": {"message": "hallo"}}),
    ("POST", "/webhooks/rest/webhook", {"data": b"{"}),
    ("POST", "/webhooks/rest/webhook", {"data": b"a" * 20000}),
    ("POST", "/webhooks/widget/messages", {"json": {"conversation": "h" * 22, "id": "message-1", "text": "hallo"}}),
    ("POST", "/webhooks/widget/messages", {"json": {}}),
    ("DELETE", f"/webhooks/widget/conversations/{'h' * 22}", {}),
    ("GET", "/nergens", {}),
    ("GET", "/static/nergens.js", {}),
    ("PUT", "/health", {}),
]


@pytest.mark.parametrize(("method", "path", "options"), ASKED)
def test_what_is_no_page(server: Server, method: str, path: str, options: dict[str, Any]) -> None:
    response = requests.request(method, server.url + path, timeout=10, **options)
    assert {name: response.headers.get(name) for name in SAFE} == SAFE


def test_a_page_keeps_its_own_policy(server: Server) -> None:
    headers = requests.get(server.url + "/", timeout=10).headers
    assert "default-src 'self'" in headers["Content-Security-Policy"] and "no-cache" in headers["Cache-Control"]
    assert headers["X-Content-Type-Options"] == "nosniff" and headers["Referrer-Policy"]


@pytest.mark.parametrize("path", [SCRIPT, f"{SCRIPT_FILES}map.json"])
def test_pages_elsewhere_may_load_the_widget(server: Server, path: str) -> None:
    """Also pages that ask this of all they load (COEP)."""
    headers = requests.get(server.url + path, timeout=10).headers
    assert headers["Cross-Origin-Resource-Policy"] == "cross-origin" and headers["X-Content-Type-Options"] == "nosniff"


def test_no_response_tells_what_it_runs_on(server: Server) -> None:
    headers = requests.get(server.url + "/health", timeout=10).headers
    assert not {"server", "x-powered-by", "set-cookie"} & {name.lower() for name in headers}
