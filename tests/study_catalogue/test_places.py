"""Places in both databases, with the traps of their names."""

from __future__ import annotations

import pytest

from study_catalogue import Catalogue


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("Genk", ["3600 Genk"]),
        ("genk", ["3600 Genk"]),
        ("Beveren", ["9120 Beveren-Waas", "8791 Beveren", "8800 Beveren"]),
        ("Moerbeke", ["9180 Moerbeke-Waas", "9500 Moerbeke"]),
        ("Aalst", ["9300 Aalst", "3800 Aalst"]),
        ("Halle", ["1500 Halle", "2980 Halle"]),
        ("Tielt", ["8700 Tielt", "3390 Tielt"]),
        ("Nieuwerkerken", ["3850 Nieuwerkerken", "9320 Nieuwerkerken"]),
        ("Kapellen", ["2950 Kapellen", "3381 Kapellen"]),
        ("Mechelen", ["2800 Mechelen"]),
        ("Antwerpen", ["2000 Antwerpen"]),
        ("Meeuwen-Gruitrode", ["3670 Meeuwen"]),
        ("Waterschei", []),
        ("", []),
    ],
)
def test_best_known_first(catalogue: Catalogue, name: str, ids: list[str]) -> None:
    assert [place.id for place in catalogue.places_named(name)] == ids


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Tongeren", "Tongeren-Borgloon"),
        ("Borgloon", "Tongeren-Borgloon"),
        ("Bilzen", "Bilzen-Hoeselt"),
        ("Hoeselt", "Bilzen-Hoeselt"),
        ("Ham", "Tessenderlo-Ham"),
        ("Kortessem", "Hasselt"),
        ("Galmaarden", "Pajottegem"),
        ("Beveren", "Beveren-Kruibeke-Zwijndrecht"),
    ],
)
def test_old_municipality_says_the_new_one(catalogue: Catalogue, old: str, new: str) -> None:
    place = catalogue.places_named(old)[0]
    assert (place.former_municipality, place.municipality) == (old, new)


@pytest.mark.parametrize(
    "name", ["Tongeren-Borgloon", "Bilzen-Hoeselt", "Pajottegem", "Oudsbergen", "Nazareth-De Pinte"]
)
def test_merged_municipality_is_a_place_too(catalogue: Catalogue, name: str) -> None:
    (place,) = catalogue.places_named(name)
    assert place.municipality == name


def test_municipality_that_kept_its_name_has_no_former_one(catalogue: Catalogue) -> None:
    (place,) = catalogue.places_named("Hasselt")
    assert place.former_municipality == ""


def test_by_id(catalogue: Catalogue) -> None:
    place = catalogue.place("3600 Genk")
    assert place is not None
    assert (place.postal_code, place.name, place.province) == ("3600", "Genk", "Limburg")
    assert catalogue.place("0000 Nergens") is None


def test_by_code_main_place_first(catalogue: Catalogue) -> None:
    assert catalogue.places_with_code("3700")[0].name == "Tongeren"
    assert [place.id for place in catalogue.places_with_code(" 3600 ")] == ["3600 Genk"]
    assert catalogue.places_with_code("9999") == []


def test_code_shared_by_two_municipalities(catalogue: Catalogue) -> None:
    assert {place.municipality for place in catalogue.places_with_code("1804")} == {"Vilvoorde", "Zemst"}
