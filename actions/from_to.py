"""From one study to another: which of two that are named is where somebody is, and which is the goal."""

from __future__ import annotations

from dataclasses import replace

from actions.entry import comes_after, goes_to
from actions.follow_ups import table
from actions.lists import holds
from actions.names import options_of
from actions.question import Mention, Question, of_choice
from actions.texts import texts_of
from study_catalogue import Catalogue
from study_catalogue.levels import HIGHER

ENTRY, WAY = "option_entry", "path_map"


def as_from_to(question: Question, catalogue: Catalogue) -> Question:
    """ "Van A naar B": to a study or job later the way from A; to one at school whether one may start in B."""
    words = texts_of(ENTRY).words
    if question.topic not in table().loose | {*words["from_to_taken_for"]} or not question.text:
        return question
    named = [mention for mention in question.named("option") if mention.text and mention.basis != "choice"]
    starts = [mention for mention in named if _is_start(question.text, mention)]
    texts = {mention.text for mention in starts}
    goals = [mention for mention in (*named, *question.named("job")) if mention.text and mention.text not in texts]
    if len(texts) != 1 or _is_higher(starts[0], catalogue):
        return question
    if goals:
        return _to(question, catalogue, starts[0], goals)
    return _to_what_was_spoken_of(question, catalogue) if holds(question.text, words["from_to_that"]) else question


def _is_start(text: str, mention: Mention) -> bool:
    """ "Vanuit mechanica lasser worden": what one becomes is no start."""
    return comes_after(text, mention) and not goes_to(text, mention)


def _to(question: Question, catalogue: Catalogue, start: Mention, goals: list[Mention]) -> Question:
    if len({goal.text for goal in goals}) > 1:
        return question
    may_start = question.topic == ENTRY and holds(question.text, texts_of(ENTRY).words["asks_to_start"])
    said = goes_to(question.text, goals[0]) and not may_start  # that has its own answer, of the goal
    later = any(goal.kind == "job" or _is_higher(goal, catalogue) for goal in goals)
    if not said:
        return question
    if later:
        return replace(question, topic=WAY, mentions=_without_later_levels(question))
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
    later = {*HIGHER, "bachelor"}
    return tuple(m for m in question.mentions if m.kind != "level" or m.value not in later)


def _is_higher(mention: Mention, catalogue: Catalogue) -> bool:
    found = options_of(catalogue, mention.value)
    return bool(found) and all(option.level in HIGHER for option in found)
