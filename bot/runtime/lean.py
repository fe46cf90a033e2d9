"""Leaving TensorFlow out of the process.

Rasa imports TensorFlow on start, whatever the pipeline: 0.3 GB and six seconds for parts that our linear pipeline never
calls. `leave_out_tensorflow()` puts empty stand-ins in its place, good enough to define Rasa's own TensorFlow classes
and useless for running them. A pipeline or model with a neural part gets the real one: see `needs_tensorflow`.
"""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import os
import sys
import tarfile
import types
from collections.abc import Sequence
from pathlib import Path
from typing import Any

_PACKAGES = frozenset({"tensorflow", "tensorflow_addons", "tensorflow_hub", "tensorflow_text", "keras"})
# thinc (spaCy) takes this one for the proof that TensorFlow is there
_REFUSED = "tensorflow.experimental.dlpack"
_NEURAL_PARTS = ("DIET", "TEDPolicy", "ResponseSelector", "UnexpecTED", "ConveRT", "LanguageModelFeaturizer")
_NEURAL_MODULES = (
    "diet_classifier", "ted_policy", "response_selector", "unexpected_intent", "convert_featurizer", "lm_featurizer"
)  # fmt: skip


class _StandIn(type):
    """A class that answers every attribute with another stand-in, can be subclassed, and decorates without effect."""

    def __getattr__(cls, name: str) -> _StandIn:
        return _stand_in(cls, name)

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        if cls.__dict__.get("_stands_in") is None:
            return super().__call__(*args, **kwargs)
        return args[0] if len(args) == 1 and isinstance(args[0], types.FunctionType) else cls


def _stand_in(owner: object, name: str) -> _StandIn:
    if name.startswith("__"):
        raise AttributeError(name)
    made = _StandIn(name, (), {"_stands_in": True})
    setattr(owner, name, made)
    return made


class _StandInModule(types.ModuleType):
    __version__ = "0"

    def __getattr__(self, name: str) -> _StandIn:
        return _stand_in(self, name)


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: types.ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname.split(".")[0] not in _PACKAGES:
            return None
        if fullname == _REFUSED:
            raise ModuleNotFoundError(f"{fullname} is left out of this process", name=fullname)
        return importlib.machinery.ModuleSpec(fullname, self, is_package=True)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> types.ModuleType:
        return _StandInModule(spec.name)

    def exec_module(self, module: types.ModuleType) -> None:
        """Nothing to run: attributes appear when asked for."""


def leave_out_tensorflow() -> None:
    """Put the stand-ins in place. No effect when TensorFlow is already imported or this ran before."""
    if "tensorflow" not in sys.modules and not any(isinstance(finder, _Finder) for finder in sys.meta_path):
        sys.meta_path.insert(0, _Finder())


def needs_tensorflow(config_or_model: Path) -> bool:
    """Whether a `config.yml` or a packed model has a neural part. `STEMPAD_TENSORFLOW=1` says yes for every one."""
    if os.environ.get("STEMPAD_TENSORFLOW") == "1":
        return True
    if config_or_model.name.endswith(".tar.gz"):
        return _mentions(_metadata(config_or_model), _NEURAL_MODULES)
    return config_or_model.is_file() and _mentions(config_or_model.read_text(encoding="utf-8"), _NEURAL_PARTS)


def _mentions(text: str, words: Sequence[str]) -> bool:
    return any(word in text for word in words)


def _metadata(model: Path) -> str:
    """The model's description of its own parts."""
    with tarfile.open(model) as archive:
        found = archive.extractfile("metadata.json")
        return found.read().decode() if found else ""
