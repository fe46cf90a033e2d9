"""What a short message without a subject of its own means, by what the talk was about: `data/follow_ups.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from actions.ages import names_grown_up
from actions.answer import Answer
from actions.lists import words_of
from actions.picks import is_pick
from actions.question import Question
from actions.registry import LAYER
from actions.texts import Strict, texts_of

ANY = "*"
STAYS = "stays"  # in the context of a question: the talk stays about what it was
AGED = frozenset({"age"})
NAMES = ("option", "job", "unknown", "outside")  # a message that names one has a subject of its own


class Rule(Strict):
    """When a message is a follow-up of this kind, and what it asks then; the file says what each part means."""

    name: str
    words: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    also: frozenset[str] = frozenset()
    not_kinds: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    taken_for: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    longest: int = 0
    with_names: bool = False
    stays: bool = False
    after: dict[str, str]


class Table(Strict):
    longest: int
    loose: frozenset[str]
    rules: tuple[Rule, ...]


@lru_cache(maxsize=1)
def table() -> Table:
    return Table.of("follow_ups.yml")


def in_context(question: Question) -> Question:
    """The question with the topic that the talk gives it, when it is a follow-up."""
    subject = str(question.context.get("subject") or "")
    said = words_of(question.text)
    own_subject = _names_one(question) or is_pick(question)
    if not subject or not said:
        return question
    rules = (rule for rule in table().rules if len(said) <= (rule.longest or table().longest))
    rules = (rule for rule in rules if rule.with_names or not own_subject)
    asked = ((_asked(rule, question, frozenset(said), subject), rule.stays) for rule in rules)
    meant, stays = next((pair for pair in asked if pair[0]), ("", False))
    return _as(question, *meant.partition("/")[::2], stays) if meant else question


def _names_one(question: Question) -> bool:
    """Whether a study or a job is named; a word that is a subject too ("ICT") may mean just that."""
    subjects = {mention.text for mention in question.named("theme") if mention.text}
    return any(mention.text not in subjects for kind in NAMES for mention in question.named(kind))


def _as(question: Question, topic: str, layer: str, stays: bool) -> Question:
    context = {**question.context, "follow_up": True, LAYER: layer, STAYS: stays}
    return replace(question, topic=topic, context=context)


def _asked(rule: Rule, question: Question, said: frozenset[str], subject: str) -> str:
    """The topic, "" when the rule does not hold."""
    fits = bool(said & rule.words) or any(map(question.named, rule.kinds))
    fits = fits and not any(map(question.named, rule.not_kinds)) and (not rule.roles or question.role in rule.roles)
    fits = fits and not (rule.kinds & AGED and names_grown_up(question))
    fits = fits and not said & rule.without and (not rule.also or bool(said & rule.also))
    taken = question.topic in table().loose | rule.taken_for
    return _after(rule.after, subject) if fits and taken else ""


def _after(after: Mapping[str, str], subject: str) -> str:
    """By the topic, else by its area, else what holds after any."""
    return after.get(subject) or after.get(texts_of(subject).area) or after.get(ANY, "")


def subject_of(question: Question, answer: Answer) -> dict[str, str]:
    """What to keep in slot `subject` after this answer: the last topic that was about something."""
    if question.context.get(STAYS):
        return {}
    certain = answer.kind in ("answer", "ask") or bool(answer.remember.get("asked"))
    about = certain and texts_of(answer.topic).area != "conversation"
    return {"subject": answer.topic} if about else {}
