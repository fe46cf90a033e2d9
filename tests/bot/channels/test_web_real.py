"""The widget and the real server together: a small assistant with real Rasa parts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, expect

from tests.bot.channels.browser_support import MESSAGES, SCHOOL, Visit, needs_chromium
from tests.bot.channels.test_web_network import lost
from tests.bot.channels.web_support import other_site
from tests.bot.runtime.support import PAYLOAD, Server, running

pytestmark = needs_chromium


@pytest.fixture
def talk(browser: Browser, server: Server) -> Iterator[Visit]:
    visit = Visit(browser, f"{server.url}/{SCHOOL}").open()
    yield visit
    visit.context.close()


def test_the_guided_choice_by_tap_and_by_its_title(talk: Visit) -> None:
    talk.ask("hallo")
    talk.page.get_by_role("button", name="Kies", exact=True).click()
    expect(talk.page.locator(".sp-turn-bot").last).to_contain_text(f"2: choice [{PAYLOAD}]")
    talk.ask("hallo")
    talk.ask("kies!")
    expect(talk.page.locator(".sp-turn-bot").last).to_contain_text(f"4: choice [{PAYLOAD}]")
    assert not talk.complaints


def test_a_lost_answer_is_one_turn_only(talk: Visit) -> None:
    talk.page.route(MESSAGES, lost(1))
    talk.ask("hallo")
    talk.ask("hallo")
    expect(talk.page.locator(".sp-turn-bot").nth(2)).to_contain_text("2: ")


def test_a_reload_goes_on_and_wiping_starts_at_one(talk: Visit) -> None:
    talk.ask("hallo")
    talk.page.reload()
    talk.ask("hallo")
    expect(talk.page.locator(".sp-turn-bot").last).to_contain_text("2: ")
    with talk.page.expect_response("**/conversations/*") as deleted:
        talk.wipe()
    assert deleted.value.status == 204
    talk.ask("hallo")
    expect(talk.page.locator(".sp-turn-bot").last).to_contain_text("1: ")


def test_a_school_named_in_the_settings_may_ask_and_wipe_and_another_may_not(
    browser: Browser, base: str, tiny_model: Path
) -> None:
    school = other_site(base)
    with running(tiny_model, ALLOWED_ORIGINS=school) as server:
        head = quote(f'<script src="{server.url}/widget.js" defer></script>')
        visit = Visit(browser, f"{school}/elders?head={head}").open()
        visit.ask("hallo")
        with visit.page.expect_response("**/conversations/*") as deleted:
            visit.wipe()
        assert deleted.value.status == 204
        visit.context.close()
        stranger = Visit(browser, f"{base}elders?head={head}").open()
        stranger.say("hallo")
        expect(stranger.page.get_by_role("alert")).to_contain_text("Geen verbinding")
        stranger.context.close()
