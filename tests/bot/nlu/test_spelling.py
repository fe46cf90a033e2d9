from __future__ import annotations

import pytest

from bot.nlu.spelling import Speller, load_chat_spelling, vocabulary_of

SPELLER = Speller(load_chat_spelling(), ["richting", "knelpuntberoep", "studeren", "worden"])


@pytest.mark.parametrize(
    ("typed", "standard"),
    [
        ("wa kank worde", "wat kan ik worden"),
        ("kweet ni", "ik weet niet"),
        ("rihcting", "richting"),
        ("knelpuntbroep", "knelpuntberoep"),
        ("heeeeel leuk", "hel leuk"),
        ("_option_ wrde", "_option_ worden"),
    ],
)
def test_chat_becomes_standard(typed: str, standard: str) -> None:
    assert SPELLER.normalise(typed) == standard


@pytest.mark.parametrize("text", ["een goede school", "de school werkt hard", "kapper", "3600", "xk"])
def test_dutch_words_and_digits_stay(text: str) -> None:
    assert SPELLER.normalise(text) == text


def test_the_vocabulary_holds_dutch_words_that_recur() -> None:
    assert vocabulary_of(["de richting", "een richting", "rihcting rihcting", "_job_ _job_"]) == ["richting"]


def test_chat_forms_are_not_doubled() -> None:
    table = load_chat_spelling()
    assert all(form != standard for form, standard in table.items())
