"""First messages of a conversation, and whether the first answer serves: `python -m bench.first_answer [--show]`.

`tests/first_answer`: by hands that knew the list of topics and nothing of the assistant. Counted is the topic and
whether it was answered, not each fact of the answer; that takes a reader (docs/measurements.md).
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import yaml

from actions.answer import Answer
from bench.asking import Asker
from bench.measure import Measure, show
from bench.parsing import parser
from bench.sentences import ROOT
from study_catalogue import open_catalogue

FOLDER = ROOT / "tests" / "first_answer"
FIRST, AFTER_ONE = 80.0, 97.0  # percent: the bars
GUIDED = "help_choose"  # its answer is a question
Outcome = Literal["right", "one question", "refused", "wrong"]


@dataclass(frozen=True)
class First:
    """A first message. topics: those that serve; expect: answer, ask or unknown; hand: who wrote it."""

    text: str
    topics: tuple[str, ...]
    expect: str
    hand: str


def first_messages(folder: Path = FOLDER) -> list[First]:
    return [
        First(row["text"], tuple(row["topics"]), row["expect"], file.stem)
        for file in sorted(folder.glob("*.yml"))
        for row in yaml.safe_load(file.read_text(encoding="utf-8"))
    ]


def outcome(row: First, answer: Answer) -> Outcome:
    """How an answer serves. A question back counts when it was due, or when one of its choices leads to the topic."""
    on_topic = answer.topic in row.topics
    if answer.kind in ("ask", "clarify"):
        return _of_question(row, answer, on_topic)
    if answer.kind in ("fallback", "handover"):
        return "right" if on_topic or row.expect == "unknown" else "refused"
    return "right" if on_topic else "wrong"


def _of_question(row: First, answer: Answer, on_topic: bool) -> Outcome:
    if row.expect == "ask" or (on_topic and answer.topic == GUIDED):
        return "right"
    leads_on = on_topic or any(choice.topic in row.topics for choice in answer.offered)
    return "one question" if leads_on else "refused"


def outcomes(rows: Iterable[First], model: Path | None = None) -> list[tuple[First, Outcome, Answer]]:
    asker = Asker(parser(model), open_catalogue())
    answered = [(row, asker.said(row.text)[1]) for row in rows]
    return [(row, outcome(row, answer), answer) for row, answer in answered]


def measures(found: Iterable[tuple[First, Outcome, Answer]]) -> list[Measure]:
    counts = Counter(kind for _, kind, _ in found)
    total = counts.total()
    right, asked = counts["right"], counts["one question"]
    seen = f"{total} messages, refused {counts['refused']}, on another topic {counts['wrong']}"
    return [
        Measure("right topic at the first answer", 100 * right / total, "%", FIRST, "at least", seen),
        Measure("right topic after one question", 100 * (right + asked) / total, "%", AFTER_ONE, "at least"),
    ]


def main() -> int:
    found = outcomes(first_messages())
    if "--show" in sys.argv:
        print(
            *(
                f"{kind}: {row.text}\n    {answer.topic}/{answer.kind}"
                for row, kind, answer in found
                if kind != "right"
            ),
            sep="\n",
        )
    return show(measures(found))


if __name__ == "__main__":
    sys.exit(main())
