"""Study options (capabilities.md, section 1)."""

from __future__ import annotations

from actions.answer import Answer, Choice
from actions.lists import PAGE, keep_list, offset_of, page, says
from actions.names import needs_job, needs_option, unknown_theme
from actions.question import Question
from actions.registry import topic
from actions.reply import Reply
from actions.rows import job_rows, option_rows
from actions.search import filters_of, search
from study_catalogue import Catalogue
from study_catalogue.records import Job, Option

JOBS_PAGE = 8
SHORT = 3  # rows of a list that is not the subject of the answer
GRADES = ("so-1", "so-2", "so-3")
SECONDARY = ("so-2", "so-3", "so-7")


def about(question: Question, catalogue: Catalogue, option: Option) -> Reply:
    """A reply about one option. A job talked about before is no longer the subject once an option is named."""
    reply = Reply(question, catalogue).cite(option.source).remember(option=option.id)
    if question.named("level"):
        reply.remember(level=option.level)
    return reply.remember(job=None) if question.named("option") else reply


def full_name(reply: Reply, option: Option) -> str:
    """With its grade, since a name may exist in two of them."""
    return f"{option.name} {reply.label('in', option.level)}" if option.level in GRADES else option.name


def other_levels(reply: Reply, option: Option) -> Reply:
    for other in reply.catalogue.options_named(option.name):
        if other.id != option.id and not other.ended:
            title = reply.label("short", other.level)
            reply.offer_choice(Choice(title, reply.texts.topic, (("option", other.id),)))
    return reply


@topic("option_info")
@needs_option
def option_info(question: Question, catalogue: Catalogue, option: Option) -> Answer:
    jobs = catalogue.jobs_of(option.id)[:SHORT]
    reply = about(question, catalogue, option)
    reply.say("intro", name=option.name, level=reply.label("levelphrase", option.level))
    _place_in_school(reply, option)
    _content(reply, option)
    _dual_line(reply, option)
    reply.say_if(jobs, "jobs").say("step").rows(job_rows(reply, jobs))
    if jobs:
        reply.cite(option.links_source, *(job.listing.source for job in jobs if job.listing))
    for key in ("jobs", "next", "dual") if _may_be_dual(option) else ("jobs", "next"):
        reply.offer(key, option=option.id)
    return other_levels(reply, option).answer()


def _place_in_school(reply: Reply, option: Option) -> None:
    if option.level in SECONDARY and option.domains:
        reply.say("domain", domain=" en ".join(option.domains))
    reply.say_if(option.finality, f"meaning_{option.finality}")


def _content(reply: Reply, option: Option) -> None:
    if option.keywords:
        reply.say("learn", keywords=", ".join(option.keywords[:5])).cite(option.links_source)
    if option.theory_practice:
        reply.say(f"practice_{option.theory_practice}").cite(option.links_source)


def _dual_line(reply: Reply, option: Option) -> None:
    if _may_be_dual(option):
        reply.say(reply.narrowest("dual", option.dual, option.level))


def _may_be_dual(option: Option) -> bool:
    return option.level in SECONDARY or option.dual == "yes"


@topic("option_jobs")
@needs_option
def option_jobs(question: Question, catalogue: Catalogue, option: Option) -> Answer:
    jobs = catalogue.jobs_of(option.id)
    if not jobs:
        return _no_jobs(question, catalogue, option)
    reply = about(question, catalogue, option).cite(option.links_source)
    shown = page(jobs, question, JOBS_PAGE)
    if offset_of(question):
        reply.say("next_page")
    else:
        _count_bottlenecks(reply.say("jobs", name=full_name(reply, option)), jobs)
    reply.rows(job_rows(reply, shown))
    reply.cite(*(job.listing.source for job in shown if job.listing))
    keep_list(reply, {"option": option.id}, [("job", job.name) for job in shown], len(jobs))
    reply.offer_choice(Choice(shown[0].name, "job_info", (("job", shown[0].name),))) if shown else reply
    return other_levels(reply.offer("next", option=option.id), option).answer()


def _count_bottlenecks(reply: Reply, jobs: list[Job]) -> None:
    count = sum(1 for job in jobs if job.listing)
    key = "bottleneck_none" if not count else "bottleneck_one" if count == 1 else "bottleneck_some"
    reply.say(key, count=count, year=reply.catalogue.bottleneck_year())


