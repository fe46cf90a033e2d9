"""The map that the widget draws is made of the gazetteer and looks like Flanders."""

from __future__ import annotations

import gzip
import json
from typing import Any

import numpy as np
import pytest
import requests

from bot.channels.flanders_map import Spot, flanders
from bot.channels.outlines import outlines
from bot.server import spots

MOST_BYTES = 6 * 1024  # gzipped
Corner = tuple[float, float]


@pytest.fixture(scope="module")
def places() -> list[Spot]:
    return spots()


@pytest.fixture(scope="module")
def shape(places: list[Spot]) -> dict[str, Any]:
    return flanders(places)


def corners(line: list[int]) -> list[Corner]:
    """lon, lat in degrees"""
    return [(lon / 1000, lat / 1000) for lon, lat in zip(line[::2], line[1::2], strict=True)]


def holds(line: list[int], lon: float, lat: float) -> bool:
    """Whether the closed line goes around the point."""
    points = corners(line)
    crossed = 0
    for (x, y), (next_x, next_y) in zip(points, [*points[1:], points[0]], strict=True):
        if (y > lat) != (next_y > lat) and lon < x + (lat - y) / (next_y - y) * (next_x - x):
            crossed += 1
    return crossed % 2 == 1


def test_every_place_lies_on_land(shape: dict[str, Any], places: list[Spot]) -> None:
    outside = [spot.name for spot in places if not any(holds(line, spot.lon, spot.lat) for line in shape["land"])]
    assert outside == []


@pytest.mark.parametrize(
    ("name", "lon", "lat"),
    [("Namur", 4.867, 50.467), ("Lille", 3.06, 50.63), ("Breda", 4.78, 51.59), ("the North Sea", 2.7, 51.4)],
)
def test_what_is_no_part_of_it_lies_outside(shape: dict[str, Any], name: str, lon: float, lat: float) -> None:
    assert not any(holds(line, lon, lat) for line in shape["land"]), name


def test_the_borders_of_the_provinces_meet_the_edge_where_both_have_a_corner(shape: dict[str, Any]) -> None:
    edge = {corner for line in shape["land"] for corner in corners(line)}
    borders = [corners(line) for line in shape["borders"]]
    meeting = [end for border in borders for end in (border[0], border[-1]) if end in edge]
    assert len(meeting) >= 6 and any(border[0] == border[-1] for border in borders), "Brussels lies in the middle"


def test_the_well_known_towns_come_first_and_every_town_once(shape: dict[str, Any], places: list[Spot]) -> None:
    names = [name for name, _, _ in shape["towns"]]
    assert len(set(names)) == len(names) > 280
    assert {"Brussel", "Antwerpen", "Gent", "Hasselt"} <= set(names[: shape["known"]])
    where = {(spot.name, round(spot.lat * 1000), round(spot.lon * 1000)) for spot in places}
    assert {tuple(town) for town in shape["towns"]} <= where


def test_it_is_small(shape: dict[str, Any]) -> None:
    body = json.dumps(shape, ensure_ascii=False, separators=(",", ":")).encode()
    assert len(gzip.compress(body, 9)) < MOST_BYTES


def test_neighbours_share_their_line() -> None:
    grid = np.zeros((12, 20), dtype=np.int16)
    grid[1:11, 1:10], grid[1:11, 10:19] = 1, 2
    land, borders = outlines(grid, 0.5)
    assert borders == [[(10.0, 1.0), (10.0, 11.0)]] or borders == [[(10.0, 11.0), (10.0, 1.0)]]
    assert sorted(land[0]) == [(1, 1), (1, 11), (10, 1), (10, 11), (19, 1), (19, 11)]


def test_a_line_leaves_out_what_is_within_the_tolerance() -> None:
    grid = np.ones((20, 20), dtype=np.int16)
    grid[0, ::2] = 0
    (rough,), _ = outlines(grid, 0.1)
    (plain,), _ = outlines(grid, 1.1)
    assert len(plain) < 8 < len(rough)


def test_any_page_may_read_it(base: str) -> None:
    response = requests.get(f"{base}widget/map.json", timeout=5)
    assert response.status_code == 200 and response.json()["land"] == [], "the server of the tests has no gazetteer"
    assert response.headers["access-control-allow-origin"] == "*"
    assert "max-age" in response.headers["cache-control"] and response.headers["etag"]
