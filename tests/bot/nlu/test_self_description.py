from __future__ import annotations

import pytest

from bot.nlu.recognise import Recogniser

LASSER = "ik wil lasser worden"
LEARN = "wat leer je in houttechnieken?"


def asked(recogniser: Recogniser, text: str) -> str:
    return " ".join(recogniser.asked(text).text.split())


@pytest.mark.parametrize(
    "text",
    [
        "ik ben een meisje van 15 en wil lasser worden",
        "kben ne jongen en wil lasser worden",
        "Ik ben Jan en ik wil lasser worden",
        "Hallo, mijn naam is Mehmet Yilmaz. ik wil lasser worden",
        "ik ben mohammed el amrani en wil lasser worden",
        "ik heet Fatima, ik ben moslim en wil lasser worden",
        "thuis spreken we Turks, ik wil lasser worden",
    ],
)
def test_what_is_told_before_a_wish_is_taken_out(recogniser: Recogniser, text: str) -> None:
    assert asked(recogniser, text) == LASSER


@pytest.mark.parametrize(
    "text",
    [
        f"ik heb dyslexie, {LEARN}",
        f"ik ben kevin {LEARN}",
        f"mijn vader is dokter, {LEARN}",
        f"{LEARN} ik ben een meisje",
        f"{LEARN} groetjes, Chukwuemeka",
        f"ik lust graag spruiten, {LEARN}",  # nothing the lexicon knows
    ],
)
def test_what_is_told_beside_a_question_is_taken_out(recogniser: Recogniser, text: str) -> None:
    assert asked(recogniser, text) == LEARN


@pytest.mark.parametrize(
    "text",
    [
        "ik ben een meisje",
        "ik heet Fatima",
        "ik ben een meisje, is dat iets voor mij",
        "ik ben een meisje en ik wil lasser worden, is dat raar",
        "ik ben moslim, kan ik bidden op de werkvloer als ik lasser ben",
        "we hebben niet veel geld, is een technische richting te duur",
        "ik ben 15, mag ik al duaal leren",
        "ik ben 35 en wil lasser worden",
        "ik ben lasser en wil leraar worden",
        "Ik ben electricien en wil leraar worden",
        "IK BEN LASSER EN WIL LERAAR WORDEN",
        "ik kom uit Genk, wat leer je in houttechnieken?",
        "ik zit in het 4de, wat leer je in houttechnieken?",
        "ik heb een diploma houttechnieken, wat kan ik studeren",
        "ik wil met mijn handen werken, wat leer je in houttechnieken?",
        "mijn papa is dood, wat leer je in houttechnieken?",
        "met houttechnieken, wat kan ik worden?",
    ],
)
def test_what_may_matter_stays(recogniser: Recogniser, text: str) -> None:
    assert recogniser.asked(text).text == text


def test_positions_stay(recogniser: Recogniser) -> None:
    text = f"ik heet Fatima, {LEARN}"
    found = recogniser.asked(text)
    assert len(found.text) == len(text) and found.text.endswith(LEARN) and found.kinds == {"name"}


def test_an_age_and_a_parent_that_are_told_still_count(recogniser: Recogniser) -> None:
    def told(text: str) -> list[tuple[str, str]]:
        return [(entity.kind, entity.value) for entity in recogniser.told(text, recogniser.asked(text))]

    assert told("ik ben een jongen van 15 en zoek een academie in Genk") == [("age", "15")]
    assert told("mijn dochter heet Aïcha, wat leer je in houttechnieken?") == [("audience", "parent")]
    assert told("ik woon nog maar 2 jaar in België, wat leer je in houttechnieken?") == []
    assert told("wat leer je in houttechnieken?") == []
