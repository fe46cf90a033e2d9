"""Dual options that resemble an option."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.engine import Connection

from ..models import option_jobs, options
from ..records import Option
from ..text import stems
from .options import OFFERED, SHORT_TO_LONG, by_id, in_domains, read_options

ALIKE = 1.0  # least likeness; below it two options have too little in common to name one for the other
COMMON = 0.25  # a stem in this share of the options of a level says nothing about one of them


@dataclass(frozen=True)
class Content:
    """What an option is about."""

    jobs: frozenset[str]
    stems: frozenset[str]


def similar_dual(connection: Connection, option_id: str, limit: int) -> list[Option]:
    """Dual options of the same level that share a domain and content, nearest first."""
    own = by_id(connection, option_id)
    if own is None:
        return []
    others = [other for other in _same_level(connection, own) if other.id != own.id]
    contents = _contents(connection, [own, *others])
    weights = _weights(content.stems for content in contents.values())
    alike = {other.id: _likeness(contents[own.id], contents[other.id], weights) for other in others}
    dual = [other for other in others if other.dual == "yes" and _share_a_subject(own, other, contents)]
    near = [other for other in dual if alike[other.id] >= ALIKE]
    return sorted(near, key=lambda other: (-alike[other.id], other.finality != own.finality))[:limit]


def _same_level(connection: Connection, own: Option) -> list[Option]:
    query = select(options).where(OFFERED, options.c.level == own.level)
    return read_options(connection, query.where(in_domains(own.domains)).order_by(*SHORT_TO_LONG))


def _contents(connection: Connection, found: list[Option]) -> dict[str, Content]:
    jobs: dict[str, set[str]] = {option.id: set() for option in found}
    query = select(option_jobs.c.option_id, option_jobs.c.job_id).where(option_jobs.c.option_id.in_(jobs))
    for option_id, job_id in connection.execute(query):
        jobs[option_id].add(job_id)
    return {option.id: Content(frozenset(jobs[option.id]), _stems(option)) for option in found}


def _stems(option: Option) -> frozenset[str]:
    return stems(" ".join((option.name, *option.keywords)))


def _weights(contents: Iterable[frozenset[str]]) -> dict[str, float]:
    """Weight of a stem, 0 to 1: "tech" stands in nearly every option and says nothing, "hout" says a lot."""
    every = list(contents)
    counts = Counter(stem for content in every for stem in content)
    return {stem: 1 - min(1.0, count / len(every) / COMMON) for stem, count in counts.items()}


def _share_a_subject(own: Option, other: Option, contents: dict[str, Content]) -> bool:
    """A job, or what one of them is called after: "plan lezen" alone is learned by welders and bricklayers."""
    named = stems(own.name) | stems(other.name)
    shared = contents[own.id].stems & contents[other.id].stems
    return bool(contents[own.id].jobs & contents[other.id].jobs or shared & named)


def _likeness(own: Content, other: Content, weights: dict[str, float]) -> float:
    """What two options share: a job counts 2, a stem its weight."""
    return 2 * len(own.jobs & other.jobs) + sum(weights[stem] for stem in own.stems & other.stems)
