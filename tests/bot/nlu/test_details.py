from __future__ import annotations

import pytest

from bot.nlu.details import Detail, find_details, load_patterns

PATTERNS = load_patterns()
KNOWN_CODES = {"3600", "2020", "8500"}


def details(text: str) -> list[Detail]:
    return find_details(text, PATTERNS, KNOWN_CODES.__contains__)


def values(text: str, kind: str) -> list[str]:
    return [detail.value for detail in details(text) if detail.kind == kind]


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("voor een kind van 9", "9"),
        ("mijn dochter is 12 jaar", "12"),
        ("een 13-jarige", "13"),
        ("ik word 16, is dat te oud", "16"),
        ("waar kan dat als ik 11 ben", "11"),
        ("meisje van twaalf wil programmeren", "12"),
        ("negen jaar", "9"),
        ("mijn kind is -3 jaar", "-3"),
        ("op mijn 38ste", "38"),
        ("iemand van 150 jaar", "150"),
    ],
)
def test_an_age_is_read(text: str, age: str) -> None:
    assert values(text, "age") == [age]


@pytest.mark.parametrize(
    "text",
    [
        "in het 5de jaar",
        "7 jaar ervaring",
        "het 3de middelbaar",
        "2 dagen school",
        "20 uur per week",
        "lijst van 2026",
        "top 10",
    ],
)
def test_other_numbers_are_no_ages(text: str) -> None:
    assert values(text, "age") == []


def test_an_age_in_words_stands_on_its_words() -> None:
    text = "een meisje van twaalf wil programmeren"
    (age,) = [detail for detail in details(text) if detail.kind == "age"]
    assert text[age.start : age.end] == "twaalf"


@pytest.mark.parametrize(
    ("text", "kind", "code"),
    [
        ("iets voor 3600", "place_code", "3600"),
        ("3600 Genk", "place_code", "3600"),
        ("in 9999", "postal_code", "9999"),
        ("2020", "place_code", "2020"),
    ],
)
def test_a_postal_code_is_known_or_not(text: str, kind: str, code: str) -> None:
    assert values(text, kind) == [code]


@pytest.mark.parametrize("text", ["de lijst van 2020", "1000 euro", "2500 leerlingen", "in 2026"])
def test_years_and_amounts_are_no_postal_codes(text: str) -> None:
    assert values(text, "place_code") + values(text, "postal_code") == []


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("richtingen in de 2de graad", "level", "so-2"),
        ("het vijfde jaar", "level", "so-3"),
        ("een 7de jaar", "level", "so-7"),
        ("een graduaat", "level", "graduaat"),
        ("dubbele finaliteit", "finality", "dubbel"),
        ("vroeger tso", "finality", "dubbel"),
        ("veel praktijk", "practice", "praktisch"),
        ("voor meisjes", "focus", "meisjes"),
        ("in de paasvakantie", "focus", "vakantie"),
        ("en duaal?", "dual", "yes"),
        ("mijn zoon wil iets technisch", "audience", "parent"),
        ("ik ben een mama van twee", "audience", "parent"),
    ],
)
def test_words_that_narrow_down(text: str, kind: str, value: str) -> None:
    assert value in values(text, kind)


@pytest.mark.parametrize("text", ["mijn broer wil lasser worden", "ik ben Fatima", "ik ben een meisje", "hallo"])
def test_nobody_is_taken_for_a_parent_unasked(text: str) -> None:
    assert values(text, "audience") == []
