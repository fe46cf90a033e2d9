"""The texts are plain Dutch: see bench/readability.py; what may be harder is listed there, one by one."""

from __future__ import annotations

import pytest

from actions.entries import all_entries
from actions.texts import all_texts
from bench.readability import ENCOURAGEMENT, Text, excepted, faults, known_words, texts, words_of

LONGEST_CHOICE = 20  # characters: one line on a phone, with two next to each other


@pytest.fixture(scope="module")
def every_text() -> dict[str, Text]:
    return {text.where: text for text in texts()}


@pytest.mark.parametrize("topic", [*all_texts(), ENCOURAGEMENT])
def test_texts_are_plain_unless_listed(topic: str) -> None:
    found = [fault for text in texts([topic]) if text.where not in excepted() for fault in faults(text)]
    assert found == []


@pytest.mark.parametrize("where", excepted())
def test_a_listed_text_is_there_and_is_hard(where: str, every_text: dict[str, Text]) -> None:
    assert where in every_text, "no such text any more"
    assert list(faults(every_text[where])), "plain by now: take it off the list"
    assert excepted()[where], "no reason given"


def test_every_listed_word_is_used(every_text: dict[str, Text]) -> None:
    used = {word.lower() for text in every_text.values() for word in words_of(text.words)}
    assert sorted(known_words() - used) == []


@pytest.mark.parametrize("topic", all_texts())
def test_choices_fit_on_a_button(topic: str) -> None:
    titles = [form for choice in all_texts()[topic].choices.values() for form in (choice.title.je, choice.title.u)]
    assert [title for title in titles if len(title) > LONGEST_CHOICE] == []


def test_the_step_of_an_encouragement_fits_on_a_button_too() -> None:
    titles = [form for entry in all_entries() for form in (entry.next_step.title.je, entry.next_step.title.u)]
    assert [title for title in titles if len(title) > LONGEST_CHOICE] == []
