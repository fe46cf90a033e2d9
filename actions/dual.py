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
from study_catalogue.records import Job, Option

LATE = "so-7"  # a year after the 6th
RULE, EARLY = "dual_age", "early"  # the fact, and its value that is the first age at which it may be


@topic("dual_entry")
def dual_entry(question: Question, catalogue: Catalogue) -> Answer:
    young = is_too_young(question, catalogue)
    answer = say_text(question, catalogue, "too_young" if young and not question.context.get(LAYER) else "answer")
    answer = _with_start(question, catalogue, answer)
    named = [mention.value for mention in question.named("option") if not mention.candidates]
    return replace(answer, remember={**answer.remember, "option": named[0]}) if len(named) == 1 else answer


def _with_start(question: Question, catalogue: Catalogue, answer: Answer) -> Answer:
    """The rule of age says little of a 7th year: that one starts after the 6th."""
    named = [mention for mention in question.named("option") if not mention.candidates]
    option = catalogue.option(str(question.context.get("option") or "")) if not named else None
    found = [option] if option else [each for mention in named[:1] for each in catalogue.options_named(mention.value)]
    late = next((each for each in found if each.level == LATE and each.dual == "yes"), None)
    if late is None or question.context.get(LAYER):
        return answer
    start = Reply(question, catalogue, "option_dual")
    text = " ".join((answer.text, start.wording("of_late", name=late.name), start.wording(_start_key(start, late))))
    return replace(answer, text=text, sources=answer.sources_with(start.answer()))


def say_start(reply: Reply, option: Option) -> Reply:
    """Of a 7th year after what it comes, whoever asks."""
    return reply.say(_start_key(reply, option)) if option.level == LATE else reply


def _start_key(reply: Reply, option: Option) -> str:
    return reply.narrowest("starts", LATE, option.after_kind)


def is_too_young(question: Question, catalogue: Catalogue) -> bool:
    fact = catalogue.fact(RULE)
    return fact is not None and bool(question.ages) and max(question.ages) < int(fact.values[EARLY])


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
