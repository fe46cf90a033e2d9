"""Names, themes, facts, helplines and the version."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sqlalchemy import Table, select, true
from sqlalchemy.engine import Connection

from ..models import ADDRESS, academies, facts, helplines, institutions, meta, metadata, names, themes
from ..records import Fact, Helpline, Name, Theme
from ..text import host
from . import shape

_SITES = (
    (academies.c.website, academies.c.nearby),
    (institutions.c.website, institutions.c.visible),
    (helplines.c.site, helplines.c.visible),
)
COUNT_PREFIX = "bottleneck_count_"  # ids of the facts that count the list, one a year


def version(connection: Connection) -> str:
    return str(connection.execute(select(meta.c.value).where(meta.c.key == "version")).scalar() or "")


def all_names(connection: Connection) -> list[Name]:
    query = select(names.c.text, names.c.kind, names.c.target, names.c.basis).order_by(names.c.position)
    return [Name(*row) for row in connection.execute(query)]


def all_themes(connection: Connection) -> list[Theme]:
    return [shape.theme(row) for row in connection.execute(select(themes).order_by(themes.c.position)).mappings()]


def theme(connection: Connection, theme_id: str) -> Theme | None:
    row = connection.execute(select(themes).where(themes.c.id == theme_id)).mappings().first()
    return shape.theme(row) if row else None


def fact(connection: Connection, fact_id: str) -> Fact | None:
    query = select(facts).where(facts.c.id == fact_id, facts.c.visible.is_(True))
    row = connection.execute(query).mappings().first()
    if row is None:
        return None
    return Fact(row["id"], json.loads(row["values"]), shape.source(row), row["valid_until"], row["text"])


def websites(connection: Connection) -> frozenset[str]:
    """Hosts of the sites in rows that are shown, and of the sources of these rows."""
    written = [address for table in metadata.sorted_tables for address in _sources(connection, table)]
    for column, visible in _SITES:
        written += connection.execute(select(column).where(visible.is_(True))).scalars()
    shown = connection.execute(select(facts.c["values"]).where(facts.c.visible.is_(True))).scalars()
    written += [json.loads(values).get("site", "") for values in shown]
    return frozenset(filter(None, map(host, written)))


def _sources(connection: Connection, table: Table) -> Iterator[str]:
    """The addresses of the sources that the rows of a table rest on, where they are shown."""
    for column in table.columns:
        if column.name.endswith(f"_{ADDRESS}"):
            flag = table.c.get("visible", table.c.get("nearby"))
            shown = true() if flag is None else flag.is_(True)
            yield from connection.execute(select(column).where(shown).distinct()).scalars()


def all_helplines(connection: Connection) -> list[Helpline]:
    query = select(helplines).where(helplines.c.visible.is_(True)).order_by(helplines.c.position)
    return [shape.helpline(row) for row in connection.execute(query).mappings()]
