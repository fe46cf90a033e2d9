"""Every choice of every kind of answer, over the whole catalogue, tapped as Rasa hands taps on: none leads nowhere."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from rasa_sdk import Tracker

from actions.answer import Answer
from actions.question import BETWEEN, Mention, Question
from actions.rasa_actions import question_of
from actions.respond import respond
from study_catalogue import Catalogue, OptionFilter

UNKNOWN = ("ken ik niet", "er ging iets mis")
OPTION_TOPICS = ("option_info", "option_jobs", "option_next", "option_dual", "option_entry", "path_map", "difficulty")
JOB_TOPICS = ("job_info", "job_bottleneck", "option_for_job", "path_map", "option_where", "job_outlook")


def tapped(payload: str) -> Question:
    """A tap as Rasa reads it: what the payload carries has a place in the text, as a name in a sentence has."""
    topic, brace, about = payload.removeprefix("/").partition("{")
    carried = json.loads(brace + about) if brace else {}
    entities = [{"entity": kind, "value": value, "start": len(topic) + 1, "end": 99} for kind, value in carried.items()]
    message: dict[str, Any] = {"intent": {"name": topic}, "entities": entities, "text": payload}
    return question_of(Tracker("someone", {"topic": "greet"}, message, [], False, None, {}, "action_listen"))


def leads_on(payload: str, catalogue: Catalogue) -> None:
    answer = respond(tapped(payload), catalogue)
    assert not any(words in answer.text for words in UNKNOWN), (payload, answer.text)
    shown = [answer.text, *(choice.title for choice in answer.choices), *(item.title for item in answer.items)]
    assert not any(BETWEEN in text for text in shown), (payload, shown)


def several(catalogue: Catalogue, kind: str) -> Iterator[Mention]:
    """The words that stand for several things of a kind."""
    targets: dict[str, list[str]] = {}
    for name in catalogue.names():
        if name.kind == kind and name.target not in targets.setdefault(name.text, []):
            targets[name.text].append(name.target)
    found = {tuple(names): text for text, names in targets.items() if len(names) > 1}
    return (Mention(kind, first, text, tuple(others)) for (first, *others), text in found.items())


def payloads(questions: list[Question], catalogue: Catalogue) -> set[str]:
    answers: list[Answer] = [respond(question, catalogue) for question in questions]
    return {choice.payload for answer in answers for choice in answer.offered}


def test_choices_about_every_option(catalogue: Catalogue) -> None:
    options = catalogue.search_options(OptionFilter(stem_only=False), 0, 1000)[0]
    asked = [Question(topic, mentions=(Mention("option", o.id),)) for o in options for topic in OPTION_TOPICS]
    found = payloads(asked, catalogue)
    assert len(found) > 1000
    for payload in found:
        leads_on(payload, catalogue)


def test_choices_about_every_job(catalogue: Catalogue, jobs: list[str]) -> None:
    asked = [Question(topic, mentions=(Mention("job", job),)) for job in jobs for topic in JOB_TOPICS]
    for payload in payloads(asked, catalogue):
        leads_on(payload, catalogue)


@pytest.mark.parametrize(("kind", "topics"), [("option", OPTION_TOPICS), ("job", JOB_TOPICS)])
def test_choices_of_a_name_that_stands_for_several(catalogue: Catalogue, kind: str, topics: tuple[str, ...]) -> None:
    """Also where the topic is not sure: then the choice carries all the readings."""
    mentions = list(several(catalogue, kind))
    doubt = [(topics[nth % len(topics)], topics[(nth + 1) % len(topics)]) for nth in range(len(mentions))]
    asked = [
        Question("clarify", "…", (mention,), readings=((first, 0.5), (second, 0.4)))
        for mention, (first, second) in zip(mentions, doubt, strict=True)
    ]
    found = payloads(asked, catalogue)
    assert any(BETWEEN in payload for payload in found)
    for payload in found | payloads([Question(topics[0], "…", (mention,)) for mention in mentions], catalogue):
        leads_on(payload, catalogue)


def test_choices_of_every_search(catalogue: Catalogue) -> None:
    levels = ("so-1", "so-2", "so-3", "so-7", "bachelor")
    themes = [theme.id for theme in catalogue.themes()]
    asked = [
        Question(topic, mentions=(Mention("theme", theme), Mention("level", level)))
        for topic in ("option_search", "sector_info", "bottleneck_list")
        for theme in themes
        for level in levels
    ]
    for payload in payloads(asked, catalogue):
        leads_on(payload, catalogue)
