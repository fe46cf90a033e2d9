"""What a counsellor must look up again: facts past their date or nearly so, and how old other rows are.

The list is in Dutch, for the people who keep the data.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

from .loading.batch import CONFIRM_COLUMNS, Batch, shown
from .loading.texts import load_facts
from .models import facts
from .queries.texts import COUNT_PREFIX
from .rows import FIRST_YEAR, LAST_YEAR, DataError, read_text

SOON = timedelta(days=60)
ENCOURAGEMENT = "aanmoediging"  # stands among the topics that use a fact
FACTS_OF_WORDS = "facts_"  # keys of `words` that hold facts which a topic uses for some questions only
# file of data/catalogue, the column with its year, what stands in it
DATED = (
    ("academies.csv", "active_as_of", "STEM-academies, jaar van de laatste bevestiging"),
    ("institutions.csv", "source_year", "scholen en andere instellingen, jaar van de bron"),
    ("study_options.csv", "source_year", "richtingen, jaar van de bron"),
    ("helplines.csv", "source_year", "hulplijnen, jaar van de bron"),
)


@dataclass(frozen=True)
class DatedFact:
    """A fact as the list shows it. `topics`: whose answer uses it."""

    id: str
    text: str
    source: str
    year: int
    valid_until: date
    shown: bool
    file: str
    topics: tuple[str, ...]


def renewal_list(data: Path, today: date, everything: bool = False) -> Iterator[str]:
    """Lines of the list: the facts to renew, or else all of them, oldest first, then counts of the other rows.

    Raises DataError when the data is wrong.
    """
    end = today + SOON
    found = [fact for fact in dated_facts(data) if everything or fact.valid_until <= end]
    which = "Alle feiten" if everything else f"Feiten die vervallen zijn, of vervallen tot en met {end}"
    yield f"{which}: {len(found)}. De oudste staan eerst. Vandaag is het {today}."
    for fact in found:
        yield from ("", *_lines(fact, today))
    yield from ("", "Andere gegevens, aantal rijen per jaar:")
    for name, column, what in DATED:
        yield f"- {what} ({name}): {_counted(rows_per_year(data, name, column))}"


def dated_facts(data: Path) -> list[DatedFact]:
    """Every fact, the one whose date passes first in front."""
    batch = Batch(data)
    load_facts(batch)
    files, topics = _files(data / "facts"), _users_by_fact(data)
    found = [
        DatedFact(
            id=record["id"],
            text=record["text"],
            source=record["source_title"],
            year=record["source_year"],
            valid_until=date.fromisoformat(record["valid_until"]),
            shown=record["visible"],
            file=f"{data.name}/facts/{files[record['id']]}",
            topics=tuple(topics.get(record["id"], ())),
        )
        for record in batch.rows(facts)
    ]
    return sorted(found, key=lambda fact: (fact.valid_until, fact.id))


def topics_by_fact(answers: Path) -> dict[str, list[str]]:
    """The topics whose answer uses a fact, by fact."""
    found: dict[str, list[str]] = defaultdict(list)
    for file in sorted(answers.glob("*.yml")):
        for fact in sorted(_facts_of(_answer(file))):
            found[fact].append(file.stem)
    return dict(found)


def _users_by_fact(data: Path) -> dict[str, list[str]]:
    """The topics, and the encouragement where an entry rests on the fact."""
    found = topics_by_fact(data / "answers")
    entries = data / "encouragement" / "entries.yml"
    rows = yaml.safe_load(read_text(entries)) if entries.exists() else []
    for fact in dict.fromkeys(row["fact"] for row in rows if row.get("fact")):
        found.setdefault(fact, []).append(ENCOURAGEMENT)
    return found


def rows_per_year(data: Path, name: str, column: str) -> Counter[int | None]:
    """How many shown rows a file has of each year; None for a row without one."""
    rows = Batch(data).read(name, (column, *CONFIRM_COLUMNS))
    return Counter(row.whole(column, FIRST_YEAR, LAST_YEAR) for row in rows if shown(row))


def _files(folder: Path) -> dict[str, str]:
    """The file of every fact, by id; the files were loaded before, so they are as they should be."""
    return {item["id"]: file.name for file in folder.glob("*.yml") for item in yaml.safe_load(read_text(file))}


def _answer(file: Path) -> dict[str, Any]:
    """A file of answers; one that is `like` another topic has what it does not say itself from there."""
    try:
        own = yaml.safe_load(read_text(file))
    except yaml.YAMLError:
        raise DataError(file.name, 1, "not valid YAML") from None
    if not isinstance(own, dict):
        raise DataError(file.name, 1, "expected a mapping")
    like = own.get("like")
    return {**_answer(file.with_stem(str(like))), **own} if like else own


def _facts_of(answer: dict[str, Any]) -> set[str]:
    words = answer.get("words") or {}
    lists: Iterable[list[str]] = (facts for key, facts in words.items() if key.startswith(FACTS_OF_WORDS))
    return {fact for listed in (answer.get("facts") or [], *lists) for fact in listed}


def _lines(fact: DatedFact, today: date) -> Iterator[str]:
    state = " VERVALLEN" if fact.valid_until < today else ""
    hidden = "" if fact.shown else " (verborgen tot iemand het bevestigt)"
    yield f"{fact.valid_until}{state} {fact.id}{hidden}"
    yield f"    {fact.text}"
    yield f"    bron: {fact.source}, {fact.year}; staat in {fact.file}"
    yield f"    gebruikt door: {', '.join(fact.topics) or _unnamed(fact)}"


def _unnamed(fact: DatedFact) -> str:
    """The counts of the bottleneck list are found by the start of their id."""
    return "de tellingen van de knelpuntlijst" if fact.id.startswith(COUNT_PREFIX) else "geen enkel antwoord"


def _counted(years: Counter[int | None]) -> str:
    known = [f"{year}: {years[year]}" for year in sorted(year for year in years if year is not None)]
    return ", ".join([*known, *([f"jaar niet bekend: {years[None]}"] if years[None] else [])])
