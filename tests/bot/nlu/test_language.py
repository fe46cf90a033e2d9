"""Another language is told from Dutch, chat Dutch and names; what is not sure counts as Dutch."""

from __future__ import annotations

import pytest

from bot.nlu.language import foreign_language, spoken
from bot.nlu.text import pieces

OURS = {"stem", "kzou", "wa", "houttechnieken", "coderdojo", "kweet", "egt"}


def language(text: str) -> str:
    return foreign_language([piece.text for piece in pieces(text)], OURS)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("je voudrais savoir quelle école est bonne pour mon fils", "fr"),
        ("which school is good for my daughter", "en"),
        ("oğlum için teknik okul arıyorum", "tr"),
        ("أبحث عن مدرسة تقنية لابني", "ar"),
        ("szukam szkoły technicznej dla syna", "pl"),
        ("busco una escuela técnica para mi hijo", "es"),
        ("я шукаю технічну школу для сина", "uk"),
    ],
)
def test_other_languages(text: str, code: str) -> None:
    assert language(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "kzou egt wa anders wille doen",
        "wa verdient nen programmeur",
        "wa verdient nen",  # the name of the job is left out
        "wat is STEM",
        "coderdojo in Genk",
        "hallo",
        "ok",
        "is engineering iets voor mij",
        "mijn zoon wil school voor auto maken",
        "wat doet een software engineer",
        "ge kunt da ni menen zeker",
        "",
        "😂😂",
    ],
)
def test_dutch_stays_dutch(text: str) -> None:
    assert language(text) == ""


def test_every_language_has_its_line() -> None:
    assert {"fr", "en", "tr", "ar", "pl"} <= spoken()
