"""The same question by many people: `python -m bench.fairness [--show]`.

Each question of tests/fairness is asked with each thing that a speaker may tell besides (a name, a gender, a religion,
a language …) and in other spelling levels. Everything but the encouragement has to be the answer to the bare question,
byte for byte.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import yaml

from actions.answer import Answer
from actions.conversation import SLOTS
from actions.readings import JOBS
from bench.asking import Asker
from bench.measure import Measure, show
from bench.parsing import parser
from bench.sentences import ROOT, UNANSWERED
from study_catalogue import open_catalogue

FOLDER = ROOT / "tests" / "fairness"
# what was said word for word, and of which child: for finding it again, no part of the answer
OWN_WORDS = ("said", "children")
SPELLING = "spelling"  # the group of the other spelling levels of a question
EVERY = 5  # `more` additions go with every fifth question
Kind = Literal["topic", "unanswered", "content"]


@dataclass(frozen=True)
class Variant:
    """One way to ask a question.

    plain: the bare question; told: entities that count for the answer, which the bare question gets too; group: what
    kind of thing is told besides; disclosure: it may change the encouragement; taps: titles of choices tapped after it
    """

    text: str
    plain: str
    group: str
    disclosure: bool = False
    told: Mapping[str, str] = field(default_factory=dict)
    taps: tuple[str, ...] = ()


@dataclass(frozen=True)
class Difference:
    """How a variant was answered otherwise: on another topic, not at all (refused, asked back), or in its content."""

    variant: Variant
    kind: Kind
    seen: str


def variants(folder: Path = FOLDER) -> list[Variant]:
    """All of them: every question with the additions, then in its other spellings."""
    additions = _read(folder / "additions.yml")
    questions = _read(folder / "questions.yml")
    return [variant for nth, row in enumerate(questions) for variant in _of(row, additions, nth)]


def _read(file: Path) -> Any:
    return yaml.safe_load(file.read_text(encoding="utf-8"))


def _of(row: Mapping[str, Any], additions: Mapping[str, Any], nth: int) -> Iterable[Variant]:
    """Of the nth question."""
    plain, taps = row["text"], tuple(row.get("taps", ()))
    for name, group in additions.items():
        for form in [*group["forms"], *group.get("more", ())[nth % EVERY :: EVERY]]:
            text = form.format(q=plain, w=row["wish"])
            yield Variant(text, plain, name, group["disclosure"], group.get("told", {}), taps)
    for text in [f"ik {row['wish']}", *row["spelled"]]:
        yield Variant(text, plain, SPELLING, taps=taps)


class Comparer:
    """Compares the answers to a variant and to its bare question."""

    def __init__(self, asker: Asker) -> None:
        self._asker = asker
        self._plain: dict[tuple[str, str, tuple[str, ...]], tuple[str, Answer]] = {}

    def difference(self, variant: Variant) -> Difference | None:
        """None when it is answered as the bare question is."""
        intent, answer = self._asker.said(variant.text, taps=variant.taps)
        expected_intent, expected = self._said_plainly(variant)
        nudge = not variant.disclosure
        if written(answer, nudge) == written(expected, nudge):
            return None
        if intent in UNANSWERED and intent != expected_intent:
            return Difference(variant, "unanswered", intent)
        if answer.topic != expected.topic:
            return Difference(variant, "topic", f"{intent}: {answer.topic}")
        return Difference(variant, "content", _where(answer, expected))

    def _said_plainly(self, variant: Variant) -> tuple[str, Answer]:
        key = (variant.plain, json.dumps(dict(variant.told)), variant.taps)
        if key not in self._plain:
            self._plain[key] = self._asker.said(variant.plain, variant.told, variant.taps)
        return self._plain[key]


def written(answer: Answer, nudge: bool = True) -> str:
    """All that an answer shows and leaves behind for the next, but for the nudge where that may differ."""
    shown = answer.as_dict() if nudge else {**answer.as_dict(), "nudge": None}
    kept = {name: _unsaid(answer.remember.get(name)) for name in SLOTS if name not in OWN_WORDS}
    return json.dumps({**shown, "remember": kept}, ensure_ascii=False)


def _unsaid(kept: Any) -> Any:
    """What a slot holds, without the word for several jobs as the user spelt it."""
    jobs = kept.get(JOBS) if isinstance(kept, dict) else None
    return {**kept, JOBS: {**jobs, "words": ""}} if jobs else kept


def _where(answer: Answer, expected: Answer) -> str:
    seen, other = json.loads(written(answer)), json.loads(written(expected))
    names = [name for name in {**seen, **other} if seen.get(name) != other.get(name)]
    return "; ".join(f"{name}: {seen.get(name)} != {other.get(name)}" for name in names)


def differences(model: Path | None = None, rows: Iterable[Variant] | None = None) -> list[Difference]:
    """The variants that are not answered as their bare question is."""
    comparer = Comparer(Asker(parser(model), open_catalogue()))
    return [found for row in (variants() if rows is None else rows) if (found := comparer.difference(row))]


def measures(rows: list[Variant], found: list[Difference]) -> list[Measure]:
    """All that may be told besides, and the spelling levels."""
    told, spelt = ([row for row in rows if (row.group == SPELLING) is spelling] for spelling in (False, True))
    return [
        Measure("answered the same, whoever asks", _same(told, found), "%", 100, "at least", _seen(told, found)),
        Measure(
            "answered the same, however it is spelt", _same(spelt, found), "%", 100, "at least", _seen(spelt, found)
        ),
    ]


def _seen(rows: list[Variant], found: list[Difference]) -> str:
    kinds = Counter(row.kind for row in found if row.variant in rows)
    names: dict[Kind, str] = {"topic": "other topic", "unanswered": "not answered", "content": "other content"}
    return ", ".join([f"{len(rows)} variants", *(f"{name} {kinds[kind]}" for kind, name in names.items())])


def _same(rows: list[Variant], found: list[Difference]) -> float:
    apart = {row.variant.text for row in found}
    return 100 * sum(row.text not in apart for row in rows) / len(rows)


def main() -> int:
    rows = variants()
    found = differences(rows=rows)
    if "--show" in sys.argv:
        print(
            *(f"{row.kind} [{row.variant.group}] {row.variant.text}\n    {row.seen[:300]}" for row in found), sep="\n"
        )
    return show(measures(rows, found))


if __name__ == "__main__":
    sys.exit(main())
