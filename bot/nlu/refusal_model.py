"""Is the topic model's best guess good enough to answer? Not softmax alone: also distance to what was trained, and
known words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix, vstack
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler

from bot.nlu.topic_model import OUTSIDE, STRENGTH, Floats, TextFeatures, TopicModel

FOLDS = 4
_SMALL = 1e-4


@dataclass
class Novelty:
    """How far a message lies from the training sentences inside and outside of our domain."""

    features: TextFeatures
    columns: csr_matrix  # shape (features, sentences), those inside our domain first: turned once, not for each message
    inside: int
    words: frozenset[str]

    @classmethod
    def fit(cls, texts: Sequence[str], topics: Sequence[str], features: TextFeatures) -> Novelty:
        """`features` fitted on these texts."""
        rows = features.transform(texts)
        inside = np.array([topic not in OUTSIDE for topic in topics])
        columns = vstack([rows[inside], rows[~inside]]).T.tocsr()
        return cls(features, columns, int(inside.sum()), frozenset(domain_words(texts, topics)))

    def measure(self, texts: Sequence[str]) -> Floats:
        """Shape (messages, 6): nearest inside, nearest outside, their difference, share and number of unknown words,
        length."""
        # a row is a pair of unit vectors (words, characters), hence the half
        similar = (self.features.transform(texts) @ self.columns).toarray() / 2
        near, far = similar[:, : self.inside].max(axis=1), similar[:, self.inside :].max(axis=1)
        return np.column_stack([near, far, near - far, *self._words(texts)])

    def _words(self, texts: Sequence[str]) -> Floats:
        split = [text.split() for text in texts]
        strange = np.array([sum(word not in self.words for word in words) for words in split], dtype=float)
        size = np.array([max(len(words), 1) for words in split], dtype=float)
        return np.array([strange / size, strange, np.log1p(size)])


def domain_words(texts: Iterable[str], topics: Iterable[str]) -> set[str]:
    """Words of at least two sentences inside our domain."""
    pairs = zip(texts, topics, strict=True)
    counts = Counter(word for text, topic in pairs if topic not in OUTSIDE for word in set(text.split()))
    return {word for word, count in counts.items() if count >= 2}


@dataclass
class RefusalModel:
    """Gives each message the chance that answering the best guess is right."""

    novelty: Novelty
    judge: Pipeline

    @classmethod
    def fit(cls, texts: Sequence[str], topics: Sequence[str], strength: float = STRENGTH) -> RefusalModel:
        """Learn from guesses on sentences that the topic model had not seen (cross-validation), so its trust is
        honest."""
        evidence, right = out_of_fold(np.array(texts, dtype=object), np.array(topics, dtype=object), strength)
        judge = make_pipeline(StandardScaler(), LogisticRegression(C=1.0)).fit(evidence, right)
        return cls(Novelty.fit(texts, topics, TextFeatures().fit(texts)), judge)

    def trust(self, texts: Sequence[str], shares: Floats, topics: Sequence[str]) -> Floats:
        """Chance between 0 and 1 for each message; `shares` as TopicModel.probabilities."""
        result: Floats = self.judge.predict_proba(_evidence(self.novelty, texts, shares, topics))[:, 1]
        return result


def out_of_fold(texts: Floats, topics: Floats, strength: float) -> tuple[Floats, Floats]:
    """Evidence and whether the best guess inside the domain was right, for each sentence, by models that did not see
    it."""
    evidence, right = [np.empty(0)] * len(texts), np.zeros(len(texts))
    for train, held in StratifiedKFold(FOLDS, shuffle=True, random_state=0).split(texts, topics):
        model = TopicModel.fit(texts[train], topics[train], strength)
        shares = model.probabilities(texts[held])
        novelty = Novelty.fit(texts[train], topics[train], model.features)
        rows = _evidence(novelty, texts[held], shares, model.topics)
        right[held] = best_inside(shares, model.topics) == topics[held]
        for index, row in zip(held, rows, strict=True):
            evidence[index] = row
    return np.vstack(evidence), right


def best_inside(shares: Floats, topics: Sequence[str]) -> Floats:
    """The likeliest topic of our domain for each row."""
    inside = np.array([topic not in OUTSIDE for topic in topics])
    best: Floats = np.array(topics, dtype=object)[np.where(inside, shares, -1.0).argmax(axis=1)]
    return best


def _evidence(novelty: Novelty, texts: Sequence[str], shares: Floats, topics: Sequence[str]) -> Floats:
    inside = np.array([topic not in OUTSIDE for topic in topics])
    ranked = np.sort(np.where(inside, shares, 0.0), axis=1)
    outside = shares[:, ~inside].sum(axis=1)
    named = np.array([float("_" in text) for text in texts])
    logs = np.log(np.column_stack([ranked[:, -1], ranked[:, -2], outside]) + _SMALL)
    return np.column_stack([logs, novelty.measure(texts), named])
