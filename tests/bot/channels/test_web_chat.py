"""The chat window in a real browser, against a server with fixed answers."""

from __future__ import annotations

import json
import os
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.bot.channels.web_support import CHROMIUM, CHROMIUM_ARGS, running_server
from tests.bot.runtime.support import PAYLOAD, Server

# in CI the tests fail without it
MISSING = not Path(CHROMIUM).exists() and os.environ.get("CI") != "true"
pytestmark = pytest.mark.skipif(MISSING, reason="needs Debian's chromium")
EVIL = "<img src=x onerror=\"document.title='raak'\"><script>document.title='raak'</script>"


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    with running_server() as url:
        yield url


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_ARGS)
        yield browser
        browser.close()


class Visit:
    """A page that was opened, and everything the browser asked for or complained about."""

    def __init__(self, browser: Browser, base: str, **options: Any) -> None:
        self.context = browser.new_context(locale="nl-BE", **options)
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(8000)
        self.urls: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.urls.append(request.url))
        self.page.on("console", lambda line: self.complaints.append(line.text) if line.type == "error" else None)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.goto(base)

    def open(self) -> None:
        self.page.locator(".sp-launcher").click()

    def say(self, text: str) -> None:
        self.page.locator("#sp-input").fill(text)
        self.page.keyboard.press("Enter")

    def ask(self, text: str) -> None:
        answers = self.page.locator(".sp-turn-bot")
        before = answers.count()
        self.say(text)
        expect(answers).to_have_count(before + 1)

    def violations(self) -> list[str]:
        results = Axe().run(self.page)
        return [f"{found['id']}: {found['nodes'][0]['html']}" for found in results.response["violations"]]


@pytest.fixture
def visit(browser: Browser, base: str) -> Iterator[Visit]:
    visit = Visit(browser, base)
    yield visit
    visit.context.close()


@pytest.fixture
def chat(visit: Visit) -> Visit:
    visit.open()
    return visit


def seen(base: str) -> list[dict[str, str]]:
    with urllib.request.urlopen(f"{base}seen", timeout=5) as response:
        received: list[dict[str, str]] = json.load(response)
    return received


def release(base: str) -> None:
    """Let the answer to "traag" go."""
    urllib.request.urlopen(f"{base}release", timeout=5).close()


def test_it_says_it_is_a_chatbot_before_any_request(chat: Visit) -> None:
    expect(chat.page.locator(".sp-turn-bot").first).to_contain_text("geen mens")
    expect(chat.page.get_by_role("group", name="Voorbeeldvragen").get_by_role("button")).to_have_count(5)
    assert not [url for url in chat.urls if "webhook" in url]


def test_the_keyboard_alone_is_enough(visit: Visit) -> None:
    page = visit.page
    page.locator(".sp-launcher").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Jouw vraag")).to_be_focused()
    page.keyboard.type("lijst")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Koeltechnicus")).to_be_visible()
    page.keyboard.press("Shift+Tab")
    expect(page.get_by_role("button", name="Kan het ook duaal?")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".sp-turn-you").last).to_contain_text("Kan het ook duaal?")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.locator(".sp-launcher")).to_be_focused()


def test_the_answer_is_announced_in_a_log(chat: Visit) -> None:
    chat.ask("lijst")
    log = chat.page.get_by_role("log", name="Gesprek met STEMpad")
    expect(log).to_have_attribute("aria-live", "polite")
    expect(log).to_contain_text("STEMpad: Met Koeltechnieken")
    expect(log.locator(".sp-items > li")).to_have_count(3)
    expect(log.locator(".sp-mark").first).to_have_text("knelpunt 2026")


