"""For everybody: axe, zoom, phones, dark, forced colours, less motion, a host page at its worst, no jumps."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.bot.channels.browser_support import PHONE, SCHOOL, STRICT, Visit, needs_chromium, release

pytestmark = needs_chromium
LONG = "Hottentottententententoonstellingstechniekenopleidingsverstrekker" * 4
WIDER = """
(selector) => {
  const root = document.querySelector('stempad-widget').shadowRoot;
  const node = selector === 'html' ? document.documentElement : root.querySelector(selector);
  return node.scrollWidth - node.clientWidth;
}
"""
SMALL = """
() => {
  const nodes = document.querySelector('stempad-widget').shadowRoot.querySelectorAll('button, summary, textarea');
  const shown = [...nodes].filter((node) => node.checkVisibility());
  const sizeOf = (node) => Math.min(node.getBoundingClientRect().height, node.getBoundingClientRect().width);
  const small = shown.filter((node) => sizeOf(node) < 24);
  return [shown.length, small.map((node) => node.outerHTML)];
}
"""
# by the frame that follows the load event: is the button on the screen? And every shift since the start.
WATCH = """
const shiftOf = ({ value, sources }) => [value, sources.map(({ node }) => node?.className ?? 'shadow').join(' ')];
window.shifts = [];
new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(shiftOf)))
  .observe({ type: 'layout-shift', buffered: true });
