"""What the talk comes to: a reason that is true, jobs with their marks, an academy, sources with a year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from actions.outcome import jobs_behind
from actions.scoring import SKIPPED
from study_catalogue import Catalogue, OptionFilter

if TYPE_CHECKING:
    from tests.actions.conftest import Talk

LEVELS = ("so-1", "so-2", "so-3", "bachelor")


def test_the_reason_names_only_what_holds(talk: Talk, catalogue: Catalogue) -> None:
    for level in LEVELS:
        for theme in ("ict", "bouw", "zorg"):
            answer = talk("help_choose", level=level, theme=theme, practice="praktisch")
            about = {option.name for option in catalogue.search_options(OptionFilter(theme=theme), 0, 1000)[0]}
            for item in answer.items:
                assert (
                    ("past bij je antwoord" in item.line and item.title in about)
                    or "veel praktijk" in item.line
                    or ("ligt dicht bij je antwoord" in item.line)
                ), item
                if '"Veel praktijk"' in item.line:
                    assert "; veel praktijk;" in item.line


def test_who_skipped_all_is_told_that_it_is_a_broad_look(talk: Talk) -> None:
    answer = talk("help_choose", level="so-1", theme=SKIPPED, practice=SKIPPED)
    assert "breed te kijken" in answer.text and all("om breed te kijken" in item.line for item in answer.items)


def test_a_subject_without_stem_options_is_said_honestly(talk: Talk) -> None:
    answer = talk("help_choose", level="so-1", theme="verzorging", practice=SKIPPED)
    assert 'Over "haar en schoonheid" zelf vond ik geen STEM-richting' in answer.text
    assert all("ligt dicht bij" in item.line for item in answer.items)


def test_jobs_carry_their_mark_with_its_year(talk: Talk, year: int) -> None:
    answer = talk("help_choose", level="so-2", theme="bouw", practice="praktisch")
    for item in answer.items:
        jobs = re.search(r"jobs(?: na verder studeren)?: (.*)$", item.line)
        assert jobs, item
        assert (f"knelpunt {year}" in item.line) == (f"knelpunt {year}" in item.marks)
    assert any(source.title.startswith("VDAB") for source in answer.sources)


def test_jobs_that_need_more_study_are_told_as_such(catalogue: Catalogue, talk: Talk) -> None:
    later, jobs = jobs_behind(catalogue, catalogue.options_named("Natuurwetenschappen")[0])
    assert later and len(jobs) == 2
    answer = talk("help_choose", level="so-1", theme="wetenschap", practice="theoretisch")
    assert any("jobs na verder studeren: " in item.line for item in answer.items)


def test_most_options_have_jobs_behind_them(catalogue: Catalogue) -> None:
    options, total = catalogue.search_options(OptionFilter(), 0, 1000)
    assert sum(bool(jobs_behind(catalogue, option)[1]) for option in options) >= 0.9 * total


def test_after_secondary_school_it_says_that_a_diploma_decides(talk: Talk) -> None:
    for level, said in (("so-1", False), ("so-2", False), ("so-3", True), ("bachelor", True)):
        answer = talk("help_choose", level=level, theme="ict", practice=SKIPPED)
        assert ("bepaalt of je meteen mag starten" in answer.text) == said


@pytest.mark.parametrize(("level", "near"), [("so-1", True), ("so-2", True), ("bachelor", False)])
def test_an_academy_nearby_when_the_place_is_known(talk: Talk, level: str, near: bool) -> None:
    talk.slots["place"] = "3600 Genk"
    answer = talk("help_choose", level=level, theme="ict", practice=SKIPPED)
    assert len(answer.items) == 3 + near
    if near:
        assert answer.items[3].marks == ("in deze gemeente",) and "STEM-academie in de buurt" in answer.text
        assert "Zoek een academie" not in [choice.title for choice in answer.choices]


def test_an_age_that_was_said_goes_before_the_usual_one(talk: Talk) -> None:
    lines = []
    for age in ("", "6"):
        talk.slots.update(place="3600 Genk", age=age)
        lines.append(talk("help_choose", level="so-2", theme="ict", practice=SKIPPED).items[3].line)
    assert lines[0] != lines[1] and "6 tot 12 jaar" in lines[1]


def test_without_a_place_an_academy_is_a_tap_away(talk: Talk) -> None:
    titles = [choice.title for choice in talk("help_choose", level="so-1", theme="ict", practice=SKIPPED).choices]
    assert "Zoek een academie" in titles and titles[-1] == "Praat met iemand"


def test_the_longest_text_is_still_short(talk: Talk, parent: Talk) -> None:
    for conversation in (talk, parent):
        conversation.slots["place"] = "3600 Genk"
        for level in LEVELS:
            answer = conversation("help_choose", level=level, theme="verzorging", practice=SKIPPED)
            assert len(answer.text.split()) <= 90
