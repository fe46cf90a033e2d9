"""Great-circle distance and the box around a point."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

EARTH_RADIUS_KM = 6371.0
KM_PER_DEGREE = 111.19  # of latitude, rounded down: the box must not be too small


class Box(NamedTuple):
    """Degrees; every point within the radius lies inside it."""

    south: float
    north: float
    west: float
    east: float


def km_between(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Haversine distance in km between two points in degrees."""
    phi, other_phi = radians(lat), radians(other_lat)
    half_lat = sin((other_phi - phi) / 2) ** 2
    half_lon = sin(radians(other_lon - lon) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(half_lat + cos(phi) * cos(other_phi) * half_lon))


def box_around(lat: float, lon: float, radius_km: float) -> Box:
    """Box in degrees around a point in Belgium; not meant for the poles or the date line."""
    high = radius_km / KM_PER_DEGREE
    wide = high / cos(radians(abs(lat) + high))
    return Box(lat - high, lat + high, lon - wide, lon + wide)
