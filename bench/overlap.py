"""Held-out sentences that are also trained, word for word: `python -m bench.overlap [--blind]`.

A greeting, a thank-you or a bare name of one or two words comes to any writer. Longer ones should not be here. Those of
the blind set are only counted, unless asked for.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import lru_cache

from bench.sentences import HELD_OUT, Sentence, held_out, trained

END_MARKS = " .!?…"


def key(text: str) -> str:
    """A sentence without what does not make it another one: capitals, end marks, wide spaces."""
    return " ".join(text.lower().split()).strip(END_MARKS)


@lru_cache(maxsize=1)
def trained_keys() -> frozenset[str]:
    return frozenset(key(sentence.text) for sentence in trained())


def copies(rows: Iterable[Sentence]) -> list[Sentence]:
    """Those that are trained too, of any length and for any topic."""
    known = trained_keys()
    return [row for row in rows if key(row.text) in known]


def words(row: Sentence) -> int:
    return len(row.text.split())


def main() -> int:
    """1 when a sentence of three words or more is a copy."""
    found = {name: copies(held_out(name)) for name in HELD_OUT}
    for name, rows in found.items():
        print(f"{name}: {len(rows)} of {len(held_out(name))}, {sum(words(row) > 2 for row in rows)} of 3 words or more")
        if name != "blind" or "--blind" in sys.argv:
            print(*(f"  {row.topic}: {row.text}" for row in rows), sep="\n")
    return int(any(words(row) > 2 for rows in found.values() for row in rows))


if __name__ == "__main__":
    sys.exit(main())
