"""One line for each long step, with the seconds it took."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def step(what: str) -> Iterator[None]:
    """Print `what …` at once and its duration when done. On standard error, so that output stays clean."""
    print(f"{what} … ", end="", file=sys.stderr, flush=True)
    start = time.monotonic()
    yield
    print(f"{time.monotonic() - start:.1f} s", file=sys.stderr, flush=True)
