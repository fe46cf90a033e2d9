"""What a message names: the catalogue's names, themes and details, as entities, and the message with placeholders
instead."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator
from itertools import pairwise

from bot.nlu.danger import danger, told
from bot.nlu.details import Detail, find_details, load_patterns, moment_of
from bot.nlu.entity import Entity
from bot.nlu.lexicon import OUTSIDE_NAME, cues, listed, outside
from bot.nlu.names import Found, Named, NameIndex, Spelling
from bot.nlu.negation import without_negated
from bot.nlu.preference import Preference
from bot.nlu.self_description import Asked, without_descriptions
from bot.nlu.spelling import load_chat_spelling
from bot.nlu.text import Piece, fold, pieces, uncovered
from bot.nlu.words import is_dutch_word, may_be_misspelt
from study_catalogue import Catalogue
from study_catalogue.levels import BACHELORS
from study_catalogue.records import OptionFilter, Theme

MAX_CANDIDATES = 8
NO_NAME = frozenset({"audience", "age"})  # kinds of details that tell nothing of what is asked
AGED = frozenset({"age", "gender"})  # what is told with an age: "ik ben een jongen van 15"
SHORT_NAME = 6  # letters up to which a likeness to a name of the catalogue is chance: "Kevin"
_LEVELS = {"bachelor": BACHELORS, "prof_bachelor": ("prof_bachelor", "graduaat")}
_PLACEHELD = {"option", "job", "place", "theme", "age", "postal_code", OUTSIDE_NAME}


class Recogniser:
    """Finds what messages name. Reads the catalogue's names once; make a new one when its version changes."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.version = catalogue.version
        self._preference = Preference(catalogue)
        muted = listed("not_names.txt")
        names: list[Named] = [*catalogue.names(), *_theme_names(catalogue.themes()), *_outside_names()]
        kept = [name for name in names if fold(name.text).strip() not in muted]
        written = load_chat_spelling()  # "kinne" is dialect, no typing error in a name
        self._names = NameIndex(kept, lambda word: word in muted or word in written or is_dutch_word(word))
        self._patterns = load_patterns()
        self._without_options = set(_without_options(catalogue))

    def entities(self, text: str) -> list[Entity]:
        """Entities in order of place; a span may carry several kinds (an option and a job of the same name)."""
        details = find_details(text, self._patterns, lambda code: bool(self._preference.places_with(code)))
        named = {detail.value for detail in details if detail.kind == "level"}
        levels = {level for value in named for level in _LEVELS.get(value, (value,))}
        found = [self._from_name(hit, levels) for hit in self._names.find(text) if not _inside_longer(hit, details)]
        return without_negated(text, [*found, *(self._from_detail(detail, text) for detail in details)])

    def asked(self, text: str) -> Asked:
        """The message without what speakers tell of themselves, where a question of its own is left."""
        asked = without_descriptions(text, self.is_known)
        if not asked.kinds or danger(told(text)) != "none":
            return Asked(text)
        return asked if asked.is_question({entity.kind for entity in self.entities(asked.text)}) else Asked(text)

    def told(self, text: str, asked: Asked) -> list[Entity]:
        """Who speaks and how old, where that was taken out of the text."""
        if not asked.kinds:
            return []
        kinds = NO_NAME if asked.kinds & AGED else NO_NAME - {"age"}
        details = [detail for detail in find_details(text, self._patterns, bool) if detail.kind in kinds]
        return [
            self._from_detail(detail, text) for detail in details if asked.text[detail.start : detail.end].isspace()
        ]

    def is_known(self, words: str, kinds: Collection[str] | None = None) -> bool:
        """Whether words hold a name of these kinds, or else any name or filter, written so or nearly so."""
        found = [entity for entity in self.entities(words) if entity.kind not in NO_NAME]
        return any(self._is_sure(entity, len(words)) for entity in found if kinds is None or entity.kind in kinds)

    @staticmethod
    def _is_sure(entity: Entity, letters: int) -> bool:
        return entity.basis != "typo" or (letters > SHORT_NAME and entity.kind != "place")

    def with_placeholders(self, text: str, entities: list[Entity]) -> str:
        """The message as the topic model sees it; a job or theme that no option of ours leads to has its own sign."""
        return with_placeholders(text, entities, self._without_options)

    def _from_name(self, hit: Found, levels: set[str]) -> Entity:
        best, *others = self._preference.ordered(hit, levels)
        return Entity(hit.entry.kind, best, hit.start, hit.end, hit.text, tuple(others[:MAX_CANDIDATES]), hit.basis)

    def _from_detail(self, detail: Detail, text: str) -> Entity:
        if detail.kind != "place_code":
            basis = moment_of(detail, text) if detail.kind == "level" else "name"
            return Entity(detail.kind, detail.value, detail.start, detail.end, detail.value, basis=basis)
        return Entity("place", self._preference.places_with(detail.value)[0], detail.start, detail.end, detail.value)


