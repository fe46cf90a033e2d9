"""Academies near a point: a box on the index first, then the exact distance."""

from __future__ import annotations

from typing import Any

from sqlalchemy import and_, or_, select
from sqlalchemy.engine import Connection

from ..distance import box_around, km_between
from ..models import academies, academy_topics
from ..records import Academy, AcademyFilter, Nearby
from . import shape
from .texts import theme

Found = list[tuple[float, bool, int, str]]  # km, via school, minus the year last confirmed, id: the order shown


def near(
    connection: Connection, lat: float, lon: float, wanted: AcademyFilter, radius_km: float, offset: int, limit: int
) -> tuple[list[Nearby], int]:
    """Page, nearest first, and total. With nothing inside the radius: all that fit the filter, however far."""
    conditions = [academies.c.nearby.is_(True), *_conditions(connection, wanted)]
    inside = _measured(connection, lat, lon, [*conditions, *_in_box(lat, lon, radius_km)])
    found = [pair for pair in inside if pair[0] <= radius_km] or _measured(connection, lat, lon, conditions)
    return _page(connection, found[offset : offset + limit]), len(found)


def by_id(connection: Connection, academy_id: str) -> Academy | None:
    query = select(academies).where(academies.c.id == academy_id, academies.c.nearby.is_(True))
    row = connection.execute(query).mappings().first()
    return shape.academy(row, tuple(_topics(connection, [academy_id]).get(academy_id, ()))) if row else None


def _in_box(lat: float, lon: float, radius_km: float) -> list[Any]:
    box = box_around(lat, lon, radius_km)
    return [academies.c.lat.between(box.south, box.north), academies.c.lon.between(box.west, box.east)]


def _measured(connection: Connection, lat: float, lon: float, conditions: list[Any]) -> Found:
    """At one distance: open sign-up before via school, then the one confirmed last."""
    columns = [academies.c[name] for name in ("lat", "lon", "via_school", "last_confirmed", "id")]
    rows = connection.execute(select(*columns).where(*conditions))
    return sorted((km_between(lat, lon, row[0], row[1]), row[2], -(row[3] or 0), row[4]) for row in rows)


def _conditions(connection: Connection, wanted: AcademyFilter) -> list[Any]:
    found: list[Any] = []
    if wanted.age is not None:
        found.append(_suits(wanted.age))
    if wanted.focus:
        found.append(academies.c.focus == wanted.focus)
    if wanted.holiday:
        found.append(academies.c.holiday.is_(True))
    if wanted.theme:
        found.append(academies.c.id.in_(_about(connection, wanted.theme)))
    return found + _left_out(connection, wanted)


def _left_out(connection: Connection, wanted: AcademyFilter) -> list[Any]:
    found = [academies.c.id.not_in(_mostly_about(connection, theme_id)) for theme_id in wanted.without_theme]
    if wanted.without_focus:
        found.append(academies.c.focus.not_in(wanted.without_focus))
    if wanted.without_municipality:
        found.append(academies.c.municipality.not_in(wanted.without_municipality))
    return found


def _mostly_about(connection: Connection, theme_id: str) -> Any:
    """Those of which the first topic that was read is one of the theme."""
    return _about(connection, theme_id).where(academy_topics.c.position == 0)


def _suits(age: int) -> Any:
    """Inside the ages that were read. A row of which no age was read is left out: unknown is not "all ages"."""
    old_enough = or_(academies.c.min_age.is_(None), academies.c.min_age <= age)
    young_enough = or_(academies.c.max_age.is_(None), academies.c.max_age >= age)
    some_age_read = or_(academies.c.min_age.is_not(None), academies.c.max_age.is_not(None))
    return and_(old_enough, young_enough, some_age_read)


def _about(connection: Connection, theme_id: str) -> Any:
    found = theme(connection, theme_id)
    topics = found.academy_topics if found else ()
    return select(academy_topics.c.academy_id).where(academy_topics.c.topic.in_(topics))


def _page(connection: Connection, found: Found) -> list[Nearby]:
    ids = [place_in_order[-1] for place_in_order in found]
    rows = connection.execute(select(academies).where(academies.c.id.in_(ids))).mappings()
    by_id, topics = {row["id"]: row for row in rows}, _topics(connection, ids)
    return [Nearby(shape.academy(by_id[key], tuple(topics.get(key, ()))), km) for km, _, _, key in found]


def _topics(connection: Connection, ids: list[str]) -> dict[str, list[str]]:
    query = select(academy_topics.c.academy_id, academy_topics.c.topic).where(academy_topics.c.academy_id.in_(ids))
    found: dict[str, list[str]] = {}
    for academy_id, topic in connection.execute(query.order_by(academy_topics.c.position)):
        found.setdefault(academy_id, []).append(topic)
    return found
