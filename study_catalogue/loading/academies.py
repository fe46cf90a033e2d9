"""Academies and their topics."""

from __future__ import annotations

from ..models import academies, academy_topics, municipalities
from ..rows import FIRST_YEAR, LAST_YEAR, Row, check_unique
from .batch import CONFIRM_COLUMNS, SOURCE_COLUMNS, Batch, Record, shown, source_of
from .places import PROVINCES, point, postal_code

COLUMNS = (
    *("id", "name", "organiser", "municipality", "postal_code", "province", "lat", "lon", "min_age", "max_age"),
    *("topics", "audience_focus", "price_info", "website", "active_as_of", "via_school", "holiday"),
    *SOURCE_COLUMNS,
    *CONFIRM_COLUMNS,
)
TOPICS = (
    *("programmeren", "robotica", "wetenschap", "techniek", "wiskunde", "sterrenkunde", "elektronica", "bouw"),
    *("3D-printen", "maken", "digitaal", "chemie", "natuur", "energie", "duurzaamheid", "drones", "games", "media"),
)
FOCUSES = ("iedereen", "meisjes", "kansengroepen")
YOUNGEST, OLDEST = 2, 99


def load(batch: Batch) -> int:
    rows = batch.read("academies.csv", COLUMNS)
    check_unique(rows, "id")
    closed = _not_walk_in(batch, {row.need("id") for row in rows})
    for row in rows:
        batch.add(academies, _academy(batch, row, closed))
        for position, topic in enumerate(row.many("topics")):
            if topic not in TOPICS:
                row.fail(f"'topics' holds '{topic}'; expected one of {', '.join(TOPICS)}")
            batch.add(academy_topics, {"academy_id": row.need("id"), "topic": topic, "position": position})
    return batch.count(academies)


def _not_walk_in(batch: Batch, known: set[str]) -> set[str]:
    rows = batch.read("academies_not_walk_in.csv", ("id", "reason"))
    for row in rows:
        row.need("reason")
    return {row.one_of("id", known) for row in rows}


def _academy(batch: Batch, row: Row, closed: set[str]) -> Record:
    return {
        "id": row.need("id"),
        "name": row.need("name"),
        "organiser": row.need("organiser"),
        "municipality": row.one_of("municipality", batch.values(municipalities, "name")),
        "postal_code": postal_code(row),
        "province": row.one_of("province", PROVINCES),
        "focus": row.one_of("audience_focus", FOCUSES),
        "price_info": row.text("price_info"),
        "website": row.website("website"),
        "last_confirmed": row.whole("active_as_of", FIRST_YEAR, LAST_YEAR),
        "via_school": row.flag("via_school"),
        "holiday": row.flag("holiday"),
        "nearby": shown(row) and row.need("id") not in closed,
        **point(row),
        **_ages(row),
        **source_of(row),
    }


def _ages(row: Row) -> Record:
    """Ages in years; None when not read."""
    youngest, oldest = row.whole("min_age", YOUNGEST, OLDEST), row.whole("max_age", YOUNGEST, OLDEST)
    if youngest is not None and oldest is not None and youngest > oldest:
        row.fail(f"'min_age' {youngest} is above 'max_age' {oldest}")
    return {"min_age": youngest, "max_age": oldest}
