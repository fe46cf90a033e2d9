"""From one study to another."""

from __future__ import annotations

import pytest

from actions.question import Mention

WOOD = Mention("option", "Houttechnieken", "houttechnieken")
BUILDING = Mention("option", "Professionele bachelor bouw", "bachelor bouw")
LATIN = Mention("option", "Latijn", "latijn")
TECHNOLOGY = Mention("option", "Technologische wetenschappen", "technologische wetenschappen")


@pytest.mark.parametrize("topic", ["option_next", "option_entry", "clarify", "path_map"])
@pytest.mark.parametrize(
    "text",
    [
        "kan ik van houttechnieken naar bachelor bouw",
        "vanuit houttechnieken naar de bachelor bouw, gaat dat",
        "ik zit in houttechnieken en wil naar een bachelor bouw",
        "kan ik naar bachelor bouw met houttechnieken",
    ],
)
def test_to_a_later_study_is_the_way_from_the_first(talk, topic: str, text: str) -> None:
    answer = talk(topic, WOOD, BUILDING, text=text)
    titles = [item.title for item in answer.items]
    assert answer.topic == "path_map" and titles[0] == "Houttechnieken"
    assert "Professionele bachelor bouw" in titles


@pytest.mark.parametrize("topic", ["option_next", "clarify", "out_of_scope"])
def test_to_a_study_at_school_is_whether_one_may_start_there(talk, topic: str) -> None:
    answer = talk(topic, LATIN, TECHNOLOGY, text="kan ik nog van latijn naar technologische wetenschappen")
    assert answer.topic == "option_entry" and "Starten in Technologische wetenschappen" in answer.text


def test_what_one_becomes_is_the_goal(talk) -> None:
    named = Mention("option", "Mechanica", "mechanica"), Mention("job", "Manueel lasser", "lasser")
    answer = talk("clarify", *named, text="kan ik vanuit mechanica lasser worden")
    assert answer.topic == "path_map" and answer.items[0].title == "Mechanica"


def test_to_a_study_without_a_link_the_diploma_counts(talk) -> None:
    wanted = Mention("option", "Academische bachelor wiskunde", "bachelor wiskunde")
    text = talk("clarify", WOOD, wanted, text="kan ik van houttechnieken naar bachelor wiskunde").text
    assert "OK4" in text and "geen weg" not in text and "dat beroep" not in text


@pytest.mark.parametrize("text", ["ik zit in houttechnieken kan da dan nog", "gaat dat ook met houttechnieken"])
def test_to_what_was_spoken_of(talk, text: str) -> None:
    talk("option_info", Mention("option", "pba-bouw", basis="choice"))
    answer = talk("option_entry", WOOD, text=text)
    assert answer.topic == "path_map" and answer.items[0].title == "Houttechnieken"
    assert answer.items[-1].title == "Professionele bachelor bouw"


def test_one_study_alone_stays_what_it_was(talk) -> None:
    assert talk("option_next", WOOD, text="wat kan ik na houttechnieken").topic == "option_next"
    assert talk("option_compare", WOOD, LATIN, text="van houttechnieken naar latijn, wat verschilt").topic != "path_map"


def test_may_i_start_has_its_own_answer(talk) -> None:
    text = "mag ik beginnen aan de bachelor bouw als ik uit houttechnieken kom"
    assert talk("option_entry", WOOD, BUILDING, text=text).topic == "option_entry"


HUMANITIES = Mention("outside", "study", "humane wetenschappen")
ICT = Mention("option", "Professionele bachelor toegepaste informatica", "informatica")


@pytest.mark.parametrize("topic", ["out_of_scope", "option_next", "clarify"])
@pytest.mark.parametrize(
    "text",
    ["na humane wetenschappen informatica studeren", "ik zit in 5 humane wetenschappen en wil informatica doen"],
)
def test_a_study_that_is_not_ours_is_where_somebody_comes_from(talk, topic: str, text: str) -> None:
    answer = talk(topic, HUMANITIES, ICT, text=text)
    assert answer.topic == "option_entry" and "OK4" in answer.text
    assert "Over humane wetenschappen weet ik zelf niets" in answer.text


@pytest.mark.parametrize("text", ["na informatica naar humane wetenschappen", "humane wetenschappen of informatica"])
def test_a_study_that_is_not_ours_as_the_goal_is_no_start(talk, text: str) -> None:
    assert talk("out_of_scope", HUMANITIES, ICT, text=text).topic == "out_of_scope"


@pytest.mark.parametrize(
    "text",
    [
        "kheb buis op wiskunde kan ik nog naar houttechnieken",
        "kan ik nog naar houttechnieken met een tekort op frans",
        "mag ik met 55% naar houttechnieken",
    ],
)
@pytest.mark.parametrize("topic", ["option_next", "out_of_scope"])
def test_whether_one_may_go_there_is_not_what_follows(talk, topic: str, text: str) -> None:
    answer = talk(topic, WOOD, text=text)
    assert answer.topic == "option_entry" and "beslist, ik niet" in answer.text


@pytest.mark.parametrize(
    "text", ["ik ga naar houttechnieken, wat kan ik daarna", "kan ik na houttechnieken gaan werken"]
)
def test_what_follows_stays_what_follows(talk, text: str) -> None:
    assert talk("option_next", WOOD, text=text).topic == "option_next"


def test_a_study_after_those_at_school_is_a_goal(talk) -> None:
    talk("option_search", Mention("theme", "chemie", "labo"), Mention("level", "so-2"), text="iets met labo in het 3de")
    nursing = Mention("option", "Professionele bachelor verpleegkunde", "verpleging")
    answer = talk("option_next", nursing, text="en kan ze daarna voor verpleging gaan?")
    assert answer.topic == "path_map" and answer.items[-1].title == nursing.value
    assert "werken kan meteen" not in answer.text


def test_what_comes_after_a_study_itself_is_asked_as_before(talk) -> None:
    nursing = Mention("option", "Professionele bachelor verpleegkunde", "verpleegkunde")
    assert talk("option_next", nursing, text="wat kan je na verpleegkunde nog doen").topic == "option_next"


def test_who_is_in_a_strange_study_hears_what_the_diploma_opens(talk) -> None:
    hair, computers = Mention("outside", "study", "haarzorg"), Mention("theme", "ict", "computers")
    where = Mention("level", "so-3", "5"), Mention("finality", "arbeidsmarkt", "bso")
    answer = talk("out_of_scope", hair, computers, *where, text="kzit in 5 bso haarzorg en wil iets met computers")
    assert answer.topic == "option_search" and "OK3" in answer.text and answer.items


def test_a_strange_study_leaves_the_job_that_was_spoken_of(talk) -> None:
    talk("option_for_job", Mention("job", "Software ontwikkelaar", "programmeur"))
    hair = Mention("outside", "study", "haartooi")
    answer = talk("clarify", hair, text="maar ik zit in bso haartooi 5de jaar", readings=(("audience", 0.5),))
    assert answer.topic == "option_for_job" and "Software ontwikkelaar" in answer.text
