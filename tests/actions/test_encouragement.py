"""Encouragement: beside an answer, seldom, with a next step; who somebody is changes its order and nothing else."""

from __future__ import annotations

import logging
from datetime import date
from typing import Any

import pytest

from actions import encouragement
from actions.answer import Answer
from actions.encouragement import MOST, in_order
from actions.entries import all_entries, all_groups
from actions.question import Mention
from actions.texts import topics
from study_catalogue import Catalogue
from tests.actions.conftest import Talk
from tests.actions.test_all_topics import named_for

WOOD = "Houttechnieken"
LATE = date(2199, 1, 1)
NEVER = (  # beside these: no answer, or it is about the person and not about a step
    "greet goodbye thanks smalltalk bot_challenge capabilities handover distress insult nonsense out_of_scope clarify"
    " inform more repeat back restart privacy sources simpler audience other_language nudge_off role_model"
    " enc_girls enc_background enc_first_in_family enc_money enc_confidence"
).split()
SAYS = {
    "girls": "ik ben een meisje en ik twijfel",
    "background": "Mijn ouders spreken geen Nederlands.",
    "first_in_family": "niemand thuis kent techniek",
    "money": "we hebben het niet breed",
    "confidence": "ik ben niet slim genoeg!",
}
SAYS_NOT = [
    ("enc_girls", "is lassen iets voor meisjes"),
    ("enc_girls", "Mijn naam is Fatima, zitten er meisjes in de klas?"),
    ("enc_girls", "ik ben een jongen, zitten er meisjes in de klas"),
    ("enc_girls", "kan je als meisje lasser worden"),
    ("enc_girls", "ik ben geen meisje"),
    ("enc_background", "ik heet Mehmet, kan ik ingenieur worden"),
    ("enc_background", "ik moet kan doen ik snap nie goe"),
    ("enc_background", "ik woon in 3600 Genk, zijn er anderstaligen"),
    ("enc_money", "is dat niet te duur"),
    ("option_info", "ik ben een meisje, wat is houttechnieken"),
]


def disclosed(catalogue: Catalogue, group: str, audience: str = "pupil") -> Talk:
    """A talk in which the user said so."""
    talk = Talk(catalogue, audience)
    talk(all_groups()[group].topic, text=SAYS[group])
    return talk


def groups_of(talk: Talk) -> list[str]:
    found: list[str] = (talk.slots.get("nudges") or {}).get("groups", [])
    return found


def without(answer: Answer) -> dict[str, Any]:
    return {**answer.as_dict(), "nudge": None}


def nudged(talk: Talk, *topics_asked: str) -> list[str]:
    """The topics among these whose answer came with an encouragement."""
    return [topic for topic in topics_asked if talk(topic, *named_for(topic)).nudge]


# How often


def test_an_answer_comes_with_a_next_step_and_its_own_source(talk: Talk) -> None:
    answer = talk("option_info", option=WOOD)
    assert answer.nudge and answer.nudge.choice and answer.nudge.source.year
    assert answer.nudge.text not in answer.text and answer.nudge.choice not in answer.choices
    shown = answer.as_dict()["nudge"]
    assert shown["choice"]["payload"] == answer.nudge.choice.payload and shown["source"]["title"]


def test_at_most_one_a_topic(talk: Talk) -> None:
    assert talk("option_info", option=WOOD).nudge
    talk("greet")
    assert talk("option_info", option="Bouwtechnieken").nudge is None


def test_at_most_two_a_conversation(talk: Talk) -> None:
    every_topic = sorted(topics().keys() - {"distress", "restart", "nudge_off"})
    assert len(nudged(talk, *every_topic, *every_topic)) == MOST
    assert len(talk.slots["nudges"]["given"]) == MOST


def test_never_on_two_answers_in_a_row_and_never_the_same_twice(talk: Talk) -> None:
    assert nudged(talk, "dual_what", "option_dual", "greet", "dual_for_whom", "job_info") == ["dual_what", "job_info"]
    assert len(set(talk.slots["nudges"]["given"].values())) == MOST


@pytest.mark.parametrize("audience", ["pupil", "parent"])
@pytest.mark.parametrize("topic", NEVER)
def test_never_beside_these(catalogue: Catalogue, topic: str, audience: str) -> None:
    for mentions in ((), named_for(topic)):
        assert Talk(catalogue, audience)(topic, *mentions).nudge is None


