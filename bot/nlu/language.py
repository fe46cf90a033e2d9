"""Is a message Dutch? If not, in which language it is, as far as that can be told for sure."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Collection
from functools import lru_cache
from pathlib import Path

import eldc
import yaml

from bot.nlu.spelling import load_chat_spelling
from bot.nlu.words import is_dutch_word

LANGUAGES = Path(__file__).resolve().parents[2] / "data" / "languages.yml"
DUTCH = "nl"
FEWEST_WORDS = 2  # of a message in Latin letters: of one word no detector can tell
MOST_DUTCH = 0.5  # share of words that are Dutch or ours; from there on a message is Dutch
LATIN = "LATIN"


@lru_cache(maxsize=1)
def spoken() -> frozenset[str]:
    """The languages that have a line in data/languages.yml, by ISO 639-1 code."""
    return frozenset(yaml.safe_load(LANGUAGES.read_text(encoding="utf-8"))["languages"])


def foreign_language(words: Collection[str], known: Collection[str]) -> str:
    """The code of the language of these words, "" when they are Dutch or when that is not sure.

    words: of the message, folded, those of names left out; known: words that count as Dutch beside the word list
    """
    letters = [word for word in words if any(sign.isalpha() for sign in word)]
    text = " ".join(letters)
    if _script(text) not in ("", LATIN):
        return _detected(text)
    if len(letters) < FEWEST_WORDS or _share_of_dutch(letters, known) >= MOST_DUTCH:
        return ""
    return _detected(text)


def likely_language(words: Collection[str]) -> str:
    """The language of a message that is not Dutch; "" when the detector takes it for Dutch or for none of ours."""
    return _detected(" ".join(words))


def _share_of_dutch(words: Collection[str], known: Collection[str]) -> float:
    """Chat forms that we can spell out ("wa", "nen") are Dutch too."""
    chat = load_chat_spelling()
    return sum(word in known or word in chat or is_dutch_word(word) for word in words) / len(words)


def _script(text: str) -> str:
    """The script that most letters are of, as Unicode names it: LATIN, ARABIC, CYRILLIC, ETHIOPIC …"""
    scripts = Counter(unicodedata.name(sign, " ").split()[0] for sign in text if sign.isalpha())
    return scripts.most_common(1)[0][0] if scripts else ""


def _detected(text: str) -> str:
    _limit()
    found = str(eldc.detect(text) or "")
    return found if found in spoken() and found != DUTCH else ""


@lru_cache(maxsize=1)
def _limit() -> None:
    """Only languages that we can answer in: with all of its sixty the detector mistakes short messages more often."""
    eldc.init()
    eldc.set_languages([DUTCH, *sorted(spoken() & set(eldc.LANGUAGES))])
