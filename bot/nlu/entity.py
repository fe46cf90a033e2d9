"""One thing named in a message."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Entity:
    """One thing named in a message: text[start:end] of the original."""

    kind: str
    value: str
    start: int
    end: int
    text: str
    candidates: tuple[str, ...] = ()
    basis: str = "name"

    @property
    def span(self) -> tuple[int, int]:
        return self.start, self.end

    def as_dict(self) -> dict[str, object]:
        """The form Rasa keeps entities in."""
        return {
            "entity": self.kind,
            "value": self.value,
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "candidates": list(self.candidates),
            "basis": self.basis,
        }
