"""Study options: by id, by name, by filter, and what leads where."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import and_, case, func, not_, or_, select
from sqlalchemy.engine import Connection

from ..models import institutions, job_names, offers, option_domains, option_jobs, option_next, options
from ..records import Institution, Option, OptionFilter
from ..text import fold
from . import shape
from .texts import theme

Condition = Any  # a SQLAlchemy boolean expression
SHORT_STEM = 3  # letters; such a stem only counts at the start of a word ("ict", not "restrict")
OFFERED = and_(options.c.visible.is_(True), options.c.ended.is_(False))
SHORT_TO_LONG = (options.c.level_rank, options.c.name_key, options.c.id)
DUAL_ONLY = "duaal"  # in the name of an option that exists in no other way
STEM_FIRST = (options.c.is_stem.desc(), options.c.level_rank, options.c.officially_stem.desc(), *SHORT_TO_LONG[1:])


def by_id(connection: Connection, option_id: str) -> Option | None:
    query = select(options).where(options.c.id == option_id, options.c.visible.is_(True))
    row = connection.execute(query).mappings().first()
    return shape.option(row) if row else None


def named(connection: Connection, name: str) -> list[Option]:
    query = select(options).where(options.c.name_key == fold(name), options.c.visible.is_(True))
    return read_options(connection, query.order_by(*SHORT_TO_LONG))


def search(connection: Connection, wanted: OptionFilter, offset: int, limit: int) -> tuple[list[Option], int]:
    conditions = _conditions(connection, wanted)
    total = connection.execute(select(func.count()).select_from(options).where(*conditions)).scalar()
    page = select(options).where(*conditions).order_by(*_as_wanted(wanted), *_useful_first(connection, wanted.theme))
    return read_options(connection, page.offset(offset).limit(limit)), int(total or 0)


def _as_wanted(wanted: OptionFilter) -> list[Any]:
    """What only shares a word with the subject comes last, what is most about it first."""
    shares = [options.c.name_key.contains(fold(word), autoescape=True) for word in wanted.last]
    behind: list[Any] = [case((or_(*shares), 1), else_=0)] if shares else []
    return [*behind, case((options.c.id.in_(wanted.first), 0), else_=1)] if wanted.first else behind


def _useful_first(connection: Connection, theme_id: str) -> list[Any]:
    """STEM, then from low to high level, then what has the theme in its name; of these officially STEM first.

    Further the finalities take turns, so that none stands above the others; of each what exists in dual form only
    comes after the rest, and what leads to most jobs first.
    """
    found = theme(connection, theme_id) if theme_id else None
    in_name = [options.c.name_key.contains(stem.strip(), autoescape=True) for stem in (found.keywords if found else ())]
    named: list[Any] = (
        [case((or_(*in_name), 0), else_=1)] if in_name else []
    )  # PostgreSQL takes a bare number for a column
    best = (options.c.is_stem.desc(), options.c.level_rank, *named, options.c.officially_stem.desc())
    groups = [options.c.is_stem, options.c.level_rank, *named, options.c.officially_stem, options.c.finality]
    dual_only: Any = case((options.c.name_key.contains(DUAL_ONLY), 1), else_=0)
    inside = [dual_only, _jobs_reached().desc(), options.c.name_key]
    turn = func.row_number().over(partition_by=groups, order_by=inside)
    return [*best, turn, dual_only, options.c.finality, options.c.name_key, options.c.id]


def _jobs_reached() -> Any:
    """How many jobs are linked to the option or to one that may follow on it."""
    after = select(option_next.c.next_id).where(option_next.c.option_id == options.c.id)
    linked = or_(option_jobs.c.option_id == options.c.id, option_jobs.c.option_id.in_(after.correlate(options)))
    return select(func.count(option_jobs.c.job_id.distinct())).where(linked).correlate(options).scalar_subquery()


def _conditions(connection: Connection, wanted: OptionFilter) -> list[Condition]:
    found: list[Condition] = [OFFERED]
    if wanted.levels:
        found.append(options.c.level.in_(wanted.levels))
    if wanted.finalities:
        found.append(options.c.finality.in_(wanted.finalities))
    if wanted.domain:
        found.append(in_domains([wanted.domain]))
    if wanted.stem_only:
        found.append(options.c.is_stem.is_(True))
    if wanted.official_stem:
        found.append(options.c.officially_stem.is_(True))
    if wanted.dual is not None:
        found.append(options.c.dual == ("yes" if wanted.dual else "no"))
    if wanted.practices:
        found.append(options.c.theory_practice.in_(wanted.practices))
    if wanted.theme:
        found.append(or_(_about(connection, wanted.theme), options.c.id.in_(wanted.also)))
    return found + _left_out(connection, wanted)


def _left_out(connection: Connection, wanted: OptionFilter) -> list[Condition]:
    found: list[Condition] = [not_(_about(connection, theme_id)) for theme_id in wanted.without_theme]
    if wanted.without_finality:
        found.append(options.c.finality.not_in(wanted.without_finality))
    if wanted.without_levels:
        found.append(options.c.level.not_in(wanted.without_levels))
    if wanted.without_practice:
        found.append(options.c.theory_practice.not_in(wanted.without_practice))
    if wanted.without_options:
        found.append(options.c.id.not_in(wanted.without_options))
    if wanted.without_dual:
        found.append(not_(options.c.name_key.contains(DUAL_ONLY)))
    return found


def in_domains(domains: Iterable[str]) -> Condition:
    return options.c.id.in_(select(option_domains.c.option_id).where(option_domains.c.domain.in_(domains)))


def _about(connection: Connection, theme_id: str) -> Condition:
    """One of the theme's stems stands in the name or the keywords. An unknown theme matches nothing."""
    found = theme(connection, theme_id)
    stems = found.keywords if found else ()
    patterns = [f" {stem}" if len(stem) <= SHORT_STEM else stem for stem in stems]
    found_in_text = [options.c.search_text.contains(pattern, autoescape=True) for pattern in patterns]
    return or_(options.c.id.is_(None), *found_in_text)


