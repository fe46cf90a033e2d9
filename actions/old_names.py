"""What an old name is called today; beside the name of today it is one option, nothing to lay side by side (topic
option_compare)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import permutations

from actions.answer import Answer, Choice
from actions.follow_ups import table
from actions.names import levels_named, options_of, pick_level
from actions.options import full_name
from actions.patterns import finds
from actions.question import Mention, Question
from actions.reply import Reply
from actions.texts import texts_of
from study_catalogue import Catalogue
from study_catalogue.levels import HIGHER
from study_catalogue.records import Option
from study_catalogue.text import fold

OLD, COMPARE = "old_name", "option_compare"
KINDS = r"\b(tso|bso|aso|kso|a[123])\b"  # of school, as they were called; said beside a name
Compare = Callable[[Question, Catalogue], Answer]


def name_of_today(question: Question, catalogue: Catalogue) -> Answer | None:
    """ "Hoe heet X nu?", "vroeger X TSO, wat is dat nu?": what is called so today; None when that is not asked."""
    words, text = texts_of(COMPARE).words, fold(question.whole)
    taken = question.topic in table().loose | {*words["today_taken_for"]}
    if not taken or not finds(words["today"], text) or finds(words["today_not"], text):
        return None
    named = [mention for mention in question.named("option") if fold(mention.text) != fold(mention.value)]
    said = {_plain(mention.text) for mention in named if mention.text}
    found = _called(question, catalogue, said.pop()) if len(said) == 1 else []
    return _today(question, catalogue, *found) if found else None


def _called(question: Question, catalogue: Catalogue, old: str) -> list[tuple[str, Option]]:
    """The old name as the catalogue spells it with each option that it became; of "tso" none after school."""
    names = [name for name in catalogue.names() if name.basis == OLD and _plain(name.text) == old]
    pairs = {option.id: (name.text, option) for name in names for option in catalogue.options_named(name.target)}
    levels = levels_named(question)
    found = [pair for pair in pairs.values() if not pair[1].ended]
    school = [pair for pair in found if pair[1].level not in HIGHER]
    found = school if re.search(KINDS, fold(question.whole)) else found
    return [pair for pair in found if pair[1].level in levels] or found


def _plain(name: str) -> str:
    return fold(re.sub(KINDS, "", fold(name))).strip()


def _today(question: Question, catalogue: Catalogue, *found: tuple[str, Option]) -> Answer:
    options = [option for _, option in found]
    reply = Reply(question, catalogue, COMPARE).cite(*(option.source for option in options))
    titles = [full_name(reply, option) for option in options]
    reply.say("renamed" if len(found) == 1 else "became", old=found[0][0], name=titles[0], names=", ".join(titles))
    reply.say("changed").remember(option=options[0].id)
    for option, title in zip(options, titles, strict=True):
        reply.offer_choice(Choice(title, "option_info", (("option", option.id),)))
    return reply.offer("person").answer()


def by_two_names(question: Question, catalogue: Catalogue, compare: Compare) -> Answer | None:
    """That two of the names are one option; None when they are not.

    An old name may stand for an option on another level too: that one is compared, when its level was said.
    """
    twins = _twins(question)
    if twins is None:
        return None
    old, new = twins
    others = tuple(mention for mention in question.mentions if mention is not old)
    own = _on_its_level(question, catalogue, old, new)
    if own:
        return compare(
            replace(question, mentions=(Mention("option", own.id, old.text, basis="choice"), *others)), catalogue
        )
    left = replace(question, mentions=others)
    if len({mention.value for mention in left.named("option")}) < 2:
        return _one_option(question, catalogue, old, new)
    answer = compare(left, catalogue)
    return replace(answer, text=f"{_renamed(question, catalogue, old, new).answer().text} {answer.text}")


def _twins(question: Question) -> tuple[Mention, Mention] | None:
    """The old name and the name of today, where one of its readings is that."""
    pairs = permutations(question.named("option"), 2)
    return next((pair for pair in pairs if _is_old_name_of(*pair)), None)


def _is_old_name_of(old: Mention, new: Mention) -> bool:
    differ = fold(old.text) != fold(new.text) and old.basis == OLD != new.basis
    return differ and new.value in (old.value, *old.candidates)


def _beside(catalogue: Catalogue, old: Mention, new: Mention) -> list[Option]:
    """What else the old name became."""
    values = [value for value in (old.value, *old.candidates) if value != new.value]
    return [option for value in values for option in options_of(catalogue, value) if not option.ended]


def _on_its_level(question: Question, catalogue: Catalogue, old: Mention, new: Mention) -> Option | None:
    levels = levels_named(question)
    return next((option for option in _beside(catalogue, old, new) if option.level in levels), None)


def _one_option(question: Question, catalogue: Catalogue, old: Mention, new: Mention) -> Answer:
    others = _beside(catalogue, old, new)
    reply = _renamed(question, catalogue, old, new).cite(*(other.source for other in others))
    option = pick_level(options_of(catalogue, new.value), question, catalogue)
    titles = [full_name(reply, other) for other in others]
    reply.say("also_old" if others else "nothing_to_compare", names=reply.joined(titles or [""], "and"))
    reply.offer("info", option=option.id).remember(option=option.id)
    for other, title in zip(others, titles, strict=True):
        reply.offer_choice(Choice(title, "option_info", (("option", other.id),)))
    return reply.offer("person").answer()


def _renamed(question: Question, catalogue: Catalogue, old: Mention, new: Mention) -> Reply:
    found = options_of(catalogue, new.value)
    reply = Reply(question, catalogue).cite(*(option.source for option in found))
    name = full_name(reply, found[0]) if len(found) == 1 else found[0].name
    return reply.say("renamed", old=_as_written(catalogue, old), name=name)


def _as_written(catalogue: Catalogue, old: Mention) -> str:
    """The old name as the catalogue spells it."""
    names = (name.text for name in catalogue.names() if name.basis == OLD and fold(name.text) == fold(old.text))
    return next(names, old.text)
