"""Places that a message turns away, and a province beside a place."""

from __future__ import annotations

import pytest

from actions.places import PROVINCE, with_places
from actions.question import Mention, Question
from study_catalogue import Catalogue

PLACES = {"leuven": "3000 Leuven", "genk": "3600 Genk", "hasselt": "3500 Hasselt"}


def asked(text: str, topic: str = "option_where", **context: object) -> Question:
    named = ((name, place, text.lower().find(name)) for name, place in PLACES.items())
    mentions = tuple(Mention("place", place, name, at=at) for name, place, at in named if at >= 0)
    return Question(topic, text, tuple(sorted(mentions, key=lambda m: m.at)), context)


def wanted(question: Question, catalogue: Catalogue) -> list[str]:
    return [mention.value for mention in with_places(question, catalogue).named("place")]


@pytest.mark.parametrize(
    "text, places",
    [
        ("nee niet in de buurt van leuven, in limburg", ["3500 Hasselt"]),
        ("waar kan ik dat doen, niet in leuven", []),
        ("waar kan ik dat doen ma ni in leuven", []),
        ("leuven niet, wel limburg", ["3500 Hasselt"]),
        ("leuven is veel te ver, kan dat in genk?", ["3600 Genk"]),
        ("niet in genk of hasselt", []),
        ("liever niet naar genk, wel naar hasselt", ["3500 Hasselt"]),
        ("in leuven of in limburg", ["3000 Leuven", "3500 Hasselt"]),
    ],
)
def test_what_is_turned_away_is_no_place_to_look(catalogue: Catalogue, text: str, places: list[str]) -> None:
    assert wanted(asked(text), catalogue) == places


@pytest.mark.parametrize(
    "text",
    [
        "kan dat niet in genk?",
        "is er niets in genk",
        "niet te ver van genk",
        "niet alleen in genk",
        "bestaat dat niet in genk of hasselt",
        "ik ben niet zo slim, waar kan ik dat in genk doen",
        "in genk, limburg",
    ],
)
def test_other_messages_stay_as_they_are(catalogue: Catalogue, text: str) -> None:
    question = asked(text)
    assert with_places(question, catalogue) is question


def test_a_province_is_measured_from_a_town(catalogue: Catalogue) -> None:
    found = with_places(asked("in leuven of in limburg"), catalogue).named("place")
    assert [mention.basis for mention in found] == ["name", PROVINCE]


def test_the_question_before_goes_on_without_the_place_of_the_talk(catalogue: Catalogue) -> None:
    question = asked("nee niet in leuven", "inform", last={"place": "academy_nearby"}, place="3000 Leuven")
    found = with_places(question, catalogue)
    assert found.topic == "academy_nearby" and "place" not in found.context
