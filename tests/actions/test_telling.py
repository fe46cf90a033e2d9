"""Who only tells of himself is led into the guided talk: data/telling.yml."""

from __future__ import annotations

import pytest

from actions.question import Mention, Question
from actions.telling import as_told
from study_catalogue import Catalogue
from tests.actions.conftest import Talk

TWELVE = Mention("age", "12", "12")
SECOND = Mention("level", "so-1", "2de middelbaar")


def told(catalogue: Catalogue, text: str, *mentions: Mention, topic: str = "audience", **context: object) -> Question:
    return as_told(Question(topic, text, mentions, context), catalogue)


@pytest.mark.parametrize(
    ("text", "mentions", "words"),
    [
        ("ik ben 12", (TWELVE,), "12 jaar"),
        ("kzit in het 2de middelbaar", (SECOND,), "2de middelbaar"),
        ("ik zit in het 5de", (), "5de jaar"),
        ("ik zit in 2A", (Mention("level", "so-1", "2A"),), "2A"),
        ("ik teken graag", (), "teken graag"),
        ("ik hou van koken", (), "koken"),
        ("mijn dochter is 12", (TWELVE,), "12 jaar"),
    ],
)
def test_what_is_told_is_said_back(catalogue: Catalogue, text: str, mentions: tuple[Mention, ...], words: str) -> None:
    question = told(catalogue, text, *mentions)
    assert question.topic == "help_choose"
    assert question.context["told"]["words"] == words


@pytest.mark.parametrize(
    "text",
    [
        "ik ben moe",
        "ik ben leerkracht in het derde jaar",
        "ik zit in het 5de, wat nu",
        "ik hou niet van wiskunde",
        "wie ben jij",
    ],
)
def test_other_messages_stay_what_they_are(catalogue: Catalogue, text: str) -> None:
    assert told(catalogue, text).topic == "audience"


def test_an_adult_is_no_pupil(catalogue: Catalogue) -> None:
    assert told(catalogue, "ik ben 35", Mention("age", "35", "35")).topic == "audience"


def test_a_pupil_is_no_adult(catalogue: Catalogue) -> None:
    text = "ik zit in het 4de jaar, kan ik nog iets technisch leren"
    assert told(catalogue, text, topic="adult_switch").topic == "switching"
    assert told(catalogue, f"{text}, ik werk al", topic="adult_switch").topic == "adult_switch"


def test_an_age_that_settles_the_year_is_not_asked_about(catalogue: Catalogue) -> None:
    question = told(catalogue, "ik ben 10", Mention("age", "10", "10"))
    assert question.context["told"]["given"]["level"] == "jaar-1"


def test_an_open_talk_hears_for_itself(catalogue: Catalogue) -> None:
    assert told(catalogue, "ik ben 12", TWELVE, guide={"asked": "level"}).topic == "audience"


ENGINEER = Mention("option", "Academische bachelor ingenieurswetenschappen", "ingenieur worden")
DOUBLE, WORK = Mention("finality", "dubbel", "dubbele finaliteit"), Mention("finality", "arbeidsmarkt", "bso")


def test_a_goal_and_where_somebody_is_ask_the_way(catalogue: Catalogue, talk: Talk) -> None:
    text = "wil ingenieur worden ma zit in dubbele finaliteit gaat da nog"
    assert told(catalogue, text, ENGINEER, DOUBLE, topic="clarify").topic == "option_for_job"
    assert "Met dubbele finaliteit mag het ook" in talk("clarify", ENGINEER, DOUBLE, text=text).text
    assert told(catalogue, "ik zit in dubbele finaliteit", DOUBLE, topic="clarify").topic != "option_for_job"
    from_work = talk("clarify", ENGINEER, WORK, text="zit in bso, kan ik nog ingenieur worden").text
    assert "eerst een 7de jaar voor hoger onderwijs of een graduaat" in from_work


def test_a_number_of_a_year_is_said_as_a_year(catalogue: Catalogue) -> None:
    electro = Mention("option", "Elektrotechnieken", "elektrotechnieken")
    level = Mention("level", "so-2", "4")
    question = told(catalogue, "hey ik ben Yassin leerling van 4 elektrotechnieken", level, electro)
    assert question.context["told"]["words"] == "4de jaar, Elektrotechnieken"
    assert told(catalogue, "ik zit in 1", Mention("level", "so-1", "1")).context["told"]["words"] == "1ste jaar"
