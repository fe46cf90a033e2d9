from __future__ import annotations

from types import SimpleNamespace

import pytest

from bot.nlu import words
from bot.nlu.words import is_dutch_word, is_name


@pytest.mark.parametrize("word", ["richting", "bestaat", "scholen", "koeltechnicus", "geel"])
def test_dutch_words(word: str) -> None:
    assert is_dutch_word(word)


@pytest.mark.parametrize("word", ["rihcting", "hasselt", "zonhove", "qsdf", "leuve"])
def test_typing_errors_and_names_are_none(word: str) -> None:
    assert not is_dutch_word(word)


@pytest.mark.parametrize(("word", "name"), [("peeters", True), ("hasselt", True), ("roos", False), ("zelfmrod", False)])
def test_a_name_is_known_in_lower_case(word: str, name: bool) -> None:
    assert is_name(word) == name


def test_a_long_compound_is_taken_apart_but_not_spelled(monkeypatch: pytest.MonkeyPatch) -> None:
    """hunspell's `spell` takes 60 to 80 ms of processor time for each of these, `analyze` 0.2."""
    compounds = ["moerasingenieurswetenschappen", "bodemklankwetenschappen", "lichtvlechttechnieken"]
    real, spelled = words._speller(), list[str]()
    stub = SimpleNamespace(analyze=real.analyze, spell=lambda word: spelled.append(word) or real.spell(word))
    monkeypatch.setattr(words, "_speller", lambda: stub)
    is_dutch_word.cache_clear()
    assert not any(map(is_dutch_word, compounds)) and spelled == []
    assert is_dutch_word("richting") and spelled == ["richting"]
