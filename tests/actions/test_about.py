"""Of the topics that a message may be about those that take what it names."""

from __future__ import annotations

import pytest

from actions.about import about_all, about_the_named
from actions.question import Mention, Question
from actions.texts import texts_of, topics
from tests.actions.conftest import Talk

TWE = Mention("option", "Technologische wetenschappen en engineering", "TWE")
WOOD = Mention("option", "Hout", "hout"), Mention("theme", "hout", "hout")
IN_2 = Mention("level", "so-1", "2B", basis="last")
GENK = Mention("place", "3600 Genk", "genk")
WELDING = Mention("theme", "metaal", "lassen"), Mention("option", "Lassen-constructie", "lassen")


def test_the_topics_of_the_talk_exist() -> None:
    assert {*texts_of("clarify").words["talk"]} <= topics().keys()


def test_the_talk_itself_is_not_about_a_study() -> None:
    question = Question("clarify", "wat kunde daar later mee doen", (TWE,))
    assert about_the_named(question, ["help_choose", "simpler", "option_jobs"]) == ["option_jobs"]
    assert about_the_named(question, ["help_choose", "simpler"]) == ["help_choose", "simpler"]
    assert about_the_named(question, ["difficulty", "option_info"]) == ["difficulty", "option_info"]


def test_what_takes_most_of_it_is_meant() -> None:
    question = Question("clarify", "ik werk graag met hout. Wat kan ik volgen?", (*WOOD, IN_2))
    assert about_the_named(question, ["help_choose", "option_search", "option_jobs"]) == ["option_search"]


def test_doubt_between_the_talk_and_one_topic_is_none(talk: Talk) -> None:
    readings = (("help_choose", 0.2), ("simpler", 0.1), ("option_jobs", 0.1))
    text = "mn ma vraagt altijd wat ge met TWE later kunt doen"
    assert talk("clarify", TWE, text=text, readings=readings).topic == "option_jobs"


@pytest.mark.parametrize(
    ("text", "kind"),
    [("ik zit in 2B en werk graag met hout. Wat kan ik volgend jaar volgen?", "answer"), ("2B, hout, wat kies ik", "")],
)
def test_a_question_about_it_is_no_wish_to_be_led(talk: Talk, text: str, kind: str) -> None:
    readings = (("help_choose", 0.2), ("option_search", 0.1), ("option_jobs", 0.1))
    answer = talk("clarify", *WOOD, IN_2, text=text, readings=readings)
    assert (answer.topic, answer.kind) == (("option_search", "answer") if kind else ("help_choose", "ask"))


def test_two_of_a_kind_do_not_make_up_for_doubt() -> None:
    hairdressers = (
        Mention("job", "Kapper", "kapster"),
        Mention("job", "Schoonheidsspecialist", "schoonheidsspecialiste"),
    )
    assert not about_all(
        Question("out_of_scope", "hoe word je kapster of schoonheidsspecialiste", hairdressers), "option_for_job"
    )


def test_all_that_is_named_makes_up_for_doubt(talk: Talk) -> None:
    unlikely = talk("out_of_scope", *WELDING, GENK, text="pizza in genk na het lassen", readings=(("campus_t2", 0.04),))
    assert unlikely.topic == "out_of_scope"
    text, readings = "waar kank lassen doen in de buurt van genk", (("option_where", 0.3),)
    assert about_all(Question("out_of_scope", text, (*WELDING, GENK)), "option_where")
    assert talk("out_of_scope", *WELDING, GENK, text=text, readings=readings).topic == "option_where"


@pytest.mark.parametrize(
    ("text", "topic"), [("richting", "option_search"), ("Studies?", "option_search"), ("mijn", "nonsense")]
)
def test_a_bare_word_for_what_we_have_asks_for_it(talk: Talk, text: str, topic: str) -> None:
    answer = talk("nonsense", text=text)
    assert answer.topic == topic
    assert answer.choices


@pytest.mark.parametrize(
    ("text", "topics_left"),
    [
        ("wat kan ik daarna", {"option_next"}),
        ("wat kan ik daarna worden", {"option_next", "option_jobs"}),
    ],
)
def test_after_a_study_comes_another_unless_it_is_work(talk: Talk, text: str, topics_left: set[str]) -> None:
    answer = talk("clarify", TWE, text=text, readings=(("option_next", 0.2), ("option_jobs", 0.1)))
    offered = {choice.topic for choice in answer.choices} if answer.kind == "clarify" else {answer.topic}
    assert offered == topics_left
