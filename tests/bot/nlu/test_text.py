from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.text import fold, pieces, squash, stem


@given(st.text())
def test_folding_keeps_every_position(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=0x24F)))
def test_pieces_point_into_the_message(text: str) -> None:
    for piece in pieces(text):
        assert fold(text)[piece.start : piece.end] == piece.text


def test_accents_hyphens_and_marks_do_not_matter() -> None:
    assert fold("Bio-ingénieur, É!").split() == ["bio", "ingenieur", "e"]


@pytest.mark.parametrize(
    ("plural", "single"),
    [
        ("lassers", "lasser"),
        ("technieken", "techniek"),
        ("verpleegkundigen", "verpleegkundige"),
        ("monteurs", "monteur"),
    ],
)
def test_plural_and_singular_meet(plural: str, single: str) -> None:
    assert squash([plural]) == squash([single])


def test_short_words_keep_their_ending() -> None:
    assert stem("bus") == "bus"


def test_split_and_joined_names_share_a_key() -> None:
    assert squash(["koel", "technicus"]) == squash(["koeltechnicus"])
