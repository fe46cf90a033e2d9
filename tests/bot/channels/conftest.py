"""One server of fixed answers and one browser for all tests of the widget."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.bot.channels.browser_support import SCHOOL, Visit
from tests.bot.channels.web_support import CHROMIUM, CHROMIUM_ARGS, running_server


@pytest.fixture(scope="session")
def base() -> Iterator[str]:
    with running_server() as url:
        yield url


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """For one module: Playwright keeps an event loop running, and other tests want their own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_ARGS)
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Browser, base: str) -> Iterator[Visit]:
    visit = Visit(browser, base + SCHOOL)
    yield visit
    visit.context.close()


@pytest.fixture
def chat(visit: Visit) -> Visit:
    return visit.open()
