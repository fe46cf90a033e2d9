"""From one study to another: which of two that are named is where somebody is, and which is the goal."""

from __future__ import annotations

from dataclasses import replace

from actions.directions import comes_after, goes_to, is_studied
from actions.follow_ups import table
from actions.lists import holds
from actions.names import is_higher, levels_named, levels_of
from actions.patterns import finds, finds_of, plain
from actions.question import Mention, Question, of_choice
from actions.texts import texts_of
from actions.worded import BEHIND
from study_catalogue import Catalogue
from study_catalogue.levels import AFTER_SCHOOL, GRADES, HIGHER
from study_catalogue.text import fold

ENTRY, WAY, NEXT = "option_entry", "path_map", "option_next"
TO_JOB, TO_DUAL, LATER, SEARCH = "option_for_job", "dual_entry", "after_secondary", "option_search"
LABOUR = "arbeidsmarkt"


def as_from_to(question: Question, catalogue: Catalogue) -> Question:
    """ "Van A naar B": to a study or job later the way from A; to one at school whether one may start in B."""
    words = texts_of(ENTRY).words
    of_goal = {*words["from_to_taken_for"], *words["from_to_goal_taken_for"]}
    if question.topic not in table().loose | of_goal or not question.text:
        return question
    named = [mention for mention in question.named("option") if mention.text and mention.basis != "choice"]
    starts = [mention for mention in named if _is_start(_since_another(question, mention), mention)]
    texts = {mention.text for mention in starts}
    goals = [mention for mention in (*named, *question.named("job")) if mention.text and mention.text not in texts]
    if len(texts) != 1 or is_higher(catalogue, starts[0].value):
        return question
    if goals:
        return _to(question, catalogue, starts[0], _at_level(question, catalogue, _first_of_one(question, goals)))
    if question.topic in words["from_to_goal_taken_for"]:
        return question
    return _to_what_was_spoken_of(question, catalogue) if holds(question.text, words["from_to_that"]) else question


def as_start_there(question: Question, catalogue: Catalogue) -> Question:
    """ "Kan ik met een buis nog naar A?": whether one may start in A, a study at school; else the question itself."""
    words, text = texts_of(ENTRY).words, fold(question.text)
    named = {mention.text for mention in question.named("option") if mention.text and mention.basis != "choice"}
    if question.topic not in table().loose | {NEXT} or len(named) != 1 or question.named("job"):
        return question
    goal = next(mention for mention in question.named("option") if mention.text in named)
    asks = finds_of(words["may_start"], text, name=plain(goal.text)) and not finds(words["may_start_not"], text)
    at_school = bool(levels_of(catalogue, goal.value) & {*GRADES}) and levels_named(question).isdisjoint(HIGHER)
    return replace(question, topic=ENTRY) if asks and at_school and goes_to(question.text, goal) else question


def as_after_that(question: Question, catalogue: Catalogue) -> Question:
    """ "Kan ze daarna voor X gaan?" after studies at school: the way to X, from the one in hand or from their grade."""
    words, text = texts_of(ENTRY).words, fold(question.text)
    goals = [m for m in (*question.named("option"), *question.named("job")) if m.text]
    later = bool(goals) and all(goal.kind == "job" or is_higher(catalogue, goal.value) for goal in goals)
    if question.topic not in table().loose | {NEXT, ENTRY, WAY} or not later or not finds(words["after_that"], text):
        return question
    said = any(goes_to(question.text, goal) or is_studied(question.text, goal) for goal in goals)
    start = _in_hand(question, catalogue)
    if not said or not start or finds(words["after_that_not"], text):
        return question
    return replace(question, topic=WAY, mentions=(*start, *_without_later_levels(question)))


def _in_hand(question: Question, catalogue: Catalogue) -> tuple[Mention, ...]:
    """The study at school that the talk is about, else the grade of those shown; empty when there is none."""
    shown = [value for kind, value in question.listing.get("shown") or [] if kind == "option"]
    kept = str(question.context.get("option") or "")
    found = [option for id in ([kept] if kept else shown) if (option := catalogue.option(id))]
    levels = {option.level for option in found}
    if not levels or not levels <= {*GRADES}:
        return ()
    own = (Mention("option", found[0].id),) if len(found) == 1 else ()
    return (*own, Mention("level", found[0].level)) if len(levels) == 1 else own


def as_from_outside(question: Question, catalogue: Catalogue) -> Question:
    """ "Na humane wetenschappen informatica studeren": what is not ours is where somebody comes from."""
    words, text = texts_of(ENTRY).words, fold(question.text)
    start = _strange_start(question) if question.topic in table().loose | {*words["from_to_taken_for"]} else ""
    if not start or finds(words["from_strange_not"], text):
        return question
    levels = tuple(mention for mention in question.named("level") if mention.at > text.find(start))
    goals = [mention for mention in question.named("option") if mention.text]
    jobs, later = _jobs(question), {mention.value for mention in levels} & {*AFTER_SCHOOL}
    if goals and later and not any(is_higher(catalogue, goal.value) for goal in goals):
        return replace(question, topic=LATER, mentions=())
    if goals:
        mentions = (*goals, *levels, *question.named("outside"))
        return replace(question, topic=ENTRY, text="", told=question.whole, mentions=mentions)
    if jobs:
        return replace(question, topic=TO_JOB, mentions=jobs, context={**question.context, **_with_rule(question)})
    if question.named("dual"):
        return replace(question, topic=TO_DUAL, mentions=question.named("dual"))
    return _to_subject(question)


