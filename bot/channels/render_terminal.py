"""From the structured answer (spec/answer.md) to lines for a terminal."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

Json = Mapping[str, Any]
_NARROWEST, _WIDEST = 24, 100


@dataclass(frozen=True)
class Reading:
    """How the assistant read a message: topics with confidence, best first, and the names in it."""

    topics: tuple[tuple[str, float], ...] = ()
    names: tuple[Json, ...] = field(default_factory=tuple)


@dataclass(frozen=True)
class Terminal:
    """Renders for one width, in the words of data/channels/shell.yml."""

    words: Json
    width: int

    def answer(self, answer: Json) -> str:
        """The text, its rows, the nudge, the choices and a line of sources."""
        blocks = [self._text(answer.get("text")), self._items(answer), self._nudge(answer), self._source_line(answer)]
        return "\n\n".join("\n".join(block) for block in [*blocks, self._choices(answer)] if block)

    def why(self, answer: Json | None, reading: Reading | None) -> str:
        """How the last answer came about: topic, readings, names, sources with their status."""
        words = self.words["why"]
        if answer is None:
            return self.says(words["nothing"])
        kind = str(answer.get("kind", ""))
        rows = [
            (words["topic"], [str(answer.get("topic", ""))]),
            (words["kind"], [self._word("kinds", kind)]),
            *self._reading_rows(reading),
            (words["sources"], [self._source(source) for source in _rows(answer, "sources")]),
        ]
        return "\n".join([words["title"], *(line for label, values in rows for line in self._row(label, values))])

    def says(self, text: str) -> str:
        return "\n".join(self._text(text))

    def _reading_rows(self, reading: Reading | None) -> Iterator[tuple[str, list[str]]]:
        words = self.words["why"]
        if reading is None:
            yield words["reading"], [words["not_read"]]
            return
        topics = [f"{topic} ({confidence:.0%})" for topic, confidence in reading.topics]
        yield words["reading"], topics[:1]
        yield words["readings"], topics[1:4]
        yield words["names"], [self._name(name) for name in reading.names]

    def _name(self, entity: Json) -> str:
        kind = self._word("entities", str(entity.get("entity", "")))
        written = f"“{entity['text']}” = " if entity.get("text") else ""
        basis = self._word("basis", str(entity.get("basis", "name")) if written else "choice")
        also = [f"{self.words['why']['also']} {candidate}" for candidate in (entity.get("candidates") or [])[:3]]
        return ", ".join([f"{kind}: {written}{entity.get('value', '')} ({basis})", *also])

    def _items(self, answer: Json) -> list[str]:
        rows = enumerate(_rows(answer, "items"), answer.get("first", 1))
        return [line for number, row in rows for line in self._item(number, row)]

    def _item(self, number: int, row: Json) -> list[str]:
        marks = "".join(f" [{mark}]" for mark in row.get("marks") or ())
        line = f": {row['line']}" if row.get("line") else ""
        return self._wrap(f"{row.get('title', '')}{line}{marks}", f"{number:>3}. ")

    def _choices(self, answer: Json) -> list[str]:
        choices = _choices_of(answer)
        rows = [self._wrap(str(row.get("title", "")), f"{f'[{number}]':>5} ") for number, row in enumerate(choices, 1)]
        return [self.words["choices"], *(line for row in rows for line in row)] if rows else []

    def _nudge(self, answer: Json) -> list[str]:
        nudge = answer.get("nudge")
        if not nudge:
            return []
        origin = f" ({_dated(nudge['source'])})" if nudge.get("source") else ""
        return self._wrap(f"{nudge.get('text', '')}{origin}", f"{self.words['nudge']}: ", "  ")

    def _source_line(self, answer: Json) -> list[str]:
        sources = [self._source(source) for source in _rows(answer, "sources")]
        return self._wrap("; ".join(sources), f"{self.words['sources']}: ", "  ") if sources else []

    def _source(self, source: Json) -> str:
        site = f" ({host})" if (host := _site(source)) else ""
        return f"{_dated(source)}{site} – {self._word('status', str(source.get('status', '')))}"

    def _row(self, label: str, values: list[str]) -> list[str]:
        values = values or [self.words["why"]["none"]]
        heads = [f"  {label:<15} ", *[" " * 18] * (len(values) - 1)]
        return [line for head, value in zip(heads, values, strict=True) for line in self._wrap(value, head, " " * 18)]

    def _word(self, group: str, code: str) -> str:
        return str(self.words[group].get(code, code))

    def _text(self, text: object) -> list[str]:
        return [line for part in _visible(str(text or "")).splitlines() for line in self._wrap(part) or [""]]

    def _wrap(self, text: str, head: str = "", indent: str | None = None) -> list[str]:
        width = max(_NARROWEST, min(self.width, _WIDEST))
        hanging = " " * len(head) if indent is None else indent
        return textwrap.wrap(_visible(text), width, initial_indent=head, subsequent_indent=hanging)


def choice_payloads(answer: Json | None) -> list[str]:
    return [str(choice.get("payload", "")) for choice in _choices_of(answer or {})]


def _choices_of(answer: Json) -> list[Json]:
    """The choices, and last the step that the nudge leads to."""
    step = (answer.get("nudge") or {}).get("choice")
    return [*_rows(answer, "choices"), *([step] if isinstance(step, Mapping) else [])]


def _rows(answer: Json, name: str) -> list[Json]:
    return [row for row in answer.get(name) or () if isinstance(row, Mapping)]


def _dated(source: Json) -> str:
    title, year = str(source.get("title", "")), source.get("year")
    return f"{title}, {year}" if year and str(year) not in title else title


def _site(source: Json) -> str:
    """The bare host of the address of a source, "" where there is none or where the source is called after it."""
    host = (urlsplit(str(source.get("url") or "")).hostname or "").removeprefix("www.")
    return "" if host in str(source.get("title", "")).lower() else host


def _visible(text: str) -> str:
    """Without control characters: text from outside must not steer the terminal."""
    return "".join(_keep(text))


def _keep(text: str) -> Iterable[str]:
    return (sign for sign in text if sign == "\n" or unicodedata.category(sign) not in ("Cc", "Cf"))
