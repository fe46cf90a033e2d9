"""From a row of a table to a record."""

from __future__ import annotations

from typing import Any

from ..models import ADDRESS
from ..records import Academy, Helpline, Institution, Job, Listing, Option, Place, Source, Theme
from ..text import unpack


def source(row: Any, prefix: str = "source_") -> Source:
    """Source kept in the columns PREFIXtitle, PREFIXyear, PREFIXstatus and PREFIXurl."""
    return Source(*(row[f"{prefix}{column}"] for column in ("title", "year", "status", ADDRESS)))


def option(row: Any) -> Option:
    plain = ("id", "name", "level", "grade_info", "finality", "is_stem", "stem_kind", "stem_official", "dual")
    more = ("theory_practice", "after_kind", "semesters", "ended", "ended_note")
    return Option(
        **{column: row[column] for column in plain + more},
        domains=unpack(row["domains"]),
        keywords=unpack(row["keywords"]),
        successors=unpack(row["successors"]),
        source=source(row),
        links_source=source(row, "links_"),
    )


def job(row: Any) -> Job:
    """Row of an occupation outer-joined to its listing; the listing's columns start with `listing_`."""
    return Job(
        id=row["id"],
        name=row["name"],
        other_names=unpack(row["other_names"]),
        listing=None if row["listing_year"] is None else _listing(row),
        description=row["description"],
        stem=row["stem"],
        source=source(row),
    )


def _listing(row: Any) -> Listing:
    return Listing(
        year=row["listing_year"],
        group=row["listing_vdab_group"],
        cluster=row["listing_cluster"],
        restriction=row["listing_restriction"],
        causes=row["listing_causes"],
        causes_source=source(row, "listing_causes_source_") if row["listing_causes"] else None,
        source=source(row, "listing_source_"),
    )


def institution(row: Any) -> Institution:
    plain = ("name", "short", "kind", "municipality", "province", "website")
    return Institution(**{column: row[column] for column in plain}, source=source(row))


def place(row: Any) -> Place:
    plain = ("id", "postal_code", "name", "municipality", "province", "lat", "lon", "former_municipality")
    return Place(**{column: row[column] for column in plain}, source=source(row))


def academy(row: Any, topics: tuple[str, ...]) -> Academy:
    plain = ("id", "name", "organiser", "municipality", "postal_code", "province", "lat", "lon", "min_age", "max_age")
    more = ("focus", "price_info", "website", "last_confirmed", "via_school")
    return Academy(**{column: row[column] for column in plain + more}, topics=topics, source=source(row))


def theme(row: Any) -> Theme:
    lists = ("words", "academy_topics", "clusters", "jobs", "keywords")
    return Theme(id=row["id"], label=row["label"], **{column: unpack(row[column]) for column in lists})


def helpline(row: Any) -> Helpline:
    plain = ("id", "name", "for_whom", "contact", "hours", "site")
    return Helpline(**{column: row[column] for column in plain}, source=source(row))
