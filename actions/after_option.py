"""What comes after a study that is named: a seventh year, or higher education after it in dual form."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from actions.follow_ups import table as follow_ups
from actions.names import levels_of, options_of
from actions.patterns import finds, finds_of, plain
from actions.question import Mention, Question
from actions.texts import Strict
from study_catalogue import Catalogue
from study_catalogue.levels import SECONDARY
from study_catalogue.text import fold

NEXT, SEARCH = "option_next", "option_search"
SEVENTH, LAST = "so-7", "so-3"


class Table(Strict):
    """`data/after_option.yml`, which says what each part means."""

    seventh: tuple[str, ...]
    after: tuple[str, ...]
    seventh_not: tuple[str, ...]
    seventh_taken_for: frozenset[str]
    higher: tuple[str, ...]
    higher_taken_for: frozenset[str]


@lru_cache(maxsize=1)
def table() -> Table:
    return Table.of("after_option.yml")


def as_after_option(question: Question, catalogue: Catalogue) -> Question:
    """The question about the study that is named; the question itself for any other."""
    if not question.text or question.named("job") or question.named("place"):
        return question
    return _higher_after_dual(question, catalogue) or _seventh_after(question, catalogue) or question


def _higher_after_dual(question: Question, catalogue: Catalogue) -> Question | None:
    """ "Ik doe ruwbouw duaal, mag ik naar de hogeschool?": the rule is that of the study, not that of dual learning."""
    taken = question.topic in follow_ups().loose | table().higher_taken_for
    studies = _at_school(question, catalogue)
    one = {mention.text for mention in question.named("option")} == {mention.text for mention in studies}
    dual = question.named("dual") or finds(("duaa?le?",), fold(question.text))
    if not (taken and dual and studies and one and finds(table().higher, fold(question.text))):
        return None
    kept = question.without("option", "dual", "level") + studies[:1]
    return replace(question, topic=NEXT, mentions=kept)


def _seventh_after(question: Question, catalogue: Catalogue) -> Question | None:
    """ "Welk 7de jaar na X?": the seventh years after X; of a word for several studies those of its subject."""
    text, rules = fold(question.text), table()
    taken = question.topic in follow_ups().loose | rules.seventh_taken_for
    if not taken or not finds(rules.seventh, text) or finds(rules.seventh_not, text):
        return None
    after = [mention for mention in _at_school(question, catalogue) if _is_after(text, mention)]
    if len({mention.text for mention in after}) == 1 and _leads_on(after[0], catalogue):
        return _only(question, NEXT, replace(after[0], candidates=()))
    themes = [mention for mention in question.named("theme") if _is_after(text, mention)]
    return _only(question, SEARCH, themes[0]) if themes else None


def _only(question: Question, topic: str, about: Mention) -> Question:
    others = question.without("option", "theme", "level", "unknown")
    return replace(question, topic=topic, mentions=(*others, about, Mention("level", SEVENTH)))


def _is_after(text: str, mention: Mention) -> bool:
    patterns = (rf"(?:{words})(?: \w+)? {{name}}" for words in table().after)
    return bool(mention.text) and finds_of(patterns, text, name=plain(mention.text))


def _at_school(question: Question, catalogue: Catalogue) -> tuple[Mention, ...]:
    named = (mention for mention in question.named("option") if mention.text and mention.basis != "choice")
    return tuple(mention for mention in named if levels_of(catalogue, mention.value) & {*SECONDARY})


def _leads_on(mention: Mention, catalogue: Catalogue) -> bool:
    """Whether it is one study of the last grade, with seventh years after it."""
    names = (mention.value, *mention.candidates)
    last = [option for name in names for option in options_of(catalogue, name) if option.level == LAST]
    return len(last) == 1 and any(found.level == SEVENTH for found in catalogue.next_of(last[0].id))
