"""From a study to a finality."""

from __future__ import annotations

import pytest

from actions.question import Mention

METAL = Mention("option", "Mechanica", "mechanica")
LATIN = Mention("option", "Latijn-Wiskunde", "latijn-wiskunde")
CURRENT = Mention("option", "Elektrotechnieken", "elektrotechnieken")
CHEMISTRY = Mention("theme", "chemie", "chemie")


def to(finality: str, said: str) -> Mention:
    return Mention("finality", finality, said)


@pytest.mark.parametrize("topic", ["option_entry", "option_next", "clarify", "switching"])
@pytest.mark.parametrize(
    "text",
    [
        "kan een leerling uit 4 mechanica nog naar dubbele finaliteit in de derde graad",
        "mag mijn zoon na 4 mechanica naar 5 dubbele finaliteit",
        "van mechanica naar een dubbele richting, kan dat",
    ],
)
def test_to_a_heavier_one_the_class_council_agrees(talk, topic: str, text: str) -> None:
    answer = talk(topic, METAL, to("dubbel", "dubbele"), text=text)
    assert answer.topic == "option_entry" and "finaliteit arbeidsmarkt" in answer.text
    assert "Naar een zwaardere finaliteit" in answer.text and "Starten in Mechanica" not in answer.text


def test_to_a_lighter_one_it_says_when(talk) -> None:
    answer = talk("option_entry", CURRENT, to("arbeidsmarkt", "bso"), text="kan ik van elektrotechnieken naar bso")
    assert "Naar een minder zware finaliteit" in answer.text


def test_with_a_subject_the_studies_about_it_come_along(talk) -> None:
    text = "kan ik van latijn-wiskunde overstappen naar een tso richting met chemie in het 5de"
    goal = Mention("finality", "dubbel", "dubbel", at=text.index("tso"))
    answer = talk("option_entry", LATIN, goal, CHEMISTRY, Mention("level", "so-3"), text=text)
    assert "Naar een minder zware finaliteit" in answer.text
    assert "Biotechnologische en chemische technieken" in [item.title for item in answer.items]


def test_the_same_one_is_said_to_be_the_same(talk) -> None:
    answer = talk("option_entry", CURRENT, to("dubbel", "dubbel"), text="van elektrotechnieken naar iets dubbel")
    assert "dezelfde finaliteit" in answer.text


def test_a_finality_that_tells_of_the_study_is_no_goal(talk) -> None:
    text = "ik zit in bso mechanica, mag ik naar elektrotechnieken"
    answer = talk("option_entry", METAL, CURRENT, to("arbeidsmarkt", "bso"), text=text)
    assert "Starten in Elektrotechnieken" in answer.text