def test_a_choice_shows_its_title_and_sends_its_payload(chat: Visit, base: str) -> None:
    chat.ask("lijst")
    chat.page.get_by_role("button", name="Kan het ook duaal?").click()
    expect(chat.page.locator(".sp-turn-you").last).to_have_text("Jij: Kan het ook duaal?")
    expect(chat.page.locator(".sp-turn-bot")).to_have_count(3)
    expect(chat.page.get_by_role("button", name="Toon meer")).to_have_count(0)
    assert seen(base)[-1]["message"] == '/option_dual{"option": "so3-koel"}'


def test_a_typed_title_is_the_choice(browser: Browser, server: Server) -> None:
    visit = Visit(browser, f"{server.url}/")
    visit.open()
    visit.ask("hallo")
    expect(visit.page.get_by_role("button", name="Kies")).to_be_visible()
    visit.ask("kies!")
    expect(visit.page.locator(".sp-turn-bot").last).to_contain_text(f"2: choice [{PAYLOAD}]")
    visit.context.close()


def test_sources_are_folded_with_year_and_status(chat: Visit) -> None:
    chat.ask("lijst")
    sources = chat.page.locator(".sp-sources")
    expect(sources.get_by_role("list")).to_be_hidden()
    sources.locator("summary").click()
    expect(sources).to_contain_text("VDAB, knelpuntberoepen, 2026 staat in de bron")
    expect(sources).to_contain_text("2025 nog niet bevestigd door een CLB-medewerker")
    expect(sources).to_contain_text("CLB-nazicht bevestigd door een CLB-medewerker")
    expect(chat.page.locator(".sp-nudge")).to_contain_text("Departement Onderwijs, 2025")


def test_a_nudge_stands_apart_with_its_step_which_goes_once_the_talk_goes_on(chat: Visit) -> None:
    chat.ask("lijst")
    step = chat.page.locator(".sp-nudge").get_by_role("button", name="Infodagen")
    expect(step).to_be_visible()
    step.click()
    expect(chat.page.locator(".sp-turn-you").last).to_contain_text("Infodagen")
    expect(step).to_have_count(0)
    expect(chat.page.locator(".sp-nudge")).to_contain_text("infodag")


def test_messages_without_structure_are_shown_as_text(chat: Visit) -> None:
    chat.ask("platte tekst")
    expect(chat.page.locator(".sp-turn-bot").last).to_contain_text("Gewone tekst.Tweede stuk.")
    expect(chat.page.get_by_role("button", name="Verder")).to_be_visible()


def test_typing_is_told_and_a_second_question_waits(chat: Visit, base: str) -> None:
    status = chat.page.get_by_role("status")
    chat.say("traag")
    expect(status).to_have_text("STEMpad zoekt het op …")
    chat.say("nog iets")
    expect(status).to_contain_text("Even geduld")
    expect(chat.page.get_by_label("Jouw vraag")).to_have_value("nog iets")
    release(base)
    expect(chat.page.locator(".sp-turn-bot")).to_have_count(2)
    expect(status).to_be_empty()


@pytest.mark.parametrize(
    ("message", "told", "retry"),
    [
        ("fout 400", "kon ik niet lezen", False),
        ("fout 413", "te lang", False),
        ("fout 429", "te snel", True),
        ("fout 500", "iets mis", True),
        ("leeg", "iets mis", True),
    ],
)
def test_an_error_is_told_kindly_and_keeps_the_draft(chat: Visit, message: str, told: str, retry: bool) -> None:
    chat.say(message)
    expect(chat.page.get_by_role("alert")).to_contain_text(told)
    expect(chat.page.get_by_label("Jouw vraag")).to_have_value(message)
    expect(chat.page.get_by_role("button", name="Probeer opnieuw")).to_have_count(int(retry))
    chat.ask("lijst")
    expect(chat.page.get_by_role("alert")).to_be_empty()


def test_a_lost_connection_keeps_the_question_and_offers_to_retry(chat: Visit) -> None:
    chat.context.set_offline(True)
    chat.say("lijst")
    expect(chat.page.get_by_role("alert")).to_contain_text("Geen verbinding")
    expect(chat.page.get_by_label("Jouw vraag")).to_have_value("lijst")
    chat.context.set_offline(False)
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
    assert seen(base)[-1]["message"] == "/more"


