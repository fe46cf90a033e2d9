"""Places whose name is also another word."""

from __future__ import annotations

import pytest
from wordfreq import zipf_frequency

from bot.nlu.place_words import is_everyday
from bot.nlu.recognise import Recogniser
from bot.nlu.words import is_dutch_word
from study_catalogue import Catalogue

VERY_COMMON = 4.6  # Zipf: as common as "melden"
TOWNS = {"boom", "as"}  # as common, but a town of some size: any word of place before it will do


def _places(recogniser: Recogniser, text: str) -> list[str]:
    return [entity.value.partition(" ")[2] for entity in recogniser.entities(text) if entity.kind == "place"]


@pytest.mark.parametrize(
    "text",
    [
        "veel praktijk, en liefst al ergens werken",
        "is elektriciteit goed voor werken in de bouw",
        "iets tussen werken en leren",
        "is het moeilijk om een diploma te halen",
        "IK WIL EEN DIPLOMA TE HALEN",
        "in andere landen studeren",
        "werken in landen als Duitsland",
        "een gesprek te voeren met de school",
        "voor meer info over duaal",
        "mijn zoon Brecht is 8 en houdt van robots",
        "Veerle wil lasser worden",
        "ik ben goed in geel schilderen",
        "leert ge van boom tot plank werken",
    ],
)
def test_a_common_word_or_a_first_name_is_no_place(recogniser: Recogniser, text: str) -> None:
    assert _places(recogniser, text) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("ik woon in halen", "Halen"),
        ("3545 halen", "Halen"),
        ("Halen", "Halen"),
        ("wij wonen te halen", "Halen"),
        ("wij komen uit landen", "Landen"),
        ("in de buurt van landen met robots", "Landen"),
        ("ik zoek iets in Werken", "Werken"),
        ("is er een school in Menen", "Menen"),
        ("is er iets in brecht voor kinderen", "Brecht"),
        ("mijn dochter Jette woont in Jette", "Jette"),
        ("van mol naar Geel", "Mol"),
        ("en voor geel?", "Geel"),
        ("wij gaan naar ham", "Ham"),
    ],
)
def test_the_same_word_with_a_sign_of_place_is_the_place(recogniser: Recogniser, text: str, place: str) -> None:
    assert place in _places(recogniser, text)


def test_every_very_common_word_takes_more_to_be_a_place(catalogue: Catalogue) -> None:
    names = {name.text.lower() for name in catalogue.names() if name.kind == "place"}
    common = {name for name in names if is_dutch_word(name) and zipf_frequency(name, "nl") >= VERY_COMMON}
    assert {name for name in common if not is_everyday(name)} <= TOWNS
