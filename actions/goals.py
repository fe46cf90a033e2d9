"""The job or study that somebody wants to reach stays what the question is about: `data/goals.yml`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from actions.answer import Answer
from actions.directions import comes_after
from actions.follow_ups import table as follow_ups
from actions.names import as_noun, is_higher, levels_of
from actions.patterns import finds, finds_of, plain
from actions.question import Mention, Question, of_choice
from actions.reply import Reply
from actions.texts import Strict
from actions.towards import goal_of
from study_catalogue import Catalogue
from study_catalogue.levels import GRADES, HIGHER
from study_catalogue.text import fold

TOPIC, ENTRY = "option_for_job", "option_entry"
LAST_GRADE = "so-3"


class GoesOn(Strict):
    after: frozenset[str]
    taken_for: frozenset[str]
    patterns: tuple[str, ...]
    without: tuple[str, ...]
    not_kinds: frozenset[str]


class Where(Strict):
    """When somebody who tells of their own study asks where a goal can be studied."""

    taken_for: frozenset[str]
    own: tuple[str, ...]
    asks: tuple[str, ...]
    asks_there: tuple[str, ...]
    without: tuple[str, ...]
    studies: dict[str, tuple[str, ...]]
    studying: tuple[str, ...]


class Table(Strict):
    """`data/goals.yml`, which says what each part means."""

    in_order_to: tuple[str, ...]
    school_later: tuple[str, ...]
    asks_study: tuple[str, ...]
    asks_not: tuple[str, ...]
    taken_for: frozenset[str]
    wishes: tuple[str, ...]
    must: tuple[str, ...]
    good: tuple[str, ...]
    better: tuple[str, ...]
    levels: dict[str, tuple[str, ...]]
    goes_on: GoesOn
    where: Where


@lru_cache(maxsize=1)
def table() -> Table:
    return Table.of("goals.yml")


def as_goal(question: Question, catalogue: Catalogue) -> Question:
    """The question as one for the studies that lead to a goal; the question itself when it is no such."""
    if question.context.get("guide") or not question.text:
        return question
    goals = [mention for mention in question.mentions if mention.text and _is_goal(mention, catalogue)]
    if goals:
        return _to_named(question, catalogue, goals)
    return _to_school(question, catalogue) or _to_goal_in_hand(question, catalogue)


def studies_asked_about(question: Question, catalogue: Catalogue, kind: str) -> list[str]:
    """Names of the studies at school of which the message asks whether one must take them, or whether they are good.

    kind: "must" or "good"
    """
    text, patterns = fold(question.text), table().must if kind == "must" else table().good
    jobs = {"", *(mention.text for mention in question.named("job"))}  # "lasser" is a word for a study as well
    options = [mention for mention in question.named("option") if mention.text not in jobs]
    at_school = [mention for mention in options if is_at_school(mention, catalogue)]
    asked = (mention.value for mention in at_school if finds_of(patterns, text, study=plain(mention.text)))
    return list(dict.fromkeys(asked))


def with_study_asked_about(question: Question, answer: Answer, catalogue: Catalogue) -> Answer:
    """What leads to a goal, and before it whether the study that is asked about must be, or is good."""
    must, good = (studies_asked_about(question, catalogue, kind) for kind in ("must", "good"))
    study = next(iter((*must, *good)), "")
    if not study:
        return answer
    leads = _leads(question, catalogue, study)
    good_key = "better" if finds(table().better, fold(question.text)) else "good"
    key = "way_through" if must and leads else good_key if leads else "good_unsure"
    reply = Reply(question, catalogue, TOPIC)
    others = [item.title for item in answer.items if item.title != study]
    reply.say_if(must and others, "not_only", study=study)
    reply.say_if(leads or not must, key, study=study)
    told = reply.answer().text
    return replace(answer, text=f"{told} {answer.text}" if told else answer.text)


def _leads(question: Question, catalogue: Catalogue, study: str) -> bool:
    """Whether a way to the goal goes through the study."""
    goal = goal_of(question, catalogue)
    options = catalogue.options_named(study) if goal else []
    return any(option in catalogue.starts_of(goal.options, option.level) for option in options if goal)


def _to_named(question: Question, catalogue: Catalogue, goals: Sequence[Mention]) -> Question:
    text, loose = fold(question.text), follow_ups().loose
    wished = any(is_wished(question, goal) for goal in goals)
    if (
        question.topic in loose
        and wished
        and not finds(table().asks_not, text)
        and not _comes_from(question, catalogue)
    ):
        return replace(question, topic=TOPIC)
    said = [goal for goal in goals if finds_of(table().in_order_to, text, goal=plain(as_noun(goal.text)))]
    about_one = _asks_about_one(question, catalogue)
    asks = (finds(table().asks_study, text) or about_one) and not finds(table().asks_not, text)
    if question.topic not in loose | table().taken_for or not said or not asks:
        return question
    levels = _levels(question, text)
    return _towards(question, catalogue, said, levels) if levels or about_one else question


def is_wished(question: Question, goal: Mention) -> bool:
    """ "Ik wil dakwerker worden"."""
    return finds_of(table().wishes, fold(question.text), goal=plain(as_noun(goal.text)))


def _comes_from(question: Question, catalogue: Catalogue) -> bool:
    """ "Ik zit in houttechnieken en wil dokter worden" asks for the way from there."""
    named = (mention for mention in question.named("option") if mention.text and is_at_school(mention, catalogue))
    return any(comes_after(question.text, mention) for mention in named)


def _to_school(question: Question, catalogue: Catalogue) -> Question | None:
    """ "Wat doe ik in het 4de om daarna houttechnieken te doen?": what goes before it."""
    taken, text = question.topic in follow_ups().loose | table().taken_for, fold(question.text)
    school = [mention for mention in question.named("option") if mention.text and is_at_school(mention, catalogue)]
    said = [goal for goal in school if finds_of(table().school_later, text, goal=plain(goal.text))]
    if not taken or len(said) != 1 or not levels_of(catalogue, said[0].value) & {LAST_GRADE}:
        return None
    goal = replace(said[0], candidates=())
    return replace(question, topic=ENTRY, mentions=(goal, Mention("level", LAST_GRADE, basis="choice")))


def _to_goal_in_hand(question: Question, catalogue: Catalogue) -> Question:
    """ "Welke richtingen in het 5de zijn goed?", "is latijn dan goed?" after a job."""
    goal, rule, text = _in_hand(question, catalogue), table().goes_on, fold(question.text)
    taken = question.topic in follow_ups().loose | rule.taken_for
    if goal is None or not taken or finds(rule.without, text):
        return question
    if _asks_about_one(question, catalogue):
        return _towards(question, catalogue, [goal], _levels(question, text))
    fits = finds(rule.patterns, text) and not any(map(question.named, rule.not_kinds))
    levels = _levels(question, text) if fits else ()
    return _towards(question, catalogue, [goal], levels) if levels else question


def _in_hand(question: Question, catalogue: Catalogue) -> Mention | None:
    """The job that was spoken of last, or the study after secondary school."""
    if question.context.get("subject") not in table().goes_on.after:
        return None
    job, option = (str(question.context.get(kind) or "") for kind in ("job", "option"))
    if job:
        return of_choice("job", job)
    kept = catalogue.option(option)
    return of_choice("option", option) if kept and kept.level in HIGHER else None


def _asks_about_one(question: Question, catalogue: Catalogue) -> bool:
    return any(studies_asked_about(question, catalogue, kind) for kind in ("must", "good"))


def _towards(
    question: Question, catalogue: Catalogue, goals: Sequence[Mention], levels: tuple[Mention, ...]
) -> Question:
    """About the goal; studies at school stay named, for whether one must take them."""
    school = tuple(mention for mention in question.named("option") if is_at_school(mention, catalogue))
    others = question.without("option", "job", "level", "theme")
    grades = levels or (Mention("level", LAST_GRADE, basis="choice"),)
    return replace(question, topic=TOPIC, mentions=(*goals, *school, *grades, *others))


def _levels(question: Question, text: str) -> tuple[Mention, ...]:
    """Grades that were understood, else as pupils say them."""
    named = tuple(mention for mention in question.named("level") if mention.value in GRADES)
    said = (level for level, patterns in table().levels.items() if finds(patterns, text))
    return named or tuple(Mention("level", level) for level in list(said)[:1])


def _is_goal(mention: Mention, catalogue: Catalogue) -> bool:
    return mention.kind == "job" or (mention.kind == "option" and is_higher(catalogue, mention.value))


def is_at_school(mention: Mention, catalogue: Catalogue) -> bool:
    """Whether it is a study of secondary school, on any level."""
    return bool(levels_of(catalogue, mention.value) & {*GRADES})