window.addEventListener('load', () => requestAnimationFrame(() => {
  const parts = document.querySelector('stempad-widget')?.shadowRoot.querySelectorAll('.sp-launcher, .sp-panel') ?? [];
  window.inFirstFrame = [...parts].some((part) => part.checkVisibility() && part.getBoundingClientRect().width > 0);
}));
"""


def long_talk(visit: Visit) -> None:
    for text in ("lijst", LONG, "lijst", "noodkreet", "lijst"):
        visit.ask(text)
    for summary in visit.page.locator("summary").all():
        summary.click()


def wrong(visit: Visit) -> None:
    visit.say("fout 500")
    expect(visit.page.get_by_role("alert")).to_contain_text("probeer straks opnieuw")
    visit.page.get_by_role("button", name="Wis dit gesprek").click()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", ["", SCHOOL])
def test_axe_finds_nothing(browser: Browser, base: str, path: str, scheme: Any, width: int) -> None:
    """Closed, open, long and error, by the rules of WCAG 2.2 AA for programs; in the dark those of colour."""
    only = "color-contrast" if scheme == "dark" else ""
    visit = Visit(browser, base + path, color_scheme=scheme, viewport={"width": width, "height": 800})
    found = {"closed": visit.violations(only)}
    if path:
        visit.open()
    found["open"] = visit.violations(only)
    long_talk(visit)
    found["long"] = visit.violations(only)
    wrong(visit)
    found["error"] = visit.violations(only)
    assert {state: violations for state, violations in found.items() if violations} == {}
    visit.context.close()


def test_axe_looks_inside_the_shadow_root(chat: Visit) -> None:
    """A test that cannot fail proves nothing: a button without a name in the window is seen."""
    chat.page.evaluate(
        "document.querySelector('stempad-widget').shadowRoot.querySelector('.sp-send .sp-hidden').remove()"
    )
    assert [line for line in chat.violations() if line.startswith("button-name")]


# 1280 x 1024 at 400 %, 1280 x 800 at 200 %, a small phone, a phone on its side
@pytest.mark.parametrize(("width", "height"), [(320, 256), (640, 400), (320, 568), (844, 390)])
@pytest.mark.parametrize("path", ["", SCHOOL])
def test_it_fits_small_and_zoomed_screens(browser: Browser, base: str, path: str, width: int, height: int) -> None:
    visit = Visit(browser, base + path, viewport={"width": width, "height": height})
    if path:
        visit.open()
    long_talk(visit)
    assert {name: visit.page.evaluate(WIDER, name) for name in ("html", ".sp-panel", ".sp-log")} == {
        "html": 0,
        ".sp-panel": 0,
        ".sp-log": 0,
    }
    for name in ("Verstuur", "Wis dit gesprek"):
        control = visit.page.get_by_role("button", name=name)
        control.scroll_into_view_if_needed()
        expect(control).to_be_in_viewport()
    assert visit.page.locator(".sp-log").evaluate("node => node.clientHeight") >= 100
    visit.context.close()


def test_larger_letters_of_the_reader_make_the_window_larger(browser: Browser, base: str) -> None:
    """A page's own rem must not count, the reader's choice in the browser must."""
    sizes = {}
    for path in (SCHOOL, STRICT):
        visit = Visit(browser, base + path).open()
        sizes[path] = visit.page.locator("#sp-input").evaluate("node => getComputedStyle(node).fontSize")
        visit.context.close()
    assert sizes == {SCHOOL: "16px", STRICT: "16px"}
    visit = Visit(browser, base + SCHOOL).open()
    visit.page.context.new_cdp_session(visit.page).send("Page.setFontSizes", {"fontSizes": {"standard": 32}})
    assert visit.page.locator("#sp-input").evaluate("node => getComputedStyle(node).fontSize") == "32px"
    assert visit.page.evaluate(WIDER, ".sp-panel") == 0
    visit.context.close()


def test_every_button_is_at_least_24_pixels(chat: Visit) -> None:
    long_talk(chat)
    wrong(chat)
    shown, small = chat.page.evaluate(SMALL)
    assert shown > 15
    assert small == []


def test_on_a_phone_the_window_keeps_the_focus_and_gives_the_page_back(browser: Browser, base: str) -> None:
    visit = Visit(browser, base + SCHOOL, **PHONE)
    page = visit.page
    page.evaluate("document.querySelector('footer').inert = true")
    visit.open()
    expect(page.get_by_role("dialog")).to_have_attribute("aria-modal", "true")
    expect(page.locator("main")).to_have_attribute("inert", "")
    for _ in range(15):
        page.keyboard.press("Tab")
        assert page.evaluate("['STEMPAD-WIDGET', 'BODY'].includes(document.activeElement.tagName)")
    page.get_by_role("button", name="Sluit het gesprek").click()
    expect(page.locator("main")).not_to_have_attribute("inert", "")
    expect(page.locator("footer")).to_have_attribute("inert", "")
    expect(page.locator(".sp-launcher")).to_be_focused()
    visit.context.close()


@pytest.mark.parametrize("path", ["", SCHOOL, STRICT])
def test_the_button_is_there_in_the_frame_after_load_and_nothing_jumps(browser: Browser, base: str, path: str) -> None:
    visit = Visit(browser, base + path, first=WATCH)
    visit.page.wait_for_function("window.inFirstFrame !== undefined")
    assert visit.page.evaluate("window.inFirstFrame")
    if path:
        visit.open()
    visit.ask("lijst")
    visit.page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert visit.page.evaluate("window.shifts") == []
    visit.context.close()


def test_a_host_page_at_its_worst_changes_nothing_in_the_window(browser: Browser, base: str) -> None:
    boxes = []
    for path in (SCHOOL, STRICT):
        visit = Visit(browser, base + path).open()
        visit.ask("lijst")
        boxes.append([visit.page.locator(name).bounding_box() for name in (".sp-panel", ".sp-card >> nth=0")])
        if path == STRICT:
            expect(visit.page.get_by_role("button", name="Deze knop")).to_have_count(0)
            assert not visit.complaints
        visit.context.close()
    assert boxes[0] == boxes[1]


def test_less_motion_is_no_motion(browser: Browser, base: str) -> None:
    for wish, running in (("reduce", 0), ("no-preference", 1)):
        visit = Visit(browser, base + SCHOOL, reduced_motion=wish).open()
        visit.say("traag")
        expect(visit.page.get_by_role("status")).to_contain_text("zoekt het op")
        count = "document.querySelector('stempad-widget').shadowRoot.getAnimations().length"
        assert visit.page.evaluate(count) == running
        release(base)
        expect(visit.page.locator(".sp-turn-bot")).to_have_count(2)
        visit.context.close()


def test_with_forced_colours_every_part_has_an_edge(browser: Browser, base: str) -> None:
    visit = Visit(browser, base + SCHOOL, forced_colors="active").open()
    visit.ask("lijst")
    for name in (".sp-bubble", ".sp-nudge", ".sp-card", ".sp-choice", ".sp-send"):
        edge = visit.page.locator(name).last.evaluate("node => getComputedStyle(node).borderTopStyle")
        assert edge != "none", name
    assert visit.violations() == []
    visit.context.close()
