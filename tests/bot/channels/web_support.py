"""The pages and the widget on a small server with an assistant of fixed answers. Run as a script: `web_support.py PORT`."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sanic import Sanic
from sanic.request import Request
from sanic.response import HTTPResponse, empty, html, json

ROOT = Path(__file__).resolve().parents[3]
CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
CHROMIUM_ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
LIST = {
    "topic": "option_jobs",
    "kind": "answer",
    "text": "Met Koeltechnieken kun je onder meer deze jobs doen.\n\nTwee ervan zijn knelpuntberoepen.",
    "items": [
        {"title": "Koeltechnicus", "line": "plaatst en herstelt koelinstallaties", "marks": ["knelpunt 2026", "duaal"]},
        {"title": "Onderhoudstechnicus", "line": "zoekt storingen en lost ze op", "marks": ["knelpunt 2026"]},
        {"title": "Werfleider", "line": "leidt een ploeg op de werf", "marks": []},
    ],
    "choices": [
        {"title": "Toon meer", "payload": "/more"},
        {"title": "Kan het ook duaal?", "payload": '/option_dual{"option": "so3-koel"}'},
    ],
    "sources": [
        {"title": "VDAB, knelpuntberoepen", "year": 2026, "status": "read"},
        {"title": "Eigen koppeling van richting en job", "year": 2025, "status": "inferred"},
        {"title": "CLB-nazicht", "year": None, "status": "confirmed"},
    ],
    "nudge": {
        "text": "Ga eens kijken op een infodag.",
        "source": {"title": "Departement Onderwijs", "year": 2025, "status": "read"},
        "choice": {"title": "Infodagen", "payload": "/info_days"},
    },
}
PLAIN = [{"text": "Gewone tekst."}, {"text": "Tweede stuk.", "buttons": [{"title": "Verder", "payload": "/more"}]}]
FAILURES = {"fout 400": 400, "fout 413": 413, "fout 429": 429, "fout 500": 500}


def say(text: str, **more: Any) -> dict[str, Any]:
    return {"custom": {"topic": "smalltalk", "kind": "smalltalk", "text": text, **more}}


def script(message: str) -> list[dict[str, Any]]:
    if message == "lijst":
        return [{"text": LIST["text"]}, {"custom": LIST}]
    if message == "platte tekst":
        return PLAIN
    if message == "leeg":
        return []
    if message == "noodkreet":
        return [{"custom": {"topic": "distress", "kind": "handover", "text": "Bel 102 of chat met Awel."}}]
    if message == "wis mijn gesprek":
        return [say("Je gesprek is weg.", choices=[{"title": "Verder", "payload": "/more"}], wiped=True)]
    rows = [{"title": message, "line": message, "marks": [message]}]
    return [say(message, items=rows, choices=[{"title": message, "payload": "ok"}], sources=[{"title": message}])]


def answers_to(message: str) -> list[dict[str, Any]]:
    """The answers on the wire of the widget: the structured ones, or the text when there is no structure."""
    messages = script(message)
    return [row["custom"] for row in messages if "custom" in row] or messages


def other_site(url: str) -> str:
    """The same server under another name: for a browser that is another site."""
    return url.replace("127.0.0.1", "localhost").rstrip("/")


def build_app(port: int) -> Sanic:
    from bot.channels import origins
    from bot.channels.flanders_map import map_blueprint
    from bot.channels.web import web_blueprint

    app = Sanic("fake_assistant", configure_logging=False)
    app.ctx.seen, app.ctx.gone = [], []
    app.ctx.hold = asyncio.Event()
    app.blueprint(web_blueprint(["school.be"]))
    app.blueprint(map_blueprint([]))
    origins.allow(app, [f"http://localhost:{port}"], {"/webhooks/widget/messages": "POST"})

    @app.post("/webhooks/widget/messages")
    async def messages(request: Request) -> HTTPResponse:
        app.ctx.seen.append(request.json)
        text = request.json["text"]
        if text.startswith("traag"):
            await app.ctx.hold.wait()
            app.ctx.hold.clear()
        if text in FAILURES:
            return json({"error": f"{text}: probeer straks opnieuw."}, FAILURES[text])
        return json({"id": request.json["id"], "answers": answers_to(text)})

    @app.delete("/webhooks/widget/conversations/<conversation:str>")
    async def wipe(request: Request, conversation: str) -> HTTPResponse:
        app.ctx.gone.append(conversation)
        return empty()

    @app.get("/elders")
    async def elsewhere(request: Request) -> HTTPResponse:
        """A page with what is asked for in its head."""
        head = request.args.get("head")
        return html(
            f"<!DOCTYPE html><html lang=nl><head><title>School</title>{head}</head><body><h1>School</h1></body>"
        )

    @app.get("/seen")
    async def seen(request: Request) -> HTTPResponse:
        return json(app.ctx.seen)

    @app.get("/gone")
    async def gone(request: Request) -> HTTPResponse:
        return json(app.ctx.gone)

    @app.get("/release")
    async def release(request: Request) -> HTTPResponse:
        """Let the answer to "traag" go."""
        app.ctx.hold.set()
        return json({})

    return app


@contextmanager
def running_server() -> Iterator[str]:
    # not in the script: there `tests` may be a package that textstat installs
    from tests.bot.runtime.support import free_port, wait_for

    port = free_port()
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen([sys.executable, __file__, str(port)], env=environment, cwd=ROOT)
    try:
        wait_for(f"http://127.0.0.1:{port}/", process)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait(10)


if __name__ == "__main__":
    build_app(int(sys.argv[1])).run("127.0.0.1", int(sys.argv[1]), access_log=False, motd=False)
