from __future__ import annotations

import pytest

from actions.names import (
    ask,
    choices_for,
    find_job,
    find_option,
    find_place,
    levels_named,
    names_like,
    offer_names,
    pick_level,
)
from actions.question import Mention, Question
from actions.reply import Reply
from actions.rows import title_of
from study_catalogue import Catalogue
from study_catalogue.records import Job, Option, Place
from tests.actions.conftest import Talk

EM = "Elektromechanische technieken"
STRANGE = Mention("unknown", "paardendans", "paardendans")


def test_found_by_name_by_id_and_in_the_conversation(catalogue: Catalogue) -> None:
    for asked in (
        Question("option_info", mentions=(Mention("option", EM),)),
        Question("option_info", mentions=(Mention("option", "so3-elektromechanische-technieken"),)),
        Question("option_info", context={"option": "so3-elektromechanische-technieken"}),
    ):
        found = find_option(asked, catalogue)
        assert isinstance(found, Option) and found.id == "so3-elektromechanische-technieken"
    assert isinstance(find_job(Question("job_info", mentions=(Mention("job", "Dakwerker"),)), catalogue), Job)
    assert isinstance(find_place(Question("academy_nearby", context={"place": "3600 Genk"}), catalogue), Place)


@pytest.mark.parametrize(
    ("find", "topic"), [(find_option, "option_dual"), (find_job, "job_info"), (find_place, "academy_nearby")]
)
def test_an_unknown_name_goes_before_the_conversation(catalogue: Catalogue, find, topic: str) -> None:
    context = {"option": "so3-houttechnieken", "job": "Dakwerker", "place": "3600 Genk"}
    answer = find(Question(topic, mentions=(STRANGE,), context=context), catalogue)
    assert "'paardendans' ken ik niet" in answer.text and answer.kind in ("ask", "clarify") and answer.choices


@pytest.mark.parametrize("topic", ["option_info", "option_jobs", "option_next", "option_dual", "option_for_job"])
def test_an_unknown_name_is_not_answered_with_what_is_in_hand(talk, topic: str) -> None:
    talk("option_info", option=EM)
    talk("job_info", job="Dakwerker")
    answer = talk(topic, STRANGE)
    assert "ken ik niet" in answer.text and EM not in answer.text and "Dakwerker" not in answer.text


def test_levels_stand_for_more_than_one(catalogue: Catalogue) -> None:
    asked = Question("option_info", mentions=(Mention("level", "bachelor"), Mention("level", "so-2")))
    assert levels_named(asked) == {"prof_bachelor", "acad_bachelor", "so-2"}
    assert pick_level(catalogue.options_named(EM), asked, catalogue).level == "so-2"


def test_titles_are_names(catalogue: Catalogue) -> None:
    assert title_of(catalogue, "option", "so3-houttechnieken") == "Houttechnieken"
    assert title_of(catalogue, "place", "3600 Genk") == "Genk (3600)"
    assert title_of(catalogue, "theme", "bouw") == "Bouw"
    assert [title_of(catalogue, kind, "x") for kind in ("option", "job", "place", "theme")] == ["x"] * 4


def test_choices_ask_the_same_on_the_level_that_was_named(catalogue: Catalogue) -> None:
    asked = Question("option_jobs", mentions=(Mention("level", "so-2"),))
    (choice,) = choices_for(asked, catalogue, "option", [EM])
    assert choice.topic == "option_jobs" and dict(choice.about) == {"option": EM, "level": "so-2"}
    listing = offer_names(Reply(asked, catalogue), asked, "option", [EM]).answer().remember["listing"]
    assert listing["asks"] == "option_jobs" and listing["shown"] == [["option", EM]]


def test_names_like_others_must_look_like_them(catalogue: Catalogue) -> None:
    assert "Houttechnieken" in names_like(catalogue, "option", "houttechniek")
    assert names_like(catalogue, "option", "zwembadtechniek") == []


def test_asking_twice_explains(catalogue: Catalogue) -> None:
    first = ask(Question("job_info"), catalogue, "job")
    second = ask(Question("job_info", context={"asked": "job"}), catalogue, "job")
    assert first.text != second.text and first.remember["asked"] == "job"
    assert len(first.choices) == 4, "three examples and the guided talk"


def test_work_that_is_no_job_we_know_leads_to_the_studies_about_its_subject(parent: Talk) -> None:
    parent.slots["theme"] = "energie"
    for _ in range(2):
        answer = parent("path_map", text="hoe lang duurt dat")
        assert answer.kind == "ask" and answer.choices[0].title == "Richtingen daarover"
    assert "energie" in parent("option_search", theme="energie").text


def test_a_list_of_jobs_that_was_shown_goes_before_its_subject(talk: Talk) -> None:
    talk("bottleneck_list", theme="bouw")
    assert "Over welk beroep" in talk("path_map", text="hoe lang duurt dat").text
