"""What stands close to each subject of the catalogue: `data/subjects.yml`."""

from __future__ import annotations

from functools import lru_cache

from actions.texts import Strict


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


class Table(Strict):
    """By theme id."""

    __root__: dict[str, Around]


@lru_cache(maxsize=1)
def subjects() -> dict[str, Around]:
    """By theme id."""
    return Table.of("subjects.yml").__root__


def around(theme: str) -> Around:
    return subjects().get(theme, Around())
