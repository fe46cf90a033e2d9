"""Take pictures of the chat window on a page: `python docs/screenshots.py PAGE_URL [--ask VRAAG ...]`."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = "/usr/bin/chromium"
ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
QUESTIONS = ["Welke jobs kan ik doen met elektrotechnieken?"]


@dataclass(frozen=True)
class Shot:
    name: str
    width: int
    height: int
    scheme: Literal["light", "dark"] = "light"
    phone: bool = False


SHOTS = (
    Shot("page-desktop", 1280, 860),
    Shot("page-phone", 390, 844, phone=True),
    Shot("page-desktop-dark", 1280, 860, "dark"),
    Shot("page-phone-dark", 390, 844, "dark", phone=True),
)


def open_page(browser: Browser, base: str, shot: Shot) -> Page:
    context = browser.new_context(
        viewport={"width": shot.width, "height": shot.height},
        color_scheme=shot.scheme,
        has_touch=shot.phone,
        is_mobile=shot.phone,
        locale="nl-BE",
    )
    page = context.new_page()
    page.goto(base)
    launcher = page.locator(".sp-launcher")
    if launcher.is_visible():
        launcher.click()
    return page


def ask(page: Page, question: str) -> None:
    answers = page.locator(".sp-turn-bot")
    before = answers.count()
    page.locator("#sp-input").fill(question)
    page.locator(".sp-send").click()
    answers.nth(before).wait_for(timeout=30_000)
    page.wait_for_timeout(300)


def take(browser: Browser, base: str, shot: Shot, questions: list[str], folder: Path) -> Path:
    page = open_page(browser, base, shot)
    for question in questions:
        ask(page, question)
    path = folder / f"{shot.name}.png"
    page.screenshot(path=path)
    page.context.close()
    return path


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Schermafbeeldingen van een pagina met het gesprek open.")
    parser.add_argument("base", help="adres van de pagina, bijvoorbeeld http://127.0.0.1:5005/voorbeeld/school/")
    parser.add_argument("--ask", action="append", metavar="VRAAG", help="vraag om te stellen; mag meer dan eens")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent / "img")
    parser.add_argument("--dark", action="store_true", help="maak ook de donkere versies")
    return parser.parse_args()


def main() -> None:
    given = arguments()
    given.out.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        for shot in SHOTS:
            if given.dark or shot.scheme == "light":
                print(take(browser, given.base, shot, given.ask or QUESTIONS, given.out))
        browser.close()


if __name__ == "__main__":
    main()
