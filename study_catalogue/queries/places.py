"""Places, by id, name or postal code."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.engine import Connection

from ..models import place_names, places
from ..records import Place
from ..text import fold
from . import shape


def by_id(connection: Connection, place_id: str) -> Place | None:
    row = connection.execute(select(places).where(places.c.id == place_id)).mappings().first()
    return shape.place(row) if row else None


def gazetteer(connection: Connection) -> list[Place]:
    return _places(connection, select(places).order_by(places.c.position))


def named(connection: Connection, name: str) -> list[Place]:
    """A municipality, present or former, goes first, then the main places of a postal code, then the rest."""
    joined = places.join(place_names, place_names.c.place_id == places.c.id)
    query = select(places).select_from(joined).where(place_names.c.key == fold(name))
    return _places(connection, query.order_by(place_names.c.rank, places.c.position))


def with_code(connection: Connection, postal_code: str) -> list[Place]:
    """Main place first."""
    query = select(places).where(places.c.postal_code == postal_code.strip())
    return _places(connection, query.order_by(places.c.position))


def _places(connection: Connection, query: Any) -> list[Place]:
    return [shape.place(row) for row in connection.execute(query).mappings()]
