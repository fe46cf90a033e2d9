"""Calls for help by their words, beside the topic model: a retrained model must not lose them.

The words are data: data/lexicon/danger. Nothing here is trained.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from typing import Any, Literal

import yaml

from bot.nlu.danger_spelling import DangerSpeller, words_of
from bot.nlu.lexicon import FOLDER
from bot.nlu.phrases import Phrases, blocks_of

Danger = Literal["call", "words", "none"]
DATA = FOLDER / "danger"
_LETTERS = re.compile(r"[^\W\d_]{2,}\*?")


def danger(folded: str, normal: str) -> Danger:
    """How much a message sounds like a call for help; `folded` as typed, `normal` in standard spelling."""
    if _phrases("foreign").found(words_of(folded)):
        return "call"
    found = {_degree(text) for text in {_spelled(folded), _spelled(normal)}}
    return "call" if "call" in found else "words" if "words" in found else "none"


def is_harmless(folded: str) -> bool:
    """A strong word in a harmless saying: "ik ga dood van het lachen", "mijn gsm is dood"."""
    return _phrases("harmless").found(_spelled(folded))


def _degree(text: str) -> Danger:
    """What a spelled text is: most hold no pattern, so what is harmless is only taken out of those that do."""
    if not any(_phrases(name).found(text) for name in ("calls", "words")):
        return "none"
    left = _phrases("harmless").masked(text)
    if _phrases("calls").found(left):
        return "call"
    return "words" if _phrases("words").found(left) else "none"


def _spelled(text: str) -> str:
    return _speller().text(text)


@lru_cache(maxsize=1)
def _speller() -> DangerSpeller:
    texts = chain(read("blocks").values(), *read("calls").values())
    return DangerSpeller(read("spelling"), set(_LETTERS.findall(" ".join(texts))))


@lru_cache(maxsize=4)
def _phrases(name: str) -> Phrases:
    return Phrases(chain.from_iterable(read(name).values()), blocks_of(read("blocks")))


def read(name: str) -> dict[str, Any]:
    """A file of data/lexicon/danger: its groups by name."""
    data: dict[str, Any] = yaml.safe_load((DATA / f"{name}.yml").read_text(encoding="utf-8"))
    return data
