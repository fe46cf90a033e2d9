"""`GET /widget/map.json`: the shape of Flanders and Brussels, and the names of its towns, from the gazetteer.

No map is bought or asked for: what lies near a place is land, and the province of the nearest place is its province.
Good to a kilometre or two, which is enough to see where something is.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import yaml
from numpy.typing import NDArray
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse
from scipy import ndimage
from scipy.spatial import cKDTree

from bot.channels.outlines import Line, outlines
from bot.channels.web import reply, static_file

WORDS = Path(__file__).resolve().parents[2] / "data" / "channels" / "map.yml"
KM = 111.19  # of a degree of latitude
CELL = 0.75  # km: the grain of the grid
REACH = 6.5  # km: places nearer to one another than twice this lie on one piece of land
TOLERANCE = 1.1  # cells
MARGIN = 2.0  # km of land around the outermost places
EXACT = 1000  # coordinates go out as whole thousandths of a degree
# any page may read it; it changes with the gazetteer only
HEADERS = {
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Cache-Control": "public, max-age=86400",
}
Grid = NDArray[np.int16]  # 0 where there is no land, else the number of the province


class Spot(NamedTuple):
    """A place of the gazetteer. lat, lon: degrees"""

    name: str
    municipality: str
    province: str
    lat: float
    lon: float


def map_blueprint(spots: Sequence[Spot]) -> Blueprint:
    """The one route; the map is made here, once."""
    file = static_file("map.json", json.dumps(flanders(spots), ensure_ascii=False, separators=(",", ":")).encode())
    blueprint = Blueprint("flanders_map")

    async def shape(request: Request) -> HTTPResponse:
        return reply(request, file, **HEADERS)

    blueprint.add_route(shape, "/widget/map.json", methods=["GET", "HEAD"])
    return blueprint


def flanders(spots: Sequence[Spot]) -> dict[str, Any]:
    """What the widget draws: `sea` and `land` (closed lines), `borders` of provinces (open ones), `towns` by how known.

    Lines are flat lists, lat after lon, and towns are [name, lat, lon], all in thousandths of a degree; `known` is how
    many of the towns everybody knows.
    """
    words = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    known, sea = list(words["known_towns"]), _whole(*(value for corner in words["sea"] for value in corner))
    towns = _towns(spots, known)
    land, borders = _shape(spots) if spots else ([], [])
    return {"sea": [sea], "land": land, "borders": borders, "known": len(known), "towns": towns}


def _towns(spots: Iterable[Spot], known: Sequence[str]) -> list[list[Any]]:
    """Municipalities, at the place that bears their name."""
    mains = {spot.municipality: spot for spot in spots if spot.name == spot.municipality}
    rest = sorted(set(mains) - set(known))
    return [[name, *_whole(mains[name].lat, mains[name].lon)] for name in (*known, *rest) if name in mains]


def _whole(*degrees: float) -> list[int]:
    return [round(value * EXACT) for value in degrees]


def _shape(spots: Sequence[Spot]) -> tuple[list[list[int]], list[list[int]]]:
    lat, lon = np.array([spot.lat for spot in spots]), np.array([spot.lon for spot in spots])
    wide = KM * float(np.cos(np.radians(lat.mean())))
    west, south = lon.min() - 2 * REACH / wide, lat.min() - 2 * REACH / KM
    east_km, north_km = (lon - west) * wide, (lat - south) * KM
    land, borders = outlines(_provinces(east_km, north_km, [spot.province for spot in spots]), TOLERANCE)

    def degrees(line: Line) -> list[int]:
        return [whole for x, y in line for whole in _whole(west + x * CELL / wide, south + y * CELL / KM)]

    return [degrees(line) for line in land], [degrees(line) for line in borders]


def _provinces(east_km: NDArray[np.float64], north_km: NDArray[np.float64], provinces: Sequence[str]) -> Grid:
    """A row a line of cells, from south to north."""
    rows, columns = (int((values.max() + 2 * REACH) / CELL) for values in (north_km, east_km))
    y, x = (np.indices((rows, columns)) + 0.5) * CELL
    far, nearest = cKDTree(np.column_stack([east_km, north_km])).query(np.column_stack([x.ravel(), y.ravel()]))
    numbers = {name: number for number, name in enumerate(dict.fromkeys(provinces), 1)}
    province = np.array([numbers[name] for name in provinces], dtype=np.int16)[nearest].reshape(rows, columns)
    return np.where(_land(far.reshape(rows, columns)), province, 0).astype(np.int16)


def _land(far: NDArray[np.float64]) -> NDArray[np.bool_]:
    """far: km to the nearest place. Gaps between places are closed, and the edge is drawn in again to the margin."""
    from_sea = ndimage.distance_transform_edt(far <= REACH, sampling=CELL)
    return np.asarray(ndimage.binary_fill_holes(from_sea > REACH - MARGIN), dtype=np.bool_)
