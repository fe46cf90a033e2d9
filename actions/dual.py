"""Who may start in dual learning (topic dual_entry): who is too young hears that first. And a job in dual learning
(topic option_dual)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from actions.answer import Answer
from actions.lists import PAGE, keep_list, page
from actions.names import jobs_meant, needs_job, ways_to
from actions.question import Question
from actions.registry import LAYER, say_text, topic
from actions.reply import Reply
from actions.rows import option_rows
from study_catalogue import Catalogue
from study_catalogue.records import Job

RULE, EARLY = "dual_age", "early"  # the fact, and its value that is the first age at which it may be


@topic("dual_entry")
def dual_entry(question: Question, catalogue: Catalogue) -> Answer:
    fact = catalogue.fact(RULE)
    young = fact is not None and bool(question.ages) and max(question.ages) < int(fact.values[EARLY])
    answer = say_text(question, catalogue, "too_young" if young and not question.context.get(LAYER) else "answer")
    named = [mention.value for mention in question.named("option") if not mention.candidates]
    return replace(answer, remember={**answer.remember, "option": named[0]}) if len(named) == 1 else answer


def dual_for_job(question: Question, catalogue: Catalogue) -> Answer:
    """ "Kan een bakker ook duaal?": of the ways to a job, or to the jobs one word stands for, those that are dual."""
    jobs = jobs_meant(question, catalogue)
    return _for_jobs(question, catalogue, jobs) if jobs else _for_job(question, catalogue)


@needs_job
def _for_job(question: Question, catalogue: Catalogue, job: Job) -> Answer:
    return _for_jobs(question, catalogue, [job])


def _for_jobs(question: Question, catalogue: Catalogue, jobs: Sequence[Job]) -> Answer:
    one = len(jobs) == 1
    ways = dict.fromkeys(option for job in jobs for option in ways_to(catalogue, job))
    options = [option for option in ways if option.dual == "yes"]
    reply = Reply(question, catalogue).cite(*(job.source for job in jobs)).remember(job=jobs[0].name if one else None)
    reply.say("for_job" if options else "for_job_none", job=jobs[0].name if one else question.named("job")[0].text)
    shown = page(options, question, PAGE)
    reply.cite(*(option.source for option in shown)).rows(option_rows(reply, shown))
    total = len(options) if one else len(shown)
    keep_list(reply, {"job": jobs[0].name}, [("option", option.id) for option in shown], total)
    return reply.offer("what").offer("entry").answer()
