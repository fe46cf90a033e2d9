"""Noticing that the database was built anew behind a running assistant."""

from __future__ import annotations

import threading
import time
from collections.abc import Hashable

from sqlalchemy.engine import Engine

from .build import stored_version
from .database import sqlite_file

SECONDS = 1.0  # between two looks at a database server


class State:
    """A value that changes when the database does; cheap enough to ask before every query.

    A SQLite file is known by its inode and time of change (a build renames a new file into place), a database on a
    server by its version, read at most once a second. Connections to what was there before are closed.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._file = sqlite_file(engine.url)
        self._lock = threading.Lock()
        self._seen: Hashable = None
        self._looked = float("-inf")

    def now(self) -> Hashable:
        with self._lock:
            found = self._look()
            if found != self._seen:
                self._engine.dispose()
                self._seen = found
            return found

    def _look(self) -> Hashable:
        if self._file is not None:
            status = self._file.stat()
            return (status.st_ino, status.st_mtime_ns)
        if time.monotonic() - self._looked < SECONDS:
            return self._seen
        self._looked = time.monotonic()
        return stored_version(self._engine) or self._seen  # out of reach: what is remembered still holds
