from __future__ import annotations

import pytest

from bot.nlu.phrases import Phrases, blocks_of

BLOCKS = blocks_of({"me": "mij, me", "hits": "slaat, klopt op, schop*", "wish": "<me>, zou graag"})


def found(pattern: str, text: str) -> bool:
    return Phrases([pattern], BLOCKS).found(f"{text} " if text else "")


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("wil dood", "ik wil dood"),
        ("wil|wou dood", "ik wou dood zijn"),
        ("wil . dood", "wil nu dood"),
        ("wil .. dood", "wil dood"),
        ("wil .. dood", "wil een twee drie vier dood"),
        ("wil ... dood", "wil een twee drie vier vijf zes dood"),
        ("wil nu? dood", "wil dood"),
        ("wil nu? dood", "wil nu dood"),
        ("zelfmoord*", "zelfmoordgedachten"),
        ("zelfmoord*", "zelfmoord"),
        ("<hits> <me>", "papa klopt op mij"),
        ("<hits> <me>", "schopte me"),
        ("<wish> weg", "mij weg"),
        ("het_leven|alles beu", "ben het leven beu"),
        ("^ help $", "help"),
        ("kan niet meer $", "ik kan niet meer"),
        ("papa & slaat & mij", "slaat papa altijd mij"),
        ("papa & slaat & mij", "mij slaat mijn papa"),
    ],
)
def test_what_a_pattern_finds(pattern: str, text: str) -> None:
    assert found(pattern, text)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("wil dood", "ik wil doodgraag"),
        ("wil dood", "dood wil"),
        ("wil dood", "onwil dood"),
        ("wil . dood", "wil een twee dood"),
        ("wil .. dood", "wil een twee drie vier vijf dood"),
        ("wil .. dood", "wil ~ dood"),
        ("^ help $", "help mij"),
        ("^ help $", "ik help"),
        ("kan niet meer $", "kan niet meer kiezen"),
        ("papa & slaat & mij", "papa slaat"),
        ("het_leven|alles beu", "leven beu"),
        ("wil dood", ""),
    ],
)
def test_what_a_pattern_does_not_find(pattern: str, text: str) -> None:
    assert not found(pattern, text)


def test_patterns_are_found_each_by_its_own_words() -> None:
    phrases = Phrases(["ik wil dood", "ik wil weg", "ik word gepest", "ik kras*"], BLOCKS)
    assert all(phrases.found(text) for text in ("ik wil weg ", "ik wil dood ", "ik word gepest ", "ik krassen "))
    assert not phrases.found("ik wil lassen ")


def test_what_is_taken_out_leaves_the_rest() -> None:
    phrases = Phrases(["dood van het lachen", "mijn gsm", "gsm is dood"], BLOCKS)
    assert phrases.masked("ik ga dood van het lachen en wil weg ") == "ik ga ~ en wil weg "
    assert phrases.masked("mijn gsm is dood nu ") == "~ ~ nu "  # matches may overlap
    assert phrases.masked("ik wil lassen ") == "ik wil lassen "


def test_an_unknown_block_is_an_error() -> None:
    with pytest.raises(KeyError):
        Phrases(["<nobody> slaat"], BLOCKS)


def test_a_pattern_that_needs_no_word_is_an_error() -> None:
    with pytest.raises(ValueError):
        Phrases([".. mij?"], BLOCKS)
