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
