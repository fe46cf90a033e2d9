"""Every test asks the real, built catalogue."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from actions.answer import Answer
from actions.question import Mention, Question, Role
from actions.respond import respond
from study_catalogue import Catalogue


class Talk:
    """A conversation: keeps what answers remember, as the slots of Rasa do. Mentions are given as keywords or whole."""

    def __init__(self, catalogue: Catalogue, audience: str = "pupil") -> None:
        self.catalogue, self.audience = catalogue, audience
        self.slots: dict[str, Any] = {}
        self.role: Role = ""
        self.introduced = False

    def __call__(self, topic: str, *mentions: Mention, text: str = "", readings: Any = (), **named: str) -> Answer:
        all_mentions = (*mentions, *(Mention(kind, value) for kind, value in named.items()))
        first = self.slots.get("topic") is None
        asked = Question(topic, text, all_mentions, dict(self.slots), self.audience, first, readings, self.role)  # type: ignore[arg-type]
        answer = respond(replace(asked, introduced=self.introduced), self.catalogue)
        self.slots.update(answer.remember)
        self.slots = {name: value for name, value in self.slots.items() if value is not None}
        return answer

    def as_role(self, role: Role) -> Talk:
        self.role = role
        return self


@pytest.fixture(scope="session")
def jobs(catalogue: Catalogue) -> list[str]:
    """The name of every job."""
    return sorted({name.target for name in catalogue.names() if name.kind == "job"})


@pytest.fixture
def year(catalogue: Catalogue) -> int:
    """Of the newest bottleneck list."""
    return catalogue.bottleneck_year()


@pytest.fixture
def talk(catalogue: Catalogue) -> Talk:
    """A pupil's conversation that is under way."""
    conversation = Talk(catalogue)
    conversation.slots["topic"] = "greet"
    return conversation


@pytest.fixture
def new_talk(catalogue: Catalogue) -> Talk:
    return Talk(catalogue)


@pytest.fixture
def parent(catalogue: Catalogue) -> Talk:
    conversation = Talk(catalogue, "parent")
    conversation.slots["topic"] = "greet"
    return conversation
