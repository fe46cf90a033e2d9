"""The first answer serves; `python -m bench.first_answer --show` lists where it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.first_answer import first_messages, measures, outcomes
from bench.measure import Measure

# percent, of all seven sets together, the newest hardly read; raise them when it gets better: the bars are 80 and 97
AT_ONCE, AFTER_ONE = 89.5, 95.0


@pytest.fixture(scope="module")
def found(model: Path) -> list[Measure]:
    return measures(outcomes(first_messages(), model))


def test_the_first_answer_is_on_topic(found: list[Measure]) -> None:
    assert found[0].value >= AT_ONCE


def test_at_most_one_question_leads_to_the_topic(found: list[Measure]) -> None:
    assert found[1].value >= AFTER_ONE
