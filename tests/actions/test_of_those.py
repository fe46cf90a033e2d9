""" "Welke daarvan …": the rows of the last list that have a mark."""

from __future__ import annotations

import pytest


def test_of_a_list_of_options_those_that_are_dual(talk) -> None:
    shown = talk("option_search", theme="bouw").items
    answer = talk("dual_for_whom", text="welke daarvan kan ik duaal leren")
    assert answer.topic == "option_dual" and answer.sources
    assert answer.items == tuple(item for item in shown if "duaal" in item.marks)


def test_of_a_list_of_jobs_those_with_a_dual_study(talk) -> None:
    shown = {item.title for item in talk("bottleneck_list", theme="bouw").items}
    answer = talk("option_dual", text="welke daarvan zijn duaal", dual="yes")
    assert {item.title for item in answer.items} <= shown and answer.items


def test_the_rest_can_be_picked(talk) -> None:
    talk("option_search", theme="bouw")
    first = talk("option_dual", text="welke daarvan zijn duaal").items[0]
    assert first.title in talk("inform", text="de eerste").text


@pytest.mark.parametrize("text", ["welke daarvan zijn leuk", "welke zijn duaal"])
def test_without_a_mark_or_without_a_list_in_view_it_is_no_such_question(talk, text: str) -> None:
    talk("option_search", theme="bouw")
    assert talk("dual_what", text=text).topic == "dual_what"


def test_without_a_list_the_topic_answers(talk) -> None:
    assert talk("dual_what", text="welke daarvan zijn duaal").topic == "dual_what"


def test_of_academies_none_of_this_is_known(talk) -> None:
    talk("academy_nearby", place="3600 Genk")
    assert talk("dual_what", text="welke daarvan zijn duaal").topic == "dual_what"


@pytest.mark.parametrize("text", ["zijn er daar ook die duaal kunnen", "kan dat ook duaal"])
def test_the_list_in_view_is_asked_about_without_pointing_too(talk, text: str) -> None:
    shown = talk("option_search", theme="bouw").items
    answer = talk("option_dual", text=text, dual="yes")
    assert answer.items == tuple(item for item in shown if "duaal" in item.marks)


def test_one_option_in_hand_is_asked_about_rather_than_the_list(talk) -> None:
    talk("option_next", option="Houttechnieken")
    assert "Houttechnieken" in talk("option_dual", text="kan dat ook duaal", dual="yes").text


def test_of_the_studies_for_the_job_in_hand(talk) -> None:
    shown = talk(
        "option_for_job", job="Manueel lasser", level="so-2", text="welke richting voor lasser in de 2de graad"
    )
    answer = talk("option_dual", text="en kan dat duaal?", dual="yes")
    assert answer.topic == "option_dual" and answer.items
    assert answer.items == tuple(item for item in shown.items if "duaal" in item.marks)


def test_after_the_card_of_a_job_its_dual_studies(talk) -> None:
    talk("job_info", job="Manueel lasser")
    answer = talk("option_dual", text="kan dat duaal", dual="yes")
    assert answer.topic == "option_dual" and all("duaal" in item.marks for item in answer.items) and answer.items
