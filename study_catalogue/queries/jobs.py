"""Occupations and the bottleneck list."""

from __future__ import annotations

from typing import Any

from sqlalchemy import and_, func, or_, select
from sqlalchemy.engine import Connection

from ..models import facts, job_names, jobs, listings, option_jobs, options
from ..records import Job, Source
from ..text import fold
from . import shape
from .texts import COUNT_PREFIX, fact, theme

_LISTED = {f"listing_{column.name}": column for column in listings.c if column.name != "job_id"}
_NEWEST = select(func.max(listings.c.year)).scalar_subquery()
_JOINED = jobs.outerjoin(listings, and_(listings.c.job_id == jobs.c.id, listings.c.year == _NEWEST))
_JOBS = (
    select(jobs, *(column.label(label) for label, column in _LISTED.items()))
    .select_from(_JOINED)
    .where(jobs.c.visible.is_(True))
)


def named(connection: Connection, name: str) -> Job | None:
    ids = select(job_names.c.job_id).where(job_names.c.key == fold(name))
    row = connection.execute(_JOBS.where(jobs.c.id.in_(ids))).mappings().first()
    return shape.job(row) if row else None


def of_option(connection: Connection, option_id: str) -> list[Job]:
    """Bottleneck jobs first, then by name. Empty for an option that is hidden."""
    shown = select(options.c.id).where(options.c.id == option_id, options.c.visible.is_(True))
    ids = select(option_jobs.c.job_id).where(option_jobs.c.option_id.in_(shown))
    rows = connection.execute(_JOBS.where(jobs.c.id.in_(ids))).mappings()
    return sorted(map(shape.job, rows), key=lambda job: (job.listing is None, fold(job.name)))


def bottlenecks(connection: Connection, theme_id: str, offset: int, limit: int) -> tuple[list[Job], int]:
    """Page and total of the newest list, by name."""
    conditions = [listings.c.year.is_not(None)]
    if theme_id:
        conditions.append(_about(connection, theme_id))
    rows = connection.execute(_JOBS.where(*conditions).order_by(jobs.c.name_key)).mappings()
    found = [shape.job(row) for row in rows]
    return found[offset : offset + limit], len(found)


def _about(connection: Connection, theme_id: str) -> Any:
    """In one of the theme's clusters, or with one of its stems in the name. An unknown theme matches nothing."""
    found = theme(connection, theme_id)
    if found is None:
        return listings.c.year.is_(None)
    inside = [listings.c.cluster == cluster for cluster in found.clusters]
    below = [listings.c.cluster.startswith(f"{cluster}/") for cluster in found.clusters]
    stems = [jobs.c.name_key.contains(stem, autoescape=True) for stem in found.jobs]
    return or_(listings.c.year.is_(None), *inside, *below, *stems)


def newest_year(connection: Connection) -> int:
    """Year of the newest list; 0 when no list is held."""
    return int(connection.execute(select(func.max(listings.c.year))).scalar() or 0)


def counts(connection: Connection) -> list[tuple[int, int, Source]]:
    """(year, number of occupations on the list, source), oldest first."""
    ids = connection.execute(select(facts.c.id).where(facts.c.id.startswith(COUNT_PREFIX)).order_by(facts.c.id))
    found = [fact(connection, fact_id) for fact_id in ids.scalars().all()]
    return [(int(item.values["year"]), int(item.values["count"]), item.source) for item in found if item]
