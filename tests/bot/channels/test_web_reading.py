"""Answers that can be read at a glance and tapped where people tap: short pieces, rows, helplines."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Route, expect

from bot.channels.web import read_words
from tests.bot.channels.browser_support import MESSAGES, PHONE, Visit, needs_chromium, seen
from tests.bot.channels.web_support import ROOT

pytestmark = needs_chromium
LONG = (
    "De richting hoort bij de tweede graad (3de en 4de jaar). Je leert er bv. Solderen en meten, o.a. Stroom. "
    "Kijk op www.onderwijskiezer.be. Twijfel je nog over wat je wil? Praat er thuis over, of met het CLB van je school."
)
HELP = {
    "topic": "distress",
    "kind": "handover",
    "text": "Bel 112 of 1813. In 2026 is dat zo.",
    "items": [{"title": "Awel", "line": "102 (wie wil praten)", "marks": []}],
}


def answering(visit: Visit, **answer: Any) -> Visit:
    """Every question gets this answer."""

    def fulfil(route: Route) -> None:
        said = {"topic": "stem_what", "kind": "answer", **answer}
        route.fulfill(json={"id": route.request.post_data_json["id"], "answers": [said]})

    visit.page.route(MESSAGES, fulfil)
    visit.ask("vraag")
    return visit


def paragraphs(visit: Visit) -> list[str]:
    return visit.page.locator(".sp-turn-bot").last.locator(".sp-bot > p").all_text_contents()


def test_a_long_text_comes_in_pieces_and_no_word_is_lost(chat: Visit) -> None:
    pieces = paragraphs(answering(chat, text=LONG))
    assert len(pieces) == 2 and pieces[1].startswith("Kijk op")
    assert " ".join(pieces).replace(" (opent in een nieuw tabblad)", "") == LONG


def test_a_short_text_and_one_with_lines_of_its_own_stay_whole(chat: Visit) -> None:
    assert paragraphs(answering(chat, text="Kort. Maar krachtig.")) == ["Kort. Maar krachtig."]
    assert len(paragraphs(answering(chat, text=LONG.replace(". Je", ".\nJe")))) == 1


def test_the_greeting_is_said_once(chat: Visit) -> None:
    hello = read_words("widget.yml")["greeting"]
    common = yaml.safe_load((ROOT / "data" / "answers" / "_common.yml").read_text(encoding="utf-8"))
    assert hello == common["texts"]["hello"]
    assert paragraphs(answering(chat, text=f"{hello} Dit is STEM.")) == ["Dit is STEM."]
    assert paragraphs(answering(chat, text=f"{hello} Vraag maar.", topic="greet")) == [f"{hello} Vraag maar."]


def test_a_row_with_a_step_of_its_own_is_tapped_itself(browser: Browser, base: str) -> None:
    visit = Visit(browser, base, **PHONE)
    visit.ask("rij")
    turn = visit.page.locator(".sp-turn-bot").nth(1)
    expect(turn.get_by_role("button", name="rij")).to_have_count(1)
    box = turn.locator(".sp-card").bounding_box()
    assert box
    visit.page.touchscreen.tap(box["x"] + box["width"] - 20, box["y"] + box["height"] - 8)
    expect(visit.page.locator(".sp-turn-bot")).to_have_count(3)
    assert seen(base)[-1]["text"] == "ok"
    expect(turn.locator(".sp-open")).to_have_text("rij (gekozen)")
    visit.context.close()


def test_short_parts_of_a_line_share_one(chat: Visit) -> None:
    rows = [{"title": "Club", "line": "Genk; 7 tot 18 jaar; programmeren, elektronica, robotica", "marks": []}]
    lines = answering(chat, text="Kijk.", items=rows).page.locator(".sp-line")
    expect(lines).to_have_text(["Genk · 7 tot 18 jaar", "programmeren, elektronica, robotica"])


def test_helplines_are_one_tap_away_and_other_numbers_are_no_links(chat: Visit) -> None:
    page = answering(chat, **HELP).page
    links = page.locator(".sp-turn-bot").last.locator("a")
    assert [link.get_attribute("href") for link in links.all()] == ["tel:112", "tel:1813", "tel:102"]
    answering(chat, text="Er zijn 102 richtingen.")
    expect(page.locator(".sp-turn-bot").last.locator("a")).to_have_count(0)


@pytest.mark.parametrize("style", ["body { transform: translateZ(0) }", "body { filter: grayscale(1); padding: 9em }"])
def test_a_page_that_moves_its_body_keeps_the_window_on_the_screen(browser: Browser, base: str, style: str) -> None:
    # a style of the page's own, there before the window is
    first = f"const sheet = new CSSStyleSheet(); sheet.replaceSync({style!r}); document.adoptedStyleSheets = [sheet];"
    visit = Visit(browser, base + "voorbeeld/school/", first=first, viewport={"width": 1280, "height": 800})
    box = visit.open().page.locator(".sp-panel").bounding_box()
    assert box and box["y"] >= 0 and box["y"] + box["height"] <= 800 and box["x"] + box["width"] <= 1280
    visit.context.close()


def test_where_the_window_is_higher_than_what_is_seen_the_answer_starts_in_sight(browser: Browser, base: str) -> None:
    """200 % zoom on a laptop, on the own page."""
    visit = Visit(browser, base, viewport={"width": 640, "height": 430})
    visit.page.mouse.wheel(0, 200)
    visit.ask("lijst")
    expect(visit.page.locator(".sp-turn-you").last).to_be_in_viewport(ratio=0.9)
    visit.context.close()


def test_a_touch_leaves_no_ring_behind(browser: Browser, base: str) -> None:
    visit = Visit(browser, base, **PHONE)
    visit.page.locator("#sp-input").fill("lijst")
    visit.page.locator(".sp-send").tap()
    expect(visit.page.locator(".sp-turn-bot")).to_have_count(2)
    assert visit.page.locator(".sp-send").evaluate("node => getComputedStyle(node).boxShadow") == "none"
    visit.context.close()


def test_the_rows_of_a_further_page_count_on(chat: Visit) -> None:
    rows = [{"title": title, "line": "", "marks": []} for title in ("Metser", "Dakwerker")]
    for first, number in ((1, "1"), (6, "6")):
        shown = answering(chat, text="Kijk.", items=rows, **({"first": first} if first > 1 else {}))
        items = shown.page.locator(".sp-turn-bot").last.locator(".sp-items")
        expect(items).to_have_css("counter-reset", f"sp-row {int(number) - 1}")


def test_two_rows_of_one_name_have_each_their_own_step(chat: Visit, base: str) -> None:
    rows = [{"title": "Hout", "line": line, "marks": []} for line in ("2de graad", "3de graad")]
    steps = [{"title": "Hout", "payload": "/twee"}, {"title": "Hout", "payload": "/drie"}]
    shown = answering(chat, text="Kijk.", items=rows, choices=steps)
    sent: list[str] = []
    shown.page.on("request", lambda request: sent.append(request.post_data or ""))
    shown.page.locator(".sp-card").nth(1).get_by_role("button").click()
    expect(shown.page.locator(".sp-turn-bot")).to_have_count(3)
    assert [text for text in sent if "/drie" in text] and not [text for text in sent if "/twee" in text]
