"""Questions that nobody here can answer (free places, the best school): `data/unknowable.yml`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from actions.answer import Answer
from actions.patterns import whole
from actions.question import Question
from actions.registry import choices_with, dispatch
from actions.reply import Reply
from actions.texts import Strict, texts_of
from study_catalogue import Catalogue
from study_catalogue.text import fold

TOPIC = "out_of_scope"


class Row(Strict):
    """When a message asks for something of this kind, and the text that says who knows."""

    text: str
    patterns: tuple[str, ...]
    also: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    after: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()
    of_option: str = ""


class Table(Strict):
    never: frozenset[str]
    unless_school: frozenset[str]
    school: tuple[str, ...]
    rows: tuple[Row, ...]


@lru_cache(maxsize=1)
def table() -> Table:
    return Table.of("unknowable.yml")


def unknowable(question: Question, catalogue: Catalogue) -> Answer | None:
    """That we do not know it, and who does, or what is known of its study; None for any other question."""
    text = fold(question.text)
    if not text or _keeps_its_answer(question, text):
        return None
    found = next((row for row in table().rows if _asks(row, question, text)), None)
    if found is None:
        return None
    if found.of_option and _names_one_option(question):
        return dispatch(replace(question, topic=found.of_option), catalogue)
    return _who_knows(question, catalogue, found.text)


def _names_one_option(question: Question) -> bool:
    named = question.named("option")
    return len({mention.value for mention in named}) == 1 and not named[0].candidates


def _keeps_its_answer(question: Question, text: str) -> bool:
    read = table()
    not_of_school = question.topic in read.unless_school and not _finds(read.school, text)
    return question.topic in read.never or not_of_school


def _asks(row: Row, question: Question, text: str) -> bool:
    fits = _finds(row.patterns, text) and not _finds(row.without, text)
    fits = fits and (not row.also or _finds(row.also, text))
    fits = fits and (not row.known or any(map(question.value, row.known)))
    return fits and (not row.after or _goes_on(row, question, text))


def _goes_on(row: Row, question: Question, text: str) -> bool:
    """Asked of what the talk was about; a message with a subject of its own, or a wish, is no such question."""
    subject = str(question.context.get("subject") or "")
    about = {subject, texts_of(subject).area} if subject else set()
    words = _found(row.patterns, text)
    own = any(fold(mention.text) not in words for mention in question.named("theme"))
    return not row.after.isdisjoint(about) and not own and not question.named("excluded")


def _who_knows(question: Question, catalogue: Catalogue, text: str) -> Answer:
    """What was named stays in hand, so that a choice or "waar dan?" goes on with it."""
    reply = Reply(question, catalogue, TOPIC).say(text).remember(misses=None)
    for mention in [named for named in question.named("option") if not named.candidates][:1]:
        reply.remember(option=mention.value).offer("where", option=mention.value)
    for mention in [named for named in question.named("job") if not named.candidates][:1]:
        reply.remember(job=mention.value).offer("job", job=mention.value)
    return reply.offer_all(*(choices_with(reply, text) or ("info_days", "person"))).answer()


def _finds(patterns: Sequence[str], text: str) -> bool:
    return bool(_found(patterns, text))


def _found(patterns: Sequence[str], text: str) -> str:
    """The words that one of the patterns fits, "" when none does."""
    hit = whole(patterns).search(text) if patterns else None
    return hit[0] if hit else ""
