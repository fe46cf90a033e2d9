"""What the models see of a message: its words, its word pairs and its character n-grams, the rarer the heavier."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer

from bot.nlu.wording import Wording

Floats = NDArray[np.float64]
FEW = 2000  # texts: under so many a feature counts that occurs in one of them only
_HALF = 0.5**0.5  # what two blocks of words weigh, so that they count as much together as the characters


class Row(NamedTuple):
    """The features of one message: the columns it has a value in, and the values."""

    columns: NDArray[np.intp]
    values: Floats

    def times(self, matrix: NDArray[np.float32] | csr_matrix) -> Floats:
        """The row times a matrix of shape (features, n). Shape (n,).

        Only what the message touches of the matrix is read; scipy's own product takes ten times as long for one row.
        """
        product: Floats = matrix[self.columns].T @ self.values
        return product


class TextFeatures:
    """Words alone and in pairs, with placeholders and as written, beside character 3- and 4-grams inside words; the
    words of both are a unit vector, the characters another."""

    def __init__(self) -> None:
        self.general = _word_pairs()
        self.written = _word_pairs()
        self.chars = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 4), sublinear_tf=True, min_df=3)

    def fit_transform(self, texts: Sequence[Wording]) -> csr_matrix:
        """Learn which features there are. Shape (texts, features)."""
        written = [text.written for text in texts]
        if len(texts) < FEW:
            for its in (self.general, self.written, self.chars):
                its.min_df = 1
        general = self.general.fit_transform(marked(text.general) for text in texts)
        words = general, self.written.fit_transform(map(marked, written))
        made = hstack([*(_HALF * part for part in words), self.chars.fit_transform(written)], format="csr")
        for fitted in (self.general, self.written, self.chars):
            del fitted.stop_words_  # what was too rare, more than what was not: only there to look at
        return made

    def rows(self, texts: Iterable[Wording]) -> list[Row]:
        return [self.row(text) for text in texts]

    def row(self, text: Wording) -> Row:
        """The features of a message. The same as scikit-learn makes of it, which takes 1 to 2 ms to check its input."""
        general, written, chars = self._blocks
        words = general.row(marked(text.general)), written.row(marked(text.written))
        parts = *words, chars.row(text.written)
        return Row(np.concatenate([part.columns for part in parts]), np.concatenate([part.values for part in parts]))

    @cached_property
    def _blocks(self) -> list[_Block]:
        fitted = (self.general, self.written, self.chars)
        starts = accumulate((len(its.vocabulary_) for its in fitted), initial=0)
        return [_Block(*its) for its in zip(fitted, starts, (_HALF, _HALF, 1.0), strict=False)]


def marked(text: str) -> str:
    """With its ends as words, so that the pairs tell what it begins and ends with."""
    return f"^ {text} $"


def _word_pairs() -> TfidfVectorizer:
    return TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, token_pattern=r"(?u)\S+", min_df=2)


class _Block:
    """A fitted vectorizer, for one text at a time. `start`: its first column; `weight`: the length of what it makes."""

    def __init__(self, fitted: TfidfVectorizer, start: int, weight: float) -> None:
        self._terms: Callable[[str], list[str]] = fitted.build_analyzer()
        self._columns: dict[str, int] = fitted.vocabulary_
        self._rarity: Floats = fitted.idf_
        self._start = start
        self._weight = weight

    def row(self, text: str) -> Row:
        found = map(self._columns.get, self._terms(text))
        counts = Counter(column for column in found if column is not None)
        columns = np.fromiter(counts.keys(), dtype=np.intp, count=len(counts))
        often = np.fromiter(counts.values(), dtype=np.float64, count=len(counts))
        values = (1 + np.log(often)) * self._rarity[columns]
        return Row(columns + self._start, values * (self._weight / (np.sqrt(values @ values) or 1.0)))
