"""What was said of one child is not said of the other."""

from __future__ import annotations

import pytest

from actions.children import SLOT
from tests.actions.conftest import Talk


@pytest.fixture
def two(parent: Talk) -> Talk:
    """A parent who asked about a study for the son, and then named the daughter."""
    parent("option_info", option="Houttechnieken", level="so-3", text="mijn zoon denkt aan houttechnieken")
    parent("option_search", theme="chemie", text="en mijn dochter wil iets met chemie")
    return parent


def test_a_question_about_the_daughter_is_not_answered_about_the_son(two: Talk) -> None:
    answer = two("option_next", text="wat kan ze daarna studeren")
    assert answer.kind == "ask" and "Houttechnieken" not in answer.text


def test_what_was_said_of_the_son_is_found_again(two: Talk) -> None:
    answer = two("option_next", text="en wat kan hij daarna studeren")
    assert "Houttechnieken" in answer.text and two.slots["level"] == "so-3"


def test_the_daughter_keeps_her_study_beside_his(two: Talk) -> None:
    two("option_info", option="Latijn-Wetenschappen", text="zij kiest Latijn-Wetenschappen")
    two("option_jobs", text="welk werk kan mijn zoon doen")
    assert "Latijn-Wetenschappen" in two("option_next", text="en mijn dochter, wat kan zij na haar richting").text


@pytest.mark.parametrize("text", ["wat leren ze daar", "wie helpt ons kiezen", "is dat zwaar"])
def test_a_word_that_may_be_anybody_changes_nothing(two: Talk, text: str) -> None:
    now = two.slots[SLOT]["now"]
    two("difficulty", text=text)
    assert two.slots[SLOT]["now"] == now == "daughter"


def test_a_pronoun_alone_names_no_child(parent: Talk) -> None:
    parent("option_info", option="Houttechnieken", text="hij wil houttechnieken")
    assert SLOT not in parent.slots
    assert "Houttechnieken" in parent("option_next", text="wat kan ze daarna").text


def test_the_child_behind_niet_is_not_meant(two: Talk) -> None:
    two("option_search", theme="chemie", text="mijn dochter met chemie, niet mijn zoon")
    assert two.slots[SLOT]["now"] == "daughter"


def test_of_a_pupil_nothing_is_kept(talk: Talk) -> None:
    talk("option_info", option="Houttechnieken", text="de zoon van mijn buur doet houttechnieken")
    assert SLOT not in talk.slots


def test_it_is_forgotten_with_the_rest(two: Talk) -> None:
    two("restart")
    assert SLOT not in two.slots
