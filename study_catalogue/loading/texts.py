"""Text facts, helplines and themes."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from ..models import academy_topics, facts, helplines, jobs, listings, themes
from ..rows import DataError, Row, check_unique, read_text
from ..text import fold, pack
from .batch import CONFIRM_COLUMNS, SOURCE_COLUMNS, Batch, Record, shown, source_of

LINE = "line of the item"  # a key no data file uses
HELPLINE_COLUMNS = ("id", "name", "for_whom", "contact", "hours", "site", *SOURCE_COLUMNS, *CONFIRM_COLUMNS)


def load_facts(batch: Batch) -> int:
    rows = [(row, values) for file in _fact_files(batch) for row, values in _fact_rows(file)]
    check_unique((row for row, _ in rows), "id")
    for row, values in rows:
        batch.add(facts, _fact(row, values))
    return batch.count(facts)


def load_helplines(batch: Batch) -> int:
    rows = batch.read("helplines.csv", HELPLINE_COLUMNS)
    check_unique(rows, "id")
    for position, row in enumerate(rows):
        batch.add(helplines, _helpline(row, position))
    return batch.count(helplines)


def load_themes(batch: Batch) -> int:
    file = batch.folder / "catalogue" / "themes.yml"
    found = [_theme_row(file.name, item) for item in _items(file)]
    check_unique((row for row, _ in found), "id")
    for position, (row, item) in enumerate(found):
        batch.add(themes, _theme(batch, row, item, position))
    return batch.count(themes)


def _fact_files(batch: Batch) -> list[Path]:
    return sorted((batch.folder / "facts").glob("*.yml"))


class _LineLoader(yaml.SafeLoader):
    """Safe loader that keeps the line on which each mapping starts."""


def _mapping(loader: _LineLoader, node: yaml.MappingNode) -> dict[str, Any]:
    found = loader.construct_mapping(node, deep=True)
    return {**{str(key): value for key, value in found.items()}, LINE: node.start_mark.line + 1}


_LineLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def _items(file: Path) -> list[dict[str, Any]]:
    """The mappings of a YAML list, each with its line under LINE."""
    try:
        found = yaml.load(read_text(file), _LineLoader)  # noqa: S506  a safe loader
    except yaml.YAMLError as error:
        raise DataError(file.name, _yaml_line(error), getattr(error, "problem", "") or "not valid YAML") from None
    if not isinstance(found, list) or not all(isinstance(item, dict) for item in found):
        raise DataError(file.name, 1, "expected a list of items, each with its keys")
    return found


def _yaml_line(error: yaml.YAMLError) -> int:
    mark = getattr(error, "problem_mark", None)
    return mark.line + 1 if mark else 1


def _fact_rows(file: Path) -> list[tuple[Row, dict[str, str]]]:
    return [(_fact_row(file.name, item), _fact_values(file.name, item)) for item in _items(file)]


def _fact_row(file: str, item: dict[str, Any]) -> Row:
    keep = ("id", "text", "confidence", "confirmed_by", "confirmed_on", "valid_until")
    cells = {key: str(item[key]) for key in keep if item.get(key) is not None}
    cells["source_title"] = str(item.get("source", ""))
    cells["source_year"] = str(item.get("year", ""))
    cells["source_status"] = str(item.get("status", "read"))
    return Row(file, item[LINE], cells)


def _fact_values(file: str, item: dict[str, Any]) -> dict[str, str]:
    values = item.get("values") or {}
    if not isinstance(values, dict):
        raise DataError(file, item[LINE], "'values' is not a mapping")
    return {str(key): str(value) for key, value in values.items() if key != LINE}


def _fact(row: Row, values: dict[str, str]) -> Record:
    return {
        "id": row.need("id"),
        "text": row.need("text"),
        "values": json.dumps(values, ensure_ascii=False, sort_keys=True),
        "valid_until": _valid_until(row),
        "visible": shown(row),
        **source_of(row),
    }


def _valid_until(row: Row) -> str:
    """15 months after the date of the source: between 31 March of the next year and of the year after that."""
    day, year = row.day("valid_until") or row.fail("'valid_until' is empty"), row.year("source_year")
    if not date(year + 1, 3, 31) <= date.fromisoformat(day) <= date(year + 2, 3, 31):
        row.fail(f"'valid_until' {day} is not 15 months after a source of {year}")
    return day


def _helpline(row: Row, position: int) -> Record:
    plain = {column: row.need(column) for column in ("id", "name", "for_whom", "contact", "hours", "site")}
    return {**plain, "position": position, "visible": shown(row), **source_of(row)}


ThemeRow = tuple[Row, dict[str, tuple[str, ...]]]
THEME_LISTS = ("words", "academy_topics", "clusters", "jobs", "keywords")


def _theme_row(file: str, item: dict[str, Any]) -> ThemeRow:
    row = Row(file, item[LINE], {key: str(item.get(key, "")) for key in ("id", "label")})
    for column in THEME_LISTS:
        if not isinstance(item.get(column, []), list):
            row.fail(f"'{column}' is not a list")
    return row, {column: tuple(str(part) for part in item.get(column) or []) for column in THEME_LISTS}


def _theme(batch: Batch, row: Row, item: dict[str, tuple[str, ...]], position: int) -> Record:
    _check_known(row, item["academy_topics"], batch.values(academy_topics, "topic"), "topic of an academy")
    _check_known(row, item["clusters"], _cluster_names(batch), "cluster of the bottleneck list")
    _check_stems(row, item["jobs"], _listed_names(batch))
    if not item["words"]:
        row.fail("'words' is empty")
    stems = {column: tuple(map(fold, item[column])) for column in ("jobs", "keywords")}
    lists = {column: pack(items) for column, items in {**item, **stems}.items()}
    return {"id": row.need("id"), "label": row.need("label"), "position": position, **lists}


def _listed_names(batch: Batch) -> set[str]:
    listed = batch.values(listings, "job_id")
    return {job["name_key"] for job in batch.rows(jobs) if job["id"] in listed}


def _check_stems(row: Row, stems: tuple[str, ...], names: set[str]) -> None:
    for stem in stems:
        if not any(fold(stem) in name for name in names):
            row.fail(f"'{stem}' in 'jobs' stands in no name on the bottleneck list")


def _cluster_names(batch: Batch) -> set[str]:
    """Clusters, and the first part of those that are split: "bouw" stands for "bouw/wegenbouw" too."""
    clusters: set[str] = batch.values(listings, "cluster")
    return clusters | {cluster.split("/")[0] for cluster in clusters}


def _check_known(row: Row, given: tuple[str, ...], known: set[str], what: str) -> None:
    for value in given:
        if value not in known:
            row.fail(f"'{value}' is no {what}; known: {', '.join(sorted(known))}")
