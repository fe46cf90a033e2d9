"""From a diploma to higher education: whether one may go on at once, and else the way round (topic after_secondary)."""

from __future__ import annotations

from dataclasses import replace

from actions.answer import Answer
from actions.names import levels_named, levels_of
from actions.patterns import finds
from actions.question import Question
from actions.reply import Reply
from actions.texts import texts_of
from actions.unclear import NOT_UNDERSTOOD
from study_catalogue import Catalogue
from study_catalogue.levels import BACHELORS
from study_catalogue.text import fold

TOPIC, DIPLOMAS = "after_secondary", "diploma_levels"
OF_A_STUDY = ("option", "job", "theme", "place", "unknown", "excluded")  # what it is about then
FINALITIES = {"arbeidsmarkt": "ok3", "dubbel": "double", "doorstroom": "through"}
LEVELS = {"graduaat": "graduate", "prof_bachelor": "bachelor", "acad_bachelor": "academic"}
OK4 = {"double": "ok4", "through": "ok4"}  # the diploma, where its rule is the same for both


def to_higher_education(question: Question, catalogue: Catalogue) -> Answer | None:
    """The rule for a diploma and a level that the message names; None for any other question."""
    of_study = _level_of_study(question, catalogue)
    if not of_study and (_is_of_a_study(question) or not _may_be_one(question)):
        return None
    start, goal = _start(question), of_study or _goal(question)
    reply = Reply(replace(question, topic=TOPIC), catalogue)
    keys = (f"from_{known}_{goal}" for known in (start, OK4.get(start, "")))
    key = next((key for key in keys if reply.has(key)), "")
    if not key:
        return None
    named = question.named("option")[:1] if of_study else ()
    reply.remember(**{mention.kind: mention.value for mention in named})
    return reply.say_only(key).offer_all().answer()


def _level_of_study(question: Question, catalogue: Catalogue) -> str:
    """ "Kan ik met OK3 dat graduaat programmeren doen?": the goal, when only studies of one level are named.

    Not of an academic bachelor after OK4: some ask a test besides.
    """
    if not _says(question, "ok3", "ok4"):
        return ""
    others = [kind for kind in OF_A_STUDY if kind != "option" and question.named(kind)]
    levels = levels_of(catalogue, *(mention.value for mention in question.named("option")))
    goal = LEVELS.get(levels.pop(), "") if len(levels) == 1 and not others else ""
    return "" if goal == "academic" and _says(question, "ok4") else goal


def level_of_diploma(question: Question) -> Question:
    """ "Wat geeft OK3?": a word that stands for nothing else, though the message was not understood."""
    strange = question.topic in (*NOT_UNDERSTOOD, "audience") and not any(map(question.named, OF_A_STUDY))
    return replace(question, topic=DIPLOMAS) if strange and _says(question, "ok3", "ok4") else question


def _is_of_a_study(question: Question) -> bool:
    """Not where diploma and level are both said in so many words: that rule is the same for every study."""
    levels = {mention.value for mention in question.named("level")}
    said = levels and (_says(question, "ok3") or (_says(question, "ok4") and "acad_bachelor" in levels))
    return any(map(question.named, OF_A_STUDY)) and not said


def _may_be_one(question: Question) -> bool:
    read = texts_of(TOPIC).words["asked_as"]
    likely = [topic for topic, _ in question.readings[:1]] if question.topic == "clarify" else [question.topic]
    return not {*likely}.isdisjoint(read) and not _says(question, "changes")


def _start(question: Question) -> str:
    """What one has: "graduate", else "ok3", "ok4", "double" or "through"; "" when there is not one."""
    if _says(question, "has_graduate") and not levels_named(question).isdisjoint(BACHELORS):
        return "graduate"
    named = {FINALITIES.get(mention.value, "") for mention in question.named("finality")}
    named |= {key for key in ("ok3", "ok4") if _says(question, key)}
    return named.pop() if len(named) == 1 else ""


def _goal(question: Question) -> str:
    """What one wants: "academic", "bachelor" or "graduate"; "studies" when it is not said which."""
    named = {mention.value for mention in question.named("level")}
    if "acad_bachelor" in named:
        return "academic"
    if named & {"bachelor", "prof_bachelor"}:
        return "bachelor"
    return "graduate" if "graduaat" in named else "studies" if _says(question, "studies") else ""


def _says(question: Question, *keys: str) -> bool:
    return finds((pattern for key in keys for pattern in texts_of(TOPIC).words[key]), fold(question.text))
