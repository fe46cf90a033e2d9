"""What is drawn beside an answer, in a real browser, with real answers of the catalogue."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import combinations
from math import hypot
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.bot.channels.browser_support import PHONE, WCAG, needs_chromium
from tests.bot.channels.views_support import SITE, WIDE, answer, opened

pytestmark = needs_chromium
Look = Callable[..., Page]
MAPS = ["kaart", "kaart oostende", "kaart ver"]
DRAWN = [*MAPS, "weg", "wegen", "momenten", "vergelijk", "merken"]
NARROW = {"viewport": {"width": 320, "height": 640}}
BOXES = """nodes => nodes.map((node) => {
  const { left, top, right, bottom } = node.getBoundingClientRect();
  return [node.textContent, left, top, right, bottom];
})"""


@pytest.fixture
def look(browser: Browser) -> Iterator[Look]:
    """Opens a page with the answers to these questions; closed after the test."""
    pages: list[Page] = []

    def at(*texts: str, **options: Any) -> Page:
        pages.append(opened(browser, *texts, **options))
        return pages[-1]

    yield at
    for page in pages:
        page.context.close()


@pytest.fixture(scope="module")
def shared(browser: Browser) -> Iterator[Look]:
    """The same, kept for the next test that asks the same: only for who looks and touches nothing."""
    pages: dict[str, Page] = {}

    def at(*texts: str, **options: Any) -> Page:
        key = f"{texts}{options}"
        pages[key] = pages.get(key) or opened(browser, *texts, **options)
        return pages[key]

    yield at
    for page in pages.values():
        page.context.close()


def last(page: Page) -> Locator:
    return page.locator(".sp-turn-bot").last


def drawn_map(page: Page) -> Locator:
    """The map once its shape is there."""
    last(page).locator(".sp-map .sp-land").first.wait_for()
    return last(page).locator(".sp-map")


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": WCAG}}).response
    assert found["passes"], "axe has looked at nothing"
    return [f"{row['id']}: {row['nodes'][0]['html']}" for row in found["violations"]]


# the map


@pytest.mark.parametrize("text", MAPS)
def test_every_row_is_on_the_map_under_its_number(shared: Look, text: str) -> None:
    page = shared(text, **PHONE)
    pins = drawn_map(page).locator("svg > .sp-pin text").all_text_contents()
    assert sorted(pins) == [str(number) for number in range(1, len(answer(text)["items"]) + 1)]
    expect(last(page).locator(".sp-card")).to_have_count(len(pins))


@pytest.mark.parametrize("text", MAPS)
def test_the_picture_has_a_name_and_all_in_words(shared: Look, text: str) -> None:
    page = shared(text)
    picture = drawn_map(page).locator("[role=img]")
    expect(picture).to_have_accessible_name(answer(text)["view"]["title"])
    for item, point in zip(answer(text)["items"], answer(text)["view"]["points"], strict=True):
        # a distance of nothing says nothing: then the town alone
        far = item["marks"][0] if point["km"] else f"{point['town']}."
        for words in (item["title"], far):
            expect(picture).to_have_accessible_description(_holding(words))


def _holding(words: str) -> re.Pattern[str]:
    return re.compile(re.escape(words))


def test_rows_in_one_town_share_a_pin_and_others_do_not(shared: Look) -> None:
    pins = drawn_map(shared("kaart")).locator("svg > .sp-pin > .sp-pin")
    expect(pins).to_have_text(["123"])
    pins = drawn_map(shared("kaart oostende")).locator("svg > .sp-pin > .sp-pin")
    expect(pins).to_have_text(["1", "2", "3"])


@pytest.mark.parametrize("text", MAPS)
@pytest.mark.parametrize("options", [PHONE, NARROW, {}], ids=["phone", "narrow", "desktop"])
def test_no_name_covers_another_or_a_pin(shared: Look, text: str, options: dict[str, Any]) -> None:
    picture = drawn_map(shared(text, **options))
    boxes = picture.locator("svg svg").first.locator("text, .sp-pin rect").evaluate_all(BOXES)
    names = [box for box in boxes if not box[0].isdecimal() and box[0]]
    assert len(names) >= 4
    for one, other in combinations([box for box in boxes if not box[0].isdecimal()], 2):
        apart = one[3] <= other[1] or other[3] <= one[1] or one[4] - 3 <= other[2] or other[4] - 3 <= one[2]
        assert apart, (one, other)


@pytest.mark.parametrize("text", MAPS)
def test_all_pins_and_the_place_are_in_sight(shared: Look, text: str) -> None:
    picture = drawn_map(shared(text, **NARROW))
    (frame,) = picture.locator(".sp-ground").evaluate_all(BOXES)
    for _, left, top, right, bottom in (
        picture.locator("svg svg").first.locator(".sp-pin rect, .sp-here *").evaluate_all(BOXES)
    ):
        assert frame[1] <= left and right <= frame[3] and frame[2] <= top and bottom <= frame[4]


def test_farther_is_farther_on_the_map_too(look: Look) -> None:
    picture = drawn_map(look("kaart oostende"))
    x, y = _middle(picture.locator(".sp-here .sp-dot"))
    far = []
    for _, left, _, right, bottom in picture.locator("svg > .sp-pin > path").evaluate_all(BOXES):
        far.append(hypot((left + right) / 2 - x, bottom - y))
    km = [point["km"] for point in answer("kaart oostende")["view"]["points"]]
    assert far[0] < 3 and far[1] / far[2] == pytest.approx(km[1] / km[2], rel=0.05)


def _middle(node: Locator) -> tuple[float, float]:
    box = node.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_nearby_there_is_a_small_map_of_all_of_flanders_and_far_away_there_is_not(look: Look) -> None:
    expect(drawn_map(look("kaart")).locator(".sp-frame")).to_have_count(1)
    expect(drawn_map(look("kaart ver")).locator(".sp-frame")).to_have_count(0)


def test_without_the_shape_the_pins_and_the_distances_are_there(look: Look) -> None:
    page = look("kaart oostende", without_map=True)
    picture = last(page).locator(".sp-map")
    expect(picture.locator("svg > .sp-pin > .sp-pin")).to_have_text(["1", "2", "3"])
    expect(picture.locator(".sp-far")).not_to_have_count(0)
    expect(picture.locator(".sp-land")).to_have_count(0)


def test_the_shape_is_asked_once_and_of_our_own_server(look: Look) -> None:
    page = look("kaart")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator("#sp-input").fill("kaart oostende")
    page.keyboard.press("Enter")
    expect(page.locator(".sp-map .sp-frame")).to_have_count(2)
    assert asked == [f"{SITE}/webhooks/widget/messages"]


def test_a_wider_window_gets_a_wider_map_in_letters_of_the_same_size(look: Look) -> None:
    page = look("kaart", **NARROW)
    letters = drawn_map(page).locator(".sp-here text")
    small, before = letters.bounding_box(), page.locator(".sp-ground").bounding_box()
    page.set_viewport_size({"width": 500, "height": 800})
    expect(page.locator(".sp-map > svg")).to_have_attribute("viewBox", re.compile(r"^0 0 [34]\d\d "))
    large, after = page.locator(".sp-here text").bounding_box(), page.locator(".sp-ground").bounding_box()
    assert small and large and before and after
    assert after["width"] > before["width"] + 60 and abs(large["height"] - small["height"]) < 1.5


# the route


@pytest.mark.parametrize("text", ["weg", "wegen"])
def test_the_steps_are_ordered_lists_with_years_and_the_goal(look: Look, text: str) -> None:
    page = look(text, **PHONE)
    view = answer(text)["view"]
    ways = last(page).get_by_role("list").filter(has=page.locator(".sp-stop"))
    expect(ways).to_have_count(len(view["ways"]))
    for way, node in zip(view["ways"], ways.all(), strict=True):
        steps = [step for step in view["steps"] if (step["mark"] or "") == way["title"]]
        expect(node.get_by_role("listitem").locator("> strong")).to_have_text(
            [*(s["title"] for s in steps), view["goal"]]
        )
        for step, stop in zip(steps, node.locator(".sp-stop").all(), strict=False):
            for words in (step["span"], step["diploma"], *step["marks"]):
                expect(stop).to_contain_text(words)


def test_each_way_begins_with_its_name_and_all_its_years(look: Look) -> None:
    heads = last(look("wegen")).locator(".sp-way-head")
    for head, way in zip(heads.all(), answer("wegen")["view"]["ways"], strict=True):
        expect(head).to_contain_text(way["span"])
        expect(head.get_by_role("button", name=way["title"])).to_be_visible()


def test_years_are_pieces_of_the_line(look: Look) -> None:
    lines = last(look("weg")).locator(".sp-years")
    pieces = [line.get_attribute("pathLength") for line in lines.all()]
    assert pieces == [str(int(step["years"])) for step in answer("weg")["view"]["steps"]]


def test_moments_have_no_years_and_no_goal(look: Look) -> None:
    page = look("momenten")
    expect(last(page).locator(".sp-stop")).to_have_count(len(answer("momenten")["items"]))
    expect(last(page).locator(".sp-years, .sp-goal, .sp-way-head")).to_have_count(0)


# the table


@pytest.mark.parametrize(
    ("path", "options"), [("/", PHONE), ("/", {}), (WIDE, {})], ids=["phone", "desktop", "wide place"]
)
def test_a_comparison_is_a_table_however_it_looks(look: Look, path: str, options: dict[str, Any]) -> None:
    page = look("vergelijk", path=path, **options)
    view = answer("vergelijk")["view"]
    table = last(page).get_by_role("table", name=view["title"])
    expect(table.get_by_role("columnheader")).to_have_text(view["columns"])
    expect(table.get_by_role("rowheader")).to_have_text([row["title"] for row in view["rows"]])
    expect(table.get_by_role("row")).to_have_count(len(view["rows"]) + 1)
    for row, node in zip(view["rows"], table.get_by_role("row").all()[1:], strict=True):
        for cell, shown in zip(row["cells"], node.get_by_role("cell").all(), strict=True):
            expect(shown).to_contain_text(cell)


def test_with_room_it_lies_in_columns_and_without_each_row_is_a_card(look: Look) -> None:
    def tops(page: Page) -> list[float]:
        cells = last(page).locator("tbody tr").first.locator("th, td").evaluate_all(BOXES)
        return [box[2] for box in cells]

    assert len(set(tops(look("vergelijk", path=WIDE)))) == 1
    head, one, other = tops(look("vergelijk", **PHONE))
    assert head < one == other


def test_a_card_names_the_option_over_each_cell(look: Look) -> None:
    page = look("vergelijk", **PHONE)
    names = last(page).locator("tbody tr").first.locator(".sp-column")
    expect(names).to_have_text(answer("vergelijk")["view"]["columns"])
    assert all(name.is_visible() for name in names.all())
    expect(last(look("vergelijk", path=WIDE)).locator(".sp-column").first).to_be_hidden()


# rows


@pytest.mark.parametrize("text", ["weg", "wegen", "momenten", "vergelijk"])
def test_what_is_drawn_in_words_is_not_said_twice(look: Look, text: str) -> None:
    page = look(text)
    expect(last(page).locator(".sp-view")).to_have_count(1)
    expect(last(page).locator(".sp-card")).to_have_count(0)


@pytest.mark.parametrize("kind", ["map", "route", "table", "hologram", "__proto__"])
def test_a_view_that_cannot_be_drawn_leaves_the_rows(look: Look, kind: str) -> None:
    page = look(f"kapot {kind}")
    expect(last(page).locator(".sp-view")).to_have_count(0)
    expect(last(page).locator(".sp-card")).to_have_count(len(answer("momenten")["items"]))


# marks


def test_a_mark_unfolds_what_it_means_and_folds_again_by_keyboard(look: Look) -> None:
    page = look("knelpunten")
    mark, meaning = last(page).locator("button.sp-mark").first, last(page).locator(".sp-meaning").first
    text = answer("knelpunten")["explain"][mark.inner_text()]
    expect(mark).to_have_attribute("aria-expanded", "false")
    expect(meaning).to_be_hidden()
    mark.focus()
    page.keyboard.press("Enter")
    expect(mark).to_have_attribute("aria-expanded", "true")
    expect(meaning).to_have_text(text)
    assert mark.get_attribute("aria-controls") == meaning.get_attribute("id")
    page.keyboard.press("Space")
    expect(mark).to_have_attribute("aria-expanded", "false")
    expect(meaning).to_be_hidden()
    expect(mark).to_be_focused()


def test_of_the_marks_of_a_row_one_is_unfolded(look: Look) -> None:
    card = last(look("merken")).locator(".sp-card").first
    marks = card.locator("button.sp-mark").all()
    assert len(marks) > 1
    for mark in marks:
        mark.click()
        expect(card.locator("[aria-expanded=true]")).to_have_count(1)
        expect(card.locator(".sp-meaning")).to_have_text(answer("merken")["explain"][mark.inner_text()])


def test_a_word_of_school_is_a_mark_and_leaves_the_line(look: Look) -> None:
    card, item = last(look("merken")).locator(".sp-card").first, answer("merken")["items"][0]
    grade, finality = item["line"].split(", ")
    assert grade == "2de graad" and finality in ("arbeidsmarkt", "dubbele finaliteit", "doorstroom")
    expect(card.locator(".sp-line")).to_have_text(grade)
    expect(card.get_by_role("button", name=finality)).to_be_visible()


# for everybody


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(look: Look, scheme: str) -> None:
    page = look(*DRAWN, color_scheme=scheme, **PHONE)
    for mark in page.locator("button.sp-mark").all():
        mark.click()
    assert violations(page) == []


@pytest.mark.parametrize("options", [PHONE, NARROW], ids=["phone", "narrow"])
def test_every_mark_is_large_enough_to_tap(look: Look, options: dict[str, Any]) -> None:
    page = look(*DRAWN, **options)
    boxes = page.locator("button.sp-mark").evaluate_all(BOXES)
    assert len(boxes) > 20
    assert [box for box in boxes if box[3] - box[1] < 24 or box[4] - box[2] < 24] == []


def test_at_320_pixels_nothing_sticks_out(look: Look) -> None:
    page = look(*DRAWN, **NARROW)
    wide = page.locator(".sp-log").evaluate("node => [node.scrollWidth, node.clientWidth]")
    assert wide[0] <= wide[1]
    assert page.locator("figure, table, .sp-way, tr").evaluate_all(BOXES)
    assert all(box[3] <= 320 for box in page.locator("figure, table, .sp-way, tbody tr, .sp-mark").evaluate_all(BOXES))


def test_a_drawn_answer_is_there_after_a_reload(look: Look) -> None:
    page = look("kaart", "wegen", "vergelijk")
    page.reload()
    expect(page.locator(".sp-view")).to_have_count(3)
    expect(page.locator(".sp-map .sp-land").first).to_be_visible()
