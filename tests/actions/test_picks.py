"""Picking from what was shown."""

from __future__ import annotations

import pytest

from actions.question import Mention

AUTO = Mention("option", "Autotechnieken", "auto", ("Voertuigtechnieken",), "old_name")
JOBS = Mention("job", "Lasser", "lasmeester", ("Dakwerker", "Metselaar"), "alias")
READINGS = (("option_jobs", 0.4), ("option_next", 0.3))


@pytest.mark.parametrize("text", ["de tweede", "nr 2", "Nummer 2", "2", "2.", "de 2de", "doe de tweede maar"])
@pytest.mark.parametrize("topic", ["inform", "nonsense", "out_of_scope", "clarify"])
def test_a_pick_asks_the_first_question_again(talk, topic: str, text: str) -> None:
    assert len(talk("job_bottleneck", JOBS).items) == 3
    answer = talk(topic, text=text)
    assert answer.topic == "job_bottleneck" and "Dakwerker staat" in answer.text


def test_the_last_one(talk) -> None:
    last = talk("option_for_job", JOBS).items[-1]
    answer = talk("inform", text="de laatste")
    assert answer.topic == "option_info" and last.title in answer.text


def test_typing_a_choice_asks_the_first_question_too(talk) -> None:
    talk("option_for_job", JOBS)
    assert talk("inform", job="Dakwerker", text="dakwerker").topic == "option_for_job"


def test_the_other_one_of_two(talk) -> None:
    talk("option_jobs", AUTO)
    assert "Autotechnieken" in talk("inform", text="de eerste").text
    assert "Voertuigtechnieken" in talk("inform", text="en die andere?").text
    assert "Met Autotechnieken" in talk("nonsense", text="die andere").text


def test_the_other_one_needs_two_of_which_one_is_in_hand(talk) -> None:
    talk("job_bottleneck", JOBS)
    assert len(talk("inform", text="die andere").choices) == 3
    asked = talk("option_jobs", AUTO)
    assert talk("inform", text="die andere").choices == asked.choices


def test_a_level_that_was_named_goes_with_the_pick(talk) -> None:
    talk("option_info", Mention("option", "Houttechnieken", "hout", ("Elektromechanische technieken",)), level="so-2")
    assert "2de graad" in talk("inform", text="nr 2").text.split(".")[0]


def test_picking_a_reading_asks_it_about_what_was_named(talk) -> None:
    talk("clarify", Mention("option", "Houttechnieken"), readings=READINGS)
    answer = talk("nonsense", text="2")
    assert answer.topic == "option_next" and "Houttechnieken" in answer.text
    assert talk("inform", text="de andere").topic == "option_jobs"


def test_picking_from_the_names_like_an_unknown_one(talk) -> None:
    near = talk("option_jobs", Mention("unknown", "houttechnologie", "houttechnologie")).choices
    answer = talk("inform", text="de derde")
    assert answer.topic == "option_jobs" and near[2].title in answer.text


def test_picking_an_example(talk) -> None:
    asked = talk("academy_nearby")
    answer = talk("nonsense", text="3")
    assert answer.items and asked.choices[2].title.split(" (")[0] in answer.text


def test_picking_a_theme(talk) -> None:
    asked = talk("option_search")
    assert talk("inform", text="de tweede").topic == "option_search"
    assert asked.choices[1].title.lower() in talk("inform", text="de tweede").text.lower()


def test_the_examples_are_what_was_shown_last(talk) -> None:
    shown = talk("option_search", theme="hout").items
    assert [choice.title for choice in talk("option_dual").choices][:2] == [item.title for item in shown[:2]]


@pytest.mark.parametrize("text", ["nr 9", "de vijfde"])
def test_beyond_the_choices_gives_them_again(talk, text: str) -> None:
    asked = talk("job_bottleneck", JOBS)
    answer = talk("nonsense", text=text)
    assert answer.kind == "clarify" and answer.choices == asked.choices


def test_beyond_a_list_is_nonsense(talk) -> None:
    talk("academy_nearby", place="3600 Genk")
    assert talk("nonsense", text="nr 9").topic == "nonsense"


def test_a_number_among_other_words_is_no_pick(talk) -> None:
    talk("academy_nearby", place="3600 Genk")
    assert talk("out_of_scope", text="wie won de tweede wereldoorlog").topic == "out_of_scope"


@pytest.mark.parametrize("topic", ["clarify", "out_of_scope", "option_search"])
@pytest.mark.parametrize("text", ["toon elektriciteit", "Laat elektriciteit eens zien", "elektriciteit!"])
def test_the_title_of_a_row_opens_it(talk, topic: str, text: str) -> None:
    talk("option_search", Mention("theme", "elektriciteit", "elektriciteit"))
    named = Mention("option", "Elektriciteit", "elektriciteit"), Mention("theme", "elektriciteit", "elektriciteit")
    answer = talk(topic, *named, text=text)
    assert (answer.topic, answer.kind) == ("option_info", "answer")
    assert talk.slots["option"] == "so2-elektriciteit"


def test_a_title_that_was_not_shown_opens_nothing(talk) -> None:
    talk("option_search", Mention("theme", "elektriciteit", "elektriciteit"))
    wood = Mention("theme", "hout", "hout")
    assert talk("option_search", wood, text="toon hout").topic == "option_search"


def test_a_title_of_two_rows_opens_none(talk) -> None:
    shown = [["option", "so2-houttechnieken"], ["option", "so3-houttechnieken"]]
    talk.slots["listing"] = {"topic": "option_next", "filters": {}, "shown": shown}
    answer = talk("clarify", text="toon houttechnieken", readings=(("option_info", 0.3), ("option_jobs", 0.2)))
    assert answer.kind == "clarify"
