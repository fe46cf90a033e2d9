"""Academies called by their names, English ones too: data/academy_names.yml."""

from __future__ import annotations

import pytest

from actions.academy_names import as_academy
from actions.question import Mention, Question
from study_catalogue import open_catalogue

HAM = Mention("place", "3945 Ham", "Ham")
ENGLISH = Mention("language", "en", "")


def asked(text: str, topic: str = "other_language", *mentions: Mention) -> Question:
    return as_academy(Question(topic, text, mentions), open_catalogue())


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Wat kost Engineering for Kids in Ham?", "academy_price"),
        ("En die in Ham van Engineering for Kids, hoe duur is dat?", "academy_price"),
        ("wat is Engineering for Kids", "academy_nearby"),
        ("Engineering for Kids", "academy_nearby"),
    ],
)
def test_the_name_of_an_academy_is_no_other_language(text: str, topic: str) -> None:
    question = asked(text, "other_language", HAM)
    assert question.topic == topic
    assert [mention.value for mention in question.named("place")] == [HAM.value]
    academy = open_catalogue().academy(question.named("academy")[0].value)
    assert academy and academy.name == "Engineering for Kids Ham"


def test_where_no_place_is_named_it_is_where_the_academy_is() -> None:
    assert asked("wat is Engineering for Kids").named("place")


def test_a_name_like_that_of_a_club_asks_for_academies() -> None:
    question = asked("Is er een Coding for Kids in Genk?", "other_language", Mention("theme", "programmeren", "Coding"))
    assert question.topic == "academy_nearby" and not question.named("theme") and not question.named("academy")


@pytest.mark.parametrize(
    "text",
    ["what does Engineering for Kids cost", "is there something for kids in Genk", "I study engineering for kids"],
)
def test_english_stays_english(text: str) -> None:
    assert asked(text, "other_language", ENGLISH).topic == "other_language"


@pytest.mark.parametrize("topic", ["option_search", "option_info", "job_info"])
def test_what_was_understood_stays(topic: str) -> None:
    assert asked("wat is Engineering for Kids", topic).topic == topic


def test_words_that_many_names_share_call_none() -> None:
    assert not asked("wat kost een STEM-academie", "academy_price").named("academy")
