"""Dual, technical and academic options show the same fields in the same order: what shows hangs on the data alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from actions.answer import Answer
from actions.options import SAID_BY_FINALITY, only_dual
from actions.question import Mention, Question
from actions.reply import Reply
from actions.respond import respond
from study_catalogue import Catalogue, OptionFilter
from study_catalogue.records import Option

GRADES = ("so-2", "so-3", "so-7")
PATHS: dict[str, Callable[[Option], bool]] = {
    "dual": lambda option: option.dual == "yes",
    "technical": lambda option: option.dual != "yes" and option.finality in ("dubbel", "arbeidsmarkt"),
    "academic": lambda option: option.dual != "yes" and option.finality == "doorstroom",
}
# begin of a text's key to the field that it is; no field: how old a fact is, what else the name stands for
FIELDS = {
    "intro": "name",
    "domain": "domain",
    "meaning_": "finality",
    "learn": "content",
    "practice_": "practice",
    "dual": "dual",
    "jobs": "jobs",
    "no_jobs": "jobs",
    "step": "step",
    "bottleneck_": "bottleneck",
    "after": "after",
    "rule": "rule",
    "options": "options",
    "none": "options",
}


@pytest.fixture(params=PATHS)
def options(catalogue: Catalogue, request: pytest.FixtureRequest) -> list[Option]:
    """Of the secondary schools, of one of the paths."""
    found, _ = catalogue.search_options(OptionFilter(levels=GRADES), 0, 1000)
    chosen = [option for option in found if PATHS[request.param](option) and not option.ended]
    assert len(chosen) > 20
    return chosen


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Keys of the texts that replies say, in order."""
    keys: list[str] = []
    say = Reply.say

    def recorded(reply: Reply, key: str, **values: object) -> Reply:
        keys.append(key)
        return say(reply, key, **values)

    monkeypatch.setattr(Reply, "say", recorded)
    return keys


def fields(keys: list[str]) -> list[str]:
    found = [next((field for start, field in FIELDS.items() if key.startswith(start)), "") for key in keys]
    return [field for field in dict.fromkeys(found) if field]


def asked(topic: str, option: Option, catalogue: Catalogue) -> Answer:
    return respond(Question(topic, mentions=(Mention("option", option.id),)), catalogue)


def test_option_info(options: list[Option], catalogue: Catalogue, said: list[str]) -> None:
    for option in options:
        said.clear()
        answer = asked("option_info", option, catalogue)
        jobs = catalogue.jobs_of(option.id)
        known = {"domain": option.domains, "finality": option.finality, "content": option.keywords}
        told_anew = option.theory_practice != SAID_BY_FINALITY.get(option.finality)
        known |= {"practice": option.theory_practice and told_anew, "jobs": jobs}
        order = ["name", "domain", "finality", "content", "practice", "dual", "jobs", "step"]
        assert fields(said) == [field for field in order if known.get(field, True)], option.id
        offered = ["option_jobs", "option_next", *([] if only_dual(option) else ["option_dual"])]
        assert [choice.topic for choice in answer.choices][: len(offered)] == offered, option.id
        assert [item.title for item in answer.items] == [job.name for job in jobs[: len(answer.items)]]
        assert bool(answer.items) == bool(jobs)


def test_option_jobs(options: list[Option], catalogue: Catalogue, said: list[str]) -> None:
    for option in options:
        said.clear()
        answer = asked("option_jobs", option, catalogue)
        if catalogue.jobs_of(option.id):
            assert fields(said) == ["jobs", "bottleneck"], option.id
            offered = [choice.topic for choice in answer.choices if choice.topic != "more"]
            assert offered[: len(answer.items) + 1] == [*["job_info"] * len(answer.items), "option_next"]
        else:
            after = [found for found in catalogue.next_of(option.id) if not found.ended]
            first = [key for key in said if key in ("later_jobs", "no_jobs")]
            assert len(first) == 1 and (first == ["no_jobs"] or (after and answer.items)), option.id
            assert fields(said) == (["jobs", *(["after"] if after else [])] if first == ["no_jobs"] else []), option.id


def test_option_next(options: list[Option], catalogue: Catalogue, said: list[str]) -> None:
    for option in options:
        said.clear()
        answer = asked("option_next", option, catalogue)
        assert fields(said) == ["name", "rule", "options"], option.id
        assert "option_jobs" in [choice.topic for choice in answer.choices]
        after = [found for found in catalogue.next_of(option.id) if not found.ended]
        assert [item.title for item in answer.items] == [found.name for found in after[: len(answer.items)]]
        assert bool(answer.items) == bool(after)
