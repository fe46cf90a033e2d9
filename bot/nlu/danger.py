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

Danger = Literal["call", "words", "none"]
DATA = Path(__file__).resolve().parents[2] / "data" / "danger"
CALLS = ("calls_own", "calls_others")
_LETTERS = re.compile(r"[^\W\d_]{2,}\*?")


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


def is_harmless(folded: str) -> bool:
    """A strong word in a harmless saying: "ik ga dood van het lachen", "mijn gsm is dood"."""
    return _phrases("harmless").found(_spelled(folded))


def _spelled(text: str) -> str:
    return _speller().text(text)


@lru_cache(maxsize=1)
def _speller() -> DangerSpeller:
    patterns = chain.from_iterable(rows for name in CALLS for rows in groups(name).values())
    looked_for = _LETTERS.findall(" ".join(chain(table("blocks").values(), patterns)))
    return DangerSpeller(table("spelling"), set(looked_for))


@lru_cache(maxsize=4)
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
