"""The second opinion in doubt: topics by sentence embedding, put together with the word model's shares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from bot.nlu.embedding import Vectors
from bot.nlu.features import Floats
from bot.nlu.topic_model import softmax

STRENGTH = 0.2  # inverse of the regularisation
ROUNDS = 80  # of the solver, enough on scaled vectors
WEIGHTS = (0.1, 0.25, 0.4, 0.55)  # to choose from: of the embedding in the sum of log shares
_SMALL = 1e-4


@dataclass
class SentenceModel:
    """Topics by what sentences mean. Fitted on embeddings."""

    centre: Vectors
    scale: float
    classifier: LogisticRegression
    vectors: Vectors  # of the training sentences by topic, unit length, shape (sentences, 384)
    starts: NDArray[np.intp]  # where the sentences of each topic begin

    @classmethod
    def fit(cls, vectors: Vectors, topics: Sequence[str]) -> SentenceModel:
        """Centred and scaled: vectors of unit length are drowned by the regularisation."""
        centre, scale = vectors.mean(axis=0), float(vectors.std())
        classifier = LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=ROUNDS, tol=1e-3)
        classifier.fit((vectors - centre) / scale, list(topics))
        places = np.searchsorted(classifier.classes_, list(topics))
        order = np.argsort(places, kind="stable")
        starts = np.searchsorted(places[order], np.arange(len(classifier.classes_)))
        return cls(centre, scale, classifier, vectors[order], starts)

    def shares(self, vectors: Vectors, topics: Sequence[str]) -> Floats:
        """Shape (messages, topics), columns in the order of `topics`, which are those it was fitted on."""
        shares = softmax(self.classifier.decision_function((vectors - self.centre) / self.scale))
        return self._in_order(shares, topics)

    def nearest(self, vectors: Vectors, topics: Sequence[str]) -> Floats:
        """Cosine to the nearest training sentence of each topic. Shape (messages, topics)."""
        return self._in_order(np.maximum.reduceat(vectors @ self.vectors.T, self.starts, axis=1), topics)

    def _in_order(self, columns: Floats, topics: Sequence[str]) -> Floats:
        column = {str(topic): index for index, topic in enumerate(self.classifier.classes_)}
        ordered: Floats = columns[:, [column[topic] for topic in topics]]
        return ordered


def together(words: Floats, sentences: Floats, weight: float) -> Floats:
    """Shares of both models in one; both shape (messages, topics), same columns. weight: of the sentence model."""
    mixed = (1 - weight) * np.log(words + _SMALL) + weight * np.log(sentences + _SMALL)
    return softmax(mixed)
