"""Text facts and helplines in both databases."""

from __future__ import annotations

from datetime import date

import pytest

from study_catalogue import Catalogue


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


def test_helplines(catalogue: Catalogue) -> None:
    lines = catalogue.helplines()
    assert [line.contact for line in lines[:3]] == ["112", "1813", "102"]
    assert lines[-1].site == "clbchat.be"
    assert "2019" in lines[-1].hours
