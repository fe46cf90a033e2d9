"""What others write stays text; nothing is asked of or told to another host."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.bot.channels.browser_support import MESSAGES, SCHOOL, STRICT, Visit, needs_chromium

pytestmark = needs_chromium
STRINGS = (Path(__file__).parent / "data" / "xss.txt").read_text(encoding="utf-8").splitlines()
# what the strings call; also when one opens a dialog or another page
HEARD = "window.hits = 0; window.raak = () => { window.hits += 1; }; window.alert = window.raak;"
ALLOWED = set(
    "section div p ol ul li strong span small button details summary a h2 form label textarea svg path rect circle g "
    "line text title desc table caption thead tbody tr th td dl dt dd h3 h4 b em polyline polygon use defs figure "
    "figcaption".split()
)
TAGS = "[...document.querySelector('stempad-widget').shadowRoot.querySelectorAll('*')].map(node => node.localName)"
HANDLERS = """
[...document.querySelector('stempad-widget').shadowRoot.querySelectorAll('*')]
  .flatMap((node) => [...node.attributes]).filter(({ name }) => name.startsWith('on') || name === 'style').length
"""


def faked(evil: str) -> list[dict[str, Any]]:
    """Answers with a string in every field, in each kind of view."""
    views: list[dict[str, Any]] = [
        {"kind": "map", "place": {"title": evil, "lat": 50.96, "lon": 5.5}, "points": [point(evil, 1)]},
        {"kind": "route", "steps": [{"title": evil, "line": evil, "years": evil, "level": evil, "mark": evil}]},
        {"kind": "table", "columns": [evil, evil], "rows": [{"title": evil, "cells": [evil, evil]}]},
        {"kind": evil},
    ]
    return [answer(evil, view) for view in views]


def point(evil: str, number: int) -> dict[str, Any]:
    return {"title": evil, "lat": 50.9, "lon": 5.4, "km": 4.2, "number": number}


def answer(evil: str, view: dict[str, Any]) -> dict[str, Any]:
    source = {"title": evil, "year": evil, "status": evil, "url": evil}
    choice = {"title": evil, "payload": evil}
    return {
        "topic": evil,
        "kind": evil,
        "text": evil,
        "items": [{"title": evil, "line": evil, "marks": [evil]}],
        "choices": [choice],
        "choicesLabel": evil,
        "sources": [source],
        "nudge": {"text": evil, "source": source, "choice": choice},
        "view": view,
        "explain": {evil: evil},
        "first": evil,
    }


@pytest.fixture
def naked(browser: Browser, base: str) -> Iterator[Visit]:
    """A page whose policy is out of force: the widget alone has to hold."""
    visit = Visit(browser, base + SCHOOL, first=HEARD, bypass_csp=True)
    yield visit.open()
    visit.context.close()


def open_all(visit: Visit) -> None:
    """Unfold and press what an answer puts there, as a person would; not what asks something or wipes."""
    visit.page.evaluate(
        """() => {
          const root = document.querySelector('stempad-widget').shadowRoot;
          for (const node of root.querySelectorAll('details')) node.open = true;
          for (const node of root.querySelectorAll('.sp-log button:not(.sp-choice)')) node.click();
        }"""
    )


def test_the_strings_are_sixty_and_can_be_heard(naked: Visit) -> None:
    """A test that cannot fail proves nothing: without the widget's care the strings do run."""
    assert len(set(STRINGS)) == 60
    naked.page.evaluate("text => { document.body.insertAdjacentHTML('beforeend', text); }", STRINGS[13])
    naked.page.wait_for_function("window.hits > 0")


def test_no_string_runs_as_what_a_person_types_or_as_any_field_of_an_answer(naked: Visit) -> None:
    page, title = naked.page, naked.page.title()

    def fake(route: Route) -> None:
        asked = route.request.post_data_json
        route.fulfill(json={"id": asked["id"], "answers": faked(asked["text"])})

    page.route(MESSAGES, fake)
    for text in STRINGS:
        naked.say(text)
        expect(page.locator(".sp-turn-you").last).to_have_text(f"Jij: {text}")
        expect(page.locator(".sp-turn-bot").last).to_contain_text(text)
        expect(page.get_by_role("status")).to_be_empty()
        open_all(naked)
    naked.page.reload()
    open_all(naked)
    expect(page.locator(".sp-turn-bot").last).to_contain_text(STRINGS[-1])
    assert set(page.evaluate(TAGS)) <= ALLOWED
    assert page.evaluate(HANDLERS.replace(" || name === 'style'", "")) == 0
    assert page.evaluate("window.hits") == 0
    assert page.title() == title
    assert [line for line in naked.complaints if "favicon" not in line] == []


