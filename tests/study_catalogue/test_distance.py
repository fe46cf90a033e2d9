"""Great-circle distance and the box."""

from __future__ import annotations

import pytest

from study_catalogue.distance import box_around, km_between

GENK, HASSELT, OOSTENDE = (50.965, 5.5008), (50.9311, 5.3378), (51.2154, 2.9287)


@pytest.mark.parametrize(("here", "there", "km"), [(GENK, HASSELT, 12.0), (GENK, OOSTENDE, 182.0), (GENK, GENK, 0.0)])
def test_known_distances(here: tuple[float, float], there: tuple[float, float], km: float) -> None:
    assert km_between(*here, *there) == pytest.approx(km, abs=1)
    assert km_between(*here, *there) == pytest.approx(km_between(*there, *here))


@pytest.mark.parametrize("radius", [1.0, 25.0, 150.0])
def test_box_holds_the_circle(radius: float) -> None:
    box = box_around(*GENK, radius)
    lat, lon = GENK
    for edge in ((box.north, lon), (box.south, lon), (lat, box.east), (lat, box.west)):
        assert radius <= km_between(lat, lon, *edge) <= radius * 1.05
