"""The sentences to measure with, and those that were trained."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[1]
OUTSIDE = {"out_of_scope", "nonsense"}
UNANSWERED = OUTSIDE | {"clarify"}  # intents of a message that is refused or asked back about
NEAR = {"other_study", "foreign_system", "unknown_name", "one_person", "school_life"}  # kinds of near-domain strangers
HELD_OUT = {name: ROOT / "tests" / name for name in ("sentences", "refusal", "blind")}
TRAINED = ROOT / "data" / "nlu"
HOME_ASSISTANT = ROOT.parent / "shared" / "bench" / "home_assistant_nl.txt"


@dataclass(frozen=True)
class Sentence:
    """`entities` holds, by kind, the values of which one must be found."""

    text: str
    topic: str
    hand: str = ""
    entities: dict[str, list[Any]] = field(default_factory=dict)

    @property
    def near(self) -> bool:
        """Outside, but near our domain: another study, a foreign school system, one person's case."""
        return self.hand in NEAR

    @property
    def inside(self) -> bool:
        return self.topic not in OUTSIDE


def held_out(name: str) -> list[Sentence]:
    """A set of separately written sentences, one file a topic: `sentences`, `refusal` or `blind`."""
    return [row for file in _files(HELD_OUT[name]) for row in in_file(file)]


def in_file(file: Path) -> list[Sentence]:
    """The sentences of one file of a held-out set; the `kind` of a stranger is kept as `hand`."""
    data = _read(file)
    return [
        Sentence(row["text"], data["topic"], row.get("hand") or row.get("kind", ""), row.get("entities", {}))
        for row in data["sentences"]
    ]


def home_assistant(path: Path = HOME_ASSISTANT) -> list[Sentence]:
    """Off-domain sentences from outside; empty where ../shared is not there."""
    if not path.exists():
        return []
    lines = map(str.strip, path.read_text(encoding="utf-8").splitlines())
    return [Sentence(line, "out_of_scope", "home_assistant") for line in lines if line]


def trained(folder: Path = TRAINED) -> list[Sentence]:
    """The training data."""
    return [
        Sentence(line.removeprefix("- "), block["intent"], block["metadata"]["hand"])
        for file in _files(folder)
        for block in _read(file)["nlu"]
        for line in block["examples"].splitlines()
    ]


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.yml"))


def _read(file: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return found
