"""Putting right what was misunderstood."""

from __future__ import annotations

import pytest

from actions.corrections import corrected, not_of_tips, without_noes
from actions.question import Mention, Question


def read(text: str, subject: str, **slots: str) -> Question:
    return corrected(Question("inform", text, (), {"subject": subject, **slots}))


@pytest.mark.parametrize("text", ["nee ik bedoel welke richting", "neeje een richting", "sorry, gewoon een studie"])
def test_the_kind_of_thing_that_is_meant(text: str) -> None:
    assert read(text, "option_jobs").topic == "option_next"
    assert read(text, "academy_nearby").topic == "option_search"


def test_what_was_looked_for_stays_the_subject() -> None:
    asked = read("nee geen academie, een richting", "academy_filter", theme="robotica")
    assert asked.topic == "option_search" and [mention.value for mention in asked.mentions] == ["robotica"]


@pytest.mark.parametrize(
    "text",
    ["welke richting", "nee", "nee ik bedoel welke richting het best is", "geen richting", "ik wil een richting"],
)
def test_other_messages_put_nothing_right(text: str) -> None:
    assert read(text, "academy_nearby").topic == "inform"


def test_a_no_is_no_name() -> None:
    named = (Mention("unknown", "neeje", "neeje"), Mention("unknown", "rechten", "rechten"))
    assert without_noes(Question("inform", "neeje rechten", named)).mentions == named[1:]


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("nee ik bedoel bouwtechnieken ipv elektro", "Bouwtechnieken"),
        ("doe maar bouwtechnieken in plaats van elektrotechnieken", "Bouwtechnieken"),
    ],
)
def test_one_of_two_compared_makes_place(talk, text: str, new: str) -> None:
    talk("option_compare", Mention("option", "Houttechnieken"), Mention("option", "Elektrotechnieken"))
    answer = talk("inform", Mention("option", new, new.lower()), text=text)
    assert answer.topic == "option_compare"
    assert "Houttechnieken en Bouwtechnieken" in answer.text


def test_a_name_beside_a_comparison_is_no_correction(talk) -> None:
    talk("option_compare", Mention("option", "Houttechnieken"), Mention("option", "Elektrotechnieken"))
    assert talk("option_info", option="Bouwtechnieken", text="wat is bouwtechnieken").topic == "option_info"


def test_a_job_whose_name_has_the_word_is_no_medical_matter(talk) -> None:
    job = Mention("job", "Medisch laboratoriumtechnoloog", "medisch laboratoriumtechnoloog")
    answer = talk("inform", job, text="nee, het beroep medisch laboratoriumtechnoloog")
    assert answer.topic == "job_info"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("laat die eerste weg", ["Elektriciteit", "Hout"]),
        ("doe de tweede maar weg", ["Mechanica", "Hout"]),
        ("zonder de laatste aub", ["Mechanica", "Elektriciteit"]),
        ("laat elektriciteit maar weg", ["Mechanica", "Hout"]),
        ("hout doe ik nu al, gewoon die twee andere", ["Mechanica", "Elektriciteit"]),
    ],
)
def test_a_column_that_is_taken_away(talk, text: str, left: list[str]) -> None:
    talk("option_compare", *(Mention("option", name) for name in ("Mechanica", "Elektriciteit", "Hout")))
    answer = talk("nudge_off", text=text)
    assert answer.topic == "option_compare"
    assert [choice.title for choice in answer.choices][:2] == left


@pytest.mark.parametrize("text", ["laat die tips maar weg", "stop met die tips", "doe de verhalen weg"])
def test_tips_that_are_taken_away(text: str) -> None:
    assert not_of_tips(Question("nudge_off", text)).topic == "nudge_off"


@pytest.mark.parametrize(
    "text", ["laat de eerste maar weg", "doe de tweede weg", "nee geen tips ik bedoelde twe weglaten"]
)
def test_a_row_that_is_taken_away_are_no_tips(text: str) -> None:
    assert not_of_tips(Question("nudge_off", text)).topic == "nonsense"


def test_a_place_takes_up_where_that_is(talk) -> None:
    talk("option_entry", option="Academische bachelor biomedische wetenschappen", text="mag ik daar starten")
    where = Mention("place", "3590 Diepenbeek", "diepenbeek")
    answer = talk("out_of_scope", where, text="ja in diepenbeek graag")
    assert answer.topic == "option_where"
    assert "Diepenbeek" in answer.text


def test_a_place_in_another_question_takes_nothing_up(talk) -> None:
    talk("option_entry", option="Academische bachelor biomedische wetenschappen", text="mag ik daar starten")
    where = Mention("place", "3590 Diepenbeek", "diepenbeek")
    assert talk("academy_nearby", where, text="is er een coderdojo in diepenbeek").topic == "academy_nearby"
