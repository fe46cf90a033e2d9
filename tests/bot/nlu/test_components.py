"""The graph components inside a real, trained Rasa model."""

from __future__ import annotations

import asyncio
import csv
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from rasa.core.agent import Agent

from bot.nlu import entities
from study_catalogue import open_catalogue

ROOT = Path(__file__).parents[3]
NEW = "Vuurtorentechnieken"
Parse = Callable[[str], dict[str, Any]]


@pytest.fixture(scope="module")
def parse(model: Path) -> Parse:
    agent = Agent.load(model)
    return lambda text: asyncio.run(agent.parse_message(text))


def test_parse_data_holds_all_that_answers_and_counsellors_need(parse: Parse) -> None:
    data = parse("wa kank worden me houttechnieken")
    assert data["intent"]["name"] == "option_jobs"
    assert 0 <= data["intent"]["confidence"] <= 1
    assert [row["name"] for row in data["intent_ranking"]][0] == "option_jobs"
    assert {"entity": "option", "value": "Houttechnieken"}.items() <= data["entities"][0].items()
    assert data["refusal"]["trust"] == pytest.approx(data["intent"]["confidence"], abs=0.001)


def test_the_message_itself_is_left_as_it_was(parse: Parse) -> None:
    assert parse("Wa kank Worden?!")["text"] == "Wa kank Worden?!"


def test_a_payload_is_unpacked_and_not_understood(parse: Parse) -> None:
    data = parse('/option_info{"option": "so3-houttechnieken"}')
    assert (data["intent"]["name"], data["intent"]["confidence"]) == ("option_info", 1.0)
    assert [entity["value"] for entity in data["entities"]] == ["so3-houttechnieken"]


def test_what_is_outside_gets_no_topic_of_ours(parse: Parse) -> None:
    assert parse("wat eten we vanavond")["intent"]["name"] == "out_of_scope"
    assert parse("qsdfqsdf")["intent"]["name"] == "nonsense"


def test_close_topics_come_with_their_readings(parse: Parse) -> None:
    """Which sentences are in doubt changes with every training; among those to measure with there are always some."""
    in_doubt = [data for data in map(parse, held_out()) if data["intent"]["name"] == "clarify"]
    assert in_doubt
    for data in in_doubt:
        names, shares = zip(*data["readings"], strict=True)
        assert 1 <= len(names) <= 3
        assert list(shares) == sorted(shares, reverse=True)
        assert not set(names) & {"out_of_scope", "nonsense"}


def held_out() -> list[str]:
    files = [yaml.safe_load(file.read_text(encoding="utf-8")) for file in (ROOT / "tests/sentences").glob("*.yml")]
    return [row["text"] for data in files for row in data["sentences"]]


@pytest.fixture
def data_with_a_new_option(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    file = tmp_path / "data/catalogue/study_options.csv"
    with file.open(encoding="utf-8", newline="") as source:
        rows = list(csv.DictReader(source))
    copied = next(row for row in rows if row["id"] == "so3-houttechnieken")
    new = {**copied, "id": "so3-vuurtorentechnieken", "name": NEW, "old_names": "", "next_options": ""}
    with file.open("w", encoding="utf-8", newline="") as target:
        writer = csv.DictWriter(target, list(new), lineterminator="\n")
        writer.writeheader()
        writer.writerows([*rows, new])
    return tmp_path / "data"


def test_a_new_option_is_recognised_without_training(
    model: Path, data_with_a_new_option: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While the assistant runs: the database is rebuilt behind it, and the next messages see the new name."""
    from study_catalogue.build import build
    from study_catalogue.database import sqlite_url

    url = sqlite_url(tmp_path / "catalogue.sqlite")
    build(url)
    monkeypatch.setenv("DATABASE_URL", str(url))
    monkeypatch.setattr(entities, "open_catalogue", lambda: open_catalogue(str(url)))
    agent = Agent.load(model)
    question = f"wat kan ik worden met {NEW.lower()}"
    assert found_options(agent, question) == []

    build(url, data_with_a_new_option)
    monkeypatch.setattr(entities, "SECONDS_BETWEEN_VERSION_CHECKS", 0.0)
    assert found_options(agent, question) == [NEW]
    assert asyncio.run(agent.parse_message(question))["intent"]["name"] == "option_jobs"


def found_options(agent: Agent, text: str) -> list[str]:
    data = asyncio.run(agent.parse_message(text))
    return [entity["value"] for entity in data["entities"] if entity["entity"] == "option"]
