"""List rows from the catalogue's records."""

from __future__ import annotations

from collections.abc import Iterable

from actions.answer import Item
from actions.reply import Reply
from study_catalogue.records import Academy, Job, Listing, Nearby, Option


def option_rows(reply: Reply, options: Iterable[Option]) -> list[Item]:
    return [_option_row(reply, option) for option in options]


def _option_row(reply: Reply, option: Option) -> Item:
    finality = reply.label("finality", option.finality) if option.finality else ""
    line = ", ".join(part for part in (reply.label("level", option.level), finality) if part)
    marks = {"mark_stem": option.stem_official.startswith("STEM"), "mark_dual": option.dual == "yes"}
    return Item(option.name, line, tuple(reply.wording(mark) for mark, holds in marks.items() if holds))


def job_rows(reply: Reply, jobs: Iterable[Job]) -> list[Item]:
    return [Item(job.name, _restriction(reply, job), bottleneck_marks(reply, job.listing)) for job in jobs]


def bottleneck_marks(reply: Reply, listing: Listing | None) -> tuple[str, ...]:
    return (reply.wording("mark_bottleneck", year=listing.year),) if listing else ()


def _restriction(reply: Reply, job: Job) -> str:
    """What the bottleneck is limited to, unless the name says it already."""
    only = job.listing.restriction if job.listing else ""
    return reply.wording("line_restriction", only=only) if only and only not in job.name else ""


def kilometres(km: float) -> str:
    return f"{km:.1f} km".replace(".", ",")


def academy_rows(reply: Reply, found: Iterable[Nearby]) -> list[Item]:
    return [_academy_row(reply, nearby) for nearby in found]


def _academy_row(reply: Reply, nearby: Nearby) -> Item:
    academy = nearby.academy
    parts = [
        academy.municipality,
        ages(reply, academy.min_age, academy.max_age),
        ", ".join(academy.topics),
        confirmed(reply, academy),
        academy.website,
        reply.wording("line_via_school") if academy.via_school else "",
    ]
    return Item(academy.name, "; ".join(part for part in parts if part), (kilometres(nearby.km),))


def confirmed(reply: Reply, academy: Academy) -> str:
    year = academy.last_confirmed
    return reply.wording("line_confirmed", year=year) if year else reply.wording("line_unconfirmed")


def ages(reply: Reply, youngest: int | None, oldest: int | None) -> str:
    if youngest is None and oldest is None:
        return reply.wording("line_age_unknown")
    if oldest is None:
        return reply.wording("line_age_from", youngest=youngest)
    if youngest is None:
        return reply.wording("line_age_to", oldest=oldest)
    return reply.wording("line_age", youngest=youngest, oldest=oldest)
