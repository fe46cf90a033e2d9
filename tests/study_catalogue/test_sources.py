"""Everything that is shown says where it comes from, with a year, in a form a reader can take."""

from __future__ import annotations

from pathlib import Path

from study_catalogue import AcademyFilter, Catalogue, OptionFilter, Source
from study_catalogue.build import DATA, load
from study_catalogue.loading.batch import LONGEST_TITLE, UNDATED
from study_catalogue.rows import read_rows
from study_catalogue.text import host


def check(source: Source, what: str) -> None:
    assert source.title.strip(), what
    assert isinstance(source.year, int), what
    assert 1990 <= source.year <= 2026, what
    assert source.status in ("read", "inferred", "confirmed"), what
    assert len(source.title) <= LONGEST_TITLE, what
    assert "github" not in source.title.casefold(), what
    assert "/" not in source.title, what


def test_every_option(sqlite_catalogue: Catalogue) -> None:
    options, total = sqlite_catalogue.search_options(OptionFilter(stem_only=False), limit=1000)
    ended = [
        option
        for name in {name.target for name in sqlite_catalogue.names() if name.kind == "option"}
        for option in sqlite_catalogue.options_named(name)
    ]
    assert total > 300
    for option in {*options, *ended}:
        check(option.source, option.id)
        check(option.links_source, option.id)


def test_every_job(sqlite_catalogue: Catalogue) -> None:
    names = {name.target for name in sqlite_catalogue.names() if name.kind == "job"}
    assert len(names) > 290
    for name in names:
        job = sqlite_catalogue.job(name)
        assert job is not None
        check(job.source, name)


def test_every_bottleneck_row(sqlite_catalogue: Catalogue) -> None:
    jobs, total = sqlite_catalogue.bottlenecks(limit=1000)
    assert len(jobs) == total > 200
    for job in jobs:
        assert job.listing is not None
        assert job.listing.source == Source("VDAB, knelpuntberoepen 2026", 2026)
        if job.listing.causes_source:
            check(job.listing.causes_source, job.name)


def test_every_academy(sqlite_catalogue: Catalogue) -> None:
    found, total = sqlite_catalogue.academies_near(50.9, 4.4, AcademyFilter(), 500.0, 0, 1000)
    assert total == len(found) > 300
    for nearby in found:
        check(nearby.academy.source, nearby.academy.id)
        assert nearby.academy.last_confirmed == nearby.academy.source.year


def test_every_institution_place_fact_and_helpline(sqlite_catalogue: Catalogue) -> None:
    options, _ = sqlite_catalogue.search_options(OptionFilter(stem_only=False), limit=1000)
    offers = [offer for option in options for offer in sqlite_catalogue.institutions_of(option.id)]
    assert all(written for _, written, _ in offers)
    institutions = [institution for institution, _, _ in offers if institution]
    lines = sqlite_catalogue.helplines()
    assert len(institutions) > 200
    assert len(lines) == 7
    for found in (*institutions, *lines):
        check(found.source, found.name)
    assert {place.source for place in sqlite_catalogue.places_named("Beveren")} == {
        Source("GeoNames en Statbel (CC BY 4.0)", 2025)
    }


def test_government_rows_rest_on_the_official_list(sqlite_catalogue: Catalogue) -> None:
    option = sqlite_catalogue.option("so3-mechatronica")
    assert option is not None
    assert option.source == Source("Vlaamse overheid, Departement Onderwijs (API Structuuronderdelen)", 2026)


def test_a_source_has_the_address_that_our_data_names(sqlite_catalogue: Catalogue) -> None:
    fact, job = sqlite_catalogue.fact("finalities"), sqlite_catalogue.job("Lasser")
    assert fact and fact.source.url == "https://onderwijs.vlaanderen.be"
    assert job and job.listing
    assert job.listing.source.url.startswith("https://www.vdab.be/") and job.listing.source.url.endswith("2026.pdf")
    option = sqlite_catalogue.option("so3-mechatronica")
    assert option and option.source.url == option.links_source.url == ""


def test_a_source_called_after_its_site_is_there(sqlite_catalogue: Catalogue) -> None:
    found, _ = sqlite_catalogue.academies_near(50.9, 4.4, AcademyFilter(), 500.0, 0, 1000)
    sources = {nearby.academy.source for nearby in found}
    named = {source.title: source.url for source in sources if source.title.endswith(".be")}
    assert named and all(url == f"https://{title}" for title, url in named.items())


def test_every_address_of_a_source_may_be_linked_to(sqlite_catalogue: Catalogue) -> None:
    sites = sqlite_catalogue.websites()
    rows = read_rows(DATA / "catalogue", "source_sites.csv", ("title", "url"))
    hosts = {host(row.text("url")) for row in rows}
    assert len(hosts) > 80 and hosts <= sites


def test_every_row_of_source_sites_is_of_a_source(data: Path) -> None:
    batch = load(data)
    columns = [(table, c.name) for table in batch.tables for c in table.columns if c.name.endswith("_title")]
    titles = {str(row[name]).removesuffix(UNDATED) for table, name in columns for row in batch.rows(table)}
    assert sorted(set(batch.sites) - titles) == []
