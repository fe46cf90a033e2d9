"""Schools, colleges, universities and centres."""

from __future__ import annotations

from ..models import institutions
from ..rows import Row, check_unique
from .batch import CONFIRM_COLUMNS, SOURCE_COLUMNS, Batch, Record, shown, source_of

COLUMNS = ("name", "short", "kind", "gemeente", "province", "website", *SOURCE_COLUMNS, *CONFIRM_COLUMNS)


def load(batch: Batch) -> int:
    rows = batch.read("institutions.csv", COLUMNS)
    check_unique(rows, "name")
    for row in rows:
        batch.add(institutions, _institution(row))
    return batch.count(institutions)


def _institution(row: Row) -> Record:
    return {
        "name": row.need("name"),
        "short": row.text("short"),
        "kind": row.need("kind"),
        "municipality": row.need("gemeente"),
        "province": row.need("province"),
        "website": row.text("website"),
        "visible": shown(row),
        **source_of(row),
    }


def written_names(batch: Batch) -> dict[str, list[str]]:
    """Institutions as `study_options.csv` writes them -> names in `institutions.csv`."""
    known = batch.values(institutions, "name")
    found: dict[str, list[str]] = {}
    for row in batch.read("institution_names.csv", ("text", "institution")):
        found.setdefault(row.need("text"), []).append(row.one_of("institution", known))
    return found
