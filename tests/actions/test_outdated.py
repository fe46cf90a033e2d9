"""A fact past its date is still told, with the year it was last known and the place to check."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from actions import reply
from actions.question import Question
from actions.reply import Reply
from actions.respond import respond
from actions.texts import COMMON, TopicTexts, all_texts
from study_catalogue import Catalogue

IN_TIME, LATE = date(2000, 1, 1), date(2199, 1, 1)  # no fact has passed; every fact has
FACTS_OF_WORDS = "facts_"
PLACE_TO_CHECK = re.compile(r"(?:Kijk|Vraag het)(?: na)? (?:op|bij) (?:\{[\w.]+\}|\w+)")


def facts_of(texts: TopicTexts) -> list[str]:
    some = (texts.words[key] for key in texts.words if key.startswith(FACTS_OF_WORDS))
    return list(dict.fromkeys([*texts.facts, *(fact for facts in some for fact in facts)]))


WITH_FACTS = {topic: facts_of(texts) for topic, texts in all_texts().items() if topic != COMMON and facts_of(texts)}


def on(day: date, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reply, "today", lambda: day)


@pytest.mark.parametrize("topic", WITH_FACTS)
def test_a_topic_with_facts_says_what_to_do_when_they_are_old(topic: str) -> None:
    assert "outdated" in all_texts()[topic].texts
    wording = all_texts()[topic].texts["outdated"]
    for form in (wording.je, wording.u):
        assert "{year}" in form
        assert PLACE_TO_CHECK.search(form), form


@pytest.mark.parametrize("topic", WITH_FACTS)
def test_old_facts_bring_the_oldest_year_and_the_place(
    topic: str, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    on(LATE, monkeypatch)
    asked = Reply(Question(topic), catalogue).rely_on(*WITH_FACTS[topic])
    years = [fact.source.year for fact in map(catalogue.fact, WITH_FACTS[topic]) if fact and fact.source.year]
    assert asked.answer().text == Reply(Question(topic), catalogue).wording("outdated", year=min(years))


@pytest.mark.parametrize("topic", WITH_FACTS)
def test_an_answer_with_old_facts_still_tells_all_of_it(
    topic: str, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    on(IN_TIME, monkeypatch)
    early = respond(Question(topic), catalogue)
    on(LATE, monkeypatch)
    late = respond(Question(topic), catalogue)
    assert late.text.startswith(early.text)
    assert (late.items, late.sources) == (early.items, early.sources)
    assert "laatst bekend" not in early.text
    if "answer" in all_texts()[topic].texts and early.kind != "ask":
        years = [source.year for source in late.sources if source.year]
        assert any(str(year) in late.text for year in years), late.text
        assert PLACE_TO_CHECK.search(late.text)


def test_a_year_that_the_answer_tells_is_not_said_again(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    on(LATE, monkeypatch)
    told = respond(Question("dual_pay"), catalogue).text
    assert "2025" in told and "laatst bekend" not in told and told.count("Kijk na op") == 1


@pytest.mark.parametrize(
    ("topic", "named", "shown", "site"),
    [
        ("dual_days", {}, "3 dagen per week", "duaalleren.vlaanderen"),
        ("option_next", {"option": "Houttechnieken", "level": "so-3"}, "OK4", "onderwijskiezer.be"),
    ],
)
def test_the_answer_still_shows_the_fact(
    talk, monkeypatch: pytest.MonkeyPatch, topic: str, named: dict[str, str], shown: str, site: str
) -> None:
    on(LATE, monkeypatch)
    answer = talk(topic, **named)
    assert shown in answer.text
    said = re.search(rf"laatst bekend in (\d{{4}})\. Kijk na op {re.escape(site)}\.", answer.text)
    assert said and int(said[1]) in {source.year for source in answer.sources}


def test_the_last_day_is_still_in_time(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    facts = [fact for fact in map(catalogue.fact, WITH_FACTS["dual_pay"]) if fact]
    first = min(facts, key=lambda fact: fact.valid_until)
    on(date.fromisoformat(first.valid_until), monkeypatch)
    assert not Reply(Question("dual_pay"), catalogue).rely_on(first.id).answer().text
    on(date.fromisoformat(first.valid_until) + timedelta(days=1), monkeypatch)
    assert (
        f"laatst bekend in {first.source.year}"
        in Reply(Question("dual_pay"), catalogue).rely_on(first.id).answer().text
    )
