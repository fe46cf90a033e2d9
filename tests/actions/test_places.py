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


@pytest.mark.parametrize(
    "text, places",
    [
        ("we verhuizen van leuven naar genk, waar kan ze verder", ["3600 Genk"]),
        ("we gaan van genk naar school in hasselt", ["3500 Hasselt"]),
        ("vroeger woonden we in leuven maar nu in genk", ["3600 Genk"]),
        ("vroeger in leuven nu in genk", ["3600 Genk"]),
        ("tot vorig jaar in leuven gewoond, nu in genk", ["3600 Genk"]),
        ("ik zat in genk op school maar nu wonen we in hasselt", ["3500 Hasselt"]),
        ("we wonen in leuven en verhuizen naar genk", ["3600 Genk"]),
        ("leuven is ver, en genk?", ["3600 Genk"]),
        ("en leuven is nogal ver, is er niks in genk of hasselt", ["3600 Genk", "3500 Hasselt"]),
        ("we verhuizen van leuven naar limburg", ["3500 Hasselt"]),
        ("wij verhuizen van leuven", ["3000 Leuven"]),
        ("vroeger woonden we in leuven", ["3000 Leuven"]),
        ("van genk naar leuven is te ver", ["3600 Genk"]),
        ("in genk of hasselt", ["3600 Genk", "3500 Hasselt"]),
        ("hoe ver is genk van hasselt", ["3600 Genk", "3500 Hasselt"]),
    ],
)
def test_where_one_comes_from_does_not_count_beside_where_one_goes(
    catalogue: Catalogue, text: str, places: list[str]
) -> None:
    assert wanted(asked(text), catalogue) == places


def test_a_place_that_is_left_is_not_left_out_of_a_list(catalogue: Catalogue) -> None:
    read = with_places(asked("we verhuizen van leuven naar genk"), catalogue)
    assert not read.named("excluded")
