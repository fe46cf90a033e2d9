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
from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer
from sklearn.pipeline import Pipeline, make_pipeline

from bot.nlu.wording import Wording

Floats = NDArray[np.float64]
FEW = 2000  # texts: under so many a feature counts that occurs in one of them only, or in all
OFTEN = 0.9  # of the texts: what is in more of them, the marks of the ends alone, tells nothing
LEAST = 2, 2, 3  # texts that a feature must be in: a word, one as written, an n-gram
WEIGHTS = 0.5**0.5, 0.5**0.5, 1.0  # of these: both blocks of words count as much together as the characters


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


def rows_of(matrix: csr_matrix) -> list[Row]:
    """Of each text its row."""
    spans = zip(matrix.indptr[:-1], matrix.indptr[1:], strict=True)
    return [Row(matrix.indices[start:end], matrix.data[start:end]) for start, end in spans]


class Counts(NamedTuple):
    """How often each word, each as written and each n-gram occurs in texts: three of shape (texts, features)."""

    general: csr_matrix
    written: csr_matrix
    chars: csr_matrix


class TextFeatures:
    """Words alone and in pairs, with placeholders and as written, beside character 3- and 4-grams inside words; the
    words of both are a unit vector, the characters another."""

    def __init__(self) -> None:
        self.general = _weighed(_word_pairs())
        self.written = _weighed(_word_pairs())
        self.chars = _weighed(CountVectorizer(analyzer="char_wb", ngram_range=(3, 4), min_df=LEAST[2]))

    def fit_transform(self, texts: Sequence[Wording]) -> csr_matrix:
        """Learn which features there are. Shape (texts, features)."""
        return self.fit_counted(texts)[0]

    def fit_counted(self, texts: Sequence[Wording]) -> tuple[csr_matrix, Counts]:
        """As `fit_transform`, and the counts it is made of, for `fitted_on_part`."""
        written = [text.written for text in texts]
        read = [marked(text.general) for text in texts], list(map(marked, written)), written
        counts = Counts(*(_counted(block[0], its) for block, its in zip(self._fitted, read, strict=True)))
        return _side_by_side(
            block[1].fit_transform(its) for block, its in zip(self._fitted, counts, strict=True)
        ), counts

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
        starts = accumulate((len(counter.vocabulary_) for counter, _ in self._fitted), initial=0)
        return [_Block(*its) for its in zip(self._fitted, starts, WEIGHTS, strict=False)]

    @property
    def _fitted(self) -> tuple[Pipeline, ...]:
        return self.general, self.written, self.chars


def marked(text: str) -> str:
    """With its ends as words, so that the pairs tell what it begins and ends with."""
    return f"^ {text} $"


def fitted_on_part(counts: Counts, seen: NDArray[np.intp], unseen: NDArray[np.intp]) -> tuple[csr_matrix, csr_matrix]:
    """What features that are fitted on some of the counted texts alone make of these, and of the unseen ones."""
    made = [_on_part(block, seen, unseen, least) for block, least in zip(counts, LEAST, strict=True)]
    return _side_by_side(learned for learned, _ in made), _side_by_side(others for _, others in made)


def _on_part(
    block: csr_matrix, seen: NDArray[np.intp], unseen: NDArray[np.intp], least: int
) -> tuple[csr_matrix, csr_matrix]:
    learned = block[seen]
    in_texts = np.bincount(learned.indices, minlength=block.shape[1])
    kept = np.flatnonzero(in_texts >= (1 if len(seen) < FEW else least))
    weights = TfidfTransformer(sublinear_tf=True)
    return weights.fit_transform(learned[:, kept]), weights.transform(block[unseen][:, kept])


def _side_by_side(blocks: Iterable[csr_matrix]) -> csr_matrix:
    return hstack([weight * block for weight, block in zip(WEIGHTS, blocks, strict=True)], format="csr")


def _word_pairs() -> CountVectorizer:
    return CountVectorizer(ngram_range=(1, 2), token_pattern=r"(?u)\S+", min_df=LEAST[0], max_df=OFTEN)


def _weighed(counter: CountVectorizer) -> Pipeline:
    return make_pipeline(counter, TfidfTransformer(sublinear_tf=True))


def _counted(counter: CountVectorizer, texts: Sequence[str]) -> csr_matrix:
    if len(texts) < FEW:
        counter.min_df, counter.max_df = 1, 1.0
    counts = counter.fit_transform(texts)
    del counter.stop_words_  # what was too rare, more than what was not: only there to look at
    return counts


class _Block:
    """A fitted counter and its weights, for one text at a time. `start`: its first column; `weight`: the length of what
    it makes."""

    def __init__(self, fitted: Pipeline, start: int, weight: float) -> None:
        counter, weights = fitted
        self._terms: Callable[[str], list[str]] = counter.build_analyzer()
        self._columns: dict[str, int] = counter.vocabulary_
        self._rarity: Floats = weights.idf_
        self._start = start
        self._weight = weight

    def row(self, text: str) -> Row:
        found = map(self._columns.get, self._terms(text))
        counts = Counter(column for column in found if column is not None)
        columns = np.fromiter(counts.keys(), dtype=np.intp, count=len(counts))
        often = np.fromiter(counts.values(), dtype=np.float64, count=len(counts))
        values = (1 + np.log(often)) * self._rarity[columns]
        return Row(columns + self._start, values * (self._weight / (np.sqrt(values @ values) or 1.0)))
