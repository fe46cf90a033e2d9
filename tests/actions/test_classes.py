"""The year of school in the words that pupils have for their class."""

from __future__ import annotations

import pytest

from actions.classes import table, with_class
from actions.question import Mention, Question
from study_catalogue.levels import GRADES
from tests.actions.conftest import Talk

ELECTRO = Mention("option", "Elektrotechnieken", "elektrotechnieken")


def mentions(text: str, *named: Mention) -> set[tuple[str, str, str]]:
    found = with_class(Question("audience", text, named)).mentions
    return {(mention.kind, mention.value, mention.basis) for mention in found if mention.kind != "option"}


def test_every_year_has_a_grade() -> None:
    assert {*table().grades.values()} == {*GRADES, "so-7"}
    assert {*table().words.values()} == {*table().grades}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ik zit in 6TSO chemie", ("level", "so-3", "last")),
        ("zit in 3aso, wat nu", ("level", "so-2", "now")),
        ("hoe word ik ingenieur als ik nu in t 3de zit", ("level", "so-2", "now")),
        ("als ge in het tweede zit, welke richting dan", ("level", "so-1", "last")),
        ("kzit nu in 5, en dan", ("level", "so-3", "now")),
    ],
)
def test_a_class_is_a_grade(text: str, found: tuple[str, str, str]) -> None:
    assert mentions(text) == {found}


@pytest.mark.parametrize("text", ["in de eerste plaats wil ik iets met hout", "3 keer per week", "kben 3 keer gebuisd"])
def test_other_numbers_are_none(text: str) -> None:
    assert mentions(text) == set()


def test_the_number_of_a_class_is_no_age() -> None:
    text = "hey ik ben Yassin leerling van 4 elektrotechnieken"
    assert mentions(text, Mention("age", "4", "4"), ELECTRO) == {("level", "so-2", "name")}
    assert mentions("ik ben 15, doe 4 elektrotechnieken", Mention("age", "15", "15"), ELECTRO) > {("age", "15", "name")}


def test_where_somebody_is_and_where_somebody_goes() -> None:
    assert mentions("kheb nu 5 elektrotechnieken", ELECTRO) == {("level", "so-3", "now")}
    assert mentions("wil naar 5 elektrotechnieken", ELECTRO) == {("level", "so-3", "name")}


def test_an_age_is_no_class() -> None:
    child = Mention("age", "4", "4"), Mention("level", "so-2", "4")
    assert mentions("mijn dochter van 4 wil knutselen", *child) == {("age", "4", "name")}


def test_a_year_of_primary_school_is_no_grade() -> None:
    assert mentions("ik zit in het 6de leerjaar", Mention("level", "so-3", "6de", basis="last")) == set()
    assert mentions("ik zit in het 2de leerjaar B", Mention("level", "so-1", "2de", basis="last"))


def test_an_old_name_is_looked_for_in_the_year_that_was_named(talk: Talk) -> None:
    chemistry = Mention("option", "Professionele bachelor chemie", "chemie", basis="old_name")
    answer = talk("option_next", chemistry, text="ik zit in 6TSO chemie, wat kan ik daarna")
    assert answer.choices[0].title == "Biotechnologische en chemische technieken"
    assert not [choice for choice in answer.choices if "bachelor" in choice.title]
    assert "bachelor chemie" in talk("option_next", chemistry, text="wat kan er na chemie").text


@pytest.mark.parametrize(
    ("text", "age"),
    [("onze kleine van 9 bouwt graag", "9"), ("ons ventje van 7", "7"), ("een zoon van 15 km verder", "")],
)
def test_the_age_of_a_child_in_everyday_words(text: str, age: str) -> None:
    ages = with_class(Question("academy_filter", text)).named("age")
    assert [mention.value for mention in ages] == [age] * bool(age)


@pytest.mark.parametrize("text", ["in het 5de bedoel ik", "nee, voor het vijfde jaar", "in t 6de dus"])
def test_a_year_that_is_all_a_message_says(text: str) -> None:
    assert [mention.value for mention in with_class(Question("inform", text)).named("level")] == ["so-3"]


@pytest.mark.parametrize("text", ["het 5de", "de 5de graag", "in het 5de wonen mijn ouders"])
def test_other_words_with_a_number_name_no_year(text: str) -> None:
    assert not with_class(Question("inform", text)).named("level")
