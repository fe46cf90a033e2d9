"""What a B-attest leaves."""

from __future__ import annotations

from actions.question import Mention

SCIENCE = Mention("option", "Natuurwetenschappen", "natuurwetenschappen")
FOURTH = Mention("level", "so-2", "4", basis="last")
OUT = "mag geen doorstroom meer"


def test_what_is_excluded_is_not_shown(talk) -> None:
    excluded = Mention("excluded", "finality:doorstroom", "doorstroom")
    text = f"kheb een b-attest, {OUT}. ik zat in 4 natuurwetenschappen. wa nu"
    answer = talk("option_entry", excluded, SCIENCE, FOURTH, text=text)
    assert answer.topic == "attestation" and "in de 3de graad" in answer.text
    assert "niet met finaliteit doorstroom" in answer.text and answer.items


def test_a_finality_behind_exclusion_is_read_as_excluded(talk) -> None:
    named = Mention("finality", "doorstroom", "doorstroom"), Mention("level", "so-2", "3de")
    answer = talk(
        "attestation", *named, text="b-attest met uitsluiting van de doorstroom, welke richtingen in het 3de?"
    )
    assert "in de 2de graad" in answer.text and "niet met finaliteit doorstroom" in answer.text


def test_what_was_not_told_is_said_to_be_unknown(talk) -> None:
    answer = talk("option_search", SCIENCE, FOURTH, text="b-attest in 4 natuurwetenschappen, wat kan ik nog doen")
    assert answer.topic == "attestation" and "weet ik niet" in answer.text


def test_what_an_attest_is_keeps_its_answer(talk) -> None:
    assert "finaliteit doorstroom" not in talk("attestation", text="wat is een b-attest").text
    c_attest = talk(
        "attestation", SCIENCE, FOURTH, text="ik heb een c-attest in 4 natuurwetenschappen, wat kan ik doen"
    )
    assert "B-attest mag een leerling" not in c_attest.text
