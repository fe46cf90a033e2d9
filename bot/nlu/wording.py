"""A message as the models read it, and the training sentences in that form."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class Wording(NamedTuple):
    """Normalised twice: what is asked of any name, and the names used, which tell topics apart too ("leraar", "T2")."""

    general: str  # with placeholders: "hoe word ik _job_"
    written: str  # with the names as written: "hoe word ik leraar"


class Example(NamedTuple):
    """A training sentence and, of some, a careless spelling of it as well.

    hand: who wrote it; told: as the words of danger read it
    """

    wording: Wording
    topic: str
    careless: Wording | None = None
    hand: str = ""
    told: str = ""


@dataclass(frozen=True, eq=False)  # what is made of some rows is kept for these very ones
class Examples:
    rows: Sequence[Example]

    @cached_property
    def wordings(self) -> list[Wording]:
        return [row.wording for row in self.rows]

    @cached_property
    def topics(self) -> NDArray[np.object_]:
        return np.array([row.topic for row in self.rows], dtype=object)

    @cached_property
    def hands(self) -> NDArray[np.object_]:
        return np.array([row.hand for row in self.rows], dtype=object)

    def part(self, chosen: Iterable[int]) -> Examples:
        """The rows at these places."""
        return Examples([self.rows[index] for index in chosen])

    def with_careless(self) -> tuple[list[Wording], list[str]]:
        """Wordings and topics with the careless spellings behind them."""
        extra = [(row.careless, row.topic) for row in self.rows if row.careless]
        return [*self.wordings, *(text for text, _ in extra)], [*self.topics, *(topic for _, topic in extra)]
