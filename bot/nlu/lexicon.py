"""The small word lists of data/lexicon."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

import yaml

FOLDER = Path(__file__).resolve().parents[2] / "data" / "lexicon"


@lru_cache(maxsize=1)
def _cues() -> dict[str, str]:
    data: dict[str, str] = yaml.safe_load((FOLDER / "cues.yml").read_text(encoding="utf-8"))
    return data


@cache
def cues(name: str) -> frozenset[str]:
    """The words of one list in cues.yml."""
    return frozenset(_cues()[name].split())


def any_of(name: str) -> str:
    """The words of one list as a regular expression group, longest first."""
    return f"(?:{'|'.join(sorted(cues(name), key=len, reverse=True))})"


def listed(file: str) -> set[str]:
    """A file of one folded word a line; lines that start with # explain."""
    lines = (FOLDER / file).read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line and not line.startswith("#")}


OUTSIDE_NAME = "outside"  # the kind of such a name, and the word of its placeholder


@lru_cache(maxsize=1)
def outside() -> dict[str, list[str]]:
    """Names near our domain but outside of it, by category (study, job, system, abroad)."""
    data: dict[str, list[str]] = yaml.safe_load((FOLDER / "outside.yml").read_text(encoding="utf-8"))
    return data
