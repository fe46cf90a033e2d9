"""Pay, chances of work, and sectors (capabilities.md, section 4)."""

from __future__ import annotations

from dataclasses import replace

from actions.answer import Answer, Choice, Item
from actions.interests import Interest, interest_of, is_called, jobs_away, jobs_near, options_near
from actions.jobs import list_source
from actions.lists import keep_list, says, words_of
from actions.names import SHOWN, ask_theme, options_of, pick_level, unknown_theme
from actions.question import Question
from actions.registry import dispatch, topic
from actions.reply import Reply
from actions.rows import job_rows, option_rows, title_of
from actions.search import theme_label
from study_catalogue import Catalogue
from study_catalogue.records import Job, Option

OPTIONS = 4
BARE = 2  # words of a message that only names a subject


def _job(question: Question, catalogue: Catalogue) -> Job | None:
    """The job named, else the one talked about when nothing else is named."""
    named = question.named("job")
    others = [mention for mention in question.mentions if mention.kind in ("option", "theme", "unknown")]
    kept = "" if others else str(question.context.get("job") or "")
    return catalogue.job(named[0].value if named else kept)


@topic("job_pay")
def job_pay(question: Question, catalogue: Catalogue) -> Answer:
    """No recent figure with a source is held: that is said first, never an amount."""
    job = _job(question, catalogue)
    reply = Reply(question, catalogue)
    if job:
        reply.say("named", job=job.name).say("where").remember(job=job.name).offer("job", job=job.name)
    else:
        reply.say("answer")
    return reply.offer("outlook", **_about(job)).offer("dual").offer("more_text").answer()


def _about(job: Job | None) -> dict[str, str]:
    """What a choice is about, so that it still is when it is tapped later."""
    return {"job": job.name} if job else {}


@topic("job_outlook")
def job_outlook(question: Question, catalogue: Catalogue) -> Answer:
    """What the bottleneck list says of the job, the option's jobs or the subject; no promise."""
    compared = _compared(question)
    if compared:
        return _of_each(question, catalogue, compared)
    job = _job(question, catalogue)
    interest = None if question.named("job") else interest_of(question)
    theme = interest.theme if interest else ""
    if (_names_option(question) and not question.named("job")) or _option_in_hand(question, job):
        return _of_option(question, catalogue)
    reply = Reply(question, catalogue)
    if job:
        _of_job(reply, job)
    elif interest and not catalogue.bottlenecks(theme, 0, 1)[1]:
        return _none_listed(reply, interest)
    elif theme:
        _of_theme(reply, theme)
    reply.say("answer").offer("list", **({"theme": theme} if theme and not job else {}))
    return reply.offer("pay", **_about(job)).offer("more_text").answer()


def _compared(question: Question) -> list[str]:
    """The options named, when several are; else those side by side, when one asks which of them."""
    named = list(dict.fromkeys(mention.value for mention in question.named("option") if not mention.candidates))
    listing = question.listing
    side_by_side = listing.get("topic") == "option_compare" and not question.mentions and says(question, "which_one")
    shown = [value for kind, value in listing.get("shown") or [] if kind == "option"] if side_by_side else []
    return named if len(named) > 1 else shown


def _of_each(question: Question, catalogue: Catalogue, options: list[str]) -> Answer:
    """Of each option how many of its jobs are on the list; no winner."""
    reply, year = Reply(question, catalogue), catalogue.bottleneck_year()
    found = [pick_level(options_of(catalogue, name), question, catalogue) for name in options]
    reply.say("of_each", year=year)
    for option in found:
        jobs = catalogue.jobs_of(option.id)
        listed = sum(job.listing is not None for job in jobs)
        line = reply.wording("of_each_line", listed=listed, total=len(jobs)) if jobs else reply.wording("of_each_none")
        reply.rows([Item(option.name, line)]).cite(option.links_source)
        reply.offer_choice(Choice(option.name, "option_jobs", (("option", option.id),)))
    return reply.say("no_promise").cite(list_source(catalogue)).offer("person").answer()


def _names_option(question: Question) -> bool:
    """A study is named that is no mere word for a subject ("informatica")."""
    subjects = {mention.text for mention in question.named("theme") if mention.text}
    return any(not mention.text or mention.text not in subjects for mention in question.named("option"))


def _option_in_hand(question: Question, job: Job | None) -> bool:
    """An option is talked about and nothing else is."""
    return bool(question.context.get("option")) and not job and not question.mentions


def _of_job(reply: Reply, job: Job) -> None:
    year = job.listing.year if job.listing else reply.catalogue.bottleneck_year()
    reply.say("on_list" if job.listing else "not_on_list", job=job.name, year=year).remember(job=job.name)
    reply.cite(job.source, job.listing.source if job.listing else list_source(reply.catalogue))
    reply.offer("bottleneck", job=job.name)


