"""The three pipelines, what each is trained from, and where its model is kept while nothing of that changes."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any

import yaml

from bench.sentences import ROOT, TRAINED, Sentence, trained
from bot.runtime.lean import needs_tensorflow

KEPT = ROOT / "build" / "bench-nlu"
SNAPSHOT = KEPT / "data-all"
CONFIGS = Path(__file__).with_name("configs")
OURS, DIET, LOGISTIC = "ours", "diet", "logistic"
PIPELINES = {OURS: ROOT / "config.yml", DIET: CONFIGS / "diet.yml", LOGISTIC: CONFIGS / "logistic.yml"}
EPOCHS = 100
_OWN_SOURCES = ("bot/nlu", "data/lexicon", "data/catalogue", "study_catalogue")  # the catalogue's names are replaced
_PACKAGES = ("rasa", "scikit-learn", "scipy", "numpy", "spacy", "tensorflow")
_MARKED = re.compile(r"\][({]")  # [Genk](place), [Genk]{"entity": "place"}
Config = dict[str, Any]


@dataclass(frozen=True, eq=False)
class Job:
    """One training: a pipeline on a folder of training data; `slot` names it among models of other settings."""

    pipeline: str
    config: Config
    data: Path
    domain: Path
    slot: str

    @cached_property
    def fingerprint(self) -> str:
        own = [ROOT / source for source in _OWN_SOURCES] if self.pipeline == OURS else []
        digest = hashlib.sha256(json.dumps(self.config, sort_keys=True).encode())
        digest.update(" ".join(version(package) for package in _PACKAGES).encode())
        for file in files([self.data, self.domain, *own]):
            digest.update(file.name.encode() + file.read_bytes())
        return digest.hexdigest()[:12]

    @property
    def model(self) -> Path:
        return KEPT / f"{self.slot}-{self.fingerprint}.tar.gz"

    @property
    def lean(self) -> bool:
        """Ours leaves out TensorFlow, and in training what is for nothing, as `make` does; stock Rasa does it all."""
        return self.pipeline == OURS and not needs_tensorflow(PIPELINES[OURS])


def assistant_job(pipeline: str, epochs: int = EPOCHS, most: int = 0) -> Job:
    """Training on the repo's own data (see `snapshot`), or on at most so many sentences a topic."""
    data = written(training_rows(most), KEPT / f"data-first{most}") / "nlu.yml" if most else SNAPSHOT / "nlu"
    part = f"first{most}" if most else "all"
    return _job(pipeline, data, SNAPSHOT / "domain.yml", epochs, part)


def snapshot() -> None:
    """Copy the training data, so that an edit halfway does not give the pipelines different sentences."""
    shutil.rmtree(SNAPSHOT, ignore_errors=True)
    shutil.copytree(TRAINED, SNAPSHOT / "nlu")
    shutil.copy(ROOT / "domain.yml", SNAPSHOT)


def xsid_job(pipeline: str, rows: list[Sentence], epochs: int = EPOCHS) -> Job:
    """Training on xSID: the same components, topics only."""
    folder = written(rows, KEPT / "data-xsid")
    return _job(pipeline, folder / "nlu.yml", folder / "domain.yml", epochs, "xsid")


def _job(pipeline: str, data: Path, domain: Path, epochs: int, part: str) -> Job:
    config: Config = yaml.safe_load(PIPELINES[pipeline].read_text(encoding="utf-8"))
    config.pop("policies", None)  # only understanding is trained
    config = with_settings(config, epochs, marks_entities(data))
    slot = f"{pipeline}-{part}" + (f"-{epochs}epochs" if pipeline == DIET else "")
    return Job(pipeline, config, data, domain, slot)


def with_settings(config: Config, epochs: int, entities: bool) -> Config:
    """DIET's number of rounds, and whether it learns entities; other components stay as they are."""
    set_here = {"epochs": epochs, "entity_recognition": entities}
    parts = [{**part, **set_here} if part["name"] == "DIETClassifier" else part for part in config["pipeline"]]
    return {**config, "pipeline": parts}


def marks_entities(data: Path) -> bool:
    return any(_MARKED.search(file.read_text(encoding="utf-8")) for file in files([data]))


def training_rows(most: int = 0) -> list[Sentence]:
    """The training data as it was copied; of every topic at most so many, to try things out."""
    found: dict[str, list[Sentence]] = {}
    for row in trained(SNAPSHOT / "nlu"):
        found.setdefault(row.topic, []).append(row)
    return [row for rows in found.values() for row in rows[: most or None]]


def written(rows: list[Sentence], folder: Path) -> Path:
    """The folder with these sentences as Rasa's training data, and a domain of their topics."""
    folder.mkdir(parents=True, exist_ok=True)
    topics = sorted({row.topic for row in rows})
    nlu = [{"intent": topic, "examples": _listed(row.text for row in rows if row.topic == topic)} for topic in topics]
    _write(folder / "nlu.yml", {"version": "3.1", "nlu": nlu})
    _write(folder / "domain.yml", {"version": "3.1", "intents": topics})
    return folder


def _listed(texts: Iterable[str]) -> str:
    return "".join(f"- {text}\n" for text in texts)


def _write(path: Path, data: dict[str, Any]) -> None:
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")


def files(paths: Iterable[Path]) -> list[Path]:
    """Every file of these files and folders, in a fixed order."""
    found = [file for path in paths for file in sorted([path, *path.rglob("*")]) if file.is_file()]
    return [file for file in found if "__pycache__" not in file.parts]
