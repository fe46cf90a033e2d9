"""Pointing at the screen: a row in a question ("hoe lang duurt de tweede?"), and other rows than those shown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from actions.answer import Choice
from actions.follow_ups import table as follow_ups
from actions.lists import rows_listed, words_of
from actions.names import options_of
from actions.options import only_dual
from actions.patterns import ends, finds, whole
from actions.picks import ordinals, picked
from actions.question import Mention, Question, of_choice
from actions.rows import title_of
from actions.texts import Strict, texts_of
from study_catalogue import Catalogue
from study_catalogue.text import fold

MORE, COMPARE, WHERE, ACADEMY = "more", "option_compare", "option_where", "academy_nearby"
WITH_ROWS = ("help_choose", "option_search", "option_for_job", "option_jobs", "option_next", "academy_nearby")
KINDS = ("option", "job")
CARDS = {"option": "option_info", "job": "job_info"}
DUAL, GIRLS = "dual", "enc_girls"  # an area, and the topic that girls are heard as
NAMING = (*KINDS, "theme", "unknown", "outside", "place", "academy")
LONGEST = 16  # words of a question about a row


class AskedOfRows(Strict):
    words: tuple[str, ...]
    option: str
    job: str


class Thing(Strict):
    words: frozenset[str]
    after: dict[str, str]


class Table(Strict):
    """`data/pointing.yml`, which says what each part means."""

    row: str
    both: tuple[str, ...]
    called: str
    not_called: frozenset[str]
    last: str
    number: str
    no_row_before: tuple[str, ...]
    no_row_behind: tuple[str, ...]
    row_after_all: tuple[str, ...]
    of_list: tuple[str, ...]
    denied: tuple[str, ...]
    taken_away: tuple[str, ...]
    rest: tuple[str, ...]
    tips_away: tuple[str, ...]
    means_away: tuple[str, ...]
    asked_of_rows: tuple[AskedOfRows, ...]
    too_general: dict[str, str]
    dual_age: str
    how_old: tuple[str, ...]
    who_may_come: tuple[str, ...]
    around: frozenset[str]
    puts_right: frozenset[str]
    no_words: frozenset[str]
    no_names: frozenset[str]
    things: tuple[Thing, ...]
    instead: tuple[str, ...]
    others: tuple[str, ...]
    around_place: frozenset[str]


@dataclass(frozen=True)
class Pointed:
    """A row that is pointed at.

    start, end: where the words for it stand in the folded text
    """

    start: int
    end: int
    nth: int  # from 0; -1 is the last
    is_denied: bool


@lru_cache(maxsize=1)
def table() -> Table:
    return Table.of("pointing.yml")


def pointed_at(question: Question, catalogue: Catalogue) -> Question:
    """The question with the rows that it points at named; the question itself when it points at none."""
    shown = rows_listed(question).get("shown") or []
    if not shown or not question.text or question.context.get("guide") or question.topic == "distress":
        return question
    if not any(map(question.named, KINDS)) and whole(table().others).fullmatch(_plain(question.text)):
        return _others(question)
    row = _called(question, catalogue, shown)
    if row:
        return row
    text = whole(table().both).sub(_both(), _plain(question.text))
    rows = _rows_in(text)
    meant = [row for row in rows if not row.is_denied and -1 <= row.nth < len(shown)]
    if not meant or len(words_of(text)) > LONGEST:
        return question
    if _only_points(text, rows):
        return _pick(question, catalogue, text, meant) if len(meant) == 1 else question
    return _asked(question, catalogue, text, [(row, *shown[row.nth]) for row in meant])


def where_offered(question: Question) -> Question | None:
    """ "Ja, in Diepenbeek graag" where "Waar kan dat?" was just offered, and no academy was."""
    said = (question.context.get("said") or [{}])[-1]
    choices = [Choice.read(row) for row in said.get("choices", ())]
    offered = [choice for choice in choices if choice.topic == WHERE]
    places = question.named("place") or question.named("postal_code")
    in_talk = question.context.get("guide") or texts_of(said.get("topic", MORE)).area == "academies"
    if len(offered) != 1 or in_talk or not places or any(choice.topic == ACADEMY for choice in choices):
        return None
    around = {*words_of(fold(question.text))} - {word for place in places for word in words_of(fold(place.text))}
    if not question.text or not around <= table().around_place:
        return None
    about = tuple(of_choice(kind, value) for kind, value in offered[0].about)
    return replace(question, topic=WHERE, mentions=(*about, *places))


@lru_cache(maxsize=1)
def _both() -> str:
    first, second = list(texts_of("inform").words["ordinals"])[:2]
    return f"de {first.split()[0]} en de {second.split()[0]}"


def _plain(text: str) -> str:
    return " ".join(words_of(fold(text)))


def _others(question: Question) -> Question:
    """The next rows, where the list was the last thing that was spoken of."""
    listing, subject = question.context["listing"], question.context.get("subject")
    goes_on = listing.get("topic") in WITH_ROWS and subject in (listing["topic"], MORE)
    return replace(question, topic=MORE, mentions=()) if goes_on else question


def _called(question: Question, catalogue: Catalogue, shown: Sequence[Sequence[str]]) -> Question | None:
    """ "Dat voorbereidend jaar, wat houdt dat in?": a word of one row's name only, where nothing else is named."""
    plain = _plain(question.text)
    words = {hit.group(1) for hit in whole((table().called,)).finditer(plain)} - table().not_called
    if not words or any(map(question.named, NAMING)) or question.topic not in _unsure():
        return None
    rows = [tuple(pair) for pair in shown if words & {*words_of(fold(title_of(catalogue, *pair)))}]
    if len({*rows}) != 1 or rows[0][0] not in KINDS:
        return None
    (kind, value), (word, *_) = rows[0], sorted(words)
    mention = Mention(kind, value, title_of(catalogue, kind, value))
    topic = _topic(question, kind) or CARDS[kind]
    return replace(
        question, topic=topic, text=plain.replace(word, mention.text), mentions=(*question.mentions, mention)
    )


