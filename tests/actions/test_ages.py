"""Ages in other words, and those that only a row of the list has: data/ages.yml."""

from __future__ import annotations

import pytest

from actions.ages import with_ages
from actions.question import Mention, Question

TALK = {"subject": "academy_filter", "age": "6"}


def ages(text: str, *mentions: Mention, talk: bool = False) -> list[int]:
    return with_ages(Question("inform", text, mentions, TALK if talk else {})).ages


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("iets voor mijn tweeling van 6 (kleinkinderen)", 6),
        ("onze drieling van bijna 7 in Genk", 7),
        ("is er iets voor zesjarigen", 6),
        ("een club voor 9-jarigen", 9),
        ("ze zijn nog maar 6 he", 6),
        ("hij is eigenlijk 7", 7),
        ("onze kleine wordt 5, bestaat er al iets", 5),
        ("ze is pas zeven", 7),
        ("voor een kind van 8 (en zijn zus)", 8),
        ("onze kleinkinderen van 10", 10),
    ],
)
def test_ages_in_other_words_are_read(text: str, age: int) -> None:
    assert ages(text) == [age]


@pytest.mark.parametrize(
    "text",
    [
        "ze zijn maar 2 uur weg",
        "zij is nog maar 3 weken in 3 hout",
        "hij is 6de van de klas",
        "het is al 9 uur",
        "die is 5 km verder",
        "hij is 2 graad gebleven",
    ],
)
def test_other_numbers_are_no_age(text: str) -> None:
    assert ages(text) == []


def test_an_age_in_words_is_no_unknown_name() -> None:
    strange = Mention("unknown", "zesjarigen", "zesjarigen", at=19)
    assert not with_ages(Question("academy_nearby", "een club in Genk voor zesjarigen", (strange,))).named("unknown")


@pytest.mark.parametrize(
    "text",
    [
        "Dat ding in Genk is vanaf 7",
        "dat is weer vanaf 7 jaar",
        "die club is pas vanaf 7",
        "alles is vanaf 7 jaar hier",
    ],
)
def test_the_age_of_a_row_is_not_that_of_the_child(text: str) -> None:
    named = (Mention("age", "7", "7", at=text.index("7")), Mention("place", "3600 Genk", "Genk", at=text.find("Genk")))
    question = with_ages(Question("inform", text, named, TALK))
    assert question.ages == []
    assert bool(question.named("place")) == ("Genk" not in text)


@pytest.mark.parametrize(
    ("text", "talk"),
    [("iets vanaf 7 jaar in Genk", True), ("is er een kamp vanaf 7 jaar", True), ("dat is vanaf 7 jaar", False)],
)
def test_an_age_that_is_looked_for_stays(text: str, talk: bool) -> None:
    assert ages(text, Mention("age", "7", "7", at=text.index("7")), talk=talk) == [7]
