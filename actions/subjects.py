"""What stands close to each subject of the catalogue: `data/subjects.yml`."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import yaml

from actions.texts import Strict

TABLE = Path(__file__).resolve().parent.parent / "data" / "subjects.yml"


class Around(Strict):
    """Subjects close to it, words in names of options that only look like it, and what is most about it.

    jobs: canonical names; options: ids
    """

    near: tuple[str, ...] = ()
    not_: tuple[str, ...] = ()
    jobs: tuple[str, ...] = ()
    options: tuple[str, ...] = ()

    class Config:
        fields = {"not_": "not"}


@lru_cache(maxsize=1)
def subjects() -> dict[str, Around]:
    """By theme id."""
    return {theme: Around.parse_obj(row) for theme, row in yaml.safe_load(TABLE.read_text(encoding="utf-8")).items()}


def around(theme: str) -> Around:
    return subjects().get(theme, Around())
