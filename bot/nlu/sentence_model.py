"""The second opinion in doubt: topics by sentence embedding, put together with the word model's shares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

import numpy as np
from sklearn.linear_model import LogisticRegression

from bot.nlu.embedding import Vectors
from bot.nlu.features import Floats
from bot.nlu.topic_model import OUTSIDE, softmax

STRENGTH = 0.2  # inverse of the regularisation
ROUNDS = 80  # of the solver, enough on scaled vectors
WEIGHTS = (0.1, 0.25, 0.4, 0.55)  # to choose from: of the embedding in the sum of log shares
PER_TOPIC = 60  # sentences embedded for training
OUTSIDE_PER_TOPIC = 1000
SHORT = 50  # characters: what is embedded first, since a sentence costs by its length and short ones say the same
_SMALL = 1e-4


def sample(texts: Sequence[str], topics: Sequence[str]) -> list[int]:
    """Which training sentences are embedded: short ones first, an equal number of each topic, strangers more.

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


@dataclass
class SentenceModel:
    """Topics by what sentences mean. Fitted on embeddings."""

    centre: Vectors
    scale: float
    classifier: LogisticRegression
    vectors: Vectors  # of the training sentences, unit length, shape (sentences, 384)
    inside: Floats  # whether each of them is inside our domain

    @classmethod
    def fit(cls, vectors: Vectors, topics: Sequence[str]) -> SentenceModel:
        """Centred and scaled: vectors of unit length are drowned by the regularisation."""
        centre, scale = vectors.mean(axis=0), float(vectors.std())
        classifier = LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=ROUNDS, tol=1e-3)
        classifier.fit((vectors - centre) / scale, list(topics))
        return cls(centre, scale, classifier, vectors, np.array([topic not in OUTSIDE for topic in topics]))

    def shares(self, vectors: Vectors, topics: Sequence[str]) -> Floats:
        """Shape (messages, topics), columns in the order of `topics`, which are those it was fitted on."""
        shares = softmax(self.classifier.decision_function((vectors - self.centre) / self.scale))
        column = {str(topic): index for index, topic in enumerate(self.classifier.classes_)}
        ordered: Floats = shares[:, [column[topic] for topic in topics]]
        return ordered

    def nearness(self, vectors: Vectors) -> Floats:
        """Shape (messages, 3): cosine to the nearest training sentence inside and outside, and their difference."""
        alike = vectors @ self.vectors.T
        near, far = (alike[:, kind].max(axis=1, initial=0.0) for kind in (self.inside, ~self.inside))
        return np.column_stack([near, far, near - far])


def together(words: Floats, sentences: Floats, weight: float) -> Floats:
    """Shares of both models in one; both shape (messages, topics), same columns. weight: of the sentence model."""
    mixed = (1 - weight) * np.log(words + _SMALL) + weight * np.log(sentences + _SMALL)
    return softmax(mixed)
