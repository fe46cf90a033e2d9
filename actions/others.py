"""What a message tells of somebody else, which is not the speaker's own: `data/others.yml`."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from actions.directions import comes_after
from actions.follow_ups import table as follow_ups
from actions.names import is_higher, levels_of
from actions.patterns import finds, whole
from actions.question import Mention, Question
from actions.texts import Strict
from study_catalogue import Catalogue
from study_catalogue.levels import AFTER_SCHOOL, GRADES

TEACHERS, SEARCH = "Leerkracht", "option_search"
WISHED = ("option", "job", "theme")


class Table(Strict):
    """`data/others.yml`, which says what each part means."""

    others: tuple[str, ...]
    turns: tuple[str, ...]
    speaker: tuple[str, ...]
    about_them: tuple[str, ...]
    wishers: tuple[str, ...]
    own_wish: tuple[str, ...]
    wish_kept: frozenset[str]
    advisers: tuple[str, ...]
    advice_taken_for: frozenset[str]
    advice_asks: dict[str, tuple[str, ...]]


@lru_cache(maxsize=1)
def table() -> Table:
    return Table.of("others.yml")


def without_others(question: Question) -> Question:
    """The question without what it tells of others, where it turns to the speaker; else the question itself."""
    text = question.text.lower()
    who = whole(table().others).search(text)
    turn = whole(table().turns).search(text, who.end()) if who else None
    if who is None or turn is None or len(text) != len(question.whole):
        return question
    left = f"{question.text[: who.start()]}{question.text[turn.start() :]}"
    if not finds(table().speaker, left.lower()) or finds(table().about_them, left.lower()):
        return question
    own = tuple(mention for mention in question.mentions if not who.start() <= mention.at < turn.start())
    return replace(question, text=left.strip(), told="", mentions=own)


def without_wishers(question: Question) -> Question:
    """ "Mama wil dat ik X word, maar ik wil Y": the question without X, where the speaker names a wish of his own."""
    text = question.text.lower()
    who = whole(table().wishers).search(text)
    turn = whole(table().own_wish).search(text, who.end()) if who else None
    if who is None or turn is None or question.topic in table().wish_kept or len(text) != len(question.whole):
        return question
    own = tuple(mention for mention in question.mentions if not who.start() <= mention.at < turn.start())
    if not any(mention.kind in WISHED and mention.at >= turn.start() for mention in own):
        return question
    cut = turn.end("but") - who.start()
    left = question.text[: who.start()] + question.text[turn.end("but") :]
    moved = (replace(one, at=one.at - cut) if one.at >= turn.start() else one for one in own)
    return replace(question, text=left, told="", mentions=tuple(moved))


def without_advisers(question: Question) -> Question:
    """The question without the teacher whose words are told, who is no job that anybody wants."""
    who = whole(table().advisers).search(question.text.lower())
    if who is None:
        return question
    mentions = tuple(m for m in question.mentions if not _is_adviser(m, who.start(), who.end()))
    return question if mentions == question.mentions else replace(question, mentions=mentions)


def as_advised(question: Question, catalogue: Catalogue) -> Question:
    """ "Mijn leerkracht zegt dat ik best X doe": about X; else the question itself."""
    taken = question.topic in follow_ups().loose | table().advice_taken_for
    advised = taken and finds(table().advisers, question.text.lower())
    topic = _of_advice(question, catalogue) if advised else ""
    if not topic:
        return question
    mentions = question.mentions
    kept = _own_study(mentions, question, catalogue) if topic == "option_next" else ()
    kept = tuple(m for m in mentions if m.value == "graduaat" or m.kind == "theme") if topic == SEARCH else kept
    return replace(question, topic=topic, mentions=kept or mentions)


def _is_adviser(mention: Mention, start: int, end: int) -> bool:
    return mention.kind == "job" and mention.value.startswith(TEACHERS) and start <= mention.at < end


def _of_advice(question: Question, catalogue: Catalogue) -> str:
    """The topic of what is asked with it; "" when nothing is named."""
    studies = {mention.text for mention in question.named("option") if mention.text}
    asked = next((topic for topic, words in table().advice_asks.items() if finds(words, question.text.lower())), "")
    if question.named("job"):
        return asked if asked and studies else "option_for_job"
    if asked and len(studies) == 1:
        return asked
    wanted = [mention for mention in question.named("level") if mention.value in AFTER_SCHOOL]
    if wanted and _own_study(question.mentions, question, catalogue):
        return "option_next"
    higher = [m for m in question.named("option") if is_higher(catalogue, m.value)]
    if higher and any(level.value == "graduaat" for level in wanted):
        return SEARCH
    return "option_info" if len(studies) == 1 else "option_entry" if studies else ""


def _own_study(mentions: tuple[Mention, ...], question: Question, catalogue: Catalogue) -> tuple[Mention, ...]:
    """The one study at school that is named, with the last level that is wanted after it."""
    school = [m for m in mentions if m.kind == "option" and levels_of(catalogue, m.value) & {*GRADES}]
    years = [m for m in mentions if m.kind == "level" and m.value in GRADES]
    own = [m for m in school if comes_after(question.text, m) or any(0 <= m.at - year.at < 20 for year in years)]
    later = [m for m in mentions if m.kind == "level" and m.value in AFTER_SCHOOL]
    return (own[0], *later[-1:]) if len(school) == 1 and own else ()
