"""A short guided talk that ends in three options (capabilities.md, topic help_choose). It informs, it never rates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from actions.answer import Answer, Choice, Item
from actions.lists import choice_list, says_only
from actions.names import say_skipped
from actions.options import offer_options
from actions.question import Question
from actions.registry import topic
from actions.reply import Reply
from actions.rows import job_rows, option_rows
from actions.search import theme_label
from actions.texts import texts_of
from study_catalogue import Catalogue
from study_catalogue.records import Option, OptionFilter

QUESTIONS = {"level": "where", "theme": "like", "practice": "how"}  # asked in this order, kind to text
SKIPPED = "-"
RESULTS = 3
SEARCHED = 60  # options looked at for three that differ
AFTER = {"so-1": ("so-2",), "so-2": ("so-2", "so-3"), "so-3": ("so-3", "graduaat", "prof_bachelor", "acad_bachelor")}
LATER = ("graduaat", "prof_bachelor", "acad_bachelor")
Given = Mapping[str, str]


@topic("help_choose")
def help_choose(question: Question, catalogue: Catalogue) -> Answer:
    """The next question, or the three options once each was answered or skipped."""
    given = _given(question)
    missing = next((kind for kind in QUESTIONS if kind not in given), None)
    return _ask(question, catalogue, given, missing) if missing else _options(question, catalogue, given)


def goes_on(question: Question) -> Question:
    """An answer to the question that the guided talk just asked belongs to it, whatever else it might have been."""
    asked = question.context.get("asked")
    answers = question.context.get("topic") == "help_choose" and asked in QUESTIONS and question.named(asked)
    loose = question.topic in texts_of("help_choose").words["loose"]
    return replace(question, topic="help_choose") if answers and loose else question


def _given(question: Question) -> dict[str, str]:
    """What was said before in this guided talk, with what this message adds."""
    going_on = question.context.get("topic") == "help_choose"
    kept = (question.context.get("guide") or {}) if going_on else {}
    asked = question.context.get("asked")
    # "weet ik niet" to a question passes it over
    passed = {asked: SKIPPED} if going_on and asked in QUESTIONS and says_only(question, "no_idea") else {}
    named = {kind: question.named(kind)[0].value for kind in QUESTIONS if question.named(kind)}
    return {**kept, **passed, **named}


def _ask(question: Question, catalogue: Catalogue, given: Given, kind: str) -> Answer:
    reply = Reply(question, catalogue)
    if "theme" not in given and question.context.get("asked") == "theme":
        say_skipped(reply)
    reply.say_if(not given, "intro").say(QUESTIONS[kind]).remember(guide=dict(given), asked=kind)
    choices = [found for key, found in reply.texts.choices.items() if key.startswith(f"{kind}_")]
    reply.offer_choice(*(choice.choice(question.audience) for choice in choices))
    reply.offer_choice(Choice(reply.wording("skip"), "help_choose", ((kind, SKIPPED),)))
    return reply.answer("ask")


def _options(question: Question, catalogue: Catalogue, given: Given) -> Answer:
    reply = Reply(question, catalogue).remember(guide=None)
    kept, fitting = _fitting(catalogue, given)
    found = _three(fitting)
    if not found:
        return reply.say("none").offer("search").offer("person").answer()
    reply.say("result").say(f"reason_{_reason(kept)}", theme=_theme(reply, kept)).say("person")
    for option in found:
        reply.rows([_row(reply, option)]).cite(option.source, option.links_source)
    offer_options(reply, "option_info", found)
    reply.remember(listing=choice_list([("option", option.id) for option in found], {}, "option_info"))
    return reply.offer("person").answer()


def _row(reply: Reply, option: Option) -> Item:
    """The option with two of its jobs and their marks."""
    (row,) = option_rows(reply, [option])
    jobs = job_rows(reply, reply.catalogue.jobs_of(option.id)[:2])
    marks = {mark for job in jobs for mark in job.marks}
    return replace(row, line="; ".join([row.line, *(job.title for job in jobs)]), marks=(*row.marks, *sorted(marks)))


def _three(found: list[Option]) -> list[Option]:
    """Options that differ: first each of another finality or level, then whatever fits."""
    kinds = {(option.level, option.finality): option for option in reversed(found)}
    differ = sorted(kinds.values(), key=found.index)
    return list(dict.fromkeys([*differ, *found]))[:RESULTS]


def _fitting(catalogue: Catalogue, given: Given) -> tuple[Given, list[Option]]:
    """What was kept of what was said, and the options that fit it: theory or practice gives way first, then the
    subject."""
    said = {kind: value for kind, value in given.items() if value != SKIPPED}
    for dropped in ((), ("practice",), ("practice", "theme")):
        kept = {kind: value for kind, value in said.items() if kind not in dropped}
        found, _ = catalogue.search_options(_wanted(kept), 0, SEARCHED)
        if found:
            return kept, found
    return {}, []


def _wanted(given: Given) -> OptionFilter:
    level = given.get("level", "")
    levels = AFTER.get(level, LATER if level else ("so-2", "so-3"))
    return OptionFilter(levels=levels, practice=given.get("practice", ""), theme=given.get("theme", ""))


def _reason(kept: Given) -> str:
    practice = {"praktisch": "practice", "theoretisch": "theory", "gemengd": "mix"}
    return "theme" if "theme" in kept else practice.get(kept.get("practice", ""), "any")


def _theme(reply: Reply, kept: Given) -> str:
    return theme_label(reply, kept.get("theme", ""))