def next_of(connection: Connection, option_id: str) -> list[Option]:
    joined = options.join(option_next, option_next.c.next_id == options.c.id)
    query = select(options).select_from(joined).where(option_next.c.option_id == option_id, OFFERED)
    return read_options(connection, query.order_by(options.c.level_rank, option_next.c.position))


def before(connection: Connection, option_id: str) -> list[Option]:
    joined = options.join(option_next, option_next.c.option_id == options.c.id)
    query = select(options).select_from(joined).where(option_next.c.next_id == option_id, OFFERED)
    return read_options(connection, query.order_by(*STEM_FIRST))


def for_job(connection: Connection, job_name: str) -> list[Option]:
    linked = select(option_jobs.c.option_id).join(job_names, job_names.c.job_id == option_jobs.c.job_id)
    query = select(options).where(options.c.id.in_(linked.where(job_names.c.key == fold(job_name))), OFFERED)
    return read_options(connection, query.order_by(*SHORT_TO_LONG))


def institutions_of(connection: Connection, option_id: str) -> list[tuple[Institution | None, str, bool]]:
    joined = offers.outerjoin(
        institutions, and_(institutions.c.name == offers.c.institution, institutions.c.visible.is_(True))
    )
    query = select(institutions, offers.c.written, offers.c.read).select_from(joined)
    rows = connection.execute(query.where(offers.c.option_id == option_id).order_by(offers.c.position)).mappings()
    return [(shape.institution(row) if row["name"] else None, row["written"], row["read"]) for row in rows]


def read_options(connection: Connection, query: Any) -> list[Option]:
    return [shape.option(row) for row in connection.execute(query).mappings()]
