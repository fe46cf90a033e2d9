"""Whether the texts are plain Dutch (B1): `python -m bench.readability [topic …]` lists those that are not.

Measured with textstat's Flesch-Douma and with word frequencies, the tools that were tried on Dutch texts of known
level (A2 103, B1 78, B2 26, C1 -18): a text needs 70 or more, and no sentence may have over 15 words.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import textstat
import yaml
from wordfreq import zipf_frequency

from actions.entries import all_entries
from actions.texts import PLACEHOLDER, TopicTexts, Wording, all_texts
from study_catalogue import Catalogue, open_catalogue

EASIEST_WORDS = 3.5  # Zipf frequency: a rarer word is explained, or listed as a word of school
LOWEST_SCORE = 70.0
LONGEST_SENTENCE = 15
LONGEST_TEXT = 90  # words before "meer"
FEWEST_WORDS = 12  # of a text that is scored: the score of a shorter one says little
ENCOURAGEMENT = "encouragement"  # stands for a topic here
EXCEPTIONS = Path(__file__).with_name("readability_exceptions.yml")
_SENTENCE_END = re.compile(r"(?<=[.!?:])\s+")
_GLUED = re.compile(r"(?<=\w)(?={)")  # "activiteiten{filters}": what fills it starts with a space of its own
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


@dataclass(frozen=True)
class Text:
    """A text as a user reads it, with where it stands: "dual_pay.answer.je"."""

    where: str
    words: str


@dataclass(frozen=True)
class Fault:
    where: str
    what: str


def texts(topics: list[str] | None = None) -> Iterator[Text]:
    """Every text of the answers and the encouragement in both forms, with facts filled in."""
    for topic, found in all_texts().items():
        if not topics or topic in topics:
            yield from _texts_of(topic, found)
    if not topics or ENCOURAGEMENT in topics:
        for entry in all_entries():
            yield from _forms(f"{ENCOURAGEMENT}.{entry.id}", entry.text)


def _texts_of(topic: str, found: TopicTexts) -> Iterator[Text]:
    named = {**found.texts, **{f"items.{row.title}": row.line for row in found.items}}
    for key, wording in named.items():
        yield from _forms(f"{topic}.{key}", wording)


def _forms(where: str, wording: Wording) -> Iterator[Text]:
    for form in dict.fromkeys((wording.je, wording.u)):
        yield Text(f"{where}.{'je' if form == wording.je else 'u'}", _filled(form))


def _filled(form: str) -> str:
    return PLACEHOLDER.sub(lambda hole: _value(hole[1]), _GLUED.sub(" ", form))


def _value(hole: str) -> str:
    """The fact; for what only a conversation fills in, an easy word."""
    name, _, key = hole.partition(".")
    fact = _catalogue().fact(name) if key else None
    return fact.values.get(key, "iets") if fact else "iets"


@lru_cache(maxsize=1)
def _catalogue() -> Catalogue:
    return open_catalogue()


def faults(text: Text) -> Iterator[Fault]:
    """What makes a text harder than B1."""
    words = words_of(text.words)
    score = _score(text.words)
    if len(words) >= FEWEST_WORDS and score < LOWEST_SCORE:
        yield Fault(text.where, f"score {score:.0f}")
    for sentence in _SENTENCE_END.split(text.words):
        if (size := len(sentence.split())) > LONGEST_SENTENCE:
            yield Fault(text.where, f"{size} words: {sentence}")
    if len(words) > LONGEST_TEXT:
        yield Fault(text.where, f"{len(words)} words in all")
    yield from (Fault(text.where, f"rare word: {word}") for word in words if _is_rare(word))


def words_of(text: str) -> list[str]:
    return _WORD.findall(text)


def _score(words: str) -> float:
    textstat.set_lang("nl")
    return float(textstat.flesch_reading_ease(words))


def _is_rare(word: str) -> bool:
    return word.lower() not in known_words() and zipf_frequency(word, "nl") < EASIEST_WORDS


@lru_cache(maxsize=1)
def known_words() -> frozenset[str]:
    """Words of school and work that pupils know, or that a topic explains."""
    return frozenset(str(word).lower() for word in _exceptions()["words"])


def excepted() -> dict[str, str]:
    """Texts that may be harder, with the reason."""
    found: dict[str, str] = _exceptions()["texts"]
    return found


@lru_cache(maxsize=1)
def _exceptions() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(EXCEPTIONS.read_text(encoding="utf-8"))
    return found


def main(topics: list[str]) -> int:
    found = [fault for text in texts(topics) if text.where not in excepted() for fault in faults(text)]
    for fault in found:
        print(f"{fault.where}: {fault.what}")
    print(f"{len(found)} faults in {sum(1 for _ in texts(topics))} texts")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
