"""The schools of an option around all the places that a message wants, without those it turns away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from actions.answer import Item
from actions.places import PROVINCE, towns_away
from actions.question import Question
from actions.reply import Reply
from actions.rows import LEAST_KM, distance_marks, kilometres
from study_catalogue import Catalogue
from study_catalogue.records import Offer, Option, Place

ALSO = "also"  # the filter of a list, and kind of mention, with a further place to measure from


@dataclass(frozen=True)
class Schools:
    """Schools, each with the place it was measured from; nearest first.

    away: municipalities that are left out, or that are shown all the same since it is only there (`only_away`)
    """

    found: Sequence[tuple[Offer, Place | None]]
    places: Sequence[Place]
    away: Sequence[str]
    only_away: bool


def schools_wanted(question: Question, catalogue: Catalogue, option: Option, place: Place | None) -> Schools:
    places = [place, *_also(question, catalogue, place)] if place else []
    every = _measured(catalogue, option, places)
    towns = towns_away(question, catalogue)
    away = [town for town in towns if any(offer.municipality == town for offer, _ in every)]
    left = [(offer, near) for offer, near in every if offer.municipality not in away]
    return Schools(left or every, places, away, not left)


def of_province(question: Question, places: Sequence[Place]) -> Place | None:
    """Of the places the one from which a province is measured."""
    towns = {mention.value for mention in question.named("place") if mention.basis == PROVINCE}
    return next((place for place in places if place.id in towns), None)


def _also(question: Question, catalogue: Catalogue, first: Place) -> list[Place]:
    """Places to measure from as well: a city and a province in one message, or those of the page before."""
    named = question.named("place")
    values = [mention.value for mention in question.named(ALSO)]
    if any(mention.basis == PROVINCE for mention in named):
        values += [mention.value for mention in named]
    return [place for value in dict.fromkeys(values) if value != first.id and (place := catalogue.place(value))]


def _measured(catalogue: Catalogue, option: Option, places: Sequence[Place]) -> list[tuple[Offer, Place | None]]:
    """Each school once, from the nearest of the places."""
    nearest: dict[tuple[str, str], tuple[Offer, Place | None]] = {}
    for place in places or (None,):
        for offer in catalogue.schools_of(option.id, place):
            before = nearest.setdefault((offer.name, offer.municipality), (offer, place))
            if _km(offer) < _km(before[0]):
                nearest[(offer.name, offer.municipality)] = (offer, place)
    found = [*nearest.values()]
    return sorted(found, key=lambda pair: _km(pair[0])) if len(places) > 1 else found


def _km(offer: Offer) -> float:
    return float("inf") if offer.km is None else offer.km


def school_rows(reply: Reply, found: Sequence[tuple[Offer, Place | None]], several: bool = False) -> list[Item]:
    return [
        Item(
            offer.name,
            "; ".join(part for part in (offer.municipality, offer.website) if part),
            _marks(reply, offer, place if several else None),
        )
        for offer, place in found
    ]


def _marks(reply: Reply, offer: Offer, place: Place | None) -> tuple[str, ...]:
    """How far it is; from which place, when there are several."""
    if offer.km is None:
        return ()
    if place is None or offer.km < LEAST_KM:
        return distance_marks(reply, offer.km)
    return (reply.explain(reply.wording("km_from", km=kilometres(offer.km), place=place.name), "km"),)
