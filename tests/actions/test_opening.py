"""What stands before a question: thanks, and a wish to leave the guided talk."""

from __future__ import annotations

import pytest

from actions.opening import asks_something, lets_go, question_behind
from actions.question import Question


@pytest.mark.parametrize(
    "text", ["stop hiermee", "nee ik wil geen vragen", "laat maar", "Stop, ik ken mijn richting al", "genoeg vragen"]
)
def test_a_wish_to_stop_is_heard(text: str) -> None:
    assert lets_go(text)


@pytest.mark.parametrize(
    "text", ["stop met die tips", "laat maar, ik hou van dieren", "nee, iets met hout", "geen wiskunde"]
)
def test_what_only_looks_like_it_is_not(text: str) -> None:
    assert not lets_go(text)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("wacht eerst ff, hoeveel dagen moet je werken", True),
        ("kwil gwn weten wat erna komt", True),
        ("computers, kan ik goed", False),
        ("ik wil weten hoe motoren werken", False),
    ],
)
def test_a_question_behind_other_words(text: str, asks: bool) -> None:
    assert asks_something(text) is asks


def test_the_question_behind_a_stop_leaves_the_talk() -> None:
    asked = question_behind(
        Question("option_next", "laat maar. wat kan ik na hout", context={"guide": {"asked": "level"}})
    )
    assert asked.text == "wat kan ik na hout" and asked.context["guide"] is None


def test_thanks_alone_stay_thanks() -> None:
    alone = Question("thanks", "dankjewel hoor!")
    assert question_behind(alone) is alone
    behind = question_behind(
        Question("thanks", "merci, waar kan ik dat doen", halves=(("thanks", 0.9), ("option_where", 0.8)))
    )
    assert behind.topic == "option_where"
