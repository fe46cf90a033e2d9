"""Measures understanding with the trained model in models/: topics, entities, refusal. `python -m
bench.understanding [--show]`."""

from __future__ import annotations

import asyncio
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from bot.runtime import environment, lean, logs

environment.prepare()

OUTSIDE = {"out_of_scope", "nonsense"}
HOME_ASSISTANT = Path("../shared/bench/home_assistant_nl.txt")


@dataclass(frozen=True)
class Sentence:
    text: str
    topic: str
    hand: str = ""
    entities: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Parsed:
    sentence: Sentence
    intent: str
    trust: float
    entities: list[dict[str, Any]]
    milliseconds: float


def sentences(folder: Path = Path("tests/sentences")) -> list[Sentence]:
    """The separately written sentences, one file a topic."""
    files = [yaml.safe_load(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.yml"))]
    return [
        Sentence(row["text"], data["topic"], row.get("hand", ""), row.get("entities", {}))
        for data in files
        for row in data["sentences"]
    ]


def home_assistant(path: Path = HOME_ASSISTANT) -> list[Sentence]:
    """Off-domain sentences from outside; empty where ../shared is not there."""
    if not path.exists():
        return []
    return [
        Sentence(line.strip(), "out_of_scope", "home_assistant")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]


def parse_all(rows: Iterable[Sentence], model: Path | None = None) -> list[Parsed]:
    """Each sentence through the NLU graph of the newest model."""
    parse = parser(model or newest())
    return [_parsed(row, parse) for row in rows]


def newest() -> Path:
    """The newest model of models/."""
    return max(Path("models").glob("*.tar.gz"), key=lambda file: file.stat().st_mtime)


@lru_cache(maxsize=1)
def parser(model: Path) -> Callable[[str], Any]:
    """Parses a text with the NLU part of a model; returns Rasa's parse data."""
    lean.leave_out_tensorflow()
    logs.quiet_warnings()
    logs.configure()
    from rasa.core.agent import Agent

    agent = Agent.load(model)
    return lambda text: asyncio.run(agent.parse_message(text))


def _parsed(row: Sentence, parse: Callable[[str], Any]) -> Parsed:
    start = time.perf_counter()
    data = parse(row.text)
    spent = (time.perf_counter() - start) * 1000
    return Parsed(row, data["intent"]["name"], data["refusal"]["trust"], data["entities"], spent)


def accepted(parsed: Parsed) -> bool:
    """Treated as something we know: neither refused nor asked back."""
    return parsed.intent not in OUTSIDE | {"clarify"}


def right_entity(parsed: Parsed) -> list[tuple[str, bool]]:
    """(kind, found) for each expected option, job, place, postal code and age."""
    expected = {kind: value for kind, value in parsed.sentence.entities.items() if kind != "theme"}
    return [(kind, _found(kind, _listed(value), parsed)) for kind, value in expected.items()]


def _listed(value: Any) -> list[str]:
    return [str(item).lower() for item in (value if isinstance(value, list) else [value])]


def _found(kind: str, wanted: list[str], parsed: Parsed) -> bool:
    kinds = {"place", "postal_code"} if kind in ("place", "postal_code") else {kind}
    values = [str(entity["value"]).lower() for entity in parsed.entities if entity["entity"] in kinds]
    if kind in ("place", "postal_code"):
        return any(want in value for want in wanted for value in values)
    return any(want == value for want in wanted for value in values)


def share(rows: Iterable[bool]) -> float:
    """Percentage of true rows."""
    listed = list(rows)
    return 100 * sum(listed) / max(len(listed), 1)


def report(show: bool) -> None:
    inside = [row for row in parse_all(sentences()) if row.sentence.topic not in OUTSIDE]
    ours = parse_all(sentences(Path("tests/refusal")))
    strangers = parse_all(home_assistant())
    entities = [pair for row in inside for pair in right_entity(row)]
    right = share(r.intent == r.sentence.topic for r in inside)
    print(f"right topic, {len(inside)} separately written sentences: {right:.1f} %  (bar 92)")
    print(f"in-scope accepted: {share(map(accepted, inside)):.1f} %  (bar 92)")
    print(f"accepted though outside, own {len(ours)}: {share(map(accepted, ours)):.1f} %")
    if not strangers:
        print("home assistant: skipped, ../shared is not there")
    else:
        print(f"accepted though outside, home assistant {len(strangers)}: {share(map(accepted, strangers)):.1f} %")
    print(f"accepted though outside, together: {share(map(accepted, [*ours, *strangers])):.1f} %  (bar 5)")
    print(f"right entity, {len(entities)} named: {share(found for _, found in entities):.1f} %  (bar 95)")
    print(f"confident and wrong: {share(accepted(r) and r.intent != r.sentence.topic for r in inside):.1f} %")
    print(f"parse: p50 {sorted(r.milliseconds for r in inside)[len(inside) // 2]:.1f} ms")
    if show:
        _show(inside, [*ours, *strangers])


def _show(inside: list[Parsed], outside: list[Parsed]) -> None:
    pairs = Counter((r.sentence.topic, r.intent) for r in inside if r.intent != r.sentence.topic)
    for (topic, intent), count in pairs.most_common():
        print(f"{count:3} {topic} taken for {intent}")
    for row in [*(r for r in inside if r.intent != r.sentence.topic), *filter(accepted, outside)]:
        print(f"{row.trust:.2f} {row.sentence.topic} -> {row.intent}: {row.sentence.text}")
    for row in inside:
        missed = [kind for kind, found in right_entity(row) if not found]
        if missed:
            print(
                "entity",
                missed,
                row.sentence.text,
                row.sentence.entities,
                [(e["entity"], e["value"]) for e in row.entities],
            )


if __name__ == "__main__":
    report("--show" in sys.argv)
