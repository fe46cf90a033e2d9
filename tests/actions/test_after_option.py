"""Seventh years after a study, and higher education after its dual form."""

from __future__ import annotations

import pytest

from actions.question import Mention

YEAR = Mention("option", "Voorbereidend jaar op hoger onderwijs (7de jaar, na arbeidsmarktfinaliteit OK3)", "7de jaar")
SEVENTH = Mention("level", "so-7", "7de jaar")
WOOD = Mention("option", "Houttechnieken", "houttechnieken")
BRICKS, DUAL = Mention("option", "Ruwbouw", "ruwbouw"), Mention("dual", "yes", "duaal")


@pytest.mark.parametrize("text", ["welk 7de jaar na houttechnieken", "7de jaar na 6 houttechnieken?"])
def test_the_seventh_years_that_follow(talk, text: str) -> None:
    answer = talk("option_next", YEAR, SEVENTH, WOOD, text=text)
    assert answer.topic == "option_next" and "Na Houttechnieken" in answer.text
    assert "Interieurbouwer duaal" in [item.title for item in answer.items]
    assert not any("achelor" in item.title for item in answer.items)


def test_of_a_word_for_several_studies_those_of_its_subject(talk) -> None:
    answer = talk("clarify", YEAR, SEVENTH, Mention("theme", "hout", "hout"), text="welk 7de jaar na hout")
    assert answer.topic == "option_search" and "als 7de jaar" in answer.text


def test_after_the_seventh_year_is_another_question(talk) -> None:
    assert talk("option_next", YEAR, SEVENTH, text="wat kan ik na het 7de jaar doen").items[0].title.startswith("Prof")


@pytest.mark.parametrize("topic", ["dual_diploma", "option_dual", "clarify"])
def test_higher_education_after_a_dual_study_follows_the_rule_of_the_study(talk, topic: str) -> None:
    answer = talk(topic, BRICKS, DUAL, text="mag ik met ruwbouw duaal naar de hogeschool")
    assert answer.topic == "option_next" and "OK3" in answer.text


def test_a_dual_diploma_without_a_study_keeps_its_answer(talk) -> None:
    assert talk("dual_diploma", DUAL, text="mag ik na duaal naar de hogeschool").topic == "dual_diploma"
