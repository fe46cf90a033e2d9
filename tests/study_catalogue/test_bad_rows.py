"""Each kind of bad row stops the build, and says in which file, on which line, and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from study_catalogue.build import load
from study_catalogue.rows import DataError

from .conftest import Spoil

OPTION = "so3-elektrische-installaties"
BAD_CELLS = [
    ("study_options.csv", OPTION, {"name": ""}, "'name' is empty"),
    ("study_options.csv", OPTION, {"level": "so-9"}, "'level' is 'so-9'; allowed:"),
    ("study_options.csv", OPTION, {"finality": "aso"}, "'finality' is 'aso'"),
    ("study_options.csv", OPTION, {"is_stem": "ja"}, "'is_stem' is 'ja'"),
    ("study_options.csv", OPTION, {"dual": "maybe"}, "'dual' is 'maybe'"),
    ("study_options.csv", OPTION, {"theory_practice": "veel"}, "'theory_practice' is 'veel'"),
    ("study_options.csv", OPTION, {"after_kind": "ok3"}, "'after_kind' is 'ok3'"),
    ("study_options.csv", "so7-opticien", {"after_kind": "ok5"}, "'after_kind' is 'ok5'"),
    ("study_options.csv", "so7-opticien", {"after_kind": ""}, "'after_kind' is ''"),
    ("study_options.csv", OPTION, {"is_stem": "no"}, "'stem_official' says STEM, 'is_stem' does not"),
    ("study_options.csv", OPTION, {"semesters": "twee"}, "'semesters' is 'twee'; expected a whole number"),
    ("study_options.csv", OPTION, {"confidence": "sure"}, "'confidence' is 'sure'"),
    ("study_options.csv", OPTION, {"confirmed_by": "A. Person"}, "go together"),
    ("study_options.csv", OPTION, {"confirmed_by": "A. Person", "confirmed_on": "21/11/2026"}, "expected a date"),
    ("study_options.csv", OPTION, {"links_reviewed_on": "2026-11-21"}, "go together"),
    ("study_options.csv", OPTION, {"links_basis": "gok"}, "'links_basis' is 'gok'"),
    ("study_options.csv", OPTION, {"source_title": "GitHub X/y.ts"}, "expected the short name"),
    ("study_options.csv", OPTION, {"source_title": ""}, "'source_title' is empty"),
    ("study_options.csv", OPTION, {"source_year": ""}, "'source_year' is empty"),
    ("source_sites.csv", "VDAB", {"url": "http://www.vdab.be"}, "expected https://"),
    ("source_sites.csv", "VDAB", {"url": "https://vdab"}, "expected a site"),
    ("source_sites.csv", "VIVES", {"title": "VDAB"}, "also stands on line"),
    ("academies.csv", "lim-001", {"topics": "techniek|onzin"}, "'topics' holds 'onzin'"),
    ("academies.csv", "lim-001", {"website": "javascript:alert(1)"}, "expected a site"),
    ("study_options.csv", OPTION, {"source_year": "2099"}, "expected a whole number from 1990 to"),
    ("study_options.csv", OPTION, {"source_year": "26"}, "expected a whole number from 1990 to"),
    ("study_options.csv", OPTION, {"next_options": "so9-nope"}, "points to so9-nope, which does not exist"),
    ("study_options.csv", OPTION, {"next_options": "pba-bouw"}, "points to pba-bouw, which asks OK4"),
    ("study_options.csv", OPTION, {"next_options": "so7-opticien"}, "which asks OK4"),
    ("study_options.csv", OPTION, {"jobs": "Lasser|Lasser"}, "holds the same item twice"),
    ("study_options.csv", OPTION, {"jobs": "Lasser|Manueel lasser"}, "names the same job twice"),
    ("study_options.csv", OPTION, {"status": "gestopt"}, "'ended_note' is empty"),
    ("study_options.csv", "so7-regeltechnieken", {"successor_ids": "so7-apotheekassistentie"}, "still offered"),
    ("study_options.csv", "so7-regeltechnieken", {"successor_ids": "nope"}, "still offered"),
    ("bottleneck_occupations.csv", "Metselaar", {"year_of_list": ""}, "'year_of_list' is empty"),
    ("bottleneck_occupations.csv", "Metselaar", {"stem": "half"}, "'stem' is 'half'"),
    ("bottleneck_occupations.csv", "Metselaar", {"cluster": ""}, "'cluster' is empty"),
    ("bottleneck_occupations.csv", "Metselaar", {"cause_source_title": ""}, "'cause_source_title' is empty"),
    ("academies.csv", "lim-001", {"lat": "48.85"}, "'lat' is 48.85; expected 49.49 to 51.51"),
    ("academies.csv", "lim-001", {"lon": "east"}, "'lon' is 'east'; expected a number"),
    ("academies.csv", "lim-001", {"min_age": "15"}, "'min_age' 15 is above 'max_age' 14"),
    ("academies.csv", "lim-001", {"max_age": "140"}, "from 2 to 99"),
    ("academies.csv", "lim-001", {"audience_focus": "jongens"}, "'audience_focus' is 'jongens'"),
    ("academies.csv", "lim-001", {"municipality": "Hassel"}, "'municipality' is 'Hassel'"),
    ("academies.csv", "lim-001", {"postal_code": "35000"}, "from 1000 to 9999"),
    ("academies.csv", "lim-001", {"active_as_of": "gisteren"}, "'active_as_of' is 'gisteren'"),
    ("academies.csv", "lim-001", {"via_school": "soms"}, "'via_school' is 'soms'"),
    ("academies_not_walk_in.csv", "ant-015", {"id": "ant-999"}, "'id' is 'ant-999'"),
    ("academies_not_walk_in.csv", "ant-015", {"reason": ""}, "'reason' is empty"),
    ("gazetteer.csv", "3600", {"lat": "0"}, "'lat' is 0"),
    ("gazetteer.csv", "3600", {"province": "Luik"}, "'province' is 'Luik'"),
    ("municipalities.csv", "11001", {"main_postal_code": "3600"}, "no place of Aartselaar has postal code 3600"),
    ("mergers.csv", "Hoeselt", {"new": "Hasselt-Oost"}, "'new' is 'Hasselt-Oost'"),
    ("mergers.csv", "Hoeselt", {"main_place": "3730 Nergens"}, "'main_place' is '3730 Nergens'"),
    ("mergers.csv", "Hoeselt", {"date": ""}, "'date' is empty"),
    ("institutions.csv", "KU Leuven", {"kind": ""}, "'kind' is empty"),
    ("institution_names.csv", "AP", {"institution": "AP2"}, "'institution' is 'AP2'"),
    ("occupation_aliases.csv", "Calculator bouw", {"likely_2026_name": "Teller"}, "which is not in the catalogue"),
    ("aliases.csv", "TWE", {"target": "Toverkunst"}, "'target' is 'Toverkunst', which is not in the catalogue"),
    ("aliases.csv", "TWE", {"kind": "school"}, "'kind' is 'school'"),
    ("helplines.csv", "h-112", {"contact": ""}, "'contact' is empty"),
    ("sources.csv", "own_links", {"year": ""}, "'year' is empty"),
]


TWINS = [
    ("study_options.csv", "so3-elektrische-installaties", {"id": "so2-hout"}),
    ("bottleneck_occupations.csv", "Metselaar", {"name": "Dakwerker"}),
    ("bottleneck_occupations.csv", "Metselaar", {"esco_or_competent_code": "Competent2:OP-751"}),
    ("academies.csv", "lim-001", {"id": "lim-002"}),
    ("municipalities.csv", "11001", {"refnis": "11002"}),
    ("mergers.csv", "Hoeselt", {"old": "Bilzen"}),
    ("institutions.csv", "KU Leuven", {"name": "VIVES - Brugge"}),
    ("helplines.csv", "h-112", {"id": "h-awel"}),
]


def failure(data: Path) -> DataError:
    with pytest.raises(DataError) as caught:
        load(data)
    return caught.value


@pytest.mark.parametrize(("name", "start", "cells", "reason"), BAD_CELLS, ids=lambda value: str(value)[:40])
def test_bad_cell(data: Path, spoil: Spoil, name: str, start: str, cells: dict[str, str], reason: str) -> None:
    line = spoil(name, start, **cells)
    error = failure(data)
    assert reason in error.reason
    assert (error.file, error.line) == (name, line)
    assert str(error) == f"{name}, line {line}: {error.reason}"


@pytest.mark.parametrize(("name", "start", "cells"), TWINS)
def test_id_that_stands_twice(data: Path, spoil: Spoil, name: str, start: str, cells: dict[str, str]) -> None:
    """The later line is the one that is wrong; which of the two was changed does not matter."""
    line = spoil(name, start, **cells)
    error = failure(data)
    assert error.file == name
    assert "also stands on line" in error.reason
    assert line in (error.line, int(error.reason.split()[-1]))


def test_unknown_municipality_of_a_village(data: Path, spoil: Spoil) -> None:
    path = data / "catalogue" / "gazetteer.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("Wijer,Nieuwerkerken", "Wijer,Nergens"), encoding="utf-8")
    assert "municipality Nergens is not in municipalities.csv" in str(failure(data))


def test_column_missing(data: Path) -> None:
    path = data / "catalogue" / "academies.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("holiday", "vakantie", 1), encoding="utf-8")
    assert str(failure(data)) == "academies.csv, line 1: column missing: holiday"


def test_row_with_a_cell_too_many(data: Path) -> None:
    path = data / "catalogue" / "helplines.csv"
    path.write_text(path.read_text(encoding="utf-8") + "one,two\n", encoding="utf-8")
    assert str(failure(data)) == "helplines.csv, line 9: 2 cells, the header has 13"


def test_quote_that_is_not_closed(data: Path) -> None:
    path = data / "catalogue" / "helplines.csv"
    path.write_text(path.read_text(encoding="utf-8") + '"open', encoding="utf-8")
    assert failure(data).file == "helplines.csv"


def test_not_utf8(data: Path) -> None:
    path = data / "catalogue" / "helplines.csv"
    path.write_bytes(path.read_bytes() + "é".encode("latin-1"))
    assert str(failure(data)) == "helplines.csv, line 9: not UTF-8"


def test_file_missing(data: Path) -> None:
    (data / "catalogue" / "mergers.csv").unlink()
    assert str(failure(data)).startswith("mergers.csv, line 1: file not found")


FACT = """- id: fresh
  text: Een feit.
  values: {a: 1}
  source: VDAB
  year: 2025
  confidence: high
  valid_until: '2027-03-31'
