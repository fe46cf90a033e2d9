"""The structured answer that every turn carries (spec/answer.md). Channels render it; nothing else does."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from study_catalogue.records import Source

View = Mapping[str, Any]  # how an answer may be drawn beside its rows: docs/answer-views.md
Kind = Literal["answer", "clarify", "ask", "fallback", "handover", "smalltalk"]


@dataclass(frozen=True)
class Item:
    """A row of a list: an option, a job, an academy. `marks` are short words such as "knelpunt 2026" or "duaal"."""

    title: str
    line: str = ""
    marks: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        return {"title": self.title, "line": self.line, "marks": list(self.marks)}


@dataclass(frozen=True)
class Choice:
    """A next step that can be tapped: a topic plus the things it is about, or plain text to send.

    `about` holds entity values by entity name: {"option": "so3-…"} (an option id), {"place": "3600 Genk"}.
    """

    title: str
    topic: str
    about: tuple[tuple[str, str], ...] = ()

    @property
    def payload(self) -> str:
        about = json.dumps(dict(self.about), ensure_ascii=False) if self.about else ""
        return f"/{self.topic}{about}"

    def as_dict(self) -> dict[str, str]:
        return {"title": self.title, "payload": self.payload}

    @classmethod
    def read(cls, row: Mapping[str, str]) -> Choice:
        """The choice that `as_dict` wrote."""
        topic, brace, about = row["payload"].removeprefix("/").partition("{")
        return cls(row["title"], topic, tuple(json.loads(brace + about).items()) if brace else ())


@dataclass(frozen=True)
class Nudge:
    """An encouragement beside an answer, with the step that it leads to."""

    text: str
    source: Source
    choice: Choice | None = None

    def as_dict(self) -> dict[str, Any]:
        choice = self.choice.as_dict() if self.choice else None
        return {"text": self.text, "source": source_dict(self.source), "choice": choice}


def source_dict(source: Source) -> dict[str, Any]:
    """`url` is there only when the address is known."""
    known = {"title": source.title, "year": source.year, "status": source.status}
    return {**known, "url": source.url} if source.url else known


def source_of(row: Mapping[str, Any]) -> Source:
    """The source that `source_dict` wrote."""
    return Source(row["title"], row["year"], row["status"], row.get("url", ""))


@dataclass(frozen=True)
class Answer:
    """What one turn says. `remember` holds slot values to keep for follow-ups; it never leaves the house.

    wiped: the conversation was deleted here, so that a page that still shows it can do the same
    view: the rows once more, as something to look at; an answer says all of it without one
    explain: what marks and words of the rows mean, for who asks
    first: the number of the first row: a further page of a list goes on counting
    """

    topic: str
    kind: Kind
    text: str
    items: tuple[Item, ...] = ()
    choices: tuple[Choice, ...] = ()
    sources: tuple[Source, ...] = ()
    nudge: Nudge | None = None
    wiped: bool = False
    view: View | None = None
    explain: Mapping[str, str] = field(default_factory=dict)
    first: int = 1
    remember: dict[str, Any] = field(default_factory=dict)

    @property
    def offered(self) -> tuple[Choice, ...]:
        """All that can be tapped: the choices and the step of the nudge."""
        step = self.nudge.choice if self.nudge else None
        return (*self.choices, *([step] if step else []))

    def sources_with(self, other: Answer) -> tuple[Source, ...]:
        """Its own, then those of the other, each once."""
        return tuple(dict.fromkeys((*self.sources, *other.sources)))

    def followed_by(self, other: Answer) -> Answer:
        """With the text of the other behind its own, and where that comes from."""
        return replace(self, text=f"{self.text} {other.text}", sources=self.sources_with(other))

    def led_by(self, other: Answer) -> Answer:
        """With the text of the other before its own, and where that comes from."""
        return replace(self, text=f"{other.text} {self.text}", sources=other.sources_with(self))

    def as_dict(self) -> dict[str, Any]:
        said = {
            "topic": self.topic,
            "kind": self.kind,
            "text": self.text,
            "items": [item.as_dict() for item in self.items],
            "choices": [choice.as_dict() for choice in self.choices],
            "sources": [source_dict(source) for source in self.sources],
            "nudge": self.nudge.as_dict() if self.nudge else None,
        }
        beside = {"wiped": self.wiped, "view": self.view and dict(self.view), "explain": dict(self.explain)}
        counted = {"first": self.first} if self.first > 1 else {}
        return {**said, **{name: value for name, value in beside.items() if value}, **counted}
