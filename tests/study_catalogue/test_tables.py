"""Every table, filled with every row of its file."""

from __future__ import annotations

import csv
import re

import pytest
from sqlalchemy import func, select, text

from study_catalogue import Catalogue
from study_catalogue.build import DATA
from study_catalogue.models import (
    academies,
    facts,
    helplines,
    institutions,
    listings,
    mergers,
    metadata,
    municipalities,
    options,
    places,
    themes,
)

FILES = [
    ("study_options.csv", options, 394),
    ("bottleneck_occupations.csv", listings, 227),
    ("academies.csv", academies, 355),
    ("gazetteer.csv", places, 1207),
    ("municipalities.csv", municipalities, 304),
    ("mergers.csv", mergers, 43),
    ("institutions.csv", institutions, 87),
    ("helplines.csv", helplines, 7),
]


def count(catalogue: Catalogue, table: object) -> int:
    with catalogue._engine.connect() as connection:
        return int(connection.execute(select(func.count()).select_from(table)).scalar())


@pytest.mark.parametrize("table", metadata.sorted_tables, ids=lambda table: table.name)
def test_no_table_is_empty(catalogue: Catalogue, table: object) -> None:
    assert count(catalogue, table) > 0


@pytest.mark.parametrize(("name", "table", "rows"), FILES, ids=lambda value: value if isinstance(value, str) else "")
def test_every_row_came_along(catalogue: Catalogue, name: str, table: object, rows: int) -> None:
    with (DATA / "catalogue" / name).open(encoding="utf-8", newline="") as handle:
        in_file = len(list(csv.DictReader(handle)))
    assert count(catalogue, table) == in_file >= rows


def test_every_fact_and_theme_came_along(catalogue: Catalogue) -> None:
    texts = [file.read_text(encoding="utf-8") for file in (DATA / "facts").glob("*.yml")]
    assert count(catalogue, facts) == sum(len(re.findall(r"^- id:", found, re.MULTILINE)) for found in texts)
    assert count(catalogue, themes) == len(catalogue.themes())


def test_every_link_points_to_a_row(sqlite_catalogue: Catalogue) -> None:
    with sqlite_catalogue._engine.connect() as connection:
        assert connection.execute(text("PRAGMA foreign_key_check")).all() == []


@pytest.mark.parametrize(
    ("query", "index"),
    [
        ("SELECT id FROM academies WHERE nearby IS 1 AND lat BETWEEN 50 AND 51", "ix_academies_box"),
        ("SELECT * FROM study_options WHERE visible IS 1 AND ended IS 0", "ix_study_options_offered"),
        ("SELECT * FROM study_options WHERE name_key = 'x'", "ix_study_options_name_key"),
        ("SELECT * FROM option_jobs WHERE job_id = 'x'", "ix_option_jobs_job_id"),
        ("SELECT * FROM option_next WHERE option_id = 'x'", "sqlite_autoindex_option_next"),
        ("SELECT * FROM occupation_names WHERE key = 'x'", "sqlite_autoindex_occupation_names"),
        ("SELECT * FROM place_names WHERE key = 'x'", "sqlite_autoindex_place_names"),
        ("SELECT * FROM places WHERE postal_code = '3600'", "ix_places_postal_code"),
        ("SELECT * FROM bottleneck_listings WHERE year = 2026 AND cluster = 'x'", "ix_bottleneck_listings_cluster"),
        ("SELECT * FROM academy_topics WHERE topic = 'x'", "ix_academy_topics_topic"),
    ],
)
def test_each_query_has_its_index(sqlite_catalogue: Catalogue, query: str, index: str) -> None:
    with sqlite_catalogue._engine.connect() as connection:
        plan = " ".join(str(row) for row in connection.execute(text(f"EXPLAIN QUERY PLAN {query}")))
    assert index in plan
