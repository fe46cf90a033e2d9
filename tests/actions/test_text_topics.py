"""Topics that are only text: dual learning, choosing, STEM."""

from __future__ import annotations

import re

import pytest

from actions.texts import topics

SMALL_TALK = {
    "greet",
    "goodbye",
    "thanks",
    "bot_challenge",
    "capabilities",
    "out_of_scope",
    "nonsense",
    "more",
    "inform",
    "clarify",
}


@pytest.mark.parametrize("topic", ["dual_what", "dual_entry", "dual_pay", "finalities", "stem_what", "academy_what"])
def test_has_sources_and_choices(talk, parent, topic: str) -> None:
    for conversation in (talk, parent):
        answer = conversation(topic)
        assert answer.kind == "answer" and answer.choices
        assert answer.sources and all(source.year for source in answer.sources)
        assert len(answer.text.split()) <= 90


@pytest.mark.parametrize("topic", sorted(topics()))
def test_every_topic_answers_when_nothing_is_known(new_talk, topic: str) -> None:
    answer = new_talk(topic)
    assert answer.text and "ging iets mis" not in answer.text
    assert len(answer.text.split()) <= 90, answer.text
    assert not re.search(r"[{}]", answer.text)


def test_pay_has_three_steps_with_amount_and_year(talk) -> None:
    answer = talk("dual_pay")
    assert len(answer.items) == 3 and all("euro (2025)" in item.line for item in answer.items)
    assert "OAO" in answer.text and "2026 vond ik niet" in answer.text
    assert "contract om te leren en te werken" in answer.text and "contract zonder loon" in answer.text


def test_entry_has_ages_and_class_council(talk) -> None:
    text = talk("dual_entry").text
    assert all(part in text for part in ("16", "15", "klassenraad", "arbeidsrijp", "aanloopfase"))


def test_finalities_name_the_old_names(talk) -> None:
    assert all(old in str(talk("finalities").items) for old in ("aso", "tso", "bso", "kso"))


def test_stem_kinds(talk) -> None:
    assert [item.title for item in talk("stem_what").items] == ["STEM", "Lichte STEM", "Zorg-STEM"]


def test_a_fact_past_its_date_is_said_to_be(talk, monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import date

    from actions import reply

    monkeypatch.setattr(reply, "today", lambda: date(2000, 1, 1))
    assert "laatst bekend" not in talk("dual_stop").text
    monkeypatch.setattr(reply, "today", lambda: date(2039, 1, 1))
    assert "laatst bekend in 20" in talk("dual_what").text
