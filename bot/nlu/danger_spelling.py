"""One spelling for what chat, dialect and haste write in many, for the patterns of danger only.

Beside the table of data/danger: a word that is none is taken apart ("kwildood") or becomes the nearest word of
the patterns ("zelfmrod").
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.nlu.words import is_dutch_word, is_name

FEWEST_LETTERS = 4  # of a word that may be two, or be misspelt
SWAPPED = 4  # letters from which two may have changed places
SPELLED = 5  # letters from which a word of the patterns is looked for in a typing error
TWO_ERRORS = 8  # letters from which a word may hold two
START = 7  # letters from which the "zelfmoord" of "zelfmoord*" is looked for in a typing error
# one of these is in nearly every row of words that was typed without spaces
_SMALL = "ik je ze me er in zo mij wij van het een niet meer wil ben heb mijn veel heel durf word kan dat"
JOINED = frozenset(_SMALL.split())
SHORT_FORMS = ("k", "t")  # of "ik" and "het", typed on to the next word
VOWELS = frozenset("aeiouy")
_WORD = re.compile(r"[^\W_]+")
_REPEATED = re.compile(r"(.)\1{2,}")


def words_of(text: str) -> str:
    """The words of a folded text as the patterns want them: with one space behind each."""
    return "".join(f"{word} " for word in _WORD.findall(text))


class DangerSpeller:
    """table: standard form -> the forms it stands for, apart by spaces, `_` for a space within one
    words: what the patterns look for, with a `*` behind a start of words
    """

    def __init__(self, table: Mapping[str, str], words: Collection[str]) -> None:
        pairs = {form.replace("_", " "): standard for standard, forms in table.items() for form in forms.split()}
        self._table = {form: standard for form, standard in pairs.items() if " " not in form}
        self._split = {form: standard for form, standard in pairs.items() if " " in form}
        self._split_forms = re.compile(rf"(?<![^ ])(?:{'|'.join(map(re.escape, self._split)) or '(?!)'})(?= )")
        self._words = frozenset(word.rstrip("*") for word in words) | JOINED
        self._near = _by_first_letter({word for word in {*self._words, *self._table} if len(word) >= SPELLED})
        self._swapped = {swap: word for word in sorted(self._words) if len(word) == SWAPPED for swap in _swaps(word)}
        self._starts = sorted(word[:-1] for word in words if word.endswith("*") and len(word) > START)
        self.word = lru_cache(maxsize=20_000)(self._word)

    def text(self, folded: str) -> str:
        """The words of a folded text, with one space behind each."""
        typed = self._rejoined(words_of(folded))
        return self._rejoined("".join(f"{self.word(word)} " for word in typed.split()))

    def _rejoined(self, text: str) -> str:
        return self._split_forms.sub(lambda found: self._split[found[0]], text)

    def _word(self, word: str) -> str:
        short = self._without_repeats(word)
        if short in self._table:
            return self._table[short]
        if short in self._words or len(short) < FEWEST_LETTERS or not short.isalpha():
            return short
        return self._joined(short) or (short if is_dutch_word(short) else self._corrected(short))

    def _without_repeats(self, word: str) -> str:
        """ "doooood" is "dood", "peeesten" is "pesten"."""
        forms = [_REPEATED.sub(times, word) for times in (r"\1\1", r"\1")]
        return next((form for form in forms if form in self._words or form in self._table), forms[-1])

    def _joined(self, word: str) -> str:
        """Words of which one is small ("durfniet"): no Dutch word, though the word list may think so."""
        found = self._pieces(word)
        return self._apart(found) if JOINED.intersection(found) else ""

    def _corrected(self, word: str) -> str:
        """Of a word that is none: the words it was made of, else the nearest word."""
        found = next((found for short in SHORT_FORMS if (found := self._pieces(word, short))), [])
        return self._apart(found) or self._nearest(word) or self._with_nearest_start(word) or word

    def _apart(self, found: list[str]) -> str:
        return " ".join(self._table.get(piece, piece) for piece in found)

    def _pieces(self, word: str, first: str = "") -> list[str]:
        """The longest words of the patterns that make up `word`, [] without; `first` may be its first piece too."""
        for length in range(len(word), 0, -1):
            piece, rest = word[:length], word[length:]
            if piece == first or self._is_piece(piece):
                pieces = self._pieces(rest)
                if pieces or not rest:
                    return [piece, *pieces]
        return []

    def _is_piece(self, text: str) -> bool:
        return text in self._words or (len(text) > 2 and text in self._table)

    def _nearest(self, word: str) -> str:
        """The word of the patterns that a typing error made this one; the first letter is seldom the wrong one."""
        if word in self._swapped:
            return self._swapped[word]
        edits = 1 if len(word) < TWO_ERRORS else 2
        hits = process.extract(word, self._near.get(word[0], []), scorer=OSA.distance, score_cutoff=edits, limit=None)
        hit = next((hit for hit, _, _ in hits if is_slip(word, hit)), "")
        return self._table.get(hit, hit)

    def _with_nearest_start(self, word: str) -> str:
        """ "zelfmmoordplannen" begins with a misspelt "zelfmoord"."""
        for start in self._starts:
            for length in range(len(start) - 1, len(start) + 2):
                if word[0] == start[0] and OSA.distance(word[:length], start, score_cutoff=1) <= 1:
                    return start + word[length:]
        return ""


def is_slip(typed: str, meant: str) -> bool:
    """Nobody types a vowel for a consonant ("peeters" are no "pesters"), nor another letter within a name ("mieke")."""
    if len(typed) != len(meant) or sorted(typed) == sorted(meant):
        return True
    alike = all((a in VOWELS) == (b in VOWELS) for a, b in zip(typed, meant, strict=True))
    return alike and not is_name(typed)


def _swaps(word: str) -> list[str]:
    """The word with two neighbours swapped, not the first letter."""
    return [word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(1, len(word) - 1)]


def _by_first_letter(words: Collection[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word in sorted(words):
        found.setdefault(word[0], []).append(word)
    return found
