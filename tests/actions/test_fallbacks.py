"""Not understood, or outside what we know."""

from __future__ import annotations

import pytest

from actions.question import Mention
from tests.actions.conftest import Talk

GENK = "3600 Genk"


def test_out_of_scope_says_so_and_offers_what_it_knows(talk) -> None:
    answer = talk("out_of_scope")
    assert answer.kind == "fallback" and answer.text.startswith("Dat weet ik niet")
    assert "onderwijskiezer.be" in answer.text and "CLB" in answer.text and answer.choices


def test_out_of_scope_twice_is_shorter_with_other_choices(talk) -> None:
    first, second = talk("out_of_scope"), talk("out_of_scope")
    assert len(second.text) < len(first.text) and second.text != first.text
    assert second.choices and not set(first.choices) & set(second.choices)
    talk("thanks")
    assert talk("out_of_scope").text == first.text


def test_out_of_scope_about_a_name_like_one_we_know(talk) -> None:
    strange = Mention("unknown", "houttechnologie", "houttechnologie")
    answer = talk("out_of_scope", strange, readings=(("option_jobs", 0.3),))
    assert "'houttechnologie' ken ik niet" in answer.text and answer.choices
    assert {choice.topic for choice in answer.choices} == {"option_jobs"}
    talk("thanks")
    strange = Mention("unknown", "paardendans", "paardendans")
    assert talk("out_of_scope", strange, readings=(("option_jobs", 0.3),)).text.startswith("Dat weet ik niet")


def test_nonsense_three_times(talk) -> None:
    first, second, third = talk("nonsense"), talk("nonsense"), talk("nonsense")
    assert "bijvoorbeeld" in first.text and len(second.choices) > 5
    assert third.kind == "handover" and "CLB" in third.text
    talk("thanks")
    assert talk("nonsense").text == first.text


@pytest.mark.parametrize("topic", ["nonsense", "out_of_scope"])
@pytest.mark.parametrize("text", ["ok", "Jaja!", "nee", "sorry"])
def test_a_mere_reply_never_escalates(talk, topic: str, text: str) -> None:
    for _ in range(4):
        answer = talk(topic, text=text)
        assert answer.kind == "smalltalk" and answer.text == "Oké. Waarmee kan ik je helpen?" and answer.choices


@pytest.mark.parametrize("topic", ["nonsense", "out_of_scope"])
def test_asked_for_a_place_other_words_are_an_unknown_place(talk, topic: str) -> None:
    talk("academy_nearby")
    answer = talk(topic, text="Blurpstad")
    assert answer.topic == "academy_nearby" and "'Blurpstad' ken ik niet" in answer.text and "postcode" in answer.text
    assert talk("inform", place=GENK).items


@pytest.mark.parametrize(("topic", "kind"), [("option_jobs", "richting"), ("job_bottleneck", "beroep")])
def test_asked_for_a_name_other_words_are_an_unknown_name(talk, topic: str, kind: str) -> None:
    talk(topic)
    answer = talk("out_of_scope", text="paardendans")
    assert answer.topic == topic and f"Een {kind} met de naam 'paardendans' ken ik niet" in answer.text


def test_asked_for_a_name_and_no_idea(talk) -> None:
    asked = talk("option_jobs")
    answer = talk("nonsense", text="weet ik niet")
    assert answer.kind == "ask" and answer.text != asked.text and "ken ik niet" not in answer.text


def test_asked_for_a_name_a_long_message_is_no_name(talk) -> None:
    talk("academy_nearby")
    assert talk("out_of_scope", text="hoe laat begint de film vanavond").topic == "out_of_scope"


def test_asked_for_a_name_it_ends_with_a_person(talk) -> None:
    talk("academy_nearby")
    kinds = [talk("nonsense", text=f"blurp{nth}").kind for nth in range(3)]
    assert kinds[-1] == "handover"


def test_not_asked_for_a_name_words_are_no_name(talk) -> None:
    talk("academy_nearby", place=GENK)
    assert talk("nonsense", text="blurp").topic == "nonsense"


def test_a_feeling_gets_a_kind_word_and_a_person(talk) -> None:
    answer = talk("out_of_scope", text="ik ben bang voor wiskunde")
    assert answer.kind == "fallback"
    assert "CLB" in answer.text
    assert answer.choices[0].topic == "handover"


@pytest.mark.parametrize(
    "text",
    ["moet ik medisch geschikt zijn voor treinbestuurder", "moet ge een medisch onderzoek doen", "is er een keuring"],
)
def test_what_a_doctor_judges_is_left_to_a_doctor(talk: Talk, text: str) -> None:
    assert "bekijkt een arts" in talk("option_for_job", text=text).text


@pytest.mark.parametrize(
    "text", ["waar kan ik medisch labo doen", "medische beeldvorming", "ik wil medisch onderzoek doen"]
)
def test_a_medical_study_is_no_matter_for_a_doctor(talk: Talk, text: str) -> None:
    assert "bekijkt een arts" not in talk("option_search", text=text).text
