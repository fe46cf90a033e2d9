from __future__ import annotations

import pytest

from actions.question import Mention
from study_catalogue import AcademyFilter, Catalogue
from tests.actions.conftest import Talk

GENK = "3600 Genk"


def kilometres(answer) -> list[float]:
    """Within the municipality nothing is measured: 0."""
    marks = (item.marks[0] for item in answer.items)
    return [float(mark.removesuffix(" km").replace(",", ".")) if mark.endswith(" km") else 0.0 for mark in marks]


def test_nearest_first_with_all_that_a_row_needs(talk) -> None:
    answer = talk("academy_nearby", place=GENK)
    assert len(answer.items) == 3 and kilometres(answer) == sorted(kilometres(answer))
    assert "CoderDojo Genk" in answer.items[0].title
    assert "laatst bevestigd in 20" in answer.items[0].line and "coderdojobelgium.be" in answer.items[0].line
    assert "organisator" in answer.text


def test_unread_ages_are_to_be_asked(talk) -> None:
    assert any("leeftijd: vraag na" in item.line for item in talk("academy_nearby", place=GENK).items)


def test_a_missing_place_is_asked_once_then_explained(talk) -> None:
    first, second = talk("academy_nearby"), talk("academy_nearby")
    assert first.kind == second.kind == "ask" and first.text != second.text
    assert talk("inform", place=GENK, text="Genk").items


def test_filters_named_before_the_place_are_kept(talk) -> None:
    assert talk("academy_filter", age="9", text="voor een kind van 9").kind == "ask"
    assert "voor 9 jaar" in talk("inform", place=GENK).text


def test_follow_ups_keep_place_and_filters_and_replace_values(talk) -> None:
    talk("academy_nearby", place=GENK)
    assert "9 jaar" in talk("inform", age="9").text
    answer = talk("inform", place="3500 Hasselt", text="en in Hasselt?")
    assert "Hasselt" in answer.text and "9 jaar" in answer.text
    answer = talk("academy_filter", theme="drones")
    assert "Hasselt" in answer.text and "drones" in answer.text
    assert "11 jaar" in talk("inform", age="11").text


def test_a_theme_of_another_subject_is_no_filter_here(talk) -> None:
    talk("bottleneck_list", theme="bouw")
    assert "bouw" not in talk("academy_nearby", place=GENK).text


def test_further_away(talk) -> None:
    near = talk("academy_nearby", place=GENK)
    further = talk("academy_nearby", text="verder weg")
    assert further.topic == "academy_nearby"
    assert further.items and not set(near.items) & set(further.items)
    assert min(kilometres(further)) >= max(kilometres(near))


def test_an_ambiguous_place_is_answered_and_the_others_offered(talk) -> None:
    answer = talk("academy_nearby", Mention("place", "9120 Beveren-Waas", "Beveren", ("8791 Beveren", "8800 Beveren")))
    assert answer.items and [choice.title for choice in answer.choices if "Beveren" in choice.title]


@pytest.mark.parametrize("kept", [True, False])
def test_an_unknown_place_is_never_answered_with_the_one_in_hand(talk, kept: bool) -> None:
    if kept:
        talk("academy_nearby", place=GENK)
    answer = talk("academy_nearby", Mention("unknown", "Blurpstad", "Blurpstad"))
    assert answer.kind in ("ask", "clarify") and "Blurpstad" in answer.text and not answer.items


def test_an_unknown_postal_code(talk) -> None:
    answer = talk("academy_nearby", postal_code="9999")
    assert answer.kind == "ask" and "9999" in answer.text


def test_nothing_near_gives_the_nearest_with_its_distance(talk, catalogue: Catalogue) -> None:
    place = _far_from_girls_days(catalogue)
    answer = talk("academy_filter", place=place, focus="meisjes")
    assert "vond ik niets" in answer.text and answer.items and min(kilometres(answer)) > 25
    assert "Zoek je niet alleen voor meisjes? Dan zijn er dichtbij" in answer.text
    assert "Zonder filter" in [choice.title for choice in answer.choices]


def _far_from_girls_days(catalogue: Catalogue) -> str:
    for town in ("Maaseik", "Lanaken", "Voeren", "De Panne", "Genk"):
        place = catalogue.places_named(town)[0]
        nearest, _ = catalogue.academies_near(place.lat, place.lon, AcademyFilter(focus="meisjes"))
        if nearest and nearest[0].km > 25:
            return place.id
    raise AssertionError("girls' days everywhere: choose another filter")


