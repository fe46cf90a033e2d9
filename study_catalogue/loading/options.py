"""Study options."""

from __future__ import annotations

from dataclasses import replace

from study_catalogue.levels import SECONDARY, SHORT_TO_LONG

from ..models import offers, option_domains, options
from ..records import Source
from ..rows import Row, check_unique
from ..text import fold, pack
from .batch import CONFIRM_COLUMNS, SOURCE_COLUMNS, Batch, Record, known_sources, shown, source_of, source_record
from .institutions import written_names

FILE = "study_options.csv"
COLUMNS = (
    *("id", "name", "old_names", "level", "grade_info", "domain", "finality", "is_stem", "stem_kind", "dual"),
    *("description_keywords", "theory_practice", "next_options", "jobs", "institutions", "links_basis"),
    *("stem_official", "status", "after_kind", "semesters", "successor_ids", "ended_note"),
    *("links_source_title", "links_source_year", "links_reviewed_by", "links_reviewed_on"),
    *SOURCE_COLUMNS,
    *CONFIRM_COLUMNS,
)
FINALITIES = ("", "doorstroom", "dubbel", "arbeidsmarkt")
AFTER_KINDS = ("", "preparing", "ok3", "ok4")
KINDS_OF_LEARNING = ("", "theoretisch", "gemengd", "praktisch")
STEM_KINDS = ("", "kern STEM", "lichte STEM", "zorg-STEM")
BASES = {"bron": "read", "afgeleid": "inferred", "": "inferred"}


def load(batch: Batch) -> int:
    rows = read(batch)
    sources = known_sources(batch)
    for row in rows:
        batch.add(options, _option(row, sources))
        for domain in row.many("domain"):
            batch.add(option_domains, {"option_id": row.need("id"), "domain": domain})
    _check_successors(rows)
    _load_offers(batch, rows)
    return batch.count(options)


def read(batch: Batch) -> list[Row]:
    rows = batch.read(FILE, COLUMNS)
    check_unique(rows, "id")
    return rows


def _option(row: Row, sources: dict[str, Source]) -> Record:
    return {
        **_name(row),
        **_content(row),
        **_ending(row),
        "visible": shown(row),
        **source_of(row),
        **_links_source(row, sources),
    }


def _name(row: Row) -> Record:
    name, level = row.need("name"), row.one_of("level", SHORT_TO_LONG)
    return {
        "id": row.need("id"),
        "name": name,
        "name_key": fold(name),
        "level": level,
        "level_rank": SHORT_TO_LONG.index(level),
        "grade_info": row.text("grade_info"),
    }


def _content(row: Row) -> Record:
    keywords = row.many("description_keywords", ",")
    return {
        "domains": pack(row.many("domain")),
        "finality": row.one_of("finality", FINALITIES),
        "is_stem": row.flag("is_stem"),
        "stem_kind": row.one_of("stem_kind", STEM_KINDS),
        "stem_official": row.text("stem_official"),
        "officially_stem": _officially_stem(row),
        "dual": _dual(row),
        "keywords": pack(keywords),
        "theory_practice": row.one_of("theory_practice", KINDS_OF_LEARNING),
        "after_kind": _after_kind(row),
        "semesters": row.whole("semesters", 1, 12),
        "search_text": f" {fold(row.need('name'))} {fold(' '.join(keywords))} ",
    }


def _officially_stem(row: Row) -> bool:
    """The label of the government, which secondary school has; above it, our own."""
    labelled = row.text("stem_official").startswith("STEM")  # also "STEM (variant STEM); NIET-STEM (variant ...)"
    if labelled and not row.flag("is_stem"):
        row.fail("'stem_official' says STEM, 'is_stem' does not")
    return labelled if row.text("level") in SECONDARY else row.flag("is_stem")


def _dual(row: Row) -> str:
    """`yes (zie ID)` is a yes: the dual variant has a row of its own."""
    return "yes" if row.text("dual").startswith("yes (") else row.one_of("dual", ("yes", "no", "unknown"))


def _after_kind(row: Row) -> str:
    """What a 7th year is for, or asks; known of each that is still offered, and empty for every other level."""
    if row.text("level") != "so-7":
        return row.one_of("after_kind", ("",))
    return row.one_of("after_kind", AFTER_KINDS if row.text("status") else AFTER_KINDS[1:])


def _ending(row: Row) -> Record:
    ended = bool(row.text("status"))
    if ended and not row.text("ended_note"):
        row.fail("'status' says it ended, 'ended_note' is empty")
    successors = pack(row.many("successor_ids")) if ended else ""
    return {"ended": ended, "ended_note": row.text("ended_note") if ended else "", "successors": successors}


def _links_source(row: Row, sources: dict[str, Source]) -> Record:
    """Whom the jobs and next options rest on: the row's source, ourselves, or a counsellor who checked them."""
    basis = BASES[row.one_of("links_basis", BASES)]
    by, on = row.text("links_reviewed_by"), row.day("links_reviewed_on")
    if bool(by) != bool(on):
        row.fail("'links_reviewed_by' and 'links_reviewed_on' go together")
    if basis == "read" and not by:
        return source_record(Source(row.need("links_source_title"), row.year("links_source_year")), "links_")
    source = sources["reviewed_links" if by else "own_links"]
    return source_record(replace(source, year=int(on[:4])) if on else source, "links_")


def _check_successors(rows: list[Row]) -> None:
    ended = {row.need("id"): bool(row.text("status")) for row in rows}
    for row in rows:
        for successor in row.many("successor_ids"):
            if ended.get(successor, True):
                row.fail(f"successor {successor} is no option that is still offered")


def _load_offers(batch: Batch, rows: list[Row]) -> None:
    names = written_names(batch)
    for row in rows:
        found = [(text, name) for text in row.many("institutions") for name in names.get(_unstarred(text), [None])]
        for position, (text, name) in enumerate(found):
            batch.add(offers, _offer(row, position, text, name))


def _unstarred(text: str) -> str:
    return text.rstrip("*").strip()


def _offer(row: Row, position: int, text: str, institution: str | None) -> Record:
    return {
        "option_id": row.need("id"),
        "position": position,
        "institution": institution,
        "written": _unstarred(text),
        "read": not text.endswith("*"),
    }
