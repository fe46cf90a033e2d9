"""The second opinion in doubt: topics by sentence embedding, put together with the word model's shares."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.linear_model import LogisticRegression

from bot.nlu.topic_model import OUTSIDE, Floats, softmax

STRENGTH = 0.2  # inverse of the regularisation
ROUNDS = 80  # of the solver, enough on scaled vectors
WEIGHT = 0.35  # of the embedding in the sum of log shares; the rest is the word model's
PER_TOPIC = 40  # sentences embedded for training
OUTSIDE_PER_TOPIC = 450
SEED = 0
_SMALL = 1e-4


def sample(topics: Sequence[str]) -> list[int]:
    """Which training sentences are embedded: an equal number of each topic, strangers more. Always the same ones."""
    order = list(range(len(topics)))
    random.Random(SEED).shuffle(order)
    taken: dict[str, int] = {}
    chosen = []
    for index in order:
        topic = topics[index]
        taken[topic] = taken.get(topic, 0) + 1
        if taken[topic] <= (OUTSIDE_PER_TOPIC if topic in OUTSIDE else PER_TOPIC):
            chosen.append(index)
    return sorted(chosen)


@dataclass
class SentenceModel:
    """Topics by what sentences mean. Fitted on embeddings."""

    centre: Floats
    scale: float
    classifier: LogisticRegression
    vectors: Floats  # of the training sentences, unit length, shape (sentences, 384)
    inside: Floats  # whether each of them is inside our domain

    @classmethod
    def fit(cls, vectors: Floats, topics: Sequence[str]) -> SentenceModel:
        """Centred and scaled: vectors of unit length are drowned by the regularisation."""
        centre, scale = vectors.mean(axis=0), float(vectors.std())
        classifier = LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=ROUNDS, tol=1e-3)
        classifier.fit((vectors - centre) / scale, list(topics))
        return cls(centre, scale, classifier, vectors, np.array([topic not in OUTSIDE for topic in topics]))

    def shares(self, vectors: Floats, topics: Sequence[str]) -> Floats:
        """Shape (messages, topics), columns in the order of `topics`, which are those it was fitted on."""
        shares = softmax(self.classifier.decision_function((vectors - self.centre) / self.scale))
        column = {str(topic): index for index, topic in enumerate(self.classifier.classes_)}
        ordered: Floats = shares[:, [column[topic] for topic in topics]]
        return ordered

    def nearness(self, vectors: Floats) -> Floats:
        """Shape (messages, 3): cosine to the nearest training sentence inside and outside, and their difference."""
        alike = vectors @ self.vectors.T
        near, far = alike[:, self.inside].max(axis=1), alike[:, ~self.inside].max(axis=1)
        return np.column_stack([near, far, near - far])


def together(words: Floats, sentences: Floats) -> Floats:
    """Shares of both models in one; both shape (messages, topics), same columns."""
    mixed = (1 - WEIGHT) * np.log(words + _SMALL) + WEIGHT * np.log(sentences + _SMALL)
    return softmax(mixed)
