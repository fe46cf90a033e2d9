"""List rows from the catalogue's records."""

from __future__ import annotations

from collections.abc import Iterable

from actions.answer import Item
from actions.reply import Reply
from study_catalogue import Catalogue
from study_catalogue.records import Academy, Job, Listing, Nearby, Option

GIRLS = "meisjes"  # the focus of an academy that is for girls only
LEAST_KM = 0.05  # "0,0 km" is no distance


def option_rows(reply: Reply, options: Iterable[Option]) -> list[Item]:
    return [_option_row(reply, option) for option in options]


def _option_row(reply: Reply, option: Option) -> Item:
    line = ", ".join(part for part in (reply.label("level", option.level), finality_of(reply, option)) if part)
    stem = (reply.explain(reply.wording("mark_stem"), "stem"),) if option.stem_official.startswith("STEM") else ()
    return Item(option.name, line, (*stem, *dual_marks(reply, option)))


def finality_of(reply: Reply, option: Option) -> str:
    """In words, "" where there is none."""
    name = f"finality_{option.finality}"
    return reply.explain(reply.wording(name), name) if option.finality else ""


def dual_marks(reply: Reply, option: Option) -> tuple[str, ...]:
    return (reply.explain(reply.wording("mark_dual"), "dual"),) if option.dual == "yes" else ()


def job_rows(reply: Reply, jobs: Iterable[Job]) -> list[Item]:
    return [Item(job.name, _restriction(reply, job), bottleneck_marks(reply, job.listing)) for job in jobs]


def bottleneck_marks(reply: Reply, listing: Listing | None) -> tuple[str, ...]:
    if listing is None:
        return ()
    return (reply.explain(reply.wording("mark_bottleneck", year=listing.year), "bottleneck", listing.source),)


def _restriction(reply: Reply, job: Job) -> str:
    """What the bottleneck is limited to, unless the name says it already."""
    only = job.listing.restriction if job.listing else ""
    return reply.wording("line_restriction", only=only) if only and only not in job.name else ""


def kilometres(km: float) -> str:
    return f"{km:.1f} km".replace(".", ",")


def distance_marks(reply: Reply, km: float) -> tuple[str, ...]:
    """How far it is; in the municipality itself nothing is measured."""
    if km < LEAST_KM:
        return (reply.explain(reply.wording("mark_here"), "here"),)
    return (reply.explain(kilometres(km), "km"),)


def academy_rows(reply: Reply, found: Iterable[Nearby]) -> list[Item]:
    return [_academy_row(reply, nearby) for nearby in found]


def _academy_row(reply: Reply, nearby: Nearby) -> Item:
    academy = nearby.academy
    parts = [
        academy.municipality,
        reply.label("filter_focus", academy.focus) if academy.focus == GIRLS else "",
        ages(reply, academy.min_age, academy.max_age),
        ", ".join(academy.topics),
        confirmed(reply, academy),
        academy.website,
        reply.wording("line_via_school") if academy.via_school else "",
    ]
    return Item(academy.name, "; ".join(part for part in parts if part), distance_marks(reply, nearby.km))


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


def title_of(catalogue: Catalogue, kind: str, value: str) -> str:
    if kind == "option":
        option = catalogue.option(value)
        return option.name if option else value
    if kind == "academy":
        academy = catalogue.academy(value)
        return academy.name if academy else value
    if kind == "theme":
        theme = catalogue.theme(value)
        return theme.label if theme else value
    place = catalogue.place(value) if kind == "place" else None
    return f"{place.name} ({place.postal_code})" if place else value