"""
BAD_FACTS = [
    (FACT.replace("text: Een feit.", "text: ''"), "'text' is empty"),
    (FACT.replace("source: VDAB", "source: ''"), "'source_title' is empty"),
    (FACT.replace("year: 2025", "year:"), "'source_year'"),
    (FACT.replace("confidence: high", "confidence: zeker"), "'confidence' is 'zeker'"),
    (FACT.replace("2027-03-31", "2030-01-01"), "is not 15 months after a source of 2025"),
    (FACT.replace("2027-03-31", "maart"), "expected a date"),
    (FACT.replace("  valid_until: '2027-03-31'\n", ""), "'valid_until' is empty"),
    (FACT.replace("values: {a: 1}", "values: [1]"), "'values' is not a mapping"),
    (FACT.replace("id: fresh", "id: clb"), "also stands on line"),
]


@pytest.mark.parametrize(("text", "reason"), BAD_FACTS, ids=[reason for _, reason in BAD_FACTS])
def test_bad_fact(data: Path, text: str, reason: str) -> None:
    (data / "facts" / "zz.yml").write_text(f"# a comment\n{text}", encoding="utf-8")
    error = failure(data)
    assert (error.file, error.line) == ("zz.yml", 2)
    assert reason in error.reason


@pytest.mark.parametrize(("text", "line"), [("- id: [", 1), ("id: x", 1), ("- just text", 1)])
def test_bad_yaml(data: Path, text: str, line: int) -> None:
    (data / "facts" / "zz.yml").write_text(text, encoding="utf-8")
    error = failure(data)
    assert error.file == "zz.yml"
    assert error.line >= line


THEME = "- {id: x, label: x, words: [x], academy_topics: [], clusters: [], keywords: []}\n"
BAD_THEMES = [
    (THEME.replace("words: [x]", "words: []"), "'words' is empty"),
    (THEME.replace("words: [x]", "words: x"), "'words' is not a list"),
    (THEME.replace("academy_topics: []", "academy_topics: [dansen]"), "'dansen' is no topic of an academy"),
    (THEME.replace("clusters: []", "clusters: [magie]"), "'magie' is no cluster"),
    (
        THEME.replace("keywords: []", "jobs: [tovenaar]"),
        "'tovenaar' in 'jobs' stands in no name",
    ),
    (THEME.replace("id: x", "id: ''"), "'id' is empty"),
    (THEME + THEME, "also stands on line 1"),
]


@pytest.mark.parametrize(("text", "reason"), BAD_THEMES, ids=[reason for _, reason in BAD_THEMES])
def test_bad_theme(data: Path, text: str, reason: str) -> None:
    (data / "catalogue" / "themes.yml").write_text(text, encoding="utf-8")
    error = failure(data)
    assert error.file == "themes.yml"
    assert reason in error.reason


BAD_REVIEWS = [
    ("nope,job,Metselaar,ok,A,2026-11-21", "'option_id' is 'nope'"),
    ("so3-ruwbouw,school,Metselaar,ok,A,2026-11-21", "'kind' is 'school'"),
    ("so3-ruwbouw,next,nope,ok,A,2026-11-21", "'target' is 'nope'"),
    ("so3-ruwbouw,job,Metselaar,maybe,A,2026-11-21", "'verdict' is 'maybe'"),
    ("so3-ruwbouw,job,Metselaar,ok,,2026-11-21", "'reviewed_by' is empty"),
    ("so3-ruwbouw,job,Metselaar,ok,A,", "'reviewed_on' is empty"),
    ("so3-ruwbouw,job,Kapper,ok,A,2026-11-21", "no such link"),
]


@pytest.mark.parametrize(("row", "reason"), BAD_REVIEWS, ids=[reason for _, reason in BAD_REVIEWS])
def test_bad_review(data: Path, row: str, reason: str) -> None:
    path = data / "catalogue" / "link_reviews.csv"
    path.write_text(path.read_text(encoding="utf-8") + row + "\n", encoding="utf-8")
    error = failure(data)
    assert (error.file, error.line) == ("link_reviews.csv", 2)
    assert reason in error.reason


def test_yaml_that_is_not_utf8(data: Path) -> None:
    (data / "facts" / "zz.yml").write_bytes(b"# a comment\n- id: \xe9\n")
    assert str(failure(data)) == "zz.yml, line 2: not UTF-8"


def test_empty_folder(tmp_path: Path) -> None:
    assert "file not found" in str(failure(tmp_path))
