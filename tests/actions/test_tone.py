"""The tone of the answers: nobody is less, nothing is best, nothing is promised. The patterns stand in tone.yml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from actions.texts import all_texts
from bench.readability import texts

GROUPS: dict[str, dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("tone.yml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Tone:
    """A group of what may not be said."""

    topics: str
    patterns: re.Pattern[str]
    allowed: tuple[str, ...]

    def faults(self, words: str) -> list[str]:
        for phrase in self.allowed:
            words = words.replace(phrase, "")
        return [found[0] for found in self.patterns.finditer(words)]


@lru_cache
def tone(group: str) -> Tone:
    rules = GROUPS[group]
    return Tone(rules["topics"], re.compile("|".join(rules["patterns"]), re.IGNORECASE), tuple(rules["allowed"]))


def wordings(topic: str) -> Iterator[str]:
    """Every text and title of a topic in both forms, with facts filled in."""
    yield from (text.words for text in texts([topic]))
    found = all_texts()[topic]
    for title in (found.title, *(choice.title for choice in found.choices.values())):
        yield from (title.je, title.u)
    yield from (row.title for row in found.items)


@pytest.mark.parametrize("topic", all_texts())
def test_the_tone_is_right(topic: str) -> None:
    tones = [tone(group) for group in GROUPS if topic.startswith(tone(group).topics)]
    assert {words: said for words in wordings(topic) for of in tones if (said := of.faults(words))} == {}


@pytest.mark.parametrize(
    ("group", "sentence"), [(group, sentence) for group, rules in GROUPS.items() for sentence in rules["caught"]]
)
def test_what_may_not_be_said_is_caught(group: str, sentence: str) -> None:
    assert tone(group).faults(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Iedereen kan kiezen uit dezelfde richtingen en jobs.",
        "Werkgevers vinden er moeilijk mensen voor. Dat is geen belofte van werk.",
        "De meeste academies zijn er voor 7 tot 14 jaar.",
        "Werken kan meteen. Een school weet het zeker.",
        "Er zijn ook kampen voor meisjes.",
    ],
)
def test_what_may_be_said_passes(sentence: str) -> None:
    assert [tone(group).faults(sentence) for group in GROUPS] == [[] for _ in GROUPS]


@pytest.mark.parametrize("group", GROUPS)
def test_every_allowed_phrase_is_used(group: str) -> None:
    said = [words for topic in all_texts() for words in wordings(topic)]
    assert [phrase for phrase in tone(group).allowed if not any(phrase in words for words in said)] == []
