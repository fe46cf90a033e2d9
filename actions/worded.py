"""Questions that their own words settle, whatever the understanding took them for: `data/worded`."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from pydantic import Field

from actions.answer import Answer
from actions.follow_ups import table as follow_ups
from actions.hearing import level_of_option
from actions.patterns import finds, whole
from actions.question import Mention, Question
from actions.registry import LAYER, choices_with
from actions.reply import Reply
from actions.texts import DATA, Strict, texts_of
from actions.trades import with_trade
from study_catalogue import Catalogue
from study_catalogue.text import fold

BEHIND = "behind"  # in the context of a question: topic/text for `with_behind`
INSISTS = "insists"  # in the context of a question: it was settled here though the models hardly doubt another topic
ANY_AGE = 200  # years
WORDED = "worded"  # in the context of a question: it was settled here; the layer is the whole answer


class Row(Strict):
    """When a message asks this, and the topic or "topic/text" that answers it; the file says what each part means."""

    name: str
    to: str
    patterns: tuple[str, ...]
    also: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    taken_for: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    not_kinds: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    provinces: frozenset[str] = frozenset()
    jobs: tuple[str, ...] = ()
    known: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    levels: frozenset[str] = frozenset()
    up_to: int = ANY_AGE
    from_: int = Field(0, alias="from")
    after: frozenset[str] = frozenset()
    behind: str = Field("", alias="with")
    insists: bool = False


class Table(Strict):
    """A file of `data/worded`; the first says what each part means."""

    rows: tuple[Row, ...]


@lru_cache(maxsize=1)
def table() -> tuple[Row, ...]:
    files = sorted(file.name for file in (DATA / "worded").glob("*.yml"))
    return tuple(row for file in files for row in Table.of(f"worded/{file}").rows)


def as_worded(question: Question, catalogue: Catalogue) -> Question:
    """The question with the topic of the first row that fits; the question itself when none does."""
    text = fold(question.whole)
    fits = (row for row in table() if text and _fits(row, question) and _says(row, text))
    row = next((row for row in fits if _is_as_old(row, question) and _is_there(row, question, catalogue)), None)
    if row is None:
        return question
    topic, _, layer = row.to.partition("/")
    settled = {LAYER: layer, WORDED: bool(layer), BEHIND: row.behind, INSISTS: row.insists}
    mentions = _with_jobs(row, question, text)
    return replace(question, topic=topic, mentions=mentions, context={**question.context, **settled})


def _with_jobs(row: Row, question: Question, text: str) -> tuple[Mention, ...]:
    """The jobs that the words of the row stand for, instead of what they were taken for."""
    if not row.jobs:
        return question.mentions
    first, *others = row.jobs
    said = whole(row.patterns).search(text)
    return (Mention("job", first, said[0] if said else "", tuple(others)),)


def told_by_words(question: Question, catalogue: Catalogue) -> Answer | None:
    """The one text that a row asks for; None for any other question."""
    if not question.context.get(WORDED):
        return None
    key = str(question.context[LAYER])
    reply = Reply(question, catalogue).say_only(key)
    answer = reply.offer_all(*choices_with(reply, key)).answer()
    return with_trade(question, answer, catalogue)


def with_behind(question: Question, answer: Answer, catalogue: Catalogue) -> Answer:
    """The answer with the text that the row says behind it."""
    topic, _, key = str(question.context.get(BEHIND) or "").partition("/")
    if not topic or answer.kind != "answer":
        return answer
    behind = Reply(question, catalogue, topic).say_only(key).answer()
    return answer.followed_by(behind)


def _fits(row: Row, question: Question) -> bool:
    """What was understood, who asks, and what was named and talked about."""
    subject = str(question.context.get("subject") or "")
    about = {subject, texts_of(subject).area} if subject else set()
    return (
        question.topic in follow_ups().loose | row.taken_for
        and (not row.roles or question.role in row.roles)
        and (not row.kinds or any(map(question.named, row.kinds)))
        and not any(map(question.named, row.not_kinds))
        and all(map(question.named, row.needs))
        and (not row.known or any(map(question.value, row.known)))
        and (not row.after or not row.after.isdisjoint(about))
    )


def _is_as_old(row: Row, question: Question) -> bool:
    return all(row.from_ <= age <= row.up_to for age in question.ages)


def _is_there(row: Row, question: Question, catalogue: Catalogue) -> bool:
    """On the level and in the province that the row is for."""
    if not _is_on(row, question, catalogue):
        return False
    places = [catalogue.place(mention.value) for mention in question.named("place")]
    return not row.provinces or any(place and place.province in row.provinces for place in places)


def _is_on(row: Row, question: Question, catalogue: Catalogue) -> bool:
    if not row.levels:
        return True
    named = {mention.value for mention in question.named("level")} or {level_of_option(question, catalogue)}
    return bool(named) and named <= row.levels


def _says(row: Row, text: str) -> bool:
    against = bool(row.without) and finds(row.without, text)
    return not against and finds(row.patterns, text) and (not row.also or finds(row.also, text))
