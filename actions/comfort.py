"""A sorrow or a worry told beside a question or alone: one soft line says who listens (`data/comfort.yml`).

No call for help: those are heard by the understanding, and nothing stands beside their answer.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from actions.answer import Answer
from actions.patterns import filled, finds
from actions.question import Question
from actions.registry import dispatch
from actions.reply import Reply
from actions.texts import Strict
from study_catalogue import Catalogue
from study_catalogue.text import fold

TOPIC = "out_of_scope"  # which has the texts
CALL = "distress"
DOUBT = "clarify"
LOST = ("fallback", DOUBT)  # kinds of an answer that tells nothing
SUBJECTS = ("option", "job", "theme", "dual", "level", "finality")


class Row(Strict):
    """A kind of worry; the file says what each part means."""

    say: str
    patterns: tuple[str, ...]
    now: tuple[str, ...] = ()
    without: tuple[str, ...]
    without_kinds: tuple[str, ...]
    named: dict[str, str]
    wrong: frozenset[str]

    def fits(self, question: Question, text: str) -> bool:
        elsewhere = any(map(question.named, self.without_kinds)) or finds(self.without, text)
        return not elsewhere and finds(self.patterns, text)

    def weighs(self, text: str) -> bool:
        """It weighs on them now, so that a line stands beside an answer too."""
        return not self.now or finds(self.now, text)


class Table(Strict):
    """`data/comfort.yml`, which says what each part means."""

    parts: dict[str, str]
    rows: tuple[Row, ...]


@lru_cache(maxsize=1)
def rows() -> tuple[Row, ...]:
    read = Table.of("comfort.yml")
    return tuple(row.copy(update={"patterns": filled(row.patterns, **read.parts)}) for row in read.rows)


def with_comfort(question: Question, answer: Answer, catalogue: Catalogue) -> Answer:
    """The answer with the soft line before it, or the line alone where the answer has nothing to do with the worry."""
    text = fold(question.whole)
    row = next((row for row in rows() if row.fits(question, text)), None)
    if row is None or CALL in (question.topic, answer.topic):
        return answer
    soft = Reply(question, catalogue, TOPIC).say_only(row.say)
    beside = _beside(row, question, answer, catalogue)
    if beside is answer and not row.weighs(text):
        return answer
    if beside is None:
        return soft.offer_all("person", "search").answer("answer")
    return beside.led_by(soft.answer())


def _beside(row: Row, question: Question, answer: Answer, catalogue: Catalogue) -> Answer | None:
    """The answer to the question that stands beside the worry, None where there is none."""
    if answer.kind not in LOST and answer.topic not in row.wrong:
        return answer
    topic = next((topic for kind, topic in row.named.items() if question.named(kind)), "")
    found = dispatch(replace(question, topic=topic), catalogue) if topic else None
    if found and found.kind not in LOST:
        return found
    return answer if answer.kind == DOUBT and any(map(question.named, SUBJECTS)) else None
