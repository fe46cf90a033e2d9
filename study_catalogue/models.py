"""The tables. Lists without a query of their own are packed in one column (see `text.pack`)."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, MetaData, String, Table, Text

metadata = MetaData()
ADDRESS = "url"  # how the column with the address of a source ends

# the folded form of a name; the same order in both databases, whatever the locale of the PostgreSQL server
KEY = String(200).with_variant(String(200, collation="C"), "postgresql")


def source_columns(prefix: str = "source_", needed: bool = True) -> tuple[Column[Any], ...]:
    """Where a row comes from. Not needed: all but the address, then "", are NULL when there is no source."""
    return (
        Column(f"{prefix}title", String(120), nullable=not needed),
        Column(f"{prefix}year", Integer, nullable=not needed),
        Column(f"{prefix}status", String(10), nullable=not needed),
        Column(f"{prefix}{ADDRESS}", String(200), nullable=False),
    )


def _links(name: str, target: str, table: Table) -> Table:
    """From an option to rows of the table, each link with its basis and its review."""
    return Table(
        name,
        metadata,
        Column("option_id", ForeignKey("study_options.id"), primary_key=True),
        Column(target, ForeignKey(table.c.id), primary_key=True, index=True),
        Column("position", Integer, nullable=False),
        Column("basis", String(10), nullable=False),
        Column("reviewed_by", String(120), nullable=False),
        Column("reviewed_on", String(10), nullable=False),
    )


options = Table(
    "study_options",
    metadata,
    Column("id", String(120), primary_key=True),
    Column("name", String(200), nullable=False),
    Column("name_key", KEY, nullable=False, index=True),
    Column("level", String(20), nullable=False),
    Column("level_rank", Integer, nullable=False),
    Column("grade_info", String(200), nullable=False),
    Column("domains", String(200), nullable=False),
    Column("finality", String(20), nullable=False),
    Column("is_stem", Boolean, nullable=False),
    Column("stem_kind", String(40), nullable=False),
    Column("stem_official", String(120), nullable=False),
    Column("officially_stem", Boolean, nullable=False),
    Column("dual", String(10), nullable=False),
    Column("keywords", Text, nullable=False),
    Column("theory_practice", String(20), nullable=False),
    Column("after_kind", String(10), nullable=False),
    Column("semesters", Integer),
    Column("ended", Boolean, nullable=False),
    Column("ended_note", Text, nullable=False),
    Column("successors", Text, nullable=False),
    Column("search_text", Text, nullable=False),
    Column("visible", Boolean, nullable=False),
    *source_columns(),
    *source_columns("links_"),
    Index("ix_study_options_offered", "visible", "ended", "level_rank", "name_key"),
)

option_domains = Table(
    "option_domains",
    metadata,
    Column("option_id", ForeignKey("study_options.id"), primary_key=True),
    Column("domain", String(60), primary_key=True, index=True),
)

jobs = Table(
    "occupations",
    metadata,
    Column("id", String(120), primary_key=True),
    Column("name", String(200), nullable=False),
    Column("name_key", KEY, nullable=False),
    Column("other_names", Text, nullable=False),
    Column("description", Text, nullable=False),
    Column("stem", String(10), nullable=False),
    Column("visible", Boolean, nullable=False),
    *source_columns(),
)

job_names = Table(
    "occupation_names",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("job_id", ForeignKey("occupations.id"), primary_key=True),
)

listings = Table(
    "bottleneck_listings",
    metadata,
    Column("job_id", ForeignKey("occupations.id"), primary_key=True),
    Column("year", Integer, primary_key=True),
    Column("vdab_group", String(80), nullable=False),
    Column("cluster", String(60), nullable=False),
    Column("restriction", String(120), nullable=False),
    Column("causes", String(120), nullable=False),
    *source_columns("causes_source_", needed=False),
    *source_columns(),
    Index("ix_bottleneck_listings_cluster", "year", "cluster"),
)

option_jobs = _links("option_jobs", "job_id", jobs)
option_next = _links("option_next", "next_id", options)

institutions = Table(
    "institutions",
    metadata,
    Column("name", String(200), primary_key=True),
    Column("short", String(60), nullable=False),
    Column("kind", String(80), nullable=False),
    Column("municipality", String(120), nullable=False),
    Column("province", String(60), nullable=False),
    Column("website", String(200), nullable=False),
    Column("visible", Boolean, nullable=False),
    *source_columns(),
)

offers = Table(
    "institution_offers",
    metadata,
    Column("option_id", ForeignKey("study_options.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("institution", ForeignKey("institutions.name")),
    Column("written", String(200), nullable=False),
    Column("read", Boolean, nullable=False),
)

places = Table(
    "places",
    metadata,
    Column("id", String(120), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("postal_code", String(4), nullable=False, index=True),
    Column("name", String(120), nullable=False),
    Column("municipality", String(120), nullable=False),
    Column("province", String(60), nullable=False),
    Column("lat", Float, nullable=False),
    Column("lon", Float, nullable=False),
    Column("former_municipality", String(120), nullable=False),
    *source_columns(),
)

place_names = Table(
    "place_names",
    metadata,
    Column("key", String(120), primary_key=True),
    Column("place_id", ForeignKey("places.id"), primary_key=True),
    Column("text", String(120), nullable=False),
    Column("rank", Integer, nullable=False),  # 0 municipality, now or former; 1 main place of its code; 2 other
)

municipalities = Table(
    "municipalities",
    metadata,
    Column("refnis", String(5), primary_key=True),
    Column("name", String(120), nullable=False, unique=True),
    Column("province", String(60), nullable=False),
    Column("main_place", ForeignKey("places.id"), nullable=False),
)

mergers = Table(
    "merged_municipalities",
    metadata,
    Column("old", String(120), primary_key=True),
    Column("new", ForeignKey("municipalities.name"), nullable=False),
    Column("date", String(10), nullable=False),
    Column("main_place", ForeignKey("places.id"), nullable=False),
)

academies = Table(
    "academies",
    metadata,
    Column("id", String(20), primary_key=True),
    Column("name", String(200), nullable=False),
    Column("organiser", String(200), nullable=False),
    Column("municipality", String(120), nullable=False),
    Column("postal_code", String(4), nullable=False),
    Column("province", String(60), nullable=False),
    Column("lat", Float, nullable=False),
    Column("lon", Float, nullable=False),
    Column("min_age", Integer),
    Column("max_age", Integer),
    Column("focus", String(20), nullable=False),
    Column("price_info", Text, nullable=False),
    Column("website", String(120), nullable=False),
    Column("last_confirmed", Integer),
    Column("via_school", Boolean, nullable=False),
    Column("holiday", Boolean, nullable=False),
    Column("nearby", Boolean, nullable=False),  # shown in "nearby": neither hidden nor closed to walking in
    *source_columns(),
    Index("ix_academies_box", "nearby", "lat", "lon"),
)

academy_topics = Table(
    "academy_topics",
    metadata,
    Column("academy_id", ForeignKey("academies.id"), primary_key=True),
    Column("topic", String(40), primary_key=True, index=True),
    Column("position", Integer, nullable=False),
)

themes = Table(
    "themes",
    metadata,
    Column("id", String(60), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("label", String(120), nullable=False),
    Column("words", Text, nullable=False),
    Column("academy_topics", Text, nullable=False),
    Column("clusters", Text, nullable=False),
    Column("jobs", Text, nullable=False),
    Column("keywords", Text, nullable=False),
)

facts = Table(
    "text_facts",
    metadata,
    Column("id", String(80), primary_key=True),
    Column("text", Text, nullable=False),
    Column("values", Text, nullable=False),  # JSON object of strings
    Column("valid_until", String(10), nullable=False),
    Column("visible", Boolean, nullable=False),
    *source_columns(),
)

helplines = Table(
    "helplines",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("name", String(120), nullable=False),
    Column("for_whom", Text, nullable=False),
    Column("contact", String(120), nullable=False),
    Column("hours", Text, nullable=False),
    Column("site", String(120), nullable=False),
    Column("visible", Boolean, nullable=False),
    *source_columns(),
)

names = Table(
    "names",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("text", String(200), nullable=False),
    Column("key", KEY, nullable=False, index=True),
    Column("kind", String(10), nullable=False),
    Column("target", String(200), nullable=False),
    Column("basis", String(10), nullable=False),
)

meta = Table(
    "meta",
    metadata,
    Column("key", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)
