"""One soft line beside a sorrow or a worry: data/comfort.yml."""

from __future__ import annotations

import pytest

from actions.comfort import rows
from actions.patterns import finds
from study_catalogue.text import fold
from tests.actions.conftest import Talk

SOFT = "leerlingenbegeleider"
LINES = {
    "grief": (
        "mijn opa is vorige week gestorven en ik kan mij ni concentreren op de examens",
        "mijn oma is overleden en ik kan niet studeren nu",
        "ik ben verdrietig door een sterfgeval en heb examens",
        "ons oma is doodgegaan ik kan ni leren",
        "mijn dochter haar oma is overleden",
    ),
    "illness": (
        "mijn papa is ziek en ik kan niet meer volgen op school",
        "mijn mama heeft kanker",
        "mn vader ligt in het ziekenhuis",
    ),
    "laughed_at": (
        "iedereen lacht mij uit in de klas als ik da zeg",
        "mijn vrienden lachen als ik zeg dat ik metser wil worden",
        "mijn klas vindt techniek belachelijk",
        "mijn zoon wordt uitgelachen omdat hij verpleging wil doen",
    ),
}
ORDINARY = (
    "mijn broer is dood van het lachen",
    "mijn opa is 3 jaar geleden gestorven",
    "wat doet een begrafenisondernemer",
    "mijn man is overleden en ik zoek terug werk",
    "mijn hond is ziek",
    "welke richting voor wie zieke mensen wil helpen",
    "ik moest lachen om die robot",
    "mijn vrienden vinden mechanica leuk",
    "mijn gsm is dood",
)


def line_for(text: str) -> str | None:
    said = fold(text)
    return next((row.say for row in rows() if finds(row.patterns, said) and not finds(row.without, said)), None)


@pytest.mark.parametrize(("text", "line"), [(text, line) for line, texts in LINES.items() for text in texts])
def test_each_worry_has_its_line(text: str, line: str) -> None:
    assert line_for(text) == line


@pytest.mark.parametrize("text", ORDINARY)
def test_nobody_else_hears_it(text: str) -> None:
    assert line_for(text) is None


@pytest.mark.parametrize("topic", ["out_of_scope", "nonsense", "switching"])
def test_alone_it_is_the_whole_answer(talk: Talk, topic: str) -> None:
    answer = talk(topic, text="mijn opa is gestorven")
    assert answer.kind == "answer" and SOFT in answer.text and "102" in answer.text
    assert "1813" not in answer.text and "Dat weet ik niet" not in answer.text and answer.sources


def test_a_question_beside_it_is_answered(talk: Talk) -> None:
    text = "mijn opa is vorige week gestorven. wat leer je in houttechnieken"
    answer = talk("option_info", option="Houttechnieken", text=text)
    assert answer.topic == "option_info" and "Houttechnieken" in answer.text
    assert answer.text.index(SOFT) < answer.text.index("Houttechnieken")


def test_who_is_laughed_at_for_a_job_gets_its_road(talk: Talk) -> None:
    answer = talk("out_of_scope", job="Manueel lasser", text="ze lachen mij uit omdat ik lasser wil worden")
    assert answer.topic == "option_for_job" and SOFT in answer.text and answer.items


def test_parents_are_addressed_as_such(parent: Talk) -> None:
    answer = parent("nonsense", text="mijn dochter haar oma is overleden")
    assert SOFT in answer.text and "je leerling" not in answer.text


def test_nothing_stands_beside_the_help(talk: Talk) -> None:
    answer = talk("distress", text="mijn opa is gestorven en ik wil naar hem toe")
    assert answer.topic == "distress" and SOFT not in answer.text


def test_what_is_only_told_besides_changes_no_answer(talk: Talk) -> None:
    text = "mijn papa is overleden, wat leer je in houttechnieken"
    assert SOFT not in talk("option_info", option="Houttechnieken", text=text).text
