"""Wishes in the user's own words: data/wishes.yml."""

from __future__ import annotations

import pytest

from actions.question import Mention, Question
from actions.texts import topics
from actions.wishes import as_wished, table
from study_catalogue import Catalogue
from tests.actions.conftest import Talk

GENK = Mention("place", "3600 Genk", "Genk")
ELEVEN, FIFTEEN = Mention("age", "11", "11"), Mention("age", "15", "15")
CODING = Mention("option", "Graduaat in het programmeren", "leren programmeren")
IN_2 = Mention("level", "so-1", "2A", basis="last")


def wished(catalogue: Catalogue, text: str, *mentions: Mention, topic: str = "clarify") -> tuple[str, str]:
    """The topic and the theme that are looked for."""
    question = as_wished(Question(topic, text, mentions), catalogue)
    return question.topic, next((mention.value for mention in question.named("theme")), "")


def test_the_table_speaks_of_topics_that_exist() -> None:
    assert table().taken_for | table().taken_for_unnamed <= topics().keys()


@pytest.mark.parametrize(
    ("text", "mentions", "topic", "theme"),
    [
        ("kben ne echte autofreak, welke studies zijn daar voor", (), "option_for_job", "voertuigen"),
        ("ben nen computernerd, welke richting bestaat er dan", (), "bot_challenge", "ict"),
        ("onze zoon is een echte dierenliefhebber. Welke opleidingen zijn er?", (), "out_of_scope", "dieren"),
        ("ze tekent graag. Wat kan ze volgend jaar volgen?", (IN_2,), "out_of_scope", "kunst-design"),
    ],
)
def test_studies_about_what_is_liked(
    catalogue: Catalogue, text: str, mentions: tuple[Mention, ...], topic: str, theme: str
) -> None:
    assert wished(catalogue, text, *mentions, topic=topic) == ("option_search", theme)


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("ik ben 11 en wil leren programmeren na school, ik woon in Genk", (ELEVEN, CODING, GENK)),
        ("kben 15 en wil in het weekend iets met games doen, in Genk", (FIFTEEN, GENK)),
        ("ik ben 11 en hou van robots, wij wonen in Genk", (ELEVEN, GENK)),
    ],
)
def test_something_to_do_near_home(catalogue: Catalogue, text: str, mentions: tuple[Mention, ...]) -> None:
    topic, theme = wished(catalogue, text, *mentions)
    assert topic == "academy_filter"
    assert theme in ("programmeren", "games", "robotica")


@pytest.mark.parametrize(
    ("text", "mentions", "topic"),
    [
        ("ik ben een autofreak", (), "audience"),  # asks nothing: the guided talk
        ("ik zing graag, welke richting is er", (), "clarify"),  # no subject of ours
        ("ik hou van auto's en wil garagist worden", (Mention("job", "Garagist", "garagist"),), "clarify"),
        ("waar kan ik pizza eten in Genk na de les", (GENK,), "out_of_scope"),
        ("ik ben 15 en doe mechanica in Genk", (FIFTEEN, GENK), "clarify"),
        ("hoe zwaar is een richting met auto's", (), "difficulty"),
    ],
)
def test_other_messages_stay_what_they_are(
    catalogue: Catalogue, text: str, mentions: tuple[Mention, ...], topic: str
) -> None:
    assert wished(catalogue, text, *mentions, topic=topic)[0] == topic


def test_a_subject_that_was_understood_comes_first(catalogue: Catalogue) -> None:
    text, sport = "welke studies zijn er voor mensen die graag voetballen", Mention("theme", "sport", "voetballen")
    assert wished(catalogue, text, sport) == ("option_search", "sport")


def test_the_study_in_the_words_is_a_subject_of_the_academies(talk: Talk) -> None:
    answer = talk("clarify", ELEVEN, CODING, GENK, text="ik ben 11 en wil leren programmeren na school in Genk")
    assert (answer.topic, answer.kind) == ("academy_filter", "answer")
    assert "voor 11 jaar over programmeren" in answer.text


ROBOTS, BILZEN = Mention("theme", "robotica", "robots"), Mention("place", "3740 Bilzen", "Bilzen")


@pytest.mark.parametrize(
    "text",
    [
        "is er iets met robots in Bilzen",
        "is der iets van robots in de buurt van Bilzen",
        "robots na schooltijd in Bilzen",
    ],
)
def test_a_subject_and_a_place_is_something_to_do_there(catalogue: Catalogue, text: str) -> None:
    assert wished(catalogue, text, ROBOTS, BILZEN) == ("academy_filter", "robotica")


@pytest.mark.parametrize(
    "text",
    [
        "is er een school met robots in Bilzen",
        "is er iets van werk met robots in Bilzen",
        "ik wil iets met robots studeren in Bilzen",
        "is er een richting van robots in Bilzen",
    ],
)
def test_school_or_work_near_a_place_is_something_else(catalogue: Catalogue, text: str) -> None:
    assert wished(catalogue, text, ROBOTS, BILZEN)[0] != "academy_filter"
