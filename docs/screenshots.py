"""Take pictures of the chat window on a page: `python docs/screenshots.py PAGE_URL [--ask VRAAG ...] [--answers]`."""

from __future__ import annotations

import argparse
import io
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import yaml
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, sync_playwright

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
HERE = Path(__file__).parent
COLOURS = 160


@dataclass(frozen=True)
class Shot:
    name: str
    width: int
    height: int
    scheme: Literal["light", "dark"] = "light"
    phone: bool = False


@dataclass(frozen=True)
class Scene:
    """One kind of answer, as docs/screens.yml describes it."""

    name: str
    line: str
    ask: list[str]
    tap: list[str] = field(default_factory=list)
    network: str = ""
    dark: bool = False


SHOTS = (
    Shot("page-desktop", 1280, 860),
    Shot("page-phone", 390, 844, phone=True),
    Shot("page-desktop-dark", 1280, 860, "dark"),
    Shot("page-phone-dark", 390, 844, "dark", phone=True),
)
ANSWER_SHOTS = (
    Shot("phone", 390, 844, phone=True),
    Shot("desktop", 1280, 860),
    Shot("dark", 390, 844, "dark", phone=True),
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
        press(launcher, shot)
    return page


def press(target: Locator, shot: Shot) -> None:
    if shot.phone:
        target.tap()
    else:
        target.click()


def ask(page: Page, question: str, shot: Shot) -> None:
    """Type the question, or tap the choice that is named after ">", and wait for the answer."""
    answers = page.locator(".sp-turn-bot")
    before = answers.count()
    send(page, question, shot)
    answers.nth(before).wait_for(timeout=30_000)
    if answers.last.locator(".sp-map").count():
        answers.last.locator(".sp-land").first.wait_for()


def send(page: Page, question: str, shot: Shot) -> None:
    if question.startswith(">"):
        choice = page.get_by_role("button", name=question.removeprefix(">").strip())
        press(choice.last, shot)
        return
    page.locator("#sp-input").fill(question)
    press(page.locator(".sp-send"), shot)


def play(page: Page, scene: Scene, shot: Shot) -> None:
    asked, lost = (scene.ask[:-1], scene.ask[-1:]) if scene.network else (scene.ask, [])
    for question in asked:
        ask(page, question, shot)
    for question in lost:
        page.context.set_offline(True)
        send(page, question, shot)
        page.locator(".sp-retry").wait_for()
    for selector in scene.tap:
        near = page.locator(".sp-turn-bot").last.locator(selector)
        press((near if near.count() else page.locator(selector)).first, shot)


def save(picture: bytes, path: Path) -> None:
    """With a palette: a window has few colours."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


def take(browser: Browser, base: str, shot: Shot, questions: list[str], folder: Path) -> Path:
    page = open_page(browser, base, shot)
    for question in questions:
        ask(page, question, shot)
    path = folder / f"{shot.name}.png"
    save(page.screenshot(), path)
    page.context.close()
    return path


def scenes() -> list[Scene]:
    return [Scene(**row) for row in yaml.safe_load((HERE / "screens.yml").read_text(encoding="utf-8"))]


def take_scene(browser: Browser, base: str, scene: Scene, shot: Shot, folder: Path) -> Path:
    """The window alone; on a phone that is the whole screen."""
    page = open_page(browser, base, shot)
    play(page, scene, shot)
    page.mouse.move(0, 0)
    path = folder / f"{scene.name}-{shot.name}.png"
    save(page.locator(".sp-panel").screenshot(), path)
    page.context.close()
    return path


def take_answers(browser: Browser, base: str, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for scene in scenes():
        for shot in ANSWER_SHOTS:
            if shot.scheme == "light" or scene.dark:
                print(take_scene(browser, base, scene, shot, folder))
    (HERE / "widget-screens.md").write_text(overview(), encoding="utf-8")


def overview() -> str:
    """The page that shows the pictures, in Markdown."""
    rows = [
        "# What each kind of answer looks like",
        "",
        "Made by `docs/screenshots.py --answers` from `docs/screens.yml`.",
    ]
    for scene in scenes():
        shots = [shot.name for shot in ANSWER_SHOTS if shot.scheme == "light" or scene.dark]
        pictures = [f'<img src="img/answers/{scene.name}-{name}.png" alt="{name}" height="420">' for name in shots]
        rows += ["", f"{scene.line}.", "", " ".join(pictures)]
    return "\n".join([*rows, ""])


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Schermafbeeldingen van een pagina met het gesprek open.")
    parser.add_argument("base", help="adres van de pagina, bijvoorbeeld http://127.0.0.1:5005/voorbeeld/school/")
    parser.add_argument("--ask", action="append", metavar="VRAAG", help="vraag om te stellen; mag meer dan eens")
    parser.add_argument("--out", type=Path, default=HERE / "img")
    parser.add_argument("--dark", action="store_true", help="maak ook de donkere versies")
    parser.add_argument("--answers", action="store_true", help="maak een beeld van elk soort antwoord (screens.yml)")
    return parser.parse_args()


def main() -> None:
    given = arguments()
    given.out.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        if given.answers:
            take_answers(browser, given.base, given.out / "answers")
        for shot in () if given.answers else SHOTS:
            if given.dark or shot.scheme == "light":
                print(take(browser, given.base, shot, given.ask or QUESTIONS, given.out))
        browser.close()


if __name__ == "__main__":
    main()
