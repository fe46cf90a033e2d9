from __future__ import annotations

import pytest

from actions.answer import Item
from actions.leads import lead_on
from actions.lists import CHOICES, choice_list, keep_list, offset_of, page, says, words_of, words_said
from actions.question import Question
from actions.reply import Reply
from study_catalogue import Catalogue
from tests.actions.conftest import Talk

PAGED = [
    ("option_search", {"theme": "hout"}),
    ("option_dual", {"level": "so-3"}),
    ("option_for_job", {"job": "Lasser"}),
    ("option_next", {"option": "so3-elektrotechnieken"}),
    ("bottleneck_list", {}),
    ("academy_nearby", {"place": "3600 Genk"}),
    ("help_choose", {"level": "so-2", "theme": "bouw", "practice": "praktisch"}),
    ("role_model", {}),
]


def test_words_leave_out_marks_and_capitals() -> None:
    assert words_of("Welke STEM-richtingen zijn er (2de graad)?") == [
        "welke",
        "stem",
        "richtingen",
        "zijn",
        "er",
        "2de",
        "graad",
    ]


def test_words_come_from_the_topic_or_else_from_the_common_file() -> None:
    assert says(Question("bottleneck_list", "Welke daarvan?"), "of_those")
    assert not says(Question("bottleneck_list", "Welke?"), "of_those")
    assert words_said(Question("option_search", "STEM-richting"), "stem") == ["stem"]
    assert words_said(Question("option_search", "STEM"), "no such list") == []


def test_a_page_starts_where_the_last_ended() -> None:
    asked = Question("more", context={"offset": 2})
    assert offset_of(asked) == 2 and page("abcdef", asked, 3) == "cde"
    assert offset_of(Question("more")) == 0


def test_the_rest_is_offered_while_there_is_any(catalogue: Catalogue) -> None:
    for total, more in ((2, False), (3, True)):
        reply = Reply(Question("option_search"), catalogue).say("likes")
        answer = keep_list(reply, {"theme": "ict"}, [("option", "a"), ("option", "b")], total).answer()
        assert [choice.topic for choice in answer.choices] == ["more"] * more
        assert answer.remember["listing"]["offset"] == 2


def test_a_list_remembers_the_choices_that_led_to_it(catalogue: Catalogue) -> None:
    choices = choice_list([("job", "Lasser")], {}, "job_info")
    assert choices["topic"] == CHOICES and choices["offset"] == choices["total"]
    for _ in range(2):
        reply = Reply(Question("option_search", context={"listing": choices}), catalogue)
        listing = keep_list(reply, {}, [], 0).answer().remember["listing"]
        assert listing["before"]["asks"] == "job_info" and "before" not in listing["before"]
        choices = listing


@pytest.mark.parametrize(("topic", "named"), PAGED, ids=[topic for topic, _ in PAGED])
def test_a_further_page_counts_on(talk: Talk, topic: str, named: dict[str, str]) -> None:
    told = talk(topic, **named)
    for _ in range(2):
        rows = told.first + len(told.items)
        following = talk("more")
        if not following.items:
            break
        assert following.first == rows == following.as_dict()["first"]
        told = following
    assert told.first > 1, "there was no second page"


def test_a_first_page_says_no_number(talk: Talk) -> None:
    assert "first" not in talk("option_search", theme="hout").as_dict()


def test_a_pick_is_the_row_of_that_number_on_whatever_page(talk: Talk) -> None:
    first = talk("academy_nearby", place="3600 Genk")
    second = talk("more")
    assert second.first == len(first.items) + 1
    rows = (*first.items, *second.items)
    for nth, word in enumerate(("de eerste", "de tweede", "de derde", "de vierde", "de vijfde")):
        picking = Talk(talk.catalogue)
        picking.slots = dict(talk.slots)
        assert picking("inform", text=word).items[0].title == rows[nth].title


def test_said_again_the_numbers_are_the_same(talk: Talk) -> None:
    talk("option_search", theme="hout")
    second = talk("more")
    assert talk("repeat").first == second.first == 6
    assert talk("simpler").first == second.first


def test_the_academy_under_the_guided_talk_has_a_number_too(talk: Talk) -> None:
    talk("academy_nearby", place="3600 Genk")
    told = talk("help_choose", level="so-1", theme="bouw", practice="praktisch")
    assert len(told.items) == 4
    assert talk("more").first == 5
    assert talk("inform", text="de vierde").items[0].title == told.items[3].title


LISTS = [
    *(asked for asked in PAGED if asked[0] != "role_model"),  # stories are told, not asked about
    ("option_info", {"option": "so3-elektrotechnieken"}),
    ("option_jobs", {"option": "so3-elektrotechnieken"}),
    ("option_dual", {"option": "so3-elektrotechnieken"}),
    ("job_info", {"job": "Lasser"}),
    ("job_outlook", {"option": "so3-elektrotechnieken"}),
    ("sector_info", {"theme": "bouw"}),
    ("academy_price", {"place": "3600 Genk"}),
    ("academy_filter", {"place": "3600 Genk", "age": "9"}),
    ("adult_switch", {}),
    ("difficulty", {}),
]


@pytest.mark.parametrize(("topic", "named"), LISTS, ids=[f"{topic} {named}" for topic, named in LISTS])
def test_every_row_of_a_list_leads_on(talk: Talk, topic: str, named: dict[str, str]) -> None:
    answer = talk(topic, **named)
    assert answer.items and {item.title for item in answer.items} <= {choice.title for choice in answer.choices}


def test_a_tapped_academy_is_told_of_from_the_place_that_was_asked_about(talk: Talk) -> None:
    first = talk("academy_nearby", place="2300 Turnhout").items[-1]
    choice = next(choice for choice in talk("repeat").choices if choice.title == first.title)
    talk("academy_nearby", place="8400 Oostende")
    answer = talk(choice.topic, **dict(choice.about))
    assert [item.title for item in answer.items] == [first.title] and answer.items[0].marks == first.marks


def test_two_studies_of_one_name_have_each_their_own_step(catalogue: Catalogue) -> None:
    pairs = [("option", "so2-houttechnieken"), ("option", "so3-houttechnieken")]
    rows = [Item("Houttechnieken", "2de graad"), Item("Houttechnieken", "3de graad")]
    answer = lead_on(Reply(Question("option_search"), catalogue).rows(rows), pairs).answer()
    assert [dict(choice.about)["option"] for choice in answer.choices] == [value for _, value in pairs]
