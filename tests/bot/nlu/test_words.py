from __future__ import annotations

import pytest

from bot.nlu.words import is_dutch_word


@pytest.mark.parametrize("word", ["richting", "bestaat", "scholen", "koeltechnicus", "geel"])
def test_dutch_words(word: str) -> None:
    assert is_dutch_word(word)


@pytest.mark.parametrize("word", ["rihcting", "hasselt", "zonhove", "qsdf", "leuve"])
def test_typing_errors_and_names_are_none(word: str) -> None:
    assert not is_dutch_word(word)