@pytest.mark.parametrize("topic", sorted(topics()))
def test_never_beside_a_question_of_ours_or_what_we_do_not_know(new_talk: Talk, topic: str) -> None:
    answer = new_talk(topic, Mention("unknown", "zwembadbouw", "zwembadbouw"))
    assert answer.kind == "answer" or answer.nudge is None


@pytest.mark.parametrize("topic", ["option_info", "option_search", "sector_info"])
def test_a_story_goes_with_its_own_subject_only(catalogue: Catalogue, topic: str) -> None:
    """Ships are another subject than electricity, though they need power."""
    named = {"option_info": ("option", "Elektriciteit"), "option_search": ("theme", "elektriciteit")}
    answer = Talk(catalogue)(topic, Mention(*named.get(topic, ("theme", "elektriciteit"))))
    assert answer.kind == "answer" and (answer.nudge is None or "schip" not in answer.nudge.text)


def test_never_for_who_left_school(talk: Talk) -> None:
    assert talk("option_search", theme="ict", level="volwassenen").nudge is None


def test_never_again_with_the_same_answer_or_with_more_of_it(talk: Talk) -> None:
    assert talk("dual_what").nudge
    assert [talk(topic).nudge for topic in ("repeat", "simpler", "sources", "more", "back")] == [None] * 5


# Off


def test_never_after_distress_whatever_is_asked_later(new_talk: Talk) -> None:
    assert nudged(new_talk, "distress", "greet", "option_info", "job_info", "restart", "academy_nearby") == []
    assert new_talk.slots["nudges"] == {"off": True}


def test_off_on_request_and_not_on_again_by_going_back_or_starting_anew(talk: Talk) -> None:
    assert talk("option_info", option=WOOD).nudge
    assert talk("nudge_off", text="stop met die tips").topic == "nudge_off"
    assert nudged(talk, "back", "job_info", "repeat", "restart", "academy_nearby", "dual_what") == []


def test_after_wiping_nothing_is_left_not_even_that(catalogue: Catalogue) -> None:
    talk = disclosed(catalogue, "girls")
    talk("nudge_off", text="geen tips meer")
    talk("privacy", text="wis mijn gesprek")
    assert talk.slots == {"wiped": True}
    assert talk("option_info", option=WOOD).nudge


# Who somebody says to be


@pytest.mark.parametrize("group", SAYS)
def test_only_what_is_said_counts(catalogue: Catalogue, group: str) -> None:
    assert groups_of(disclosed(catalogue, group)) == [group]


@pytest.mark.parametrize(("topic", "text"), SAYS_NOT)
def test_nothing_is_concluded(talk: Talk, topic: str, text: str) -> None:
    talk(topic, text=text)
    assert groups_of(talk) == []


def test_who_has_a_daughter_says_so(parent: Talk) -> None:
    parent("enc_girls", text="Mijn dochter wil lasser worden, kan dat?")
    assert groups_of(parent) == ["girls"]


@pytest.mark.parametrize("group", SAYS)
@pytest.mark.parametrize("audience", ["pupil", "parent"])
def test_it_changes_the_encouragement_and_nothing_else(catalogue: Catalogue, group: str, audience: str) -> None:
    for topic in sorted(topics()):
        told, plain = disclosed(catalogue, group, audience), Talk(catalogue, audience)
        plain(all_groups()[group].topic)  # the same question, with nothing said about oneself
        one, other = told(topic, *named_for(topic)), plain(topic, *named_for(topic))
        listed = one.topic == "role_model"  # the tips themselves
        assert listed or without(one) == without(other), topic
        assert bool(one.nudge) == bool(other.nudge), topic


@pytest.mark.parametrize("group", SAYS)
def test_it_puts_the_entries_first_that_are_for_them(catalogue: Catalogue, group: str) -> None:
    assert {entry.id for entry in in_order([group])} == {entry.id for entry in all_entries()}
    first = [entry for entry in all_entries() if group in entry.first_for]
    assert first and in_order([group])[: len(first)] == first
    given = disclosed(catalogue, group)("option_info", option=WOOD).remember["nudges"]["given"]
    assert [entry for entry in first if entry.id == given["option_info"]]


