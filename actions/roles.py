"""Who somebody says to be in words that the understanding leaves to us: `data/roles.yml`."""

from __future__ import annotations

from functools import lru_cache

from actions.patterns import filled, finds
from actions.question import Role
from actions.texts import Strict
from study_catalogue.text import fold


class Table(Strict):
    """`data/roles.yml`, which says what each part means."""

    parts: dict[str, str]
    company: tuple[str, ...]
    never: tuple[str, ...]
    heirs: tuple[str, ...]
    never_heirs: tuple[str, ...]
    parent: tuple[str, ...]
    never_parent: tuple[str, ...]


@lru_cache(maxsize=1)
def table() -> Table:
    read = Table.of("roles.yml")
    return read.copy(update={"company": filled(read.company, **read.parts)})


def role_told(text: str) -> Role | None:
    """ "Wij zijn een aannemer in Peer" is a company, "dochter 16 jaar" a parent; None when nobody is told."""
    read, said = table(), fold(text)
    if finds(read.company, said) and not finds(read.never, said) and not is_heir(text):
        return "company"
    return "parent" if finds(read.parent, said) and not finds(read.never_parent, said) else None


def is_heir(text: str) -> bool:
    """ "Wij hebben thuis een garage en ik wil die overnemen, wat studeren": a pupil is no company."""
    said = fold(text)
    return finds(table().heirs, said) and not finds(table().never_heirs, said)
