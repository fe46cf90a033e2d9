"""Folding and splitting of Dutch text. Folding keeps every character's position, so spans point into what the user
typed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import spacy
from spacy.language import Language

_JOINERS = str.maketrans(dict.fromkeys("-–—/_+|'’`´\"“”(){}[]<>*,;:!?…&", " "))
_SENTENCE_DOT = re.compile(r"\.(?=\s|$|\.)")


@lru_cache(maxsize=1)
def dutch() -> Language:
    """spaCy's Dutch tokenizer. No model: none can be had beside rasa's spaCy 3.4."""
    return spacy.blank("nl")


def _fold_char(char: str) -> str:
    plain = unicodedata.normalize("NFKD", char)[0].lower()
    return plain if len(plain) == 1 else char


def plain(text: str) -> str:
    """Lower case without accents, marks kept; same length as `text`."""
    return text.lower() if text.isascii() else "".join(map(_fold_char, text))


def fold(text: str) -> str:
    """As `plain`, with joiners and sentence marks as spaces; same length as `text`."""
    return _SENTENCE_DOT.sub(" ", plain(text).translate(_JOINERS))


@dataclass(frozen=True)
class Piece:
    """A word of the folded text with its position in the original: text[start:end]."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=1)
def pieces(text: str) -> tuple[Piece, ...]:
    """Words of a message, folded. Every step of understanding asks for them, so those of the message in hand stay."""
    doc = dutch().make_doc(fold(text))
    return tuple(Piece(token.text, token.idx, token.idx + len(token.text)) for token in doc if not token.is_space)


def uncovered(words: Iterable[Piece], spans: Iterable[tuple[int, int]]) -> list[Piece]:
    """The words that start outside of every span."""
    covered = {index for start, end in spans for index in range(start, end)}
    return [word for word in words if word.start not in covered]


_ENDINGS = ("en", "s", "e", "n")


def stem(word: str) -> str:
    """Cut a plural or inflection ending: "lassers" and "lasser", "technieken" and "techniek" meet. Not a lemma."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return _undouble(word[: -len(ending)])
    return word


def _undouble(word: str) -> str:
    return word[:-1] if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "aeiou" else word


def squash(words: list[str]) -> str:
    """One key for a name however it is split or joined: "koel technicus", "koeltechnicus"."""
    return "".join([*words[:-1], stem(words[-1])]) if words else ""
