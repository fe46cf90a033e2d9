"""The tone of the answers and the encouragement: nobody is less, nothing is best, nothing is promised, nobody is
counted. The patterns stand in tone.yml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from actions.entries import Entry, all_entries
from actions.texts import Wording, all_texts
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


def wordings_of(entry: Entry) -> Iterator[str]:
    for wording in (entry.title, entry.text, entry.next_step.title):
        yield from (wording.je, wording.u)


def faults(topic: str, said: Iterable[str]) -> dict[str, list[str]]:
    """What the groups that hold for this topic refuse, by wording."""
    tones = [tone(group) for group in GROUPS if topic.startswith(tone(group).topics)]
    return {words: found for words in said if (found := [fault for of in tones for fault in of.faults(words)])}


def faults_of(entry: Entry) -> dict[str, list[str]]:
    """An entry is held to what holds for the topic on its theme."""
    return faults(f"enc_{entry.theme}", wordings_of(entry))


@pytest.mark.parametrize("topic", all_texts())
def test_the_tone_is_right(topic: str) -> None:
    assert faults(topic, wordings(topic)) == {}


@pytest.mark.parametrize("entry", all_entries(), ids=lambda entry: entry.id)
def test_the_tone_of_an_encouragement_is_right(entry: Entry) -> None:
    assert faults_of(entry) == {}


@pytest.mark.parametrize(
    ("theme", "sentence"),
    [
        ("girls", "Ook meisjes kunnen dit."),
        ("girls", "Er zitten weinig meisjes in deze richting."),
        ("girls", "Slechts 12 procent koos voor techniek."),
        ("girls", "Maak je eigen roze robot."),
        ("girls", "Dit is de leukste richting van allemaal."),
        ("background", "Dat lukt ondanks je afkomst."),
        ("background", "Jongeren met andere ouders zijn ondervertegenwoordigd."),
        ("first_in_family", "Ook jij kan dat."),
        ("money", "Daarna heb je zeker werk."),
        ("confidence", "Je bent slim genoeg, je zal slagen."),
        ("confidence", "STEM is nuttig voor later."),
        ("confidence", "Er is een tekort aan technici."),
        ("see_and_try", "Kies je droomjob."),
        ("parents", "Uw kind vindt altijd werk."),
    ],
)
@pytest.mark.parametrize("form", ["je", "u"])
def test_an_entry_with_such_a_sentence_is_refused(theme: str, sentence: str, form: str) -> None:
    fine = next(entry for entry in all_entries() if entry.theme == theme)
    said = {**fine.text.dict(), form: f"{getattr(fine.text, form)} {sentence}"}
    assert faults_of(fine.copy(update={"text": Wording(**said)}))


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
    said += [words for entry in all_entries() for words in wordings_of(entry)]
    assert [phrase for phrase in tone(group).allowed if not any(phrase in words for words in said)] == []
