"""Calls for help by their words, beside the topic model: a retrained model must not lose them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

import yaml

from bot.nlu.lexicon import FOLDER

Danger = Literal["call", "words", "none"]


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    data: dict[str, list[str]] = yaml.safe_load((FOLDER / "danger.yml").read_text(encoding="utf-8"))
    return {name: re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)") for name, forms in data.items()}


def danger(folded: str, normal: str) -> Danger:
    """How much a message sounds like a call for help; `folded` as typed, `normal` in standard spelling."""
    found = _patterns()
    texts = (folded, normal)
    if is_harmless(folded):
        return "none"
    if any(found["calls"].search(text) for text in texts):
        return "call"
    return "words" if any(found["words"].search(text) for text in texts) else "none"


def is_harmless(folded: str) -> bool:
    """A strong word in a harmless saying: "ik ga dood van het lachen", "mijn gsm is dood"."""
    return _patterns()["harmless"].search(folded) is not None
