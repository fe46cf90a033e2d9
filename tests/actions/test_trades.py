"""Adults who name a trade: the ways for adults to it, and the place; pupils keep theirs."""

from __future__ import annotations

import pytest

from actions.question import Mention
from tests.actions.conftest import Talk

WELDING = (
    Mention("theme", "metaal", "lassen", at=24),
    Mention("option", "Lassen-constructie", "lassen", at=24),
)
ELECTRICIAN = Mention("job", "Elektrotechnisch installateur", "elektricien", at=11)
CVO = "CVO-beroepsopleiding (secundair volwassenenonderwijs)"
T2 = "T2-campus Genk (technische opleidingen)"


def titles(talk: Talk, topic: str, *mentions: Mention, text: str) -> list[str]:
    return [item.title for item in talk(topic, *mentions, text=text).items]


def test_the_ways_for_adults_to_the_trade_that_is_named(talk: Talk) -> None:
    answer = talk("adult_switch", *WELDING, text="ik ben 40 en wil leren lassen")
    assert "'lassen'" in answer.text and CVO in [item.title for item in answer.items] and answer.sources
    assert "weet ik niet" not in answer.text


@pytest.mark.parametrize(("place", "t2"), [("3580 Beringen", True), ("9000 Gent", False)])
def test_near_a_place_we_know_no_lessons_and_in_limburg_a_campus(talk: Talk, place: str, t2: bool) -> None:
    answer = talk("adult_switch", *WELDING, Mention("place", place, place.split()[1]), text="leren lassen")
    assert f"in de buurt van {place.split()[1]} zijn, weet ik niet" in answer.text
    assert ("T2-campus" in answer.text) == t2 and answer.remember["place"] == place


def test_the_campus_in_genk_is_no_way_for_who_lives_elsewhere(talk: Talk) -> None:
    text = "ik wil elektricien worden"
    assert T2 in titles(talk, "adult_switch", ELECTRICIAN, text=text)
    assert T2 not in titles(talk, "adult_switch", ELECTRICIAN, Mention("place", "9000 Gent", "Gent"), text=text)


def test_the_work_of_who_speaks_is_no_trade_to_learn(talk: Talk) -> None:
    now, ict = (
        Mention("job", "Elektrotechnisch installateur", "elektricien", at=7),
        Mention("theme", "ict", "ict", at=43),
    )
    answer = talk("adult_switch", now, ict, text="ik ben elektricien en wil me omscholen naar ict")
    assert "'ict'" in answer.text


def test_a_wished_trade_to_which_no_way_is_known_is_said(talk: Talk) -> None:
    answer = talk("adult_switch", Mention("job", "Kapper", "kapper", at=17), text="ik ben 50 en wil kapper worden")
    assert "'kapper'" in answer.text and "weet ik niet zeker" in answer.text and answer.items[0].title == "VDAB"


def test_techniek_alone_is_no_trade(talk: Talk) -> None:
    answer = talk("adult_switch", Mention("theme", "techniek", "technisch"), text="ik wil iets technisch leren")
    assert answer.items[0].title == "VDAB" and "'" not in answer.text.replace("'s avonds", "")


def test_who_has_no_work_does_not_read_that_it_can_be_kept(talk: Talk) -> None:
    assert "blijven werken" not in talk("adult_switch", text="ik ben werkloos, kan ik nog iets leren").text
    assert "blijven werken" in talk("adult_switch", text="ik wil nog iets leren").text


AGED = Mention("age", "44", "44")
PLUMBER = Mention("job", "Monteur installatietechnieken", "loodgieter", at=17)


def test_an_adult_who_asks_what_leads_to_a_job_gets_no_secondary_school(talk: Talk) -> None:
    answer = talk("option_for_job", PLUMBER, AGED, text="ik ben 44 en wil loodgieter worden")
    assert answer.topic == "adult_switch" and "Sanitair" not in " ".join(item.title for item in answer.items)


@pytest.mark.parametrize(
    ("mentions", "text"),
    [
        ((PLUMBER, Mention("age", "16", "16")), "ik ben 16 en wil loodgieter worden"),
        ((PLUMBER,), "ik wil loodgieter worden"),
        ((PLUMBER, AGED, Mention("level", "so-3", "3de graad")), "44, welke 3de graad voor loodgieter"),
        ((Mention("job", "Dakwerker", "dakwerker", at=17), AGED), "ik ben 44 en wil dakwerker worden"),
    ],
)
def test_others_keep_the_ways_at_school(talk: Talk, mentions: tuple[Mention, ...], text: str) -> None:
    assert talk("option_for_job", *mentions, text=text).topic == "option_for_job"


def test_for_a_parent_the_child_is_spoken_of(parent: Talk) -> None:
    answer = parent("adult_switch", *WELDING, text="mijn dochter van 22 wil leren lassen")
    assert "uw kind" in answer.text.lower()
