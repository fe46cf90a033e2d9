"""What a topic function is asked: the topic, what was named in the message, and what the conversation already has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Audience = Literal["pupil", "parent", "staff"]
NAMES = ("option", "job")
EXCLUDED = "excluded"  # kind of mention, and filter, of what is taken away: "theme:wiskunde"
BETWEEN = "|"
WHERE_NOW = ("now", "last")  # bases of a level that tells where somebody is: "ik zit in het 4de" is in its last year
Role = Literal["pupil", "parent", "clb", "company", ""]


def audience_of(role: str) -> Audience:
    """Adults are addressed as "u"; companies and who works with pupils have no child of their own in this."""
    return "parent" if role == "parent" else "staff" if role in ("company", "clb") else "pupil"


@dataclass(frozen=True)
class Mention:
    """Something named in this message, as bot/nlu recognised it (or as a tapped choice carried it).

    kind: option, job, place, theme, level, finality, practice, dual, age, focus, postal_code, unknown
    value: option: canonical name, or an option id when a choice carried it; job: canonical name;
        place: place id "3600 Genk"; theme: theme id; age: "9"; postal_code: a code that is not in the gazetteer;
        unknown: words that look like a name we don't know
    candidates: further canonical values that fit the same words, best first, `value` not included
        excluded: what the message takes away, kind and value: "theme:wiskunde"
    at: where it begins in the message; -1 when it is in none
    basis: name, old_name, alias, typo, choice; of a level also after ("na het 2de"), now and last (where somebody is)
    """

    kind: str
    value: str
    text: str = ""
    candidates: tuple[str, ...] = ()
    basis: str = "name"
    at: int = field(default=-1, compare=False)


def of_choice(kind: str, value: str) -> Mention:
    """What a choice carries; several readings of one name stand with a bar between them."""
    first, *others = value.split(BETWEEN) if kind in NAMES else [value]
    return Mention(kind, first, candidates=tuple(others), basis="choice")


@dataclass(frozen=True)
class Question:
    """One message, understood. `context` holds the slots that `actions.conversation.SLOTS` lists."""

    topic: str
    text: str = ""
    mentions: tuple[Mention, ...] = ()
    context: Mapping[str, Any] = field(default_factory=dict)
    audience: Audience = "pupil"
    first_turn: bool = False
    readings: tuple[tuple[str, float], ...] = ()  # likely topics, best first, when the model was in doubt
    role: Role = ""  # who the user said to be; `audience` is how they are addressed
    halves: tuple[tuple[str, float], ...] = ()  # of two questions in one message the topic of each with its share
    introduced: bool = False  # whether `role` was said in this very message
    sure: bool = False  # whether the models hardly doubted the topic
    told: str = ""  # the whole message, with what the user tells of themselves; `text` is what is asked

    @property
    def whole(self) -> str:
        """All of the message."""
        return self.told or self.text

    def named(self, kind: str) -> tuple[Mention, ...]:
        return tuple(mention for mention in self.mentions if mention.kind == kind)

    def without(self, *kinds: str) -> tuple[Mention, ...]:
        """What is named, but for these kinds."""
        return tuple(mention for mention in self.mentions if mention.kind not in kinds)

    @property
    def listing(self) -> dict[str, Any]:
        """The list that was shown last, or offered; empty when there is none."""
        found: dict[str, Any] = self.context.get("listing") or {}
        return found

    @property
    def ages(self) -> list[int]:
        """Years, of all that the message names."""
        return [int(mention.value) for mention in self.named("age") if mention.value.isdigit()]

    def value(self, kind: str) -> str | None:
        """The value named in this message, else the one the conversation has, else None."""
        mentions = self.named(kind)
        if mentions:
            return mentions[0].value
        kept = self.context.get(kind)
        return None if kept is None else str(kept)
