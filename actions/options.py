"""Study options (capabilities.md, section 1)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from actions.answer import Answer, Choice
from actions.beside import with_other_goal, with_what_is_beside
from actions.goals import with_study_asked_about
from actions.lists import PAGE, holds, keep_beside, keep_list, offset_of, page, says, words_of
from actions.names import (
    as_noun,
    is_only_way,
    jobs_meant,
    levels_named,
    needs_job,
    needs_option,
    offer_names,
    options_of,
    studies_for,
    studies_named,
    ways_to,
    which,
)
from actions.question import EXCLUDED, WHERE_NOW, Question
from actions.registry import dispatch, topic
from actions.reply import Reply
from actions.rows import job_rows, option_rows
from actions.texts import COMMON, texts_of
from actions.towards import towards
from study_catalogue import Catalogue
from study_catalogue.levels import AFTER_SCHOOL, GRADES, SHORT_TO_LONG
from study_catalogue.records import Job, Option

JOBS_PAGE = 8
SHORT = 3  # rows of a list that is not the subject of the answer
CHOSEN_BY_DOMAIN = ("so-2", "so-3", "so-7")
WORK = "arbeidsmarkt"
SAID_BY_FINALITY = {"doorstroom": "theoretisch", "dubbel": "gemengd", "arbeidsmarkt": "praktisch"}  # theory or practice


def about(question: Question, catalogue: Catalogue, option: Option) -> Reply:
    """A reply about one option. A job talked about before is no longer the subject once an option is named."""
    reply = Reply(question, catalogue).cite(option.source).remember(option=option.id)
    if question.named("level"):
        reply.remember(level=option.level)
    if lacks_level(question, option):
        _say_level(reply, option)
    return reply.remember(job=None) if question.named("option") else reply


def _say_level(reply: Reply, option: Option) -> None:
    """The option does not exist on the level that was named: say so, and what follows it there."""
    said = [mention.value for mention in reply.question.named("level") if mention.basis not in WHERE_NOW]
    levels = [reply.label("filter", f"level_{value}") for value in dict.fromkeys(said)]
    reply.say("no_such_level", name=option.name, level=reply.joined(levels, "or"))
    after = _after_on_level(reply, option)
    if after and reply.texts.topic != "option_dual":
        names = reply.joined([found.name for found in after], "or")
        reply.say("follows", names=names).cite(option.links_source)


def _after_on_level(reply: Reply, option: Option) -> list[Option]:
    named = levels_named(reply.question)
    return [found for found in following(reply.catalogue, option) if found.level in named][:SHORT]


def lacks_level(question: Question, option: Option) -> bool:
    """A level was named on which the option does not exist. After "wat kan erna" a later one is where it leads."""
    named = levels_named(question, WHERE_NOW)
    rank = SHORT_TO_LONG.index
    leads_there = question.topic == "option_next" and any(rank(level) > rank(option.level) for level in named)
    return bool(named) and option.level not in named and not leads_there


def full_name(reply: Reply, option: Option) -> str:
    """With its grade, since a name may exist in two of them."""
    return f"{option.name} {reply.label('in', option.level)}" if option.level in GRADES else option.name


def other_levels(reply: Reply, option: Option) -> Reply:
    for other in reply.catalogue.options_named(option.name):
        if other.id != option.id and not other.ended:
            title = reply.label("short", other.level)
            reply.offer_choice(Choice(title, reply.texts.topic, (("option", other.id),)))
    after = _after_on_level(reply, option) if lacks_level(reply.question, option) else []
    return offer_options(reply, reply.texts.topic, after)


def following(catalogue: Catalogue, option: Option) -> list[Option]:
    return [found for found in catalogue.next_of(option.id) if not found.ended]


def offer_options(reply: Reply, topic_id: str, options: Sequence[Option]) -> Reply:
    return reply.offer_choice(*(Choice(found.name, topic_id, (("option", found.id),)) for found in options))


def only_dual(option: Option) -> bool:
    """The name says that it exists in no other way."""
    return not set(texts_of(COMMON).words["dual_names"]).isdisjoint(words_of(option.name))


@topic("option_info")
def option_info(question: Question, catalogue: Catalogue) -> Answer:
    """One study; "sanitair in de 3de graad" names a subject and a grade: what there is of it."""
    of_subject = question.named("theme") and question.named("level")
    if of_subject and not any(map(question.named, ("option", "job", "unknown"))):
        return dispatch(replace(question, topic="option_search"), catalogue)
    return _option_card(question, catalogue)


@needs_option
def _option_card(question: Question, catalogue: Catalogue, option: Option) -> Answer:
    jobs = catalogue.jobs_of(option.id)[:SHORT]
    reply = about(question, catalogue, option)
    reply.say("intro", name=option.name, level=reply.label("levelphrase", option.level))
    reply.say_if(says(question, "hours"), "hours_unknown")
    _place_in_school(reply, option)
    _content(reply, option)
    _dual_line(reply, option)
    reply.say_if(jobs, "jobs").say("step").rows(job_rows(reply, jobs))
    if jobs:
        reply.cite(option.links_source, *(job.listing.source for job in jobs if job.listing))
    for key in ("jobs", "next", "dual") if _may_be_dual(option) and not only_dual(option) else ("jobs", "next"):
        reply.offer(key, option=option.id)
    return keep_beside(other_levels(reply, option), [("job", job.name) for job in jobs]).answer()


def _place_in_school(reply: Reply, option: Option) -> None:
    if option.level in CHOSEN_BY_DOMAIN and option.domains:
        reply.say("domain", domain=reply.joined(option.domains, "and"))
    reply.say_if(option.finality, f"meaning_{option.finality}")


def _content(reply: Reply, option: Option) -> None:
    if option.keywords:
        reply.say("learn", keywords=", ".join(option.keywords[:5])).cite(option.links_source)
    if option.theory_practice and option.theory_practice != SAID_BY_FINALITY.get(option.finality):
        reply.say(f"practice_{option.theory_practice}").cite(option.links_source)


def _dual_line(reply: Reply, option: Option) -> None:
    if _may_be_dual(option):
        reply.say("dual_only" if only_dual(option) else reply.narrowest("dual", option.dual, option.level))


def _may_be_dual(option: Option) -> bool:
    return option.level in CHOSEN_BY_DOMAIN or option.dual == "yes"


@topic("option_jobs")
@needs_option
def option_jobs(question: Question, catalogue: Catalogue, option: Option) -> Answer:
    every = catalogue.jobs_of(option.id)
    jobs = _without_excluded(question, every)
    if every and not jobs:
        reply = about(question, catalogue, option).cite(option.links_source)
        reply.say("all_left_out", name=full_name(reply, option), words=_left_out(question))
        return reply.offer("next", option=option.id).answer()
    if not jobs:
        return _no_jobs(question, catalogue, option)
    reply = about(question, catalogue, option).cite(option.links_source)
    shown = page(jobs, question, JOBS_PAGE)
    if offset_of(question):
        reply.say("next_page")
    else:
        reply.say_if(_left_out(question), "left_out", words=_left_out(question))
        _count_bottlenecks(reply.say("jobs", name=full_name(reply, option)), jobs)
    reply.rows(job_rows(reply, shown))
    reply.cite(*(job.listing.source for job in shown if job.listing))
    keep_list(reply, {"option": option.id}, [("job", job.name) for job in shown], len(jobs))
    return other_levels(reply.offer("next", option=option.id), option).answer()


def _without_excluded(question: Question, jobs: list[Job]) -> list[Job]:
    """ "Behalve garagist": all the jobs that the word may stand for go."""
    excluded = {value for mention in question.named(EXCLUDED) for value in (mention.value, *mention.candidates)}
    return [job for job in jobs if f"job:{job.name}" not in excluded]


def _left_out(question: Question) -> str:
    return ", ".join(mention.text for mention in question.named(EXCLUDED) if mention.value.startswith("job:"))


def _count_bottlenecks(reply: Reply, jobs: list[Job]) -> None:
    count = sum(1 for job in jobs if job.listing)
    key = "bottleneck_none" if not count else "bottleneck_one" if count == 1 else "bottleneck_some"
    reply.say(key, count=count, year=reply.catalogue.bottleneck_year())


def _no_jobs(question: Question, catalogue: Catalogue, option: Option) -> Answer:
    after = following(catalogue, option)[:SHORT]
    reply = about(question, catalogue, option)
    later = _jobs_later(catalogue, after) if option.level == "so-2" else []
    if later:
        reply.say("later_jobs", name=full_name(reply, option)).cite(option.links_source).rows(job_rows(reply, later))
        reply.cite(*(job.listing.source for job in later if job.listing)).say("later_more")
        keep_list(reply, {}, [("job", job.name) for job in later], len(later))
        return other_levels(offer_options(reply, "option_jobs", after), option).answer()
    reply.say("no_jobs", name=option.name)
    key = reply.narrowest("no_jobs", option.level, option.finality)
    reply.say_if(key != "no_jobs", key)
    if after:
        reply.say("after").cite(option.links_source).rows(option_rows(reply, after))
        offer_options(reply, "option_jobs", after)
        keep_list(reply, {}, [("option", found.id) for found in after], len(after))
    return other_levels(reply, option).answer()


def _jobs_later(catalogue: Catalogue, after: Sequence[Option]) -> list[Job]:
    """Of each option that may follow a job or two, in turn, so that all of them are seen."""
    found = zip_longest(*(catalogue.jobs_of(option.id)[:SHORT] for option in after))
    return list(dict.fromkeys(job for row in found for job in row if job))[:PAGE]


@topic("option_next")
@needs_option
def option_next(question: Question, catalogue: Catalogue, option: Option) -> Answer:
    options = _seventh_years(question, following(catalogue, option))
    reply = about(question, catalogue, option)
    shown = page(options, question, JOBS_PAGE)
    if offset_of(question):
        reply.say("next_page")
    else:
        _say_later(reply, option)
        reply.say("intro", name=full_name(reply, option)).say(rule_of(reply, option))
        reply.say("options" if options else "none")
    if options:
        reply.cite(option.links_source)
    reply.rows(option_rows(reply, shown))
    keep_list(reply, {"option": option.id}, [("option", found.id) for found in shown], len(options))
    return other_levels(reply.offer("jobs", option=option.id), option).answer()


def _say_later(reply: Reply, option: Option) -> None:
    """ "Mag ik na Bouw nog naar de hogeschool", in the 2nd grade: the rule of the diploma that this leads to, first."""
    asked = not levels_named(reply.question).isdisjoint(AFTER_SCHOOL)
    key = f"later_{option.finality}"
    reply.say_if(asked and option.level == "so-2" and reply.has(key), key)


def _seventh_years(question: Question, options: list[Option]) -> list[Option]:
    """Only those, where just a seventh year is asked for and one follows."""
    asked = [option for option in options if option.level == "so-7"]
    return asked if asked and levels_named(question) == {"so-7"} else options


def rule_of(reply: Reply, option: Option) -> str:
    """The text with the rule that decides what may come after: the narrowest one there is for this option."""
    return reply.narrowest("rule", option.level, option.after_kind or option.finality)


@topic("option_for_job")
def option_for_job(question: Question, catalogue: Catalogue) -> Answer:
    """The ways to a job or a study; asked what the job is as well, its answer, which shows ways too."""
    if question.named("job") and holds(question.text, texts_of("option_for_job").words["what_it_is"]):
        return dispatch(replace(question, topic="job_info"), catalogue)
    return with_other_goal(question, _ways(question, catalogue), catalogue)


def _ways(question: Question, catalogue: Catalogue) -> Answer:
    leads = towards(question, catalogue)
    if leads:
        return with_study_asked_about(question, leads, catalogue)
    studies, jobs = studies_for(question, catalogue), jobs_meant(question, catalogue)
    named = studies_named(question, catalogue)
    if (studies or named) and _in_secondary(question):
        return dispatch(replace(question, topic="path_map"), catalogue)
    if studies or named:
        return _studies(question, catalogue, studies or named)
    answer = _for_jobs(question, catalogue, jobs) if jobs else _for_job(question, catalogue)
    return with_what_is_beside(question, answer, catalogue)


def _in_secondary(question: Question) -> bool:
    """Whether the message asks what to take at secondary school."""
    return bool(levels_named(question) & {*GRADES}) or says(question, "secondary")


def _for_jobs(question: Question, catalogue: Catalogue, jobs: list[Job]) -> Answer:
    """A word for several jobs: the options that lead to most of them first, and the jobs to be more precise."""
    counts = Counter(option for job in jobs for option in catalogue.options_for_job(job.name))
    options = [option for option, _ in counts.most_common(PAGE)]
    if not options:
        return which(question, catalogue, "job", [job.name for job in jobs])
    reply = Reply(question, catalogue).remember(job=None, option=None)
    reply.say("several_jobs", words=question.named("job")[0].text, jobs=reply.joined([job.name for job in jobs], "or"))
    reply.say("not_all").rows(option_rows(reply, options)).cite(*(job.source for job in jobs))
    reply.cite(*dict.fromkeys(option.links_source for option in options))
    offer_names(reply, question, "job", [job.name for job in jobs])
    return keep_list(reply, {}, [("option", option.id) for option in options], len(options)).answer()


def _studies(question: Question, catalogue: Catalogue, studies: list[Option]) -> Answer:
    """One becomes an engineer by studying for it, whatever the job is called after."""
    reply = Reply(question, catalogue).remember(option=studies[0].id, job=None)
    reply.cite(*(option.source for option in studies))
    said = [mention.text for mention in question.named("job") if mention.candidates]
    ids = {study.id for study in studies}
    goals = [m for m in question.named("option") if not ids.isdisjoint(o.id for o in options_of(catalogue, m.value))]
    said += [mention.text for mention in goals]
    words = next((as_noun(word) for word in said if word), studies[0].name)
    all_academic = all(option.level == "acad_bachelor" for option in studies)
    reply.say("studies" if all_academic else "studies_higher", words=words).rely_on("ok4", "bachelors")
    if any(mention.value == WORK for mention in question.named("finality")):
        reply.say("not_at_once").rely_on("ok3")
    reply.rows(option_rows(reply, studies))
    keep_list(reply, {}, [("option", option.id) for option in studies], len(studies))
    return reply.offer("route", option=studies[0].id).answer()


@needs_job
def _for_job(question: Question, catalogue: Catalogue, job: Job) -> Answer:
    options = ways_to(catalogue, job)
    shown = page(options, question, PAGE)
    reply = Reply(question, catalogue).cite(job.source).remember(job=job.name)
    if question.named("job"):
        reply.remember(option=None)
    if not options:
        return reply.say("none", job=job.name).offer("job", job=job.name).answer()
    if offset_of(question):
        reply.say("next_page")
    else:
        several = len(options) > 1
        one = "way" if is_only_way(catalogue, options[0]) else "way_among"
        reply.say("ways" if several else one, job=job.name).say_if(several, "order")
        levels = {option.level for option in options}
        reply.say_if("acad_bachelor" in levels and "master" not in levels, "then_master").say("not_all")
    reply.cite(*dict.fromkeys(option.links_source for option in shown)).rows(option_rows(reply, shown))
    keep_list(reply, {"job": job.name}, [("option", option.id) for option in shown], len(options))
    return reply.offer("job", job=job.name).answer()
