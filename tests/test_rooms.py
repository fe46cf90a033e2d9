"""The house of docs/architecture.md: a room imports only what stands below it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OURS = {"study_catalogue", "actions", "bot", "bench", "tests"}
MAY: dict[str, set[str]] = {
    "study_catalogue": {"study_catalogue"},
    "actions": {"actions", "study_catalogue"},
    "bot/nlu": {"bot.nlu", "study_catalogue"},
    "bot/runtime": {"bot.runtime"},
    "bot/channels": {"bot.channels", "bot.runtime", "actions.answer", "actions.plain"},
}
NEVER = {"study_catalogue": {"rasa", "rasa_sdk"}, "actions": {"rasa"}}


def imports(file: Path) -> set[str]:
    """Absolute names that a file imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module)
    return found


def inside(name: str, packages: set[str]) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)


@pytest.mark.parametrize("room", MAY)
def test_a_room_imports_only_what_stands_below(room: str) -> None:
    files = sorted((ROOT / room).rglob("*.py"))
    assert files
    wrong = {
        f"{file.relative_to(ROOT)} imports {name}"
        for file in files
        for name in imports(file)
        if (inside(name, OURS) and not inside(name, MAY[room])) or inside(name, NEVER.get(room, set()))
    }
    assert wrong == set()


def test_no_file_is_too_long() -> None:
    folders = ("study_catalogue", "actions", "bot", "bench", "tests")
    files = [
        file for folder in folders for suffix in ("py", "js", "css") for file in (ROOT / folder).rglob(f"*.{suffix}")
    ]
    assert [str(file) for file in files if len(file.read_text(encoding="utf-8").splitlines()) > 400] == []


def test_locks_carry_hashes_and_no_addresses() -> None:
    for lock in ROOT.glob("requirements*"):
        assert "://" not in lock.read_text(encoding="utf-8"), lock.name
