"""Putting an answer together: wording from `data/answers`, facts with their year, rows, choices, sources."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from actions.answer import Answer, Choice, Item, Kind, View
from actions.question import Question
from actions.texts import COMMON, MARKS, PLACEHOLDER, TextsError, Wording, texts_of
from study_catalogue import Catalogue
from study_catalogue.records import Fact, Helpline, Source


def today() -> date:
    return date.today()


def is_old(fact: Fact) -> bool:
    return bool(fact.valid_until) and fact.valid_until < today().isoformat()


class Reply:
    """An answer in the making. Every method but the last returns the reply itself, so that they chain."""

    def __init__(self, question: Question, catalogue: Catalogue, topic: str = "") -> None:
        self.question = question
        self.catalogue = catalogue
        self.texts = texts_of(topic or question.topic)
        self._said: list[str] = []
        self._items: list[Item] = []
        self._choices: list[Choice] = []
        self._sources: dict[Source, None] = {}
        self._outdated: Source | None = None
        self._rests_on = self.texts.rests_on
        self._remember: dict[str, Any] = {}
        self._view: View | None = None
        self._explain: dict[str, str] = {}
        self._first = 1

    def wording(self, key: str, **values: object) -> str:
        """A text of this topic, or else of the common file, with its placeholders filled."""
        found = self.texts.texts.get(key) or texts_of(COMMON).texts.get(key)
        if found is None:
            raise TextsError(f"{self.texts.topic}: no text {key!r}")
        return self.fill(found, values)

    def joined(self, parts: Iterable[str], word: str) -> str:
        """ "a, b en c", with the word under this key before the last one."""
        *first, last = parts
        return f"{', '.join(first)} {self.wording(word)} {last}" if first else last

    def label(self, kind: str, value: str) -> str:
        """The word people use for a code of the catalogue ("so-3" of kind "level"); else the code itself."""
        key = f"{kind}_{value}"
        return self.wording(key) if self.has(key) else value

    def narrowest(self, *parts: str) -> str:
        """Of the texts "rule_so-3_dubbel", "rule_so-3", "rule": the first that there is."""
        keys = ("_".join(parts[:end]) for end in range(len(parts), 0, -1))
        return next(key for key in keys if self.has(key))

    def has(self, key: str) -> bool:
        return key in self.texts.texts or key in texts_of(COMMON).texts

    def say(self, key: str, **values: object) -> Reply:
        """A text, with the facts that this text alone rests on: the words "facts_KEY" of the topic."""
        self._said.append(self.wording(key, **values))
        return self.rely_on(*self.texts.words.get(f"facts_{key}", ()))

    def say_only(self, key: str, **values: object) -> Reply:
        """A text that rests on none but the facts in it."""
        self._rests_on = ()
        return self.say(key, **values)

    def say_if(self, condition: object, key: str, **values: object) -> Reply:
        return self.say(key, **values) if condition else self

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(self._items)

    @property
    def choices(self) -> tuple[Choice, ...]:
        return tuple(self._choices)

    def rows(self, items: Iterable[Item]) -> Reply:
        self._items.extend(items)
        return self

    def number_from(self, first: int) -> Reply:
        """The number of the first row."""
        self._first = first
        return self

    def fixed_rows(self) -> Reply:
        return self.rows(Item(row.title, self.fill(row.line, {})) for row in self.texts.items)

    def show(self, view: View) -> Reply:
        self._view = view
        return self

    def explain(self, title: str, name: str, *sources: Source | None) -> str:
        """The title of a mark or a word of a row; the text under this name goes along with the answer."""
        if title not in self._explain:
            self._explain[title] = Reply(self.question, self.catalogue, MARKS)._meaning(name, sources)
        return title

    def _meaning(self, name: str, sources: Iterable[Source | None]) -> str:
        """The text, where it comes from, and that this is old when it is."""
        self.cite(*sources).rely_on(*self.texts.words.get(f"facts_{name}", ()))
        named = "; ".join(dict.fromkeys(self._named(source) for source in self._sources))
        parts = (self.wording(name), self.wording("from", sources=named) if named else "", self.answer().text)
        return " ".join(part for part in parts if part)

    def _named(self, source: Source) -> str:
        dated = source.year and str(source.year) not in source.title
        return self.wording("dated", title=source.title, year=source.year) if dated else source.title

    def offer(self, key: str, **about: str) -> Reply:
        found = self.texts.choices.get(key) or texts_of(COMMON).choices[key]
        return self.offer_choice(found.choice(self.question.audience, **about))

    def offer_all(self, *keys: str) -> Reply:
        """These choices of the topic's file, else all of them."""
        for key in keys or self.texts.choices:
            self.offer(key)
        return self

    def offer_choice(self, *choices: Choice) -> Reply:
        self._choices.extend(choice for choice in choices if choice not in self._choices)
        return self

    def cite(self, *sources: Source | None) -> Reply:
        self._sources.update(dict.fromkeys(source for source in sources if source))
        return self

    def rely_on(self, *facts: str) -> Reply:
        """Cite facts that are told without a placeholder."""
        for fact_id in facts:
            self._fact(fact_id)
        return self

    def remember(self, **slots: Any) -> Reply:
        self._remember.update(slots)
        return self

    def answer(self, kind: Kind | None = None) -> Answer:
        self.rely_on(*self._rests_on)
        if self._outdated:
            self._said.append(self._outdated_note(self._outdated))
        return Answer(
            topic=self.texts.topic,
            kind=kind or self.texts.kind,
            text=" ".join(filter(None, self._said)),
            items=self.items,
            choices=tuple(self._choices),
            sources=tuple(self._sources),
            view=self._view,
            explain=self._explain,
            first=self._first,
            remember=self._remember,
        )

    def _outdated_note(self, source: Source) -> str:
        """Where to check; and of what year it is, unless the answer has said so."""
        note = self.wording("outdated", year=source.year, source=source.title)
        first, _, check = note.partition(". ")
        told = " ".join(self._said)
        if not check or str(source.year) not in told or str(source.year) not in first:
            return note
        return "" if check in told else check

    def fill(self, wording: Wording, values: dict[str, object]) -> str:
        """A wording with its placeholders filled; the facts in it are cited."""
        return PLACEHOLDER.sub(lambda hole: self._value(hole[1], values), wording.form(self.question.audience))

    def _value(self, hole: str, values: dict[str, object]) -> str:
        if "." not in hole:
            return str(values[hole])
        source_id, key = hole.split(".")
        if source_id in self.texts.helplines:
            return str(getattr(self._helpline(source_id), key))
        return self._fact(source_id).values[key]

    def _helpline(self, helpline_id: str) -> Helpline:
        found = next((line for line in self.catalogue.helplines() if line.id == helpline_id), None)
        if found is None:
            raise TextsError(f"{self.texts.topic}: no helpline {helpline_id!r}")
        self.cite(found.source)
        return found

    def _fact(self, fact_id: str) -> Fact:
        fact = self.catalogue.fact(fact_id)
        if fact is None:
            raise TextsError(f"{self.texts.topic}: no fact {fact_id!r} in data/facts")
        self.cite(fact.source)
        if is_old(fact):
            self._outdated = min(fact.source, self._outdated or fact.source, key=lambda source: source.year or 0)
        return fact
