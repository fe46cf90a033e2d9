"""Words that stand where a name would stand, but that we do not know: "wat is zwembadtechniek"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from itertools import groupby

from bot.nlu.entity import Entity
from bot.nlu.lexicon import cues
from bot.nlu.spelling import load_chat_spelling
from bot.nlu.text import Piece, pieces, uncovered

_BEFORE_A_NAME = cues("before_a_name")
_FAMILY = cues("family")
_MIN_LETTERS = 4


def unknown_names(text: str, found: Iterable[Entity], domain_words: Set[str], normal: str) -> list[Entity]:
    """Unknown words behind a word that a name follows, joined when they stand side by side.

    normal: the text in standard spelling: a word that is not in it any more was a typing error of one we know
    """
    kept = set(normal.split())
    words = pieces(text)
    free = set(uncovered(words, (entity.span for entity in found)))
    strange = [word in free and word.text in kept and _is_strange(word, domain_words) for word in words]
    runs = [list(run) for is_strange, run in groupby(enumerate(words), key=lambda pair: strange[pair[0]]) if is_strange]
    return [_entity(text, [word for _, word in run]) for run in runs if _follows_cue(words, run[0][0])]


def _is_strange(word: Piece, domain_words: Set[str]) -> bool:
    if len(word.text) < _MIN_LETTERS or not word.text.isalpha():
        return False
    return not any(word.text in known for known in (domain_words, _FAMILY, load_chat_spelling()))


def _follows_cue(words: Sequence[Piece], index: int) -> bool:
    return index == 0 or words[index - 1].text in _BEFORE_A_NAME


def _entity(text: str, run: list[Piece]) -> Entity:
    start, end = run[0].start, run[-1].end
    return Entity("unknown", text[start:end], start, end, text[start:end], (), "unknown")
