"""A way that no link of the catalogue shows, and that a diploma opens: every OK4 gives a start at a bachelor."""

from __future__ import annotations

from collections.abc import Callable

from study_catalogue import Catalogue
from study_catalogue.levels import BACHELORS
from study_catalogue.records import Option, OptionFilter, Route, Step

Find = Callable[[str, str], list[Route]]  # from a level, or from an option of it
OK3, OK4 = "ok3", "ok4"
GIVES = {"doorstroom": OK4, "dubbel": OK4, "arbeidsmarkt": OK3}
OF_SEVENTH = {"ok4": OK4, "preparing": OK4, "ok3": OK3}
SECOND, LAST = "so-2", "so-3"  # grades; the diploma comes after the last one
PREPARING, SEVENTH = "preparing", "so-7"
MANY = 500  # rows; more than there are seventh years


def diploma_of(option: Option) -> str:
    """ "ok3" or "ok4" of the diploma at the end of this study; "" where it gives none, or does not tell."""
    if option.level == SEVENTH:
        return OF_SEVENTH.get(option.after_kind or "", "")
    return GIVES.get(option.finality, "") if option.level == LAST else ""


def ways_by_diploma(start: Option, find: Find, catalogue: Catalogue) -> list[Route]:
    """The shortest way after secondary school that the diploma of `start` allows; empty when there is none.

    From the 2nd grade it goes through a study of the 3rd, which gives the diploma.
    """
    if start.level == SECOND:
        return _through_last_grade(start, find, catalogue)
    diploma = diploma_of(start)
    graduate = find("graduaat", "") if diploma else []
    bachelors = [found for level in BACHELORS if diploma and (found := find(level, ""))]
    if diploma == OK3:
        bachelors = [_after_preparing(found, catalogue) for found in bachelors]
    ways = [found for found in (graduate, *bachelors) if found]
    return min(ways, key=lambda routes: (routes[0].years[1], routes[0].years), default=[])


def _through_last_grade(start: Option, find: Find, catalogue: Catalogue) -> list[Route]:
    """By what may follow on it: one of the same finality first, then the one with the shortest way."""
    after = [option for option in catalogue.next_of(start.id) if option.level == LAST and not option.ended]
    ways = [(option, routes) for option in after if (routes := ways_by_diploma(option, find, catalogue))]
    own = catalogue.years_of(start)
    if not ways or not own:
        return []
    option, routes = min(ways, key=lambda way: (way[0].finality != start.finality, way[1][0].years))
    years = catalogue.years_of(option)
    return [Route((Step(start, own), Step(option, years), *route.steps)) for route in routes] if years else []


def diploma_on(route: Route) -> Option | None:
    """The study on the way that gives the diploma of secondary school."""
    return next((step.option for step in route.steps if diploma_of(step.option)), None)


def _after_preparing(routes: list[Route], catalogue: Catalogue) -> list[Route]:
    """With a seventh year before them, that gives OK4 to who has OK3."""
    every, _ = catalogue.search_options(OptionFilter(levels=(SEVENTH,), stem_only=False), limit=MANY)
    year = next((option for option in every if option.after_kind == PREPARING), None)
    years = catalogue.years_of(year) if year else None
    return [Route((Step(year, years), *route.steps)) for route in routes] if year and years else []
