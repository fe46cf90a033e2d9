"""What the guided talk comes to: three options that differ, each with its reason and its jobs, and who to talk to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from actions.academies import RADIUS, is_age
from actions.answer import Answer, Choice, Item
from actions.interests import Interest, jobs_near, things_in
from actions.lists import keep_list, offset_of
from actions.names import SHOWN
from actions.options import following, offer_options
from actions.reply import Reply
from actions.rows import academy_rows, job_rows, option_rows
from actions.scoring import GIVEN, SKIPPED, Fit, Given, best, liked, stage_of
from actions.search import theme_label
from actions.texts import texts_of
from study_catalogue import Catalogue
from study_catalogue.records import AcademyFilter, Job, Nearby, Option, Place

SHOWN_OPTIONS = 3
MOST = 9  # options, three at a time
FIRST = "so-1"  # the grade without a study of its own
JOBS = 2  # of each option
FURTHER = 3  # steps of study in which jobs are looked for


def outcome(reply: Reply, given: Given) -> Answer:
    given = {**given, **_said_in_choices(reply, given)}
    own_words = [word for word in given.get("own_words", "").split("|") if word]
    start = offset_of(reply.question)
    fits = best(reply.catalogue, given, own_words, MOST)
    shown = fits[start : start + SHOWN_OPTIONS]
    reply.remember(guide=None, **({"place": given["place"]} if given.get("place") else {}))
    _head(reply, given, shown, start)
    for fit in shown:
        reply.rows([_row(reply, fit, given)]).cite(fit.option.source, fit.option.links_source)
    nearby = None if start else _academy(reply, given)
    if nearby:
        reply.say("academy").rows(academy_rows(reply, [nearby])).cite(nearby.academy.source)
    return _tail(reply, given, [fit.option for fit in shown], len(fits), nearby)


def _head(reply: Reply, given: Given, shown: list[Fit], start: int) -> None:
    if start:
        reply.say("next_page")
        return
    reply.say("result")
    strange = liked(given) and not any(fit.likes or fit.words for fit in shown)
    first = {*stage_of(given).next} == {FIRST}
    reply.say_if(
        strange,
        "no_direct_first" if first else "no_direct",
        words=_quoted(reply, given.get("said_theme", "").split("|")),
    )
    reply.say_if(not _answered(given), "broad").say_if(stage_of(given).entry, "entry")


def _things(given: Given) -> list[Interest]:
    """The things that the pupil named within a subject: "treinen"."""
    return things_in(given.get("said_theme", "").replace("|", ", "))


def say_jobs_near(reply: Reply, things: Iterable[Interest]) -> None:
    """The jobs with a thing, which no study of ours needs to lead to."""
    for thing in [*things][:1]:
        jobs = jobs_near(reply.catalogue, thing, reply.question)[:SHOWN_OPTIONS]
        names = reply.joined([job.name for job in jobs], "and") if jobs else ""
        reply.say_if(jobs, "jobs_near", thing=thing.label, jobs=names).cite(*(job.source for job in jobs))
        reply.offer_choice(*(Choice(job.name, "job_info", (("job", job.name),)) for job in jobs))


def _answered(given: Given) -> bool:
    return any(given.get(kind, SKIPPED) != SKIPPED for kind in ("theme", "practice", "own_words"))


def _tail(reply: Reply, given: Given, shown: list[Option], total: int, nearby: Nearby | None) -> Answer:
    offer_options(reply, "option_info", shown)
    if not offset_of(reply.question):
        say_jobs_near(reply, _things(given))
        reply.say("person")
    filters = {name: given[name] for name in GIVEN if given.get(name)}
    beside = [("academy", nearby.academy.id)] if nearby else []
    keep_list(reply, filters, [("option", option.id) for option in shown], total, beside)
    if stage_of(given).age and not nearby:
        reply.offer("near")
    return reply.offer("person").answer()


def _said_in_choices(reply: Reply, given: Given) -> dict[str, str]:
    """For what was tapped the title of the choice, for what was recognised otherwise its usual name."""
    said = {}
    if liked(given) and not given.get("said_theme"):
        said["said_theme"] = "|".join(_title(reply, "theme", theme) for theme in liked(given))
    practice = given.get("practice", SKIPPED)
    if practice != SKIPPED and not given.get("said_practice"):
        said["said_practice"] = _title(reply, "practice", practice)
    return said


def _title(reply: Reply, kind: str, value: str) -> str:
    choices = texts_of("help_choose").choices.values()
    titles = (choice.title.form(reply.question.audience) for choice in choices if choice.about.get(kind) == value)
    return next(titles, theme_label(reply, value))


def _row(reply: Reply, fit: Fit, given: Given) -> Item:
    """The option, why it is shown in the user's own words, and two of its jobs with their marks."""
    (row,) = option_rows(reply, [fit.option])
    later, found = jobs_behind(reply.catalogue, fit.option)
    reply.cite(*(job.listing.source for job in found if job.listing))
    jobs = job_rows(reply, found)
    kind = reply.label("practice", fit.option.theory_practice) if fit.option.theory_practice else ""
    said = reply.wording("jobs_later" if later else "jobs", jobs=", ".join(map(_job, jobs))) if jobs else ""
    line = "; ".join(part for part in (row.line, kind, *_reasons(reply, fit, given), said) if part)
    marks = {mark for job in jobs for mark in job.marks}
    return replace(row, line=line, marks=(*row.marks, *sorted(marks)))


