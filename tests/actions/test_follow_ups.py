"""What short messages mean after what was said before: data/follow_ups.yml."""

from __future__ import annotations

import pytest

from actions.follow_ups import ANY, in_context, table
from actions.question import Mention, Question
from actions.texts import areas, texts_of, topics

GENK, MAASMECHELEN = "3600 Genk", "3630 Maasmechelen"
PLAIN_RULES = [rule for rule in table().rules if rule.words]


def asked(text: str, subject: str = "", topic: str = "out_of_scope", *mentions: Mention) -> str:
    """The topic that a message gets when the talk is about this subject."""
    context = {"subject": subject} if subject else {}
    return in_context(Question(topic, text, mentions, context)).topic


def test_the_table_speaks_of_topics_and_areas_that_exist() -> None:
    for rule in table().rules:
        assert set(rule.after) <= {*topics(), *areas(), ANY}, rule.name
        assert rule.taken_for <= topics().keys(), rule.name
        for meant in rule.after.values():
            topic, _, layer = meant.partition("/")
            assert not layer or layer in texts_of(topic).texts, rule.name
        assert rule.words or rule.kinds, rule.name


@pytest.mark.parametrize("rule", PLAIN_RULES, ids=[rule.name for rule in PLAIN_RULES])
def test_nothing_is_read_into_the_first_message(rule) -> None:  # type: ignore[no-untyped-def]
    assert {asked(f"en {word}") for word in rule.words} == {"out_of_scope"}


@pytest.mark.parametrize(
    ("text", "subject", "topic", "meant"),
    [
        ("wat kost dat", "option_next", "academy_price", "costs_support"),
        ("wat kost dat", "academy_what", "costs_support", "academy_price"),
        ("kost dat iets", "tests_exams", "academy_price", "tests_exams"),
        ("wat kost een academie", "option_next", "academy_price", "academy_price"),
        ("en krijg ik vakantie", "dual_pay", "out_of_scope", "dual_days"),
        ("is hij verzekerd", "dual_what", "dual_benefits", "dual_contract"),
        ("krijg ik dan een premie", "adult_vdab", "dual_benefits", "adult_leave"),
        ("en in 2024?", "bottleneck_list", "inform", "bottleneck_what"),
        ("wat zijn de oorzaken", "bottleneck_list", "out_of_scope", "bottleneck_what"),
        ("hoeveel jaar duurt dat", "job_info", "path_map", "path_map"),
        ("welke is beter", "option_compare", "clarify", "option_compare"),
        ("is dat bindend", "tests_exams", "out_of_scope", "tests_exams"),
        ("hoe ga ik in beroep", "attestation", "out_of_scope", "attestation"),
        ("in het weekend alleen", "academy_nearby", "clarify", "academy_filter"),
        ("en voor mijn dochter", "academy_filter", "nonsense", "academy_filter"),
        ("mijn dochter wil kapper worden", "academy_filter", "out_of_scope", "out_of_scope"),
        ("wie won de tweede wereldoorlog", "academy_nearby", "out_of_scope", "out_of_scope"),
        ("wat kost een brood eigenlijk in de winkel bij jullie om de hoek", "dual_pay", "out_of_scope", "out_of_scope"),
        ("wat verdient een lasser", "dual_pay", "bottleneck_list", "bottleneck_list"),
    ],
)
def test_what_a_short_message_means(text: str, subject: str, topic: str, meant: str) -> None:
    assert asked(text, subject, topic) == meant


def test_a_message_that_names_a_study_or_a_job_has_a_subject_of_its_own() -> None:
    assert asked("wat kost lasser", "academy_what", "job_pay", Mention("job", "Lasser")) == "job_pay"


@pytest.mark.parametrize(
    ("subject", "meant"),
    [("option_jobs", "option_where"), ("academy_what", "academy_nearby"), ("dual_what", "option_where")],
)
def test_a_place_is_of_a_school_when_the_talk_is_about_studies(subject: str, meant: str) -> None:
    assert asked("en in genk", subject, "academy_nearby", Mention("place", GENK)) == meant


def test_a_rule_may_ask_for_another_text_of_the_topic(talk) -> None:
    talk("dual_what")
    assert "verzekerd" in talk("dual_benefits", text="is hij verzekerd").text


def test_smalltalk_does_not_change_what_the_talk_is_about(talk) -> None:
    talk("option_info", option="Houttechnieken")
    talk("thanks")
    assert talk.slots["subject"] == "option_info"
    assert talk("academy_price", text="wat kost dat").topic == "costs_support"


def test_two_children_of_two_ages(talk) -> None:
    ages = (Mention("age", "8"), Mention("age", "13"))
    assert "voor 8 jaar" in talk("academy_filter", *ages, place=MAASMECHELEN).text
    assert "voor 13 jaar" in talk("nonsense", text="en voor de oudste").text
    assert "voor 8 jaar" in talk("nonsense", text="en voor de jongste?").text
    assert "voor 13 jaar" in talk("nonsense", text="en voor mijn dochter").text


def test_the_price_of_a_row(talk) -> None:
    first = talk("academy_nearby", place=GENK).items[0]
    answer = talk("academy_price", text="hoeveel kost de eerste")
    assert answer.topic == "academy_price" and first.title in answer.text


def test_further_away_goes_on_with_the_list_also_after_something_else(talk) -> None:
    first = talk("academy_nearby", place=GENK).items
    talk("academy_register", text="hoe schrijf ik mij in")
    answer = talk("academy_nearby", text="verder weg")
    assert answer.items and not set(answer.items) & set(first)


def test_a_row_keeps_the_grade_it_was_shown_with(talk) -> None:
    talk("option_next", option="Houttechnieken", level="so-2")
    assert "3de graad" in talk("inform", option="Bouwtechnieken").text


def test_a_company_gets_what_is_for_companies(talk) -> None:
    talk.audience = "parent"
    pupil = talk("dual_benefits").text
    company = talk.as_role("company")("dual_benefits").text
    assert "1.000 euro" in company and "Groeipakket" not in company and "Groeipakket" in pupil
