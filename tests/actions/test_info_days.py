"""Days on which a school may be visited: of one that is named, that its date is not known."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("wanneer zijn de opendeurdagen van PXL", "PXL kan gaan kijken, weet ik niet. Kijk op pxl.be"),
        ("opendeurdag Thomas More", "Kijk op thomasmore.be"),
        ("is er een infodag bij KU Leuven", "Kijk op kuleuven.be"),
        ("wanneer zijn de opendeurdagen", "De datum van een opendeurdag ken ik niet."),
    ],
)
def test_the_school_that_is_named_comes_first(talk, text: str, said: str) -> None:
    assert said in talk("info_days", text=text).text


def test_the_fair_keeps_its_answer(talk) -> None:
    assert "De SID-in is elk jaar" in talk("info_days", text="wanneer is de sid-in").text
