"""The conversation in a real browser, against a server with fixed answers."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, expect

from tests.bot.channels.browser_support import SCHOOL, STRICT, Visit, needs_chromium, release, seen
from tests.bot.channels.web_support import other_site

pytestmark = needs_chromium


def test_it_says_it_is_a_chatbot_before_any_request(chat: Visit) -> None:
    expect(chat.page.locator(".sp-turn-bot").first).to_contain_text("geen mens")
    expect(chat.page.get_by_role("group", name="Voorbeeldvragen").get_by_role("button")).to_have_count(5)
    assert not [url for url in chat.urls if "webhook" in url]


def test_a_whole_conversation_by_keyboard_alone(visit: Visit, base: str) -> None:
    """Open, ask, take a choice, look at the sources, wipe, close: no mouse."""
    page = visit.page
    page.keyboard.press("Shift+Tab")  # the last stop of the page
    expect(page.locator(".sp-launcher")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Jouw vraag")).to_be_focused()
    page.keyboard.type("lijst")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Koeltechnicus")).to_be_visible()
    page.keyboard.press("Shift+Tab")
    expect(page.get_by_role("button", name="Kan het ook duaal?")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".sp-turn-you").last).to_contain_text("Kan het ook duaal?")
    expect(page.locator(".sp-turn-bot")).to_have_count(3)
    expect(page.get_by_label("Jouw vraag")).to_be_focused()
    page.keyboard.press("Shift+Tab")  # to the answer's sources
    expect(page.locator(".sp-sources summary").last).to_be_focused()
    page.keyboard.press("Space")
    expect(page.locator(".sp-sources").last.get_by_role("list")).to_be_visible()
    for _ in range(3):  # input, send, wipe
        page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Wis dit gesprek")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Ja, wis alles")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".sp-turn")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.locator(".sp-launcher")).to_be_focused()


def test_focus_can_leave_the_window_where_the_page_is_in_sight(chat: Visit) -> None:
    chat.page.get_by_role("button", name="Sluit het gesprek").focus()
    chat.page.keyboard.press("Shift+Tab")
    expect(chat.page.get_by_role("link", name="onderwijskiezer.be")).to_be_focused()


def test_escape_first_takes_back_the_question_about_wiping(chat: Visit) -> None:
    chat.page.get_by_role("button", name="Wis dit gesprek").click()
    chat.page.keyboard.press("Escape")
    expect(chat.page.get_by_role("button", name="Wis dit gesprek")).to_be_focused()
    expect(chat.page.get_by_role("dialog")).to_be_visible()


def test_the_answer_is_announced_in_a_log_with_who_speaks(chat: Visit) -> None:
    chat.ask("lijst")
    log = chat.page.get_by_role("log", name="Gesprek met STEMpad")
    expect(log).to_have_attribute("aria-live", "polite")
    expect(log).to_contain_text("Jij: lijst")
    expect(log).to_contain_text("STEMpad: Met Koeltechnieken")
    expect(log.locator(".sp-items > li")).to_have_count(3)
    expect(chat.page.get_by_role("region", name="Chatbot STEMpad")).to_have_attribute("lang", "nl-BE")


def test_a_choice_shows_its_title_sends_its_payload_and_stays(chat: Visit, base: str) -> None:
    chat.ask("lijst")
    chat.page.get_by_role("button", name="Kan het ook duaal?").click()
    expect(chat.page.locator(".sp-turn-you").last).to_have_text("Jij: Kan het ook duaal?")
    expect(chat.page.locator(".sp-turn-bot")).to_have_count(3)
    assert seen(base)[-1]["text"] == '/option_dual{"option": "so3-koel"}'
    for _ in range(2):  # now, and after a reload
        expect(chat.page.get_by_role("button", name="Kan het ook duaal? (gekozen)")).to_be_visible()
        expect(chat.page.get_by_role("button", name="Toon meer", exact=True)).to_be_visible()
        chat.page.reload()


def test_sources_are_folded_with_year_and_status(chat: Visit) -> None:
    chat.ask("lijst")
    sources = chat.page.locator(".sp-sources")
    expect(sources.get_by_role("list")).to_be_hidden()
    sources.locator("summary").click()
    expect(sources).to_contain_text("VDAB, knelpuntberoepen, 2026 staat in de bron")
    expect(sources).to_contain_text("2025 nog niet bevestigd door een CLB-medewerker")
    expect(sources).to_contain_text("CLB-nazicht bevestigd door een CLB-medewerker")


def test_a_nudge_stands_apart_with_its_source_and_its_step(chat: Visit) -> None:
    chat.ask("lijst")
    tip = chat.page.get_by_role("note", name="Een tip")
    expect(tip).to_contain_text("Departement Onderwijs, 2025")
    assert tip.evaluate("node => node.closest('.sp-bubble')") is None
    tip.get_by_role("button", name="Infodagen").click()
    expect(chat.page.locator(".sp-turn-you").last).to_contain_text("Infodagen")
    expect(tip.get_by_role("button", name="Infodagen")).to_be_visible()


def test_messages_without_structure_are_shown_as_text(chat: Visit) -> None:
    chat.say("platte tekst")
    expect(chat.page.locator(".sp-turn-bot").nth(1)).to_contain_text("Gewone tekst.")
    expect(chat.page.locator(".sp-turn-bot").nth(2)).to_contain_text("Tweede stuk.")


def test_typing_is_told_and_a_second_question_waits(chat: Visit, base: str) -> None:
    status = chat.page.get_by_role("status")
    chat.say("traag")
    expect(status).to_have_text("STEMpad zoekt het op …")
    chat.say("nog iets")
    expect(status).to_contain_text("Even geduld")
    chat.page.get_by_role("button", name="Wat is STEM?").click()
    expect(chat.page.get_by_label("Jouw vraag")).to_have_value("nog iets")
    release(base)
    expect(chat.page.locator(".sp-turn-bot")).to_have_count(2)
    expect(status).to_be_empty()
    assert seen(base)[-1]["text"] == "traag"


def test_two_visits_do_not_share_a_conversation(browser: Browser, base: str, chat: Visit) -> None:
    chat.ask("een")
    other = Visit(browser, base + SCHOOL).open()
    other.ask("twee")
    other.context.close()
    one, two = seen(base)[-2:]
    assert one["conversation"] != two["conversation"]
    assert one["id"] != two["id"]
    assert len(one["conversation"]) == 32


def test_a_question_on_the_page_opens_the_window_and_gets_the_focus_back(visit: Visit, base: str) -> None:
    opener = visit.page.get_by_role("button", name="Start als ouder")
    opener.click()
    expect(visit.page.locator(".sp-turn-bot")).to_have_count(2)
    assert seen(base)[-1]["text"] == "Ik ben een ouder, wat kan ik hier vragen?"
    visit.page.keyboard.press("Escape")
    expect(opener).to_be_focused()


def test_the_own_page_holds_the_window_and_nothing_to_close(browser: Browser, base: str) -> None:
    visit = Visit(browser, base)
    visit.ask("lijst")
    assert visit.page.locator("#gesprek stempad-widget").count() == 1
    expect(visit.page.locator(".sp-launcher")).to_be_hidden()
    expect(visit.page.get_by_role("button", name="Sluit het gesprek")).to_be_hidden()
    visit.page.keyboard.press("Escape")
    expect(visit.page.get_by_text("Koeltechnicus")).to_be_visible()
    assert not visit.complaints
    visit.context.close()


def test_title_and_label_come_from_the_script_tag(browser: Browser, base: str) -> None:
    visit = Visit(browser, base + STRICT)
    visit.page.get_by_role("button", name="Vraag over STEM?").click()
    expect(visit.page.get_by_role("dialog", name="Studiekeuze")).to_be_visible()
    expect(visit.page.get_by_role("dialog")).to_contain_text("Chatbot over STEM-keuzes")
    visit.context.close()


@pytest.mark.parametrize("tag", ['src="{}widget.js" defer', 'src="{}widget.js" data-open', 'src="{}widget.js" async'])
def test_a_school_on_another_site_needs_one_line(browser: Browser, base: str, tag: str) -> None:
    line = f"<script {tag.format(base)}></script>"
    visit = Visit(browser, f"{other_site(base)}/elders?head={quote(line + line)}")
    if "data-open" not in tag:
        visit.open()
    visit.ask("lijst")
    assert visit.page.locator("stempad-widget").count() == 1
    hosts = {url.split("/")[2] for url in visit.urls if url.startswith("http") and "/elders" not in url}
    assert hosts - {other_site(base).removeprefix("http://")} == {base.split("/")[2]}
    visit.context.close()


@pytest.mark.parametrize("path", ["", SCHOOL, STRICT])
def test_without_script_the_page_points_to_people(browser: Browser, base: str, path: str) -> None:
    visit = Visit(browser, base + path, java_script_enabled=False)
    expect(visit.page.locator("noscript").get_by_role("link", name="clbchat.be")).to_be_visible()
    expect(visit.page.get_by_role("button")).to_have_count(0)
    visit.context.close()
