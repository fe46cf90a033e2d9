"""A word for several jobs ("elektricien") stays what the talk is about, until one of them or another thing is named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from actions.answer import Answer
from actions.question import Mention, Question

JOBS = "jobs"  # in slot `listing`: the user's word and the jobs that it stands for
OF_JOBS = ("option_for_job", "path_map", "job_info", "job_bottleneck")
NAMING = ("option", "job", "theme", "unknown", "outside")
ROAD = "path_map"  # its own steps are asked about


def with_readings(question: Question) -> Question:
    """ "Hoe lang duurt dat" after such a word: about all that it stands for; the question itself for any other."""
    kept = _kept(question)
    asks = question.topic in OF_JOBS and bool(question.text) and not any(map(question.named, NAMING))
    if not kept or not asks:
        return question
    return replace(question, mentions=(*question.mentions, _mention(kept)))


def job_in_hand(question: Question) -> tuple[Mention, ...]:
    """What a question about a study can only be about: the job spoken of last, when no study is in hand or shown."""
    shown = any(kind == "option" for kind, _ in question.listing.get("shown") or [])
    other = question.context.get("option") or question.context.get("subject") == ROAD
    if shown or other or any(map(question.named, NAMING)):
        return ()
    job, kept = str(question.context.get("job") or ""), _kept(question)
    return (_mention(kept),) if kept else (Mention("job", job, job, basis="choice"),) if job else ()


def readings_kept(question: Question, answer: Answer) -> Answer:
    """The answer, which keeps what the word stands for where none of its jobs is in hand."""
    named = [mention for mention in question.named("job") if mention.text and mention.candidates]
    listing = answer.remember.get("listing") or question.listing
    open_yet = answer.topic in OF_JOBS and answer.remember.get("job", "") is None
    if len(named) != 1 or not open_yet or not listing:
        return answer
    jobs = {"words": named[0].text, "names": [named[0].value, *named[0].candidates]}
    return replace(answer, remember={**answer.remember, "listing": {**listing, JOBS: jobs}})


def _kept(question: Question) -> Mapping[str, Any]:
    in_hand = question.context.get("job") or question.context.get("option")
    return {} if in_hand else question.listing.get(JOBS) or {}


def _mention(kept: Mapping[str, Any]) -> Mention:
    first, *others = kept["names"]
    return Mention("job", first, kept["words"], tuple(others), basis="choice")
