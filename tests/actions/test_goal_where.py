"""Where a goal can be studied, asked beside the study that somebody is in."""

from __future__ import annotations

import pytest

from actions.goal_where import as_goal_where
from actions.question import Mention, Question
from study_catalogue import Catalogue

STUDIES = {
    "industriele ict": "Industriële ICT",
    "latijn-wiskunde": "Latijn-Wiskunde",
    "cybersecurity": "Professionele bachelor cybersecurity",
    "toegepaste informatica": "Professionele bachelor toegepaste informatica",
    "houttechnieken": "Houttechnieken",
    "mechanica": "Mechanica",
    "lassen": "Lassen-constructie",
}
PHYSICS = "aba-fysica"


def asked(text: str, topic: str = "clarify", **about: str) -> Question:
    named = ((words, name, text.find(words)) for words, name in STUDIES.items())
    options = tuple(Mention("option", name, words, at=at) for words, name, at in named if at >= 0)
    others = tuple(Mention(kind, value, value, at=text.find(value)) for kind, value in about.items())
    return Question(topic, text, (*options, *others))


def goals(question: Question, catalogue: Catalogue) -> list[str]:
    """The studies asked about; empty when the question is left as it was."""
    read = as_goal_where(question, catalogue)
    return [] if read is question else [mention.value for mention in read.named("option")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ik doe 6 industriele ict, waar kan ik toegepaste informatica doen", STUDIES["toegepaste informatica"]),
        ("ik zit in 5 industriele ict en wil later cybersecurity doen, kan dat ergens", STUDIES["cybersecurity"]),
        ("ik volg industriele ict, welke hogeschool geeft cybersecurity", STUDIES["cybersecurity"]),
        ("ik zit in 5 industriele ict, kan ik cybersecurity studeren in limburg", STUDIES["cybersecurity"]),
        ("ik zit in 6 latijn-wiskunde, sterrenkunde doen, kan je dat ergens studeren", PHYSICS),
        ("waar kan je sterrenkunde studeren", PHYSICS),
        ("ik zit in 3 mechanica en wil lassen doen, waar kan dat", STUDIES["lassen"]),
    ],
)
def test_it_is_asked_of_the_goal(catalogue: Catalogue, text: str, expected: str) -> None:
    assert goals(asked(text), catalogue) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "waar kan ik houttechnieken doen",
        "ik zit in 4 houttechnieken, waar kan ik houttechnieken verder doen",
        "ik zit in industriele ict, welke jobs zijn er in cybersecurity in limburg",
        "ik zit in industriele ict en wil cybersecurity doen, hoe lang duurt dat en waar kan dat",
        "wat is sterrenkunde",
        "is er een academie voor sterrenkunde, waar kan dat",
        "ik doe industriele ict, iets voor mij?",
    ],
)
def test_what_asks_something_else_is_left_as_it_is(catalogue: Catalogue, text: str) -> None:
    assert goals(asked(text), catalogue) == []


def test_a_child_that_likes_stars_looks_for_something_to_do(catalogue: Catalogue) -> None:
    assert goals(asked("mijn zoon van 9 wil sterrenkunde doen, kan dat ergens", age="9"), catalogue) == []


def test_a_question_with_a_topic_of_its_own_keeps_it(catalogue: Catalogue) -> None:
    question = asked("ik doe industriele ict, waar kan ik toegepaste informatica doen", "dual_what")
    assert as_goal_where(question, catalogue) is question