@pytest.mark.parametrize("ending", ["restart", "distress", "privacy"])
def test_it_is_forgotten(catalogue: Catalogue, ending: str) -> None:
    talk = disclosed(catalogue, "girls")
    talk("option_info", option=WOOD)
    talk("role_model", text="tips")
    talk(ending, text="wis mijn gesprek" if ending == "privacy" else "")
    assert groups_of(talk) == [] and "girls" not in str(talk.slots)


def test_it_is_written_nowhere(catalogue: Catalogue, caplog: pytest.LogCaptureFixture, monkeypatch: Any) -> None:
    with caplog.at_level(logging.DEBUG):
        talk = disclosed(catalogue, "girls")
        answer = talk("option_info", option=WOOD)
        talk("greet")
        monkeypatch.setattr(encouragement, "in_order", lambda groups: 1 / 0)
        assert talk("job_info", job="Lasser").text
    written = caplog.text.lower()
    assert "girls" not in written and "meisje" not in written and "ZeroDivisionError" in caplog.text
    assert "girls" not in str(answer.as_dict())


def test_an_encouragement_that_fails_takes_no_answer_along(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encouragement, "all_entries", lambda: 1 / 0)
    answer = talk("option_info", option=WOOD)
    assert answer.kind == "answer" and WOOD in answer.text and answer.nudge is None


# Everybody can see all of them


def pages(talk: Talk, first: Answer) -> list[Answer]:
    found = [first]
    while any(choice.topic == "more" for choice in found[-1].choices):
        found.append(talk("more"))
    return found


@pytest.mark.parametrize("audience", ["pupil", "parent"])
def test_tips_are_all_there_page_by_page(catalogue: Catalogue, audience: str) -> None:
    talk = Talk(catalogue, audience)
    shown = [item.title for answer in pages(talk, talk("nudge_off", text="Tips")) for item in answer.items]
    tips = [entry for entry in all_entries() if entry.theme != "stories"]
    assert shown == [entry.title.form(audience) for entry in tips] and len(tips) > 20


def test_stories_come_first_and_lead_on_to_the_tips(talk: Talk) -> None:
    first, *others = pages(talk, talk("role_model", text="verhalen"))
    stories = [entry.title.je for entry in all_entries() if entry.theme == "stories"]
    assert set(stories) <= {item.title for item in first.items}
    tips = [entry.title.je for entry in all_entries() if entry.theme != "stories"]
    assert [item.title for answer in others for item in answer.items] == tips
    assert all(answer.topic == "more" and answer.sources for answer in others)


def test_the_list_is_the_same_in_another_order_for_who_said_who_they_are(catalogue: Catalogue) -> None:
    told, plain = disclosed(catalogue, "money"), Talk(catalogue)
    ours, others = (
        [item for answer in pages(talk, talk("role_model", text="tips")) for item in answer.items]
        for talk in (told, plain)
    )
    assert ours != others and {item.title: item for item in ours} == {item.title: item for item in others}
    first = [entry.title.je for entry in all_entries() if "money" in entry.first_for]
    assert [item.title for item in ours][: len(first)] == first


def test_tips_are_shown_on_request_when_they_are_off_and_stay_off(talk: Talk) -> None:
    talk("nudge_off", text="stop met tips")
    assert talk("nudge_off", text="toon toch alle tips").topic == "role_model"
    assert nudged(talk, "option_info", "job_info") == []


@pytest.mark.parametrize(
    "text", ["tips", "Geef mij tips", "heb je nog tips?", "zet de tips weer aan", "welke tips heb je"]
)
def test_asking_for_tips_is_not_stopping_them(talk: Talk, text: str) -> None:
    answer = talk("nudge_off", text=text)
    assert answer.topic == "role_model" and answer.items and "nudges" not in talk.slots


@pytest.mark.parametrize(
    "text", ["tips uit", "geen tips", "weer zo'n tip", "laat die tips weg", "hou op met tips", "", "stop"]
)
def test_stopping_them_is(talk: Talk, text: str) -> None:
    assert talk("nudge_off", text=text).topic == "nudge_off" and talk.slots["nudges"] == {"off": True}
