"""Pointing at the screen: a row in a question, a word of its name, the rows after those shown."""

from __future__ import annotations

import pytest

from actions.follow_ups import table as follow_ups
from actions.pointing import pointed_at, table
from actions.question import Mention, Question
from actions.texts import areas, texts_of, topics
from study_catalogue import Catalogue

LENGTH = "out_of_scope"  # what the understanding takes "hoe lang duurt de tweede" for


@pytest.fixture
def listed(talk):
    """A talk in which woodwork studies of the 2nd grade were just listed."""
    assert talk("option_search", theme="hout", level="so-2").items[1].title == "Houttechnieken"
    return talk


def read(catalogue: Catalogue, talk, text: str, topic: str = "clarify", *mentions: Mention) -> Question:
    return pointed_at(Question(topic, text, mentions, dict(talk.slots)), catalogue)


def test_the_tables_speak_of_topics_that_exist() -> None:
    meant = {name for rule in table().asked_of_rows for name in (rule.option, rule.job)}
    after = {topic for thing in table().things for topic in thing.after.values()}
    assert meant | after | {*table().too_general, *table().too_general.values()} <= topics().keys()
    assert {key for thing in table().things for key in thing.after} <= {*topics(), *areas(), "*"}
    assert follow_ups().loose.isdisjoint(table().too_general)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("hoe lang duurt de tweede", "option_info"),
        ("wa kank worden met de tweede", "option_jobs"),
        ("de tweede, kan dat ook duaal?", "option_dual"),
        ("waar is nummer 2", "option_where"),
        ("kan ik met de tweede nog naar een bachelor", "option_next"),
        ("is de tweede moeilijk", "difficulty"),
        ("wat leer je in de tweede", "option_info"),
    ],
)
def test_a_row_in_a_question_is_named(catalogue, listed, text: str, topic: str) -> None:
    asked = read(catalogue, listed, text)
    assert asked.topic == topic
    assert [mention.text for mention in asked.named("option")] == ["Houttechnieken"]


@pytest.mark.parametrize(
    "text",
    [
        "is het tweede jaar moeilijk",
        "wat is de tweede graad",
        "mijn tweede kind zoekt iets",
        "ik zit in de tweede",
        "het is de tweede keer dat ik dit vraag",
        "hoe lang duurt de negende",
        "wat is het tweede leerjaar b",
    ],
)
def test_a_year_a_child_or_no_such_row_is_none(catalogue, listed, text: str) -> None:
    assert read(catalogue, listed, text).named("option") == ()


def test_two_rows_are_compared(catalogue, listed) -> None:
    asked = read(catalogue, listed, "wat is het verschil tussen de eerste en de derde")
    assert asked.topic == "option_compare" and len(asked.named("option")) == 2


def test_a_row_that_is_denied_is_not_meant(catalogue, listed) -> None:
    assert read(catalogue, listed, "nie de derde, de tweede").topic == texts_of("inform").words["option"][0]
    assert listed("inform", text="nie de derde, de tweede").text.startswith("Houttechnieken")


def test_a_word_of_one_name_only(catalogue, talk) -> None:
    talk("option_next", option="Lassen-constructie")
    found = read(catalogue, talk, "dat voorbereidend jaar, wat houdt dat in").named("option")
    assert [mention.text.split()[0] for mention in found] == ["Voorbereidend"]
    assert read(catalogue, talk, "die opleiding, wat houdt dat in").named("option") == ()


def test_other_things_are_the_next_rows(catalogue, listed) -> None:
    assert read(catalogue, listed, "liever iets anders").topic == "more"
    listed("job_info", job="Lasser")
    assert read(catalogue, listed, "liever iets anders").topic == "clarify"


def test_nothing_is_pointed_at_while_the_guided_talk_asks(catalogue, listed) -> None:
    listed("help_choose")
    assert read(catalogue, listed, "hoe lang duurt de tweede", LENGTH).topic == LENGTH
