"""Chat spelling and typing errors to standard Dutch, for the intent model only; names keep what the user typed."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.nlu.lexicon import FOLDER
from bot.nlu.words import is_dutch_word

CHAT_SPELLING = FOLDER / "chat_spelling.csv"
_WORD = re.compile(r"_\w+_|\w+")
_REPEATED = re.compile(r"(.)\1{2,}")


@lru_cache(maxsize=2)
def load_chat_spelling(path: Path = CHAT_SPELLING) -> dict[str, str]:
    """form -> standard, both in lower case."""
    with path.open(encoding="utf-8", newline="") as file:
        return {row["form"]: row["standard"] for row in csv.DictReader(file)}


class Speller:
    """Table first; then a word that no Dutch word list knows becomes the nearest word of the vocabulary, if one is
    near."""

    def __init__(self, table: dict[str, str], vocabulary: Iterable[str]) -> None:
        self.table = table
        self.vocabulary = sorted({word for word in vocabulary if len(word) >= 4})
        self._known = set(self.vocabulary)
        self._about_as_long = lru_cache(maxsize=None)(self._find_about_as_long)
        self.correct = lru_cache(maxsize=20_000)(self._correct)

    def normalise(self, text: str) -> str:
        """`text` (folded, with placeholders) in standard spelling, words apart by one space."""
        return " ".join(self.correct(word) for word in _WORD.findall(text))

    def _correct(self, word: str) -> str:
        if word in self.table:
            return self.table[word]
        short = _REPEATED.sub(r"\1", word)
        if word.startswith("_") or len(short) < 4 or not short.isalpha():
            return self.table.get(short, short)
        if short in self._known or is_dutch_word(short):
            return short
        return self.table.get(short) or self._nearest(short)

    def _nearest(self, word: str) -> str:
        edits = 1 if len(word) < 7 else 2
        hit = process.extractOne(word, self._about_as_long(len(word), edits), scorer=OSA.distance, score_cutoff=edits)
        return hit[0] if hit else word

    def _find_about_as_long(self, length: int, edits: int) -> list[str]:
        return [word for word in self.vocabulary if abs(len(word) - length) <= edits]


def vocabulary_of(texts: Iterable[str], at_least: int = 2) -> list[str]:
    """Words that occur `at_least` times in training texts and are Dutch words: what a typing error may stand for."""
    counts = Counter(word for text in texts for word in _WORD.findall(text) if word.isalpha())
    return sorted(word for word, count in counts.items() if count >= at_least and is_dutch_word(word))