def test_a_reload_keeps_the_conversation(chat: Visit, base: str) -> None:
    chat.ask("lijst")
    sender = seen(base)[-1]["sender"]
    chat.page.locator("#sp-input").fill("half getypt")
    chat.page.reload()
    expect(chat.page.get_by_text("Koeltechnicus")).to_be_visible()
    expect(chat.page.get_by_label("Jouw vraag")).to_have_value("half getypt")
    chat.page.get_by_role("button", name="Toon meer").click()
    expect(chat.page.locator(".sp-turn-bot")).to_have_count(3)
    assert seen(base)[-1] == {"sender": sender, "message": "/more"}


def test_a_cry_for_help_is_not_kept_in_the_browser(chat: Visit) -> None:
    chat.ask("noodkreet")
    assert "noodkreet" not in chat.page.evaluate("JSON.stringify(sessionStorage)")
    chat.page.reload()
    expect(chat.page.get_by_text("chat met Awel")).to_be_visible()
    expect(chat.page.get_by_text("noodkreet")).to_have_count(0)


def test_two_visits_do_not_share_a_conversation(browser: Browser, base: str, chat: Visit) -> None:
    chat.ask("een")
    other = Visit(browser, base)
    other.open()
    other.ask("twee")
    other.context.close()
    one, two = (message["sender"] for message in seen(base)[-2:])
    assert one != two and len(one) == 32


def test_wiping_starts_over_and_tells_the_server(chat: Visit, base: str) -> None:
    chat.ask("lijst")
    sender = seen(base)[-1]["sender"]
    chat.page.get_by_role("button", name="Wis dit gesprek").click()
    chat.page.get_by_role("button", name="Ja, wis alles").click()
    expect(chat.page.get_by_text("Koeltechnicus")).to_have_count(0)
    expect(chat.page.get_by_role("status")).to_contain_text("gewist")
    chat.ask("nieuw")
    assert seen(base)[-2] == {"sender": sender, "message": "wis mijn gesprek"}
    assert seen(base)[-1]["sender"] != sender


def test_a_typed_wish_to_wipe_leaves_only_the_answer(chat: Visit, base: str) -> None:
    chat.ask("lijst")
    sender = seen(base)[-1]["sender"]
    chat.say("wis mijn gesprek")
    turns = chat.page.locator(".sp-turn")
    expect(turns).to_have_text(["STEMpad: Je gesprek is weg."])
    expect(chat.page.get_by_role("button", name="Verder")).to_have_count(0)
    expect(chat.page.get_by_role("status")).to_be_empty()
    kept = chat.page.evaluate("JSON.parse(sessionStorage.getItem('stempad'))")
    assert {**kept, "sender": ""} == {"sender": "", "history": [], "draft": "", "open": True}
    chat.ask("nieuw")
    assert kept["sender"] == seen(base)[-1]["sender"] != sender
    assert seen(base).count({"sender": sender, "message": "wis mijn gesprek"}) == 1
    chat.page.reload()
    expect(turns).to_have_count(3)  # welcome, question, answer
    expect(chat.page.get_by_text("Je gesprek is weg.")).to_have_count(0)


def test_an_answer_that_comes_after_wiping_is_not_shown(chat: Visit, base: str) -> None:
    chat.say("traag")
    chat.page.get_by_role("button", name="Wis dit gesprek").click()
    chat.page.get_by_role("button", name="Ja, wis alles").click()
    with chat.page.expect_response(lambda response: "traag" in (response.request.post_data or "")) as late:
        release(base)
    late.value.finished()
    chat.ask("nieuw")
    expect(chat.page.locator(".sp-turn")).to_have_count(3)  # welcome, question, answer
    expect(chat.page.get_by_text("traag")).to_have_count(0)