def test_filters_that_leave_nothing_are_dropped_and_named(talk) -> None:
    answer = talk("academy_filter", Mention("focus", "meisjes"), Mention("focus", "vakantie"), place=GENK, age="9")
    assert answer.items and "liet ik weg: voor meisjes in de vakantie" in answer.text


def test_the_choice_without_filter_takes_the_filters_away(talk) -> None:
    talk("academy_filter", place=GENK, age="9")
    assert "9 jaar" not in talk("academy_nearby", Mention("place", GENK), Mention("age", "-")).text
    assert "age" not in talk.slots


def test_for_everyone_takes_away_for_whom_but_not_when(talk) -> None:
    talk(
        "academy_filter", Mention("focus", "meisjes", "voor meisjes"), Mention("focus", "vakantie", "kamp"), place=GENK
    )
    answer = talk("inform", Mention("focus", "-", "voor jongens"), text="voor jongens")
    assert "meisjes" not in answer.text and "in de vakantie" in answer.text and answer.items
    assert talk.slots["focus"] == "vakantie"
    assert "vakantie" not in talk("academy_nearby", Mention("place", GENK), Mention("focus", "-")).text


def test_an_adult_is_told_whom_it_is_for(talk) -> None:
    answer = talk("academy_filter", place=GENK, age="40")
    assert "voor kinderen en jongeren" in answer.text and "leeftijd klopt niet" not in answer.text and answer.items
    assert "Voor volwassenen" in [choice.title for choice in answer.choices] and "age" not in talk.slots
    assert "voor kinderen en jongeren" not in talk("academy_filter", place=GENK, age="25").text


def test_an_unknown_subject_beside_a_place_is_named(talk) -> None:
    answer = talk("academy_filter", Mention("unknown", "paarden", "paarden"), place=GENK)
    assert "'paarden' ken ik niet" in answer.text and answer.items


@pytest.mark.parametrize("age", ["-3", "0", "150"])
def test_an_impossible_age(talk, age: str) -> None:
    answer = talk("academy_filter", place=GENK, age=age)
    assert "leeftijd klopt niet" in answer.text and answer.items


def test_one_row_of_the_list(talk) -> None:
    shown = talk("academy_nearby", place=GENK).items
    answer = talk("inform", text="de tweede")
    assert [item.title for item in answer.items] == [shown[1].title]


def test_a_row_that_is_gone_gets_a_kind_answer(talk) -> None:
    answer = talk("academy_nearby", place=GENK, academy="nergens")
    assert answer.kind == "answer" and "vind ik niet meer" in answer.text and answer.choices


def test_a_bare_theme_has_the_academies_a_tap_away(talk) -> None:
    choices = talk("inform", theme="robotica", text="robots").choices
    assert ("academy_filter", (("theme", "robotica"),)) in [(choice.topic, choice.about) for choice in choices]


def test_what_it_is(talk) -> None:
    assert "vrije tijd" in talk("academy_what").text


def test_of_two_children_the_second_is_a_tap_away(talk) -> None:
    answer = talk("academy_filter", Mention("age", "6"), Mention("age", "11"), place="3600 Genk")
    assert "6 jaar" in answer.text
    assert [choice for choice in answer.choices if "11" in choice.title]


def test_what_is_in_the_place_itself_is_named_when_the_subject_is_further_away(talk: Talk) -> None:
    answer = talk("academy_filter", place="3680 Maaseik", theme="robotica", age="9")
    assert "voor 9 jaar" in answer.text and "CoderDojo Maaseik" in answer.text
    assert "zelf is er ook" not in talk("academy_filter", place="3600 Genk", theme="robotica", age="9").text


def test_the_academy_chosen_is_the_one_to_register_for_and_that_costs(talk) -> None:
    talk("academy_nearby", place="3600 Genk")
    name = talk("inform", text="de eerste").items[0].title
    assert name in talk("academy_register", text="hoe schrijf ik in").text
    assert name in talk("academy_price", text="wa kost da").text
    assert len(talk("academy_price", text="wat kosten de andere academies").items) > 1


def test_of_two_places_the_first_and_the_other_as_a_choice(talk) -> None:
    answer = talk("academy_nearby", Mention("place", "3600 Genk"), Mention("place", "3500 Hasselt"))
    assert "rond Genk" in answer.text and "Hasselt (3500)" in [choice.title for choice in answer.choices]


def test_a_place_near_another_is_the_nearest_of_its_name(talk, catalogue) -> None:
    first, *others = [place.id for place in catalogue.places_named("Beveren")]
    named = Mention("place", first, "beveren", tuple(others))
    answer = talk("academy_nearby", named, Mention("place", "8800 Roeselare"))
    assert "Roeselare" in answer.items[0].title
