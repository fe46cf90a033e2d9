"""Places that a message turns away, and a province that it names beside a place: `data/places.yml`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from pydantic import Field

from actions.lists import words_of
from actions.patterns import ends, finds, whole
from actions.question import EXCLUDED, Mention, Question
from actions.texts import Strict, texts_of
from study_catalogue import Catalogue
from study_catalogue.records import Place

PLACE = "place"
PROVINCE = "province"  # basis of the town from which a province is measured


class Left(Strict):
    """Where somebody comes from, or was, when another place is named."""

    from_: tuple[str, ...] = Field(alias="from")
    to: str
    was: tuple[str, ...]
    was_behind: tuple[str, ...]
    moves: tuple[str, ...]
    lives: tuple[str, ...]


class Table(Strict):
    """`data/places.yml`, which says what each part means."""

    ends: str
    before: tuple[str, ...]
    behind: tuple[str, ...]
    asks: tuple[str, ...]
    joins: str
    goes_on: frozenset[str]
    longest: int
    left: Left


@lru_cache(maxsize=1)
def table() -> Table:
    return Table.of("places.yml")


def with_places(question: Question, catalogue: Catalogue) -> Question:
    """The question with the places that are wanted: one that is turned away is `excluded`, and a province that is
    wanted beside it or beside a place elsewhere is the town from which it is measured."""
    named = [mention for mention in question.named(PLACE) if mention.at >= 0 and mention.text]
    known = [mention for mention in question.named(EXCLUDED) if mention.at >= 0 and mention.value.startswith(PLACE)]
    if not question.text or not named:
        return question
    text = question.whole.lower()
    away = _turned_away(text, [(mention.at, mention.at + len(mention.text)) for mention in (*named, *known)])
    denied = [mention for mention in named if mention.at in away]
    wanted = [mention for mention in named if mention not in denied]
    behind = _left_behind(text, catalogue, wanted)
    wanted = [mention for mention in wanted if mention not in behind]
    towns = _provinces(text, catalogue, wanted, behind)
    if not denied and not towns and not behind:
        return question
    gone = [mention.at for mention in (*denied, *behind)]
    kept = [mention for mention in question.mentions if mention.kind != PLACE or mention.at not in gone]
    out = [Mention(EXCLUDED, f"{PLACE}:{mention.value}", mention.text, at=mention.at) for mention in denied]
    return _going_on(_forgetting(replace(question, mentions=(*kept, *towns, *out)), denied))


def _forgetting(question: Question, denied: Sequence[Mention]) -> Question:
    """What is turned away is no longer the place of the talk."""
    if question.context.get(PLACE) not in {mention.value for mention in denied}:
        return question
    return replace(question, context={name: value for name, value in question.context.items() if name != PLACE})


def _going_on(question: Question) -> Question:
    """ "Niet in Leuven, in Limburg": the question before it, asked of another place."""
    before = (question.context.get("last") or {}).get(PLACE)
    alone = all(mention.kind in (PLACE, EXCLUDED) for mention in question.mentions)
    short = len(words_of(question.whole)) <= table().longest
    goes_on = before and alone and short and question.topic in table().goes_on and not question.context.get("guide")
    return replace(question, topic=str(before), readings=()) if goes_on else question


def _turned_away(text: str, spans: Sequence[tuple[int, int]]) -> set[int]:
    """Where the places begin that are turned away."""
    away, last = set[int](), -1
    for start, end in sorted(spans):
        joined = last >= 0 and re.fullmatch(table().joins, text[last:start])
        if joined or _is_away(text, start, end):
            away.add(start)
            last = end
        else:
            last = -1
    return away


def _is_away(text: str, start: int, end: int) -> bool:
    clause = re.split(table().ends, text[:start])[-1].lstrip()
    if whole(table().asks).match(clause):
        return False
    return ends(table().before, clause) or bool(whole(table().behind).match(text[end:].lstrip()))


def with_province(question: Question, catalogue: Catalogue) -> Question:
    """The question at the town from which a province is measured, when it names one and no place."""
    if question.named(PLACE) or question.named("postal_code") or not question.text:
        return question
    towns = _provinces(question.whole.lower(), catalogue, ())[:1]
    return replace(question, mentions=(*question.mentions, *towns)) if towns else question


def _left_behind(text: str, catalogue: Catalogue, wanted: Sequence[Mention]) -> list[Mention]:
    """The places that somebody leaves or has left, when there is another one to go to."""
    spans = {(mention.at, mention.at + len(mention.text)) for mention in wanted}
    provinces = (whole((name.replace("-", "[- ]?"),)).finditer(text) for name, _ in province_towns(catalogue))
    spans |= {hit.span() for found in provinces for hit in found if not _turned_away(text, [hit.span()])}
    starts = {start for start, _ in spans}
    left = {start for start, end in spans if _is_left(text, start, end, [other for other in starts if other > end])}
    return [mention for mention in wanted if mention.at in left] if starts - left else []


def _is_left(text: str, start: int, end: int, later: Sequence[int]) -> bool:
    read, clause = table().left, re.split(table().ends, text[:start])[-1]
    going = any(re.fullmatch(read.to, text[end:other]) for other in later)
    if going and ends(read.from_, clause):
        return True
    lives = finds(read.moves, text) and ends(read.lives, clause)
    return lives or ends(read.was, clause) or bool(whole(read.was_behind).match(text[end:].lstrip()))


def _provinces(
    text: str, catalogue: Catalogue, wanted: Sequence[Mention], behind: Sequence[Mention] = ()
) -> list[Mention]:
    """The towns of the provinces that are wanted, but for one in which a place that is wanted lies."""
    left = {mention.at for mention in behind}
    found = []
    lies_in = {place.province for mention in wanted if (place := catalogue.place(mention.value))}
    for name, town in province_towns(catalogue):
        hit = whole((name.replace("-", "[- ]?"),)).search(text)
        if hit and hit.start() not in left and town.province not in lies_in and not _turned_away(text, [hit.span()]):
            found.append(Mention(PLACE, town.id, hit[0], basis=PROVINCE, at=hit.start()))
    return found


def towns_away(question: Question, catalogue: Catalogue) -> list[str]:
    """Municipalities of the places that the message turns away."""
    values = (mention.value.partition(":") for mention in question.named(EXCLUDED))
    found = (catalogue.place(value) for kind, _, value in values if kind == PLACE)
    return list(dict.fromkeys(place.municipality for place in found if place))


def province_towns(catalogue: Catalogue) -> list[tuple[str, Place]]:
    """Names of provinces in lower case, each with the town from which is measured."""
    rows = (row.rsplit(" ", 1) for row in texts_of("option_where").words["provinces"])
    return [(name, place) for name, code in rows for place in catalogue.places_with_code(code)[:1]]
