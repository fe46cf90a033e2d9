"""The topic and refusal models on small made-up data: they learn, they refuse, they are reproducible."""

from __future__ import annotations

import numpy as np
import pytest

from bot.nlu.refusal_model import Novelty, RefusalModel, Trained, best_inside, domain_words
from bot.nlu.topic_model import TextFeatures, TopicModel

FIRST = ["", "aub", "graag", "zeg", "eens", "nu", "dan", "toch"]
ENDS = [f"{end} {more}" for end in FIRST for more in ("", "ja", "hoor", "he", "joh")]  # the judge needs some dozens
ROWS = [
    *((f"wat is _option_ {end}", "option_info") for end in ENDS),
    *((f"welke jobs na _option_ {end}", "option_jobs") for end in ENDS),
    *((f"hoe wordt het weer {end}", "out_of_scope") for end in ENDS),
    *((f"wie wint de match {end}", "out_of_scope") for end in ENDS),
    *((f"asdf hjkl {end}"[:14], "nonsense") for end in ENDS),
]
TEXTS = [text.strip() for text, _ in ROWS]
TOPICS = [topic for _, topic in ROWS]


@pytest.fixture(scope="module")
def model() -> TopicModel:
    return TopicModel.fit(TEXTS, TOPICS)


@pytest.fixture(scope="module")
def refusal() -> RefusalModel:
    return RefusalModel.fit(
        Trained.of([(text, topic, "") for text, topic in zip(TEXTS, TOPICS, strict=True)]), second=False
    )


def trust(model: TopicModel, refusal: RefusalModel, text: str) -> float:
    return float(refusal.trust([text], model.probabilities([text]), model.topics)[0][0])


def test_probabilities_are_shares(model: TopicModel) -> None:
    shares = model.probabilities(["wat is _option_", "weer"])
    assert shares.shape == (2, len(model.topics))
    assert np.allclose(shares.sum(axis=1), 1)


def test_training_is_reproducible(model: TopicModel) -> None:
    again = TopicModel.fit(TEXTS, TOPICS)
    assert np.array_equal(model.probabilities(TEXTS), again.probabilities(TEXTS))


def test_what_lies_inside_is_trusted_more_than_what_lies_outside(model: TopicModel, refusal: RefusalModel) -> None:
    assert trust(model, refusal, "wat is _option_ eigenlijk") > 0.5 > trust(model, refusal, "hoe wordt het weer morgen")


def test_the_best_inside_is_never_a_stranger(model: TopicModel) -> None:
    assert best_inside(model.probabilities(["hoe wordt het weer"]), model.topics)[0] in {"option_info", "option_jobs"}


def test_novelty_measures_distance() -> None:
    near, far, difference, strange, *_ = Novelty.fit(TEXTS, TOPICS, TextFeatures().fit(TEXTS)).measure(
        ["wat is _option_"]
    )[0]
    assert near == pytest.approx(1.0)
    assert difference == pytest.approx(near - far)
    assert strange == 0


def test_domain_words_come_from_inside_only() -> None:
    assert "weer" not in domain_words(TEXTS, TOPICS)
    assert "jobs" in domain_words(TEXTS, TOPICS)