def _unsure() -> set[str]:
    return {*follow_ups().loose, *CARDS.values(), *table().too_general}


def rows_denied(text: str) -> set[int]:
    """Places, from 0, of the rows that the message takes away: "die eerste niet", "niet de tweede"."""
    plain = _plain(text)
    denied = (row for row in _rows_in(plain) if row.is_denied or whole(table().denied).match(plain[row.end :].lstrip()))
    return {row.nth for row in denied}


def _rows_in(text: str) -> list[Pointed]:
    found = [hit for pattern in _row_patterns() for hit in pattern.finditer(text)]
    rows = (_pointed(text, hit) for hit in sorted(found, key=lambda hit: hit.start()))
    return [row for row in rows if row]


@lru_cache(maxsize=1)
def _row_patterns() -> tuple[re.Pattern[str], ...]:
    nths = "|".join(word for word in ordinals() if not word.isdigit())
    lasts = "|".join(texts_of("inform").words["last"])
    row, last = table().row.replace("{places}", nths), table().last.replace("{places}", lasts)
    return tuple(whole((pattern,)) for pattern in (row, last, table().number))


def _pointed(text: str, hit: re.Match[str]) -> Pointed | None:
    """None for words that are no row: a year, a grade, a child."""
    before, behind = text[: hit.start()].rstrip(), text[hit.end() :].lstrip()
    after_all = ends(table().row_after_all, before)
    if whole(table().no_row_before).match(behind) or (ends(table().no_row_behind, before) and not after_all):
        return None
    word = next(group for group in hit.groups() if group)
    nth = -1 if word in texts_of("inform").words["last"] else ordinals().get(word, -2)
    is_denied = ends(table().denied, before) or is_taken_away(behind)
    return Pointed(hit.start(), hit.end(), nth, is_denied)


def is_taken_away(behind: str) -> bool:
    """Whether the words behind a name or a row do away with it: "laat de eerste maar weg"."""
    return bool(whole(table().taken_away).match(behind))


