"""The catalogue as the rest of the house sees it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable, Iterable
from copy import copy
from functools import lru_cache
from typing import Any, TypeVar

from rapidfuzz import fuzz, process
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from .build import DATA, build, data_version, stored_version
from .database import database_url, engine_for
from .queries import academies, jobs, likeness, options, places, routes, schools, texts
from .records import (
    Academy,
    AcademyFilter,
    Fact,
    Helpline,
    Institution,
    Job,
    Name,
    NameKind,
    Nearby,
    Offer,
    Option,
    OptionFilter,
    Place,
    Route,
    Source,
    Theme,
    Years,
)
from .state import State
from .text import fold

Answer = TypeVar("Answer")
ANY_ACADEMY = AcademyFilter()
REMEMBERED = 4096  # answers; a record takes some kilobytes
ALIKE = 72.0  # RapidFuzz score, 0 to 100; below it a suggestion is no longer recognisable


class Catalogue:
    """Read only, safe to share between threads. Rows of low confidence that nobody confirmed are never returned."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._state = State(engine)
        self._remembered = lru_cache(maxsize=REMEMBERED)(self._query)
        self._last: dict[str, Any] = {}
        self._lock = threading.Lock()
        self._names: tuple[str, list[Name]] = ("", [])

    @property
    def version(self) -> str:
        """Changes when the built data changes, also while running; the last known one while there is no database."""
        return self._kept("version", texts.version)

    # study options

    def option(self, id: str) -> Option | None:
        """The option, also when it has ended."""
        return self._ask(options.by_id, id)

    def options_named(self, name: str) -> list[Option]:
        """Options of every level with this canonical name, ended ones too; capitals and accents do not matter."""
        return self._ask(options.named, name)

    def search_options(self, wanted: OptionFilter, offset: int = 0, limit: int = 5) -> tuple[list[Option], int]:
        """Page and total, never an ended option. STEM first, then by level, what has the theme in its name, officially
        STEM; further the finalities take turns, of each what leads to most jobs first."""
        return self._ask(options.search, wanted, offset, limit)

    def jobs_of(self, option_id: str) -> list[Job]:
        """Bottleneck jobs first, then by name."""
        return self._ask(jobs.of_option, option_id)

    def next_of(self, option_id: str) -> list[Option]:
        """Options that may follow, from short to long."""
        return self._ask(options.next_of, option_id)

    def before(self, option_id: str) -> list[Option]:
        """Options that it may follow on."""
        return self._ask(options.before, option_id)

    def options_for_job(self, job_name: str) -> list[Option]:
        """Options that lead to the job, from short to long; never ended ones."""
        return self._ask(options.for_job, job_name)

    def institutions_of(self, option_id: str) -> list[tuple[Institution | None, str, bool]]:
        """(institution when it is known, name as written, whether a source was read). The list is never complete."""
        return self._ask(options.institutions_of, option_id)

    def schools_of(self, option_id: str, near: Place | None = None) -> list[Offer]:
        """Institutions read in a source to give the option, nearest first when a place is given; never complete."""
        return self._ask(schools.of_option, option_id, near)

    def schools_near(self, near: Place, kinds: tuple[str, ...], limit: int = 3) -> list[Offer]:
        """The nearest institutions of these kinds ("secundaire school"), whatever they teach; never complete."""
        return self._ask(schools.nearest, kinds, near, limit)

    def routes(self, job_name: str, level: str = "so-2", option_id: str = "") -> list[Route]:
        """From a level, or from an option, to a job: the shortest route, and the most practical one if it differs."""
        ends = self.options_for_job(job_name)
        return routes.between(ends, self._ask(routes.edges), level, option_id, job=job_name)

    def routes_to(self, option_ids: Iterable[str], level: str = "so-2", option_id: str = "") -> list[Route]:
        """As `routes`, to one of these options; for an academic bachelor on to the masters after it."""
        ids = list(option_ids)
        ends = [end for found in ids for end in self._with_masters(found)]
        goals = [goal for found in ids if (goal := self.option(found))]
        return routes.between(ends, self._ask(routes.edges), level, option_id, goals=goals)

    def years_of(self, option: Option) -> Years | None:
        """How many years the option itself takes, shortest and longest; None when that differs too much to say."""
        return routes.years_of(option)

    def starts_of(self, option_ids: Iterable[str], level: str) -> list[Option]:
        """Options of a level from which a route leads to one of these: STEM first, then those with the fewest steps."""
        ends = [found for option_id in option_ids if (found := self.option(option_id)) and not found.ended]
        return routes.starts(ends, self._ask(routes.edges), level)

    def _with_masters(self, option_id: str) -> list[Option]:
        after = [found for found in self.next_of(option_id) if found.level == "master" and not found.ended]
        goal = self.option(option_id)
        return [*([goal] if goal else []), *after]

    def similar_dual(self, option_id: str, limit: int = 3) -> list[Option]:
        """Dual options of the same level nearest in content; empty when none comes near."""
        return self._ask(likeness.similar_dual, option_id, limit)

    # jobs

    def job(self, name: str) -> Job | None:
        """By canonical or Competent name; capitals and accents do not matter."""
        return self._ask(jobs.named, name)

    def bottlenecks(self, theme: str = "", offset: int = 0, limit: int = 8) -> tuple[list[Job], int]:
        """Page and total of the newest bottleneck list, by name; `theme` is a theme id."""
        return self._ask(jobs.bottlenecks, theme, offset, limit)

    def bottleneck_year(self) -> int:
        return self._ask(jobs.newest_year)

    def bottleneck_counts(self) -> list[tuple[int, int, Source]]:
        """(year, number of occupations on the list, source), oldest first."""
        return self._ask(jobs.counts)

    # places and academies

    def place(self, id: str) -> Place | None:
        """By id, such as "3600 Genk"."""
        return self._ask(places.by_id, id)

    def gazetteer(self) -> list[Place]:
        """Every place of Flanders and Brussels."""
        return self._ask(places.gazetteer)

    def places_named(self, name: str) -> list[Place]:
        """Places with this place, municipality or former municipality name, best known first."""
        return self._ask(places.named, name)

    def places_with_code(self, postal_code: str) -> list[Place]:
        """Main place first; empty for an unknown code."""
        return self._ask(places.with_code, postal_code)

    def academies_near(
        self,
        lat: float,
        lon: float,
        wanted: AcademyFilter = ANY_ACADEMY,
        radius_km: float = 25.0,
        offset: int = 0,
        limit: int = 3,
    ) -> tuple[list[Nearby], int]:
        """Page, nearest first, and total. Nothing inside the radius: the nearest anyway, with their distance in km."""
        return self._ask(academies.near, lat, lon, wanted, radius_km, offset, limit)

    def academy(self, id: str) -> Academy | None:
        """By id; None also for one that "nearby" never shows."""
        return self._ask(academies.by_id, id)

    # names

    def names(self) -> list[Name]:
        """Every recognisable name, once. Read again when the version changes; do not change the list."""
        version = self.version
        with self._lock:
            if self._names[0] != version:
                self._names = (version, self._ask(texts.all_names))
            return self._names[1]

    def nearest_names(self, text: str, kind: NameKind, limit: int = 3, least: float = ALIKE) -> list[str]:
        """Targets (canonical names or place ids) whose name looks like the text, best first; `least` is 0 to 100."""
        candidates = [name for name in self.names() if name.kind == kind]
        keys = [fold(name.text) for name in candidates]
        alike = fuzz.ratio if kind == "place" else fuzz.WRatio
        found = process.extract(fold(text), keys, scorer=alike, score_cutoff=least, limit=limit * 10)
        return list(dict.fromkeys(candidates[index].target for _, _, index in found))[:limit]

    def themes(self) -> list[Theme]:
        return self._ask(texts.all_themes)

    def theme(self, id: str) -> Theme | None:
        return self._ask(texts.theme, id)

    # facts

    def fact(self, id: str) -> Fact | None:
        """A text fact; the caller minds `valid_until`."""
        return self._ask(texts.fact, id)

    def helplines(self) -> list[Helpline]:
        """Help for people in distress first, as in the data file; the last known while the database is out of reach."""
        return self._kept("helplines", texts.all_helplines)

    def websites(self) -> frozenset[str]:
        """Hosts, without "www.", of every site that an answer may name: of shown rows only."""
        return self._ask(texts.websites)

    def _ask(self, query: Callable[..., Answer], *arguments: Any) -> Answer:
        """The answer to a query, remembered as long as the database stays as it is."""
        answer: Answer = self._remembered(self._state.now(), query, *arguments)
        return copy(answer)

    def _kept(self, name: str, query: Callable[[Connection], Answer]) -> Answer:
        """An answer that must not fail with the database: read when the catalogue is opened, and kept."""
        try:
            self._last[name] = self._ask(query)
        except (SQLAlchemyError, OSError):
            if name not in self._last:
                raise
        answer: Answer = self._last[name]
        return copy(answer)

    def _query(self, state: Hashable, query: Callable[..., Any], *arguments: Any) -> Any:
        with self._engine.connect() as connection:
            return query(connection, *arguments)


def open_catalogue(url: str | None = None) -> Catalogue:
    """The catalogue at the URL, else at DATABASE_URL (`.env`), else in `build/catalogue.sqlite`.

    Builds the database when it is missing or older than the data files. Raises DataError when the data is wrong.
    """
    address = database_url(url)
    engine = engine_for(address)
    if _is_stale(engine):
        build(address)
    catalogue = Catalogue(engine)
    catalogue.helplines()
    return catalogue


def _is_stale(engine: Engine) -> bool:
    return stored_version(engine) != data_version(DATA)


__all__ = ["Catalogue", "open_catalogue"]
