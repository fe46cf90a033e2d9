from __future__ import annotations

import pytest

from bot.nlu.names import NameIndex, Spelling, allowed_edits
from study_catalogue.records import Name

NAMES = [
    Name("Elektromechanische technieken", "option", "Elektromechanische technieken", "name"),
    Name("Elektromechanica", "option", "Elektromechanische technieken", "old_name"),
    Name("Bouw", "option", "Bouw", "name"),
    Name("Houttechnieken", "option", "Houttechnieken", "name"),
    Name("Koeltechnicus", "job", "Koeltechnicus", "name"),
    Name("Lasser", "job", "Manueel lasser", "alias"),
    Name("Dakwerker", "job", "Dakwerker", "name"),
    Name("Dakwerker", "option", "Dakwerker duaal", "alias"),
    Name("Beveren", "place", "9120 Beveren-Waas", "name"),
    Name("Beveren", "place", "8791 Beveren", "name"),
    Name("Geel", "place", "2440 Geel", "name"),
    Name("Voorde", "place", "9400 Voorde", "name"),
    Name("Maasmechelen", "place", "3630 Maasmechelen", "name"),
    Name("Mechelen", "place", "2800 Mechelen", "name"),
]
WORDS = frozenset("wat is een geel de het huis voor bouwen lasser worden in van en koel technicus met".split())


@pytest.fixture(scope="module")
def index() -> NameIndex:
    return NameIndex(NAMES, WORDS.__contains__)


def found(index: NameIndex, text: str) -> list[tuple[str, str, str]]:
    return [(hit.entry.kind, hit.entry.targets[0], hit.basis) for hit in index.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("wat is Elektromechanische Technieken?", ("option", "Elektromechanische technieken", "name")),
        ("met elektromechanica", ("option", "Elektromechanische technieken", "old_name")),
        ("elektromegganica", ("option", "Elektromechanische technieken", "typo")),
        ("elektro mechanische technieken", ("option", "Elektromechanische technieken", "name")),
        ("houttechniek", ("option", "Houttechnieken", "name")),
        ("hout technieken", ("option", "Houttechnieken", "name")),
        ("een koel technicus", ("job", "Koeltechnicus", "name")),
        ("koeltechnikus", ("job", "Koeltechnicus", "typo")),
        ("lassers", ("job", "Manueel lasser", "alias")),
        ("in maasmechelen", ("place", "3630 Maasmechelen", "name")),
        ("in maasmechlen", ("place", "3630 Maasmechelen", "typo")),
    ],
)
def test_a_name_is_found_however_it_is_written(index: NameIndex, text: str, expected: tuple[str, str, str]) -> None:
    assert found(index, text) == [expected]


def test_the_longest_name_wins(index: NameIndex) -> None:
    assert found(index, "wonen in Maasmechelen") == [("place", "3630 Maasmechelen", "name")]


def test_one_span_may_be_an_option_and_a_job(index: NameIndex) -> None:
    assert {kind for kind, _, _ in found(index, "dakwerker")} == {"option", "job"}


def test_a_shared_name_keeps_all_places(index: NameIndex) -> None:
    assert index.find("in Beveren")[0].entry.targets == ("9120 Beveren-Waas", "8791 Beveren")


@pytest.mark.parametrize("text", ["het huis is geel", "een geel huis", "voor de bouwen", "bouwen", "wat is dat", ""])
def test_common_words_are_not_taken_for_names(index: NameIndex, text: str) -> None:
    assert found(index, text) == []


@pytest.mark.parametrize("text", ["in Geel", "geel", "ik woon in geel", "2440 Geel"])
def test_a_place_that_is_a_common_word_needs_a_sign(index: NameIndex, text: str) -> None:
    assert found(index, text) == [("place", "2440 Geel", "name")]


def test_the_span_points_at_what_was_typed(index: NameIndex) -> None:
    text = "ik wil Koeltechnicus worden"
    hit = index.find(text)[0]
    assert (text[hit.start : hit.end], hit.text) == ("Koeltechnicus", "Koeltechnicus")


@pytest.mark.parametrize(("length", "edits"), [(4, 0), (5, 1), (8, 2), (12, 3)])
def test_longer_names_may_hold_more_errors(length: int, edits: int) -> None:
    assert allowed_edits(length) == edits


def test_equal_readings_keep_the_order_of_the_catalogue() -> None:
    """A set would order them by itself, anew in every process, and what comes first is answered first."""
    names = [Spelling("opticien", "option", "een", "name"), Spelling("opticiens", "job", "twee", "name")]
    for ordered in (names, names[::-1]):
        hits = NameIndex(ordered, WORDS.__contains__).find("opticen")
        assert [hit.entry.kind for hit in hits] == [name.kind for name in ordered]
