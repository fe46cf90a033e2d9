from __future__ import annotations

import pytest

from bot.nlu.recognise import Recogniser


def found(recogniser: Recogniser, text: str) -> list[tuple[str, str]]:
    kinds = {"theme", "finality", "practice", "dual", "focus", "place", "excluded"}
    return [(entity.kind, entity.value) for entity in recogniser.entities(text) if entity.kind in kinds]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("iets met computers maar geen doorstroom", [("theme", "ict"), ("excluded", "finality:doorstroom")]),
        ("richtingen zonder wiskunde", [("excluded", "theme:wiskunde")]),
        ("niet te veel theorie", [("practice", "praktisch")]),
        ("zonder veel praktijk", [("practice", "theoretisch")]),
        ("richtingen die niet duaal zijn", [("excluded", "dual:yes")]),
        ("academie in Genk niet over robots", [("place", "3600 Genk"), ("excluded", "theme:robotica")]),
        ("niet in Genk maar in Hasselt", [("excluded", "place:3600 Genk"), ("place", "3500 Hasselt")]),
    ],
)
def test_what_is_taken_away_is_no_filter(recogniser: Recogniser, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(recogniser, text) == expected


@pytest.mark.parametrize(
    "text",
    ["ik weet niet wat duaal is", "niet alleen robots", "is dat geen probleem in Genk", "kan dat niet ook duaal"],
)
def test_other_negations_take_nothing_away(recogniser: Recogniser, text: str) -> None:
    assert "excluded" not in dict(found(recogniser, text))


def test_a_lone_place_stays(recogniser: Recogniser) -> None:
    assert found(recogniser, "niet in Genk") == [("place", "3600 Genk")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("iets met amper wiskunde", "theme:wiskunde"),
        ("waar heb je het minste chemie", "theme:chemie"),
        ("tekenen wel maar chemie niet", "theme:chemie"),
        ("biologie vind ik echt niet leuk", "theme:biologie"),
        ("alles behalve lasser", "job:Manueel lasser"),
    ],
)
def test_little_dislike_and_except(recogniser: Recogniser, text: str, value: str) -> None:
    assert ("excluded", value) in found(recogniser, text)


@pytest.mark.parametrize("text", ["is chemie niet te zwaar", "geen wiskunde, robots wel", "weinig werk in de bouw"])
def test_a_question_and_another_clause_take_nothing_away(recogniser: Recogniser, text: str) -> None:
    assert not {"theme:chemie", "theme:robotica", "theme:bouw"} & {value for _, value in found(recogniser, text)}


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("iets met hout na het 2de middelbaar", ("so-1", "after")),
        ("ik zit in het vierde en wil hout", ("so-2", "last")),
        ("ik zit in het derde en wil hout", ("so-2", "now")),
        ("welke richtingen in het 5e", ("so-3", "name")),
        ("na de 2de graad hout", ("so-2", "after")),
    ],
)
def test_years_and_when_they_are_meant(recogniser: Recogniser, text: str, level: tuple[str, str]) -> None:
    assert level in [(entity.value, entity.basis) for entity in recogniser.entities(text) if entity.kind == "level"]


def test_an_abbreviation_that_is_a_dialect_word_counts_in_capitals(recogniser: Recogniser) -> None:
    assert not [e for e in recogniser.entities("kan dae dat in Bree ook") if e.kind == "option"]
    assert [e for e in recogniser.entities("wat leer je in DAE") if e.kind == "option"]
    assert not [e for e in recogniser.entities("kinne de slagers ook duaal leren") if "Kine" in e.value]
