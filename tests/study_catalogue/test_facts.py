"""Text facts and helplines in both databases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from study_catalogue import Catalogue

from .conftest import Spoil


def test_allowance_has_three_steps_and_a_year(catalogue: Catalogue) -> None:
    fact = catalogue.fact("dual_allowance")
    assert fact is not None
    assert fact.values == {"a": "612,50", "b": "675,90", "c": "728,70", "year": "2025"}
    assert fact.source.year == 2025
    assert date.fromisoformat(fact.valid_until) == date(2027, 2, 28)


def test_unknown_fact(catalogue: Catalogue) -> None:
    assert catalogue.fact("nope") is None


@pytest.mark.parametrize(
    "fact_id",
    [
        *("bottleneck_method", "bottleneck_causes", "bottleneck_count_2026"),
        *("dual_what", "dual_days", "dual_age", "dual_screening", "dual_start_phase", "dual_contract", "dual_list"),
        *("academy_kinds", "academy_recognition", "finalities", "stem_labels", "ok3", "ok4", "graduate_programme"),
        *("bachelors", "class_council", "clb", "clbchat", "onderwijskiezer"),
    ],
)
def test_facts_that_topics_rest_on(catalogue: Catalogue, fact_id: str) -> None:
    fact = catalogue.fact(fact_id)
    assert fact is not None
    assert fact.text
    assert fact.source.title
    assert fact.source.year


def test_websites_of_what_is_shown(catalogue: Catalogue) -> None:
    sites = catalogue.websites()
    assert {"coderdojobelgium.be", "b-phot.org", "uhasselt.be", "awel.be", "onderwijskiezer.be"} <= sites
    assert not [site for site in sites if "/" in site or " " in site or site.startswith("www.") or "." not in site]


def test_websites_of_what_is_hidden(data: Path, spoil: Spoil, rebuilt: Callable[[], Catalogue]) -> None:
    spoil("academies.csv", "lim-057", website="https://www.shown.be/path", confidence="high")
    spoil("academies.csv", "lim-058", website="hidden.be", confidence="low")
    spoil("helplines.csv", "h-112", site="hidden.be", confidence="low")
    spoil("institutions.csv", "KU Leuven", website="http://hidden.be", confidence="low")
    fact = (
        "id: x, text: x, values: {site: hidden.be}, source: x, year: 2025, confidence: low, valid_until: '2027-03-31'"
    )
    (data / "facts" / "zz.yml").write_text(f"- {{{fact}}}\n", encoding="utf-8")
    sites = rebuilt().websites()
    assert "shown.be" in sites
    assert "hidden.be" not in sites


def test_helplines(catalogue: Catalogue) -> None:
    lines = catalogue.helplines()
    assert [line.contact for line in lines[:3]] == ["112", "1813", "102"]
    assert lines[-1].site == "clbchat.be"
    assert "2019" in lines[-1].hours