def _job(job: Item) -> str:
    notes = ", ".join(part for part in (*job.marks, job.line) if part)
    return f"{job.title} ({notes})" if notes else job.title


def _reasons(reply: Reply, fit: Fit, given: Given) -> list[str]:
    """Why it is shown; and of what does not simply follow where the pupil is, what it takes."""
    wide = [reply.wording(f"wide_{given['level']}")] if fit.wide else []
    return wide if wide and not (fit.fits or fit.practice) else [_reason(reply, fit, given), *wide]


def _reason(reply: Reply, fit: Fit, given: Given) -> str:
    """What it fits of what was said; else what it lies close to; else that it is for a broad look."""
    said = given.get("said_theme", "").split("|")
    close = {nth for nth in fit.likes if nth < len(said) and _is_only_close(said[nth], fit.option)}
    likes = [said[nth] for nth in fit.likes if nth < len(said) and nth not in close]
    words = [word for word in fit.words if not any(word in like.lower() for like in likes)]
    practice = [given["said_practice"]] if fit.practice and given.get("said_practice") else []
    near = [said[nth] for nth in (*fit.near, *sorted(close)) if nth < len(said)]
    if likes or words:
        return reply.wording("why", words=_quoted(reply, [*likes, *words, *practice]))
    if near and practice:
        return reply.wording("why_near_and", near=_quoted(reply, near), words=_quoted(reply, practice))
    if near:
        return reply.wording("why_near", near=_quoted(reply, near))
    return reply.wording("why", words=_quoted(reply, practice)) if practice else reply.wording("why_broad")


def _is_only_close(said: str, option: Option) -> bool:
    """ "Treinen" says more than its subject: what is no study near that thing only lies in the same field."""
    things = [thing for thing in things_in(said) if thing.options]
    return bool(things) and not any(option.id in thing.options for thing in things)


def _quoted(reply: Reply, words: Iterable[str]) -> str:
    return reply.joined([f'"{word[:SHOWN]}"' for word in dict.fromkeys(words)], "and")


def jobs_behind(catalogue: Catalogue, option: Option) -> tuple[bool, list[Job]]:
    """Jobs of the option, else of the STEM options that may follow it, and whether it is these; bottlenecks first."""
    reached = [option]
    for steps in range(FURTHER + 1):
        jobs = {job.id: job for found in reached for job in catalogue.jobs_of(found.id)}
        if jobs:
            return steps > 0, sorted(jobs.values(), key=lambda job: job.listing is None)[:JOBS]
        after = (found for before in reached for found in following(catalogue, before) if found.is_stem)
        reached = list(dict.fromkeys(after))
    return False, []


def _academy(reply: Reply, given: Given) -> Nearby | None:
    """The nearest within reach for somebody of that age: about what is liked, else about anything."""
    stage, place = stage_of(given), _place(reply, given)
    if not place or not stage.age:
        return None
    said = str(reply.question.context.get("age") or "")
    age = int(said) if is_age(said) else stage.age
    for theme in (*liked(given), ""):
        wanted = AcademyFilter(age=age, theme=theme)
        found, _ = reply.catalogue.academies_near(place.lat, place.lon, wanted, RADIUS, 0, 1)
        if found and found[0].km <= RADIUS:
            return found[0]
    return None


def _place(reply: Reply, given: Given) -> Place | None:
    """Said in the talk or before it."""
    known = given.get("place") or reply.question.context.get("place")
    return reply.catalogue.place(str(known)) if known else None
