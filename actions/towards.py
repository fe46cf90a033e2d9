"""For a pupil at school: the options of the next choice that lead on to a job or a study."""

from __future__ import annotations

from dataclasses import dataclass

from actions.answer import Answer, Choice
from actions.lists import PAGE, keep_list, offset_of, page, says, words_of
from actions.names import as_noun, jobs_meant, options_of, studies_for
from actions.question import BETWEEN, WHERE_NOW, Mention, Question
from actions.reply import Reply
from actions.rows import option_rows
from actions.texts import COMMON, texts_of
from study_catalogue import Catalogue
from study_catalogue.levels import GRADES, HIGHER
from study_catalogue.records import Option

CHOSEN_NEXT = {"so-1": "so-2", "so-2": "so-3"}  # where a pupil is now, to what is chosen next
SHOWN = 3  # choices


@dataclass(frozen=True)
class Goal:
    """What it should lead to: `words` of the user for it, the options that are it, and how a choice names it."""

    words: str
    options: tuple[str, ...]
    about: tuple[str, str]


def towards(question: Question, catalogue: Catalogue) -> Answer | None:
    """None when no year of school was said, or nothing of it leads there."""
    level, goal = _level(question), goal_of(question, catalogue)
    starts = catalogue.starts_of(goal.options, level) if level and goal else []
    found = sorted(starts, key=lambda option: _asks_more(option.name))
    return _lead_to(Reply(question, catalogue), found, level, goal) if goal and found else None


def _lead_to(reply: Reply, found: list[Option], level: str, goal: Goal) -> Answer:
    shown = page(found, reply.question, PAGE)
    if offset_of(reply.question):
        reply.say("next_page")
    else:
        reply.say("leads", level=reply.wording(f"short_{level}"), words=as_noun(goal.words)).say("not_all")
    reply.cite(*dict.fromkeys(option.links_source for option in shown)).rows(option_rows(reply, shown))
    kind, value = goal.about
    keep_list(reply, {kind: value, "level": level}, [("option", option.id) for option in shown], len(found))
    reply.remember(**{kind: value.split(BETWEEN)[0]})
    for option in shown[:SHOWN]:
        reply.offer_choice(Choice(option.name, "option_info", (("option", option.id),)))
    return reply.offer("route", **{kind: value.split(BETWEEN)[0]}).answer()


def _asks_more(name: str) -> bool:
    """Latin, Greek or top sport, which the goal does not need: behind what does without."""
    return not {*texts_of(COMMON).words["asks_more"]}.isdisjoint(words_of(name))


def _level(question: Question) -> str:
    """The grade that is chosen: the one after where the pupil says to be, else the one that is asked about."""
    named = [mention for mention in question.named("level") if mention.value in GRADES]
    if not named:
        return "so-2" if says(question, "secondary") else ""
    now = [mention for mention in named if _is_now(question, mention)]
    asked = [mention.value for mention in named if mention not in now and mention.value != "so-1"]
    return asked[0] if asked else CHOSEN_NEXT.get((now or named)[0].value, "")


def _is_now(question: Question, mention: Mention) -> bool:
    """ "Ik zit in 4", "nu 2A", "na het 4de", not "wat kies ik in het 3de"."""
    if mention.basis in ("after", *WHERE_NOW):
        return True
    before = words_of(question.text.partition(mention.text)[0])[-4:] if mention.text else []
    return bool({"zit", "kzit", "nu", "doe", "volg", "ben", "kben"} & set(before))


def goal_of(question: Question, catalogue: Catalogue) -> Goal | None:
    """The studies that the words stand for ("ingenieur"), else the jobs, else the studies that are named."""
    studied = tuple(dict.fromkeys(option.id for option in studies_for(question, catalogue)))
    if studied:
        return Goal(question.named("job")[0].text, studied, ("option", BETWEEN.join(studied)))
    jobs = [mention for mention in question.named("job") if mention.value]
    studies = [option for mention in question.named("option") for option in _higher(mention, catalogue)]
    if jobs:
        named = [job.name for job in jobs_meant(question, catalogue)] or [jobs[0].value]
        ends = [option.id for name in named for option in catalogue.options_for_job(name)]
        return Goal(
            jobs[0].text or jobs[0].value, (*ends, *(option.id for option in studies)), ("job", BETWEEN.join(named))
        )
    if not studies and question.context.get("follow_up"):
        kept = catalogue.option(str(question.context.get("option") or ""))
        studies = [kept] if kept and kept.level in HIGHER else []
    ids = tuple(dict.fromkeys(option.id for option in studies))
    goals = [mention for mention in question.named("option") if mention.text and _higher(mention, catalogue)]
    words = next((mention.text for mention in goals), "") if ids else ""
    return Goal(words or studies[0].name, ids, ("option", BETWEEN.join(ids))) if ids else None


def _higher(mention: Mention, catalogue: Catalogue) -> list[Option]:
    found = (option for name in (mention.value, *mention.candidates) for option in options_of(catalogue, name))
    return [option for option in found if option.level in HIGHER and not option.ended]
