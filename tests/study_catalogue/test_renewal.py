"""The list of what must be looked up again, on a small data folder and a fixed day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from study_catalogue.__main__ import main
from study_catalogue.renewal import dated_facts, renewal_list, rows_per_year, topics_by_fact
from study_catalogue.rows import DataError

TODAY = date(2021, 6, 1)  # sixty days later: 31 July
FACTS = {
    "later.yml": """
- {id: in_time, text: Dit geldt nog., source: Bron A, year: 2020, confidence: high, valid_until: '2021-08-01'}
- {id: soon, text: Dit vervalt straks., source: Bron B, year: 2020, confidence: high, valid_until: '2021-07-31'}
- {id: hidden, text: Niemand bevestigde dit., source: Bron C, year: 2020, confidence: low, valid_until: '2021-06-01'}
""",
    "past.yml": """
- {id: past, text: Dit is voorbij., source: Bron D, year: 2019, confidence: high, valid_until: '2020-12-31'}
- {id: bottleneck_count_2019, text: Zo veel., source: Bron E, year: 2019, confidence: high, valid_until: '2021-03-31'}
""",
}
ANSWERS = {
    "one.yml": "topic: one\nfacts: [past, soon]\nwords: {facts_so-1: [in_time], other: [soon, hidden]}\n",
    "two.yml": "topic: two\nfacts: [past]\n",
    "two_too.yml": "topic: two_too\nlike: two\n",
    "three.yml": "topic: three\n",
}
CONFIRM = "confidence,confirmed_by,confirmed_on"
ROWS = {
    "academies.csv": ["active_as_of", "2018,high,,", "2018,high,,", "2019,high,,", ",high,,", "2019,low,,"],
    "institutions.csv": ["source_year", "2017,high,,"],
    "study_options.csv": ["source_year", "2020,medium,,"],
    "helplines.csv": ["source_year", "2020,high,,"],
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    sites = {"source_sites.csv": "title,url,read_in\nBron A,https://a.be,here\n"}
    rows = {name: "\n".join([f"{head},{CONFIRM}", *cells]) + "\n" for name, (head, *cells) in ROWS.items()}
    for place, files in (("facts", FACTS), ("answers", ANSWERS), ("catalogue", rows | sites)):
        (folder / place).mkdir(parents=True)
        for name, content in files.items():
            (folder / place / name).write_text(content, encoding="utf-8")
    return folder


def listed(data: Path, everything: bool = False) -> list[str]:
    return list(renewal_list(data, TODAY, everything))


def headings(lines: list[str]) -> list[str]:
    return [line for line in lines if line[:4].isdigit()]


def test_past_or_within_sixty_days_and_oldest_first(data: Path) -> None:
    lines = listed(data)
    assert lines[0].startswith("Feiten die vervallen zijn, of vervallen tot en met 2021-07-31: 4.")
    assert headings(lines) == [
        "2020-12-31 VERVALLEN past",
        "2021-03-31 VERVALLEN bottleneck_count_2019",
        "2021-06-01 hidden (verborgen tot iemand het bevestigt)",
        "2021-07-31 soon",
    ]


def test_a_fact_says_its_sentence_source_file_and_topics(data: Path) -> None:
    lines = listed(data)
    start = lines.index("2020-12-31 VERVALLEN past")
    assert lines[start + 1 : start + 4] == [
        "    Dit is voorbij.",
        "    bron: Bron D, 2019; staat in data/facts/past.yml",
        "    gebruikt door: one, two, two_too",
    ]


def test_all_facts_by_date(data: Path) -> None:
    lines = listed(data, everything=True)
    assert lines[0].startswith("Alle feiten: 5.")
    assert headings(lines)[-1] == "2021-08-01 in_time"


def test_a_fact_that_no_answer_names(data: Path) -> None:
    lines = listed(data)
    assert lines[lines.index("    Zo veel.") + 2] == "    gebruikt door: de tellingen van de knelpuntlijst"
    assert lines[lines.index("    Niemand bevestigde dit.") + 2] == "    gebruikt door: geen enkel antwoord"


def test_uses_are_read_from_the_lists_of_facts_only(data: Path) -> None:
    assert topics_by_fact(data / "answers") == {"past": ["one", "two", "two_too"], "soon": ["one"], "in_time": ["one"]}


def test_a_fact_that_an_encouragement_rests_on_says_so(data: Path) -> None:
    entries = data / "encouragement" / "entries.yml"
    entries.parent.mkdir()
    entries.write_text(
        "[{id: a, fact: past}, {id: b, fact: past}, {id: c, own: {title: X, year: 2026}}]", encoding="utf-8"
    )
    assert {fact.id: fact.topics[-1:] for fact in dated_facts(data)}["past"] == ("aanmoediging",)
    assert "aanmoediging" not in {fact.id: fact.topics for fact in dated_facts(data)}["soon"]


def test_other_rows_are_counted_per_year_when_shown(data: Path) -> None:
    assert rows_per_year(data, "academies.csv", "active_as_of") == {2018: 2, 2019: 1, None: 1}
    counted = next(line for line in listed(data) if "academies.csv" in line)
    assert counted.endswith("(academies.csv): 2018: 2, 2019: 1, jaar niet bekend: 1")


def test_the_real_facts_stand_in_a_file_and_answers_use_them() -> None:
    from study_catalogue.build import DATA

    found = {fact.id: fact for fact in dated_facts(DATA)}
    assert found["dual_allowance"].file == "data/facts/dual_learning.yml"
    assert "dual_pay" in found["dual_allowance"].topics
    assert "path_map" in found["structure_grades"].topics


def test_wrong_data_is_an_error(data: Path) -> None:
    (data / "answers" / "two.yml").write_text("topic: [", encoding="utf-8")
    with pytest.raises(DataError, match="two.yml, line 1: not valid YAML"):
        listed(data)


@pytest.mark.parametrize("more", [[], ["--all"]])
def test_the_command_ends_well_whatever_has_passed(
    data: Path, capsys: pytest.CaptureFixture[str], more: list[str]
) -> None:
    assert main(["renew", *more, str(data)]) == 0
    assert "2020-12-31 VERVALLEN past" in capsys.readouterr().out


def test_the_command_on_wrong_data(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (data / "facts" / "past.yml").write_text("- {id: past}\n", encoding="utf-8")
    assert main(["renew", str(data)]) == 1
    assert capsys.readouterr().err.startswith("no list: past.yml, line 1: ")
