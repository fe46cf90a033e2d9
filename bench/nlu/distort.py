"""The same sentence as a hurried or a Flemish hand types it: seeded, so that every pipeline meets the same errors.

Nothing of the assistant is used here: rules and table (dialect.csv) are the bench's own, and names are not spared.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from random import Random

TYPO_SHARE = 0.25  # of the words of four letters and more
DIALECT_SHARE = 0.5  # of the words and phrases that the table knows
JOIN_SHARE = 0.04  # of the spaces next to a short word
TABLE = Path(__file__).with_name("dialect.csv")
_KEYBOARD = ("azertyuiop", "qsdfghjklm", "wxcvbn")  # as on Belgian desks
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_SPACE = re.compile(r"(?<=[^\W\d_]) (?=[^\W\d_])")
_SHORT = re.compile(r"\b\w{1,3}$")


def typos(text: str, seed: int) -> str:
    """A wrong, doubled, missing or swapped letter in a quarter of the longer words, and now and then a lost space."""
    random = Random(f"typos {seed} {text}")

    def one(match: re.Match[str]) -> str:
        return _mistyped(match[0], random) if random.random() < TYPO_SHARE else match[0]

    return _joined(_LONG_WORD.sub(one, text), random)


def dialect(text: str, seed: int) -> str:
    """Chat and Flemish forms for half of what the table knows, the longest phrase first."""
    random = Random(f"dialect {seed} {text}")

    def one(match: re.Match[str]) -> str:
        if random.random() >= DIALECT_SHARE:
            return match[0]
        said = random.choice(forms()[match[0].lower()])
        return said.capitalize() if match[0][0].isupper() else said

    return _phrases().sub(one, text)


def both(text: str, seed: int) -> str:
    return typos(dialect(text, seed), seed)


@lru_cache(maxsize=1)
def forms() -> dict[str, list[str]]:
    """What is said instead, by the standard form."""
    found: dict[str, list[str]] = {}
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["standard"], []).append(row["said"])
    return found


@lru_cache(maxsize=1)
def _phrases() -> re.Pattern[str]:
    longest_first = sorted(forms(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)


def _joined(text: str, random: Random) -> str:
    """Some spaces behind or before a word of up to three letters are gone: "inde buurt"."""

    def one(match: re.Match[str]) -> str:
        after = re.match(r"\w{1,3}\b", text[match.end() :])
        short = _SHORT.search(text[: match.start()]) or after
        return "" if short and random.random() < JOIN_SHARE else " "

    return _SPACE.sub(one, text)


def _mistyped(word: str, random: Random) -> str:
    """One error, not in the first letter; the word itself where the error would not show."""
    error: Callable[[str, int, Random], str] = random.choice([_swap, _drop, _double, _neighbour])
    return error(word, random.randrange(1, len(word)), random)


def _swap(word: str, at: int, _: Random) -> str:
    at = min(at, len(word) - 2)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _drop(word: str, at: int, _: Random) -> str:
    return word[:at] + word[at + 1 :]


def _double(word: str, at: int, _: Random) -> str:
    return word[: at + 1] + word[at:]


def _neighbour(word: str, at: int, random: Random) -> str:
    beside = _beside(word[at].lower())
    return word[:at] + random.choice(beside) + word[at + 1 :] if beside else word


def _beside(letter: str) -> str:
    """The keys left and right of a letter."""
    row = next((row for row in _KEYBOARD if letter in row), "")
    at = row.find(letter)
    return row[max(at - 1, 0) : at] + row[at + 1 : at + 2] if row else ""
