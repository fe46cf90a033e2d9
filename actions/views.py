"""What an answer may be drawn as beside its text and its rows: a map, a route, a table (docs/answer-views.md)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from actions.answer import Item, View
from actions.lists import rows_before
from actions.reply import Reply
from study_catalogue.records import Nearby, Place

EXACT = 4  # decimals of a degree: some ten metres
ROUTE = "route"


@dataclass(frozen=True)
class Stop:
    """One step of a route.

    years: the shortest it takes; `span` says them in words. None where the step is a moment
    level: of the diploma, "OK3" or "OK4", when it gives one of these
    mark: the way it belongs to, when there are more; None for the only one
    number: its place in the rows of its way; None for what comes between two steps
    """

    title: str
    line: str
    years: float | None = None
    span: str = ""
    diploma: str = ""
    level: str | None = None
    mark: str | None = None
    marks: Sequence[str] = ()
    number: int | None = None


@dataclass(frozen=True)
class Way:
    """One of the ways of a route: `title` is the mark of its steps, `span` how long all of them take."""

    title: str
    span: str


def map_view(reply: Reply, place: Place, found: Iterable[Nearby]) -> View:
    """Where the rows are, numbered as the rows. The place is the municipality that was named, never a person's own."""
    points = [_point(nearby, number) for number, nearby in enumerate(found, len(rows_before(reply.question)) + 1)]
    return {
        "kind": "map",
        "title": reply.wording("map_title", place=place.name),
        "note": reply.wording("map_note", place=place.name),
        "place": {"title": place.name, **_spot(place.lat, place.lon)},
        "points": points,
    }


def _point(nearby: Nearby, number: int) -> dict[str, Any]:
    academy = nearby.academy
    where = {"town": academy.municipality, **_spot(academy.lat, academy.lon)}
    return {"title": academy.name, **where, "km": round(nearby.km, 1), "number": number}


def _spot(lat: float, lon: float) -> dict[str, float]:
    return {"lat": round(lat, EXACT), "lon": round(lon, EXACT)}


def route_view(title: str, steps: Iterable[Stop], ways: Iterable[Way] = (), goal: str = "") -> View:
    """Steps one after the other, way after way. goal: where all of them lead"""
    drawn = [{**asdict(step), "marks": list(step.marks)} for step in steps]
    return {"kind": ROUTE, "title": title, "goal": goal, "ways": [asdict(way) for way in ways], "steps": drawn}


def steps_view(title: str, items: Iterable[Item]) -> View:
    """Rows that are steps by themselves."""
    stops = [Stop(item.title, item.line, number=number) for number, item in enumerate(items, 1)]
    return route_view(title, stops)


def table_view(title: str, columns: Sequence[str], rows: Mapping[str, Sequence[str]]) -> View:
    """rows: of each field a cell for each column"""
    cells = [{"title": field, "cells": list(values)} for field, values in rows.items()]
    return {"kind": "table", "title": title, "columns": list(columns), "rows": cells}
