"""What Rasa's training does for nothing here, left out for as long as one training takes.

A training took 240 seconds of processor time; 60 of them went into this. The trained model stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rasa.shared.nlu.training_data.training_data import TrainingData

_QUICK = 1  # of zlib's levels; Rasa's 9 takes eighteen times as long for a model that is a twentieth smaller
_HELD = ("training_examples", "entity_synonyms", "regex_features", "lookup_tables", "responses")


@contextmanager
def shortcuts() -> Iterator[None]:
    """For the length of this block Rasa trains with them."""
    with ExitStack() as stack:
        for place, name, made in _replacements():
            stack.enter_context(_replaced(place, name, made))
        yield


@contextmanager
def _replaced(place: Any, name: str, made: Any) -> Iterator[None]:
    own = getattr(place, name)
    setattr(place, name, made)
    try:
        yield
    finally:
        setattr(place, name, own)


def _replacements() -> Iterator[tuple[Any, str, Any]]:
    """(where, its name, what stands there instead)."""
    from rasa.engine.training import graph_trainer
    from rasa.shared.importers.importer import CombinedDataImporter, E2EImporter
    from rasa.shared.nlu.training_data.training_data import TrainingData
    from tarsafe import TarSafe

    for importer in (CombinedDataImporter, E2EImporter):
        yield importer, "get_nlu_data", _reading_once(importer.get_nlu_data)
    yield TrainingData, "merge", _merging_what_there_is(TrainingData.merge)
    yield graph_trainer, "TrainingHook", _NoCache
    yield TarSafe, "gzopen", partial(TarSafe.gzopen, compresslevel=_QUICK)


def _reading_once(read: Callable[[Any], TrainingData]) -> Callable[..., TrainingData]:
    """Rasa reads, checks and merges all sentences twice, for two languages that are the same to us."""
    remembered: dict[Any, TrainingData] = {}

    def once(importer: Any, language: str = "") -> TrainingData:
        if importer not in remembered:
            remembered[importer] = read(importer)
        return remembered[importer]

    return once


def _merging_what_there_is(merge: Callable[..., TrainingData]) -> Callable[..., TrainingData]:
    """Rasa merges the sentences with nothing ten times, and each time copies them all."""

    def merged(own: TrainingData, *others: TrainingData | None) -> TrainingData:
        filled = [data for data in (own, *others) if data and any(getattr(data, name) for name in _HELD)]
        return filled[0] if len(filled) == 1 else merge(own, *others)

    return merged


class _NoCache:
    """Stands for the hook that fingerprints all that goes in and out of a component, for a cache that we never read."""

    def __init__(self, *_: Any, **__: Any) -> None:
        pass

    def on_before_node(self, *_: Any, **__: Any) -> dict[str, Any]:
        return {}

    def on_after_node(self, *_: Any, **__: Any) -> None:
        """Nothing to keep."""
