from __future__ import annotations

from actions.question import Mention
from study_catalogue import Catalogue

TWE = "Technologische wetenschappen en engineering"
ENGINEER = "Academische bachelor ingenieurswetenschappen"


def test_of_a_study_that_is_named_what_is_known_comes_first(talk) -> None:
    answer = talk("difficulty", Mention("option", TWE, "twe"), text="is twe zwaar")
    assert answer.text.startswith(f"Over {TWE}") and "doorstroom" in answer.text and "kan ik niet zeggen" in answer.text
    assert talk.slots["option"] == "so3-technologische-wetenschappen-en-engineering"


def test_without_one_it_is_as_general_as_it_was(talk) -> None:
    answer = talk("difficulty", text="is stem zwaar")
    assert answer.text.startswith("Elke richting") and answer.items
    assert "option_info" not in [choice.topic for choice in answer.choices]


def test_whether_one_study_still_leads_to_another_is_a_way(talk) -> None:
    goal, start = Mention("option", ENGINEER, "burgie", basis="alias"), Mention("option", TWE, "twe")
    answer = talk("difficulty", goal, start, text="is burgie nog haalbaar vanuit twe")
    assert answer.topic == "path_map" and [item.title for item in answer.items][:2] == [TWE, ENGINEER]


def test_hours_of_a_subject_are_said_to_be_unknown(talk) -> None:
    assert "weet ik niet" in talk("option_info", option=TWE, text="hoeveel lesuren fysica is dat").text


def test_jobs_that_are_taken_away_are_left_out(talk, catalogue: Catalogue) -> None:
    jobs = [job.name for job in catalogue.jobs_of("so3-houttechnieken")]
    gone = Mention("excluded", f"job:{jobs[0]}", jobs[0].lower())
    answer = talk("option_jobs", gone, option="so3-houttechnieken", text=f"alles behalve {jobs[0]}")
    assert jobs[0] not in [item.title for item in answer.items] and len(answer.items) == min(len(jobs), 8) - (
        len(jobs) < 9
    )


def test_a_job_with_machines_in_the_question_gets_an_honest_line(talk) -> None:
    assert "AI met dat werk doet, weet ik niet" in talk("job_outlook", theme="ict", text="gaat ai dat overnemen").text


def test_old_names_of_a_study(talk) -> None:
    answer = talk("option_compare", option="Houttechnieken", text="is dat nog hetzelfde als vroeger")
    assert "vroeger" in answer.text and answer.kind == "answer"


def test_who_decides_depends_on_the_school(talk) -> None:
    assert "hogeschool" not in talk("option_entry", option="so3-houttechnieken").text
    assert "waar je wil starten beslist" in talk("option_entry", option="pba-bouw").text


def test_a_subject_that_is_the_name_of_a_study_is_that_study(talk) -> None:
    study, subject = Mention("option", "Mechatronica", "mechatronica"), Mention("theme", "mechanica", "mechatronica")
    answer = talk("difficulty", study, subject, text="is mechatronica moeilijk")
    assert answer.text.startswith("Over Mechatronica") and "CLB" in answer.text
    assert [choice.topic for choice in answer.choices][:2] == ["option_info", "option_next"]


def test_without_a_subject_there_are_studies_with_much_practice(talk) -> None:
    answer = talk("difficulty", Mention("excluded", "theme:wiskunde"), text="ik haat wiskunde kan ik toch stem doen")
    assert "Hoeveel wiskunde een richting heeft, weet ik niet" in answer.text and answer.items


def test_how_hard_a_job_is(talk) -> None:
    answer = talk("difficulty", job="Dakwerker", text="is dakwerker moeilijk")
    assert answer.text.startswith("Dakwerker: hoe moeilijk dat voor jou is, kan ik niet zeggen.")
    assert [choice.topic for choice in answer.choices] == ["job_info", "option_for_job", "handover"]


def test_is_that_hard_after_a_job_is_about_it(talk) -> None:
    talk("job_info", job="Dakwerker")
    assert talk("difficulty", text="is dat moeilijk").text.startswith("Dakwerker")
    assert not talk("difficulty", text="ik vind school moeilijk").text.startswith("Dakwerker")


def test_one_name_for_a_study_at_school_and_later_is_no_way(talk) -> None:
    others = ("Mechatronica", "Professionele bachelor elektromechanica")
    named = Mention("option", "Elektromechanische technieken", "elektromechanica", others)
    answer = talk("difficulty", named, text="kan ik elektromechanica aan als ik 55% heb op wiskunde")
    assert answer.topic == "difficulty" and "kan ik niet zeggen" in answer.text
