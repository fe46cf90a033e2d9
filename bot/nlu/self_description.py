"""What speakers tell of themselves beside a question: who asks must not change what is answered.

"Ik ben een meisje van 15 en wil lasser worden" asks what "ik wil lasser worden" asks. What is told is taken out of what
the models read when a question of its own is left; a question that hangs on it ("is dat iets voor mij") stays whole.
The patterns and words are data/lexicon/self_description.yml.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from typing import Any

import yaml

from bot.nlu.lexicon import FOLDER
from bot.nlu.text import fold, plain
from bot.nlu.words import is_dutch_word

LEXICON = FOLDER / "self_description.yml"
NAME = frozenset({"name"})
STORY = "story"  # something told that the lexicon does not know
NAMES = frozenset({"option", "job", "place", "theme"})
PLACE = frozenset({"place", "postal_code"})
UNASKED = NAME | {"politeness"}  # kinds that no question can hang on
FEWEST_WORDS = 2  # of a question that is left
_WORD = r"[^\W\d_][\w'’-]*"
_NAME = rf"{_WORD}(?: {_WORD}){{0,3}}?"
# what stands there is not in the lexicon
OPEN = {"name": _NAME, "person": _NAME, "country": rf"{_WORD}(?: {_WORD})?", "story": r"[^\d.,;:!?()]{3,70}?"}
_HOLE = re.compile(r"\{([a-z_]+)\}")
IsKnown = Callable[[str, "Collection[str] | None"], bool]  # whether words hold a name or filter of these kinds, or any


@dataclass(frozen=True)
class Asked:
    """A message without what the speaker tells of themselves. `text` is as long as the message, blank where that was.

    kinds: what was taken out; empty when nothing was
    """

    text: str
    kinds: frozenset[str] = frozenset()

    def is_question(self, named: Collection[str]) -> bool:
        """Whether what is left asks something by itself.

        named: the kinds of what it names, of the catalogue and of filters
        """
        words = " ".join(fold(self.text).split())
        read = _lexicon()
        if len(words.split()) < FEWEST_WORDS or not read.asks.match(words) or self._hangs(words):
            return False
        if STORY in self.kinds:
            return bool(read.plain.match(words)) and not NAMES.isdisjoint(named)
        return self.kinds == NAME or bool(named) or bool(read.subjects.search(words))

    def _hangs(self, words: str) -> bool:
        """The question is about what was told."""
        hangs = _lexicon().hangs
        if self.kinds <= UNASKED:
            return False
        kinds = hangs if STORY in self.kinds else {"any", *self.kinds} - UNASKED
        return any(hangs[kind].search(words) for kind in kinds)


def without_descriptions(text: str, is_known: IsKnown) -> Asked:
    """Takes out what is told at the start and at the end, one thing after the other.

    is_known: so that "ik ben lasser" names no person, and "ik kom uit Genk" no country
    """
    kinds: set[str] = set()
    while found := _next(text, is_known):
        kind, start, end, kept = found
        text = text[:start] + kept.ljust(end - start) + text[end:]
        kinds.add(kind)
    return Asked(text, frozenset(kinds))


def _next(text: str, is_known: IsKnown) -> tuple[str, int, int, str] | None:
    """The kind of the first description found, its place, and what stays in that place."""
    read = plain(text)
    for kind, patterns in _lexicon().descriptions.items():
        for pattern in patterns:
            hit = pattern.search(read)
            if hit and _is_told(hit, text, is_known):
                return kind, *hit.span("told"), "ik" if hit.groupdict().get("wants") else ""
    return None


def _is_told(hit: re.Match[str], text: str, is_known: IsKnown) -> bool:
    """What stands where the lexicon leaves it open is what it seems to be."""
    groups = hit.groupdict()
    if groups.get("wants") and not groups["told"].lstrip().startswith(("ik", "k")):
        return False
    said = {
        kind: [text[slice(*hit.span(key))] for key in groups if key.startswith(kind) and groups[key]] for kind in OPEN
    }
    return (
        not any(_holds_small_words(name) for name in (*said["name"], *said["person"]))
        and all(_is_strange(name, text.isupper()) and not is_known(name, NAMES) for name in said["person"])
        and not any(is_known(country, PLACE) for country in said["country"])
        and not any(_lexicon().matters.search(plain(story)) or is_known(story, None) for story in said["story"])
    )


def _parts(name: str) -> list[str]:
    """The words of a name without "van", "el" and the like behind the first."""
    first, *others = name.split()
    return [first, *(word for word in others if not _lexicon().particles.fullmatch(word.lower()))]


def _holds_small_words(name: str) -> bool:
    return any(_lexicon().no_person.fullmatch(word.lower()) for word in _parts(name))


def _is_strange(name: str, shouted: bool) -> bool:
    """Words that are no Dutch words, or written with a capital."""
    return all((word[0].isupper() and not shouted) or not is_dutch_word(word.lower()) for word in _parts(name))


@dataclass(frozen=True)
class Lexicon:
    """The file, compiled."""

    descriptions: dict[str, list[re.Pattern[str]]]
    asks: re.Pattern[str]
    subjects: re.Pattern[str]
    hangs: dict[str, re.Pattern[str]]
    plain: re.Pattern[str]
    matters: re.Pattern[str]
    particles: re.Pattern[str]
    no_person: re.Pattern[str]


@lru_cache(maxsize=1)
def _lexicon() -> Lexicon:
    data = yaml.safe_load(LEXICON.read_text(encoding="utf-8"))
    return Lexicon(
        descriptions={kind: _compiled(forms, data) for kind, forms in data["descriptions"].items()},
        asks=re.compile(rf"{_joined(data['asks'])}\b"),
        subjects=_whole(data["subjects"]),
        hangs={kind: _whole(_joined(forms)) for kind, forms in data["hangs"].items()},
        plain=re.compile(rf"(?:{data['plain']})\b"),
        matters=_whole(_joined(data["matters"])),
        particles=_whole("|".join(data["particles"].split())),
        no_person=_whole("|".join(data["no_person"].split())),
    )


def _compiled(forms: list[str], data: dict[str, Any]) -> list[re.Pattern[str]]:
    """Two patterns: all forms of a kind at the start of a message, and at its end."""
    numbers = count()
    asks, wants, goes_on = _joined(data["asks"]), data["wants"], data["goes_on"]
    wanted = rf"[.,;:]*\s*(?:en|dus)\s+(?=(?P<wants>{wants})\b)"
    leads = rf"\s*(?:{wanted}|[.,;:!?)(-]*\s*(?:(?:en|dus)\s+)?(?=(?:{asks}|{goes_on})\b))"
    first, last = (
        "|".join(_filled(form, {**data["words"], "wants": wants}, numbers) for form in forms) for _ in range(2)
    )
    return [
        re.compile(rf"^\s*(?P<told>(?:{first})(?!\w){leads})"),
        re.compile(rf"(?P<told>(?<=[.,;:!?)(])\s*(?:en |want |ps:? )?(?:{last})[\s.,;:!?)]*)$"),
    ]


def _filled(form: str, words: dict[str, str], numbers: count[int]) -> str:
    def fill(hole: re.Match[str]) -> str:
        name = hole[1]
        inner = OPEN[name] if name in OPEN else _filled(words[name], words, numbers)
        return rf"(?P<{name}{next(numbers)}>{inner})" if name in OPEN else inner

    return _HOLE.sub(fill, form)


def _joined(folded_lines: str) -> str:
    return folded_lines.replace("| ", "|")


def _whole(forms: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{forms})(?!\w)")