def _no_jobs(question: Question, catalogue: Catalogue, option: Option) -> Answer:
    after = [found for found in catalogue.next_of(option.id) if not found.ended][:SHORT]
    reply = about(question, catalogue, option)
    reply.say("no_jobs", name=option.name)
    key = reply.narrowest("no_jobs", option.level, option.finality)
    reply.say_if(key != "no_jobs", key)
    if after:
        reply.say("after").cite(option.links_source).rows(option_rows(reply, after))
        reply.offer_choice(*(Choice(found.name, "option_jobs", (("option", found.id),)) for found in after))
    return other_levels(reply, option).answer()


@topic("option_next")
@needs_option
def option_next(question: Question, catalogue: Catalogue, option: Option) -> Answer:
    options = [found for found in catalogue.next_of(option.id) if not found.ended]
    reply = about(question, catalogue, option)
    shown = page(options, question, JOBS_PAGE)
    if offset_of(question):
        reply.say("next_page")
    else:
        reply.say("intro", name=full_name(reply, option)).say(rule_of(reply, option))
        reply.say("options" if options else "none")
    if options:
        reply.cite(option.links_source)
    reply.rows(option_rows(reply, shown))
    keep_list(reply, {"option": option.id}, [("option", found.id) for found in shown], len(options))
    return other_levels(reply.offer("jobs", option=option.id), option).answer()


def rule_of(reply: Reply, option: Option) -> str:
    """The text with the rule that decides what may come after: the narrowest one there is for this option."""
    written = f"{option.name} {option.year7_after}".lower()
    kinds = {"voorbereid": "preparing", "ok3": "ok3", "ok4": "ok4"} if option.level == "so-7" else {}
    kind = next((kind for word, kind in kinds.items() if word in written), option.finality)
    return reply.narrowest("rule", option.level, kind)


@topic("option_for_job")
@needs_job
def option_for_job(question: Question, catalogue: Catalogue, job: Job) -> Answer:
    options = catalogue.options_for_job(job.name)
    shown = page(options, question, PAGE)
    reply = Reply(question, catalogue).cite(job.source).remember(job=job.name)
    if not options:
        return reply.say("none", job=job.name).offer("job", job=job.name).answer()
    reply.say("next_page") if offset_of(question) else reply.say("ways", job=job.name).say("order")
    reply.cite(*dict.fromkeys(option.links_source for option in shown)).rows(option_rows(reply, shown))
    keep_list(reply, {"job": job.name}, [("option", option.id) for option in shown], len(options))
    reply.offer_choice(*(Choice(option.name, "option_info", (("option", option.id),)) for option in shown[:SHORT]))
    return reply.offer("job", job=job.name).answer()


@topic("option_dual")
def option_dual(question: Question, catalogue: Catalogue) -> Answer:
    """About one option, or the list of dual options when no option is named and a list is asked for."""
    return _dual_list(question, catalogue) if _asks_for_list(question) else _dual_one(question, catalogue)


def _asks_for_list(question: Question) -> bool:
    if any(question.named(kind) for kind in ("option", "job", "unknown")):
        return False
    if offset_of(question):
        return True
    if any(question.named(kind) for kind in ("theme", "finality", "practice")) or says(question, "list"):
        return True
    in_hand = question.context.get("option") and (question.context.get("listing") or {}).get("topic") != "option_dual"
    return bool(question.named("level")) and not in_hand


def _dual_list(question: Question, catalogue: Catalogue) -> Answer:
    return search(question, catalogue, {**filters_of(question), "dual": "yes"})


@needs_option
def _dual_one(question: Question, catalogue: Catalogue, option: Option) -> Answer:
    near = [found for found in catalogue.similar_dual(option.id, SHORT) if found.id != option.id]
    reply = about(question, catalogue, option)
    reply.say(reply.narrowest("answer", option.dual, option.level), name=full_name(reply, option))
    reply.say_if(near, "near_too" if option.dual == "yes" else "near").rows(option_rows(reply, near))
    reply.offer_choice(*(Choice(found.name, "option_dual", (("option", found.id),)) for found in near))
    return other_levels(reply.offer("what").offer("entry"), option).answer()


@topic("option_search")
def option_search(question: Question, catalogue: Catalogue) -> Answer:
    filters = filters_of(question)
    strange = question.named("unknown")
    if strange and not filters:
        return unknown_theme(question, catalogue, strange[0])
    return search(question, catalogue, filters)