def _of_theme(reply: Reply, theme: str) -> None:
    _, total = reply.catalogue.bottlenecks(theme, 0, 1)
    year = reply.catalogue.bottleneck_year()
    reply.say("of_theme", total=total, theme=theme_label(reply, theme), year=year)
    reply.cite(list_source(reply.catalogue)).remember(theme=theme)


def _none_listed(reply: Reply, interest: Interest) -> Answer:
    """No job of the subject is on the list: said, with the work and the studies that we do know."""
    year, label = reply.catalogue.bottleneck_year(), theme_label(reply, interest.theme)
    reply.say_only("of_theme_none", theme=interest.words or label, year=year).cite(list_source(reply.catalogue))
    reply.remember(theme=interest.theme)
    jobs = jobs_near(reply.catalogue, interest, reply.question)
    options = options_near(reply.catalogue, interest)[:OPTIONS]
    return show_near(reply, interest, jobs, options).offer("pay").answer()


def _of_option(question: Question, catalogue: Catalogue) -> Answer:
    """The jobs of the option with their marks say most; then that the list promises nothing."""
    jobs = dispatch(replace(question, topic="option_jobs"), catalogue)
    listing = jobs.remember.get("listing") or {}
    own_jobs = listing.get("topic") == "option_jobs" and "option" in listing["filters"]  # no jobs of later
    outlook = Reply(question, catalogue).wording("no_promise")
    return replace(jobs, topic="job_outlook", text=f"{jobs.text} {outlook}" if own_jobs else jobs.text)


@topic("sector_info")
def sector_info(question: Question, catalogue: Catalogue) -> Answer:
    """Jobs and options of a sector: a theme of the catalogue."""
    found, strange = interest_of(question), question.named("unknown")
    if strange and not found:
        return unknown_theme(question, catalogue, strange[0])
    theme = found.theme if found else str(question.context.get("theme") or "")
    if found and question.named("level"):
        return dispatch(replace(question, topic="option_search"), catalogue)
    if not theme:
        return ask_theme(Reply(question, catalogue).say("ask"), question).answer("ask")
    return _sector(question, catalogue, theme)


def _sector(question: Question, catalogue: Catalogue, theme: str) -> Answer:
    found = interest_of(question)
    interest = found if found and found.theme == theme else Interest(theme)
    jobs, options = jobs_near(catalogue, interest, question), options_near(catalogue, interest)
    options = [option for option in options if not _is_only_for(question, catalogue, option)][:OPTIONS]
    reply = Reply(question, catalogue).remember(theme=theme)
    if not jobs and not options:
        return reply.say("none", theme=title_of(catalogue, "theme", theme)).offer("person").answer()
    listed = catalogue.bottlenecks(theme, 0, 1)[1]
    if interest.thing and interest.words:
        key = "near_job" if is_called(question.text, interest.words) else "near"
        reply.say(key, words=interest.words[:SHOWN])
    else:
        reply.say("answer", theme=theme_label(reply, theme))
    show_near(reply, interest, jobs, options).say_if(listed, "shortage").cite(
        list_source(catalogue) if listed else None
    )
    taught = _is_bare(question) and (about := catalogue.theme(theme)) and about.academy_topics
    for key, some in {"options": options, "bottlenecks": listed, "academies": taught}.items():
        if some:
            reply.offer(key, theme=theme)
    return reply.answer()


def _is_bare(question: Question) -> bool:
    """ "Robots": somebody may as well look for something to do."""
    return 0 < len(words_of(question.text)) <= BARE


def _is_only_for(question: Question, catalogue: Catalogue, option: Option) -> bool:
    """Whether the option leads to a job that the message takes away: "geen verpleegster"."""
    return not jobs_away(question, catalogue).isdisjoint(job.name for job in catalogue.jobs_of(option.id))


def show_near(reply: Reply, interest: Interest, jobs: list[Job], options: list[Option]) -> Reply:
    """Rows of jobs and studies, which lead on; "de tweede" is one of them."""
    reply.rows(job_rows(reply, jobs)).rows(option_rows(reply, options))
    reply.cite(*(source for job in jobs for source in (job.source, job.listing and job.listing.source) if source))
    reply.cite(*(option.source for option in options))
    rows = [*(("job", job.name) for job in jobs), *(("option", option.id) for option in options)]
    filters = {"theme": interest.theme, **({"thing": interest.thing} if interest.thing else {})}
    return keep_list(reply, filters, rows, len(rows))
