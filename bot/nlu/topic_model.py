"""Which topic a message is about: a linear support vector machine on words and character n-grams of its wording."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.svm import LinearSVC

from bot.nlu.wording import Wording

Floats = NDArray[np.float64]
STRENGTH = 0.4  # inverse of the regularisation; classes are balanced, since strangers outnumber every topic
SHARPNESS = 3.0  # of the shares that are made of the margins
OUTSIDE = ("out_of_scope", "nonsense")
_HALF = 0.5**0.5  # what two blocks of words weigh, so that they count as much together as the characters


class TextFeatures:
    """Words alone and in pairs, with placeholders and as written, beside character 3- to 5-grams inside words; the
    words of both are a unit vector, the characters another.

    scikit-learn's FeatureUnion does the same, but starts its thread machinery on every call: 0.3 ms of a 5 ms turn.
    """

    def __init__(self) -> None:
        self.general = _word_pairs()
        self.written = _word_pairs()
        self.chars = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, min_df=3)

    def fit_transform(self, texts: Sequence[Wording]) -> csr_matrix:
        """Shape (texts, features)."""
        return self._joined(texts, TfidfVectorizer.fit_transform)

    def fit(self, texts: Sequence[Wording]) -> TextFeatures:
        self.fit_transform(texts)
        return self

    def transform(self, texts: Sequence[Wording]) -> csr_matrix:
        """Shape (texts, features)."""
        return self._joined(texts, TfidfVectorizer.transform)

    def _joined(self, texts: Sequence[Wording], made: Callable[[TfidfVectorizer, list[str]], csr_matrix]) -> csr_matrix:
        general, written = [text.general for text in texts], [text.written for text in texts]
        words = made(self.general, general), made(self.written, written)
        return hstack([*(_HALF * part for part in words), made(self.chars, written)], format="csr")


def _word_pairs() -> TfidfVectorizer:
    return TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, token_pattern=r"(?u)\S+", min_df=2)


@dataclass
class TopicModel:
    """A fitted model. `probabilities` has shape (messages, topics), columns in the order of `topics`."""

    features: TextFeatures
    classifier: LinearSVC

    @classmethod
    def fit(cls, texts: Sequence[Wording], topics: Sequence[str], strength: float = STRENGTH) -> TopicModel:
        """Deterministic; about eight seconds for 18,000 texts on 90 topics."""
        features = TextFeatures()
        classifier = LinearSVC(C=strength, class_weight="balanced", random_state=0)
        classifier.fit(features.fit_transform(texts), list(topics))
        classifier.coef_ = classifier.coef_.astype(np.float32)  # half the memory, the same answers
        return cls(features, classifier)

    @property
    def topics(self) -> list[str]:
        return [str(topic) for topic in self.classifier.classes_]

    def probabilities(self, texts: Sequence[Wording]) -> Floats:
        """Shares that add up to one; the refusal after it turns them into a chance that can be trusted."""
        return self.shares(self.features.transform(texts))

    def shares(self, rows: csr_matrix) -> Floats:
        """As `probabilities`, of rows that `features` made."""
        return softmax(SHARPNESS * self._margins(rows))

    def _margins(self, rows: csr_matrix) -> Floats:
        margins: Floats = self.classifier.decision_function(rows)
        return np.column_stack([-margins, margins]) if margins.ndim == 1 else margins


def softmax(scores: Floats) -> Floats:
    """By row."""
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: Floats = powers / powers.sum(axis=1, keepdims=True)
    return shares
