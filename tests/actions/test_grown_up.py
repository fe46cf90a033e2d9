"""Who is no pupil: no teacher, no CLB, no tips for pupils; and no clubs of small children for who is older."""

from __future__ import annotations

import pytest

from actions.ages import is_grown_up
from actions.question import Mention, Question
from tests.actions.conftest import Talk

CAD = Mention("option", "Graduaat in het bouwkundig tekenen", "graduaat bouwkundig tekenen")
CLUBS = "8 tot 12 jaar"


@pytest.mark.parametrize(
    ("text", "age", "subject", "grown_up"),
    [
        ("ik ben 38", "38", "", True),
        ("als volwassene programmeren leren", "", "", True),
        ("is dat moeilijk", "", "adult_switch", True),
        ("is dat moeilijk", "", "option_info", False),
        ("ik ben 17", "17", "", False),
        ("ik werk graag met mijn handen", "", "", False),
    ],
)
def test_who_is_grown_up(text: str, age: str, subject: str, grown_up: bool) -> None:
    mentions = (Mention("age", age),) if age else ()
    assert is_grown_up(Question("difficulty", text, mentions, {"subject": subject})) is grown_up
    assert not is_grown_up(Question("difficulty", text, mentions, {"subject": subject}, audience="parent"))


def test_an_adult_reads_of_no_teacher_and_gets_no_tip(talk: Talk) -> None:
    answer = talk("difficulty", CAD, Mention("age", "38"), text="ik ben 38, is graduaat bouwkundig tekenen moeilijk")
    assert "CLB" not in answer.text and "leerkracht" not in answer.text and answer.nudge is None
    assert CAD.value in answer.text


def test_a_pupil_reads_of_the_teacher(talk: Talk) -> None:
    answer = talk("difficulty", CAD, Mention("age", "17"), text="ik ben 17, is graduaat bouwkundig tekenen moeilijk")
    assert "leerkracht" in answer.text and answer.nudge is not None


@pytest.mark.parametrize(("age", "clubs"), [("10", True), ("17", False)])
def test_clubs_for_small_children_are_no_tip_for_who_is_older(parent: Talk, age: str, clubs: bool) -> None:
    answer = parent("parent_help", Mention("age", age), text=f"mijn zoon van {age} wil stoppen met school")
    assert (answer.nudge is not None and CLUBS in answer.nudge.text) == clubs


def test_nor_beside_a_study_for_who_is_older(parent: Talk) -> None:
    study = Mention("option", "Academische bachelor bio-ingenieurswetenschappen", "bio-ingenieur")
    answer = parent("difficulty", study, text="is bio-ingenieur moeilijk voor mijn dochter")
    assert answer.nudge is None or CLUBS not in answer.nudge.text