@pytest.mark.parametrize("text", STRINGS[:3] + STRINGS[-3:])
def test_no_string_runs_as_what_an_error_says(naked: Visit, text: str) -> None:
    naked.page.route(MESSAGES, lambda route: route.fulfill(status=500, body=json.dumps({"error": text})))
    naked.say("hallo")
    expect(naked.page.get_by_role("alert")).to_contain_text(text)
    assert naked.page.evaluate("window.hits") == 0


@pytest.mark.parametrize(
    ("text", "href"),
    [
        ("Zie https://www.onderwijskiezer.be/v2/.", "https://www.onderwijskiezer.be/v2/"),
        ("Chat op clbchat.be, ook zaterdag", "https://clbchat.be/"),
        ("clbchat.be", "https://clbchat.be/"),
        ("Kijk op (school.be) (7,0 km)", "https://school.be/"),
        ("http://clbchat.be", None),
        ("https://clbchat.be.evil.example/", None),
        ("https://evil.example/clbchat.be", None),
        ("evil.example?u=clbchat.be", None),
        ("javascript://clbchat.be/%0aalert(1)", None),
        ("javascript:alert(1)", None),
        ("https://clbchat.be:8443/", None),
        ("https://iemand@clbchat.be/", None),
        ("iemand@clbchat.be", None),
        ("clbchat.be@evil.example", None),
    ],
)
def test_only_known_hosts_become_links(chat: Visit, text: str, href: str | None) -> None:
    chat.ask(text)
    last = chat.page.locator(".sp-turn-bot").last
    expect(last.locator(".sp-bubble > p").first).to_contain_text(text.split()[0])
    assert {link.get_attribute("href") for link in last.locator("a").all()} == ({href} if href else set())
    assert {link.get_attribute("rel") for link in last.locator("a").all()} <= {"noopener noreferrer"}


def test_the_words_around_links_stay_as_they_are(chat: Visit) -> None:
    text = "Eén: clbchat.be, twee: onderwijskiezer.be; drie: clbchat.be."
    chat.ask(text)
    first = chat.page.locator(".sp-turn-bot").last.locator("p").first
    assert (first.text_content() or "").replace(" (opent in een nieuw tabblad)", "") == text
    assert first.locator("a").count() == 3


@pytest.mark.parametrize("path", ["", SCHOOL, STRICT])
def test_no_request_leaves_the_host_and_no_cookie_is_set(browser: Browser, base: str, path: str) -> None:
    visit = Visit(browser, base + path)
    if path:
        visit.open()
    visit.ask("lijst")
    visit.wipe()
    expect(visit.page.get_by_role("status")).to_contain_text("gewist")
    assert {url for url in visit.urls if not url.startswith(base)} == set()
    assert visit.context.cookies() == []
    assert not visit.complaints
    visit.context.close()


def test_nothing_is_kept_before_somebody_talks(visit: Visit) -> None:
    visit.open()
    assert visit.page.evaluate("localStorage.length") == 0


SOURCES = [
    ("VDAB, lijst", "https://www.clbchat.be/lijst.pdf", "https://www.clbchat.be/lijst.pdf"),
    ("school.be", "https://school.be", "https://school.be/"),
    ("Kwaad", "https://evil.example", None),
    ("Kwaad", "javascript:alert(1)", None),
    ("Kwaad", "http://clbchat.be", None),
    ("Zonder", None, None),
]


@pytest.mark.parametrize(("title", "url", "href"), SOURCES)
def test_a_source_leads_to_its_address_on_a_known_host(
    chat: Visit, title: str, url: str | None, href: str | None
) -> None:
    def fake(route: Route) -> None:
        sources = [{"title": title, "year": 2026, "status": "read", "url": url}]
        said = {"topic": "stem_what", "kind": "answer", "text": "Kijk.", "sources": sources}
        route.fulfill(json={"id": route.request.post_data_json["id"], "answers": [said]})

    chat.page.route(MESSAGES, fake)
    chat.ask("vraag")
    line = chat.page.locator(".sp-sources li").last
    expect(line).to_contain_text(title)
    links = line.locator("a").all()
    assert [link.get_attribute("href") for link in links] == ([href] if href else [])
    assert all("/" not in (link.text_content() or "") for link in links)
