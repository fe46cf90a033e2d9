"""Two options side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from actions.compare import FIELDS
from actions.question import Mention, Question
from actions.respond import respond
from study_catalogue import Catalogue, OptionFilter

if TYPE_CHECKING:
    from tests.actions.conftest import Talk

WOOD, BUILD, EM = "Houttechnieken", "Bouwtechnieken", "Elektromechanische technieken"
COOLING = "Industriële koeltechnieken"  # no longer offered
JUDGING = ("beste", "beter dan", "slechter", "makkelijker", "zwaarder")


def named(*options: str) -> list[Mention]:
    return [Mention("option", option) for option in options]


def ids(talk: Talk) -> list[str]:
    return [value for _, value in talk.slots["listing"]["shown"]]


def test_every_field_holds_both_in_the_same_order(talk: Talk) -> None:
    answer = talk("option_compare", *named(WOOD, BUILD))
    assert (answer.topic, answer.kind) == ("option_compare", "answer")
    assert len(answer.items) == len(FIELDS)
    for item in answer.items:
        first, second = item.line.split(f"; {BUILD}: ")
        assert first.startswith(f"{WOOD}: ") and second, item
    assert {source.status for source in answer.sources} == {"read", "inferred"}


@pytest.mark.parametrize("audience", ["pupil", "parent"])
def test_no_winner(catalogue: Catalogue, audience: str) -> None:
    question = Question("option_compare", mentions=tuple(named(EM, WOOD)), audience=audience)  # type: ignore[arg-type]
    answer = respond(question, catalogue)
    assert "De ene is niet beter dan de andere" in answer.text
    said = str(answer.items) + answer.text.replace("niet beter dan", "")
    assert not [word for word in JUDGING if word in said]


def test_both_are_taken_on_the_same_level(talk: Talk) -> None:
    talk("option_compare", *named(WOOD, BUILD))
    assert ids(talk) == ["so3-houttechnieken", "so3-bouwtechnieken"]
    talk("option_compare", *named("Hout", WOOD))  # the first is there in the 2nd grade only
    assert ids(talk) == ["so2-hout", "so2-houttechnieken"]


def test_the_level_that_was_named_is_taken(talk: Talk) -> None:
    talk("option_compare", *named(WOOD, BUILD), level="so-2")
    assert ids(talk) == ["so2-houttechnieken", "so2-bouwtechnieken"]


def test_one_name_on_two_levels(talk: Talk) -> None:
    answer = talk("option_compare", *named(WOOD), Mention("level", "so-2"), Mention("level", "so-3"))
    assert ids(talk) == ["so2-houttechnieken", "so3-houttechnieken"]
    assert [choice.title for choice in answer.choices[:2]] == [f"{WOOD} (2de graad)", f"{WOOD} (3de graad)"]


def test_a_field_that_is_not_known_says_so(talk: Talk) -> None:
    assert any("niet bekend" in item.line for item in talk("option_compare", *named("pba-bouw", "Latijn")).items)


def test_an_option_that_has_ended_is_said_to_have_ended(talk: Talk) -> None:
    answer = talk("option_compare", *named(COOLING, "Koelinstallaties"))
    assert f"{COOLING} bestaat niet meer" in answer.text and answer.text.count("bestaat niet meer") == 1


def test_the_option_in_hand_goes_first(talk: Talk) -> None:
    talk("option_info", option=WOOD)
    assert talk("option_compare", option=BUILD).text.startswith(f"Dit zijn {WOOD} en {BUILD} naast elkaar")


def test_one_option_asks_for_the_other_with_examples_of_its_level(talk: Talk, catalogue: Catalogue) -> None:
    answer = talk("option_compare", option=WOOD)
    assert answer.kind == "ask" and WOOD in answer.text
    offered = [catalogue.option(dict(choice.about)["option"]) for choice in answer.choices]
    assert offered and all(option and option.level == "so-3" and option.name != WOOD for option in offered)
    pick = answer.choices[0]
    compared = talk(pick.topic, *(Mention(kind, value, basis="choice") for kind, value in pick.about))
    assert compared.kind == "answer" and f"{WOOD} en {pick.title}" in compared.text


def test_the_other_one_may_be_picked_by_number(talk: Talk) -> None:
    asked = talk("option_compare", option=WOOD)
    assert f"{WOOD} en {asked.choices[1].title}" in talk("inform", text="de tweede").text


def test_every_option_finds_something_to_be_compared_with(catalogue: Catalogue) -> None:
    for option in catalogue.search_options(OptionFilter(), 0, 1000)[0]:
        answer = respond(Question("option_compare", mentions=(Mention("option", option.id),)), catalogue)
        assert answer.kind == "ask" and answer.choices, option.id


def test_the_same_option_twice_is_one(talk: Talk) -> None:
    talk("option_info", option=WOOD)
    assert talk("option_compare", option=WOOD).kind == "ask"


def test_nothing_named_asks_for_two(talk: Talk, parent: Talk) -> None:
    assert "Welke twee richtingen wil je vergelijken" in talk("option_compare").text
    answer = parent("option_compare")
    assert answer.kind == "ask" and "wilt u" in answer.text and len(answer.choices) == 4


def test_after_a_list_of_two_the_two_are_meant(talk: Talk) -> None:
    talk("option_compare", *named(WOOD, BUILD))
    assert talk("option_compare", text="wat is het verschil?").text.startswith(f"Dit zijn {WOOD} en {BUILD}")


def test_picking_one_tells_of_it(talk: Talk) -> None:
    talk("option_compare", *named(WOOD, BUILD))
    answer = talk("inform", text="de eerste")
    assert answer.topic == "option_info" and WOOD in answer.text


def test_an_unknown_name_is_said_and_the_other_stays_in_hand(talk: Talk) -> None:
    answer = talk("option_compare", *named(WOOD), Mention("unknown", "paardendans", "paardendans"))
    assert answer.kind == "ask" and "'paardendans' ken ik niet" in answer.text
    assert talk("option_compare", option=BUILD).text.startswith(f"Dit zijn {WOOD} en {BUILD}")


def test_two_finalities_are_told_as_finalities(talk: Talk) -> None:
    answer = talk("option_compare", Mention("finality", "dubbel"), Mention("finality", "doorstroom"))
    assert answer.topic == "finalities" and answer.items


def test_jobs_are_told_as_jobs(talk: Talk) -> None:
    talk("option_info", option=WOOD)
    assert talk("option_compare", job="Dakwerker").topic == "job_info"
    assert talk("option_compare", Mention("job", "Lasser"), Mention("job", "Dakwerker")).kind == "clarify"


def test_three_stand_side_by_side(talk: Talk) -> None:
    answer = talk("option_compare", *named(WOOD, BUILD, "Elektrotechnieken"))
    assert answer.text.startswith(f"Dit zijn {WOOD}, {BUILD} en Elektrotechnieken naast elkaar")
    assert answer.view is not None and len(answer.view["columns"]) == 3
    assert all(item.line.count("; ") >= 2 for item in answer.items)
    again = talk("option_compare", text="welke is beter")
    assert "Elektrotechnieken" in again.text and "Dat kan ik niet voor je kiezen" in again.text


def test_a_fourth_is_said_to_be_left_out(talk: Talk) -> None:
    answer = talk("option_compare", *named(WOOD, BUILD, "Elektrotechnieken", EM))
    assert f"Laat ik weg: {EM}" in answer.text
    assert not [item for item in answer.items if EM in item.line]


ENGINEER = Mention("option", "Academische bachelor ingenieurswetenschappen", "ingenieur")


def studies(*names: str) -> list[Mention]:
    return [Mention("option", name, name.lower()) for name in names]


def test_what_a_study_is_for_is_no_column(talk: Talk) -> None:
    text = "wat is beter voor ingenieur: latijn-wiskunde of wetenschappen-wiskunde"
    answer = talk("option_compare", ENGINEER, *studies("Latijn-Wiskunde", "Wetenschappen-Wiskunde"), text=text)
    assert answer.text.startswith("Dit zijn Latijn-Wiskunde en Wetenschappen-Wiskunde naast elkaar")


@pytest.mark.parametrize("topic", ["option_compare", "clarify"])
def test_one_study_for_a_goal_is_asked_about_the_goal(talk: Talk, topic: str) -> None:
    text = "latijn-wiskunde is beter als je ingenieur wil worden, klopt dat"
    answer = talk(topic, *studies("Latijn-Wiskunde"), ENGINEER, text=text)
    assert answer.topic == "option_for_job" and "kan ik niet zeggen" in answer.text


@pytest.mark.parametrize("text", ["ik wil ni vergelijken, toon houttechnieken", "vergelijk niet, houttechnieken graag"])
def test_who_wants_no_comparison_gets_the_one_study(talk: Talk, text: str) -> None:
    assert talk("option_compare", *studies(WOOD), text=text).topic == "option_info"


def test_that_one_cannot_compare_is_no_refusal_of_a_comparison(talk: Talk) -> None:
    text = "ik kan die niet vergelijken: houttechnieken of bouwtechnieken"
    assert talk("option_compare", *studies(WOOD, BUILD), text=text).topic == "option_compare"


@pytest.mark.parametrize("text", ["6 wewi, burgie of industrieel?", "6 wewi: industrieel of burgerlijk ingenieur?"])
@pytest.mark.parametrize("topic", ["clarify", "option_compare", "option_next"])
def test_two_engineers_are_compared_and_not_ones_own_study(talk: Talk, topic: str, text: str) -> None:
    answer = talk(topic, Mention("option", "Wetenschappen-Wiskunde", "wewi"), text=text)
    assert answer.topic == "option_compare" and "industriële wetenschappen" in answer.text
    assert "Wetenschappen-Wiskunde" not in answer.text


def test_a_class_before_later_studies_is_where_one_is(talk: Talk) -> None:
    names = {
        "latijn": "Latijn",
        "ti": "Professionele bachelor toegepaste informatica",
        "bouw": "Professionele bachelor bouw",
    }
    mentions = [Mention("option", value, words) for words, value in names.items()]
    answer = talk("option_compare", *mentions, text="5 latijn, ti of bouw?")
    assert "toegepaste informatica" in answer.text and "Latijn" not in answer.text


def test_three_studies_of_one_year_are_all_compared(talk: Talk) -> None:
    names = {"latijn": "Latijn", "hout": "Houttechnieken", "natuur": "Natuurwetenschappen"}
    mentions = [Mention("option", value, words) for words, value in names.items()]
    assert "Latijn" in talk("option_compare", *mentions, text="3 latijn, hout of natuur?").text
