"""The regular expressions of our data files. They are meant for folded text and match whole words only."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache


def whole(patterns: Iterable[str]) -> re.Pattern[str]:
    """One expression that matches any of these."""
    return _compiled("|".join(patterns))


def finds(patterns: Iterable[str], text: str) -> bool:
    return bool(whole(patterns).search(text))


def ends(patterns: Iterable[str], text: str) -> bool:
    """Whether one of these stands at the end of the text."""
    return bool(_at_end("|".join(patterns)).search(text))


@lru_cache(maxsize=512)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")


@lru_cache(maxsize=64)
def _at_end(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})\s*$")
