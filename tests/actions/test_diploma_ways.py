"""A way that only the diploma opens."""

from __future__ import annotations

from actions.question import Mention

MATHS = Mention("option", "Economie-Wiskunde", "economie-wiskunde")
BODY = Mention("option", "Koetswerk", "koetswerk")
VET = Mention("option", "Academische bachelor diergeneeskunde", "dierenarts worden", basis="alias")


def test_ok4_opens_a_bachelor_that_no_link_leads_to(talk) -> None:
    answer = talk("path_map", MATHS, VET, text="kan ik met economie-wiskunde dierenarts worden")
    assert "OK4" in answer.text and "geen weg zonder overstap" not in answer.text
    assert answer.items[0].title == VET.value


def test_ok3_has_a_year_before_it(talk) -> None:
    answer = talk("path_map", BODY, VET, text="kan ik met koetswerk dierenarts worden")
    assert "OK3" in answer.text and "niet meteen" in answer.text
    assert answer.items[0].title.startswith("Voorbereidend jaar") and answer.items[1].title == VET.value


def test_a_job_learned_at_school_asks_another_study(talk) -> None:
    answer = talk("path_map", Mention("option", "Latijn", "latijn"), Mention("job", "Manueel lasser", "lasser"))
    assert "geen weg zonder overstap" in answer.text


def test_a_job_without_a_study_of_ours_closes_no_way(talk) -> None:
    sports = Mention("option", "Sportwetenschappen", "sportwetenschappen")
    answer = talk(
        "path_map", sports, Mention("job", "Kinesitherapeut", "kine"), text="van sportwetenschappen naar kine"
    )
    assert "OK4" in answer.text and "geen weg zonder overstap" not in answer.text


def test_an_architect_is_no_assistant(talk) -> None:
    others = ("Professionele bachelor toegepaste architectuur",)
    architect = Mention("option", "Academische bachelor architectuur", "architect worden", others, "alias")
    answer = talk("option_for_job", architect, text="ik wil architect worden")
    assert others[0] not in [item.title for item in answer.items]


def test_a_study_of_the_second_grade_gives_no_diploma(talk) -> None:
    science = Mention("option", "Biotechnologische STEM-wetenschappen", "techniek-wetenschappen")
    pilot = Mention("option", "Professionele bachelor luchtvaart", "piloot worden", basis="alias")
    answer = talk("path_map", science, pilot, text="hij zit in 4 techniek-wetenschappen en wil piloot worden")
    titles = [item.title for item in answer.items]
    assert titles[0] == science.value and titles[-1] == pilot.value and len(titles) == 3
    assert f"Na {titles[1]} is het diploma" in answer.text and f"Na {science.value} is het diploma" not in answer.text


def test_whether_one_may_still_comes_before_the_way(talk) -> None:
    machines = Mention("option", "Elektromechanische technieken", "elektromechanische technieken")
    engineer = Mention("option", "Academische bachelor industriële wetenschappen", "industrieel ingenieur")
    text = "mag je met elektromechanische technieken nog industrieel ingenieur doen"
    assert "OK4" in talk("option_next", machines, engineer, text=text).text
