"""Topics that are only text: dual learning, choosing, STEM."""

from __future__ import annotations

import re

import pytest

from actions.question import Question
from actions.reply import Reply
from actions.texts import texts_of, topics
from study_catalogue import Catalogue

MOST_WORDS = 81  # of a text, and a note that a part of it is old
MOST_WORDS_WITH_ROWS = 95
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


WITHOUT_LIMIT = {"distress", "role_model"}  # every helpline is in sight; four stories are a list


@pytest.mark.parametrize("topic", sorted(topics().keys() - WITHOUT_LIMIT))
@pytest.mark.parametrize("audience", ["talk", "parent"])
def test_a_first_answer_is_short_and_the_rest_is_under_more(
    topic: str, audience: str, request: pytest.FixtureRequest
) -> None:
    answer = request.getfixturevalue(audience)(topic)
    fixed = texts_of(topic).items if answer.items else ()
    rows = sum(len(f"{item.title} {item.line}".split()) for item in answer.items) if fixed else 0
    assert len(answer.text.split()) <= MOST_WORDS, answer.text
    assert len(answer.text.split()) + rows <= MOST_WORDS_WITH_ROWS


def test_a_text_is_cited_with_the_facts_that_it_alone_rests_on(catalogue: Catalogue) -> None:
    question = Question("attestation")
    cited = {key: Reply(question, catalogue).say_only(key).answer().sources for key in ("more", "simple")}
    repeat = catalogue.fact("attestation_b_repeat")
    assert repeat and repeat.source in cited["more"] and repeat.source not in cited["simple"]
