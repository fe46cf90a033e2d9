"""Occupations and the bottleneck list in both databases."""

from __future__ import annotations

import pytest

from study_catalogue import Catalogue, Source

LISTED = 227


def test_the_whole_list_of_2026(catalogue: Catalogue) -> None:
    jobs, total = catalogue.bottlenecks(limit=1000)
    assert total == len(jobs) == LISTED
    assert {job.listing.year for job in jobs if job.listing} == {2026} == {catalogue.bottleneck_year()}


def test_page(catalogue: Catalogue) -> None:
    first, total = catalogue.bottlenecks()
    second, _ = catalogue.bottlenecks(offset=8)
    assert (len(first), len(second), total) == (8, 8, LISTED)
    assert not {job.id for job in first} & {job.id for job in second}


def test_by_theme(catalogue: Catalogue) -> None:
    jobs, total = catalogue.bottlenecks(theme="horeca", limit=100)
    assert total == len(jobs) == 15
    assert {job.listing.cluster for job in jobs if job.listing} == {"horeca"}
    assert catalogue.bottlenecks(theme="nope") == ([], 0)


@pytest.mark.parametrize(
    ("theme", "names"),
    [
        ("zorg", {"Verpleegkundige", "Zorgkundige", "Arts", "Opticien", "Opvoeder-begeleider"}),
        ("ict", {"Software ontwikkelaar", "Netwerkbeheerder", "Datacommunicatie- en netwerktechnicus"}),
        ("installatie", {"Koeltechnicus", "Regeltechnicus klimatisatie", "Brandertechnicus"}),
        ("elektriciteit", {"Elektrotechnisch installateur", "Technicus industriële elektriciteit"}),
        ("energie", {"Technicus hernieuwbare energietechnieken", "Installateur energiemanagementsystemen"}),
        ("voertuigen", {"Onderhoudsmecanicien van zware bedrijfsvoertuigen", "Fietshersteller"}),
        ("veiligheid", {"Bewakingsagent", "Veiligheidscoördinator", "Beveiligingstechnicus"}),
        ("onderwijs", {"Leerkracht lager onderwijs", "Kinderbegeleider schoolgaande kinderen"}),
    ],
)
def test_a_theme_finds_its_obvious_jobs(catalogue: Catalogue, theme: str, names: set[str]) -> None:
    assert names <= {job.name for job in catalogue.bottlenecks(theme, limit=100)[0]}


@pytest.mark.parametrize(
    ("theme", "names"),
    [
        ("verzorging", {"Kapper", "Schoonheidsspecialist"}),
        ("luchtvaart", {"Vliegtuigtechnicus"}),
        ("podium", {"Polyvalent podiumtechnicus"}),
        ("sport", {"Redder: Hoger Redder"}),
        ("dieren", {"Dierenarts", "Medewerker landbouw"}),
        ("games", {"Software analist", "Software ontwikkelaar", "Software tester"}),
        ("drones", set()),
        ("ruimte", set()),
    ],
)
def test_a_theme_finds_nothing_else(catalogue: Catalogue, theme: str, names: set[str]) -> None:
    assert {job.name for job in catalogue.bottlenecks(theme, limit=100)[0]} == names


def test_theme_holds_the_clusters_below_it(catalogue: Catalogue) -> None:
    jobs, _ = catalogue.bottlenecks(theme="bouw", limit=100)
    assert {"bouw", "bouw/wegenbouw"} <= {job.listing.cluster for job in jobs if job.listing}


@pytest.mark.parametrize("name", ["Manueel lasser", "manueel LASSER", "Lasser"])
def test_by_name_or_competent_name(catalogue: Catalogue, name: str) -> None:
    job = catalogue.job(name)
    assert job is not None
    assert job.name == "Manueel lasser"
    assert job.other_names == ("Lasser",)


@pytest.mark.parametrize(
    ("name", "restriction"),
    [
        ("Redder", "Hoger Redder"),
        ("Chocolatier-ijsbereider", "chocolatier"),
        ("Apotheker", "ziekenhuisapotheker"),
        ("Syndicus", "medewerker syndicus"),
        ("Beveiligingsagent (politie)", "politie"),
        ("Arbeidsbemiddelaar-jobcoach", "uitzendconsulent"),
        ("Polyvalent uitvaartmedewerker", "uitvaartassistent"),
        ("Koeltechnicus", ""),
    ],
)
def test_restrictions_are_kept(catalogue: Catalogue, name: str, restriction: str) -> None:
    job = catalogue.job(name)
    assert job is not None
    assert job.listing is not None
    assert job.listing.restriction == restriction


def test_seven_names_carry_a_restriction(catalogue: Catalogue) -> None:
    jobs, _ = catalogue.bottlenecks(limit=1000)
    assert len([job for job in jobs if job.listing and job.listing.restriction]) == 7


def test_job_that_is_not_on_the_list(catalogue: Catalogue) -> None:
    job = catalogue.job("Architect")
    assert job is not None
    assert job.listing is None
    assert job.source.status == "inferred"
    assert job.source.year == 2026


def test_unknown_job(catalogue: Catalogue) -> None:
    assert catalogue.job("Astronaut") is None


def test_description_stays_hidden(catalogue: Catalogue) -> None:
    assert {job.description for job in catalogue.bottlenecks(limit=1000)[0]} == {""}


def test_causes_come_with_their_source_and_year(catalogue: Catalogue) -> None:
    jobs, _ = catalogue.bottlenecks(limit=1000)
    caused = [job.listing for job in jobs if job.listing and job.listing.causes]
    assert len(caused) == 39  # 40 in the file, one of a source without a year
    assert all(listing.causes_source and listing.causes_source.year for listing in caused)
    assert not [job.name for job in jobs if job.listing and job.listing.causes_source and not job.listing.causes]


def test_source_of_the_causes_is_another_than_that_of_the_list(catalogue: Catalogue) -> None:
    job = catalogue.job("Metselaar")
    assert job is not None
    assert job.listing is not None
    assert job.listing.causes
    assert job.listing.causes_source == Source("Embuild", 2024)
    assert job.listing.source.year == 2026


def test_counts_by_year(catalogue: Catalogue) -> None:
    counts = {year: count for year, count, _ in catalogue.bottleneck_counts()}
    assert list(counts) == sorted(counts)
    assert (counts[2020], counts[2025], counts[2026]) == (188, 251, LISTED)
    assert all(source.year and source.title for _, _, source in catalogue.bottleneck_counts())
    assert len(counts) == len(catalogue.bottleneck_counts())
