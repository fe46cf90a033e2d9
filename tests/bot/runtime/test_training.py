"""When a model is stale, and which one is loaded."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from bot import cli
from bot.runtime import training
from tests.bot.runtime.support import TINY


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(TINY, tmp_path / "root")
    return tmp_path / "root"


def touch_model(root: Path, name: str, age: float = 0) -> Path:
    path = root / "models" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("model")
    os.utime(path, (1e9 - age, 1e9 - age))
    return path


@pytest.mark.parametrize(
    "source",
    [
        "config.yml",
        "domain.yml",
        "data/nlu/tiny.yml",
        "data/nlu/new.yml",
        "data/rules.yml",
        "data/lexicon/a.csv",
        "bot/nlu/a.py",
    ],
)
def test_a_changed_source_makes_it_stale(root: Path, source: str) -> None:
    before = training.fingerprint(root)
    (root / source).parent.mkdir(parents=True, exist_ok=True)
    with (root / source).open("a") as file:
        file.write("\n# changed\n")
    assert training.fingerprint(root) != before


@pytest.mark.parametrize("other", ["data/catalogue/names.csv", "actions/options.py", "bot/nlu/__pycache__/a.pyc"])
def test_the_catalogue_and_the_actions_do_not(root: Path, other: str) -> None:
    before = training.fingerprint(root)
    (root / other).parent.mkdir(parents=True, exist_ok=True)
    (root / other).write_text("new")
    assert training.fingerprint(root) == before


def test_the_place_of_the_checkout_does_not(root: Path, tmp_path: Path) -> None:
    shutil.copytree(root, tmp_path / "elsewhere")
    assert training.fingerprint(tmp_path / "elsewhere") == training.fingerprint(root)


def test_the_present_sources_win_over_the_newest(root: Path) -> None:
    assert training.newest_model(root) is None
    touch_model(root, "older.tar.gz", age=10)
    newest = touch_model(root, "newer.tar.gz")
    assert training.newest_model(root) == newest
    current = touch_model(root, training.model_path(root).name, age=100)
    assert training.newest_model(root) == current


def test_older_models_of_ours_are_removed(root: Path) -> None:
    ours, other = touch_model(root, "stempad-0.tar.gz"), touch_model(root, "mine.tar.gz")
    current = touch_model(root, training.model_path(root).name)
    training.remove_older(current)
    assert (ours.exists(), other.exists(), current.exists()) == (False, True, True)


def test_training_leaves_one_model(tiny_model: Path) -> None:
    assert [path.name for path in tiny_model.parent.iterdir()] == [training.model_path(tiny_model.parent.parent).name]


def test_the_command_trains_when_needed_only(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    trained: list[Path] = []

    def fake(where: Path) -> Path:
        trained.append(where)
        return touch_model(where, training.model_path(where).name)

    monkeypatch.setattr(cli, "ROOT", root)
    monkeypatch.setattr(training, "train", fake)
    assert cli.main(["train"]) == 0
    assert cli.main(["train"]) == 0
    assert len(trained) == 1 and "up to date" in capsys.readouterr().out
    assert cli.main(["train", "--force"]) == 0
    assert len(trained) == 2


@pytest.mark.parametrize("command", ["serve", "shell"])
def test_without_a_model_it_says_what_to_do(
    command: str, root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cli, "ROOT", root)
    assert cli.main([command]) == 1
    assert "python -m bot train" in capsys.readouterr().err
