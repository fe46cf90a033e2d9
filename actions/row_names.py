"""A word for a study that is nearer to a name than to what the understanding took it for."""

from __future__ import annotations

from dataclasses import replace

from actions.lists import rows_listed, words_of
from actions.names import levels_of
from actions.question import Mention, Question
from actions.rows import title_of
from study_catalogue import Catalogue
from study_catalogue.levels import HIGHER
from study_catalogue.text import fold

LOOSE = ("alias", "old_name", "typo")  # bases of a name that is not the study's own
LONG = 6  # letters of a word that gives a name away
PLURALS = ("en", "s")
VERY_LONG = 9  # letters of a word that can hardly be anything else
UNNAMED = ("option_where", "out_of_scope", "clarify", "option_info", "nonsense")  # where a name may have been missed
NAMING = ("option", "job", "theme", "outside")


def with_nearer_names(question: Question, catalogue: Catalogue) -> Question:
    """ "Biotechniek" is Biotechnieken: where that is a row of the list at hand, and else before a study of later."""
    if question.context.get("guide"):
        return question
    mentions = tuple(_nearer(mention, question, catalogue) for mention in question.mentions)
    mentions += _bachelor_in(question, catalogue)
    return replace(question, mentions=mentions) if mentions != question.mentions else question


def _nearer(mention: Mention, question: Question, catalogue: Catalogue) -> Mention:
    word = fold(mention.text)
    if mention.kind != "option" or mention.basis not in LOOSE or len(word) < LONG or len(words_of(word)) != 1:
        return mention
    value = _of_row(word, question, catalogue) or _of_school(word, mention, catalogue)
    return replace(mention, value=value, candidates=(), basis="name") if value else mention


def _of_row(word: str, question: Question, catalogue: Catalogue) -> str:
    """The only study of the list that is called so, "" when there is none."""
    rows = (value for kind, value in rows_listed(question).get("shown") or [] if kind == "option")
    found = {value for value in rows if _begins_so(word, title_of(catalogue, "option", value))}
    return found.pop() if len(found) == 1 else ""


def _begins_so(word: str, title: str) -> bool:
    first = words_of(fold(title))[:1]
    return first in ([word], *([word + plural] for plural in PLURALS))


def _of_school(word: str, mention: Mention, catalogue: Catalogue) -> str:
    """The study at school of which the word is the singular, for one that was taken for a study of later."""
    levels = levels_of(catalogue, mention.value)
    names = (word.capitalize() + plural for plural in PLURALS)
    own = (name for name in names if any(not option.ended for option in catalogue.options_named(name)))
    return next(own, "") if levels and levels <= {*HIGHER} else ""


def _bachelor_in(question: Question, catalogue: Catalogue) -> tuple[Mention, ...]:
    """ "Waar kan je interieurvormgeving volgen": a bachelor by the last word of its name, when nothing was named."""
    words = {word for word in words_of(fold(question.text)) if len(word) >= VERY_LONG}
    if question.topic not in UNNAMED or not words or any(map(question.named, NAMING)):
        return ()
    names = {fold(name.text): name.target for name in catalogue.names() if name.kind == "option"}
    found = {names[name]: word for word in words for name in (f"bachelor {word}",) if name in names}
    return tuple(Mention("option", value, word, basis="alias") for value, word in found.items() if len(found) == 1)
