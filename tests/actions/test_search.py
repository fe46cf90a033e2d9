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


def test_what_cannot_be_left_out_is_said(talk) -> None:
    answer = talk("option_search", Mention("excluded", "finality"), theme="ict", text="computers maar geen doorstroom")
    assert "weglaten" in answer.text
    assert "doorstroom" not in answer.text
