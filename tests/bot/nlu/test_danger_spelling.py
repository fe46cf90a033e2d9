from __future__ import annotations

import pytest

from bot.nlu.danger_spelling import DangerSpeller, is_slip

TABLE = {"ik": "k", "niet": "ni nie", "mijn": "m_n mn", "mezelf": "mijn_eigen", "pesten": "peste", "salk": "salk"}
WORDS = {"pesten", "zelfmoord*", "gepest", "dood", "wil", "leven", "mezelf", "stalken", "verdrietig", "word"}


@pytest.fixture(scope="module")
def speller() -> DangerSpeller:
    return DangerSpeller(TABLE, WORDS)


@pytest.mark.parametrize(
    ("typed", "spelled"),
    [
        ("k wil ni leven", "ik wil niet leven "),
        ("m n gsm", "mijn gsm "),
        ("ik snij mijn eigen", "ik snij mezelf "),
        ("ik snij mn eigen", "ik snij mezelf "),
        ("ik wil doooood", "ik wil dood "),
        ("peeesten", "pesten "),
        ("kwil dood", "ik wil dood "),
        ("ikwildood", "ik wil dood "),
        ("wordgepest", "word gepest "),
        ("ik word gepset", "ik word gepest "),
        ("verdrieteg", "verdrietig "),
        ("verdreiteg", "verdrietig "),
        ("zelfmmoordplannen", "zelfmoordplannen "),
        ("zelmoord", "zelfmoord "),
        ("", ""),
    ],
)
def test_one_spelling(speller: DangerSpeller, typed: str, spelled: str) -> None:
    assert speller.text(typed) == spelled


@pytest.mark.parametrize("word", ["pasten", "leren", "salk", "hdmi", "pet", "2de", "levering", "gewest"])
def test_other_words_stay(speller: DangerSpeller, word: str) -> None:
    assert speller.text(word) == f"{word} "


@pytest.mark.parametrize(
    ("typed", "meant", "found"),
    [
        ("gepset", "gepest", True),
        ("zelmoord", "zelfmoord", True),
        ("verdrieteg", "verdrietig", True),
        ("peeters", "pesters", False),  # a vowel is no consonant
        ("mieke", "moeke", False),  # a name
    ],
)
def test_what_a_slip_can_be(typed: str, meant: str, found: bool) -> None:
    assert is_slip(typed, meant) == found
