"""Every row of the catalogue through every topic about it: an answer, short enough, with sources that have a year."""

from __future__ import annotations

import re

import pytest

from actions.answer import Answer
from actions.question import Mention, Question
from actions.respond import respond
from study_catalogue import AcademyFilter, Catalogue, OptionFilter

HOLE = ("{", "}")


def check(answer: Answer) -> None:
    assert answer.kind == "answer", answer
    assert answer.sources and all(source.year for source in answer.sources), answer
    assert len(answer.text.split()) <= 90, answer.text
    assert not any(hole in answer.text + str(answer.items) for hole in HOLE), answer


def asked(topic: str, kind: str, value: str, audience: str) -> Question:
    return Question(topic, mentions=(Mention(kind, value),), audience=audience, first_turn=True)  # type: ignore[arg-type]


@pytest.mark.parametrize("audience", ["pupil", "parent"])
@pytest.mark.parametrize("topic", ["option_info", "option_jobs", "option_next", "option_dual"])
def test_every_option(catalogue: Catalogue, topic: str, audience: str) -> None:
    names = {name.target for name in catalogue.names() if name.kind == "option"}
    options = [option for name in names for option in catalogue.options_named(name)]
    assert len(options) > 300
    for option in options:
        check(respond(asked(topic, "option", option.id, audience), catalogue))


@pytest.mark.parametrize("topic", ["option_info", "option_jobs", "option_next", "option_dual"])
def test_every_option_asked_on_a_level_it_lacks(catalogue: Catalogue, topic: str) -> None:
    for option in catalogue.search_options(OptionFilter(levels=("so-2",)), 0, 1000)[0]:
        mentions = (Mention("option", option.id), Mention("level", "so-3"))
        answer = respond(Question(topic, mentions=mentions, first_turn=True), catalogue)
        assert answer.kind == "answer" and answer.text.count("vond ik niet in de 3de graad") <= 1
        assert len(answer.text.split()) <= 120, answer.text


@pytest.mark.parametrize("audience", ["pupil", "parent"])
@pytest.mark.parametrize("topic", ["job_info", "job_bottleneck", "option_for_job"])
def test_every_job(catalogue: Catalogue, jobs: list[str], topic: str, audience: str) -> None:
    assert len(jobs) > catalogue.bottlenecks()[1] > 0
    for name in jobs:
        answer = respond(asked(topic, "job", name, audience), catalogue)
        check(answer)
        _check_bottleneck(catalogue, topic, name, answer)


def _check_bottleneck(catalogue: Catalogue, topic: str, name: str, answer: Answer) -> None:
    """Yes or no as the list says, with the restriction as written."""
    job = catalogue.job(name)
    assert job is not None
    if topic == "job_bottleneck":
        assert answer.text.split("mens. ")[-1].startswith("Ja.") == (job.listing is not None), answer.text
        assert job.listing is None or job.listing.restriction in answer.text


def test_every_row_of_the_bottleneck_list_is_reached(catalogue: Catalogue) -> None:
    shown, context = [], {"offset": 0}
    total = catalogue.bottlenecks()[1]
    while len(shown) < total:
        answer = respond(Question("bottleneck_list", context=context), catalogue)
        check(answer)
        shown += [item.title for item in answer.items]
        context = {"offset": answer.remember["listing"]["offset"]}
    assert len(set(shown)) == total > 0


def test_every_academy_is_reached_and_stands_there_with_distance_and_year(catalogue: Catalogue) -> None:
    genk = catalogue.place("3600 Genk")
    assert genk is not None
    _, total = catalogue.academies_near(genk.lat, genk.lon, AcademyFilter(), 400, 0, 1)
    offset, items = 0, []
    while offset < total:
        question = Question("academy_nearby", "", (Mention("place", genk.id),), {"offset": offset})
        answer = respond(question, catalogue)
        check(answer)
        items += answer.items
        offset = answer.remember["listing"]["offset"]
    assert len(items) == total > 250
    assert all(re.fullmatch(r"\d+,\d km|in deze gemeente", item.marks[0]) for item in items)
    assert not any(item.marks[0] == "0,0 km" for item in items)
    assert all("bevestigd in 20" in item.line or "jaar niet bekend" in item.line for item in items)


def test_every_place_gets_an_answer(catalogue: Catalogue) -> None:
    places = sorted({name.target for name in catalogue.names() if name.kind == "place"})
    for place in places[::7]:
        answer = respond(asked("academy_nearby", "place", place, "pupil"), catalogue)
        check(answer)
        assert answer.items
