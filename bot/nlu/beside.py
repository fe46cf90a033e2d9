"""What stands beside a study question in one message: "mijn pa slaat mij, en welke richting is goed voor lasser".

The question makes the whole sound like a question; the rest is read once more by itself, for calls for help only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from bot.nlu.danger import danger, is_calm_beside_studies, told
from bot.nlu.decision import Readings
from bot.nlu.features import Row
from bot.nlu.lexicon import any_of, cues
from bot.nlu.wording import Wording

SURE = 0.25  # share of the topic model from which a part is the study question
FEWEST_WORDS = 3  # of a rest without words of danger: "en jij" calls for nothing


class Part(NamedTuple):
    """A part of a message, as typed and as the models read it."""

    text: str
    wording: Wording


class Beside(NamedTuple):
    """What is left of a message without its study questions.

    row: its features; ranking: (topic, share) of all topics, best first
    """

    text: str
    wording: Wording
    row: Row
    ranking: Readings


def spans(text: str) -> list[tuple[int, int]]:
    """Where the parts of a message are: between its marks, and before the words that begin another sentence."""
    ends = [0, *(end for found in _ends().finditer(text) for end in found.span()), len(text)]
    pairs = zip(ends[::2], ends[1::2], strict=True)
    return [(start, end) for start, end in pairs if {*text[start:end].lower().split()} - cues("joins_sentences")]


@lru_cache(maxsize=1)
def _ends() -> re.Pattern[str]:
    begins = rf"(?:{any_of('joins_sentences')}|{any_of('begins_a_question_alone')})"
    return re.compile(rf"[.,;:!?()\n]+(?=\s|\Z)|\s+(?={begins}\s)", re.IGNORECASE)


def rest_of(parts: Sequence[Part], best: Iterable[tuple[str, float]]) -> Part | None:
    """The parts that ask nothing about studies and are not calm as one, None where there is no other, or none is left.

    best: of each part the likeliest topic with its share
    """
    kept = [part for part, guess in zip(parts, best, strict=True) if not (_asks(part, *guess) or _is_calm(part))]
    if not 0 < len(kept) < len(parts):
        return None
    general, written = (" ".join(texts) for texts in zip(*(part.wording for part in kept), strict=True))
    rest = Part(", ".join(part.text.strip() for part in kept), Wording(general, written))
    return rest if len(written.split()) >= FEWEST_WORDS or _is_call(rest) else None


def is_calm_beside(parts: Sequence[Part], best: Iterable[tuple[str, float]]) -> bool:
    """Whether a message asks something about studies, and calm worries stand beside that; arguments as for rest_of."""
    return any(map(_is_calm, parts)) and any(_asks(part, *guess) for part, guess in zip(parts, best, strict=True))


def _is_calm(part: Part) -> bool:
    return is_calm_beside_studies(told(part.text))


def _asks(part: Part, topic: str, share: float) -> bool:
    return share >= SURE and topic not in cues("topics_of_talk") and not _is_call(part)


def _is_call(part: Part) -> bool:
    return danger(told(part.text)) == "call"
