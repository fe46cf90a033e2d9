"""A test before a study (capabilities.md, topic tests_exams): of the one that is named what a source says of it."""

from __future__ import annotations

from actions.answer import Answer
from actions.lists import holds
from actions.names import as_noun, levels_of
from actions.question import Question
from actions.registry import LAYER, say_text, topic
from actions.reply import Reply
from actions.rows import title_of
from actions.texts import texts_of
from study_catalogue import Catalogue
from study_catalogue.levels import HIGHER

TOPIC, COMPARED = "tests_exams", "option_compare"
KINDS = ("decides", "unsure", "held")  # texts, and lists of studies and of words for them
STRANGE = "unlisted"  # the text for a study that no source speaks of


@topic(TOPIC)
def tests_exams(question: Question, catalogue: Catalogue) -> Answer:
    """Whether there was a test for the study that is named; in general when none is."""
    compared = _of_compared(question, catalogue)
    if compared:
        return compared
    name = _named(question, catalogue)
    kind = next((kind for kind in KINDS if _is(question, kind)), STRANGE if name else "")
    if not kind or question.context.get(LAYER):
        return say_text(question, catalogue)
    reply = Reply(question, catalogue).say_only(kind, name=name or _said(question, kind))
    return reply.offer_all().answer()


def _of_compared(question: Question, catalogue: Catalogue) -> Answer | None:
    """ "Bij welke van de twee?" after a comparison: of each what a source says; None where a test decides."""
    listing = question.listing
    words = texts_of(TOPIC).words
    asked = listing.get("topic") == COMPARED and holds(question.text, words["of_compared"])
    if not asked or question.named("option"):
        return None
    names = [title_of(catalogue, kind, value) for kind, value in listing["shown"]]
    held = [name for name in names if name.lower() in words["studies_held"]]
    rest = [name for name in names if name not in held]
    strict = any(name.lower() in (*words["studies_decides"], *words["studies_unsure"]) for name in rest)
    if not held or strict:
        return None
    reply = Reply(question, catalogue)
    reply.say_only("held", name=reply.joined(held, "and"))
    return reply.say_if(rest, "rest_unsure", name=reply.joined(rest or [""], "and")).offer_all().answer()


def _is(question: Question, kind: str) -> bool:
    words = texts_of(TOPIC).words
    named = {value.lower() for m in question.named("option") for value in (m.value, *m.candidates)}
    return not named.isdisjoint(words[f"studies_{kind}"]) or holds(question.text, words[f"words_{kind}"])


def _named(question: Question, catalogue: Catalogue) -> str:
    """The user's own word for a study after secondary school, else its name; "" when none is named."""
    higher = (m for m in question.named("option") if levels_of(catalogue, m.value) & {*HIGHER})
    return next((as_noun(mention.text) or mention.value for mention in higher), "")


def _said(question: Question, kind: str) -> str:
    """The word of the list that the message holds: what stands behind "voor", or before "studeren"."""
    words = texts_of(TOPIC).words
    said = next((word for word in words[f"words_{kind}"] if holds(question.text, [word])), "")
    return " ".join(word for word in said.split() if word not in words["around"])
