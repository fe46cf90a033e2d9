"""Occupations: the bottleneck list, and the occupations that options lead to."""

from __future__ import annotations

from ..models import job_names, jobs, listings
from ..records import Source
from ..rows import Row, check_unique
from ..text import fold, pack, slug
from .batch import (
    CONFIRM_COLUMNS,
    SOURCE_COLUMNS,
    Batch,
    Record,
    confirmed,
    known_sources,
    shown,
    source_of,
    source_record,
)
from .options import read as read_options

COLUMNS = (
    *("name", "esco_or_competent_code", "cluster", "stem", "year_of_list", "vdab_group"),
    *("cause", "cause_source_title", "cause_source_year"),
    *("competent_name", "short_description_facts"),
    *SOURCE_COLUMNS,
    *CONFIRM_COLUMNS,
)


def load(batch: Batch) -> int:
    rows = batch.read("bottleneck_occupations.csv", COLUMNS)
    for column in ("name", "competent_name", "esco_or_competent_code"):
        check_unique(rows, column)
    for row in rows:
        _load_listed(batch, row)
    _load_unlisted(batch)
    return batch.count(jobs)


def _load_listed(batch: Batch, row: Row) -> None:
    job = _listed_job(row)
    batch.add(jobs, job)
    batch.add(listings, _listing(row, job["id"]))
    for name in {fold(row.need("name")), fold(row.need("competent_name"))}:
        batch.add(job_names, {"key": name, "job_id": job["id"]})


def _listed_job(row: Row) -> Record:
    name, other = row.need("name"), row.need("competent_name")
    return {
        "id": slug(row.need("esco_or_competent_code").split(":")[-1]),
        "name": name,
        "name_key": fold(name),
        "other_names": pack((other,)) if other != name else "",
        "description": row.text("short_description_facts") if confirmed(row) else "",
        "stem": row.one_of("stem", ("yes", "no", "care", "")),
        "visible": shown(row),
        **source_of(row),
    }


def _listing(row: Row, job_id: str) -> Record:
    causes_source = _causes_source(row)
    return {
        "job_id": job_id,
        "year": row.year("year_of_list"),
        "vdab_group": row.need("vdab_group"),
        "cluster": row.need("cluster"),
        "restriction": restriction(row.need("name")),
        "causes": ", ".join(row.many("cause", ";")) if causes_source else "",
        **source_record(causes_source, "causes_source_"),
        **source_of(row),
    }


def _causes_source(row: Row) -> Source | None:
    """Who named the causes, and when. Without a year they stay hidden: nothing is shown undated."""
    if not row.text("cause"):
        return None
    title = row.need("cause_source_title")
    return Source(title, row.year("cause_source_year")) if row.text("cause_source_year") else None


def restriction(name: str) -> str:
    """What stands after a colon or in brackets: only that part of the occupation is a bottleneck."""
    if ":" in name:
        return name.split(":", 1)[1].strip()
    return name[name.index("(") + 1 : name.rindex(")")].strip() if name.endswith(")") else ""


def _load_unlisted(batch: Batch) -> None:
    own = known_sources(batch)["own_links"]
    known = {record["key"] for record in batch.rows(job_names)}
    shown_names: dict[str, tuple[str, bool]] = {}
    for row in read_options(batch):
        for name in row.many("jobs"):
            seen = shown_names.get(fold(name), (name, False))[1]
            shown_names[fold(name)] = (name, seen or shown(row))
    for key, (name, visible) in shown_names.items():
        if key not in known:
            batch.add(jobs, _unlisted_job(name, visible, own))
            batch.add(job_names, {"key": key, "job_id": slug(name)})


def _unlisted_job(name: str, visible: bool, source: Source) -> Record:
    """Visible when an option that is shown leads to it."""
    return {
        "id": slug(name),
        "name": name,
        "name_key": fold(name),
        "other_names": "",
        "description": "",
        "stem": "",
        "visible": visible,
        **source_record(source),
    }
