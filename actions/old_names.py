"""An old name beside the name of today: one option, so nothing to lay side by side (topic option_compare)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import permutations

from actions.answer import Answer, Choice
from actions.names import levels_named, options_of, pick_level
from actions.options import full_name
from actions.question import Mention, Question
from actions.reply import Reply
from study_catalogue import Catalogue
from study_catalogue.records import Option
from study_catalogue.text import fold

OLD = "old_name"
Compare = Callable[[Question, Catalogue], Answer]


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
