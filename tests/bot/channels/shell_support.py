"""The shell with an assistant of fixed answers. Run as a script: it talks on stdin and stdout."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

from bot.channels.render_terminal import Reading
from bot.channels.shell import talk, until_left

LIST: dict[str, Any] = {
    "topic": "option_jobs",
    "kind": "answer",
    "text": "Met Koeltechnieken kun je deze jobs doen.\n\nTwee zijn knelpuntberoepen.",
    "items": [
        {"title": "Koeltechnicus", "line": "plaatst koelinstallaties", "marks": ["knelpunt 2026", "duaal"]},
        {"title": "Werfleider", "line": "", "marks": []},
    ],
    "choices": [
        {"title": "Toon meer", "payload": "/more"},
        {"title": "Duaal?", "payload": '/option_dual{"option": "x"}'},
    ],
    "sources": [
        {"title": "VDAB, knelpuntberoepen 2026", "year": 2026, "status": "read"},
        {"title": "Eigen koppeling", "year": 2025, "status": "inferred"},
    ],
    "nudge": {
        "text": "Goed bezig.",
        "source": {"title": "Departement Onderwijs", "year": 2025, "status": "read"},
        "choice": {"title": "Infodagen", "payload": "/info_days"},
    },
}
ENTITY = {
    "entity": "option",
    "value": "Koeltechnieken",
    "text": "koeltechniken",
    "basis": "typo",
    "candidates": ["Koel- en warmtetechnieken"],
}
READING = Reading((("option_jobs", 0.91), ("job_info", 0.05), ("option_info", 0.02)), (ENTITY,))


class FakeAssistant:
    """Answers "lijst" with a list, breaks on "stuk", repeats anything else. Keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.conversations = 1

    def restart(self) -> None:
        self.conversations += 1

    async def ask(self, text: str) -> tuple[Mapping[str, Any], Reading | None]:
        self.asked.append(text)
        if text == "stuk":
            raise RuntimeError("kapot")
        if text == "traag":
            print("Even zoeken", flush=True)
            await asyncio.sleep(30)
        if text == "lijst":
            return LIST, READING
        return {
            "topic": "smalltalk",
            "kind": "ask" if text == "vraag" else "smalltalk",
            "text": f"Gehoord: {text}",
        }, None


if __name__ == "__main__":
    until_left(talk(FakeAssistant()))
