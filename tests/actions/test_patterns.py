"""The regular expressions of our data files."""

from __future__ import annotations

import pytest

from actions import patterns
from actions.patterns import SIGNS, begin_of, filled, finds, finds_of, plain


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("hout", "laat hout maar", True),
        ("Hout", "laat hout maar", True),
        ("hout", "laat houttechnieken maar", False),
        ("c++", "laat c++ maar", True),
        ("c.+", "laat c++ maar", False),
    ],
)
def test_a_pattern_is_filled_with_the_words_of_a_message(words: str, text: str, found: bool) -> None:
    assert finds_of(("(laat|zonder) {name} maar",), text, name=plain(words)) is found


def test_parts_may_be_expressions_of_our_own() -> None:
    assert filled(("{one} en {other}",), one="a|b", other="c") == ("a|b en c",)


def test_words_of_a_message_are_not_kept() -> None:
    kept = patterns._compiled.cache_info().currsize
    assert finds_of(("{name}",), "jan", name=plain("jan"))
    assert patterns._compiled.cache_info().currsize == kept
    assert finds(("jan",), "jan") and patterns._compiled.cache_info().currsize == kept + 1


def test_where_a_part_of_a_message_begins() -> None:
    text = "hallo, ik zoek iets. voor hout"
    assert text[begin_of(SIGNS, text, text.index("hout")) :] == " voor hout"
    assert begin_of(SIGNS, text, 2) == 0
