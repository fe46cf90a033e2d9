"""About the last answers: again, back, more simply, their sources, and more of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from actions.replay import KEPT
from actions.texts import all_texts, topics

if TYPE_CHECKING:
    from tests.actions.conftest import Talk

WOOD = "Houttechnieken"
PLAIN = {topic for topic in topics() if "answer" in all_texts()[topic].texts}  # said without anything being named
UNSAID = {"distress", "restart", "sources", "back"}  # not kept, or not about a subject
MORE = sorted(PLAIN & {topic for topic in topics() if "more" in all_texts()[topic].texts})
SIMPLE = sorted((PLAIN - UNSAID) & {topic for topic in topics() if "simple" in all_texts()[topic].texts})


@pytest.mark.parametrize("topic", ["dual_pay", "after_secondary", "stem_what", "thanks"])
def test_the_same_again(talk: Talk, topic: str) -> None:
    first = talk(topic)
    for _ in range(2):
        again = talk("repeat")
        assert again.as_dict() == {**first.as_dict(), "topic": "repeat", "nudge": None}  # encouraged once


def test_the_greeting_is_not_said_again(new_talk: Talk) -> None:
    first = new_talk("dual_what")
    assert "chatbot" in first.text and first.text.endswith(new_talk("repeat").text)
    assert "chatbot" not in new_talk("repeat").text


def test_after_saying_it_again_the_talk_goes_on(talk: Talk) -> None:
    talk("option_jobs", option=WOOD)
    talk("repeat")
    assert WOOD in talk("option_next").text
    talk("academy_nearby")
    talk("repeat")
    assert talk("inform", place="3600 Genk").topic == "academy_nearby"


def test_a_page_of_a_list_again_and_then_the_next(talk: Talk) -> None:
    talk("option_search", theme="hout")
    second = talk("more")
    assert talk("repeat").items == second.items
    assert not set(talk("more").items) & set(second.items)


def test_back_is_the_answer_before_with_what_it_was_about(talk: Talk) -> None:
    before = talk("option_info", option=WOOD)
    talk("option_info", option="Bouwtechnieken")
    answer = talk("back")
    assert answer.text == f"Dit was het vorige antwoord. {before.text}" and answer.items == before.items
    assert talk.slots["option"] == "so3-houttechnieken" and WOOD in talk("option_jobs").text


def test_further_back_there_is_nothing(talk: Talk) -> None:
    for topic in ("dual_what", "dual_days", "dual_pay", "dual_contract"):
        talk(topic)
    assert len(talk.slots["said"]) == KEPT
    for _ in range(KEPT - 1):
        assert talk("back").text.startswith("Dit was het vorige antwoord.")
    answer = talk("back")
    assert "nog niets" in answer.text and answer.choices


@pytest.mark.parametrize("topic", SIMPLE)
def test_the_simple_text_of_the_topic(talk: Talk, parent: Talk, topic: str) -> None:
    for conversation, form in ((talk, "je"), (parent, "u")):
        said = conversation(topic, theme="chemie") if topic == "sector_info" else conversation(topic)
        answer = conversation("simpler")
        begin = getattr(all_texts()[said.topic].texts["simple"], form).split("{")[0]
        assert answer.topic == "simpler" and answer.text.startswith(f"Korter gezegd: {begin}")
        assert len(answer.text.split()) < 45 and not [item for item in answer.items if item.line]
        assert "handover" in [choice.topic for choice in answer.choices]


def test_simpler_of_a_list_names_its_first_rows(talk: Talk) -> None:
    rows = talk("option_search", theme="hout").items
    assert [item.title for item in talk("simpler").items] == [item.title for item in rows[:3]]
    rows = talk("more").items
    assert [item.title for item in talk("simpler").items] == [item.title for item in rows[:3]]


def test_simpler_of_a_question_keeps_what_may_be_tapped_and_goes_on(talk: Talk) -> None:
    asked = talk("help_choose", level="so-2")
    answer = talk("simpler")
    assert answer.choices[: len(asked.choices)] == asked.choices
    assert talk("help_choose", theme="ict").kind == "ask" and talk.slots["asked"] == "practice"


def test_simpler_of_more_is_about_the_first_answer(talk: Talk) -> None:
    talk("dual_days")
    talk("more")
    assert talk("simpler").text.startswith("Korter gezegd: Vaak werk")


def test_what_has_no_simpler_text_says_so_and_names_a_person(talk: Talk) -> None:
    talk("thanks")
    answer = talk("simpler")
    assert "Korter kan ik het niet zeggen" in answer.text and answer.choices[0].topic == "handover"


@pytest.mark.parametrize("topic", ["dual_pay", "costs_support", "bottleneck_what"])
def test_sources_are_those_of_the_last_answer(talk: Talk, topic: str) -> None:
    said = talk(topic)
    answer = talk("sources")
    assert answer.topic == "sources" and answer.sources == said.sources and all(s.year for s in answer.sources)


def test_links_of_our_own_are_said_to_be(talk: Talk) -> None:
    talk("option_jobs", option=WOOD)
    assert "Sommige links legde ik zelf" in talk("sources").text
    talk("finalities")
    assert "Sommige links" not in talk("sources").text


def test_a_thank_you_between_changes_no_sources(talk: Talk) -> None:
    said = talk("dual_pay")
    talk("thanks")
    assert talk("sources").sources == said.sources


def test_the_sources_are_of_the_last_answer_that_has_some(talk: Talk) -> None:
    told = talk("dual_pay").sources
    talk("thanks")
    assert talk("sources").sources == told


def test_after_a_question_back_nothing_was_claimed(talk: Talk) -> None:
    talk("dual_pay")
    asked = talk("academy_nearby")
    answer = talk("sources")
    assert "nog niets beweerd" in answer.text and not answer.sources
    assert answer.choices == asked.choices and talk.slots["asked"] == "place"


def test_before_any_source_there_is_none(talk: Talk) -> None:
    talk("thanks")
    answer = talk("sources")
    assert "nog geen antwoord met een bron" in answer.text and not answer.sources


@pytest.mark.parametrize("topic", MORE)
def test_more_is_told_once(talk: Talk, topic: str) -> None:
    first = talk(topic)
    assert first.choices[-1].topic == "more"
    answer = talk("more")
    begin = all_texts()[topic].texts["more"].je.split("{")[0]
    assert answer.topic == "more" and answer.text.startswith(begin) and len(answer.text.split()) <= 95
    assert "more" not in [choice.topic for choice in answer.choices]
    assert "geen lijst" in talk("more").text


def test_more_of_an_answer_goes_before_an_older_list(talk: Talk) -> None:
    talk("option_search", theme="hout")
    talk("dual_days")
    assert talk("more").text.startswith("Twee voorbeelden.")
    assert talk("more").items


@pytest.mark.parametrize("topic", ["repeat", "back", "simpler", "sources"])
def test_when_nothing_was_said_yet_it_asks_kindly(new_talk: Talk, parent: Talk, topic: str) -> None:
    answer = new_talk(topic)
    assert answer.text.endswith("?") and answer.choices and not answer.items
    assert "wilt u" in parent(topic).text.lower()


@pytest.mark.parametrize("topic", ["repeat", "back", "simpler", "sources", "more"])
def test_distress_is_never_said_again_nor_what_went_before(talk: Talk, topic: str) -> None:
    talk("dual_days")
    talk("option_info", option=WOOD)
    talk("distress")
    answer = talk(topic)
    assert "1813" not in answer.text and not answer.items and WOOD not in answer.text
    talk("dual_pay")
    assert "1813" not in talk(topic).text


@pytest.mark.parametrize("topic", ["repeat", "back", "simpler", "sources"])
def test_answers_about_answers_are_not_kept(talk: Talk, topic: str) -> None:
    talk("dual_what")
    talk("dual_pay")
    talk(topic)
    kept = [said["topic"] for said in talk.slots["said"]]
    assert kept == (["dual_what"] if topic == "back" else ["dual_what", "dual_pay"])


def test_a_question_back_is_not_put_more_simply_but_made_easy(talk: Talk) -> None:
    asked = talk("option_info")
    answer = talk("simpler")
    assert asked.kind == "ask" and "knop" in answer.text
    assert set(asked.choices) <= set(answer.choices) and "handover" in [choice.topic for choice in answer.choices]
    assert talk("inform", option="Houttechnieken").topic == "option_info"


def test_back_skips_what_was_not_understood(talk: Talk) -> None:
    talk("dual_what")
    talk("nonsense")
    talk("dual_pay")
    assert "school volgen op twee plaatsen" in talk("back").text


@pytest.mark.parametrize("topic", ["option_info", "academy_price", "out_of_scope", "dual_numbers"])
def test_nothing_is_said_twice_running(talk: Talk, topic: str) -> None:
    said = [talk(topic, text="vraag").text for _ in range(4)]
    assert all(one != other for one, other in zip(said, said[1:], strict=False))
