"""The points of the guided talk: `data/choosing.yml` says what counts for how much, here it is added up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

from actions.lists import words_of
from actions.options import only_dual
from actions.subjects import Around, around
from actions.texts import COMMON, Strict, texts_of
from study_catalogue import Catalogue
from study_catalogue.records import Option, OptionFilter
from study_catalogue.text import fold

SKIPPED = "-"
WORKPLACE = "werkplek"
TOGETHER = 3  # options that are shown at a time, and differ
ALL = 1000  # options of a few levels
GIVEN = ("level", "theme", "practice", "said_theme", "said_practice", "own_words", "place")
Given = Mapping[str, str]  # of those; several values stand next to each other: "games|bouw"


class Stage(Strict):
    """Where a pupil is: levels that may come next with their points, the usual age, whether a diploma decides (entry),
    whether there may be a bachelor's degree already (degree), and what does not simply follow (wide) or never."""

    next: dict[str, int]
    age: int | None = None
    entry: bool = False
    degree: bool = False
    wide: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


class Practice(Strict):
    same: tuple[str, ...]
    close: tuple[str, ...]


class Table(Strict):
    stages: dict[str, Stage]
    points: dict[str, int]
    variety: dict[str, int]
    after_degree: tuple[str, ...]
    practice: dict[str, Practice]


@lru_cache(maxsize=1)
def table() -> Table:
    return Table.of("choosing.yml")


_folded = lru_cache(maxsize=2048)(fold)


@dataclass(frozen=True)
class Fit:
    """An option with its points, and what they rest on.

    likes, near: positions in the list of liked subjects that it is about, or close to
    words: words of the pupil that stand in its name or content
    practice: whether it is as wished
    wide: whether it does not simply follow where the pupil is
    """

    option: Option
    points: int
    likes: tuple[int, ...] = ()
    near: tuple[int, ...] = ()
    words: tuple[str, ...] = ()
    practice: bool = False
    wide: bool = False

    @property
    def fits(self) -> bool:
        """Whether it has anything to do with what the pupil likes."""
        return bool(self.likes or self.near or self.words)


def stage_of(given: Given) -> Stage:
    return table().stages.get(given.get("level", SKIPPED), table().stages[SKIPPED])


def liked(given: Given) -> list[str]:
    """Theme ids, as named."""
    return [theme for theme in given.get("theme", "").split("|") if theme and theme != SKIPPED]


