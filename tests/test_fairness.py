"""Who asks, and in what spelling, does not change the answer. `python -m bench.fairness --show` lists what differs."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bench.asking import Asker
from bench.fairness import FOLDER, SPELLING, Comparer, Difference, Variant, differences, variants
from bench.parsing import parser
from study_catalogue import Catalogue

KNOWN_FAILURES: list[str] = yaml.safe_load((FOLDER / "known_failures.yml").read_text(encoding="utf-8"))
QUESTIONS = yaml.safe_load((FOLDER / "questions.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def found(model: Path) -> list[Difference]:
    return differences(model)


def test_there_are_many_variants_of_many_topics() -> None:
    told = [row for row in variants() if row.group != SPELLING]
    assert len(told) >= 300
    assert len({row.group for row in told}) >= 8
    assert len({row["topic"] for row in QUESTIONS}) >= 10


def test_every_variant_is_answered_as_its_question_is(found: list[Difference]) -> None:
    apart = {row.variant.text: (row.kind, row.seen[:200]) for row in found if row.variant.text not in KNOWN_FAILURES}
    assert apart == {}


def test_known_failures_still_fail(found: list[Difference]) -> None:
    assert set(KNOWN_FAILURES) - {row.variant.text for row in found} == set()


@pytest.mark.parametrize("row", QUESTIONS, ids=lambda row: row["topic"])
def test_the_bare_question_is_answered_on_its_topic(model: Path, catalogue: Catalogue, row: dict[str, str]) -> None:
    intent, answer = Asker(parser(model), catalogue).said(row["text"])
    assert {intent, answer.topic} == {row["topic"]} and answer.kind in ("answer", "ask", "clarify")


@pytest.mark.parametrize(
    "text, topic",
    [
        ("ik ben een meisje, is dat iets voor mij?", "enc_girls"),
        ("ik ben een meisje en ik wil lasser worden, is dat raar", "enc_girls"),
        ("thuis spreken we Turks, is dat een probleem?", "enc_background"),
        ("we hebben niet veel geld, kan ik dan wel verder studeren?", "enc_money"),
        ("mijn papa slaat mij, wat leer je in houttechnieken?", "distress"),
    ],
)
def test_a_question_about_what_is_told_keeps_its_topic(model: Path, text: str, topic: str) -> None:
    assert parser(model)(text)["intent"]["name"] == topic


def test_a_difference_is_seen(model: Path, catalogue: Catalogue) -> None:
    comparer = Comparer(Asker(parser(model), catalogue))
    kinds = {
        "wat kan ik worden met houttechnieken?": "topic",
        "wat leer je in elektrotechnieken?": "content",
        "hoe lang moet een ei koken?": "unanswered",
    }
    for text, kind in kinds.items():
        difference = comparer.difference(Variant(text, "wat leer je in houttechnieken?", "name"))
        assert difference is not None and difference.kind == kind
