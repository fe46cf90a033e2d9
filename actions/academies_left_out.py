"""What a message takes away from a list of academies: a subject, a place, or those for girls only."""

from __future__ import annotations

from actions.lists import Filters
from actions.patterns import finds
from actions.question import EXCLUDED, Question
from actions.reply import Reply
from actions.search import theme_label
from actions.texts import texts_of
from study_catalogue import Catalogue
from study_catalogue.records import Place
from study_catalogue.text import fold

KNOWN = ("theme", "place", "focus")
GIRLS = "focus:meisjes"


def left_out(question: Question, catalogue: Catalogue) -> Filters:
    """The filter with what the message takes away; of a place its municipality."""
    said = [value for mention in question.named(EXCLUDED) for value in mention.value.split("|")]
    values = [f"place:{place.municipality}" if (place := _place(catalogue, value)) else value for value in said]
    if finds(texts_of("academy_nearby").words["not_for_girls"], fold(question.text)):
        values.append(GIRLS)
    known = [value for value in values if value.partition(":")[0] in KNOWN]
    return {EXCLUDED: "|".join(dict.fromkeys(known))} if known else {}


def _place(catalogue: Catalogue, value: str) -> Place | None:
    kind, _, id = value.partition(":")
    return catalogue.place(id) if kind == "place" else None


def values_left_out(filters: Filters, kind: str) -> tuple[str, ...]:
    pairs = (value.partition(":") for value in filters.get(EXCLUDED, "").split("|"))
    return tuple(value for of, _, value in pairs if of == kind)


def say_left_out(reply: Reply, filters: Filters) -> None:
    """What was left out; and that the rest of it could not be."""
    themes = [theme_label(reply, theme) for theme in values_left_out(filters, "theme")]
    places = values_left_out(filters, "place")
    reply.say_if(themes, "without_theme", theme=reply.joined(themes, "and") if themes else "")
    reply.say_if(places, "without_place", place=reply.joined(places, "and") if places else "")
    reply.say_if(values_left_out(filters, "focus"), "without_girls")
    others = [m for m in reply.question.named(EXCLUDED) if m.value.partition(":")[0] not in KNOWN]
    reply.say_if(others, "cannot_exclude")
