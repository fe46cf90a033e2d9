"""Which training sentences are embedded."""

from __future__ import annotations

import numpy as np
import pytest

from bot.nlu import embedding
from bot.nlu.sampling import OUTSIDE_PER_TOPIC, PER_TOPIC, evenly, sample_of
from bot.nlu.wording import Example, Examples, Wording

TEXTS = [f"zin {nth}" for nth in range(2000)]
MANY = ["a"] * 200 + ["b"] * 30 + ["out_of_scope"] * 1770


def test_the_sample_is_even() -> None:
    chosen = evenly(TEXTS, MANY)
    counts = {topic: sum(MANY[index] == topic for index in chosen) for topic in set(MANY)}
    assert counts == {"a": PER_TOPIC, "b": 30, "out_of_scope": OUTSIDE_PER_TOPIC}


def test_one_sentence_more_hardly_changes_the_evenly() -> None:
    before = {TEXTS[index] for index in evenly(TEXTS, MANY)}
    texts, topics = ["nog een zin", *TEXTS], ["a", *MANY]
    after = {texts[index] for index in evenly(texts, topics)}
    assert len(before ^ after) <= 2


def test_short_sentences_are_embedded_first() -> None:
    long = "een heel lang verhaal dat meer tijd kost dan het aan begrip oplevert"
    texts = [f"{long} {nth}" for nth in range(100)] + [f"kort {nth}" for nth in range(20)]
    chosen = evenly(texts, ["a"] * 120)
    assert set(range(100, 120)) <= set(chosen)


def test_more_calls_for_help_are_embedded_than_of_other_topics() -> None:
    calls = [Example(Wording(text, text), "distress", told=text) for text in TEXTS[: PER_TOPIC + 20]]
    sample = sample_of(Examples(calls))
    assert len(sample.chosen) == PER_TOPIC
    assert len(sample.embedded) == PER_TOPIC + 20


def test_the_sentences_are_embedded_in_the_background_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(embedding, "available", lambda: True)
    monkeypatch.setattr(embedding, "embed_all", lambda texts: asked.append(texts) or np.zeros((len(texts), 3)))
    sample = sample_of(Examples([Example(Wording("a", "a"), "distress"), Example(Wording("b", "b"), "y")]))
    assert sample.vectors() is None
    sample.begin()
    assert sample.vectors() is sample.vectors()
    assert asked == [["a", "b"]]


def test_without_the_package_there_are_no_embeddings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedding, "available", lambda: False)
    sample = sample_of(Examples([Example(Wording("a", "a"), "distress")]))
    sample.begin()
    assert sample.vectors() is None
