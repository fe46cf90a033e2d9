"""What stays in hand of a word for several jobs, of a road, and of a study at school."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.question import Mention

if TYPE_CHECKING:
    from tests.actions.conftest import Talk

ELECTRICIAN = Mention("job", "Elektrotechnisch installateur", "elektricien", ("Elektrotechnicus",), "alias")
BOTH = ["Elektrotechnisch installateur", "Elektrotechnicus"]
OWN = Mention("option", "Technologische wetenschappen en engineering", "industriele wetenschappen", basis="old_name")
FIFTH = Mention("level", "so-3", "5", basis="now")


def test_both_readings_are_the_choices(talk: Talk) -> None:
    talk("option_for_job", ELECTRICIAN, text="ik wil elektricien worden")
    answer = talk("path_map", text="hoe lang duurt da")
    assert answer.kind == "clarify" and [choice.title for choice in answer.choices] == BOTH


def test_both_readings_are_answered_also_after_they_were_offered(talk: Talk) -> None:
    talk("option_for_job", ELECTRICIAN, text="ik wil elektricien worden")
    talk("path_map", text="hoe lang duurt da")
    answer = talk("job_bottleneck", text="is dat een knelpuntberoep")
    assert "elektricien" in answer.text and [item.title for item in answer.items] == BOTH


def test_one_of_them_that_was_picked_is_in_hand(talk: Talk) -> None:
    talk("option_for_job", ELECTRICIAN, text="ik wil elektricien worden")
    talk("job_info", Mention("job", BOTH[1], basis="choice"))
    answer = talk("job_bottleneck", text="is dat een knelpuntberoep")
    assert BOTH[1] in answer.text and not answer.items


def test_a_study_named_later_is_the_subject(talk: Talk) -> None:
    talk("option_for_job", ELECTRICIAN, text="ik wil elektricien worden")
    talk("option_info", option="Houttechnieken")
    assert "elektricien" not in talk("job_bottleneck", text="is dat een knelpunt").text


def test_the_study_before_is_no_more_in_hand_once_a_job_is_wanted(talk: Talk) -> None:
    talk("option_info", option="Professionele bachelor luchtvaart")
    talk("option_for_job", Mention("job", "Vliegtuigtechnicus", "vliegtuigmecanicien"), text="vliegtuigmecanicien dan")
    talk("job_bottleneck", text="is dat een knelpunt")
    titles = [choice.title for choice in talk("option_where", text="waar kan hij dat studeren").choices]
    assert "Vliegtuigtechnieken" in titles


def test_where_is_about_the_one_study_of_the_road(parent: Talk) -> None:
    start = Mention("option", "Biotechnologische en chemische wetenschappen", "biotechniek")
    nurse = Mention("job", "Verpleegkundige", "verpleegkundige")
    parent("path_map", start, nurse, text="mijn dochter zit in 6 biotechniek, hoe wordt ze verpleegkundige")
    assert "Professionele bachelor verpleegkunde" in parent("option_where", text="waar kan dat").text


def test_where_asks_which_step_of_a_long_road(talk: Talk) -> None:
    road = talk("path_map", Mention("job", "Verpleegkundige", "verpleegkundige"), text="toon de weg")
    steps = [item.title for item in road.items]
    titles = [choice.title for choice in talk("option_where", text="waar kan dat").choices]
    assert len(steps) > 1 and titles[: len(steps)] == steps


def test_the_year_is_kept_after_a_c_attest_and_not_after_a_b_attest(talk: Talk) -> None:
    own = Mention("option", "Elektriciteit", "elektriciteit"), Mention("level", "so-2", "3", basis="now")
    talk("attestation", *own, text="c-attest in 3 elektriciteit")
    search = talk("option_search", theme="robotica", text="liever iets met robots")
    assert "in de 2de graad" in search.text
    later = talk("option_search", theme="robotica", level="so-3", text="robots in de 3de graad")
    assert "in de 3de graad" in later.text and "2de graad" not in later.text


def test_no_year_is_kept_of_what_an_attest_is(talk: Talk) -> None:
    talk("attestation", text="wat is een c-attest")
    assert "graad" not in talk("option_search", theme="robotica", text="iets met robots").text.split(".")[0]


def test_a_lighter_study_is_compared_with_the_own_one(talk: Talk) -> None:
    talk("attestation", OWN, FIFTH, text="c-attest in 5 industriele wetenschappen")
    other = Mention("option", "Elektromechanische technieken", "elektromechanica", ("Mechatronica",), "alias")
    answer = talk("path_map", other, text="elektromechanica misschien, is dat veel lichter?")
    assert answer.topic == "option_compare"
    assert "engineering en Elektromechanische technieken naast elkaar" in answer.text


def test_without_a_study_in_hand_nothing_is_compared(talk: Talk) -> None:
    other = Mention("option", "Ruwbouw", "ruwbouw")
    assert talk("option_info", other, text="is ruwbouw moeilijker?").topic != "option_compare"


def test_an_adult_who_names_a_trade_stays_an_adult(talk: Talk) -> None:
    talk("adult_switch", age="45", text="ik ben 45 en wil techniek gaan doen")
    answer = talk("inform", ELECTRICIAN, text="elektricien eigenlijk")
    assert answer.topic == "option_for_job" and answer.items
    assert "centrum voor volwassenen" in talk("out_of_scope", text="hoe lang duurt da").text


def test_an_adult_who_stays_at_work_hears_of_leave(talk: Talk) -> None:
    talk("adult_vdab", text="behoud ik mijn dop")
    assert talk("clarify", text="en wa als ik gewoon blijf werken?").topic == "adult_leave"
    talk("dual_what")
    assert talk("clarify", text="en wa als ik gewoon blijf werken?").topic != "adult_leave"
