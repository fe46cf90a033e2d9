"""What a message about academies is after: a subject that need not be, science as a whole, a word of a story."""

from __future__ import annotations

from dataclasses import replace

from actions.lists import words_of
from actions.patterns import SIGNS, begin_of, finds, whole
from actions.question import Mention, Question
from actions.texts import texts_of
from study_catalogue.text import fold

SCIENCE = "wetenschap"
NONE = "-"  # the value of a filter that is taken away


def as_wished_for(question: Question) -> Question:
    """The question about academies with the subject that is really wanted, and without the words of a story."""
    return without_story(_without_theme(_with_science(question)))


def _without_theme(question: Question) -> Question:
    """ "Techniek hoeft niet per se": no subject is wanted, when no other one is named beside it."""
    hit = whole(_words("any_theme")).search(fold(question.text))
    if hit is None:
        return question
    gone = {text for text in hit.groups() if text}
    if not all(gone & {*words_of(fold(mention.text))} for mention in question.named("theme")):
        return question
    return replace(question, mentions=(*question.without("theme"), Mention("theme", NONE)))


def _with_science(question: Question) -> Question:
    """ "Proefjes ... een wetenschapsclub": science as a whole is asked for, not the chemistry that is told of."""
    named = question.named("theme")
    if any(mention.value not in _words("of_science") for mention in named):
        return question
    if not finds(_words("science"), fold(question.text)):
        return question
    return replace(question, mentions=(*question.without("theme", "job"), Mention("theme", SCIENCE, SCIENCE)))


def without_story(question: Question) -> Question:
    """Without the unknown words of a sentence that looks for nothing: "hij deed iets ontploffen, is er een club"."""
    text = question.text
    strange = [mention for mention in question.named("unknown") if mention.at >= 0]
    gone = [mention for mention in strange if not finds(_words("looked_for"), _around(text, mention))]
    asked = any(finds(_words("looked_for"), fold(part)) for part in SIGNS.split(text))
    if not gone or not asked:
        return question
    return replace(question, mentions=tuple(mention for mention in question.mentions if mention not in gone))


def _around(text: str, mention: Mention) -> str:
    """The part of the message, between two signs, that it stands in."""
    start = begin_of(SIGNS, text, mention.at)
    end = SIGNS.search(text, mention.at)
    return fold(text[start : end.start() if end else None])


def _words(key: str) -> tuple[str, ...]:
    return texts_of("academy_nearby").words[key]
