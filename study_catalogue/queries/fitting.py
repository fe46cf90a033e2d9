"""Which of several routes is really the one to what was asked for."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from ..levels import BACHELORS
from ..records import Option, Route
from ..text import fold, stems

KINDS_OF_STUDY = ("academische bachelor", "professionele bachelor", "master", "graduaat")  # how their names begin
STUDIED = (*BACHELORS, "master")


def through(routes: list[Route], goals: Iterable[Option]) -> list[Route]:
    """The routes that pass one of the studies, or a master called after it; all of them when none is asked for.

    A master may follow on other bachelors too: a way through one of those is none to the study that was asked for.
    """
    asked = list(goals)
    return [route for route in routes if not asked or any(_passes(route, goal) for goal in asked)]


def _passes(route: Route, goal: Option) -> bool:
    steps = [step.option for step in route.steps]
    bachelors = [option for option in steps if option.level in BACHELORS and option.level == goal.level]
    return goal in steps or (not bachelors and subject(goal) in subject(steps[-1]))


def subject(option: Option) -> str:
    """ "industriele wetenschappen" of the academic bachelor of that name."""
    name = fold(option.name)
    return next((name.removeprefix(kind).strip() for kind in KINDS_OF_STUDY if name.startswith(kind)), name)


def unlike(route: Route, job: str = "") -> tuple[int, int, int]:
    """How little the study is called after the job, and then how little its steps have in common; lower fits better.

    Only where the way ends in a study after secondary school: a job learned at school has its own options.
    """
    options = [step.option for step in route.steps]
    if options[-1].level not in STUDIED:
        return 0, 0, 0
    named = stems(job) & stems(subject(options[-1]))
    shared = [len(_content(first) & _content(second)) for first, second in pairwise(options)]
    return -len(named), -min(shared, default=0), -sum(shared)


@lru_cache(maxsize=1024)
def _content(option: Option) -> frozenset[str]:
    return stems(" ".join((subject(option), *option.keywords)))
