"""What answers "is there danger now?"."""

from __future__ import annotations

import pytest

from actions.nudges import SILENT
from tests.actions.conftest import Talk


@pytest.mark.parametrize("yes", ["ja", "Ja!", "jaaaaa", "ja nu", "ja help", "yes", "help", "ja, bang", "een beetje"])
@pytest.mark.parametrize("topic", ["inform", "out_of_scope", "nonsense", "sources", "smalltalk"])
def test_a_yes_gets_the_emergency_numbers(talk: Talk, topic: str, yes: str) -> None:
    talk("distress")
    answer = talk(topic, text=yes)
    assert (answer.topic, answer.kind, answer.choices, answer.nudge) == ("distress", "handover", (), None)
    assert answer.text.startswith("Bel nu 112.") and "1813" in answer.text and "102" in answer.text and answer.sources
    assert talk.slots == {"topic": "distress", "nudges": SILENT}


@pytest.mark.parametrize("no", ["nee", "neen", "Nee hoor", "nope", "nee niet nu", "nee het gaat wel"])
def test_a_no_gets_who_to_talk_to_and_that_a_question_is_welcome(talk: Talk, no: str) -> None:
    talk("distress")
    answer = talk("inform", text=no)
    assert (answer.topic, answer.choices, answer.nudge) == ("distress", (), None)
    assert "Bel nu" not in answer.text and "vraag over studeren" in answer.text
    assert all(name in answer.text for name in ("Awel", "102", "1813", "1712"))
    assert talk.slots == {"topic": "distress", "nudges": SILENT}


def test_another_question_is_answered_as_ever(talk: Talk) -> None:
    talk("distress")
    assert talk("stem_what", text="ja wat is stem").topic == "stem_what"
    assert talk.slots["topic"] == "stem_what"
    assert talk("inform", text="ja").topic != "distress"


def test_only_the_crisis_answer_makes_a_yes_a_call(talk: Talk) -> None:
    talk("option_info", option="Houttechnieken")
    assert talk("inform", text="ja nu").topic != "distress"


@pytest.mark.parametrize("topic", ["distress", "clarify", "enc_confidence"])
@pytest.mark.parametrize(
    "denied",
    [
        "nee ik ga mezelf niks doen, gewoon down door school",
        "nee ik ga niks doms doen, ben gewoon moe van school",
        "nee hoor ik ga mezelf geen pijn doen, het was een slechte dag",
    ],
)
def test_who_only_is_down_does_not_get_the_same_block_again(talk: Talk, topic: str, denied: str) -> None:
    first = talk("distress", text="alles is zinloos")
    answer = talk(topic, text=denied)
    assert answer.topic == "distress" and answer.text != first.text
    assert all(name in answer.text for name in ("Awel", "1813", "112"))


@pytest.mark.parametrize(
    "call",
    [
        "nee ik wil niet dood maar ik kan niet meer",
        "ik ga mezelf niks doen maar mijn papa slaat mij",
        "ik ga mezelf niks aandoen, kwil gewoon niet meer leven",
        "gewoon down door school",
        "ik ga mezelf iets aandoen",
    ],
)
def test_any_other_word_beside_that_keeps_it_a_call(talk: Talk, call: str) -> None:
    first = talk("distress", text="alles is zinloos")
    assert talk("distress", text=call).text == first.text