def test_html_in_messages_stays_text(chat: Visit) -> None:
    chat.ask(EVIL)
    chat.page.locator("summary").click()
    expect(chat.page.locator(".sp-turn-you").last).to_have_text(f"Jij: {EVIL}")
    assert chat.page.locator(".sp-log img, .sp-log script").count() == 0
    chat.page.reload()
    assert chat.page.title().startswith("Kiezen voor STEM")
    assert not chat.complaints


@pytest.mark.parametrize(
    ("text", "href"),
    [
        ("Zie https://www.onderwijskiezer.be/v2/.", "https://www.onderwijskiezer.be/v2/"),
        ("Chat op clbchat.be, ook zaterdag", "https://clbchat.be/"),
        ("Kijk op school.be (7,0 km)", "https://school.be/"),
        ("http://clbchat.be", None),
        ("https://clbchat.be.evil.example/", None),
        ("https://evil.example/clbchat.be", None),
        ("evil.example?u=clbchat.be", None),
        ("javascript://clbchat.be/%0aalert(1)", None),
        ("javascript:alert(1)", None),
        ("https://clbchat.be:8443/", None),
        ("iemand@clbchat.be", None),
    ],
)
def test_only_known_hosts_become_links(chat: Visit, text: str, href: str | None) -> None:
    chat.ask(text)
    links = chat.page.locator(".sp-turn-bot").last.locator("a")
    assert {link.get_attribute("href") for link in links.all()} == ({href} if href else set())


def test_no_request_leaves_the_host_and_nothing_is_stored_beyond_the_tab(chat: Visit, base: str) -> None:
    chat.ask("lijst")
    assert {url for url in chat.urls if not url.startswith(base)} == set()
    assert chat.context.cookies() == []
    assert chat.page.evaluate("localStorage.length") == 0
    assert not chat.complaints


def test_it_fits_a_small_phone(browser: Browser, base: str) -> None:
    visit = Visit(browser, base, viewport={"width": 320, "height": 568}, has_touch=True, is_mobile=True)
    visit.open()
    visit.ask("Hottentottententententoonstellingstechniekenopleidingsverstrekker" * 4)
    for selector in ("html", ".sp-panel", ".sp-log"):
        assert (
            visit.page.evaluate(
                "s => { const n = document.querySelector(s); return n.scrollWidth - n.clientWidth }", selector
            )
            <= 0
        )
    expect(visit.page.locator("main")).to_have_attribute("inert", "")
    visit.page.get_by_role("button", name="Sluit het gesprek").click()
    expect(visit.page.locator("main")).not_to_have_attribute("inert", "")
    visit.context.close()


def test_a_question_on_the_page_opens_the_window(visit: Visit, base: str) -> None:
    visit.page.get_by_role("button", name="Start als ouder").click()
    expect(visit.page.locator(".sp-turn-bot")).to_have_count(2)
    assert seen(base)[-1]["message"] == "Ik ben een ouder, wat kan ik hier vragen?"


def test_without_script_the_page_points_to_people(browser: Browser, base: str) -> None:
    visit = Visit(browser, base, java_script_enabled=False)
    expect(visit.page.locator("p.noscript")).to_contain_text("clbchat.be")
    expect(visit.page.get_by_role("button")).to_have_count(0)
    visit.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(browser: Browser, base: str, scheme: Any, width: int) -> None:
    visit = Visit(browser, base, color_scheme=scheme, viewport={"width": width, "height": 800})
    assert visit.violations() == []
    visit.open()
    assert visit.violations() == []
    visit.ask("lijst")
    visit.page.locator("summary").click()
    visit.say("fout 500")
    expect(visit.page.get_by_role("alert")).to_contain_text("iets mis")
    visit.page.get_by_role("button", name="Wis dit gesprek").click()
    assert visit.violations() == []
    visit.context.close()
