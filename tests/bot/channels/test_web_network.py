"""A bad connection, a busy server, a reload, a wish to be forgotten."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.bot.channels.browser_support import MESSAGES, SCHOOL, Visit, needs_chromium, release, seen, wiped
from tests.bot.runtime.support import wait_until

pytestmark = needs_chromium
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
NO_STORAGE = """
for (const area of ["localStorage", "sessionStorage"]) {
  Object.defineProperty(window, area, { get() { throw new DOMException("geen opslag", "SecurityError"); } });
}
"""


def lost(times: int) -> Callable[[Route], None]:
    """A connection over which the first answers never come back, though each question arrives."""
    left = [times]

    def handle(route: Route) -> None:
        left[0] -= 1
        if left[0] < 0:
            return route.continue_()
        route.fetch()
        return route.abort("connectionreset")

    return handle


def test_a_lost_answer_is_asked_for_once_more_under_the_same_id(chat: Visit, base: str) -> None:
    chat.page.route(MESSAGES, lost(1))
    before = len(seen(base))
    chat.ask("lijst")
    first, second = seen(base)[before:]
    assert first == second
    assert UUID.fullmatch(first["id"])
    expect(chat.page.get_by_role("alert")).to_be_empty()


def test_it_tries_by_itself_no_more_than_once(chat: Visit, base: str) -> None:
    chat.page.route(MESSAGES, lost(99))
    before = len(seen(base))
    chat.say("lijst")
    expect(chat.page.get_by_role("status")).to_contain_text("nog één keer")
    expect(chat.page.get_by_role("alert")).to_contain_text("Geen verbinding")
    assert len(seen(base)) == before + 2


def test_trying_again_by_hand_keeps_the_id_and_another_text_gets_a_new_one(chat: Visit, base: str) -> None:
    chat.page.route(MESSAGES, lost(4))
    before = len(seen(base))
    chat.say("lijst")
    chat.page.get_by_role("button", name="Probeer opnieuw").click()
    expect(chat.page.get_by_role("status")).to_contain_text("nog één keer")
    expect(chat.page.get_by_role("alert")).to_contain_text("Geen verbinding")
    chat.ask("iets anders")
    ids = [message["id"] for message in seen(base)[before:]]
    assert len(set(ids[:4])) == 1 and len(ids) == 5
    assert ids[4] not in ids[:4]


def test_offline_keeps_the_draft_and_back_online_says_so(chat: Visit) -> None:
    chat.context.set_offline(True)
    chat.say("lijst")
    expect(chat.page.get_by_role("alert")).to_contain_text("Geen verbinding")
    expect(chat.page.get_by_label("Jouw vraag")).to_have_value("lijst")
    chat.context.set_offline(False)
    expect(chat.page.get_by_role("status")).to_contain_text("weer verbinding")
    chat.page.get_by_role("button", name="Probeer opnieuw").click()
    expect(chat.page.get_by_text("Koeltechnicus")).to_be_visible()
    expect(chat.page.locator(".sp-turn-you")).to_have_count(1)
    expect(chat.page.get_by_label("Jouw vraag")).to_have_value("")


def test_a_choice_lost_on_the_way_can_be_taken_again(chat: Visit, base: str) -> None:
    chat.ask("lijst")
    chat.context.set_offline(True)
    chat.page.get_by_role("button", name="Toon meer").click()
    expect(chat.page.get_by_role("alert")).to_contain_text("Geen verbinding")
    chat.context.set_offline(False)
    chat.page.get_by_role("button", name="Probeer opnieuw").click()
    expect(chat.page.locator(".sp-turn-bot")).to_have_count(3)
    assert seen(base)[-1]["text"] == "/more"


@pytest.mark.parametrize(
    ("message", "retry"), [("fout 400", False), ("fout 413", False), ("fout 429", True), ("fout 500", True)]
)
def test_what_the_server_says_of_an_error_is_shown_and_the_draft_kept(chat: Visit, message: str, retry: bool) -> None:
    chat.say(message)
    expect(chat.page.get_by_role("alert")).to_contain_text(f"{message}: probeer straks opnieuw.")
    expect(chat.page.get_by_label("Jouw vraag")).to_have_value(message)
    expect(chat.page.get_by_role("button", name="Probeer opnieuw")).to_have_count(int(retry))
    chat.ask("lijst")
    expect(chat.page.get_by_role("alert")).to_be_empty()


@pytest.mark.parametrize(
    ("status", "body", "told"),
    [
        (429, "", "te snel"),
        (413, "<html>", "te lang"),
        (400, "{}", "kon ik niet lezen"),
        (500, '{"error": 7}', "iets mis"),
        (200, "", "iets mis"),
        (200, '{"answers": []}', "iets mis"),
        (200, '{"answers": [null]}', "iets mis"),
    ],
)
def test_an_error_without_words_is_told_kindly(chat: Visit, status: int, body: str, told: str) -> None:
    chat.page.route(MESSAGES, lambda route: route.fulfill(status=status, body=body))
    chat.say("hallo")
    expect(chat.page.get_by_role("alert")).to_contain_text(told)
    expect(chat.page.get_by_label("Jouw vraag")).to_have_value("hallo")


def test_a_reload_within_the_hour_keeps_the_conversation(chat: Visit, base: str) -> None:
    chat.ask("lijst")
    conversation = seen(base)[-1]["conversation"]
    chat.page.locator("#sp-input").fill("half getypt")
    chat.page.reload()
    expect(chat.page.get_by_text("Koeltechnicus")).to_be_visible()
    expect(chat.page.get_by_label("Jouw vraag")).to_have_value("half getypt")
    chat.page.get_by_role("button", name="Toon meer").click()
    expect(chat.page.locator(".sp-turn-bot")).to_have_count(3)
    assert (seen(base)[-1]["conversation"], seen(base)[-1]["text"]) == (conversation, "/more")


@pytest.mark.parametrize(("minutes", "kept"), [(58, True), (61, False)])
def test_after_an_hour_the_conversation_is_gone(browser: Browser, base: str, minutes: int, kept: bool) -> None:
    visit = Visit(browser, base + SCHOOL).open()
    visit.ask("lijst")
    ago = f"{{...JSON.parse(localStorage.stempad), time: Date.now() - {minutes} * 60000}}"
    visit.page.evaluate(f"localStorage.stempad = JSON.stringify({ago})")
    visit.page.reload()
    expect(visit.page.locator(".sp-turn")).to_have_count(3 if kept else 1)
    assert ("Koeltechnicus" in visit.stored()) is kept
    visit.context.close()


def test_a_page_left_while_an_answer_is_on_its_way_still_gets_it(chat: Visit, base: str) -> None:
    before = len(seen(base))
    chat.say("traag")
    wait_until(lambda: len(seen(base)) == before + 1, "the question did not arrive")
    chat.page.reload()
    wait_until(lambda: len(seen(base)) == before + 2, "the question was not asked again")
    release(base)
    expect(chat.page.locator(".sp-turn")).to_have_count(3)
    first, second = seen(base)[before:]
    assert first == second


def test_it_works_where_storage_is_refused(browser: Browser, base: str) -> None:
    visit = Visit(browser, base + SCHOOL, first=NO_STORAGE).open()
    visit.ask("lijst")
    visit.wipe()
    expect(visit.page.get_by_role("status")).to_contain_text("gewist")
    assert not visit.complaints
    visit.context.close()


@pytest.mark.parametrize("kept", ["null", "7", '"x"', "{", '{"conversation": "kort"}', '{"history": [null]}'])
def test_a_spoiled_store_is_a_fresh_start(browser: Browser, base: str, kept: str) -> None:
    spoil = f"for (const area of [localStorage, sessionStorage]) area['stempad'] = area['stempad-tab'] = '{kept}'"
    visit = Visit(browser, base + SCHOOL, first=spoil).open()
    visit.ask("lijst")
    assert not visit.complaints
    visit.context.close()


def test_a_cry_for_help_is_not_kept_in_the_browser(chat: Visit) -> None:
    chat.ask("noodkreet")
    assert "noodkreet" not in chat.stored()
    chat.page.reload()
    expect(chat.page.get_by_text("chat met Awel")).to_be_visible()
    expect(chat.page.get_by_text("noodkreet")).to_have_count(0)


def test_another_tab_of_the_site_sees_the_same_conversation(chat: Visit, base: str) -> None:
    chat.ask("lijst")
    other = chat.context.new_page()
    other.goto(base + SCHOOL)
    other.locator(".sp-launcher").click()
    expect(other.get_by_text("Koeltechnicus")).to_be_visible()
    chat.wipe()
    expect(other.get_by_text("Koeltechnicus")).to_have_count(0)


def test_wiping_starts_over_here_and_on_the_server(chat: Visit, base: str) -> None:
    chat.ask("lijst")
    conversation = seen(base)[-1]["conversation"]
    with chat.page.expect_response("**/conversations/*"):
        chat.wipe()
    expect(chat.page.get_by_text("Koeltechnicus")).to_have_count(0)
    expect(chat.page.get_by_role("status")).to_have_text("Het gesprek is gewist. Je begint opnieuw.")
    assert wiped(base)[-1] == conversation
    assert conversation not in chat.stored() and "Koeltechnicus" not in chat.stored()
    chat.ask("nieuw")
    assert seen(base)[-1]["conversation"] != conversation


def test_wiping_offline_says_so_and_is_done_once_back(chat: Visit, base: str) -> None:
    chat.ask("lijst")
    conversation = seen(base)[-1]["conversation"]
    chat.context.set_offline(True)
    chat.wipe()
    expect(chat.page.get_by_role("status")).to_contain_text("De server kan ik nu niet bereiken")
    assert "Koeltechnicus" not in chat.stored()
    chat.context.set_offline(False)
    expect(chat.page.get_by_role("status")).to_contain_text("nu ook op de server gewist")
    assert wiped(base)[-1] == conversation
    assert conversation not in chat.stored()


def test_wiping_offline_is_done_on_the_next_page_too(browser: Browser, base: str, chat: Visit) -> None:
    chat.ask("lijst")
    conversation = seen(base)[-1]["conversation"]
    refuse = "**/conversations/*"
    chat.page.route(refuse, lambda route: route.abort())
    chat.wipe()
    expect(chat.page.get_by_role("status")).to_contain_text("De server kan ik nu niet bereiken")
    chat.page.unroute(refuse)
    with chat.page.expect_response(refuse):
        chat.page.reload()
    assert wiped(base)[-1] == conversation


def test_a_typed_wish_to_wipe_leaves_only_the_answer(chat: Visit, base: str) -> None:
    chat.ask("lijst")
    conversation = seen(base)[-1]["conversation"]
    chat.say("wis mijn gesprek")
    turns = chat.page.locator(".sp-turn")
    expect(turns).to_have_text(["STEMpad: Je gesprek is weg."])
    assert chat.talk() == {}
    chat.ask("nieuw")
    assert chat.talk()["conversation"] == seen(base)[-1]["conversation"] != conversation
    chat.page.reload()
    expect(turns).to_have_count(3)  # welcome, question, answer


def test_an_answer_that_comes_after_wiping_is_not_shown_and_wiped_again(chat: Visit, base: str) -> None:
    chat.say("traag")
    with chat.page.expect_response("**/conversations/*"):
        chat.wipe()
    conversation = seen(base)[-1]["conversation"]
    with chat.page.expect_response("**/conversations/*"):
        release(base)
    chat.ask("nieuw")
    expect(chat.page.locator(".sp-turn")).to_have_count(3)  # welcome, question, answer
    expect(chat.page.get_by_text("traag")).to_have_count(0)
    assert wiped(base)[-2:] == [conversation, conversation]
