"""Academies near a place, in both databases."""

from __future__ import annotations

import statistics
import time

import pytest

from study_catalogue import Academy, AcademyFilter, Catalogue, Nearby
from study_catalogue.distance import km_between

GENK = (50.965, 5.5008)
FAST_MS = 2.0


def all_near(catalogue: Catalogue, wanted: AcademyFilter | None = None, radius_km: float = 500.0) -> list[Nearby]:
    return catalogue.academies_near(*GENK, wanted or AcademyFilter(), radius_km, 0, 1000)[0]


def academies(catalogue: Catalogue, wanted: AcademyFilter | None = None) -> list[Academy]:
    return [nearby.academy for nearby in all_near(catalogue, wanted)]


def test_nearest_first_within_the_radius(catalogue: Catalogue) -> None:
    found = all_near(catalogue, radius_km=25.0)
    assert [nearby.km for nearby in found] == sorted(nearby.km for nearby in found)
    assert found[0].km == 0
    assert found[-1].km <= 25


def test_box_loses_nothing_of_the_circle(catalogue: Catalogue) -> None:
    for radius in (5.0, 25.0, 60.0):
        inside = {nearby.academy.id for nearby in all_near(catalogue) if nearby.km <= radius}
        assert inside == {nearby.academy.id for nearby in all_near(catalogue, radius_km=radius)}


def test_distance_is_exact(catalogue: Catalogue) -> None:
    for nearby in all_near(catalogue):
        assert nearby.km == pytest.approx(km_between(*GENK, nearby.academy.lat, nearby.academy.lon))


def test_at_one_distance_open_and_newest_first(catalogue: Catalogue) -> None:
    here = [nearby.academy for nearby in all_near(catalogue) if nearby.km == 0]
    assert here[0].name == "CoderDojo Genk"
    order = [(academy.via_school, -(academy.last_confirmed or 0)) for academy in here]
    assert order == sorted(order)


def test_pages_follow_each_other(catalogue: Catalogue) -> None:
    whole, total = catalogue.academies_near(*GENK, limit=1000)
    pages = [catalogue.academies_near(*GENK, offset=offset)[0] for offset in range(0, total, 3)]
    assert [nearby for page in pages for nearby in page] == whole
    assert len(whole) == total


def test_place_without_one_gets_the_nearest_around_it(catalogue: Catalogue) -> None:
    place = catalogue.places_named("Riemst")[0]
    found, total = catalogue.academies_near(place.lat, place.lon, radius_km=1.0)
    assert len(found) == 3
    assert found[0].km > 1
    assert total > 300


def test_not_for_walking_in(catalogue: Catalogue) -> None:
    names = " ".join(academy.name for academy in academies(catalogue))
    for closed in (
        "CliniCoders",
        "STEAMhive",
        "GelijkgeSTEMd",
        "Girls & Technology",
        "Meer STEM meisjes",
        "Molenbeek (",
    ):
        assert closed not in names.replace("MolenDojo (Molenbeek)", "")


def test_low_confidence_is_hidden(catalogue: Catalogue) -> None:
    shown = {academy.id for academy in academies(catalogue)}
    assert not shown & {"ant-012", "vbr-008", "ovl-024", "ovl-026", "bru-013", "lim-045"}
    assert "lim-011" in shown


def test_via_school_is_flagged(catalogue: Catalogue) -> None:
    found = {academy.id: academy.via_school for academy in academies(catalogue)}
    assert found["lim-049"]
    assert found["lim-039"]
    assert not found["lim-011"]
    assert all(academy.via_school for academy in academies(catalogue) if "via school" in academy.name)


def test_age(catalogue: Catalogue) -> None:
    fitting = academies(catalogue, AcademyFilter(age=9))
    assert len(fitting) > 50
    for academy in fitting:
        assert academy.min_age is not None or academy.max_age is not None
        assert (academy.min_age or 0) <= 9 <= (academy.max_age or 99)


def test_age_that_was_not_read_is_not_all_ages(catalogue: Catalogue) -> None:
    assert catalogue.academies_near(*GENK, AcademyFilter(age=9), 500.0)[1] < len(academies(catalogue))
    assert "lim-024" not in [academy.id for academy in academies(catalogue, AcademyFilter(age=9))]
    assert "lim-003" in [academy.id for academy in academies(catalogue, AcademyFilter(age=16))]  # 14 and older


@pytest.mark.parametrize(
    ("theme", "topics"),
    [
        ("drones", {"drones"}),
        ("ruimte", {"sterrenkunde"}),
        ("robotica", {"robotica"}),
        ("games", {"games"}),
        ("3d-printen", {"3D-printen"}),
        ("elektriciteit", {"elektronica"}),
        ("bouw", {"bouw"}),
        ("chemie", {"chemie"}),
        ("biologie", {"natuur"}),
        ("energie", {"energie", "duurzaamheid"}),
        ("ict", {"programmeren", "digitaal"}),
    ],
)
def test_a_theme_finds_academies_on_that_subject_only(catalogue: Catalogue, theme: str, topics: set[str]) -> None:
    about = {academy.id for academy in academies(catalogue) if set(academy.topics) & topics}
    assert about
    assert {academy.id for academy in academies(catalogue, AcademyFilter(theme=theme))} == about


@pytest.mark.parametrize("theme", ["zorg", "metaal", "luchtvaart", "horeca", "textiel"])
def test_a_theme_no_academy_is_about(catalogue: Catalogue, theme: str) -> None:
    assert catalogue.theme(theme) is not None
    assert catalogue.academies_near(*GENK, AcademyFilter(theme=theme)) == ([], 0)


def test_focus_and_holiday(catalogue: Catalogue) -> None:
    assert {academy.focus for academy in academies(catalogue, AcademyFilter(focus="meisjes"))} == {"meisjes"}
    camps = [academy.name for academy in academies(catalogue, AcademyFilter(holiday=True))]
    assert "Robotkamp Tessenderlo-Ham" in camps
    assert "Techniekacademie Oostkamp" not in camps


def test_filter_that_leaves_nothing(catalogue: Catalogue) -> None:
    assert catalogue.academies_near(*GENK, AcademyFilter(age=98, focus="meisjes")) == ([], 0)
    assert catalogue.academies_near(*GENK, AcademyFilter(theme="nope")) == ([], 0)


def test_by_id(catalogue: Catalogue) -> None:
    assert [catalogue.academy(academy.id) for academy in academies(catalogue)] == academies(catalogue)


@pytest.mark.parametrize("id", ["nope", "lim-045", "ant-015"], ids=["unknown", "low confidence", "not for walking in"])
def test_no_academy_by_id(catalogue: Catalogue, id: str) -> None:
    assert catalogue.academy(id) is None


def test_topics_keep_their_order(catalogue: Catalogue) -> None:
    academy = catalogue.academy("lim-001")
    assert academy is not None
    assert academy.topics == ("techniek", "programmeren", "robotica", "wetenschap", "3D-printen", "drones")


def test_fast_in_sqlite(sqlite_catalogue: Catalogue) -> None:
    times = []
    for _ in range(60):
        start = time.perf_counter()
        sqlite_catalogue.academies_near(*GENK)
        times.append((time.perf_counter() - start) * 1000)
    assert statistics.median(times) < FAST_MS
