"""The study somebody is in, or that others want, is not the study asked about: data/own_study.yml."""

from __future__ import annotations

import pytest

from actions.question import Mention

LATIN = Mention("option", "Latijn", "latijn")
METAL = Mention("option", "Mechanica", "mechanica")
ROBOTS = Mention("option", "Mechatronica", "mechatronica")
BIO = Mention("option", "Biotechnieken", "biotechnieken")
FARMER = Mention("job", "Medewerker landbouw", "boer")
NURSE = Mention("job", "Verpleegkundige", "verpleegster")
COMPUTERS = Mention("theme", "ict", "computers")
IN_4 = Mention("level", "so-2", "4", at=10)


@pytest.mark.parametrize(
    ("topic", "asked"),
    [
        ("option_info", "wat is mechatronica"),
        ("option_jobs", "wat kan je worden met mechatronica"),
        ("option_dual", "bestaat mechatronica ook duaal"),
        ("difficulty", "is mechatronica moeilijk"),
    ],
)
def test_another_study_is_asked_about_than_ones_own(talk, topic: str, asked: str) -> None:
    answer = talk(topic, METAL, ROBOTS, text=f"{asked}? ik zit in 4 mechanica")
    assert answer.topic == topic and answer.kind == "answer"
    assert talk.slots.get("option") == "so3-mechatronica"


def test_ones_own_study_is_asked_about_when_no_other_is(talk) -> None:
    answer = talk("option_jobs", METAL, IN_4, text="ik zit in 4 mechanica, wat kan je worden")
    assert answer.topic == "option_jobs" and "Mechanica" in answer.text


@pytest.mark.parametrize(
    "text",
    [
        "mijn papa zegt dat ik latijn moet doen maar ik wil iets met computers",
        "mn juf vindt da latijn best is ma ik wil liever iets met computers",
        "ze raden mij latijn aan maar ik werk graag met computers",
        "de school wil dat hij latijn volgt maar hij wil iets met computers",
    ],
)
@pytest.mark.parametrize("topic", ["clarify", "out_of_scope", "option_for_job"])
def test_what_others_want_is_not_what_is_wanted(talk, topic: str, text: str) -> None:
    answer = talk(topic, LATIN, COMPUTERS, text=text)
    assert answer.topic == "option_search" and "computers" in answer.text and "Latijn" not in answer.text


def test_a_question_about_what_was_advised_stays_about_that(talk) -> None:
    text = "mijn leerkracht zegt dat ik best latijn doe maar ik wil weten of ik dan iets met computers kan doen"
    answer = talk("option_entry", LATIN, COMPUTERS, text=text)
    assert "Latijn" in answer.text


def test_a_job_that_others_think_of_is_not_asked_about(talk) -> None:
    text = "ik volg nu biotechnieken en iedereen denkt da ik boer ga worden. welke jobs zijn er echt mee"
    answer = talk("option_jobs", BIO, FARMER, text=text)
    assert answer.topic == "option_jobs" and "Biotechnieken" in answer.text


def test_a_job_that_one_thinks_of_oneself_stays(talk) -> None:
    answer = talk("option_jobs", BIO, FARMER, text="ik denk dat ik boer word met biotechnieken, welke weg is dat")
    assert answer.topic == "path_map"


@pytest.mark.parametrize("text", ["is da moeilijk? ik heb latijn gedaan", "is dat zwaar, ik doe nu 4 latijn"])
def test_what_was_spoken_of_stays_the_subject(talk, text: str) -> None:
    talk("option_info", ROBOTS)
    answer = talk("difficulty", LATIN, text=text)
    assert "Mechatronica" in answer.text and "Latijn" not in answer.text


def test_another_study_that_is_asked_about_becomes_the_subject(talk) -> None:
    talk("option_info", ROBOTS)
    assert "Latijn" in talk("difficulty", LATIN, text="is latijn moeilijk").text


def test_a_wish_of_ones_own_is_no_wish_of_others(talk) -> None:
    answer = talk("option_for_job", NURSE, text="mijn mama wil dat ik verpleegster word en ik ook")
    assert "Verpleegkundige" in answer.text