def _only_points(text: str, rows: Sequence[Pointed]) -> bool:
    """Whether there is nothing in the message but the rows and words around a pick."""
    left = text
    for row in sorted(rows, key=lambda row: -row.start):
        left = f"{left[: row.start]} {left[row.end :]}"
    around = (texts_of("inform").words["around_a_pick"], table().no_words, table().puts_right)
    return {*words_of(left)} <= {word for words in around for word in words}


def _pick(question: Question, catalogue: Catalogue, text: str, meant: Sequence[Pointed]) -> Question:
    """A mere pick, without the words around it that are no name and no year."""
    bare = replace(question, text=text[meant[0].start : meant[0].end], mentions=())
    return picked(bare, catalogue, alone=True) or question


def _asked(question: Question, catalogue: Catalogue, text: str, rows: Sequence[tuple[Pointed, str, str]]) -> Question:
    """The question about these rows by name, when it is clear what is asked of them."""
    kinds = {kind for _, kind, _ in rows}
    if len(rows) == 1 and whole(table().of_list).match(text[rows[0][0].end :].lstrip()):
        question, text = replace(question, mentions=()), text[rows[0][0].start :]
        rows = [(replace(rows[0][0], start=0, end=rows[0][0].end - rows[0][0].start), *rows[0][1:])]
    if kinds == {"academy"} and len(rows) == 1:
        return _of_academy(question, text, rows[0][2])
    alike = kinds == {"option"} or (kinds == {"job"} and len(rows) == 1)
    named = {title_of(catalogue, kind, mention.value) for kind in KINDS for mention in question.named(kind)}
    if not alike or (named and named != {title_of(catalogue, kind, value) for _, kind, value in rows}):
        return question
    if named and len(rows) == 1:  # "toon de tweede, X"
        return _pick(question, catalogue, text, [rows[0][0]])
    plain = text
    mentions = tuple(Mention(kind, value, title_of(catalogue, kind, value)) for _, kind, value in rows)
    for (row, _, _), mention in reversed([*zip(rows, mentions, strict=True)]):
        text = f"{text[: row.start]}{mention.text}{text[row.end :]}"
    said = {word for row, _, _ in rows for word in words_of(plain[row.start : row.end])}
    others = (other for other in question.mentions if not {*words_of(fold(other.text))} & said)
    topic = _topic(question, rows[0][1]) if len(rows) == 1 else COMPARE
    topic = (_dual_topic(question, catalogue, rows[0][2]) if len(rows) == 1 else "") or topic
    return replace(question, topic=topic, text=text, mentions=(*mentions, *others)) if topic else question


def _of_academy(question: Question, text: str, academy: str) -> Question:
    """Who may come to one of the rows: it is told of that one, with what was asked, and no other search is made."""
    about = {texts_of(question.topic).area, question.topic} & {texts_of(ACADEMY).area, GIRLS, table().dual_age}
    if not (about or question.topic in follow_ups().loose) or not finds(table().who_may_come, text):
        return question
    kept = (mention for mention in question.mentions if mention.kind in ("age", "focus", "audience"))
    return replace(question, topic=ACADEMY, mentions=(of_choice("academy", academy), *kept))


def _dual_topic(question: Question, catalogue: Catalogue, value: str) -> str:
    """A question of dual learning about a row that is dual, or of a list of such, keeps its topic; else ""."""
    options = options_of(catalogue, value)
    filters = rows_listed(question).get("filters") or {}
    in_dual = filters.get("dual") == "yes" or bool(question.named("dual")) or all(map(only_dual, options))
    if not options or not in_dual:
        return ""
    asked = table().dual_age if finds(table().how_old, _plain(question.text)) else question.topic
    is_dual = texts_of(asked).area == DUAL and asked not in table().too_general
    return asked if is_dual else ""


def _topic(question: Question, kind: str) -> str:
    """What was understood where a row fits it, else what its words ask of a row."""
    general = table().too_general.get(question.topic, "")
    understood = question.topic not in follow_ups().loose and kind in texts_of(question.topic).takes
    if understood and not general:
        return question.topic
    rules = (getattr(rule, kind) for rule in table().asked_of_rows if finds(rule.words, _plain(question.text)))
    return next(rules, general)
