"""The regular expressions of our data files. They are meant for folded text and match whole words only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from study_catalogue.text import fold

SIGNS = re.compile(r"[.,;:!?]")  # between the parts of a message


def whole(patterns: Iterable[str]) -> re.Pattern[str]:
    """One expression that matches any of these."""
    return _compiled("|".join(patterns))


def finds(patterns: Iterable[str], text: str) -> bool:
    return bool(whole(patterns).search(text))


def ends(patterns: Iterable[str], text: str) -> bool:
    """Whether one of these stands at the end of the text."""
    return bool(_at_end("|".join(patterns)).search(text))


def plain(words: str) -> str:
    """The words of somebody as an expression, for `filled` and `finds_of`."""
    return re.escape(fold(words))


def filled(patterns: Iterable[str], **parts: str) -> tuple[str, ...]:
    """The patterns with an expression in each of their holes: `{name}`."""
    return tuple(_filled(pattern, parts) for pattern in patterns)


def finds_of(patterns: Iterable[str], text: str, **parts: str) -> bool:
    """Whether one of the patterns, filled with words of the message, is found in it."""
    return bool(_compile("|".join(filled(patterns, **parts))).search(text))


def begin_of(between: re.Pattern[str], text: str, at: int) -> int:
    """Where the part of the text begins that stands at a place; parts lie between these."""
    return max((sign.end() for sign in between.finditer(text[:at])), default=0)


def _filled(pattern: str, parts: Mapping[str, str]) -> str:
    for name, words in parts.items():
        pattern = pattern.replace(f"{{{name}}}", words)
    return pattern


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")


@cache  # of our data only: all of it is needed for every message, and no words of a message are kept
def _compiled(pattern: str) -> re.Pattern[str]:
    return _compile(pattern)


@cache
def _at_end(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})\s*$")
