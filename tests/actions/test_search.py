from __future__ import annotations

import pytest

from actions.question import Mention, Question
from actions.reply import Reply
from actions.search import filters_of, is_follow_up, is_official, label_of, theme_label, wanted_of
from study_catalogue import Catalogue

LISTING = {"listing": {"topic": "option_search", "filters": {"theme": "ict"}}}


def test_a_follow_up_adds_to_the_filters_before() -> None:
    asked = Question("option_search", "en in de 2de graad?", (Mention("level", "so-2"),), LISTING)
    assert is_follow_up(asked) and filters_of(asked) == {"theme": "ict", "level": "so-2"}
    asked = Question("option_search", "welke zijn er in de 2de graad?", (Mention("level", "so-2"),), LISTING)
    assert not is_follow_up(asked) and filters_of(asked) == {"level": "so-2"}


@pytest.mark.parametrize(
    ("filters", "official"),
    [
        ({}, False),
        ({"level": "so-2"}, True),
        ({"level": "so-2|so-3"}, True),
        ({"level": "so-2", "finality": "dubbel"}, True),
        ({"level": "so-2", "theme": "ict"}, False),
        ({"level": "so-2", "dual": "yes"}, False),
        ({"level": "so-1"}, False),
        ({"level": "so-1", "stem": "said"}, False),
        ({"level": "bachelor"}, False),
        ({"theme": "ict", "stem": "said"}, True),
    ],
)
def test_when_only_what_is_officially_stem_counts(filters: dict[str, str], official: bool) -> None:
    assert is_official(filters) is official and wanted_of(filters).official_stem is official


def test_saying_stem_is_a_filter() -> None:
    assert filters_of(Question("option_search", "STEM met robots", (Mention("theme", "robotica"),)))["stem"] == "said"


def test_filters_in_words(catalogue: Catalogue) -> None:
    reply = Reply(Question("option_search"), catalogue)
    assert label_of(reply, {"level": "so-2|so-3"}) == "in de 2de graad of in de 3de graad, die officieel STEM zijn"
    assert label_of(reply, {"theme": "hout", "stem": "said"}) == "over hout, met STEM"
    assert theme_label(reply, "ict") == "ICT en computers" and theme_label(reply, "x") == "x"


def test_bachelor_is_two_levels() -> None:
    assert set(wanted_of({"level": "bachelor"}).levels) == {"prof_bachelor", "acad_bachelor"}


def test_no_choice_to_search_without_any_filter(talk) -> None:
    answer = talk("option_search", theme="ruimte", finality="arbeidsmarkt", dual="yes")
    assert not answer.items and answer.choices and all("{" in choice.payload for choice in answer.choices)


def test_when_nothing_wider_fits_the_search_starts_anew(talk) -> None:
    answer = talk("option_search", theme="drones", finality="arbeidsmarkt", level="so-1")
    assert not answer.items and [choice.payload for choice in answer.choices] == ["/option_search"]


def test_what_is_taken_away_is_left_out_and_said(talk) -> None:
    answer = talk("option_search", Mention("excluded", "finality:doorstroom"), theme="ict", text="geen doorstroom")
    assert "niet met finaliteit doorstroom" in answer.text
    assert answer.items and not any("doorstroom" in item.line for item in answer.items)


def test_without_dual_leaves_out_what_is_only_dual(talk, catalogue: Catalogue) -> None:
    filters = {"level": "so-2|so-3", "excluded": "dual:yes"}
    found, total = catalogue.search_options(wanted_of(filters), 0, 1000)
    every = catalogue.search_options(wanted_of({"level": "so-2|so-3"}), 0, 1000)[0]
    assert total < len(every) and not any("duaal" in option.name.lower() for option in found)
    assert any(option.dual == "yes" for option in found), "what can be dual as well stays"


def test_little_maths_is_not_searched_for_and_said_to_be_unknown(talk) -> None:
    answer = talk("option_search", Mention("excluded", "theme:wiskunde"), text="richtingen met amper wiskunde")
    assert "Hoeveel wiskunde een richting heeft, weet ik niet" in answer.text and "veel praktijk" in answer.text
    assert answer.items and "over wiskunde" not in answer.text


@pytest.mark.parametrize(
    ("mentions", "level"),
    [
        ((Mention("level", "so-1", basis="after"),), "so-2"),
        ((Mention("level", "so-1", basis="last"),), "so-2"),
        ((Mention("level", "so-2", basis="now"),), "so-2"),
        ((Mention("level", "so-2", basis="last"), Mention("level", "so-3")), "so-3"),
        ((Mention("level", "so-2", basis="now"), Mention("level", "so-3")), "so-3"),
        ((Mention("level", "so-3", basis="after"),), "so-7|graduaat|bachelor"),
    ],
)
def test_the_level_to_search_is_the_one_asked_for_else_the_next(mentions: tuple[Mention, ...], level: str) -> None:
    assert filters_of(Question("option_search", "…", mentions))["level"] == level


def test_a_long_list_is_not_alphabetical_and_each_finality_is_in_front(talk, catalogue: Catalogue) -> None:
    answer = talk("option_search", level="so-2", stem="said")
    first = [item.title for item in answer.items]
    assert first != sorted(first) and "om de beurt" in answer.text
    assert {item.line.split(", ")[1] for item in answer.items[:3]} == {
        "doorstroom",
        "dubbele finaliteit",
        "arbeidsmarkt",
    }
    best = catalogue.search_options(wanted_of({"theme": "voertuigen", "level": "so-3"}), 0, 2)[0]
    assert {option.name for option in best} == {"Autotechnieken", "Onderhoudsmechanica auto"}


def test_a_grade_with_few_options_shows_them_when_none_is_about_the_subject(talk) -> None:
    answer = talk("option_search", theme="games", level="so-1")
    assert answer.text.startswith("Ik vond geen richtingen") and "STEM-wetenschappen" in str(answer.items)
    assert talk("option_search", theme="games", level="so-7").text.startswith("Ik vond geen richtingen")
