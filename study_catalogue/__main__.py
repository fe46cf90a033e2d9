"""`python -m study_catalogue [DATA]`: build the database from the data folder.

`python -m study_catalogue renew [--all] [DATA]`: list the facts to look up again.

Ends with 1, and one line that says what is wrong, on a bad row.
"""

from __future__ import annotations

import sys
import time
from datetime import date
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from .build import DATA, build
from .database import database_url
from .renewal import renewal_list
from .rows import DataError

RENEW, ALL = "renew", "--all"


def main(arguments: list[str]) -> int:
    if arguments[:1] == [RENEW]:
        return _renew(arguments[1:])
    start = time.perf_counter()
    try:
        build(database_url(), Path(arguments[0]) if arguments else DATA, print)
    except DataError as error:
        print(f"not built: {error}", file=sys.stderr)
        return 1
    except ModuleNotFoundError as error:
        print(f"not built: DATABASE_URL needs {error.name}; use sqlite:/// or postgresql://", file=sys.stderr)
        return 1
    except SQLAlchemyError as error:
        print(f"not built: the database says {str(error).splitlines()[0]}", file=sys.stderr)
        return 1
    print(f"done in {time.perf_counter() - start:.1f} s")
    return 0


def _renew(arguments: list[str]) -> int:
    folders = [Path(argument) for argument in arguments if argument != ALL]
    try:
        lines = list(renewal_list(folders[0] if folders else DATA, date.today(), ALL in arguments))
    except DataError as error:
        print(f"no list: {error}", file=sys.stderr)
        return 1
    print("\n".join(lines))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
