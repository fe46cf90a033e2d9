"""What a conversation keeps of its encouragement: slot `nudges`, gone with the session and never written anywhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from actions.question import Question

SLOT = "nudges"


@dataclass(frozen=True)
class Kept:
    """given: the entry that went with each topic; groups: who the user said to be; off: there must be no more."""

    given: Mapping[str, str] = field(default_factory=dict)
    groups: tuple[str, ...] = ()
    off: bool = False

    @classmethod
    def of(cls, question: Question) -> Kept:
        slot = question.context.get(SLOT) or {}
        return cls(slot.get("given", {}), tuple(slot.get("groups", ())), bool(slot.get("off")))

    def slot(self) -> dict[str, Any] | None:
        """As it is kept: only what there is, None when there is nothing."""
        said = {"given": dict(self.given), "groups": list(self.groups), "off": self.off}
        return {name: value for name, value in said.items() if value} or None


SILENT = Kept(off=True).slot()


def silence_kept(question: Question) -> dict[str, Any] | None:
    """What a new start leaves: nothing of who the user is, but a silence that was asked for, or that followed on
    distress, holds as long as the conversation does."""
    return SILENT if Kept.of(question).off else None