def best(catalogue: Catalogue, given: Given, own_words: Iterable[str], count: int) -> list[Fit]:
    """The options with the most points, three by three those that differ; what fits no subject comes last."""
    left = sorted(_scored(catalogue, given, tuple(own_words)), key=lambda fit: _order(fit, given))
    ordered: list[Fit] = []
    several, at_work = len(liked(given)) > 1, given.get("practice") == WORKPLACE
    while left and len(ordered) < count:
        shown = ordered[len(ordered) // TOGETHER * TOGETHER :]
        pick = min(left, key=lambda fit: (*_behind(fit, shown, at_work), -fit.points - _alike(fit, shown, several)))
        left = [fit for fit in left if fit.option.name != pick.option.name]
        ordered.append(pick)
    return ordered


def _behind(fit: Fit, shown: list[Fit], at_work: bool) -> tuple[bool, bool, bool, bool]:
    """What it stands behind, whatever its points: where learning at a workplace is wished (at_work), the last of three
    is dual when none was yet; no two of three do not simply follow; what fits comes first, and of that what follows."""
    needs_dual = at_work and len(shown) == TOGETHER - 1 and not any(other.practice for other in shown)
    second = fit.wide and any(other.wide for other in shown)
    return needs_dual and not fit.practice, second, not fit.fits, fit.wide


def _order(fit: Fit, given: Given) -> tuple[bool, int, int]:
    """At equal points the answers draw lots, so that it is not always the first of the alphabet."""
    answers = "|".join(given.get(kind, "") for kind in ("level", "theme", "practice"))
    return not fit.fits, -fit.points, crc32(f"{answers}|{fit.option.id}".encode())


def _alike(fit: Fit, shown: list[Fit], several: bool) -> int:
    """What is taken off for being like those already shown; below zero or zero. several: more subjects are liked"""
    less, option = table().variety, fit.option
    total = 0
    for other in shown:
        total += less["finality"] if option.finality and option.finality == other.option.finality else 0
        total += less["level"] if option.level == other.option.level else 0
        total += less["practice"] if option.theory_practice == other.option.theory_practice else 0
        total += less["like"] if several and fit.likes and fit.likes == other.likes else 0
    return total


def _scored(catalogue: Catalogue, given: Given, own_words: tuple[str, ...]) -> list[Fit]:
    stage = stage_of(given)
    options, _ = catalogue.search_options(OptionFilter(levels=tuple(stage.next)), 0, ALL)
    subjects = [_subject(catalogue, theme, tuple(stage.next)) for theme in liked(given)]
    found = [option for option in options if not _is_one_of(option, stage.never)]
    return [_fit(option, given, subjects, own_words) for option in found if stage.degree or not _after_degree(option)]


def _is_one_of(option: Option, words: tuple[str, ...]) -> bool:
    """Whether its finality is one of these, or one of them is in its name."""
    return option.finality in words or any(word in _folded(option.name) for word in words)


def _after_degree(option: Option) -> bool:
    return any(word in _folded(option.name) for word in table().after_degree)


@dataclass(frozen=True)
class Subject:
    """A liked theme: ids of the options about it and close to it, and what its name looks like in theirs."""

    theme: str
    about: frozenset[str]
    near: frozenset[str]
    stems: tuple[str, ...]


def _subject(catalogue: Catalogue, theme: str, levels: tuple[str, ...]) -> Subject:
    found, about = catalogue.theme(theme), around(theme)
    close = frozenset(id for other in about.near for id in _about(catalogue, other, about, levels))
    stems = tuple(stem.strip() for stem in found.keywords) if found else ()
    return Subject(theme, _about(catalogue, theme, about, levels), close, stems)


def _about(catalogue: Catalogue, theme: str, rules: Around, levels: tuple[str, ...]) -> frozenset[str]:
    """Ids of the options about a theme, but those that only share a word with it."""
    found, _ = catalogue.search_options(OptionFilter(levels=levels, theme=theme), 0, ALL)
    wrong = {*rules.not_, *around(theme).not_}
    return frozenset(option.id for option in found if not any(word in _folded(option.name) for word in wrong))


def _fit(option: Option, given: Given, subjects: list[Subject], own_words: tuple[str, ...]) -> Fit:
    likes = tuple(nth for nth, subject in enumerate(subjects) if option.id in subject.about)
    near = tuple(nth for nth, subject in enumerate(subjects) if option.id in subject.near - subject.about)
    said = _words_in(option, own_words)
    same, close = _practice(option, given)
    stage = stage_of(given)
    counts = {
        "like": len(likes),
        "in_name": sum(_in_name(option, subjects[nth]) for nth in likes),
        "called": sum(subjects[nth].theme in _folded(option.name) for nth in likes),
        "near": len(near),
        "own_word": len(said),
        "practice": same,
        "between": close,
        "workplace": _at_work(option, given),
        "dual_only": only_dual(option) and given.get("practice") != WORKPLACE,
        "official": option.stem_official.startswith("STEM"),
        "asks_more": _asks_more(option, own_words),
    }
    points = stage.next[option.level] + sum(table().points[name] * count for name, count in counts.items())
    wished = _at_work(option, given) if given.get("practice") == WORKPLACE else same
    return Fit(option, points, likes, near, said, wished, _is_one_of(option, stage.wide))


def _in_name(option: Option, subject: Subject) -> bool:
    return any(stem in _folded(option.name) for stem in (subject.theme, *subject.stems))


def _words_in(option: Option, own_words: tuple[str, ...]) -> tuple[str, ...]:
    content = words_of(_folded(" ".join((option.name, *option.keywords)))) if own_words else []
    return tuple(word for word in own_words if fold(word) in content)


def _practice(option: Option, given: Given) -> tuple[bool, bool]:
    """Whether theory and practice are as wished, and whether they come close."""
    wished = table().practice.get(given.get("practice", SKIPPED))
    kind = option.theory_practice
    return bool(wished and kind in wished.same), bool(wished and kind in wished.close)


def _at_work(option: Option, given: Given) -> bool:
    return given.get("practice") == WORKPLACE and option.dual == "yes"


def _asks_more(option: Option, own_words: tuple[str, ...]) -> bool:
    name = _folded(option.name)
    return any(word in name and word not in map(fold, own_words) for word in texts_of(COMMON).words["asks_more"])


def words_of_options(catalogue: Catalogue, words: Iterable[str]) -> tuple[str, ...]:
    """Those of these words that stand in the name or the content of a STEM option."""
    options, _ = catalogue.search_options(OptionFilter(), 0, ALL)
    known = {word for option in options for word in words_of(_folded(" ".join((option.name, *option.keywords))))}
    return tuple(word for word in words if fold(word) in known)
