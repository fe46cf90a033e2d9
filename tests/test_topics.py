"""Every topic has its training data, its answer and its tests, under one name; nothing else does."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from bench.overlap import copies, words
from bench.sentences import HELD_OUT, held_out

ROOT = Path(__file__).parents[1]
HELPERS = {"inform", "clarify"}
NOT_TRAINED = {"clarify"}  # set by the refusal, never by a sentence
OUTSIDE = {"out_of_scope", "nonsense"}
ASKED_MOST = {"option_info", "option_jobs", "option_next", "option_for_job", "option_dual", "option_search"} | {
    "job_info", "job_bottleneck", "bottleneck_list", "academy_nearby", "academy_filter"
}  # fmt: skip


def read(path: str) -> Any:
    return yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))


TOPICS = sorted(next(iter(intent)) for intent in read("domain.yml")["intents"])
TRAINED = sorted(set(TOPICS) - NOT_TRAINED)


def training(topic: str) -> list[tuple[str, str]]:
    """(hand, sentence) of a topic's training data."""
    blocks = read(f"data/nlu/{topic}.yml")["nlu"]
    assert {block["intent"] for block in blocks} == {topic}
    return [(block["metadata"]["hand"], line[2:]) for block in blocks for line in block["examples"].splitlines()]


@pytest.mark.parametrize("topic", TRAINED)
def test_enough_training_sentences_by_several_hands(topic: str) -> None:
    rows = training(topic)
    assert len(rows) >= (80 if topic in ASKED_MOST else 40)
    assert len({hand for hand, _ in rows}) >= (1 if topic in {"nonsense"} else 2)


@pytest.mark.parametrize("topic", TRAINED)
def test_enough_test_sentences(topic: str) -> None:
    counts = Counter(name for name in HELD_OUT for row in held_out(name) if row.topic == topic)
    assert counts["sentences"] + counts["refusal"] >= 20
    assert counts["blind"] >= 10


@pytest.mark.parametrize("name", HELD_OUT)
def test_no_test_sentence_is_trained(name: str) -> None:
    """For whichever topic. Of one or two words every writer has the same: a greeting, a thank-you, a bare name."""
    found = Counter(row.topic for row in copies(held_out(name)) if words(row) >= 3)
    assert found == {}, "python -m bench.overlap lists them, with --blind those of the blind set too"


def test_no_sentence_is_trained_for_two_topics() -> None:
    counts = Counter(sentence.lower() for topic in TRAINED for sentence in {line for _, line in training(topic)})
    assert [sentence for sentence, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("topic", TOPICS)
def test_the_topic_has_an_answer(topic: str) -> None:
    assert read(f"data/answers/{topic}.yml")["topic"] == topic


def test_no_file_is_left_over() -> None:
    assert {path.stem for path in (ROOT / "data/nlu").glob("*.yml")} == set(TRAINED)
    assert {path.stem for path in (ROOT / "data/answers").glob("[a-z]*.yml")} == set(TOPICS)


def test_every_topic_has_a_rule() -> None:
    steps = [rule["steps"][0] for rule in read("data/rules.yml")["rules"]]
    ruled = [choice["intent"] for step in steps for choice in step.get("or", [step])]
    assert sorted(ruled) == TOPICS


def test_topics_are_documented() -> None:
    text = (ROOT / "docs/topics.md").read_text(encoding="utf-8")
    assert [topic for topic in TOPICS if f"`{topic}`" not in text] == []
