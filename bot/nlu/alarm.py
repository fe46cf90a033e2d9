"""Is this a call for help? A judge of its own weighs the words of danger, the topic model and what a message means.

A logistic model of a few signs, so that its weights can be read; they are learned on guesses about sentences of hands
that no model had seen and for which no words of danger were written, so that none is trusted more than it is worth.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from bot.nlu.danger import Danger, danger, is_calm, is_certain, is_harmless
from bot.nlu.embedding import Vectors
from bot.nlu.features import Floats
from bot.nlu.topic_model import OUTSIDE

CALL = "distress"
# hands for whose sentences no words of danger were written
UNREAD = frozenset({"nood", "nood2", "nood3", "nood4", "nood5"})
OTHERS = 0.3  # weight of a sentence of another hand that is no call; those that are calls show too much of the words
STRENGTH = 0.5  # inverse of the regularisation of what tells calls by their meaning
ROUNDS = 80
MOST_CALLS, MOST_OTHERS = 1350, 900  # embedded beside the sample of all topics
FEW_WORDS = 6  # of a plain call: among the sentences of those hands that short, 42 were calls and one was none
_SMALL = 1e-4


@dataclass(frozen=True)
class Said:
    """A message as the words of danger read it; `within`: the whole of which it is a part, which may show it calm."""

    told: str
    within: str = ""

    @cached_property
    def signs(self) -> tuple[float, float]:
        """Whether it is a call by its words, and whether it holds a harmless saying."""
        return float(self.is_call), float(is_harmless(self.within or self.told))

    @cached_property
    def danger(self) -> Danger:
        return danger(self.told)

    @property
    def is_call(self) -> bool:
        return self.danger == "call" and (not self.within or danger(self.within) == "call")

    @property
    def is_plain_call(self) -> bool:
        """A call by its words and hardly anything else, or one beside anything else, whatever a model says: a retrained
        one must not lose it."""
        return (self.is_call and len(self.told.split()) <= FEW_WORDS) or is_certain(self.told)

    @property
    def is_calm(self) -> bool:
        """No call, whatever a model says; nor a part of what is none as a whole."""
        return is_calm(self.told) or is_calm(self.within)

    @property
    def is_alarming(self) -> bool:
        return self.danger != "none" or bool(self.signs[1])


def signs(said: Sequence[Said], shares: Floats, nearest: Floats, topics: Sequence[str]) -> Floats:
    """What the judge weighs without embeddings. Shape (messages, 6).

    shares, nearest: of each topic, its share and the cosine of its nearest sentence; shape (messages, topics)
    """
    call = np.array([topic == CALL for topic in topics])
    outside = np.array([topic in OUTSIDE for topic in topics])
    if not call.any():
        return np.zeros((len(said), 6))
    best = shares[:, ~call & ~outside].max(axis=1)
    logs = np.log(np.column_stack([shares[:, call], best, shares[:, outside].sum(axis=1)]) + _SMALL)
    nearer = nearest[:, call][:, 0] - nearest[:, ~call].max(axis=1)
    return np.column_stack([logs, nearer, np.array([row.signs for row in said])])


@dataclass
class Weighing:
    """A fitted logistic model of a few signs."""

    centre: Floats
    weights: Floats
    bias: float

    @classmethod
    def fit(cls, evidence: Floats, calls: NDArray[np.bool_], worth: Floats, strength: float = 1.0) -> Weighing:
        """evidence: shape (messages, signs); worth: of each message. Deterministic."""
        centre, scale = evidence.mean(axis=0), evidence.std(axis=0) + _SMALL
        machine = LogisticRegression(C=strength, max_iter=ROUNDS, tol=1e-3)
        machine.fit((evidence - centre) / scale, calls, sample_weight=worth)
        return cls(centre, machine.coef_[0] / scale, float(machine.intercept_[0]))

    @classmethod
    def never(cls, evidence: Floats) -> Weighing:
        """Where there was nothing to learn from."""
        return cls(evidence.mean(axis=0), np.zeros(evidence.shape[1]), -20.0)

    def margin(self, evidence: Floats | Vectors) -> Floats:
        margins: Floats = (evidence - self.centre) @ self.weights + self.bias
        return margins

    def chance(self, evidence: Floats) -> Floats:
        chances: Floats = 1 / (1 + np.exp(-self.margin(evidence)))
        return chances


def meaning_of(vectors: Vectors, calls: NDArray[np.bool_]) -> Weighing:
    """Tells calls by their embeddings, both kinds of the same weight. Vectors are scaled alike in all directions."""
    share = calls.mean()
    worth = np.where(calls, 0.5 / share, 0.5 / (1 - share))
    centre, scale = vectors.mean(axis=0), float(vectors.std())
    machine = LogisticRegression(C=STRENGTH, max_iter=ROUNDS, tol=1e-3)
    machine.fit((vectors - centre) / scale, calls, sample_weight=worth)
    return Weighing(centre, machine.coef_[0] / scale, float(machine.intercept_[0]))


def worth(hands: Iterable[str], calls: NDArray[np.bool_]) -> Floats:
    unread = np.array([hand in UNREAD for hand in hands])
    return np.where(unread, 1.0, np.where(calls, 0.0, OTHERS))


def in_proportion(weights: Floats, calls: NDArray[np.bool_], part: NDArray[np.intp]) -> Floats:
    """The weights of a part, so that each kind of sentence counts in it as much as in the whole."""
    kinds = [f"{weight} {call}" for weight, call in zip(weights, calls, strict=True)]
    whole, its = Counter(kinds), Counter(kinds[index] for index in part)
    made: Floats = weights[part] * np.array([whole[kinds[index]] / its[kinds[index]] for index in part])
    return made


@dataclass
class Alarm:
    """The chance that a message is a call for help. `second`, `meaning`: None without embeddings."""

    first: Weighing
    second: Weighing | None = None
    meaning: Weighing | None = None

    def chance(self, evidence: Floats) -> float:
        return float(self.first.chance(evidence)[0])

    def chance_by_meaning(self, evidence: Floats, vector: Vectors) -> float:
        """evidence: as `signs`, of one message; vector: its embedding, shape (1, 384)."""
        if self.second is None or self.meaning is None:
            return self.chance(evidence)
        return float(self.second.chance(np.column_stack([evidence, self.meaning.margin(vector)]))[0])
