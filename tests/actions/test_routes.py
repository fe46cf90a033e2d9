"""The way to a job, in steps."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from actions.answer import Answer
from actions.question import Mention, Question
from actions.respond import respond
from study_catalogue import Catalogue

if TYPE_CHECKING:
    from tests.actions.conftest import Talk

LEVELS = ("so-1", "so-2", "so-3", "so-7", "graduaat", "bachelor", "acad_bachelor", "master", "volwassenen")
CABINET, WELDER = "Meubelmaker", "Lasser"


def marks(answer: Answer) -> list[str]:
    return [item.marks[0] for item in answer.items]


def first_level(answer: Answer) -> str:
    return answer.items[0].line.split(",")[0]


@pytest.fixture(scope="module")
def engineer(catalogue: Catalogue, jobs: list[str]) -> str:
    """A job that the shortest way to passes a master after a professional bachelor."""
    return next(job for job in jobs for route in catalogue.routes(job) for step in route.steps if step.bridge)


def test_two_ways_with_their_years_and_steps(talk: Talk) -> None:
    answer = talk("path_map", job=CABINET)
    assert (answer.topic, answer.kind) == ("path_map", "answer")
    assert "De kortste duurt 4 jaar" in answer.text and "meeste praktijk duurt" in answer.text
    assert marks(answer)[0] == "kortste weg, stap 1" and "meeste praktijk, stap 1" in marks(answer)
    assert "een voorbeeld, geen raad" in answer.text


def test_one_way_has_plain_steps(talk: Talk) -> None:
    answer = talk("path_map", job=WELDER)
    assert "Dit kan de weg naar" in answer.text and marks(answer) == ["stap 1", "stap 2"]
    assert "diploma secundair (OK3)" in answer.items[-1].line and "kortste" not in answer.text


def test_each_step_has_its_level_and_years(talk: Talk) -> None:
    for item in talk("path_map", job=CABINET).items:
        assert re.search(r"\b\d(,\d)?( tot \d)? jaar\b", item.line), item


def test_sources_hold_the_job_the_options_and_the_links(talk: Talk) -> None:
    sources = talk("path_map", job=CABINET).sources
    assert {source.status for source in sources} == {"read", "inferred"} and all(source.year for source in sources)


def test_from_the_option_that_was_named(talk: Talk) -> None:
    answer = talk("path_map", job=CABINET, option="Houttechnieken")
    assert answer.items[0].title == "Houttechnieken" and "zonder overstap" not in answer.text


def test_an_option_that_bears_the_name_of_the_job_is_no_start(talk: Talk) -> None:
    both = [Mention("job", "Dakwerker", "dakwerker"), Mention("option", "Dakwerker duaal", "dakwerker", basis="alias")]
    assert first_level(talk("path_map", *both, level="so-2")) == "2de graad"


def test_no_way_from_the_option_says_so_and_shows_one_all_the_same(talk: Talk) -> None:
    answer = talk("path_map", job=CABINET, option="Latijn")
    assert "Van Latijn naar dat beroep ken ik geen weg" in answer.text
    assert answer.items and "Latijn" not in str(answer.items)


@pytest.mark.parametrize(("level", "first"), [("so-2", "2de graad"), ("so-3", "3de graad"), ("so-7", "7de jaar")])
def test_from_the_level_that_was_named(talk: Talk, level: str, first: str) -> None:
    assert first_level(talk("path_map", job="Dakwerker", level=level)) == first


def test_a_bachelor_starts_at_the_bachelor(talk: Talk, engineer: str) -> None:
    assert first_level(talk("path_map", job=engineer, level="prof_bachelor")) == "professionele bachelor"
    assert first_level(talk("path_map", job=engineer, level="bachelor")) == "professionele bachelor"


def test_a_bridge_is_said_with_its_years(talk: Talk, engineer: str) -> None:
    assert "schakelprogramma van 1 tot 2 jaar" in talk("path_map", job=engineer).text


@pytest.mark.parametrize("level", ["bachelor", "volwassenen", "so-2|so-3", "graduaat"])
def test_the_level_of_an_earlier_search_never_hides_the_way(talk: Talk, level: str) -> None:
    talk("option_search", Mention("level", level.split("|")[0]), Mention("level", level.split("|")[-1]))
    answer = talk("path_map", job=WELDER)
    assert answer.kind == "answer" and answer.items, answer.text


def test_no_way_from_the_level_named_offers_all_and_a_person(talk: Talk) -> None:
    answer = talk("path_map", job=WELDER, level="master")
    assert "ken ik niet" in answer.text and not answer.items
    assert [choice.topic for choice in answer.choices] == ["option_for_job", "handover"]


def test_the_next_steps_are_about_this_way(talk: Talk) -> None:
    answer = talk("path_map", job=WELDER)
    assert [choice.payload for choice in answer.choices] == [
        '/option_info{"option": "so3-lassen-constructie"}',
        f'/option_for_job{{"job": "{talk.slots["job"]}"}}',
        '/option_entry{"option": "so2-mechanica"}',
    ]


def test_it_asks_for_the_job_and_goes_on_about_it(talk: Talk) -> None:
    assert talk("path_map").kind == "ask"
    talk("job_info", job=CABINET)
    assert CABINET in talk("path_map").text


def test_an_unknown_job_is_said(talk: Talk) -> None:
    answer = talk("path_map", Mention("unknown", "paardendanser", "paardendanser"))
    assert answer.kind in ("clarify", "ask") and "'paardendanser' ken ik niet" in answer.text


def check(catalogue: Catalogue, audience: str, *mentions: Mention) -> None:
    answer = respond(Question("path_map", mentions=mentions, audience=audience), catalogue)  # type: ignore[arg-type]
    assert answer.kind == "answer" and answer.choices, answer.text
    assert len(answer.text.split()) <= 90 and "{" not in answer.text + str(answer.items), answer.text
    assert bool(answer.items) != ("ken ik niet" in answer.text), answer.text


@pytest.mark.parametrize("audience", ["pupil", "parent"])
def test_every_job(catalogue: Catalogue, jobs: list[str], audience: str) -> None:
    for job in jobs:
        check(catalogue, audience, Mention("job", job))


@pytest.mark.parametrize("level", LEVELS)
def test_jobs_from_every_level(catalogue: Catalogue, jobs: list[str], level: str) -> None:
    for job in jobs[::7]:
        check(catalogue, "pupil", Mention("job", job), Mention("level", level))


ENGINEER = (
    Mention("job", "Projectmanager engineering", "ingenieur", ("Ingenieur studie en advies bouw",), "alias"),
    Mention("option", "Academische bachelor ingenieurswetenschappen", "ingenieur", basis="alias"),
)


def test_a_word_for_a_study_and_many_jobs_leads_to_the_study(talk) -> None:
    answer = talk("option_for_job", *ENGINEER, text="hoe word ik ingenieur")
    assert answer.kind == "answer" and answer.items[0].title == "Academische bachelor ingenieurswetenschappen"
    assert "toets" in answer.text and answer.sources


def test_the_way_to_that_study_ends_in_its_master(talk) -> None:
    answer = talk("path_map", *ENGINEER, text="toon de weg tot ingenieur")
    assert answer.kind == "answer" and any("master" in item.line for item in answer.items)


def test_the_way_after_asking_how_to_become_one(talk) -> None:
    talk("option_for_job", *ENGINEER, text="hoe word ik ingenieur")
    answer = talk("path_map", text="toon de weg")
    assert answer.kind == "answer" and any("ingenieurswetenschappen" in item.title for item in answer.items)


def test_the_years_say_where_they_are_counted_from(talk: Talk) -> None:
    assert "Ik tel vanaf het 3de middelbaar" in talk("path_map", job="Dakwerker").text
    nurse = talk("path_map", job="Verpleegkundige").text
    assert "Ik tel vanaf het 3de middelbaar" in nurse and "Na het secundair" in nurse and "4 jaar" in nurse
    assert "Ik tel vanaf het 5de middelbaar" in talk("path_map", job="Verpleegkundige", level="so-3").text


def test_after_the_last_year_the_shortest_of_all_next_steps_is_taken(talk: Talk) -> None:
    after = Mention("level", "so-3", "so-3", basis="after")
    words = ("Academische bachelor bio-ingenieurswetenschappen", "Academische bachelor industriële wetenschappen")
    study = Mention("option", "Academische bachelor ingenieurswetenschappen", "ingenieur studeren", words)
    answer = talk("path_map", study, after, text="hoeveel jaar is ingenieur studeren na het zesde")
    assert first_level(answer) == "academische bachelor" and "vanaf het einde van het secundair" in answer.text
