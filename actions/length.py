"""How long one study takes: asked of the one that is named, or of the one that was just told of."""

from __future__ import annotations

from dataclasses import replace

from actions.answer import Answer
from actions.follow_ups import table
from actions.lists import holds, words_of
from actions.names import needs_option, options_of
from actions.options import about, following, full_name
from actions.question import Question
from actions.registry import LAYER
from actions.texts import texts_of
from study_catalogue import Catalogue
from study_catalogue.levels import HIGHER
from study_catalogue.records import Option

TOPIC = "option_info"
LENGTH = "length"  # the layer of it, and how the keys of its texts begin


def as_length(question: Question, catalogue: Catalogue) -> Question:
    """The question as one for the length of a study; the question itself when it asks no such thing."""
    read = texts_of(TOPIC).words
    taken = question.topic in table().loose | {*read["length_taken_for"]}
    asks = holds(question.text, read["length_asked"]) and not holds(question.text, read["length_not_asked"])
    short = len(words_of(question.text)) <= table().longest
    if not (taken and asks and short and _is_of_study(question, catalogue)):
        return question
    if any(mention.candidates for mention in question.named("option")):  # "ingenieur": the way to one of them
        return replace(question, topic="path_map")
    return replace(question, topic=TOPIC, context={**question.context, LAYER: LENGTH})


def _is_of_study(question: Question, catalogue: Catalogue) -> bool:
    """One study is named and no job, or none is and one was just told of, or a list of them shown."""
    if any(map(question.named, ("job", "dual", "place", "unknown", "outside"))):
        return False
    named = {mention.value for mention in question.named("option")}
    just_told = question.context.get("subject") in texts_of(TOPIC).words["length_after"]
    in_hand = bool(question.context.get("option")) and not question.context.get("job")
    return _has_years(named, catalogue) if named else (just_told and in_hand) or _is_of_a_list(question)


def _is_of_a_list(question: Question) -> bool:
    """Of which row is asked back."""
    after = texts_of(TOPIC).words["length_after_list"]
    shown = any(kind == "option" for kind, _ in question.listing.get("shown") or [])
    return question.context.get("subject") in after and shown and not question.context.get("job")


def _has_years(named: set[str], catalogue: Catalogue) -> bool:
    """One study, whose length is held: those for adults have texts of their own."""
    options = [option for name in named for option in options_of(catalogue, name)]
    return len(named) == 1 and any(catalogue.years_of(option) for option in options)


def length(question: Question, catalogue: Catalogue) -> Answer | None:
    """The answer to a question that `as_length` made; None for any other."""
    asked = question.topic == TOPIC and question.context.get(LAYER) == LENGTH
    return needs_option(_length_of)(question, catalogue) if asked else None


def _length_of(question: Question, catalogue: Catalogue, option: Option) -> Answer:
    """The years of the study itself, from its start, and what may come on top of them."""
    reply = about(question, catalogue, option)
    years = catalogue.years_of(option)
    if years is None:
        return reply.say("length_unknown", name=full_name(reply, option)).offer("next", option=option.id).answer()
    low, high = (f"{value:g}".replace(".", ",") for value in years)
    span = low if low == high else reply.wording("length_span", low=low, high=high)
    reply.say("length", name=full_name(reply, option), years=span)
    reply.say_if(option.level in HIGHER, "length_from")
    then = [found for found in following(catalogue, option) if found.level == "master"]
    reply.say_if(option.level == "acad_bachelor" and then, "length_master")
    reply.say_if(option.level == "prof_bachelor", "length_after_graduate")
    reply.rely_on(*texts_of("path_map").words.get(f"facts_{option.level}", ()))
    return reply.offer("next", option=option.id).offer("jobs", option=option.id).answer()
