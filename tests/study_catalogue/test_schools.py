"""Where an option is taught, as far as a source says so."""

from __future__ import annotations

import pytest

from study_catalogue import Catalogue, OptionFilter
from study_catalogue.records import Offer, Place

ENGINEER = "aba-industriele-wetenschappen"


def place(catalogue: Catalogue, place_id: str) -> Place:
    found = catalogue.place(place_id)
    assert found is not None
    return found


def km_of(offers: list[Offer]) -> list[float]:
    return [offer.km for offer in offers if offer.km is not None]


def every_option(catalogue: Catalogue) -> list[str]:
    return [option.id for option in catalogue.search_options(OptionFilter(stem_only=False), limit=1000)[0]]


def test_only_what_was_read_in_a_source(sqlite_catalogue: Catalogue) -> None:
    some_unread = 0
    for option_id in every_option(sqlite_catalogue):
        rows = sqlite_catalogue.institutions_of(option_id)
        read = sorted(institution.name if institution else written for institution, written, read in rows if read)
        assert sorted(offer.name for offer in sqlite_catalogue.schools_of(option_id)) == read
        some_unread += len(read) < len(rows)
    assert some_unread > 20


def test_no_school_was_read(sqlite_catalogue: Catalogue) -> None:
    """Of an option that has only names nobody read, that has none at all, and that there is not."""
    unread = [
        option_id
        for option_id in every_option(sqlite_catalogue)
        if (rows := sqlite_catalogue.institutions_of(option_id)) and not any(read for _, _, read in rows)
    ]
    assert unread
    for option_id in (*unread, "so3-houttechnieken", "nope"):
        assert sqlite_catalogue.schools_of(option_id) == []


@pytest.mark.parametrize("place_id", ["3600 Genk", "9000 Gent", "8400 Oostende", "1000 Brussel"])
def test_nearest_first_and_those_without_a_place_last(sqlite_catalogue: Catalogue, place_id: str) -> None:
    near = place(sqlite_catalogue, place_id)
    for option_id in every_option(sqlite_catalogue):
        offers = sqlite_catalogue.schools_of(option_id, near)
        assert km_of(offers) == sorted(km_of(offers))
        known = [offer.km is not None for offer in offers]
        assert known == sorted(known, reverse=True), option_id
        assert {o.name for o in offers} == {o.name for o in sqlite_catalogue.schools_of(option_id)}


def test_the_nearest_changes_with_the_place(catalogue: Catalogue) -> None:
    from_genk = catalogue.schools_of(ENGINEER, place(catalogue, "3600 Genk"))
    from_ghent = catalogue.schools_of(ENGINEER, place(catalogue, "9000 Gent"))
    assert from_genk[0].municipality == "Diepenbeek" and from_ghent[0].municipality == "Gent"
    assert from_genk[0].km == pytest.approx(8.6, abs=1) and from_ghent[0].km == 0


def test_without_a_place_by_name_and_without_distance(catalogue: Catalogue) -> None:
    offers = catalogue.schools_of(ENGINEER)
    assert len(offers) > 5 and not km_of(offers)
    assert [offer.name for offer in offers] == sorted(offer.name for offer in offers)


def test_a_known_institution_has_its_place_site_and_source(catalogue: Catalogue) -> None:
    known = [offer for offer in catalogue.schools_of(ENGINEER) if offer.source]
    assert known and all(offer.municipality and offer.website and offer.source for offer in known)
    assert all(offer.source and offer.source.status for offer in known)


def test_part_of_a_municipality_has_a_distance(catalogue: Catalogue) -> None:
    """ "Brussel (Elsene)", "Gent (Gentbrugge)"."""
    near = place(catalogue, "1050 Elsene")
    offers = {offer.municipality: offer.km for offer in catalogue.schools_of(ENGINEER, near)}
    assert offers["Brussel (Elsene)"] == 0 and all(km is not None for km in offers.values())


def test_both_databases_give_the_same_order(sqlite_catalogue: Catalogue, postgres_catalogue: Catalogue) -> None:
    near = place(sqlite_catalogue, "3500 Hasselt")
    assert sqlite_catalogue.schools_of(ENGINEER, near) == postgres_catalogue.schools_of(ENGINEER, near)