def _inside_longer(hit: Found, details: list[Detail]) -> bool:
    """A name inside a longer detail goes; a level or finality inside a longer name belongs to the name."""
    size = hit.end - hit.start
    return any(d.start <= hit.start and hit.end <= d.end and d.end - d.start > size for d in details)


def _outside_names() -> list[Spelling]:
    """Studies, jobs, school systems and towns that we know to lie outside what we know: "rechten", "havo"."""
    return [Spelling(form, OUTSIDE_NAME, category, "name") for category, forms in outside().items() for form in forms]


def _theme_names(themes: Iterable[Theme]) -> list[Spelling]:
    """Theme words, alone and as the first part of a compound: "houtrichtingen", "robotclub", "bouwsector"."""
    rows = [(theme.id, word) for theme in themes for word in theme.words]
    heads = listed("theme_heads.txt")
    alone = [Spelling(word, "theme", theme, "name") for theme, word in rows]
    joined = [(theme, word + head) for theme, word in rows if word.isalpha() for head in heads]
    return alone + [Spelling(word, "theme", theme, "alias") for theme, word in joined]


def _without_options(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """(kind, value) of the themes and jobs that only the bottleneck list knows: "toerisme", "slager"."""
    for theme in catalogue.themes():
        if not catalogue.search_options(OptionFilter(theme=theme.id), 0, 1)[1]:
            yield "theme", theme.id
    for job in {name.target for name in catalogue.names() if name.kind == "job"}:
        if not catalogue.options_for_job(job):
            yield "job", job


def with_placeholders(text: str, entities: list[Entity], elsewhere: Container[tuple[str, str]] = ()) -> str:
    """ "_option_" for an option, so a new name needs no training; "_otherjob_" for a job that lies `elsewhere`."""
    spans: dict[tuple[int, int], set[str]] = {}
    for entity in entities:
        if entity.kind in _PLACEHELD:
            other = "other" if (entity.kind, entity.value) in elsewhere else ""
            spans.setdefault(entity.span, set()).add(other + entity.kind)
    for word in _strange_places(text, spans):
        spans[(word.start, word.end)] = {"place"}
    return _replaced(fold(text), spans)


def _strange_places(text: str, spans: Iterable[tuple[int, int]]) -> list[Piece]:
    """ "In Verweggistan": no place that we know, but the sentence is still about a place."""
    followers = [word for before, word in pairwise(pieces(text)) if before.text in cues("right_before_a_place")]
    return [word for word in uncovered(followers, spans) if may_be_misspelt(word.text)]


def _replaced(folded: str, spans: dict[tuple[int, int], set[str]]) -> str:
    parts, position = [], 0
    for (start, end), kinds in sorted(spans.items()):
        if start < position:
            continue
        parts += [folded[position:start], *(f" _{kind}_ " for kind in sorted(kinds))]
        position = end
    return "".join([*parts, folded[position:]])
