"""Filters and names that a message takes away: "geen doorstroom", "weinig wiskunde", "niet Genk maar Hasselt"."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import replace

from bot.nlu.entity import Entity
from bot.nlu.lexicon import any_of, cues
from bot.nlu.text import pieces

FILTERS = frozenset({"theme", "finality", "dual", "focus", "level"})
NAMES = frozenset({"option", "job", "place"})
OPPOSITE = {"praktisch": "theoretisch", "theoretisch": "praktisch"}
EXCLUDED = "excluded"
MOST_BETWEEN = 3
_CLAUSE_END = re.compile(r"[,.;!?]")
_DISLIKED = re.compile(
    rf"(?:[ ,]+{any_of('before_a_dislike')})*[ ,]+(?:{any_of('dislikes')}"
    rf"|{any_of('denials')}(?:[ ]+{any_of('inside_a_negation')})*(?:[ ]+{any_of('likes')}|\s*(?:$|[.,;!?])))(?!\w)"
)


def without_negated(text: str, entities: list[Entity]) -> list[Entity]:
    """The entities, with what is taken away as kind `excluded`; a taken-away practice becomes its opposite.

    The value of an excluded one is its kind and its value, "theme:wiskunde".
    """
    before = {entity: _negation(_clause_before(text, entity)) for entity in entities}
    disliked = {e.span for e in entities if e.kind == "theme" and _DISLIKED.match(text.lower(), e.end)}
    disliked |= {e.span for e in entities if e.kind == "theme" and before[e]}
    taken = [entity for entity in entities if before[entity] or entity.span in disliked]
    kept = [entity for entity in entities if entity not in taken]
    turned = (_turned(entity, kept, before[entity]) for entity in taken if _counts(entity, disliked))
    return sorted([*kept, *turned], key=lambda entity: entity.start)


def _counts(entity: Entity, disliked: Set[tuple[int, int]]) -> bool:
    """A subject that is taken away is no study or job of that name either."""
    return entity.kind not in ("option", "job") or entity.span not in disliked


def _clause_before(text: str, entity: Entity) -> list[str]:
    return [word.text for word in pieces(_CLAUSE_END.split(text[: entity.start])[-1])]


def _negation(before: list[str]) -> str:
    """The negation that stands before it, with nothing between but small words; "niet alleen" takes nothing away."""
    for word in before[: -MOST_BETWEEN - 2 : -1]:
        if word in cues("negations"):
            return word
        if word not in cues("inside_a_negation"):
            return ""
    return ""


def _turned(entity: Entity, kept: list[Entity], negation: str) -> Entity:
    if entity.kind == "practice":
        return replace(entity, value=OPPOSITE.get(entity.value, entity.value))
    another = any(other.kind == entity.kind for other in kept) or negation in cues("except")
    little = negation in cues("little") and entity.kind != "theme"
    if not little and (entity.kind in FILTERS or (entity.kind in NAMES and another)):
        return replace(entity, kind=EXCLUDED, value=f"{entity.kind}:{entity.value}", candidates=_of(entity))
    return entity


def _of(entity: Entity) -> tuple[str, ...]:
    return tuple(f"{entity.kind}:{other}" for other in entity.candidates)
