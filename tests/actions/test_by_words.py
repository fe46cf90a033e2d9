"""What a message asks by its words alone: data/by_words.yml."""

from __future__ import annotations

import pytest

from actions.by_words import by_words, table
from actions.question import Mention, Question
from actions.registry import LAYER
from actions.texts import texts_of, topics
from study_catalogue import Catalogue


def asked(catalogue: Catalogue, text: str, topic: str, *mentions: Mention) -> str:
    found = by_words(Question(topic, text, mentions), catalogue)
    layer = found.context.get(LAYER, "")
    return f"{found.topic}/{layer}" if layer else found.topic


def test_the_table_speaks_of_topics_and_texts_that_exist() -> None:
    for row in table().rows:
        topic, _, layer = row.to.partition("/")
        assert {topic, *row.taken_for} <= topics().keys(), row.name
        assert not layer or layer in texts_of(topic).texts, row.name


@pytest.mark.parametrize(
    ("text", "topic", "meant"),
    [
        ("ze hebben mij van school gegooid, wat nu", "out_of_scope", "switching/thrown_out"),
        ("ik ben van school gevlogen", "clarify", "switching/thrown_out"),
        ("ik wil stoppen met school om te werken", "dual_stop", "switching/stops_school"),
        ("kap met school", "audience", "switching/stops_school"),
        ("kga later crypto doen dus moek geen school", "goodbye", "diploma_levels/why_school"),
        ("school is toch nutteloos", "out_of_scope", "diploma_levels/why_school"),
        ("ik maak me zelf kapot met al die wiskunde haha", "out_of_scope", "difficulty/too_much"),
        ("ik word zot van al dat huiswerk", "out_of_scope", "difficulty/too_much"),
        ("moet ik een zevende jaar doen", "clarify", "structure/seventh"),
    ],
)
def test_it_is_asked(catalogue: Catalogue, text: str, topic: str, meant: str) -> None:
    assert asked(catalogue, text, topic) == meant


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("kan ik stoppen met duaal leren", "dual_stop"),
        ("ik wil stoppen op mijn werkplek, de school weet het", "dual_stop"),
        ("ben op mijn 17 gestopt met school, kan ik nog een diploma halen", "adult_diploma"),
        ("ik ben gek op wiskunde", "difficulty"),
        ("dag, en bedankt", "goodbye"),
        ("ik maak mezelf kapot", "distress"),
        ("ze hebben mij van school gegooid", "distress"),
        ("ik wil van school veranderen", "clarify"),
    ],
)
def test_it_stays_what_it_was(catalogue: Catalogue, text: str, topic: str) -> None:
    assert asked(catalogue, text, topic) == topic


def test_from_eighteen_on_the_way_to_a_diploma_is_that_of_adults(catalogue: Catalogue) -> None:
    text = "gestopt met school wat nu"
    assert asked(catalogue, text, "help_choose", Mention("age", "18")) == "adult_diploma"
    assert asked(catalogue, text, "adult_diploma", Mention("age", "17")) == "switching/stops_school"


def test_after_a_study_of_the_second_grade_comes_a_study(catalogue: Catalogue) -> None:
    text = "wa kan k doen na 4 elektriciteit"
    assert asked(catalogue, text, "clarify", Mention("option", "Elektriciteit", "elektriciteit")) == "option_next"
    assert (
        asked(catalogue, "welke job na elektriciteit", "option_jobs", Mention("option", "Elektriciteit"))
        == "option_jobs"
    )
    assert asked(catalogue, "wat na houttechnieken", "clarify", Mention("option", "Houttechnieken")) == "clarify"


def test_the_first_year_with_stem_is_told_of_and_an_academy_is_not_that(catalogue: Catalogue) -> None:
    first = Mention("level", "so-1")
    assert asked(catalogue, "waar kan ik stem volgen in het eerste", "clarify", first) == "structure/stem_first"
    assert asked(catalogue, "waar is een stem-academie voor het eerste", "academy_nearby", first) == "academy_nearby"


def test_a_text_offers_the_choices_that_go_with_it(talk) -> None:
    answer = talk("out_of_scope", text="ze hebben mij van school gegooid")
    assert answer.topic == "switching" and "CLB" in answer.text
    assert [choice.topic for choice in answer.choices] == ["handover", "help_choose"]


def test_said_twice_it_leads_to_a_person_and_not_to_the_rest_of_the_topic(talk) -> None:
    talk("out_of_scope", text="ze hebben mij van school gegooid")
    again = talk("out_of_scope", text="ze hebben mij van school gegooid")
    assert again.topic == "switching" and "Schrijf op" not in again.text
    assert "handover" in [choice.topic for choice in again.choices]
