"""Comparable forms of names, the same in every database."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

_GAP = re.compile(r"[\s\u00a0]+")
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_NOT_A_WORD = re.compile(r"[^0-9a-z]+")


def fold(text: str) -> str:
    """Key under which a name is found: no accents, no capitals, single spaces."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'"))
    kept = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _GAP.sub(" ", kept).strip().casefold()


def stems(text: str) -> frozenset[str]:
    """First four letters of each longer word: enough for "hout", "houttechnieken" and "houtbewerker" to meet."""
    return frozenset(word[:4] for word in _NOT_A_WORD.split(fold(text)) if len(word) >= 4)


def slug(text: str) -> str:
    return _NOT_A_WORD.sub("-", fold(text)).strip("-")


def host(site: str) -> str:
    """Host of a web address, with or without "https://", and without "www."; "" when there is none."""
    found = urlsplit(site if "//" in site else f"//{site}").hostname or ""
    return found.removeprefix("www.") if "." in found and " " not in found else ""


def without_brackets(text: str) -> str:
    return _BRACKETS.sub("", text).strip()


def pack(items: tuple[str, ...]) -> str:
    """List in one column; the data files use the same separator, so no item can hold it."""
    return "|".join(items)


def unpack(text: str) -> tuple[str, ...]:
    return tuple(text.split("|")) if text else ()
