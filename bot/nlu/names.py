"""Finding the catalogue's names in a message: exact, joined or split, plural, misspelt; the longest match first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple, Protocol

from rapidfuzz import process
from rapidfuzz.distance import OSA
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from bot.nlu.lexicon import OUTSIDE_NAME, cues
from bot.nlu.place_words import is_another_word, is_everyday, is_meant
from bot.nlu.spelling import load_chat_spelling
from bot.nlu.text import Piece, dutch, fold, pieces, squash, stem, uncovered
from bot.nlu.words import may_be_misspelt

MAX_WORDS = 6
MAX_FUZZY_WORDS = 4
MAX_STRANGE = 8  # words of a message that are tried as a misspelt name; more than that is no Dutch
_BASIS_RANK = {"name": 0, "old_name": 1, "alias": 2, "typo": 3}
_PLACE_CUES = cues("before_a_place")
_FILLERS = cues("fillers")
_NOT_AT_EDGE = cues("not_at_edge")


class Named(Protocol):
    """What the index reads of a name; the catalogue's `Name` is one."""

    @property
    def text(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def target(self) -> str: ...
    @property
    def basis(self) -> str: ...


class Spelling(NamedTuple):
    """A name that is not in the catalogue's list of names: a theme word."""

    text: str
    kind: str
    target: str
    basis: str


@dataclass(frozen=True)
class Entry:
    """What one spelling of a name stands for, of one kind: canonical targets, best first."""

    kind: str
    targets: tuple[str, ...]
    basis: str


@dataclass(frozen=True)
class Found:
    """A name found in a message: text[start:end], with the entries it may stand for (one for each kind)."""

    start: int
    end: int
    text: str
    entry: Entry
    edits: int = 0
    loose: bool = False  # by its stem or joined: "bruggen" for "brugge"

    @property
    def basis(self) -> str:
        return "typo" if self.edits else self.entry.basis

    @property
    def weight(self) -> float:
        """Longer wins; an edit costs two characters; of the same length as written wins, then a name from an alias."""
        return (self.end - self.start) - 2 * self.edits - 0.5 * self.loose - 0.1 * _BASIS_RANK[self.basis]


def allowed_edits(length: int) -> int:
    """How many typing errors a squashed name of `length` characters may hold and still be that name."""
    return 0 if length < 5 else 1 if length < 8 else 2 if length < 12 else 3


class NameIndex:
    """Names of the catalogue, ready to be found. Built in a second; `find` takes 0.2 ms, 2 with a typing error."""

    def __init__(self, names: Iterable[Named], is_word: Callable[[str], bool]) -> None:
        self._is_word = is_word
        self._entries = _grouped(names)
        self._matcher = PhraseMatcher(dutch().vocab, attr="ORTH")
        # the spellings behind a key as the keys of a dict: a set would order them anew in every process
        self._squashed: dict[str, dict[tuple[str, ...], None]] = defaultdict(dict)
        for words in self._entries:
            self._add(words)
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for key, spellings in self._squashed.items():
            if any(self._may_be_misspelt(words) for words in spellings):
                self._by_length[len(key)].append(key)
        self._about_as_long = lru_cache(maxsize=None)(self._find_about_as_long)

    def _add(self, words: tuple[str, ...]) -> None:
        self._matcher.add(" ".join(words), [Doc(dutch().vocab, list(words))])
        if not self._only(words, "place", OUTSIDE_NAME):
            self._squashed[squash(list(words))][words] = None
        self._squashed["".join(words)][words] = None

    def _may_be_misspelt(self, words: tuple[str, ...]) -> bool:
        """The thousands of theme compounds ("robotclub") are matched as written only, to keep the search for errors
        short; names from outside too, since "recht" is not "rechten"."""
        aliases = all((entry.kind, entry.basis) == ("theme", "alias") for entry in self._entries[words])
        return not aliases and not self._only(words, OUTSIDE_NAME)

    def _only(self, words: tuple[str, ...], *kinds: str) -> bool:
        return all(entry.kind in kinds for entry in self._entries[words])

    def find(self, text: str) -> list[Found]:
        """Names in `text`, not overlapping unless one span stands for several kinds, in order of place."""
        words = pieces(text)
        found = [hit for hit in self._candidates(text, words) if self._believable(hit, words)]
        return _longest_first(_merged(found))

    def _candidates(self, text: str, words: Sequence[Piece]) -> Iterator[Found]:
        exact = [*self._phrases(text, words), *self._joined(text, words)]
        yield from exact
        free = uncovered(words, ((hit.start, hit.end) for hit in exact))
        unknown = [w.start for w in free if may_be_misspelt(w.text, self._is_word)]
        if unknown:
            yield from self._misspelt(text, words, set(unknown[:MAX_STRANGE]))

    def _phrases(self, text: str, words: Sequence[Piece]) -> Iterator[Found]:
        doc = Doc(dutch().vocab, [word.text for word in words])
        for key, start, end in self._matcher(doc):
            spelling = tuple(doc.vocab.strings[key].split(" "))
            yield from self._hits(spelling, text, words[start].start, words[end - 1].end)

    def _joined(self, text: str, words: Sequence[Piece]) -> Iterator[Found]:
        for window, joined, squashed in _windows(words, MAX_WORDS):
            if len(window) > 1 and len(joined) < 6:
                continue
            for key in dict.fromkeys((squashed, joined)):
                for spelling in self._squashed.get(key, ()):
                    if self._may_join(window, spelling):
                        yield from self._joined_hits(spelling, text, window)

    def _joined_hits(self, spelling: tuple[str, ...], text: str, window: Sequence[Piece]) -> Iterator[Found]:
        for hit in self._hits(spelling, text, window[0].start, window[-1].end):
            yield replace(hit, loose=spelling != tuple(piece.text for piece in window))

    def _may_join(self, window: Sequence[Piece], spelling: tuple[str, ...]) -> bool:
        """ "voor de" is not Voorde, and "bouwen" is not the option Bouw; "koel technicus" and "lassers" are what
        they seem."""
        if len(window) > 1:
            return not self._only(spelling, "place")
        return len(spelling[0]) > 5 or window[0].text == spelling[0]

    def _misspelt(self, text: str, words: Sequence[Piece], unknown: set[int]) -> Iterator[Found]:
        for window, *keys in _windows(words, MAX_FUZZY_WORDS):
            if not any(w.start in unknown for w in window) or _NOT_AT_EDGE & {window[0].text, window[-1].text}:
                continue
            for key, edits in self._nearest_keys(*keys):
                for spelling in self._squashed[key]:
                    yield from self._hits(spelling, text, window[0].start, window[-1].end, int(edits))

    def _nearest_keys(self, joined: str, squashed: str) -> list[tuple[str, float]]:
        keys = dict.fromkeys((joined, squashed)) if joined.isalpha() else ()
        hits = [hit for key in keys for hit in self._near(key)]
        best = min((edits for _, edits in hits), default=0)
        return list(dict.fromkeys(hit for hit in hits if hit[1] == best))

    def _near(self, key: str) -> list[tuple[str, float]]:
        edits = allowed_edits(len(key))
        if not edits:
            return []
        hits = process.extract(key, self._about_as_long(len(key)), scorer=OSA.distance, score_cutoff=edits, limit=5)
        return [(name, distance) for name, distance, _ in hits if distance == hits[0][1]]

    def _find_about_as_long(self, length: int) -> list[str]:
        """The names that a misspelt one of this length may be."""
        edits = allowed_edits(length)
        return [key for size in range(length - edits, length + edits + 1) for key in self._by_length.get(size, ())]

    def _hits(self, words: tuple[str, ...], text: str, start: int, end: int, edits: int = 0) -> Iterator[Found]:
        for entry in self._entries[words]:
            yield Found(start, end, text[start:end], entry, edits)

    def _believable(self, hit: Found, words: Sequence[Piece]) -> bool:
        """A place or abbreviation that is also a common word ("Geel", "Ham", "As"), or one in chat or dialect ("dae"),
        needs a sign that it is meant as a name."""
        shown = hit.text
        if hit.edits and hit.entry.kind == "place":
            return hit.edits <= 1 + (len(shown) > 8) and (_has_cue(hit, words) or (hit.edits == 1 and len(shown) > 7))
        if hit.entry.kind != "place" and shown.lower() in load_chat_spelling():
            return _has_cue(hit, words)
        if " " in shown or (hit.entry.kind != "place" and len(shown) > 2) or not self._common(shown):
            return True
        return _has_cue(hit, words)

    def _common(self, shown: str) -> bool:
        return len(shown) <= 3 or self._is_word(shown.lower()) or is_everyday(shown.lower())


def _has_cue(hit: Found, words: Sequence[Piece]) -> bool:
    shown = hit.text
    if len(words) == 1 and words[0].text in cues("no_place_alone"):
        return False
    before = [w.text for w in words if w.end <= hit.start]
    if hit.entry.kind == "place" and is_another_word(before, shown, [w.text for w in words if w.start >= hit.end]):
        return False
    others = [w.text for w in words if w.end <= hit.start or w.start >= hit.end]
    if all(word in _FILLERS or word.isdigit() for word in others) and not (
        hit.edits and len(words) == 1 and len(shown) < 6 + hit.edits
    ):
        return True
    if hit.entry.kind == "place":
        name = fold(hit.entry.targets[0].partition(" ")[2])
        if is_everyday(name):
            return is_meant(name, before, shown)
        return bool(before) and (before[-1] in _PLACE_CUES or before[-1].isdigit() or shown[:1].isupper())
    return shown.isupper()


def _grouped(names: Iterable[Named]) -> dict[tuple[str, ...], list[Entry]]:
    targets: dict[tuple[str, ...], dict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    for name in names:
        words = tuple(piece.text for piece in pieces(name.text))
        if words:
            targets[words][name.kind].setdefault(name.target, name.basis)
    return {words: [_entry(kind, bases) for kind, bases in kinds.items()] for words, kinds in targets.items()}


def _entry(kind: str, bases: dict[str, str]) -> Entry:
    """A name of its own pushes out an old name, an old name a mere alias; a place keeps all, since villages share
    names."""
    ordered = sorted(bases, key=lambda target: _BASIS_RANK[bases[target]])
    best = bases[ordered[0]]
    kept = ordered if kind == "place" else [target for target in ordered if bases[target] == best]
    return Entry(kind, tuple(kept), best)


def _windows(words: Sequence[Piece], longest: int) -> Iterator[tuple[Sequence[Piece], str, str]]:
    """Words side by side, what they are when joined, and as `squash` makes them."""
    stems = [stem(word.text) for word in words]
    for start in range(len(words)):
        before = ""
        for end in range(start + 1, min(start + longest, len(words)) + 1):
            joined = before + words[end - 1].text
            yield words[start:end], joined, before + stems[end - 1]
            before = joined


def _merged(found: list[Found]) -> list[Found]:
    """One hit for a span and a kind: readings that fit equally well become its targets together."""
    together: dict[tuple[int, int, int, bool, str], list[Found]] = defaultdict(list)
    for hit in found:
        together[(hit.start, hit.end, hit.edits, hit.loose, hit.entry.kind)].append(hit)
    return [_joint(hits) for hits in together.values()]


def _joint(hits: list[Found]) -> Found:
    first = min(hits, key=lambda hit: _BASIS_RANK[hit.entry.basis])
    equals = [hit for hit in hits if _BASIS_RANK[hit.entry.basis] == _BASIS_RANK[first.entry.basis]]
    targets = dict.fromkeys(target for hit in equals for target in hit.entry.targets)
    return replace(first, entry=Entry(first.entry.kind, tuple(targets), first.entry.basis))


def _longest_first(found: list[Found]) -> list[Found]:
    kept: list[Found] = []
    for hit in sorted(found, key=lambda hit: -hit.weight):
        if all(_compatible(hit, other) for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.start)


def _compatible(hit: Found, other: Found) -> bool:
    apart = hit.end <= other.start or hit.start >= other.end
    same_span = (hit.start, hit.end, hit.edits, hit.loose) == (other.start, other.end, other.edits, other.loose)
    return apart or (same_span and hit.entry.kind != other.entry.kind)
