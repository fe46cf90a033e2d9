"""`python -m study_catalogue`: build the database. Ends with 1, and one line that says what is wrong, on a bad row."""

from __future__ import annotations

import sys
import time

from sqlalchemy.exc import SQLAlchemyError

from .build import build
from .database import database_url
from .rows import DataError


def main() -> int:
    start = time.perf_counter()
    try:
        build(database_url(), say=print)
    except DataError as error:
        print(f"not built: {error}", file=sys.stderr)
        return 1
    except SQLAlchemyError as error:
        print(f"not built: the database says {error}", file=sys.stderr)
        return 1
    print(f"done in {time.perf_counter() - start:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
