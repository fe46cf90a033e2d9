"""The judge of calls for help on made-up signs: it learns, and it shows what it weighs."""

from __future__ import annotations

import numpy as np
import pytest

from bot.nlu.alarm import OTHERS, Alarm, Said, Weighing, in_proportion, meaning_of, signs, worth
from bot.nlu.danger import told

TOPICS = ["distress", "greet", "out_of_scope"]


def test_signs_of_a_call_and_of_a_harmless_saying() -> None:
    said = [Said(told(text)) for text in ("ik wil dood", "ik lach mij dood", "wat is stem")]
    shares = np.array([[0.6, 0.3, 0.1], [0.1, 0.2, 0.7], [0.0, 0.9, 0.1]])
    nearest = np.array([[0.9, 0.2, 0.3], [0.1, 0.2, 0.5], [0.0, 0.4, 0.1]])
    found = signs(said, shares, nearest, TOPICS)
    assert found.shape == (3, 6)
    assert found[:, 4].tolist() == [1, 0, 0] and found[:, 5].tolist() == [0, 1, 0]
    assert found[:, 3] == pytest.approx([0.6, -0.4, -0.4])
    assert [row.is_alarming for row in said] == [True, True, False]


def test_a_short_message_with_words_of_danger_is_a_plain_call() -> None:
    plain = {text: Said(told(text)).is_plain_call for text in ("ik heb een touw klaarliggen", "wat is stem")}
    assert plain == {"ik heb een touw klaarliggen": True, "wat is stem": False}
    assert not Said(told("wat is het verschil tussen werken met daders en kindermishandeling")).is_plain_call


def test_harm_at_home_is_a_plain_call_however_long_the_message_is() -> None:
    assert Said(told("mijn pa slaagt mij en ik zou graag weten welke richting goed is voor elektricien")).is_plain_call


def test_a_part_is_no_call_where_the_whole_shows_it_harmless() -> None:
    whole = told("mijn ma vermoordt mij als ik gebuisd ben")
    part = told("mijn ma vermoordt mij")
    assert Said(part).is_call and not Said(part, whole).is_call
    assert Said(told("ik wil dood"), told("ik wil dood, en wat is duaal")).is_call


def test_without_the_topic_there_is_nothing_to_see() -> None:
    assert not signs([Said("hallo ")], np.array([[1.0]]), np.array([[1.0]]), ["greet"]).any()


def test_what_it_learned_is_a_chance() -> None:
    evidence = np.array([[0.0, 1.0], [1.0, 0.0], [0.1, 0.9], [0.9, 0.3]])
    calls = np.array([False, True, False, True])
    model = Weighing.fit(evidence, calls, np.ones(4))
    assert (model.chance(evidence) > 0.5).tolist() == calls.tolist()
    assert Weighing.never(evidence).chance(evidence).max() < 0.01


def test_meaning_counts_where_there_is_an_embedding() -> None:
    vectors = np.random.default_rng(1).normal(size=(40, 8)).astype(np.float32)
    calls = vectors[:, 0] > 0.5
    meaning = meaning_of(vectors, calls)
    flat = np.zeros((40, 6))
    second = Weighing.fit(np.column_stack([flat, meaning.margin(vectors)]), calls, np.ones(40))
    alarm = Alarm(Weighing.never(flat), second, meaning)
    heard = [alarm.chance_by_meaning(flat[:1], vector[None, :]) > 0.5 for vector in vectors]
    assert np.mean(np.array(heard) == calls) > 0.9
    assert alarm.chance(flat[:1]) < 0.01
    assert Alarm(alarm.first).chance_by_meaning(flat[:1], vectors[:1]) < 0.01


def test_sentences_that_the_words_were_written_for_count_less() -> None:
    assert worth(["nood", "klas", "klas"], np.array([True, False, True])).tolist() == [1.0, OTHERS, 0.0]


def test_a_part_weighs_as_the_whole_does() -> None:
    weights, calls = np.array([1.0, 1.0, 0.3, 0.3, 0.3, 0.3]), np.array([True, False, False, False, False, False])
    assert in_proportion(weights, calls, np.array([0, 1, 2, 3])) == pytest.approx([1.0, 1.0, 0.6, 0.6])
