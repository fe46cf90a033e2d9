"""Whole conversations, written as data, through the real server.

A file holds turns: what the user types (`user`) or taps (`tap`: the title of a choice that was just offered), and what
the structured answer must show: `topic`, `not_topic`, `kind`, `mentions` and `not_mentions` (strings, case ignored,
anywhere in the text, items, choices or sources). Those listed in known_failures.yml must fail; one that passes must be
taken off the list.
"""

from __future__ import annotations

import json
import secrets
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.bot.runtime.support import Server

FOLDER = Path(__file__).parent / "conversations"
FILES = sorted(FOLDER.rglob("*/*.yml"))
KNOWN_FAILURES: list[str] = yaml.safe_load((FOLDER / "known_failures.yml").read_text(encoding="utf-8")) or []


def name_of(file: Path) -> str:
    return file.relative_to(FOLDER).with_suffix("").as_posix()


def case(file: Path) -> Any:
    fails = pytest.mark.xfail(strict=True, reason="listed in known_failures.yml")
    return pytest.param(file, id=name_of(file), marks=[fails] if name_of(file) in KNOWN_FAILURES else [])


@pytest.mark.parametrize("file", [case(file) for file in FILES])
def test_conversation(stempad: Server, file: Path) -> None:
    sender = f"test-{secrets.token_hex(8)}"
    answer: dict[str, Any] = {}
    for number, turn in enumerate(yaml.safe_load(file.read_text(encoding="utf-8"))["turns"], start=1):
        answer = stempad.say(sender, message_of(turn, answer))
        assert differences(turn, answer) == [], f"turn {number}: {str(turn.get('user', turn.get('tap')))[:80]!r}"


def message_of(turn: dict[str, Any], before: dict[str, Any]) -> str:
    if "tap" not in turn:
        return str(turn["user"])
    payloads = {choice["title"]: choice["payload"] for choice in before["choices"]}
    assert turn["tap"] in payloads, f"{turn['tap']!r} is not among {list(payloads)}"
    return str(payloads[turn["tap"]])


def differences(turn: dict[str, Any], answer: dict[str, Any]) -> list[str]:
    """What the answer shows that the turn did not expect, in words."""
    # a sender's name is made by chance: one with "25" in it once stood for an age
    seen = json.dumps({part: said for part, said in answer.items() if part != "recipient"}, ensure_ascii=False).lower()
    wrong = [key for key in ("topic", "kind") if key in turn and answer[key] != turn[key]]
    found = [f"{key} is {answer[key]!r}, not {turn[key]!r}" for key in wrong]
    if answer["topic"] == turn.get("not_topic"):
        found.append(f"topic is {answer['topic']!r}")
    missing = [word for word in turn.get("mentions", []) if word.lower() not in seen]
    found += [f"{word!r} is missing from {answer['text']!r}" for word in missing]
    return found + [f"{word!r} is there" for word in turn.get("not_mentions", []) if word.lower() in seen]


def test_known_failures_are_files() -> None:
    assert set(KNOWN_FAILURES) <= {name_of(file) for file in FILES}
