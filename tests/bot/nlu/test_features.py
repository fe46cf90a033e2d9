"""One message at a time is read as scikit-learn reads it."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.sparse import csr_matrix, hstack

from bot.nlu.features import FEW, TextFeatures, fitted_on_part, marked, rows_of
from bot.nlu.wording import Wording

TRAINED = [
    Wording("hoe word ik _job_", "hoe word ik lasser"),
    Wording("hoe word ik _job_ in _place_", "hoe word ik lasser in genk"),
    Wording("wat is _option_", "wat is houttechnieken"),
    Wording("wat is wat", "wat is wat"),
] * 3
ODD = [
    Wording("", ""),
    Wording("_job_", "leraar"),
    Wording("xyz", "xyz"),
    Wording("wat wat wat is hoe", "wat wat wat is hoe"),
    Wording("hoe  word\tik é _job_ ?", "Hoe  word\tik é LASSER ?"),
]


@pytest.fixture(scope="module")
def features() -> TextFeatures:
    fitted = TextFeatures()
    fitted.fit_transform(TRAINED)
    return fitted


def by_scikit_learn(features: TextFeatures, text: Wording) -> csr_matrix:
    half = 0.5**0.5
    words = features.general.transform([marked(text.general)]), features.written.transform([marked(text.written)])
    return hstack([half * words[0], half * words[1], features.chars.transform([text.written])], format="csr")


@pytest.mark.parametrize("text", [*TRAINED[:4], *ODD])
def test_a_row_is_what_scikit_learn_makes_of_the_text(features: TextFeatures, text: Wording) -> None:
    expected = by_scikit_learn(features, text).toarray()[0]
    row = features.row(text)
    dense = np.zeros(len(expected))
    dense[row.columns] = row.values
    assert len(set(row.columns)) == len(row.columns)
    assert np.allclose(dense, expected, rtol=1e-12, atol=0)


def test_what_occurs_once_counts_where_there_are_few_texts() -> None:
    few, many = TextFeatures(), TextFeatures()
    few.fit_transform([*TRAINED, Wording("zeldzaam", "zeldzaam")])
    many.fit_transform([*TRAINED * (FEW // len(TRAINED) + 1), Wording("zeldzaam", "zeldzaam")])
    assert "zeldzaam" in few.general[0].vocabulary_
    assert "zeldzaam" not in many.general[0].vocabulary_


def test_a_trained_text_has_the_row_it_was_trained_with() -> None:
    features = TextFeatures()
    made = features.fit_transform(TRAINED)
    row = features.row(TRAINED[1])
    assert np.allclose(made[1].toarray()[0][row.columns], row.values, rtol=1e-12, atol=0)
    assert made[1].nnz == len(row.columns)


@pytest.mark.parametrize("text", [*TRAINED[:2], *ODD])
def test_times_is_the_product_with_dense_and_sparse(features: TextFeatures, text: Wording) -> None:
    whole = by_scikit_learn(features, text)
    dense = np.random.default_rng(0).normal(size=(whole.shape[1], 5)).astype(np.float32)
    sparse = csr_matrix(np.where(dense > 1, dense, 0).astype(np.float64))
    row = features.row(text)
    assert np.allclose(row.times(dense), (whole @ dense)[0])
    assert np.allclose(row.times(sparse), (whole @ sparse).toarray()[0])


def test_a_part_of_what_is_counted_is_read_as_by_features_fitted_on_it() -> None:
    texts = [*TRAINED, *ODD]
    seen, unseen = np.arange(6), np.arange(6, len(texts))
    _, counts = TextFeatures().fit_counted(texts)
    made, others = fitted_on_part(counts, seen, unseen)
    alone = TextFeatures()
    expected = alone.fit_transform(texts[:6])
    rows = alone.rows(texts[6:])
    assert made.nnz == expected.nnz
    assert np.allclose((made @ made.T).toarray(), (expected @ expected.T).toarray())
    nearness = np.array([row.times(expected.T.tocsr()) for row in rows])
    assert np.allclose((others @ made.T).toarray(), nearness)


def test_rows_of_a_matrix_are_those_of_its_texts() -> None:
    features = TextFeatures()
    for row, text in zip(rows_of(features.fit_transform(TRAINED)), TRAINED, strict=True):
        alone = features.row(text)
        assert dict(zip(row.columns, row.values, strict=True)) == pytest.approx(
            dict(zip(alone.columns, alone.values, strict=True))
        )
