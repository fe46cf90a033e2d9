from __future__ import annotations

import pytest


@pytest.mark.parametrize("text", ["waarom is STEM moeilijk?", "hoeveel leerlingen kiezen STEM", "cijfers over stem"])
def test_more_than_the_definition_has_no_answer_yet(talk, text: str) -> None:
    answer = talk("stem_what", text=text)
    assert answer.text.startswith("Daar heb ik nog geen antwoord") and "Science" in answer.text
    assert len(answer.text.split()) <= 90


def test_the_definition_alone(talk) -> None:
    assert talk("stem_what", text="wat is STEM?").text.startswith("STEM staat voor")
