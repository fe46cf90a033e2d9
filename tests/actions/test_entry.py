"""Starting somewhere: the rule that decides, and the schools."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from actions.answer import Answer
from actions.question import Mention, Question
from actions.respond import respond
from study_catalogue import Catalogue, OptionFilter

if TYPE_CHECKING:
    from tests.actions.conftest import Talk

WOOD = "Houttechnieken"
ENGINEER = "aba-industriele-wetenschappen"  # taught in more places than fit on a page
GENK, GHENT = "3600 Genk", "9000 Gent"
DECIDES = "beslist, ik niet."
HERE = "in deze gemeente"


def payloads(answer: Answer) -> list[str]:
    return [choice.payload for choice in answer.choices]


def far(answer: Answer) -> list[float]:
    """The distance of each row that has one; 0 in the municipality itself."""
    marks = [item.marks[0].removesuffix(" km").replace(",", ".") for item in answer.items if item.marks]
    return [0.0 if mark == HERE else float(mark) for mark in marks]


@pytest.mark.parametrize(
    ("option", "rule"),
    [
        ("so2-houttechnieken", "na het 2de jaar"),
        ("so3-houttechnieken", "na een geslaagd 4de jaar doorstroom of dubbele finaliteit"),
        ("so3-ruwbouw", "na een geslaagd 4de jaar"),
        ("so3-latijn-wiskunde", "na een geslaagd 4de jaar doorstroom"),
        ("so7-dakwerker-duaal", "OK3"),
        ("so7-opticien", "OK4"),
        ("so7-voorbereidend-hoger-onderwijs", "OK3"),
        ("grad-elektromechanische-systemen", "met elk diploma secundair"),
        ("pba-bouw", "Met OK3 kan het niet meteen"),
        ("aba-industriele-wetenschappen", "OK4"),
        ("ma-chemie", "schakelprogramma"),
    ],
)
def test_the_rule_of_the_level(talk: Talk, option: str, rule: str) -> None:
    answer = talk("option_entry", option=option)
    assert answer.kind == "answer" and rule in answer.text and DECIDES in answer.text
    assert answer.sources and all(source.year for source in answer.sources)


@pytest.mark.parametrize("audience", ["pupil", "parent"])
def test_every_option_has_a_rule_and_nobody_is_let_in_or_out(catalogue: Catalogue, audience: str) -> None:
    for option in catalogue.search_options(OptionFilter(stem_only=False), 0, 1000)[0]:
        question = Question("option_entry", mentions=(Mention("option", option.id),), audience=audience)  # type: ignore[arg-type]
        answer = respond(question, catalogue)
        assert answer.kind == "answer" and len(answer.text.split()) <= 90, answer.text
        assert "beslist, ik niet" in answer.text and "CLB" in answer.text
        assert not [word for word in ("jij mag", "je mag", "u mag", "uw kind mag") if word in answer.text.lower()]


def test_labour_market_never_leads_straight_to_a_bachelor(catalogue: Catalogue) -> None:
    for level in ("prof_bachelor", "acad_bachelor"):
        for option in catalogue.search_options(OptionFilter(levels=(level,)), 0, 1000)[0]:
            text = respond(Question("option_entry", mentions=(Mention("option", option.id),)), catalogue).text
            assert "van niveau OK4" in text and "van niveau OK3" not in text


def test_what_goes_before_is_offered(talk: Talk) -> None:
    answer = talk("option_entry", option="so3-houttechnieken")
    assert "gaan er bijvoorbeeld aan vooraf" in answer.text
    assert '/option_info{"option": "so2-houttechnieken"}' in payloads(answer)


def test_where_it_is_taught_stays_about_this_option(talk: Talk) -> None:
    answer = talk("option_entry", option=WOOD)
    assert '/option_where{"option": "so3-houttechnieken"}' in payloads(answer)


def test_a_dual_option_asks_for_a_screening(talk: Talk) -> None:
    answer = talk("option_entry", option="so7-dakwerker-duaal")
    assert "screening" in answer.text and len(answer.sources) > 2
    assert "screening" not in talk("option_entry", option=WOOD).text


def test_a_level_that_the_option_lacks_is_said_and_nothing_goes_before(talk: Talk) -> None:
    answer = talk("option_entry", option=WOOD, level="so-7")
    assert answer.text.startswith("Houttechnieken vond ik niet als 7de jaar.") and "vooraf" not in answer.text


@pytest.mark.parametrize(
    ("finalities", "words"),
    [
        (("doorstroom", "dubbel"), "minder zware finaliteit"),
        (("arbeidsmarkt", "doorstroom"), "zwaardere finaliteit kan soms"),
        (("dubbel",), "Overstappen tussen finaliteiten"),
    ],
)
def test_from_one_finality_to_another(talk: Talk, finalities: tuple[str, ...], words: str) -> None:
    answer = talk("option_entry", *(Mention("finality", finality) for finality in finalities))
    assert words in answer.text and "klassenraad" in answer.text and "/switching" in payloads(answer)


def test_of_two_options_the_one_that_follows_is_asked_about(talk: Talk) -> None:
    """ "Mag ik naar de bachelor als ik uit TWE kom?", in any order."""
    pair = [Mention("option", ENGINEER), Mention("option", "Technologische wetenschappen en engineering")]
    for mentions in (pair, pair[::-1]):
        answer = talk("option_entry", *mentions)
        assert answer.kind == "answer" and "Starten in Academische bachelor industriële wetenschappen" in answer.text
    assert talk("option_entry", Mention("option", "Latijn"), Mention("option", "Ruwbouw")).kind == "clarify"


def test_an_ended_option_and_an_unknown_one(talk: Talk) -> None:
    assert "bestaat niet meer" in talk("option_entry", option="Industriële koeltechnieken").text
    answer = talk("option_entry", Mention("unknown", "paardendans", "paardendans"))
    assert "'paardendans' ken ik niet" in answer.text and DECIDES not in answer.text


def test_it_goes_on_about_the_option_in_hand_or_asks(talk: Talk) -> None:
    assert talk("option_entry").kind == "ask"
    talk("option_info", option=WOOD)
    assert WOOD in talk("option_entry").text


def test_schools_nearest_first_and_not_complete(talk: Talk) -> None:
    answer = talk("option_where", option=ENGINEER, place=GENK)
    assert "Wat het dichtst bij Genk is, staat eerst" in answer.text
    assert "niet volledig" in answer.text and "onderwijskiezer.be" in answer.text
    assert answer.items[0].line.startswith("Diepenbeek;") and far(answer) == sorted(far(answer))
    assert all(source.year for source in answer.sources)


def test_the_next_page_goes_on_from_the_same_place(talk: Talk) -> None:
    answer = talk("option_where", option=ENGINEER, place=GENK)
    shown, distances = [*answer.items], far(answer)
    while "/more" in payloads(answer):
        answer = talk("more")
        shown, distances = [*shown, *answer.items], [*distances, *far(answer)]
    assert len(shown) == talk.slots["listing"]["total"] == len({item.title for item in shown}) > 5
    assert distances == sorted(distances)


def test_without_a_place_schools_are_told_and_the_place_is_asked(talk: Talk) -> None:
    answer = talk("option_where", option=ENGINEER)
    assert answer.kind == "answer" and len(answer.items) == 5 and not far(answer)
    assert "In welke gemeente zoek je?" in answer.text
    near = talk("inform", place=GHENT, text="Gent")
    assert near.topic == "option_where" and "dichtst bij Gent" in near.text and near.items[0].marks == (HERE,)


def test_the_place_talked_about_is_kept(talk: Talk) -> None:
    talk("academy_nearby", place=GENK)
    assert "dichtst bij Genk" in talk("option_where", option=ENGINEER).text


def test_an_unknown_postal_code_keeps_the_option(talk: Talk) -> None:
    answer = talk("option_where", option=ENGINEER, postal_code="9999")
    assert answer.kind == "ask" and "9999 ken ik niet" in answer.text
    assert "dichtst bij Genk" in talk("option_where", place=GENK).text


def test_no_school_read_says_so_and_where_all_are(talk: Talk, catalogue: Catalogue) -> None:
    assert not catalogue.schools_of("so3-houttechnieken")
    answer = talk("option_where", option=WOOD)
    assert "geen scholen in een bron" in answer.text and "Dat wil niet zeggen dat er geen zijn" in answer.text
    assert "onderwijskiezer.be" in answer.text and not answer.items


@pytest.mark.parametrize("place", [GENK, "8000 Brugge"])
def test_every_option_can_be_asked_where(catalogue: Catalogue, place: str) -> None:
    for option in catalogue.search_options(OptionFilter(stem_only=False), 0, 1000)[0]:
        mentions = (Mention("option", option.id), Mention("place", place))
        answer = respond(Question("option_where", mentions=mentions), catalogue)
        assert answer.kind == "answer" and "niet volledig" in answer.text, option.id
        assert far(answer) == sorted(far(answer)) and answer.items
        assert ("Of ze dit geven, weet ik niet" in answer.text) != bool(catalogue.schools_of(option.id)), option.id


def test_of_a_job_the_studies_that_lead_to_it_are_asked_about(talk: Talk) -> None:
    answer = talk("option_where", job="Koeltechnicus", place=GENK)
    assert answer.kind == "clarify" and answer.choices
    answer = talk("option_where", option=answer.choices[0].about[0][1])
    assert answer.kind == "answer" and "Genk" in answer.text


@pytest.mark.parametrize(
    ("text", "start", "goal"),
    [
        ("kan ons kind starten in 5 elektrotechnieken als hij nu in 4 latijn zit?", "Latijn", "Elektrotechnieken"),
        ("kan mijn zoon na 4 latijn naar 5 elektrotechnieken", "Latijn", "Elektrotechnieken"),
        ("mag ik van houttechnieken naar mechanica", "Houttechnieken", "Mechanica"),
    ],
)
def test_of_two_options_the_goal_is_told_by_the_words_before_it(talk, text: str, start: str, goal: str) -> None:
    named = [Mention("option", name, name.lower()) for name in (start, goal)]
    assert f"Starten in {goal}" in talk("option_entry", *named, text=text).text
    assert f"Starten in {goal}" in talk("option_entry", *reversed(named), text=text).text
