"""The shortcuts of a training: they leave Rasa as it was, and the sentences as they are."""

from __future__ import annotations

import tarfile
from pathlib import Path
from typing import Any

import pytest
from rasa.engine.training import graph_trainer
from rasa.shared.core.domain import Domain
from rasa.shared.core.training_data.structures import StoryGraph
from rasa.shared.importers.importer import (
    CombinedDataImporter,
    E2EImporter,
    ResponsesSyncImporter,
    TrainingDataImporter,
)
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from tarsafe import TarSafe

from bot.runtime.shortcuts import shortcuts


def sentences(*texts: str) -> TrainingData:
    return TrainingData([Message.build(text, "greet") for text in texts])


def texts_of(data: TrainingData) -> list[str]:
    """Without the names of actions, which Rasa adds."""
    return [message.get("text") for message in data.training_examples if message.get("text")]


def test_rasa_is_as_before_also_after_a_failure() -> None:
    def own() -> list[Any]:
        places = (E2EImporter.get_nlu_data, TrainingData.merge, graph_trainer.TrainingHook)
        return [*places, getattr(TarSafe.gzopen, "__func__", None)]

    before = own()
    with pytest.raises(ZeroDivisionError), shortcuts():
        assert not [now for now, then in zip(own(), before, strict=True) if now is then]
        raise ZeroDivisionError
    assert own() == before


def test_merging_with_nothing_copies_nothing() -> None:
    some = sentences("hallo", "dag")
    with shortcuts():
        assert TrainingData().merge(some) is some and some.merge(TrainingData(), None) is some
        assert texts_of(some.merge(sentences("hoi"))) == ["hallo", "dag", "hoi"]
        assert texts_of(TrainingData().merge(TrainingData())) == []


def test_what_has_only_responses_is_not_nothing() -> None:
    some, answers = sentences("hallo"), TrainingData(responses={"utter_greet": [{"text": "Dag!"}]})
    with shortcuts():
        assert some.merge(answers).responses == answers.responses


class Files(TrainingDataImporter):  # type: ignore[misc]
    """Counts how often its sentences are read."""

    def __init__(self, *_: Any, **__: Any) -> None:
        self.read = 0

    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        self.read += 1
        return sentences("hallo")

    def get_domain(self) -> Domain:
        return Domain.empty()

    def get_stories(self, exclusion_percentage: int | None = None) -> StoryGraph:
        return StoryGraph([])

    def get_config(self) -> dict[str, Any]:
        return {}

    def get_config_file_for_auto_config(self) -> str | None:
        return None


def read_for_both_languages(files: Files) -> int:
    importer = E2EImporter(ResponsesSyncImporter(CombinedDataImporter([files])))
    assert texts_of(importer.get_nlu_data()) == texts_of(importer.get_nlu_data(language="nl")) == ["hallo"]
    return files.read


def test_sentences_are_read_once_a_training() -> None:
    assert read_for_both_languages(Files()) == 2
    for _ in range(2):
        with shortcuts():
            assert read_for_both_languages(Files()) == 1


def test_archives_can_be_read_again(tmp_path: Path) -> None:
    packed, kept = tmp_path / "a.tar.gz", tmp_path / "kept.txt"
    kept.write_text("hallo " * 1000)
    with shortcuts():
        with TarSafe.open(packed, "w:gz") as archive:
            archive.add(kept, arcname="kept.txt")
        with TarSafe.open(packed, "r:gz") as archive:
            assert archive.getnames() == ["kept.txt"]
    with tarfile.open(packed) as plain:
        assert plain.extractfile("kept.txt").read() == kept.read_bytes()  # type: ignore[union-attr]
    assert packed.stat().st_size < 1000
