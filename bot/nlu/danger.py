"""Calls for help by their words, beside the topic model: a retrained model must not lose them.

The words are data: data/danger. Nothing here is trained, so they may change without training.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any, Literal

import yaml

from bot.nlu.danger_spelling import DangerSpeller, words_of
from bot.nlu.phrases import Phrases, blocks_of
from bot.nlu.text import fold
from bot.nlu.words import is_dutch_word, is_name

Danger = Literal["call", "words", "none"]
DATA = Path(__file__).resolve().parents[2] / "data" / "danger"
CALLS = ("calls_own", "calls_others")
BESIDE_STUDIES = ("calm", "calm_beside_studies")
OPINIONS = "calm_opinions"  # beside studies too, where no word of danger stands in it
FEW_BESIDE = 4  # words beside what is calm
NAME = "01"  # signs of a name, which no speller touches: patterns may ask for "01*"
_LETTERS = re.compile(r"[^\W\d_]{2,}\*?")
_SENTENCE = re.compile(r"(?:\A|[.!?:])\W*\w+")  # its first word has a capital whatever it is
_LONG = re.compile(r"\b[^\W\d_]{3,}\b|\b[^\W\d_a-z][^\W\d_A-Z]\b")
_INTRODUCES = re.compile(r"\bnoem\w*\W+(?:mij|me|hem|haar|ons)\W+\Z")


def told(text: str) -> str:
    """A message as `danger` and `is_harmless` read it: folded, names unreadable, as long as it was.

    A name is no typing error: "meneer Peeters" are no "pesters", nor is "peeters".
    """
    firsts = {found.end() for found in _SENTENCE.finditer(text)}

    def hidden(found: re.Match[str]) -> str:
        word = found[0]
        capital = found.end() not in firsts and word[0].isupper() and word[1:].islower()
        named = word.lower() not in _words() and _is_name(word.lower(), capital, text[: found.start()])
        return (NAME * len(word))[: len(word)] if named else word

    return fold(_LONG.sub(hidden, text))


def _is_name(word: str, capital: bool, before: str) -> bool:
    if capital:
        return not is_dutch_word(word)
    known = is_name(word) or (not is_dutch_word(word) and bool(_INTRODUCES.search(before.lower())))
    return known and _speller().word(word) == word


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    """All that stands in the patterns, which a capital makes no name: "Wil Niet Meer Leven"."""
    return frozenset(word.rstrip("*") for word in _looked_for()) | frozenset(
        " ".join(table("spelling").values()).split()
    )


def danger(folded: str) -> Danger:
    """How much a folded message sounds like a call for help; not in the spelling of the topics, which is trained."""
    if _phrases("foreign").found(words_of(folded)):
        return "call"
    text = _spelled(folded)
    # few messages hold a pattern at all; of those the harmless part is taken out before they count
    if not (_phrases(*CALLS).found(text) or _phrases("words").found(text)):
        return "none"
    left = _phrases("harmless").masked(text)
    if _phrases(*CALLS).found(left):
        return "call"
    return "words" if _phrases("words").found(left) else "none"


def is_certain(folded: str) -> bool:
    """A call for help whatever else stands in the message."""
    return _phrases("certain").found(_phrases("calm").masked(_phrases("harmless").masked(_spelled(folded))))


def is_calm(folded: str) -> bool:
    """Nearly all that is said sounds like a call and is none: "ik word altijd geslagen in schaken"."""
    return _is_nearly_all(_spelled(folded), "calm")


def is_calm_beside_studies(folded: str) -> bool:
    """A part of a message that asks something about studies in another: worries about those, strongly said."""
    text = _spelled(folded)
    return _is_nearly_all(text, *BESIDE_STUDIES) or (danger(text) == "none" and _is_nearly_all(text, OPINIONS))


def is_calm_with_studies(folded: str) -> bool:
    """A whole message that holds such worries, and no call by its words beside them."""
    text = _spelled(folded)
    left = _phrases(*BESIDE_STUDIES).masked(text)
    others = _phrases(OPINIONS).masked(left)  # read with and without them: they have gaps
    calls = any(danger(part) == "call" or is_certain(part) for part in (left, others))
    return not calls and others != text


def _is_nearly_all(text: str, *names: str) -> bool:
    if not _phrases(*names).found(text):
        return False
    left = _phrases(*names).masked(text)
    return danger(left) == "none" and not is_certain(left) and len(words_of(left).split()) <= FEW_BESIDE


def is_harmless(folded: str) -> bool:
    """A strong word in a harmless saying: "ik ga dood van het lachen", "mijn gsm is dood"."""
    return _phrases("harmless").found(_spelled(folded))


def _spelled(text: str) -> str:
    return _speller().text(text)


@lru_cache(maxsize=1)
def _speller() -> DangerSpeller:
    return DangerSpeller(table("spelling"), _looked_for())


@lru_cache(maxsize=1)
def _looked_for() -> frozenset[str]:
    patterns = chain.from_iterable(rows for name in CALLS for rows in groups(name).values())
    return frozenset(_LETTERS.findall(" ".join(chain(table("blocks").values(), patterns))))


@lru_cache(maxsize=8)
def _phrases(*names: str) -> Phrases:
    patterns = chain.from_iterable(groups(name).values() for name in names)
    return Phrases(chain.from_iterable(patterns), blocks_of(table("blocks")))


def groups(name: str) -> dict[str, list[str]]:
    """The patterns of a file of data/danger, by group."""
    data: dict[str, list[str]] = _load(name)
    return data


def table(name: str) -> dict[str, str]:
    """A file of data/danger that says what names stand for."""
    data: dict[str, str] = _load(name)
    return data


def _load(name: str) -> Any:
    return yaml.safe_load((DATA / f"{name}.yml").read_text(encoding="utf-8"))
