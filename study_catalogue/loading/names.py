"""Every name under which something is known, once."""

from __future__ import annotations

from collections.abc import Iterator

from study_catalogue.levels import HIGHER

from ..models import job_names, jobs, names, options, place_names
from ..records import Name
from ..rows import Row
from ..text import fold, unpack, without_brackets
from .batch import CONFIRM_COLUMNS, Batch, Record, shown
from .jobs import restriction
from .options import read as read_options

DUAL = " duaal"  # people ask for "dakwerker", the list says "Dakwerker duaal"
SHORTEST = 3  # "HI" and "TI" are old names, and words of another kind in chat; "1B" is neither
PREFIXES = (
    *(("Graduaat in de ", "graduaat "), ("Graduaat in het ", "graduaat "), ("Graduaat in ", "graduaat ")),
    ("Professionele bachelor educatieve bachelor ", "educatieve bachelor "),
    *(("Professionele bachelor ", "bachelor "), ("Academische bachelor ", "bachelor ")),
    *(("Master educatieve master ", "educatieve master "), ("Master of ", "master "), ("Master ", "master ")),
)
ALIAS_COLUMNS = ("old_name", "likely_2026_name", *CONFIRM_COLUMNS)


def load(batch: Batch) -> int:
    seen: set[tuple[str, str, str]] = set()
    for name in _all_names(batch):
        key = (fold(name.text), name.kind, name.target)
        if key not in seen:
            seen.add(key)
            batch.add(names, _record(name, len(seen)))
    return batch.count(names)


def _record(name: Name, position: int) -> Record:
    return {
        "position": position,
        "text": name.text,
        "key": fold(name.text),
        "kind": name.kind,
        "target": name.target,
        "basis": name.basis,
    }


def _all_names(batch: Batch) -> Iterator[Name]:
    yield from _option_names(batch)
    yield from _job_names(batch)
    yield from _place_names(batch)
    yield from _older_occupations(batch)
    yield from _aliases(batch)


def _option_names(batch: Batch) -> Iterator[Name]:
    rows = [row for row in read_options(batch) if shown(row)]
    for row in rows:
        yield Name(row.need("name"), "option", row.need("name"), "name")
    for row in rows:
        for old in row.many("old_names"):
            if len(old) >= SHORTEST or _has_digit(old):
                yield Name(without_brackets(old), "option", row.need("name"), "old_name")
        for other in other_forms(row.need("name"), row.need("level")):
            yield Name(other, "option", row.need("name"), "alias")


def _has_digit(name: str) -> bool:
    return any(letter.isdigit() for letter in name)


def other_forms(name: str, level: str) -> list[str]:
    """Shorter forms of a canonical name that people use."""
    plain = without_brackets(name)
    forms = [plain] if plain != name else []
    forms += [plain.removesuffix(DUAL)] if plain.endswith(DUAL) else []
    for prefix, short in PREFIXES if level in HIGHER else ():
        if plain.startswith(prefix):
            bare = plain.removeprefix(prefix)
            return forms + [form for part in bare.split(" / ") for form in _without_prefix(part, short)]
    return forms


def _without_prefix(bare: str, short: str) -> list[str]:
    """One word alone ("chemie", "bouw") is a subject, not a study: it keeps its prefix."""
    return [short + bare, bare] if len(bare.split()) > 1 or "-" in bare else [short + bare]


def _job_names(batch: Batch) -> Iterator[Name]:
    shown_jobs = [job for job in batch.rows(jobs) if job["visible"]]
    for job in shown_jobs:
        yield Name(job["name"], "job", job["name"], "name")
    for job in shown_jobs:
        for other in (*unpack(job["other_names"]), *_unrestricted(job["name"])):
            yield Name(other, "job", job["name"], "alias")


def _unrestricted(name: str) -> list[str]:
    """Both halves of a restricted name: people say "redder" or "hoger redder", never "redder: hoger redder"."""
    if ":" in name:
        return [name.split(":")[0].strip(), restriction(name)]
    return [without_brackets(name)] if restriction(name) else []


def _place_names(batch: Batch) -> Iterator[Name]:
    for record in sorted(batch.rows(place_names), key=lambda record: (record["rank"], record["place_id"])):
        yield Name(record["text"], "place", record["place_id"], "name")


def _older_occupations(batch: Batch) -> Iterator[Name]:
    """Names of older lists. A cell may name two occupations, with "/" or ";" between them."""
    targets = _job_targets(batch)
    for row in batch.read("occupation_aliases.csv", ALIAS_COLUMNS):
        for part in row.text("likely_2026_name").replace("/", ";").split(";"):
            if part.strip() and shown(row):
                target = _target(row, targets, fold(without_brackets(part)), "likely_2026_name")
                yield Name(without_brackets(row.need("old_name")), "job", target, "old_name")


def _aliases(batch: Batch) -> Iterator[Name]:
    targets = {"option": _option_targets(batch), "job": _job_targets(batch), "place": _place_targets(batch)}
    for row in batch.read("aliases.csv", ("text", "kind", "target", "basis")):
        kind = row.one_of("kind", targets)
        target = _target(row, targets[kind], fold(row.need("target")), "target")
        if target:
            yield Name(row.need("text"), kind, target, "alias")  # type: ignore[arg-type]


def _target(row: Row, targets: dict[str, str], key: str, column: str) -> str:
    """Canonical name or place id; "" when the target exists and is hidden."""
    if key not in targets:
        row.fail(f"'{column}' is '{row.text(column)}', which is not in the catalogue")
    return targets[key]


def _option_targets(batch: Batch) -> dict[str, str]:
    found: dict[str, str] = {}
    for option in batch.rows(options):
        found[option["name_key"]] = option["name"] if option["visible"] else found.get(option["name_key"], "")
    return found


def _job_targets(batch: Batch) -> dict[str, str]:
    by_id = {job["id"]: job["name"] if job["visible"] else "" for job in batch.rows(jobs)}
    return {record["key"]: by_id[record["job_id"]] for record in batch.rows(job_names)}


def _place_targets(batch: Batch) -> dict[str, str]:
    """Place ids, and names, which stand for the best known place."""
    best = sorted(batch.rows(place_names), key=lambda record: (record["rank"], record["place_id"]), reverse=True)
    by_name = {record["key"]: record["place_id"] for record in best}
    return by_name | {fold(record["place_id"]): record["place_id"] for record in best}
