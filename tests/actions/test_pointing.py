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


@pytest.mark.parametrize(
    "text",
    ["vanaf welke leeftijd mag de eerste?", "De eerste dus. Hoe oud moet hij zijn?", "is 14 te jong voor de eerste"],
)
def test_how_old_for_a_dual_row_is_a_question_of_dual_learning(catalogue, talk, text: str) -> None:
    talk("option_search", dual="yes", theme="bouw", level="so-3")
    asked = read(catalogue, talk, text, "dual_entry")
    assert asked.topic == "dual_entry" and asked.named("option")


def test_how_old_for_another_row_is_who_may_start(catalogue, listed) -> None:
    assert read(catalogue, listed, "hoe oud moet je zijn voor de tweede").topic == "option_entry"


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("is de tweede ook voor meisjes", "enc_girls"),
        ("die tweede, mogen daar ook meisjes van 10 komen?", "academy_filter"),
        ("de tweede, vanaf welke leeftijd is dat", "dual_entry"),
        ("mag mijn zoon van 9 naar de tweede", "inform"),
    ],
)
def test_who_may_come_to_an_academy_of_the_list_is_no_new_search(catalogue, talk, text: str, topic: str) -> None:
    talk("academy_nearby", place="3600 Genk")
    second = talk.slots["listing"]["shown"][1][1]
    asked = read(catalogue, talk, text, topic, Mention("age", "10", "10"))
    assert asked.topic == "academy_nearby"
    assert [mention.value for mention in asked.named("academy")] == [second] and asked.ages == [10]


@pytest.mark.parametrize("text", ["en voor meisjes?", "de tweede is 12 jaar", "mijn tweede zoon is 12"])
def test_another_child_or_another_wish_is_a_search(catalogue, talk, text: str) -> None:
    talk("academy_nearby", place="3600 Genk")
    assert not read(catalogue, talk, text, "academy_filter").named("academy")
