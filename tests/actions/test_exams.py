from __future__ import annotations

import pytest

from actions.question import Mention
from actions.texts import texts_of
from study_catalogue import Catalogue


@pytest.mark.parametrize("kind", ["decides", "unsure", "held"])
def test_the_lists_hold_studies_that_exist(kind: str, catalogue: Catalogue) -> None:
    names = {name.target.lower() for name in catalogue.names() if name.kind == "option"}
    assert {*texts_of("tests_exams").words[f"studies_{kind}"]} <= names


@pytest.mark.parametrize(
    ("study", "said", "told"),
    [
        (
            "Academische bachelor ingenieurswetenschappen",
            "burgie",
            "Ja, in 2023 was er een ijkingstoets of starttoets voor burgie",
        ),
        ("Academische bachelor geneeskunde", "arts worden", "Ja, voor arts is er een toelatingsexamen, en dat beslist"),
        ("Academische bachelor diergeneeskunde", "dierenarts", "weet ik niet zeker"),
        (
            "Professionele bachelor verpleegkunde",
            "verpleegkunde",
            "Of er voor verpleegkunde een toets is, weet ik niet zeker",
        ),
    ],
)
def test_of_a_study_that_is_named_it_is_said(talk, study: str, said: str, told: str) -> None:
    answer = talk("tests_exams", Mention("option", study, said), text=f"moet ik een toets doen voor {said}")
    assert told in answer.text and not answer.items and answer.sources


def test_a_word_for_a_study_is_enough_and_without_one_it_is_general(talk) -> None:
    assert "starttoets voor wiskunde" in talk("tests_exams", text="is er een ijkingstoets voor wiskunde").text
    assert talk("tests_exams", text="wat is een ijkingstoets").items


def test_another_study_may_follow(talk) -> None:
    talk("tests_exams", text="wat is een ijkingstoets")
    nurse = Mention("option", "Professionele bachelor verpleegkunde", "verpleegkunde")
    assert talk("inform", nurse, text="en voor verpleegkunde?").topic == "tests_exams"
