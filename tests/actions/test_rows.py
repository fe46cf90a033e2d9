from __future__ import annotations

from dataclasses import replace

import pytest

from actions.question import Question
from actions.reply import Reply
from actions.rows import academy_rows, ages, distance_marks, job_rows, kilometres, option_rows
from study_catalogue import Catalogue
from study_catalogue.records import Nearby


@pytest.fixture
def reply(catalogue: Catalogue) -> Reply:
    return Reply(Question("academy_nearby"), catalogue)


def test_an_option_has_level_finality_and_marks(reply: Reply, catalogue: Catalogue) -> None:
    option = catalogue.option("so3-elektromechanische-technieken")
    assert option
    (row,) = option_rows(reply, [option])
    assert row.line == "3de graad, dubbele finaliteit" and row.marks == ("STEM", "duaal")
    (row,) = option_rows(reply, [replace(option, dual="no", stem_official="NIET-STEM", finality="")])
    assert row.line == "3de graad" and row.marks == ()


def test_a_job_has_its_mark_and_its_restriction(reply: Reply, catalogue: Catalogue, year: int) -> None:
    job = catalogue.job("Dakwerker")
    assert job and job.listing
    only = replace(job, listing=replace(job.listing, restriction="platte daken"))
    rows = job_rows(reply, [job, only, replace(job, listing=None)])
    assert [row.marks for row in rows] == [(f"knelpunt {year}",)] * 2 + [()]
    assert [row.line for row in rows] == ["", "knelpunt alleen voor: platte daken", ""]


def test_an_academy_without_a_year_says_so(reply: Reply, catalogue: Catalogue) -> None:
    found, _ = catalogue.academies_near(50.96, 5.5)
    bare = replace(found[0].academy, last_confirmed=None, min_age=None, max_age=None, via_school=True)
    (row,) = academy_rows(reply, [Nearby(bare, 3.14)])
    assert row.marks == ("3,1 km",)
    assert all(part in row.line for part in ("jaar niet bekend", "leeftijd: vraag na", "vraag het aan je school"))


@pytest.mark.parametrize(
    ("youngest", "oldest", "words"),
    [
        (8, 12, "8 tot 12 jaar"),
        (8, None, "vanaf 8 jaar"),
        (None, 12, "tot 12 jaar"),
        (None, None, "leeftijd: vraag na"),
    ],
)
def test_ages(reply: Reply, youngest: int | None, oldest: int | None, words: str) -> None:
    assert ages(reply, youngest, oldest) == words


def test_kilometres_have_a_comma() -> None:
    assert kilometres(12.34) == "12,3 km"


@pytest.mark.parametrize(("km", "mark"), [(0.0, "in deze gemeente"), (0.04, "in deze gemeente"), (0.06, "0,1 km")])
def test_no_distance_of_nothing(reply: Reply, km: float, mark: str) -> None:
    assert distance_marks(reply, km) == (mark,)
    assert mark in reply.answer().explain
