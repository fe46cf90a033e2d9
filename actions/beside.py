"""Beside the job that a message names: the other thing that it speaks of."""

from __future__ import annotations

from dataclasses import replace

from actions.answer import Answer, Choice
from actions.interests import jobs_near, things_in
from actions.lists import offset_of
from actions.names import as_noun
from actions.question import NAMES, Mention, Question
from actions.reply import Reply
from actions.search import JOINS
from study_catalogue import Catalogue
from study_catalogue.records import Job
from study_catalogue.text import fold

TOPIC = "option_for_job"
SECTOR = "sector_info"
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
    return replace(answer.followed_by(told), choices=(*answer.choices, *choices))


def _near(question: Question, catalogue: Catalogue) -> tuple[str, list[Job]]:
    """The words for a thing that is no part of the name of the job, and the jobs near it."""
    said = " ".join(fold(mention.text) for mention in question.named("job"))
    others = [row for row in things_in(question.text) if row.words not in said] if said else []
    if not others or offset_of(question):
        return "", []
    return others[0].words, jobs_near(catalogue, others[0], question)


def with_other_goal(question: Question, answer: Answer, catalogue: Catalogue) -> Answer:
    """ "Dokter of ingenieur worden": what the answer is not about is said and offered."""
    first, second = _two_goals(question)
    told = {str(answer.remember.get(kind) or "") for kind in NAMES} - {""}
    about = [_is_told(goal, told, catalogue) for goal in (first, second)]
    if answer.kind != "answer" or offset_of(question) or about.count(True) != 1:
        return answer
    left = second if about[0] else first
    words = as_noun(left[0].text)
    one = min(left, key=lambda mention: mention.kind != "job")
    value = (
        one.value if one.kind == "job" else next(iter(option.id for option in catalogue.options_named(one.value)), "")
    )
    reply = Reply(question, catalogue, TOPIC).say_only("other_goal", words=words).answer()
    choice = Choice(f"{words[:1].upper()}{words[1:]}", TOPIC, ((one.kind, value),))
    return replace(answer, text=f"{answer.text} {reply.text}", choices=(*answer.choices, *((choice,) if value else ())))


def with_other_subject(question: Question, answer: Answer) -> Answer:
    """ "Bij de brandweer of auto's maken": the subject that the answer is not about is offered."""
    themes = {mention.value: mention for mention in question.named("theme") if mention.at >= 0}
    told = str(answer.remember.get("theme") or "")
    if answer.topic != SECTOR or len(themes) != 2 or offset_of(question):
        return answer
    first, second = sorted(themes.values(), key=lambda mention: mention.at)
    between = question.whole[first.at + len(first.text) : second.at].lower()
    other = second if told == first.value else first
    if not JOINS.fullmatch(between) or told not in themes:
        return answer
    words = as_noun(other.text)
    choice = Choice(f"{words[:1].upper()}{words[1:]}", SECTOR, (("theme", other.value),))
    return replace(answer, choices=(choice, *answer.choices))


def _two_goals(question: Question) -> tuple[list[Mention], list[Mention]]:
    """The jobs or studies of which the names stand side by side; two, or none."""
    text, at = question.whole, dict[int, list[Mention]]()
    for mention in (*question.named("job"), *question.named("option")):
        if mention.text and mention.at >= 0 and text[mention.at :].startswith(mention.text):
            at.setdefault(mention.at, []).append(mention)
    starts = sorted(at)
    if len(starts) != 2:
        return [], []
    between = text[starts[0] + len(at[starts[0]][0].text) : starts[1]].lower()
    return (at[starts[0]], at[starts[1]]) if JOINS.fullmatch(between) else ([], [])


def _is_told(goal: list[Mention], told: set[str], catalogue: Catalogue) -> bool:
    values = {mention.value for mention in goal}
    return bool(told & (values | {option.id for value in values for option in catalogue.options_named(value)}))
