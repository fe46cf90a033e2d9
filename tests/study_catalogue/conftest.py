"""The catalogue in both databases, and copies of the data to spoil."""

from __future__ import annotations

import csv
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pgserver
import pytest

from study_catalogue import Catalogue, open_catalogue
from study_catalogue.build import DATA, build
from study_catalogue.database import database_url, engine_for, sqlite_url

Spoil = Callable[..., int]


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A real PostgreSQL from a wheel; as root it runs under a user of its own, who must be able to enter the folder."""
    folder = tempfile.mkdtemp(prefix="catalogue-pg-", dir="/tmp")
    server = pgserver.get_server(folder, cleanup_mode="stop")
    yield server.get_uri()
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def sqlite_catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    file = tmp_path_factory.mktemp("catalogue") / "catalogue.sqlite"
    return open_catalogue(f"sqlite:///{file}")


@pytest.fixture(scope="session")
def postgres_catalogue(postgres_url: str) -> Catalogue:
    return open_catalogue(postgres_url)


@pytest.fixture(params=["sqlite", "postgres"])
def catalogue(request: pytest.FixtureRequest) -> Catalogue:
    """Every query test runs on both databases."""
    found: Catalogue = request.getfixturevalue(f"{request.param}_catalogue")
    return found


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the data files that a test may change."""
    for folder in ("catalogue", "facts"):
        shutil.copytree(DATA / folder, tmp_path / "data" / folder)
    return tmp_path / "data"


@pytest.fixture
def spoil(data: Path) -> Spoil:
    """`spoil("academies.csv", "lim-001", lat="99")` changes cells of the row that starts with the text.

    Returns the line of the row. Without cells the row is only looked up.
    """

    def change(name: str, start: str, /, **cells: str) -> int:
        path = data / "catalogue" / name
        rows = list(csv.reader(path.read_text(encoding="utf-8").splitlines()))
        line = next(number for number, row in enumerate(rows) if row[0] == start)
        for column, value in cells.items():
            rows[line][rows[0].index(column)] = value
        with path.open("w", encoding="utf-8", newline="") as handle:
            csv.writer(handle, lineterminator="\n").writerows(rows)
        return line + 1

    return change


@pytest.fixture
def rebuilt(data: Path, tmp_path: Path) -> Callable[[], Catalogue]:
    """Builds the changed copy and opens it."""

    def make() -> Catalogue:
        url = sqlite_url(tmp_path / "changed.sqlite")
        build(url, data)
        return Catalogue(engine_for(database_url(str(url))))

    return make
