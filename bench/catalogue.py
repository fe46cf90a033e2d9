"""The catalogue alone, in SQLite: building it, and the academies around every place."""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path

from bench.measure import Measure
from study_catalogue import Catalogue, open_catalogue
from study_catalogue.build import build
from study_catalogue.database import sqlite_url

RADIUS = 25.0  # km


def measures() -> list[Measure]:
    with tempfile.TemporaryDirectory() as folder:
        url = sqlite_url(Path(folder) / "catalogue.sqlite")
        start = time.perf_counter()
        build(url)
        seconds = time.perf_counter() - start
        times = _around_every_place(open_catalogue(url.render_as_string()))
    slow = statistics.quantiles(times, n=20)[-1]
    return [
        Measure("academies within 25 km, p50, SQLite", statistics.median(times), "ms", 2, seen=f"p95 {slow:.2f} ms"),
        Measure("building the catalogue", seconds, "s"),
    ]


def _around_every_place(catalogue: Catalogue) -> list[float]:
    """Milliseconds of each query."""
    ids = sorted({name.target for name in catalogue.names() if name.kind == "place"})
    places = [place for place in map(catalogue.place, ids) if place]
    taken = []
    for place in places:
        start = time.perf_counter()
        catalogue.academies_near(place.lat, place.lon, radius_km=RADIUS)
        taken.append((time.perf_counter() - start) * 1000)
    return taken
