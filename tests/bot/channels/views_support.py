"""The widget on an empty page that never leaves this process, with real answers of the catalogue."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from playwright.sync_api import Browser, Page, Route

from actions.question import Mention, Question
from actions.respond import respond
from bot.channels.flanders_map import flanders
from bot.channels.web import widget_script
from bot.server import spots
from study_catalogue import open_catalogue

SITE = "http://stempad.test"
WIDE = "/breed/"  # a page that holds the window in a wide place of its own
PAGE = """<!doctype html><html lang="nl-BE"><meta charset="utf-8"><title>School</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><body><main><h1>School</h1></main>
<div id="hier" style="height: 700px"></div><script src="/widget.js" data-open {target} defer></script>"""
ASKED: dict[str, tuple[str, list[Mention]]] = {
    "kaart": ("academy_nearby", [Mention("place", "3600 Genk")]),
    "kaart oostende": ("academy_filter", [Mention("place", "8400 Oostende"), Mention("theme", "robotica")]),
    "kaart ver": ("academy_filter", [Mention("place", "8970 Poperinge"), Mention("focus", "meisjes")]),
    "weg": ("path_map", [Mention("job", "Lasser")]),
    "wegen": ("path_map", [Mention("job", "Projectmanager engineering")]),
    "momenten": ("when_to_choose", []),
    "vergelijk": ("option_compare", [Mention("option", "Elektriciteit"), Mention("option", "Houttechnieken")]),
    "merken": ("option_search", [Mention("theme", "bouw")]),
    "knelpunten": ("option_jobs", [Mention("option", "Bouwtechnieken")]),
}


@lru_cache
def answer(text: str) -> dict[str, Any]:
    """The answer to one of the questions; "kapot …" has a view of that kind which cannot be drawn."""
    if text.startswith("kapot "):
        return {**answer("momenten"), "view": {"kind": text.removeprefix("kapot "), "title": "Kapot"}}
    topic, mentions = ASKED[text]
    said = respond(Question(topic, mentions=tuple(mentions)), open_catalogue()).as_dict()
    assert said["kind"] == "answer", said
    return said


@lru_cache
def files() -> dict[str, tuple[str, str]]:
    """Content type and body by address."""
    return {
        "/": ("text/html", PAGE.format(target="")),
        WIDE: ("text/html", PAGE.format(target='data-target="#hier"')),
        "/widget.js": ("text/javascript", widget_script([])),
        "/widget/map.json": ("application/json", json.dumps(flanders(spots()))),
    }


def serve(route: Route) -> None:
    address = route.request.url.removeprefix(SITE)
    if address.endswith("/messages"):
        body = route.request.post_data_json
        return route.fulfill(json={"id": body["id"], "answers": [answer(body["text"])]})
    kind, body = files().get(address, ("", ""))
    return route.fulfill(content_type=kind, body=body) if kind else route.abort()


def opened(browser: Browser, *texts: str, path: str = "/", without_map: bool = False, **options: Any) -> Page:
    """A page with the window open, after these questions."""
    context = browser.new_context(**{"locale": "nl-BE", **options})
    context.route("**/*", serve)
    if without_map:
        context.route("**/map.json", lambda route: route.abort())
    page = context.new_page()
    page.set_default_timeout(8000)
    page.goto(f"{SITE}{path}")
    for nth, text in enumerate(texts, 2):
        page.locator("#sp-input").fill(text)
        page.keyboard.press("Enter")
        page.locator(".sp-turn-bot").nth(nth - 1).wait_for()
    return page
