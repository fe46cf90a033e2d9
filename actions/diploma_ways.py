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
CHOSEN = ("so-2", "so-3")  # the finality is that of the diploma after the last year
PREPARING, SEVENTH = "preparing", "so-7"
MANY = 500  # rows; more than there are seventh years


def diploma_of(option: Option) -> str:
    """ "ok3" or "ok4" of the diploma at the end of secondary school; "" where the option does not tell."""
    if option.level == SEVENTH:
        return OF_SEVENTH.get(option.after_kind or "", "")
    return GIVES.get(option.finality, "") if option.level in CHOSEN else ""


def ways_by_diploma(start: Option, find: Find, catalogue: Catalogue) -> list[Route]:
    """The shortest way after secondary school that the diploma of `start` allows; empty when there is none."""
    diploma = diploma_of(start)
    graduate = find("graduaat", "") if diploma else []
    bachelors = [found for level in BACHELORS if diploma and (found := find(level, ""))]
    if diploma == OK3:
        bachelors = [_after_preparing(found, catalogue) for found in bachelors]
    ways = [found for found in (graduate, *bachelors) if found]
    return min(ways, key=lambda routes: (routes[0].years[1], routes[0].years), default=[])


def _after_preparing(routes: list[Route], catalogue: Catalogue) -> list[Route]:
    """With a seventh year before them, that gives OK4 to who has OK3."""
    every, _ = catalogue.search_options(OptionFilter(levels=(SEVENTH,), stem_only=False), limit=MANY)
    year = next((option for option in every if option.after_kind == PREPARING), None)
    years = catalogue.years_of(year) if year else None
    return [Route((Step(year, years), *route.steps)) for route in routes] if year and years else []
