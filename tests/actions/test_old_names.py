"""An old name beside the name of today, in a comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from actions.question import Mention

if TYPE_CHECKING:
    from tests.actions.conftest import Talk

TW, TWE = "Technologische wetenschappen", "Technologische wetenschappen en engineering"
IW = Mention(
    "option", "Academische bachelor industriële wetenschappen", "industriele wetenschappen", (TW, TWE), "old_name"
)


def named(name: str) -> Mention:
    return Mention("option", name, name.lower())


@pytest.mark.parametrize("today", [TW, TWE])
@pytest.mark.parametrize("turned", [False, True])
def test_one_option_is_not_laid_beside_itself(talk: Talk, today: str, turned: bool) -> None:
    names = [IW, named(today)]
    answer = talk("option_compare", *(names[::-1] if turned else names))
    assert answer.text.startswith(f"Industriële wetenschappen is een vroegere naam van {today} in de ")
    assert not answer.items and answer.sources[0].year
    info = [value for choice in answer.choices if choice.topic == "option_info" for _, value in choice.about]
    assert len(info) == len(set(info)) == 3 and info[0] == talk.slots["option"]


def test_an_old_name_that_became_one_option_leaves_nothing_to_compare(talk: Talk) -> None:
    old = Mention("option", "Industriële ICT", "industriële informatica", basis="old_name")
    answer = talk("option_compare", named("Industriële ICT"), old)
    assert "niets te vergelijken" in answer.text and not answer.items


def test_a_level_that_was_said_tells_which_option_the_old_name_is(talk: Talk) -> None:
    answer = talk("option_compare", IW, Mention("level", "so-2"), named(TWE))
    assert answer.items and [value for _, value in talk.slots["listing"]["shown"]] == [
        "so2-technologische-wetenschappen",
        "so3-technologische-wetenschappen-en-engineering",
    ]


def test_beside_two_others_the_old_name_is_told_and_left_out(talk: Talk) -> None:
    answer = talk("option_compare", IW, named(TW), named(TWE))
    assert "vroegere naam" in answer.text and len(talk.slots["listing"]["shown"]) == 2


def test_two_different_options_are_compared_as_before(talk: Talk) -> None:
    assert talk("option_compare", IW, named("Houttechnieken")).items


WELFARE = Mention("option", "Welzijnswetenschappen", "STW", basis="old_name")


@pytest.mark.parametrize("topic", ["finalities", "option_info", "clarify"])
@pytest.mark.parametrize("text", ["wat heet vroeger STW nu", "wat is STW tegenwoordig", "heet STW nog altijd zo"])
def test_what_an_old_name_is_called_today(talk: Talk, topic: str, text: str) -> None:
    answer = talk(topic, WELFARE, text=text)
    assert answer.topic == "option_compare" and "Welzijnswetenschappen in de 3de graad" in answer.text


@pytest.mark.parametrize(
    ("mention", "text"),
    [
        (WELFARE, "wat is STW"),
        (WELFARE, "is er nu werk na STW"),
        (named("Mechatronica"), "wat is mechatronica nu"),
        (named("Hout"), "hoe heet hout tso nu"),
    ],
)
def test_no_other_question_asks_for_the_name_of_today(talk: Talk, mention: Mention, text: str) -> None:
    assert talk("option_info", mention, text=text).topic == "option_info"
