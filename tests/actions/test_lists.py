from __future__ import annotations

from actions.lists import CHOICES, choice_list, keep_list, offset_of, page, says, words_of, words_said
from actions.question import Question
from actions.reply import Reply
from study_catalogue import Catalogue


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
