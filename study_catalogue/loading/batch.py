"""What the loaders fill: the data folder and the rows per table."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from sqlalchemy import Table

from ..models import ADDRESS
from ..records import Source
from ..rows import Row, check_unique, read_rows

Record = dict[str, Any]

CONFIDENCES = ("high", "medium", "low")
SOURCE_COLUMNS = ("source_title", "source_year", "source_status")
CONFIRM_COLUMNS = ("confidence", "confirmed_by", "confirmed_on")
LONGEST_TITLE = 80
UNDATED = ", pagina zonder datum"  # added to the title of a source without a date
HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}")


@dataclass
class Batch:
    folder: Path  # with `catalogue/` and `facts/` in it
    tables: dict[Table, list[Record]] = field(default_factory=dict)

    def read(self, name: str, columns: Iterable[str]) -> list[Row]:
        return read_rows(self.folder / "catalogue", name, columns)

    def add(self, table: Table, record: Record) -> None:
        """Keep the row, with the address of each of its sources where we know one."""
        named = [column.name for column in table.columns if column.name.endswith(f"_{ADDRESS}")]
        urls = {name: self.site_of(record[name.removesuffix(ADDRESS) + "title"]) for name in named}
        self.tables.setdefault(table, []).append({**record, **urls})

    def site_of(self, title: str | None) -> str:
        """The address of the source with this title; of one that is called after its site that site, else ""."""
        named = (title or "").removesuffix(UNDATED)
        return self.sites.get(named, f"https://{named}" if HOST.fullmatch(named) else "")

    @cached_property
    def sites(self) -> dict[str, str]:
        """Addresses by the title of the source, from `source_sites.csv`."""
        rows = self.read("source_sites.csv", ("title", "url", "read_in"))
        check_unique(rows, "title")
        return {row.need("title"): _https(row) for row in rows}

    def rows(self, table: Table) -> list[Record]:
        return self.tables.get(table, [])

    def values(self, table: Table, column: str) -> set[str]:
        return {record[column] for record in self.rows(table)}

    def count(self, *tables: Table) -> int:
        return sum(len(self.rows(table)) for table in tables)


def _https(row: Row) -> str:
    url = row.website("url")
    return url if url.startswith("https://") else row.fail(f"'url' is '{url}'; expected https://…")


def confirmed(row: Row) -> bool:
    """A person has confirmed the row: name and date filled. One of the two is a mistake."""
    by, on = row.text("confirmed_by"), row.day("confirmed_on")
    if bool(by) != bool(on):
        row.fail("'confirmed_by' and 'confirmed_on' go together")
    return bool(by)


def shown(row: Row) -> bool:
    """Low confidence stays hidden until confirmed."""
    return row.one_of("confidence", CONFIDENCES) != "low" or confirmed(row)


def source_of(row: Row) -> Record:
    """Columns of the source; the title is meant for a reader, so no address of a file or a dump."""
    title = row.need("source_title")
    if "github" in title.casefold() or "/" in title or len(title) > LONGEST_TITLE:
        row.fail(f"'source_title' is '{title}'; expected the short name of an organisation or site")
    status = row.one_of("source_status", ("read", "inferred", "confirmed"))
    return {
        "source_title": title,
        "source_year": row.year("source_year"),
        "source_status": "confirmed" if confirmed(row) else status,
    }


def source_record(source: Source | None, prefix: str = "source_") -> Record:
    """Columns of a source that is not read from the row itself; NULL for none."""
    cells = (source.title, source.year, source.status) if source else (None, None, None)
    return dict(zip((f"{prefix}title", f"{prefix}year", f"{prefix}status"), cells, strict=True))


def known_sources(batch: Batch) -> dict[str, Source]:
    """Sources that belong to no single row, from `sources.csv`."""
    found: dict[str, Source] = {}
    for row in batch.read("sources.csv", ("id", "title", "year", "status")):
        status = row.one_of("status", ("read", "inferred", "confirmed"))
        found[row.need("id")] = Source(row.need("title"), row.year("year"), status)  # type: ignore[arg-type]
    return found
