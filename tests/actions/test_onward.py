"""From a diploma to higher education."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from actions.question import Mention
from actions.texts import texts_of

if TYPE_CHECKING:
    from tests.actions.conftest import Talk

PROF, ACAD, BACHELOR, GRADUATE = (
    Mention("level", value) for value in ("prof_bachelor", "acad_bachelor", "bachelor", "graduaat")
)
LABOUR, DOUBLE, THROUGH = (Mention("finality", value) for value in ("arbeidsmarkt", "dubbel", "doorstroom"))


@pytest.mark.parametrize("topic", ["option_entry", "after_secondary", "option_next", "diploma_levels"])
@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("mag ik met een diploma 6 arbeidsmarkt meteen aan een professionele bachelor beginnen", (LABOUR, PROF)),
        ("mag ik met ok 3 naar een bachelor", (BACHELOR,)),
        ("na 6 arbeidsmarkt naar de universiteit", (LABOUR, ACAD)),
    ],
)
def test_not_at_once_from_the_labour_market_to_a_bachelor(
    talk: Talk, topic: str, text: str, mentions: tuple[Mention, ...]
) -> None:
    answer = talk(topic, *mentions, text=text)
    assert answer.topic == "after_secondary"
    assert "niet meteen" in answer.text and "7de jaar" in answer.text and "graduaat" in answer.text
    assert answer.sources and "klassenraad" not in answer.text


@pytest.mark.parametrize(
    "text",
    [
        "een ok3-leerling die een graduaat haalt, kan die verder naar een bachelor",
        "kan ik na een graduaat nog een bachelor doen",
        "met een graduaat op zak naar een bachelor",
    ],
)
def test_from_a_graduaat_there_is_a_shorter_way_to_a_bachelor(talk: Talk, text: str) -> None:
    answer = talk("after_secondary", GRADUATE, BACHELOR, text=text)
    assert answer.text.startswith("Ja.") and "kortere weg" in answer.text and "3,5" in answer.text


def test_which_of_two_goals_is_no_way_from_the_one_to_the_other(talk: Talk) -> None:
    answer = talk("after_secondary", GRADUATE, BACHELOR, text="mag ik met ok3 naar een graduaat of een bachelor")
    assert "niet meteen" in answer.text


@pytest.mark.parametrize(
    ("finality", "goal", "said"),
    [
        (DOUBLE, ACAD, "gewone weg is doorstroom"),
        (DOUBLE, PROF, "Daarmee mag je naar een bachelor"),
        (THROUGH, ACAD, "gewone weg naar een academische"),
        (DOUBLE, GRADUATE, "meteen naar een graduaat"),
    ],
)
def test_from_the_other_finalities(talk: Talk, finality: Mention, goal: Mention, said: str) -> None:
    assert said in talk("finalities", finality, goal, text="kan je daarmee naar daar").text


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("kan ik overstappen naar dubbel voor een bachelor", (DOUBLE, BACHELOR)),
        ("kan ik van arbeidsmarkt naar dubbel en dan een bachelor", (LABOUR, DOUBLE, BACHELOR)),
        (
            "met dubbele finaliteit houttechnieken naar een bachelor",
            (DOUBLE, BACHELOR, Mention("option", "Houttechnieken")),
        ),
        ("wat is het verschil tussen een graduaat en een bachelor", (GRADUATE, BACHELOR)),
        ("wat is arbeidsmarkt", (LABOUR,)),
    ],
)
def test_other_questions_are_left_alone(talk: Talk, text: str, mentions: tuple[Mention, ...]) -> None:
    texts = {key: wording.je for key, wording in texts_of("after_secondary").texts.items() if key.startswith("from_")}
    answer = talk("option_entry", *mentions, text=text)
    assert texts and "7de jaar voor hoger onderwijs: dat" not in answer.text and "kortere weg" not in answer.text
    assert not answer.text.startswith("Ja.")


@pytest.mark.parametrize("topic", ["clarify", "out_of_scope"])
def test_ok3_stands_for_nothing_else(talk: Talk, topic: str) -> None:
    assert talk(topic, text="wat geeft OK3 precies toegang tot?").topic == "diploma_levels"
    assert talk(topic, text="dat is ok, 3 keer").topic != "diploma_levels"


def test_the_rule_of_a_diploma_holds_for_every_study(talk: Talk) -> None:
    study = Mention("option", "Academische bachelor industriële wetenschappen", "industrieel ingenieur")
    academic = Mention("level", "acad_bachelor", "academische bachelor")
    said = talk("option_entry", study, academic, text="kan dat na OK4 meteen").text
    assert "vraagt OK4" in said
    medicine = Mention("option", "Academische bachelor geneeskunde", "geneeskunde")
    bachelor = Mention("level", "bachelor", "bachelor")
    assert talk("option_entry", medicine, bachelor, text="mag dat met OK4").topic == "option_entry"
