"""A visit to a page in a real browser: what it asked for, what it complained about, and a person's hands."""

from __future__ import annotations

import json
import os
import urllib.request
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.bot.channels.web_support import CHROMIUM

# in CI the tests fail without it
MISSING = not Path(CHROMIUM).exists() and os.environ.get("CI") != "true"
needs_chromium = pytest.mark.skipif(MISSING, reason="needs Debian's chromium")
SCHOOL = "voorbeeld/school/"
STRICT = "voorbeeld/streng/"
MESSAGES = "**/webhooks/widget/messages"
WCAG = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


class Visit:
    """A page that was opened in a browser of its own, and everything the browser asked for or complained about."""

    def __init__(self, browser: Browser, url: str, first: str = "", **options: Any) -> None:
        """`first`: script that runs before any of the page's."""
        self.context = browser.new_context(**{"locale": "nl-BE", **options})
        if first:
            self.context.add_init_script(first)
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(8000)
        self.urls: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.urls.append(request.url))
        self.page.on("console", lambda line: self.complaints.append(line.text) if line.type == "error" else None)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.goto(url)

    def open(self) -> Visit:
        self.page.locator(".sp-launcher").click()
        return self

    def say(self, text: str) -> None:
        self.page.locator("#sp-input").fill(text)
        self.page.keyboard.press("Enter")

    def ask(self, text: str) -> None:
        answers = self.page.locator(".sp-turn-bot")
        before = answers.count()
        self.say(text)
        expect(answers).to_have_count(before + 1)

    def wipe(self) -> None:
        self.page.get_by_role("button", name="Wis dit gesprek").click()
        self.page.get_by_role("button", name="Ja, wis alles").click()

    def stored(self) -> str:
        """All that the browser keeps for this site."""
        return str(self.page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])"))

    def talk(self) -> dict[str, Any]:
        """The conversation as the browser keeps it; empty when it keeps none."""
        return dict(self.page.evaluate("JSON.parse(localStorage.getItem('stempad')) || {}"))

    def violations(self, only: str = "") -> list[str]:
        """Of the rules of WCAG 2.2 AA, or of one rule alone."""
        options = {"runOnly": {"type": "rule", "values": [only]} if only else {"type": "tag", "values": WCAG}}
        results = Axe().run(self.page, options=options).response
        assert results["passes"], "axe has looked at nothing"
        return [f"{found['id']}: {found['nodes'][0]['html']}" for found in results["violations"]]


def fetched(url: str) -> Any:
    with urllib.request.urlopen(url, timeout=5) as response:
        return json.load(response)


def seen(base: str) -> list[dict[str, str]]:
    """The messages that reached the server, oldest first."""
    messages: list[dict[str, str]] = fetched(f"{base}seen")
    return messages


def wiped(base: str) -> list[str]:
    """The conversations that were deleted on the server."""
    gone: list[str] = fetched(f"{base}gone")
    return gone


def release(base: str) -> None:
    """Let the answer to "traag" go."""
    fetched(f"{base}release")
