"""Patterns of words that people can read, made into regular expressions: see data/danger/calls_own.yml.

They are matched on words with one space behind each, so every item brings its own space. Of many hundreds of patterns
only those are tried of which the rarest item has a word in the message.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, reduce
from itertools import chain, permutations

MASK = "~"  # stands for words that were taken out; no gap reaches over it
SHORTEST_START = 2  # letters of "zelf" in "zelf*"
_GAP = f"(?:[^ {MASK}]+ ){{0,%d}}"
_PLACES = {".": _GAP % 1, "..": _GAP % 4, "...": _GAP % 6, "^": r"\A", "$": r"\Z"}
_BLOCK = re.compile(r"<(\w+)>")
_SPACE = re.compile(r"\s+|_(?![^<]*>)")  # an underscore is a space too, but in the name of a block


@dataclass(frozen=True)
class Item:
    """One place of a pattern. starts: the words of which one must be in the message ("zelf*": one that begins so); none
    when it may be left out."""

    regex: str
    starts: frozenset[str] = frozenset()


Blocks = Mapping[str, Item]
Pattern = tuple[Item, ...]


def blocks_of(data: Mapping[str, str]) -> dict[str, Item]:
    """Named building blocks; `data`: name -> forms, apart by commas.

    A block may hold blocks from before it. KeyError for one that is not there.
    """
    return reduce(lambda made, row: {**made, row[0]: _either(row[1].split(","), made)}, data.items(), {})


class Phrases:
    """Finds any of the patterns in words with one space behind each."""

    def __init__(self, patterns: Iterable[str], blocks: Blocks) -> None:
        orders = dict.fromkeys(order for pattern in patterns for order in _orders(pattern, blocks))
        by_starts: dict[frozenset[str], list[Pattern]] = defaultdict(list)
        for order, starts in zip(orders, _rarest(list(orders)), strict=True):
            by_starts[starts].append(order)
        self._by_start: dict[str, list[re.Pattern[str]]] = defaultdict(list)
        for starts, same in by_starts.items():
            regex = re.compile(rf"(?<![^ ])(?:{_merged([tuple(item.regex for item in order) for order in same])})")
            for start in starts:
                self._by_start[start].append(regex)
        self._of_word = lru_cache(maxsize=20_000)(self._started_by)

    def found(self, text: str) -> bool:
        return any(regex.search(text) for regex in self._candidates(text))

    def masked(self, text: str) -> str:
        """The text with every match, on the text as it came, taken out."""
        spans = sorted(match.span() for regex in self._candidates(text) for match in regex.finditer(text))
        kept, end = "", 0
        for start, stop in spans:
            kept += text[end:start] + (f"{MASK} " if stop > end else "")
            end = max(end, stop)
        return kept + text[end:]

    def _candidates(self, text: str) -> Iterable[re.Pattern[str]]:
        return dict.fromkeys(chain.from_iterable(map(self._of_word, text.split())))

    def _started_by(self, word: str) -> tuple[re.Pattern[str], ...]:
        return tuple(regex for start in _starts_of(word) for regex in self._by_start.get(start, ()))


def _starts_of(word: str) -> Iterator[str]:
    """What a pattern may have that this word answers to."""
    yield word
    yield from (f"{word[:length]}*" for length in range(SHORTEST_START, len(word) + 1))


def _rarest(orders: list[Pattern]) -> Iterator[frozenset[str]]:
    """Of each pattern the words of the item that the fewest patterns share: what many share, many messages hold."""
    shared = Counter(start for order in orders for start in {start for item in order for start in item.starts})
    for order in orders:
        needed = [item.starts for item in order if item.starts]
        yield min(needed, key=lambda starts: max(shared[start] for start in starts))


def _orders(pattern: str, blocks: Blocks) -> list[Pattern]:
    """The items of a pattern, once for each order of the parts that `&` joins."""
    parts = [tuple(_item(item, blocks) for item in part.split()) for part in pattern.split(" & ")]
    return [_joined(order) for order in permutations(parts)]


def _joined(parts: Iterable[Pattern]) -> Pattern:
    gap = Item(_PLACES[".."])
    return reduce(lambda before, after: (*before, gap, *after), parts)


def _item(item: str, blocks: Blocks) -> Item:
    if item in _PLACES:
        return Item(_PLACES[item])
    found = _either(item.removesuffix("?").split("|"), blocks)
    return Item(f"{found.regex}?") if item.endswith("?") else found


def _either(forms: Iterable[str], blocks: Blocks) -> Item:
    made = [_form(form, blocks) for form in forms]
    starts = frozenset().union(*(form.starts for form in made)) if all(form.starts for form in made) else frozenset()
    return Item(f"(?:{'|'.join(form.regex for form in made)})", starts)


def _form(form: str, blocks: Blocks) -> Item:
    """One or more words, a block, or a place as `$`."""
    words = [_word(word, blocks) for word in _SPACE.split(form.strip())]
    return Item("".join(word.regex for word in words), words[0].starts)


def _word(word: str, blocks: Blocks) -> Item:
    if word in _PLACES:
        return Item(_PLACES[word])
    block = _BLOCK.fullmatch(word)
    if block:
        return blocks[block[1]]
    return Item(re.escape(word).replace(r"\*", r"[^ ]*") + " ", frozenset({word}))


def _merged(forms: Iterable[tuple[str, ...]]) -> str:
    """Alternatives with the same first item share it, so that it is tried only once at each word."""
    rests: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for first, *rest in forms:
        rests[first].append(tuple(rest))
    return "|".join(first + _rest(found) for first, found in rests.items())


def _rest(rests: list[tuple[str, ...]]) -> str:
    if () in rests:
        return ""
    return "".join(rests[0]) if len(rests) == 1 else f"(?:{_merged(rests)})"
