"""Which topic a message is about: a linear support vector machine on words and character n-grams of its wording."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.svm import LinearSVC

from bot.nlu.background import begun
from bot.nlu.features import Counts, Floats, Row, TextFeatures
from bot.nlu.wording import Examples, Wording

STRENGTH = 1.0  # inverse of the regularisation; classes are balanced, since strangers outnumber every topic
SHARPNESS = 3.0  # of the shares that are made of the margins
OUTSIDE = ("out_of_scope", "nonsense")


@dataclass
class TopicWeights:
    """What each feature tells of each topic. weights: shape (features, topics); bias: shape (topics,)."""

    topics: list[str]
    weights: NDArray[np.float32]  # half the memory, the same answers; a feature's weights stand side by side
    bias: Floats

    @classmethod
    def fit(cls, rows: csr_matrix, topics: Sequence[str], strength: float = STRENGTH) -> TopicWeights:
        """Deterministic; about fifteen seconds for 33,000 texts on 92 topics. rows: shape (texts, features)"""
        machine = LinearSVC(C=strength, class_weight="balanced", random_state=0).fit(rows, list(topics))
        weights, bias = machine.coef_.T.astype(np.float32), machine.intercept_
        if len(machine.classes_) == 2:  # of two topics the machine knows the second only
            weights, bias = np.hstack([-weights, weights]), np.concatenate([-bias, bias])
        return cls([str(topic) for topic in machine.classes_], np.ascontiguousarray(weights), bias)

    def shares(self, rows: Iterable[Row]) -> Floats:
        """Shares that add up to one, shape (messages, topics), columns in the order of `topics`.

        The refusal after it turns them into a chance that can be trusted.
        """
        margins = np.array([row.times(self.weights) for row in rows]) + self.bias
        return softmax(SHARPNESS * margins)


@dataclass
class TopicModel:
    """A fitted model: the features it reads, and what they tell."""

    features: TextFeatures
    of_topics: TopicWeights

    @property
    def topics(self) -> list[str]:
        return self.of_topics.topics

    def shares(self, rows: Iterable[Row]) -> Floats:
        """As `TopicWeights.shares`, of rows that `features` made."""
        return self.of_topics.shares(rows)

    def probabilities(self, texts: Iterable[Wording]) -> Floats:
        """The shares of messages."""
        return self.shares(self.features.rows(texts))


class Fitted(NamedTuple):
    """Features fitted on sentences and their careless spellings: what they make of them, and the counts behind it."""

    features: TextFeatures
    rows: csr_matrix  # shape (texts, features), the careless ones last
    counts: Counts


@lru_cache(maxsize=1)
def fitted_features(rows: Examples) -> Fitted:
    """Of these very rows. The topic model and the refusal after it are fitted on the same ones."""
    features = TextFeatures()
    return Fitted(features, *features.fit_counted(rows.with_careless()[0]))


@lru_cache(maxsize=1)
def weights_of(rows: Examples, strength: float) -> Future[TopicWeights]:
    """Of these very rows, their careless spellings too, fitted in the background: the machine lets go of Python's lock.

    Who asks first begins it.
    """
    return begun(TopicWeights.fit, fitted_features(rows).rows, rows.with_careless()[1], strength)


def softmax(scores: Floats) -> Floats:
    """By row."""
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: Floats = powers / powers.sum(axis=1, keepdims=True)
    return shares
