"""Routes to a job: which options follow one another, and how many years that takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import select
from sqlalchemy.engine import Connection

from ..models import option_next, options
from ..records import Option, Route, Step, Years
from .fitting import through, unlike
from .options import OFFERED, read_options

# in years (shortest, longest); the answer cites the facts: grades of two years, 120, 180, 60 or 120 credits
YEARS: dict[str, Years] = {
    "so-1": (1, 1),
    "so-2": (2, 2),
    "so-3": (2, 2),
    "so-7": (1, 1),
    "graduaat": (2, 2),
    "prof_bachelor": (3, 3),
    "acad_bachelor": (3, 3),
    "master": (1, 2),
}
NURSING = ("verpleegkunde", (4, 4))  # 240 credits
AFTER_GRADUATE: Years = (1.5, 2)  # a professional bachelor after a graduaat
BRIDGE: Years = (1, 2)  # schakelprogramma, from a professional bachelor to a master
PRACTICE = {"praktisch": 0, "theoretisch": 2}  # how far from practice; mixed or unknown: 1
FIRST_LEVELS = {"so-1", "so-2"}  # no job is learned in these alone
MOST_STEPS = 6
Edges = dict[str, list[Option]]


def between(
    ends: Iterable[Option],
    before: Edges,
    level: str,
    option_id: str = "",
    *,
    job: str = "",
    goals: Iterable[Option] = (),
) -> list[Route]:
    """The shortest route and the most practical one when it is another; empty when none starts there.

    ends: the options that lead to the job; before: as `edges`; level: of the first step; option_id: the option the
    route goes on from, which is then its first step; job: its name; goals: the studies asked for instead of a job
    """
    every = [route for end in _ends(ends) for route in _back(end, before, level, option_id)]
    found = through(every, goals)
    picked = [min(found, key=lambda route: key(route, job)) for key in (_by_length, _by_practice)] if found else []
    return list(dict.fromkeys(picked))


def starts(ends: Iterable[Option], before: Edges, level: str) -> list[Option]:
    """The options of a level that lead to one of these, or are one: STEM first, then those with the fewest steps."""
    found: dict[str, Option] = {}
    seen, left = set[str](), list(ends)
    while left:
        option = left.pop(0)
        if option.level == level:
            found[option.id] = option
        elif option.id not in seen:
            left.extend(before.get(option.id, ()))
        seen.add(option.id)
    return sorted(found.values(), key=lambda option: not option.is_stem)


def _ends(found: Iterable[Option]) -> list[Option]:
    """The options a route may end in: the master, when the job asks for one."""
    ends = [option for option in found if option.level in YEARS and option.level not in FIRST_LEVELS]
    masters = any(option.level == "master" for option in ends)
    return [option for option in ends if not (masters and option.level == "acad_bachelor")]


def edges(connection: Connection) -> Edges:
    """For each option the ones it may follow on."""
    rows = connection.execute(select(option_next.c.option_id, option_next.c.next_id)).all()
    offered = {option.id: option for option in read_options(connection, select(options).where(OFFERED))}
    found: Edges = {}
    for first, second in rows:
        if first in offered and second in offered and _may_follow(offered[first], offered[second]):
            found.setdefault(second, []).append(offered[first])
    return found


def _may_follow(first: Option, second: Option) -> bool:
    """What the links say, within the rule of the diploma: OK3 gives no bachelor, and no 7th year that asks OK4."""
    if first.level not in YEARS or second.level not in YEARS or first.level == second.level:
        return False
    ok3 = first.finality == "arbeidsmarkt" and first.level == "so-3"
    return not (ok3 and ("bachelor" in second.level or second.after_kind == "ok4"))


def _back(end: Option, before: Edges, level: str, option_id: str) -> Iterator[Route]:
    trails = [[end]]
    while trails:
        trail = trails.pop()
        first = trail[0]
        if first.id == option_id or (not option_id and first.level == level):
            yield Route(tuple(_steps(trail)))
        elif len(trail) < MOST_STEPS:
            trails.extend([found, *trail] for found in before.get(first.id, ()))


def _steps(trail: list[Option]) -> Iterator[Step]:
    earlier = ""
    for option in trail:
        bridge = option.level == "master" and earlier == "prof_bachelor"
        yield Step(option, _years(option, earlier), BRIDGE if bridge else None)
        earlier = option.level


def years_of(option: Option) -> Years | None:
    """Of the option itself; None for those for adults."""
    return _years(option, "") if option.level in YEARS else None


def _years(option: Option, earlier: str) -> Years:
    if option.level == "prof_bachelor" and earlier == "graduaat":
        return AFTER_GRADUATE
    if option.level == "so-7" and option.semesters:
        return (option.semesters / 2, option.semesters / 2)
    return NURSING[1] if NURSING[0] in option.name.lower() and option.level == "prof_bachelor" else YEARS[option.level]


def _by_length(route: Route, job: str) -> tuple[object, ...]:
    return (route.years[1], route.years[0], *_by_content(route, job))


def _by_practice(route: Route, job: str) -> tuple[object, ...]:
    theory = sum(PRACTICE.get(step.option.theory_practice, 1) * step.years[1] for step in route.steps)
    return (theory / max(route.years[1], 1), route.years[1], *_by_content(route, job))


def _by_content(route: Route, job: str) -> tuple[object, ...]:
    """Between equal routes: the one with most STEM, the ordinary one before the dual one, what fits best, by name."""
    stem = sum(not step.option.is_stem for step in route.steps)
    dual = sum("duaal" in step.option.name.lower() for step in route.steps)
    return (stem, dual, *unlike(route, job), [step.option.id for step in route.steps])
