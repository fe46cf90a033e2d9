"""Topics, entities and refusal, with the trained model: `python -m bench.understanding [--show]`.

`--show` also lists what goes wrong, never on the blind set: it is only measured, so that nothing is tuned on it.
"""

from __future__ import annotations

import statistics
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bench.entities import named
from bench.measure import Measure, share, show
from bench.overlap import key, trained_keys
from bench.parsing import Parsed, parse_all
from bench.sentences import held_out, home_assistant
from study_catalogue import Catalogue, open_catalogue

FLOOR = 80.0  # of the weakest topic


@dataclass(frozen=True)
class Results:
    """Each set of sentences, understood."""

    inside: list[Parsed]
    outside: list[Parsed]
    strangers: list[Parsed]  # of Home Assistant
    blind: list[Parsed]
    blind_outside: list[Parsed]


def results(model: Path | None = None) -> Results:
    told, blind = parse_all(held_out("sentences"), model), parse_all(held_out("blind"), model)
    return Results(
        inside=[row for row in told if row.sentence.inside],
        outside=parse_all(held_out("refusal"), model),
        strangers=parse_all(home_assistant(), model),
        blind=[row for row in blind if row.sentence.inside],
        blind_outside=[row for row in blind if not row.sentence.inside],
    )


def measures(found: Results) -> list[Measure]:
    catalogue = open_catalogue()
    return [
        *_topics("", found.inside),
        *_topics(", blind", found.blind),
        _wrong_in_all([*found.inside, *found.blind]),
        _weakest(found.inside),
        *_refusal(found),
        _entities("right entity", found.inside, catalogue, 95),
        _entities("right entity, blind", found.blind, catalogue, 93),
        *_copies(found),
        Measure("parse, p50", statistics.median(row.milliseconds for row in found.inside), "ms"),
    ]


def right_topic(rows: Iterable[Parsed]) -> float:
    return share(row.right for row in rows)


def answered_right(rows: Iterable[Parsed]) -> float:
    return share(row.answered_right for row in rows)


def accepted(rows: Iterable[Parsed]) -> float:
    return share(row.accepted for row in rows)


def confident_and_wrong(rows: Iterable[Parsed]) -> float:
    return share(row.accepted and not row.answered_right for row in rows)


def by_topic(rows: Iterable[Parsed]) -> dict[str, float]:
    """The share of each topic, weakest first."""
    found: dict[str, list[Parsed]] = {}
    for row in rows:
        found.setdefault(row.sentence.topic, []).append(row)
    return dict(sorted(((topic, right_topic(its)) for topic, its in found.items()), key=lambda pair: pair[1]))


def without_copies(rows: Iterable[Parsed]) -> list[Parsed]:
    known = trained_keys()
    return [row for row in rows if key(row.sentence.text) not in known]


def right_entities(rows: Iterable[Parsed], catalogue: Catalogue) -> list[tuple[str, bool]]:
    return [pair for row in rows for pair in named(row.sentence.entities, row.entities, catalogue)]


def _topics(which: str, rows: list[Parsed]) -> list[Measure]:
    own = without_copies(rows)
    return [
        Measure(f"right topic{which}", right_topic(rows), "%", 93, "at least", f"{len(rows)} sentences"),
        Measure(f"right topic and answered{which}", answered_right(rows), "%"),
        Measure(f"right topic{which}, without exact copies", right_topic(own), "%", 93, "at least", f"{len(own)}"),
        Measure(f"in-scope accepted{which}", accepted(rows), "%", 93, "at least"),
        Measure(f"confident and wrong{which}", confident_and_wrong(rows), "%", 2, "at most"),
    ]


def _wrong_in_all(rows: list[Parsed]) -> Measure:
    seen = f"{len(rows)} sentences"
    return Measure("confident and wrong, both sets", confident_and_wrong(rows), "%", 2, "at most", seen)


def _weakest(rows: list[Parsed]) -> Measure:
    weakest = list(by_topic(rows).items())[:4]
    names = ", ".join(f"{topic} {found:.0f}" for topic, found in weakest)
    return Measure("right topic, weakest topic", weakest[0][1], "%", FLOOR, "at least", names)


def _refusal(found: Results) -> list[Measure]:
    near = [row for row in found.outside if row.sentence.near]
    far = [row for row in found.outside if not row.sentence.near]
    sets = {"own": far, "Home Assistant": found.strangers, "blind, mostly near": found.blind_outside}
    rows = [
        Measure(f"accepted though outside, {name}", accepted(its), "%", seen=_sentences(its))
        for name, its in sets.items()
    ]
    off = Measure("accepted though off-domain", accepted([*far, *found.strangers]), "%", 3, "at most")
    return [*rows, off, Measure("accepted though near-domain", accepted(near), "%", 10, "at most", _sentences(near))]


def _sentences(rows: list[Parsed]) -> str:
    return f"{len(rows)} sentences" if rows else "skipped: ../shared is not there"


def _entities(name: str, rows: list[Parsed], catalogue: Catalogue, bar: float) -> Measure:
    pairs = right_entities(rows, catalogue)
    total, missed = Counter(kind for kind, _ in pairs), Counter(kind for kind, right in pairs if not right)
    seen = ", ".join(f"{kind} {count - missed[kind]}/{count}" for kind, count in total.items())
    return Measure(name, share(right for _, right in pairs), "%", bar, "at least", seen)


def _copies(found: Results) -> list[Measure]:
    sets = {"sentences": found.inside, "refusal": found.outside, "blind": [*found.blind, *found.blind_outside]}
    counts = {name: len(its) - len(without_copies(its)) for name, its in sets.items()}
    return [Measure(f"exact copies of training data, {name}", count, "") for name, count in counts.items()]


def _show(found: Results) -> None:
    outside, catalogue = [*found.outside, *found.strangers], open_catalogue()
    wrong = [row for row in found.inside if not row.right]
    for (topic, intent), count in Counter((row.sentence.topic, row.intent) for row in wrong).most_common():
        print(f"{count:3} {topic} taken for {intent}")
    for row in [*wrong, *(row for row in outside if row.accepted)]:
        print(f"{row.trust:.2f} {row.sentence.topic} -> {row.intent}: {row.sentence.text}")
    for row in found.inside:
        if missed := [kind for kind, right in right_entities([row], catalogue) if not right]:
            print("entity", missed, row.sentence.text, row.sentence.entities, _found(row))


def _found(row: Parsed) -> list[tuple[str, str]]:
    return [(entity["entity"], entity["value"]) for entity in row.entities]


def main() -> int:
    found = results()
    code = show(measures(found))
    if "--show" in sys.argv:
        _show(found)
    return code


if __name__ == "__main__":
    sys.exit(main())
