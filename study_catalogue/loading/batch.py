"""What the loaders fill: the data folder and the rows per table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Table

from ..records import Source
from ..rows import Row, read_rows

Record = dict[str, Any]

CONFIDENCES = ("high", "medium", "low")
SOURCE_COLUMNS = ("source_title", "source_year", "source_status")
CONFIRM_COLUMNS = ("confidence", "confirmed_by", "confirmed_on")
LONGEST_TITLE = 80


@dataclass
class Batch:
    folder: Path  # with `catalogue/` and `facts/` in it
    tables: dict[Table, list[Record]] = field(default_factory=dict)

    def read(self, name: str, columns: Iterable[str]) -> list[Row]:
        return read_rows(self.folder / "catalogue", name, columns)

    def add(self, table: Table, record: Record) -> None:
        self.tables.setdefault(table, []).append(record)

    def rows(self, table: Table) -> list[Record]:
        return self.tables.get(table, [])

    def values(self, table: Table, column: str) -> set[str]:
        return {record[column] for record in self.rows(table)}

    def count(self, *tables: Table) -> int:
        return sum(len(self.rows(table)) for table in tables)


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
