"""A search for studies: the B stream, the jobs near a thing, a place of which schools are not all known."""

from __future__ import annotations

import pytest

from actions.question import Mention


def test_who_is_in_the_b_stream_sees_what_follows_there(talk) -> None:
    answer = talk("option_search", text="ik zit in 1B, iets met computers", level="so-1", theme="ict")
    names = [item.title for item in answer.items]
    assert {"STEM-technieken (B-stroom)", "Elektriciteit", "Datacommunicatie- en netwerkinstallaties"} <= {*names}
    assert "STEM-wetenschappen" not in names
    assert all("doorstroom" not in item.line for item in answer.items)


@pytest.mark.parametrize("text", ["ik zit in 2A, iets met computers", "niet in de b-stroom, iets met computers"])
def test_who_is_not_there_gets_the_whole_search(talk, text: str) -> None:
    answer = talk("option_search", text=text, level="so-2", theme="ict")
    assert "B-stroom" not in answer.text


def test_somebody_of_a_later_year_is_no_longer_there(talk) -> None:
    answer = talk("option_search", text="zat in 2b, nu in 5, iets met computers", level="so-3", theme="ict")
    assert "B-stroom" not in answer.text


def test_the_jobs_near_a_thing_are_named_but_the_one_that_is_denied(talk) -> None:
    theme = Mention("theme", "logistiek", "treinen")
    assert "Treinbestuurder" in talk("option_search", theme, text="iets met treinen").text
    job = Mention("job", "Treinbestuurder", "treinbestuurder")
    denied = talk("option_search", theme, job, text="iets met treinen maar geen treinbestuurder").text
    assert "Spoorwerker" in denied
    assert "Treinbestuurder" not in denied


def test_a_subject_alone_names_no_jobs(talk) -> None:
    assert "liggen deze jobs" not in talk("option_search", text="iets met wiskunde", theme="wiskunde").text


def test_a_place_is_not_passed_over(talk) -> None:
    genk = Mention("place", "3600 Genk", "Genk")
    answer = talk("option_search", genk, text="iets met robots in Genk", theme="robotica")
    assert "Welke school bij Genk" in answer.text
    assert "STEM-academies bij Genk" in [choice.title for choice in answer.choices]


def test_building_that_leads_on_has_both_studies(talk) -> None:
    answer = talk("option_search", text="bouw doorstroom", level="so-3", finality="doorstroom", theme="bouw")
    assert "Bouw- en houtwetenschappen" in [item.title for item in answer.items]


def test_a_bachelor_at_the_university_is_an_academic_one(talk) -> None:
    levels = (Mention("level", "acad_bachelor"), Mention("level", "bachelor"))
    answer = talk("option_search", *levels, text="chemie aan de unief welke bachelor", theme="chemie")
    assert answer.items
    assert all("academische bachelor" in item.line.lower() for item in answer.items)
