from __future__ import annotations

import pytest

from bot.nlu.entity import Entity
from bot.nlu.unknown import unknown_names

DOMAIN = {"wat", "doet", "richting", "jobs", "kan", "duaal", "doen"}


def unknown(text: str, found: list[Entity] | None = None) -> list[str]:
    return [entity.value for entity in unknown_names(text, found or [], DOMAIN, text.lower())]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("wat is zwembadtechniek", ["zwembadtechniek"]),
        ("wat doet een Kwantumloodgieter Deluxe", ["Kwantumloodgieter Deluxe"]),
        ("kan ik rechten duaal doen", ["rechten"]),
        ("en de jobs", []),
        ("wat zotjes", []),
        ("", []),
    ],
)
def test_unknown_names_stand_where_a_name_stands(text: str, names: list[str]) -> None:
    assert unknown(text) == names


def test_recognised_names_are_not_unknown() -> None:
    assert unknown("wat is houttechnieken", [Entity("option", "Houttechnieken", 7, 21, "houttechnieken")]) == []


def test_an_unknown_name_points_into_the_message() -> None:
    text = "wat is Zwembadtechniek?"
    (entity,) = unknown_names(text, [], DOMAIN, "wat is zwembadtechniek")
    assert text[entity.start : entity.end] == entity.value == "Zwembadtechniek"


def test_a_typing_error_that_was_put_right_is_no_unknown_name() -> None:
    assert unknown_names("is dat knelpundberoep", [], DOMAIN, "is dat knelpuntberoep") == []
