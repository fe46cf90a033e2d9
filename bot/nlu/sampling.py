"""Which training sentences are embedded, and their embeddings, made while the word models are fitted."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray

from bot.nlu import embedding
from bot.nlu.alarm import CALL, MOST_CALLS, MOST_OTHERS, UNREAD, Said
from bot.nlu.background import begun
from bot.nlu.embedding import Vectors
from bot.nlu.topic_model import OUTSIDE
from bot.nlu.wording import Examples

PER_TOPIC = 42
OUTSIDE_PER_TOPIC = 850
SHORT = 60  # characters: what is embedded first, since a sentence costs by its length and short ones say the same


@dataclass
class Sample:
    """chosen: places of sentences of all topics; embedded: these, more calls for help and more that sounds like one."""

    said: list[Said]  # of all training sentences
    chosen: NDArray[np.intp]
    embedded: NDArray[np.intp]
    texts: list[str]  # of those that are embedded
    coming: Future[Vectors] | None = None

    def begin(self) -> None:
        """Embed in the background: the engine lets go of Python's lock."""
        if embedding.available():
            self.coming = begun(embedding.embed_all, self.texts)

    def vectors(self) -> Vectors | None:
        """Of the sentences in `embedded`, waiting for them; None when it was not begun, or without the package."""
        return self.coming.result() if self.coming else None

    def of_chosen(self, vectors: Vectors) -> Vectors:
        """Those of `vectors` that belong to `chosen`."""
        return vectors[np.isin(self.embedded, self.chosen)]


def sample_of(rows: Examples) -> Sample:
    """Nothing is embedded before `Sample.begin`."""
    written = [text.written for text in rows.wordings]
    said = [Said(row.told) for row in rows.rows]
    chosen = np.array(evenly(written, list(rows.topics)))
    places = np.union1d(chosen, _alarming(rows, said)).astype(np.intp)
    return Sample(said, chosen, places, [written[place] for place in places])


def evenly(texts: Sequence[str], topics: Sequence[str]) -> list[int]:
    """Short sentences first, an equal number of each topic, strangers more.

    Chosen by the text itself, so that one sentence more or less hardly changes the choice.
    """
    taken: dict[str, int] = {}
    chosen = []
    for index in sorted(range(len(topics)), key=lambda index: turn(texts[index])):
        topic = topics[index]
        taken[topic] = taken.get(topic, 0) + 1
        if taken[topic] <= (OUTSIDE_PER_TOPIC if topic in OUTSIDE else PER_TOPIC):
            chosen.append(index)
    return sorted(chosen)


def turn(text: str) -> tuple[bool, bytes]:
    """Sorts texts: short ones first, then in no order."""
    return len(text) > SHORT, sha256(text.encode()).digest()


def _alarming(rows: Examples, said: Sequence[Said]) -> list[int]:
    """Of calls for help and of others those that are embedded: first what the alarm learns from, of that first what
    sounds like a call or what is short and costs little."""

    def order(index: int) -> tuple[bool, bool, int, str]:
        written = rows.wordings[index].written
        return rows.hands[index] not in UNREAD, not said[index].is_alarming, len(written), written

    ordered = sorted(range(len(said)), key=order)
    calls = [index for index in ordered if rows.topics[index] == CALL]
    others = [index for index in ordered if rows.topics[index] != CALL and not all(order(index)[:2])]
    return [*calls[:MOST_CALLS], *others[:MOST_OTHERS]]