def _jobs(question: Question) -> tuple[Mention, ...]:
    """The jobs that are named, else the one spoken of when nothing else is: "maar ik zit in haartooi"."""
    kept = str(question.context.get("job") or "")
    others = any(map(question.named, ("option", "theme", "dual", "place")))
    return question.named("job") or ((of_choice("job", kept),) if kept and not others else ())


def _to_subject(question: Question) -> Question:
    """ "Ik zit in 5 bso haartooi en wil iets met computers": what there is about that."""
    themes = question.named("theme")
    if not themes:
        return question
    grade = tuple(Mention("level", m.value, m.text, basis="now") for m in question.named("level") if m.value in GRADES)
    rule = _with_rule(question)
    levels = (Mention("level", "graduaat"),) if rule else grade
    context = {**question.context, **rule}
    return replace(question, topic=SEARCH, mentions=(*themes, *levels), context=context, readings=())


def _with_rule(question: Question) -> dict[str, str]:
    """What the diploma opens, behind the answer, for who is in the last grade of arbeidsmarkt."""
    last = any(mention.value == GRADES[-1] for mention in question.named("level"))
    labour = any(mention.value == LABOUR for mention in question.named("finality"))
    return {BEHIND: f"{LATER}/from_ok3_studies"} if last and labour else {}


def _strange_start(question: Question) -> str:
    """The words for a study that is not in our list, where somebody says to come from it; "" when nobody does."""
    words, text = texts_of(ENTRY).words, fold(question.text)
    names = [fold(mention.text) for mention in question.named("outside") if mention.text]
    names += words["strange_names"]
    return next((name for name in names if finds_of(words["from_strange"], text, name=plain(name))), "")


def _since_another(question: Question, mention: Mention) -> str:
    """The message from the end of the name before it: "met A B studeren" says of A, not of B, where one comes from."""
    text = question.text.lower()
    at = text.find(mention.text.lower())
    ends = [
        text.find(other) + len(other)
        for other in {m.text.lower() for kind in ("option", "job") for m in question.named(kind) if m.text}
        if text.find(other) >= 0 and text.find(other) + len(other) <= at
    ]
    return text[max(ends, default=0) :]


def _first_of_one(question: Question, goals: list[Mention]) -> list[Mention]:
    """ "Burgerlijk ingenieur computerwetenschappen" is one goal: a name right behind another tells more of that."""
    text = question.text.lower()
    ends = {text.find(goal.text.lower()) + len(goal.text) + 1 for goal in goals}
    return [goal for goal in goals if text.find(goal.text.lower()) not in ends]


def _at_level(question: Question, catalogue: Catalogue, goals: list[Mention]) -> list[Mention]:
    """ "Naar elektromechanica in de hogeschool": of several readings the study on that level."""
    wanted = levels_named(question) & {*HIGHER}
    return [_reading(goal, wanted, catalogue) if wanted and goal.kind == "option" else goal for goal in goals]


def _reading(goal: Mention, levels: set[str], catalogue: Catalogue) -> Mention:
    names = (goal.value, *goal.candidates)
    found = next((name for name in names if levels_of(catalogue, name) and levels_of(catalogue, name) <= levels), "")
    return replace(goal, value=found, candidates=()) if found else goal


def _is_start(text: str, mention: Mention) -> bool:
    """ "Vanuit mechanica lasser worden": what one becomes is no start."""
    return comes_after(text, mention) and not goes_to(text, mention)


def _to(question: Question, catalogue: Catalogue, start: Mention, goals: list[Mention]) -> Question:
    if len({goal.text for goal in goals}) > 1:
        return question
    may_start = question.topic == ENTRY and holds(question.text, texts_of(ENTRY).words["asks_to_start"])
    said = goes_to(question.text, goals[0]) and not may_start  # that has its own answer, of the goal
    later = any(goal.kind == "job" or is_higher(catalogue, goal.value) for goal in goals)
    said = said or (later and not may_start and is_studied(question.text, goals[0]))
    if not said:
        return question
    if later:
        read = {(goal.kind, goal.text): goal for goal in goals}
        named = tuple(read.get((mention.kind, mention.text), mention) for mention in question.mentions)
        return replace(question, topic=WAY, mentions=_without_later_levels(replace(question, mentions=named)))
    kept = tuple(mention for mention in question.mentions if mention.kind not in ("option", "job") or mention in goals)
    return replace(question, topic=ENTRY, mentions=kept)


def _to_what_was_spoken_of(question: Question, catalogue: Catalogue) -> Question:
    """ "Ik zit in A, kan dat dan nog?" after a job, or a study after secondary school."""
    if question.context.get("job"):
        return replace(question, topic=WAY)
    kept = catalogue.option(str(question.context.get("option") or ""))
    if kept is None or kept.level not in HIGHER:
        return question
    return replace(question, topic=WAY, mentions=(*question.mentions, of_choice("option", kept.id)))


def _without_later_levels(question: Question) -> tuple[Mention, ...]:
    """ "Naar de unief" says where to, not in which year the way starts."""
    return tuple(m for m in question.mentions if m.kind != "level" or m.value not in AFTER_SCHOOL)
