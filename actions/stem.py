"""What STEM is, and whether one study is STEM (capabilities.md, topic stem_what)."""

from __future__ import annotations

from dataclasses import replace

from actions.answer import Answer
from actions.names import needs_option, options_of
from actions.options import about, full_name
from actions.patterns import finds
from actions.question import Question
from actions.registry import say_text, topic
from actions.texts import texts_of
from study_catalogue import Catalogue
from study_catalogue.records import Option
from study_catalogue.text import fold

NOT, VARIANT = "NIET-STEM", "variant"


@topic("stem_what")
def stem_what(question: Question, catalogue: Catalogue) -> Answer:
    """The meaning of the word; of a study that is named, whether it is STEM."""
    asks = finds(texts_of("stem_what").words["is_it"], fold(question.text))
    known = any(options_of(catalogue, mention.value) for mention in question.named("option"))
    return _of_option(question, catalogue) if asks and known else say_text(question, catalogue)


@topic("stem_events")
def stem_events(question: Question, catalogue: Catalogue) -> Answer:
    """A place that is named is where something to do is looked for next."""
    answer = say_text(question, catalogue)
    place = next((mention.value for mention in question.named("place")), None)
    return replace(answer, remember={**answer.remember, "place": place}) if place else answer


@needs_option
def _of_option(question: Question, catalogue: Catalogue, option: Option) -> Answer:
    reply = about(question, catalogue, option)
    reply.say_only(f"is_{_label(option)}", name=full_name(reply, option), kind=option.stem_kind.removeprefix("kern "))
    reply.say_if(_is_counted(option), "is_counted").cite(option.source)
    return reply.offer("info", option=option.id).offer("meaning").answer()


def _label(option: Option) -> str:
    """By the label of the government, which there is at school; else by what the catalogue counts as STEM."""
    official = option.stem_official
    if VARIANT in official:
        return "variant"
    if official:
        return "no_official" if official == NOT else "official"
    return ("own" if option.stem_kind else "own_plain") if option.is_stem else "no_own"


def _is_counted(option: Option) -> bool:
    """Not officially STEM, and yet in our list."""
    return option.stem_official == NOT and option.is_stem
