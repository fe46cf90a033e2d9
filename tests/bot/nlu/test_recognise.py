"""On the real catalogue: what Flemish pupils and parents type, and what must be recognised in it."""

from __future__ import annotations

import pytest

from bot.nlu.recognise import Recogniser, with_placeholders
from study_catalogue import Catalogue


def found(recogniser: Recogniser, text: str, kind: str) -> list[str]:
    return [entity.value for entity in recogniser.entities(text) if entity.kind == kind]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("iets in Genk", "3600 Genk"),
        ("3600", "3600 Genk"),
        ("hasslet", "3500 Hasselt"),
        ("bij mij in Hoeselt", "3730 Hoeselt"),
        ("in Beveren", "9120 Beveren-Waas"),
        ("omgeving Kortijk", "8500 Kortrijk"),
    ],
)
def test_places(recogniser: Recogniser, text: str, place: str) -> None:
    assert found(recogniser, text, "place")[0] == place


def test_unknown_neighbourhoods_stay_unknown(recogniser: Recogniser) -> None:
    assert found(recogniser, "iets in Waterschei", "place") == []


def test_an_unknown_code_is_told_apart(recogniser: Recogniser) -> None:
    assert found(recogniser, "voor 9999", "postal_code") == ["9999"]


def test_a_level_in_the_message_chooses_the_reading(recogniser: Recogniser) -> None:
    assert found(recogniser, "bachelor elektromechanica", "option") == ["Professionele bachelor elektromechanica"]


def test_names_that_are_too_general_are_muted(recogniser: Recogniser) -> None:
    assert found(recogniser, "wat is stem", "option") == []


@pytest.mark.parametrize(
    ("text", "theme"), [("iets over robots", "robotica"), ("houtrichtingen", "hout"), ("de bouwsector", "bouw")]
)
def test_themes_alone_and_in_compounds(recogniser: Recogniser, text: str, theme: str) -> None:
    assert found(recogniser, text, "theme") == [theme]


def test_names_become_placeholders(recogniser: Recogniser) -> None:
    text = "Wat kan ik worden met Houttechnieken in Genk?"
    assert (
        with_placeholders(text, recogniser.entities(text)).split()
        == "wat kan ik worden met _option_ in _place_".split()
    )


def test_entities_carry_what_a_counsellor_wants_to_see(recogniser: Recogniser) -> None:
    (entity,) = [entity for entity in recogniser.entities("houtechnieken") if entity.kind == "option"]
    assert entity.as_dict() == {
        "entity": "option",
        "value": "Houttechnieken",
        "start": 0,
        "end": 13,
        "text": "houtechnieken",
        "candidates": [],
        "basis": "typo",
    }


def test_every_name_of_the_catalogue_is_recognised_as_itself(recogniser: Recogniser, catalogue: Catalogue) -> None:
    """A new row needs no training: each option and job is found by its own name."""
    names = [name for name in catalogue.names() if name.basis == "name" and name.kind in ("option", "job")]
    missed = [name.text for name in names if name.target not in found(recogniser, name.text, name.kind)]
    assert len(names) > 500
    assert missed == []


def test_a_town_is_not_a_theme_that_sounds_like_it(recogniser: Recogniser) -> None:
    """ "Brugge" shares its stem with "bruggen", a word of the theme bouw; what stands there as written wins."""
    assert found(recogniser, "stem academie in Brugge", "place") == ["8000 Brugge"]
    assert found(recogniser, "stem academie in Brugge", "theme") == []


def test_no_municipality_carries_a_theme(recogniser: Recogniser, catalogue: Catalogue) -> None:
    towns = {name.text for name in catalogue.names() if name.kind == "place"}
    assert [town for town in sorted(towns) if found(recogniser, f"STEM-academie in {town}", "theme")] == []
