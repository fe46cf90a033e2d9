"""Filters and names that a message takes away: "geen doorstroom", "niet te veel theorie", "niet Genk maar Hasselt"."""

from __future__ import annotations

from dataclasses import replace

from bot.nlu.entity import Entity
from bot.nlu.lexicon import cues
from bot.nlu.text import pieces

FILTERS = frozenset({"theme", "finality", "dual", "focus", "level"})
NAMES = frozenset({"option", "job", "place"})
OPPOSITE = {"praktisch": "theoretisch", "theoretisch": "praktisch"}
MOST_BETWEEN = 3


def without_negated(text: str, entities: list[Entity]) -> list[Entity]:
    """The entities, with what is taken away as kind `excluded`; a taken-away practice becomes its opposite."""
    words = pieces(text)
    taken = [entity for entity in entities if _is_negated([w.text for w in words if w.end <= entity.start])]
    kept = [entity for entity in entities if entity not in taken]
    return sorted([*kept, *(_turned(entity, kept) for entity in taken)], key=lambda entity: entity.start)


def _is_negated(before: list[str]) -> bool:
    """A negation stands before it, with nothing between but small words; "niet alleen" takes nothing away."""
    for word in before[: -MOST_BETWEEN - 2 : -1]:
        if word in cues("negations"):
            return True
        if word not in cues("inside_a_negation"):
            return False
    return False


def _turned(entity: Entity, kept: list[Entity]) -> Entity:
    if entity.kind == "practice":
        return replace(entity, value=OPPOSITE.get(entity.value, entity.value))
    another = any(other.kind == entity.kind for other in kept)
    if entity.kind in FILTERS or (entity.kind in NAMES and another):
        return replace(entity, kind="excluded", value=entity.kind, candidates=())
    return entity
