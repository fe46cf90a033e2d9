"""The bars of the understanding, on sentences by hands that did not write training data.

`python -m bench.understanding --show` lists what goes wrong.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.understanding import OUTSIDE, Parsed, accepted, parse_all, right_entity, sentences, share


@pytest.fixture(scope="module")
def inside(model: Path) -> list[Parsed]:
    return [row for row in parse_all(sentences(), model) if row.sentence.topic not in OUTSIDE]


@pytest.fixture(scope="module")
def outside(model: Path) -> list[Parsed]:
    return parse_all(sentences(Path("tests/refusal")), model)


def test_right_topic(inside: list[Parsed]) -> None:
    assert share(row.intent == row.sentence.topic for row in inside) >= 92


def test_what_is_inside_is_answered(inside: list[Parsed]) -> None:
    assert share(map(accepted, inside)) >= 92


def test_what_is_outside_is_refused(outside: list[Parsed]) -> None:
    assert len(outside) >= 200
    assert share(map(accepted, outside)) <= 5


def test_right_entity(inside: list[Parsed]) -> None:
    found = [pair for row in inside for pair in right_entity(row)]
    assert len(found) > 200
    assert share(right for _, right in found) >= 95


def test_seldom_confident_and_wrong(inside: list[Parsed]) -> None:
    assert share(accepted(row) and row.intent != row.sentence.topic for row in inside) <= 3


def test_calls_for_help_are_heard(inside: list[Parsed]) -> None:
    calls = [row for row in inside if row.sentence.topic == "distress"]
    assert share(row.intent == "distress" for row in calls) >= 96


ODD = ["", " ", "😂", "...", "x" * 500, "999999999999", "a\x00b", "ß" * 40, "مرحبا", "1" * 499]


@pytest.mark.parametrize("text", ODD)
def test_odd_messages_are_understood_as_something(model: Path, text: str) -> None:
    from bench.understanding import Sentence

    (parsed,) = parse_all([Sentence(text, "nonsense")], model)
    assert parsed.intent in {"nonsense", "out_of_scope", "clarify"}
