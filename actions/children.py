"""Which of their children a parent speaks of: what was said of one is not said of the other.

Slot `children` holds the child the talk is about (`now`) and what was said of each one that was spoken of; nothing
is concluded beyond the words "zoon", "dochter", "hij", "ze" and the like of this conversation.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from actions.lists import holds, padded
from actions.question import Question
from actions.texts import COMMON, texts_of

SLOT = "children"
OWN = ("option", "job", "theme", "level", "finality", "practice", "age", "listing")  # slots that are about one child
NOUNS = ("son", "daughter", "oldest", "youngest")
PRONOUNS = {"son": "he", "daughter": "she"}  # to the list of words for somebody named before
ACADEMIES = "academies"
Slots = dict[str, Any]


def of_child(question: Question) -> tuple[Question, Slots]:
    """The question with what was said of the child it is about, and the slots that this changes."""
    if question.audience != "parent":
        return question, {}
    before = question.context.get(SLOT) or {}
    child = _child(question, before)
    if not child or child == before.get("now"):
        return question, _met(question, before)
    return _turned_to(question, before, child)


def _met(question: Question, before: Mapping[str, Any]) -> Slots:
    """The children that are named together are known from now on."""
    new: Slots = {child: {} for child in _named(question) if child not in before.get("of", {})}
    return {SLOT: {**before, "of": {**before.get("of", {}), **new}}} if new else {}


def _turned_to(question: Question, before: Mapping[str, Any], child: str) -> tuple[Question, Slots]:
    now, kept = str(before.get("now") or ""), dict(before.get("of", {}))
    if not now or texts_of(str(question.context.get("subject") or COMMON)).area == ACADEMIES:
        return question, {SLOT: {"now": child, "of": {**kept, child: kept.get(child, {})}}}
    kept[now] = {name: question.context[name] for name in OWN if question.context.get(name)}
    own = kept.get(child, {})
    context = {name: value for name, value in question.context.items() if name not in OWN}
    slots = {**{name: own.get(name) for name in OWN}, SLOT: {"now": child, "of": {**kept, child: {}}}}
    return replace(question, context={**context, **own}), slots


def _child(question: Question, before: Mapping[str, Any]) -> str:
    """The one child that is named, else the one that "hij" or "ze" can only be; "" when it is not clear."""
    named = _named(question)
    if named:
        return named[0] if len(named) == 1 else ""
    meant = [child for child, key in PRONOUNS.items() if child in before.get("of", {}) and _says(question, key)]
    return meant[0] if len(meant) == 1 else ""


def _named(question: Question) -> list[str]:
    return [child for child in NOUNS if _says(question, child)]


def _says(question: Question, key: str) -> bool:
    """A word or a few of this common list, not behind "niet"."""
    said = padded(question.whole)
    for phrase in texts_of(COMMON).words["not_this_child"]:
        said = said.replace(f" {phrase} ", " niet_")
    return holds(said, texts_of(COMMON).words[f"child_{key}"])
