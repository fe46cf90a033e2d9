"""Calls for help beside a study question, and what answers "is there danger now?"."""

from __future__ import annotations

import pytest

from actions.calls import tells_of_harm
from actions.conversation import SLOTS
from actions.nudges import SILENT
from tests.actions.conftest import Talk

STUDY = "en welke richting is goed voor elektricien"


@pytest.mark.parametrize(
    "told",
    [
        "mijn pa slaagt mij",
        "mn ma slaagt me altijd",
        "mijn vader klopt mij",
        "mijn stiefvader mept ons",
        "omdat mijn moeder mij slaat",
        "dan slaat mijn pa mij",
        "mijn broer schopt mij elke dag",
        "mijn nonkel raakt mij aan",
        "mijn ouders slaan mij als ik buis",
        "ik krijg klappen thuis",
        "thuis krijg ik slaag",
        "ik krijg thuis rammeling",
        "ik krijg altijd klappen van mijn pa",
        "ik word thuis geslagen",
        "ik word geslagen door mijn vader",
        "mijn pa slaat mijn ma",
        "Mijn Pa SLAAGT mij!!",
    ],
)
def test_harm_at_home_is_heard_beside_a_question(talk: Talk, told: str) -> None:
    for text in (told, f"{told}, {STUDY}", f"{STUDY}? {told}"):
        assert talk("option_for_job", text=text, job="elektricien").topic == "distress", text


@pytest.mark.parametrize(
    "text",
    [
        "mijn pa slaagt erin om mij te helpen",
        "mijn broer slaagt in wiskunde",
        "ik ben geslaagd",
        "mijn ouders helpen mij slagen",
        "hij klopt op de deur",
        "mijn vader klopt aan en vraagt mij wat duaal is",
        "dat klopt",
        "dat klopt, mijn ma helpt mij",
        "klappen voor de muziek",
        "thuis klappen we dialect",
        "krijg ik thuis hulp om te slagen",
        "mijn broer klopt mij in fifa",
        "mijn pa slaat mij niet",
        "mijn moeder zit aan mij te vragen wat ik wil",
        "ik slaag thuis in niks",
    ],
)
def test_look_alikes_stay_calm(text: str) -> None:
    assert not tells_of_harm(text)


def test_harm_leaves_nothing_behind_either(talk: Talk) -> None:
    talk("option_info", option="Houttechnieken")
    answer = talk("option_for_job", text=f"mijn pa slaagt mij, {STUDY}", job="elektricien")
    assert answer.text == talk("distress").text and not answer.choices and answer.nudge is None
    assert talk.slots == {"topic": "distress", "nudges": SILENT} and set(answer.remember) == set(SLOTS)


def test_it_is_addressed_to_who_writes_it(parent: Talk) -> None:
    assert "Ben je nu in gevaar" in parent("dual_what", text=f"mijn pa slaagt mij, {STUDY}").text


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
