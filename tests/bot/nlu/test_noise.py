"""Careless spelling is reproducible, touches no placeholder, and really changes things."""

from __future__ import annotations

import pytest

from bot.nlu.noise import EDITS, careless, careless_forms, chance_of

SENTENCE = "welke richting moet ik kiezen om later _job_ te worden in _place_"


def test_the_same_text_and_number_give_the_same_spelling() -> None:
    assert careless(SENTENCE, 1) == careless(SENTENCE, 1)


def test_another_number_gives_another_spelling() -> None:
    assert len({careless(SENTENCE, nth) for nth in range(20)}) > 10


def test_placeholders_stay_whole() -> None:
    for nth in range(200):
        assert {"_job_", "_place_"} <= set(careless(SENTENCE, nth).split())


def test_most_of_a_sentence_stays() -> None:
    words = SENTENCE.split()
    kept = [sum(word in words for word in careless(SENTENCE, nth).split()) for nth in range(100)]
    assert 5 <= sum(kept) / len(kept) <= 11


@pytest.mark.parametrize("text", ["", "ja", "_place_"])
def test_short_texts_survive(text: str) -> None:
    assert careless(text, 1).strip() == text or text == "ja"


def test_every_edit_changes_one_spot() -> None:
    import random

    for edit in EDITS:
        word = edit("richting", 3, random.Random(1))
        assert word[:2] == "ri" and abs(len(word) - len("richting")) <= 1


def test_forms_differ_from_the_word_itself() -> None:
    assert [word for word, forms in careless_forms().items() if not set(forms) - {word}] == []


def test_a_text_has_one_chance() -> None:
    assert chance_of(SENTENCE) == chance_of(SENTENCE)
    assert 0.4 < sum(chance_of(str(nth)) < 0.5 for nth in range(1000)) / 1000 < 0.6
