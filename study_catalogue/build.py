"""Building the database from the data files, all or nothing."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Table, create_engine, insert, select, text
from sqlalchemy.engine import URL, Connection, Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from .database import ROOT, engine_for, sqlite_file, sqlite_url
from .loading import academies, institutions, jobs, links, names, options, places, texts
from .loading.batch import Batch
from .models import meta, metadata

DATA = ROOT / "data"
CODE = Path(__file__).resolve().parent
READ = (".csv", ".yml", ".py")
BUILD_LOCK = 7_304_126  # PostgreSQL advisory lock: one build at a time

Say = Callable[[str], None]
STEPS: tuple[tuple[str, Callable[[Batch], int]], ...] = (
    ("places", places.load),
    ("institutions", institutions.load),
    ("study options", options.load),
    ("occupations", jobs.load),
    ("links", links.load),
    ("academies", academies.load),
    ("themes", texts.load_themes),
    ("facts", texts.load_facts),
    ("helplines", texts.load_helplines),
    ("names", names.load),
)


def silent(_: str) -> None:
    """For a build nobody watches."""


def data_version(data: Path = DATA) -> str:
    """Hash over the data files and the code that reads them; another hash means the database is stale."""
    digest = hashlib.sha256()
    folders = (data / "catalogue", data / "facts", CODE)
    for file in sorted(file for folder in folders for file in folder.rglob("*") if file.suffix in READ):
        digest.update(file.name.encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def stored_version(engine: Engine) -> str:
    """Version of the database; "" when there is none."""
    try:
        with engine.connect() as connection:
            found = connection.execute(select(meta.c.value).where(meta.c.key == "version")).scalar()
            return str(found or "")
    except SQLAlchemyError:
        return ""


def build(url: URL, data: Path = DATA, say: Say = silent) -> None:
    """Replace the database behind the URL. Raises DataError, and leaves the old one, when the data is wrong."""
    version = data_version(data)
    batch = load(data, say)
    file = sqlite_file(url)
    if file is None:
        _write_shared(engine_for(url), batch, version)
    else:
        _write_file(file, batch, version)
    say(f"written: {url.render_as_string(hide_password=True)}, version {version}")


def load(data: Path, say: Say = silent) -> Batch:
    batch = Batch(data)
    for name, step in STEPS:
        say(f"{name}: {step(batch)}")
    return batch


def _write_file(file: Path, batch: Batch, version: str) -> None:
    """Write next to the old file and rename: a reader sees the old or the new one, never half of it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=file.name, suffix=".new", dir=file.parent)
    os.close(handle)
    try:
        engine = create_engine(sqlite_url(Path(name)), future=True, poolclass=NullPool)
        with engine.begin() as connection:
            _write(connection, batch, version)
        os.chmod(name, 0o644)
        os.replace(name, file)
    finally:
        Path(name).unlink(missing_ok=True)


def _write_shared(engine: Engine, batch: Batch, version: str) -> None:
    """One transaction: readers wait the second it lasts, and keep the old tables when it fails."""
    with engine.begin() as connection:
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": BUILD_LOCK})
        metadata.drop_all(connection)
        _write(connection, batch, version)
    engine.dispose()


def _write(connection: Connection, batch: Batch, version: str) -> None:
    metadata.create_all(connection)
    for table in metadata.sorted_tables:
        _fill(connection, table, batch)
    connection.execute(insert(meta), [{"key": "version", "value": version}])


def _fill(connection: Connection, table: Table, batch: Batch) -> None:
    if batch.rows(table):
        connection.execute(insert(table), batch.rows(table))
