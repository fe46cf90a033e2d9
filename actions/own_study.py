"""The study somebody is in, or that others want, is not the study asked about: `data/own_study.yml`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from actions.follow_ups import table as follow_ups
from actions.names import is_higher, options_of
from actions.patterns import finds, finds_of, plain, whole
from actions.question import Mention, Question, of_choice
from actions.texts import Strict
from study_catalogue import Catalogue
from study_catalogue.text import fold

NAMED = ("option", "job", "theme")
SEARCH, FOR_JOB, CHOOSE = "option_search", "option_for_job", "help_choose"
Span = tuple[int, int]


class Table(Strict):
    """`data/own_study.yml`, which says what each part means."""

    own: tuple[str, ...]
    own_in_talk: tuple[str, ...]
    that: tuple[str, ...]
    own_first: tuple[str, ...]
    asks: dict[str, tuple[str, ...]]
    others_say: tuple[str, ...]
    turns: tuple[str, ...]
    turns_not: tuple[str, ...]
    thinks: tuple[str, ...]
    thinks_end: str


@lru_cache(maxsize=1)
def table() -> Table:
    return Table.of("own_study.yml")


def is_own(text: str, words: str) -> bool:
    """Whether somebody says to be in the study of these words; both are folded."""
    return _once(text, words) and finds_of(table().own, text, name=plain(words))


def is_own_before_goals(question: Question, catalogue: Catalogue, words: str) -> bool:
    """ "6 wewi, A of B?": of studies after secondary school the first one only tells where somebody is."""
    text, others = fold(question.whole), [m for m in question.named("option") if fold(m.text) != words]
    later = bool(others) and all(is_higher(catalogue, other.value) for other in others)
    return later and _once(text, words) and finds_of(table().own_first, text, name=plain(words))


def without_own_study(question: Question, catalogue: Catalogue) -> Question:
    """What is asked, without one's own study and without what others want; else the question itself."""
    if not question.text:
        return question
    return _own_wish(question) or _without_thoughts(question) or _about_another(question, catalogue) or question


def _own_wish(question: Question) -> Question | None:
    """ "Mijn juf zegt dat ik A moet doen maar ik wil B": about B."""
    text = fold(question.whole)
    who = whole(table().others_say).search(text)
    turn = whole(table().turns).search(text, who.end()) if who else None
    if who is None or turn is None or finds(table().turns_not, text[turn.start() :]):
        return None
    theirs = [m for m in _named(question) if who.start() <= _at(m, text) < turn.start()]
    wished = [m for m in _named(question) if _at(m, text) >= turn.end()]
    if not theirs or not wished:
        return None
    kept = tuple(mention for mention in question.mentions if mention not in theirs)
    if question.topic == CHOOSE:  # the talk reads what is liked in the words themselves
        return replace(question, text=text[turn.start() :], told="", mentions=kept)
    topic = _of_wish(wished) if question.topic in follow_ups().loose | {FOR_JOB} else question.topic
    return replace(question, topic=topic, mentions=kept, readings=())


def _of_wish(wished: list[Mention]) -> str:
    kinds = {mention.kind for mention in wished}
    return FOR_JOB if "job" in kinds else SEARCH if "theme" in kinds else "option_info"


def _without_thoughts(question: Question) -> Question | None:
    """ "Ik volg A en iedereen denkt dat ik B word, welke jobs zijn er?": about A."""
    text = fold(question.whole)
    who = whole(table().others_say).search(text)
    said = whole(table().thinks).search(text, who.end()) if who else None
    if who is None or said is None or not _asks(question, text):
        return None
    end = re.compile(table().thinks_end).search(text, said.end())
    span = who.start(), end.start() if end else len(text)
    kept = tuple(m for m in question.mentions if m.kind not in NAMED or not _within(_at(m, text), span))
    left = any(mention.kind == "option" for mention in kept)
    return replace(question, mentions=kept) if left and len(kept) < len(question.mentions) else None


def _about_another(question: Question, catalogue: Catalogue) -> Question | None:
    """ "Wat kan je worden met A? Ik zit nu in B": about A; "is dat moeilijk? ik heb B gedaan" is about what was."""
    text = fold(question.whole)
    if not _asks(question, text):
        return None
    studies = list(dict.fromkeys(fold(m.text) for m in question.named("option") if m.text))
    own = [words for words in studies if is_own(text, words)]
    if own and len(own) < len(studies):
        return _without(question, text, own[0])
    return _about_that(question, catalogue, text, studies[0]) if len(studies) == 1 else None


def _about_that(question: Question, catalogue: Catalogue, text: str, words: str) -> Question | None:
    kept = str(question.context.get("option") or "")
    told = finds_of((*table().own, *table().own_in_talk), text, name=plain(words))
    same = any(option.id == kept for m in question.named("option") for option in options_of(catalogue, m.value))
    if not kept or same or not told or not finds(table().that, text):
        return None
    asked = _without(question, text, words)
    return replace(asked, mentions=(*asked.mentions, of_choice("option", kept)))


def _without(question: Question, text: str, words: str) -> Question:
    """Without one's own study, and the year said right before it; another name that stands for it stands for more."""
    own = {m.value for m in question.named("option") if fold(m.text) == words}
    start = text.find(words)
    kept = [m for m in question.mentions if not _is_part(m, text, words, start)]
    mentions = tuple(_other_reading(m, own) if m.kind == "option" else m for m in kept)
    return replace(question, mentions=mentions, readings=())


def _is_part(mention: Mention, text: str, words: str, start: int) -> bool:
    if mention.kind == "level":
        return 0 <= start - _at(mention, text) <= len(mention.text) + 1
    return mention.kind in NAMED and bool(mention.text) and start <= _at(mention, text) < start + len(words)


def _other_reading(mention: Mention, own: set[str]) -> Mention:
    others = tuple(value for value in mention.candidates if value not in own)
    return replace(mention, value=others[0], candidates=others[1:]) if mention.value in own and others else mention


def _asks(question: Question, text: str) -> bool:
    """Whether it is asked in so many words what the understanding took it for."""
    return finds(table().asks[question.topic], text) if question.topic in table().asks else False


def _named(question: Question) -> Iterator[Mention]:
    return (mention for kind in NAMED for mention in question.named(kind) if mention.text)


def _at(mention: Mention, text: str) -> int:
    """Where it stands in the folded text; -1 where it is not in it."""
    words = fold(mention.text)
    at = mention.at if text[mention.at : mention.at + len(words)] == words and mention.at >= 0 else -1
    return at if at >= 0 else text.find(words) if words else -1


def _within(at: int, span: Span) -> bool:
    return span[0] <= at < span[1]


def _once(text: str, words: str) -> bool:
    return len(re.findall(rf"(?<!\w){plain(words)}(?!\w)", text)) == 1
