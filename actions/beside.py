"""Beside the job that a message names: the other thing that it speaks of."""

from __future__ import annotations

from dataclasses import replace

from actions.answer import Answer, Choice
from actions.interests import jobs_near, things_in
from actions.lists import offset_of
from actions.question import Question
from actions.reply import Reply
from study_catalogue import Catalogue
from study_catalogue.records import Job
from study_catalogue.text import fold

TOPIC = "option_for_job"
SHOWN = 3


def with_what_is_beside(question: Question, answer: Answer, catalogue: Catalogue) -> Answer:
    """ "Met beton werken of kraanman": the jobs near the other thing are told of and offered."""
    words, near = _near(question, catalogue)
    known = {mention.value for mention in question.named("job")} | {choice.title for choice in answer.choices}
    new = [job for job in near if job.name not in known][:SHOWN]
    if answer.topic != TOPIC or not new:
        return answer
    reply = Reply(question, catalogue, TOPIC).cite(*(job.source for job in new))
    told = reply.say_only("beside", words=words, jobs=reply.joined([job.name for job in new], "or")).answer()
    choices = (Choice(job.name, TOPIC, (("job", job.name),)) for job in new)
    sources = tuple(dict.fromkeys((*answer.sources, *told.sources)))
    return replace(answer, text=f"{answer.text} {told.text}", choices=(*answer.choices, *choices), sources=sources)


def _near(question: Question, catalogue: Catalogue) -> tuple[str, list[Job]]:
    """The words for a thing that is no part of the name of the job, and the jobs near it."""
    said = " ".join(fold(mention.text) for mention in question.named("job"))
    others = [row for row in things_in(question.text) if row.words not in said] if said else []
    if not others or offset_of(question):
        return "", []
    return others[0].words, jobs_near(catalogue, others[0], question)
