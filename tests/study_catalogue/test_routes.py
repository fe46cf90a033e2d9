"""Routes to a job: every one of them keeps to the links and the rules of the diploma."""

from __future__ import annotations

from itertools import pairwise

import pytest

from study_catalogue import Catalogue
from study_catalogue.records import Option, Route

LEVELS = ("so-1", "so-2", "so-3", "so-7", "graduaat", "prof_bachelor", "acad_bachelor", "master")
THEORY = {"praktisch": 0, "theoretisch": 2}
Routes = dict[tuple[str, str], list[Route]]


def options_of(route: Route) -> list[Option]:
    return [step.option for step in route.steps]


@pytest.fixture(scope="module")
def found(sqlite_catalogue: Catalogue) -> Routes:
    """Of every job and every level to start from."""
    jobs = sorted({name.target for name in sqlite_catalogue.names() if name.kind == "job"})
    return {(job, level): sqlite_catalogue.routes(job, level) for job in jobs for level in LEVELS}


@pytest.fixture(scope="module")
def routes(found: Routes) -> list[Route]:
    return [route for several in found.values() for route in several]


def test_there_are_many(found: Routes, routes: list[Route]) -> None:
    assert len(routes) > 900 and {len(several) for several in found.values()} == {0, 1, 2}
    assert {len(route.steps) for route in routes} >= {1, 2, 3, 4}
    assert sum(bool(found[job, "so-2"]) for job, level in found if level == "so-2") > 150


def test_each_step_follows_on_the_one_before(sqlite_catalogue: Catalogue, routes: list[Route]) -> None:
    for first, second in {pair for route in routes for pair in pairwise(options_of(route))}:
        assert second in sqlite_catalogue.next_of(first.id), (first.id, second.id)
        assert first in sqlite_catalogue.before(second.id)


def test_levels_go_up_from_the_one_asked(found: Routes) -> None:
    for (_, level), several in found.items():
        for route in several:
            levels = [option.level for option in options_of(route)]
            assert levels[0] == level and levels == sorted(set(levels), key=LEVELS.index)


def test_the_last_option_leads_to_the_job(sqlite_catalogue: Catalogue, found: Routes) -> None:
    for (job, _), several in found.items():
        ends = sqlite_catalogue.options_for_job(job)
        assert all(options_of(route)[-1] in ends for route in several), job


def test_no_job_is_learned_in_the_first_two_grades(routes: list[Route]) -> None:
    assert not {options_of(route)[-1].level for route in routes} & {"so-1", "so-2"}


def test_labour_market_never_goes_straight_to_a_bachelor(routes: list[Route]) -> None:
    for first, second in {pair for route in routes for pair in pairwise(options_of(route))}:
        if first.level == "so-3" and first.finality == "arbeidsmarkt":
            assert second.level in ("so-7", "graduaat") and second.after_kind != "ok4", (first.id, second.id)


def test_years_are_those_of_the_steps_together(routes: list[Route]) -> None:
    for route in routes:
        spans = [span for step in route.steps for span in (step.years, step.bridge) if span]
        assert route.years == (sum(low for low, _ in spans), sum(high for _, high in spans))
        assert all(0 < low <= high <= 4 for low, high in spans) and route.years[1] <= 13


def test_a_bridge_stands_between_a_professional_bachelor_and_a_master(routes: list[Route]) -> None:
    bridged = 0
    for route in routes:
        for before, step in pairwise(route.steps):
            needed = (before.option.level, step.option.level) == ("prof_bachelor", "master")
            assert step.bridge == ((1, 2) if needed else None)
            bridged += needed
    assert bridged and not any(route.steps[0].bridge for route in routes)


def test_the_shortest_is_not_longer_than_the_practical_one(found: Routes) -> None:
    pairs = [several for several in found.values() if len(several) == 2]
    assert len(pairs) > 100
    for shortest, practical in pairs:
        assert shortest.years[1] <= practical.years[1] and shortest.years[0] <= practical.years[0]


