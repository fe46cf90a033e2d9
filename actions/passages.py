"""Of all that a topic has to say the sentences that answer a further question about it ("hoeveel punten is dat?")."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass

from actions.answer import Answer, Item
from actions.lists import words_of
from actions.texts import COMMON, PLACEHOLDER, texts_of

SHORTEST = 3  # letters of a word that can tell what is asked
AMOUNT = "euro"  # what a price is said in
MOST = 4  # sentences told
ALIKE = 4  # letters that two forms of a word begin with
SHARE = 0.6  # of the shorter word
_SENTENCE_END = re.compile(r"(?<=[.!?]) +(?=[A-Z0-9])")


@dataclass(frozen=True)
class Passages:
    """What was found: sentences in their order, and rows of the list."""

    sentences: tuple[str, ...]
    items: tuple[Item, ...]

    def __bool__(self) -> bool:
        return bool(self.sentences or self.items)


def sentences_of(text: str) -> list[str]:
    return _SENTENCE_END.split(text)


def note_in(answer: Answer, audience: str) -> str:
    """The end of its text that says from which year a part of it is, "" when nothing says so."""
    texts = texts_of(answer.topic).texts
    whole = (texts.get("outdated") or texts_of(COMMON).texts["outdated"]).form(audience)
    ends = (re.search(f"{_filled(part)}$", answer.text) for part in (whole, whole.partition(". ")[2]) if part)
    return next((end[0] for end in ends if end), "")


def _filled(form: str) -> str:
    """A pattern for the text with anything in its placeholders."""
    return ".{1,60}".join(re.escape(part) for part in PLACEHOLDER.split(form)[::2])


def about(asked: str, layers: Sequence[str], items: Sequence[Item]) -> Passages:
    """The sentences that share a telling word with the question, each with the one after it, which often goes on.

    Words that stand there just so count alone; only without them their other forms do.
    """
    words = [word for word in words_of(asked) if _tells(word)]
    if any(word in texts_of(COMMON).words["asks_price"] for word in words):
        words.append(AMOUNT)
    same = {*words} & {word for text in (*layers, *map(_text, items)) for word in words_of(text)}
    shares = _says(same) if same else _says_alike(words)
    found: dict[str, None] = {}
    for layer in layers:
        told = sentences_of(layer)
        hits = [nth for nth, sentence in enumerate(told) if shares(sentence)]
        found.update(dict.fromkeys(sentence for nth in hits for sentence in told[_start(told, nth) : nth + 2]))
    rows = tuple(item for item in items if shares(_text(item)))
    return Passages(_answered(tuple(found)[:MOST]), rows)


def _text(item: Item) -> str:
    return f"{item.title} {item.line}"


def _start(told: Sequence[str], nth: int) -> int:
    """One earlier when the sentence goes on about the one before it ("Die kijkt …")."""
    begins = words_of(told[nth])[:1]
    return max(nth - 1, 0) if {*begins} & {*texts_of(COMMON).words["goes_on"]} else nth


def _answered(sentences: tuple[str, ...]) -> tuple[str, ...]:
    """Without a question at the end, whose answer was cut off."""
    return _answered(sentences[:-1]) if sentences and sentences[-1].endswith("?") else sentences


def _tells(word: str) -> bool:
    return len(word) >= SHORTEST and word not in texts_of(COMMON).words["tells_nothing"]


def _says(words: Set[str]) -> Callable[[str], bool]:
    return lambda text: not words.isdisjoint(words_of(text))


def _says_alike(words: Sequence[str]) -> Callable[[str], bool]:
    return lambda text: any(_alike(word, other) for other in words_of(text) if _tells(other) for word in words)


def _alike(one: str, other: str) -> bool:
    """Forms of one word: "bindend" and "bindt"; "toelage" in "studietoelage"."""
    short, long = sorted((one, other), key=len)
    same = next((nth for nth, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return same >= max(ALIKE, SHARE * len(short)) or (len(short) > ALIKE and long.endswith(short))
