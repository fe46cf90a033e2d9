"""How long one study takes."""

from __future__ import annotations

import pytest

from actions.question import Mention
from study_catalogue import Catalogue

ASKS = ("hoe lang duurt da", "hoe lang duurt die", "en hoelang duurt dat", "hoeveel jaar is dat", "oe lang duurt da")
TAKEN_FOR = ("clarify", "out_of_scope", "path_map", "structure")


def of(option_id: str) -> Mention:
    return Mention("option", option_id, basis="choice")


@pytest.mark.parametrize("text", ASKS)
@pytest.mark.parametrize("topic", TAKEN_FOR)
def test_of_the_study_that_was_told_of(talk, text: str, topic: str) -> None:
    talk("option_info", of("so3-elektrotechnieken"))
    answer = talk(topic, text=text)
    assert answer.topic == "option_info" and "Elektrotechnieken in de 3de graad duurt 2 jaar." in answer.text


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("so2-houttechnieken", "duurt 2 jaar"),
        ("so7-dakwerker-duaal", "duurt 1 jaar"),
        ("grad-voertuigtechnieken", "duurt 2 jaar"),
        ("pba-chemie", "duurt 3 jaar"),
        ("pba-verpleegkunde", "duurt 4 jaar"),
        ("aba-industriele-wetenschappen", "duurt 3 jaar. Ik tel vanaf de start"),
        ("ma-ir-bouwkunde", "duurt 1 tot 2 jaar"),
    ],
)
def test_by_its_level(talk, option: str, said: str) -> None:
    answer = talk("structure", of(option), text="hoe lang duurt dat")
    assert said in answer.text and answer.sources


def test_a_master_after_an_academic_bachelor(talk) -> None:
    text = talk("structure", of("aba-industriele-wetenschappen"), text="hoeveel jaar is dat").text
    assert "nog een master" in text and "1 tot 2 jaar" in text


def test_of_a_job_it_is_still_the_way(talk) -> None:
    talk("job_info", job="Meubelmaker")
    assert talk("path_map", text="hoe lang duurt da").topic == "path_map"


@pytest.mark.parametrize("text", ["hoe lang duurt een stage", "hoeveel jaar is het secundair", "hoe lang allemaal"])
def test_other_questions_of_time_stay(talk, text: str) -> None:
    talk("option_info", of("so3-elektrotechnieken"))
    assert "Elektrotechnieken in de 3de graad duurt" not in talk("structure", text=text).text


def test_a_way_for_adults_of_no_fixed_length(talk) -> None:
    assert talk("after_secondary", of("volw-schakelprogramma"), text="hoe lang duurt dat").topic == "after_secondary"
    talk("option_info", of("volw-vdab-okot"))
    assert "weet ik niet" in talk("clarify", text="hoe lang duurt dat").text


def test_every_study_has_years_or_says_that_it_does_not_know(talk, catalogue: Catalogue) -> None:
    options = [
        found for name in catalogue.names() if name.kind == "option" for found in catalogue.options_named(name.target)
    ]
    for option in list(dict.fromkeys(options))[::25]:
        text = talk("structure", of(option.id), text="hoe lang duurt dat").text
        assert "duurt" in text or option.ended or option.level == "volwassenen", option.id