def test_the_practical_one_is_not_further_from_practice(found: Routes) -> None:
    def theory(route: Route) -> float:
        parts = [(THEORY.get(step.option.theory_practice, 1), step.years[1]) for step in route.steps]
        return sum(weight * years for weight, years in parts) / route.years[1]

    for shortest, practical in (several for several in found.values() if len(several) == 2):
        assert theory(practical) <= theory(shortest)


def test_only_options_that_are_offered(routes: list[Route]) -> None:
    assert not [option.id for route in routes for option in options_of(route) if option.ended]


@pytest.mark.parametrize(
    ("step", "years"),
    [
        ("so3-houttechnieken", (2, 2)),
        ("grad-elektromechanische-systemen", (2, 2)),
        ("pba-bouw", (3, 3)),
        ("pba-verpleegkunde", (4, 4)),
    ],
)
def test_years_of_a_step(catalogue: Catalogue, step: str, years: tuple[int, int]) -> None:
    jobs = [job.name for job in catalogue.jobs_of(step)]
    routes = [route for job in jobs for route in catalogue.routes(job, option_id=step)]
    assert routes and all(route.steps[0].years == years for route in routes)


def test_a_bachelor_after_a_graduate_is_shorter(routes: list[Route]) -> None:
    pairs = [pair for route in routes for pair in pairwise(route.steps)]
    after = [second.years for first, second in pairs if first.option.level == "graduaat"]
    assert after and set(after) == {(1.5, 2)}


def test_from_an_option(catalogue: Catalogue) -> None:
    for option_id in ("so2-houttechnieken", "so3-houttechnieken"):
        for route in catalogue.routes("Meubelmaker", option_id=option_id):
            assert options_of(route)[0].id == option_id
    assert options_of(catalogue.routes("Meubelmaker", option_id="so3-houttechnieken")[0])[-1].id == "so3-houttechnieken"


@pytest.mark.parametrize(
    "study",
    [
        "aba-industriele-wetenschappen",
        "aba-ingenieurswetenschappen",
        "aba-bio-ingenieurswetenschappen",
        "aba-chemie",
        "aba-fysica",
        "aba-biomedische-wetenschappen",
    ],
)
def test_a_way_to_a_study_passes_it(catalogue: Catalogue, study: str) -> None:
    """Not another bachelor that one of its masters may follow on as well."""
    for level in ("so-2", "so-3"):
        found = catalogue.routes_to([study], level)
        assert study in [option.id for option in options_of(found[0])], level
        for route in found:
            bachelors = [option.id for option in options_of(route) if option.level == "acad_bachelor"]
            assert bachelors in ([study], []), level


def test_industrial_engineer_by_way_of_industrial_sciences(catalogue: Catalogue) -> None:
    ids = [option.id for option in options_of(catalogue.routes_to(["aba-industriele-wetenschappen"])[0])]
    assert ids[:2] == ["so2-technologische-wetenschappen", "so3-technologische-wetenschappen-en-engineering"]
    assert ids[-1].startswith("ma-industriele-wetenschappen-")


def test_of_equal_ways_the_study_called_after_the_job(catalogue: Catalogue) -> None:
    assert options_of(catalogue.routes("Ingenieur studie en advies bouw")[0])[-1].id == "ma-ir-bouwkunde"
    assert options_of(catalogue.routes("Projectleider bouw en openbare werken")[0])[-1].id == "pba-bouw"


def test_nothing_leads_there(catalogue: Catalogue) -> None:
    assert catalogue.routes("nope") == catalogue.routes("Meubelmaker", "nope") == []
    assert catalogue.routes("Meubelmaker", option_id="so2-latijn") == []


@pytest.mark.parametrize("job", ["Meubelmaker", "Lasser", "Data engineer"])
def test_both_databases_find_the_same(sqlite_catalogue: Catalogue, postgres_catalogue: Catalogue, job: str) -> None:
    assert sqlite_catalogue.routes(job) == postgres_catalogue.routes(job) != []
