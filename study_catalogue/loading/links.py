"""Links from an option to jobs and to next options, each with its basis and its review."""

from __future__ import annotations

from dataclasses import dataclass

from study_catalogue.levels import BACHELORS

from ..models import job_names, option_jobs, option_next, options
from ..rows import Row
from ..text import fold
from .batch import Batch, Record
from .options import BASES
from .options import read as read_options

REVIEW_COLUMNS = ("option_id", "kind", "target", "verdict", "reviewed_by", "reviewed_on")


@dataclass(frozen=True)
class Review:
    """What a counsellor said of one link."""

    keep: bool
    by: str
    on: str  # ISO date


Reviews = dict[tuple[str, str, str], Review]  # option id, "job" or "next", job name key or option id


def load(batch: Batch) -> int:
    rows = read_options(batch)
    known = {record["id"]: record for record in batch.rows(options)}
    reviews = _reviews(batch, rows)
    for row in rows:
        _load_jobs(batch, row, reviews)
        _load_next(batch, row, known, reviews)
    return batch.count(option_jobs, option_next)


def _reviews(batch: Batch, rows: list[Row]) -> Reviews:
    links = {
        row.need("id"): {"job": set(map(fold, row.many("jobs"))), "next": set(row.many("next_options"))} for row in rows
    }
    found: Reviews = {}
    for row in batch.read("link_reviews.csv", REVIEW_COLUMNS):
        option_id, kind = row.one_of("option_id", links), row.one_of("kind", ("job", "next"))
        target = fold(row.need("target")) if kind == "job" else row.need("target")
        if target not in links[option_id][kind]:
            row.fail(f"no such link: 'target' is '{row.text('target')}'")
        found[option_id, kind, target] = _review(row)
    return found


def _review(row: Row) -> Review:
    keep = row.one_of("verdict", ("ok", "remove")) == "ok"
    return Review(keep, row.need("reviewed_by"), row.day("reviewed_on") or row.fail("'reviewed_on' is empty"))


def _load_jobs(batch: Batch, row: Row, reviews: Reviews) -> None:
    job_ids = {record["key"]: record["job_id"] for record in batch.rows(job_names)}
    taken: set[str] = set()
    for position, name in enumerate(row.many("jobs")):
        review, job_id = reviews.get((row.need("id"), "job", fold(name))), job_ids[fold(name)]
        if job_id in taken:
            row.fail(f"'jobs' names the same job twice: {name}")
        taken.add(job_id)
        if review is None or review.keep:
            batch.add(option_jobs, {**_link(row, position, review, "inferred"), "job_id": job_id})


def _load_next(batch: Batch, row: Row, known: dict[str, Record], reviews: Reviews) -> None:
    for position, target in enumerate(row.many("next_options")):
        if target not in known:
            row.fail(f"'next_options' points to {target}, which does not exist")
        _check_rule(row, known[row.need("id")], known[target])
        review = reviews.get((row.need("id"), "next", target))
        if review is None or review.keep:
            basis = BASES[row.text("links_basis")]  # of the next options only: a job link was never read
            batch.add(option_next, {**_link(row, position, review, basis), "next_id": target})


def _check_rule(row: Row, option: Record, target: Record) -> None:
    """The diploma of 6 arbeidsmarkt (OK3) opens no bachelor and no 7th year that asks OK4."""
    if option["level"] != "so-3" or option["finality"] != "arbeidsmarkt":
        return
    if target["level"] in BACHELORS or target["after_kind"] == "ok4":
        row.fail(f"'next_options' points to {target['id']}, which asks OK4")


def _link(row: Row, position: int, review: Review | None, basis: str) -> Record:
    return {
        "option_id": row.need("id"),
        "position": position,
        "basis": "confirmed" if review else basis,
        "reviewed_by": review.by if review else "",
        "reviewed_on": review.on if review else "",
    }
