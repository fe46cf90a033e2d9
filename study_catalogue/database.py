"""Which database, and how to reach it."""

from __future__ import annotations

import os
from pathlib import Path

from dotenv import dotenv_values
from sqlalchemy import create_engine
from sqlalchemy.engine import URL, Engine, make_url
from sqlalchemy.pool import QueuePool

ROOT = Path(__file__).resolve().parent.parent
DEFAULT_FILE = ROOT / "build" / "catalogue.sqlite"


def database_url(url: str | None = None) -> URL:
    """The given URL, else DATABASE_URL from the environment or `.env`, else the SQLite file in `build/`."""
    chosen = url or os.environ.get("DATABASE_URL") or dotenv_values(ROOT / ".env").get("DATABASE_URL")
    return make_url(chosen) if chosen else sqlite_url(DEFAULT_FILE)


def sqlite_url(file: Path) -> URL:
    return URL.create("sqlite", database=str(file))


def engine_for(url: URL) -> Engine:
    """Engine for reading. Connections are kept; `State` drops them when a rebuilt file takes the old one's place."""
    if url.get_backend_name() == "sqlite":
        threads = {"check_same_thread": False}
        return create_engine(url, future=True, poolclass=QueuePool, connect_args=threads)
    return create_engine(url, future=True, pool_pre_ping=True)


def sqlite_file(url: URL) -> Path | None:
    """The file behind a SQLite URL; None for another database. A relative name counts from the working folder."""
    return Path(url.database) if url.get_backend_name() == "sqlite" and url.database else None
