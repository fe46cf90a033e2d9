"""Searches for studies in words that name something else besides: a level, a study, an academy (data/searches.yml)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import lru_cache

from actions.follow_ups import table as follow_ups
from actions.lists import rows_listed, words_of
from actions.patterns import finds, finds_of, plain
from actions.question import EXCLUDED, Mention, Question, of_choice
from actions.search import STEM, is_official
from actions.texts import Strict
from actions.worded import BEHIND
from study_catalogue import Catalogue
from study_catalogue.levels import AFTER_SCHOOL
from study_catalogue.text import fold

SEARCH, DUAL, WHERE, FOR_JOB = "option_search", "option_dual", "option_where", "option_for_job"
LISTS = (SEARCH, DUAL, "sector_info")
AT_SCHOOL = ("so-2", "so-3")
OF_AGE = 18  # years
STEM_OF = 5  # letters that "theoretisch" and "theorie", "praktisch" and "praktijk" share
READ_IN = 22  # letters of the message behind which such words stand
NO_NAMES = ("job", "unknown", "outside")
BOUND = ("option", "job", "place", "outside")  # a message about one of these looks for no studies at large
DIPLOMAS, IN_THE_AREA = "after_secondary/answer", "option_dual/in_the_area"  # said behind a list


class Table(Strict):
    """`data/searches.yml`, which says what each part means."""

    leads_on: tuple[str, ...]
    asks: tuple[str, ...]
    leads_on_not: tuple[str, ...]
    leads_on_taken_for: frozenset[str]
    less: dict[str, tuple[str, ...]]
    too_much: tuple[str, ...]
    of_list: tuple[str, ...]
    else_wanted: tuple[str, ...]
    practice_words: dict[str, tuple[str, ...]]
    after_school: tuple[str, ...]
    dual_subject: tuple[str, ...]
    dual_own: tuple[str, ...]
    academies: frozenset[str]
    drops: tuple[str, ...]
    filters: dict[str, tuple[str, ...]]
    of_level: tuple[str, ...]
    of_level_not: tuple[str, ...]
    of_level_taken_for: frozenset[str]
    rather: tuple[str, ...]
    rather_taken_for: frozenset[str]
    without_it: tuple[str, ...]
    without_it_not: tuple[str, ...]
    without_it_taken_for: frozenset[str]


@lru_cache(maxsize=1)
def table() -> Table:
    return Table.of("searches.yml")


def as_searched(question: Question, _: Catalogue) -> Question:
    """The question as a search, or as one without a filter; the question itself when it is no such."""
    if question.context.get("guide") or not question.text:
        return question
    made = (reader(question, fold(question.whole)) for reader in _READERS)
    return next((other for other in made if other is not question), question)


def with_less(question: Question) -> Question:
    """ "Niet te veel theorie" leaves out what is mostly theory; it does not ask for what is mostly practice.

    "Das allemaal arbeidsmarkt, ik wil doorstroom" leaves a finality out.
    """
    text = fold(question.whole)
    searches = not {question.topic, rows_listed(question).get("topic")}.isdisjoint(LISTS)
    if not text or not searches or question.context.get("guide"):
        return question
    return _with_less_practice(_without_finalities(question, text), text)


def _with_less_practice(question: Question, text: str) -> Question:
    words = table().practice_words
    less = {value for value, patterns in table().less.items() if finds(patterns, text)}
    less |= {value for value in words if _is_complaint(question, "|".join(words[value]), text)}
    if len(less) != 1:
        return question
    value = less.pop()
    named = question.named("practice")
    gone = [m for m in named if m.value == value or _is_opposite(question, m, value)]
    if len(gone) < len(named):
        return replace(question, mentions=tuple(m for m in question.mentions if m.value != value or m not in gone))
    return replace(question, mentions=(*question.without("practice"), Mention(EXCLUDED, f"practice:{value}")))


def _without_finalities(question: Question, text: str) -> Question:
    named = question.named("finality")
    gone = [m for m in named if m.text and _is_complaint(question, rf"{plain(m.text)}\w*", text)]
    if not gone:
        return question
    out = (Mention(EXCLUDED, f"finality:{m.value}", m.text, at=m.at) for m in gone)
    return replace(question, mentions=(*(m for m in question.mentions if m not in gone), *out))


def _is_complaint(question: Question, what: str, text: str) -> bool:
    """Whether there is too much of it for who writes."""
    if finds_of(table().too_much, text, what=f"(?:{what})"):
        return True
    listed = rows_listed(question).get("topic") in LISTS and finds(table().else_wanted, text)
    return listed and finds_of(table().of_list, text, what=f"(?:{what})")


def _is_opposite(question: Question, mention: Mention, value: str) -> bool:
    """Whether it was read in the words that leave this out: "praktisch" in "minder theorie"."""
    there = question.whole[mention.at : mention.at + READ_IN].partition(",")[0] if mention.at >= 0 else ""
    return value[:STEM_OF] in fold(f"{mention.text} {there}")


def _leads_on(question: Question, text: str) -> Question:
    """ "Iets met hout dat nog naar de hogeschool kan": of the subject, at school, what leaves a bachelor open."""
    read, themes = table(), question.named("theme")
    taken = question.topic in follow_ups().loose | read.leads_on_taken_for
    said = finds(read.leads_on, text) and finds(read.asks, text) and not finds(read.leads_on_not, text)
    if not (themes and taken and said) or _is_own(question, themes) or _is_in_last_year(question):
        return question
    levels = tuple(m for m in question.named("level") if m.value not in AFTER_SCHOOL) or _at_school()
    levels = tuple(Mention("level", "so-2") if level.value == "so-1" else level for level in levels)
    others = question.without("option", "level", "unknown", "practice")
    mentions = (*others, *levels, Mention(EXCLUDED, "finality:arbeidsmarkt"))
    return _as(question, SEARCH, mentions, DIPLOMAS)


def _at_school() -> tuple[Mention, ...]:
    return tuple(Mention("level", level) for level in AT_SCHOOL)


def _is_own(question: Question, themes: Iterable[Mention]) -> bool:
    """A job, or a study with a name that is no subject's."""
    texts, places = {theme.text for theme in themes}, {theme.at for theme in themes if theme.at >= 0}
    own = (option for option in question.named("option") if option.text not in texts and option.at not in places)
    return bool(question.named("job")) or any(own)


def _is_in_last_year(question: Question) -> bool:
    return any(
        level.value in ("so-3", "so-7") and level.basis in ("last", "after") for level in question.named("level")
    )


def _dual(question: Question, text: str) -> Question:
    """What is dual is at no academy; "duale richtingen in de bouw" are about building, not about the study Bouw."""
    if not question.named("dual"):
        return question
    readings = tuple(pair for pair in question.readings if pair[0] not in table().academies)
    at_academy = question.topic in table().academies or len(readings) < len(question.readings)
    dual = at_academy or DUAL in (question.topic, *(name for name, _ in readings))
    if not dual:
        return question
    if _is_subject(question, text):
        named = (*question.without("option", "unknown"), *_levels_of_age(question))
        return _as(question, DUAL, named, IN_THE_AREA if question.named("place") else "")
    if not at_academy:
        return question
    if question.named("job"):
        return _as(question, FOR_JOB, question.mentions, IN_THE_AREA if question.named("place") else "")
    return replace(question, topic=_of_others(question, readings), readings=readings)


def _of_others(question: Question, readings: tuple[tuple[str, float], ...]) -> str:
    if question.named("option"):
        return WHERE if question.named("place") else DUAL
    return question.topic if readings and question.topic == "clarify" else "dual_entry"


def _levels_of_age(question: Question) -> tuple[Mention, ...]:
    """Who is under age is at school."""
    young = bool(question.ages) and max(question.ages) < OF_AGE and not question.named("level")
    return _at_school() if young else ()


def _is_subject(question: Question, text: str) -> bool:
    """A subject is named, and the study of that name is not meant."""
    themes = [theme for theme in question.named("theme") if theme.text]
    if not themes or any(map(question.named, NO_NAMES)) or _is_own(question, themes):
        return False
    names = [theme.text for theme in themes]
    return _finds_of(table().dual_subject, names, text) and not _finds_of(table().dual_own, names, text)


def _finds_of(patterns: Iterable[str], names: Iterable[str], text: str) -> bool:
    return any(finds_of(patterns, text, name=plain(name)) for name in names)


def _drops(question: Question, text: str) -> Question:
    """ "Laat de praktijk weg": the list again, without that filter."""
    listing = rows_listed(question)
    if listing.get("topic") not in LISTS:
        return question
    filters = dict(listing["filters"])
    words = {kind: (*known, *_subjects(question, kind)) for kind, known in table().filters.items()}
    gone = [kind for kind in words if _is_a_filter(kind, filters) and _is_dropped(words[kind], text)]
    if len(gone) != 1:
        return question
    kept = {kind: value for kind, value in filters.items() if kind not in (gone[0], *_with(gone[0]))}
    kept[EXCLUDED] = "|".join(v for v in filters.get(EXCLUDED, "").split("|") if not v.startswith(f"{gone[0]}:"))
    mentions = tuple(of_choice(kind, value) for kind, value in kept.items() if value)
    return replace(question, topic=SEARCH, text="", told="", mentions=mentions, readings=())


def _of_all(question: Question, text: str) -> Question:
    """ "Die 25, welke daarvan kunnen duaal": of all that was found, not only of the rows shown."""
    listing = rows_listed(question)
    long = listing.get("topic") in LISTS and listing["total"] > len(listing["shown"])
    if not (long and question.named("dual") and str(listing["total"]) in words_of(text)):
        return question
    filters = dict(listing["filters"])
    if is_official(filters):
        filters[STEM] = "said"
    mentions = tuple(of_choice(kind, value) for kind, value in {**filters, "dual": "yes"}.items())
    return replace(question, topic=SEARCH, text="", told="", mentions=mentions, readings=())


def _with(kind: str) -> tuple[str, ...]:
    """What goes along with a filter."""
    return ("thing",) if kind == "theme" else ()


def _subjects(question: Question, kind: str) -> tuple[str, ...]:
    return tuple(plain(theme.text) for theme in question.named("theme") if kind == "theme" and theme.text)


def _is_a_filter(kind: str, filters: dict[str, str]) -> bool:
    return bool(filters.get(kind)) or f"{kind}:" in filters.get(EXCLUDED, "")


def _is_dropped(words: Iterable[str], text: str) -> bool:
    return finds_of(table().drops, text, what=f"(?:{'|'.join(words)})")


def _of_level(question: Question, text: str) -> Question:
    """ "Een graduaat of een zevende jaar in interieur": what there is of a subject, not what such a year is."""
    levels, themes = question.named("level"), [theme for theme in question.named("theme") if theme.text]
    taken = question.topic in table().of_level_taken_for and themes and levels
    if not taken or any(map(question.named, NO_NAMES)) or _is_own(question, (*themes, *levels)):
        return question
    against = _finds_of(table().of_level_not, [theme.text for theme in themes], text)
    if against or not finds(table().of_level, text) or any(level.basis != "name" for level in levels):
        return question
    return _as(question, SEARCH, question.without("option"), "")


def _rather(question: Question, text: str) -> Question:
    """ "Geen lassen, wel metaal" is a search, whatever else was read in it."""
    wanted = question.named("theme") and question.named(EXCLUDED)
    taken = question.topic in follow_ups().loose | table().rather_taken_for
    if not (wanted and taken and finds(table().rather, text)) or any(map(question.named, ("job", "place", "age"))):
        return question
    return _as(question, SEARCH, question.without("option", "unknown"), "")


def _without_it(question: Question, text: str) -> Question:
    """ "Hij haat wiskunde, bestaat er een richting met minder": a search for what is left."""
    against = any(mention.value.startswith("theme:") for mention in question.named(EXCLUDED))
    taken = question.topic in follow_ups().loose | table().without_it_taken_for
    meant = finds(table().without_it, text) and not finds(table().without_it_not, text)
    if not (against and taken and meant) or any(map(question.named, BOUND)):
        return question
    return _as(question, SEARCH, question.mentions, "")


def _after_school(question: Question, text: str) -> Question:
    """ "Zonder veel theorie, na het secundair": the levels that come after it."""
    known = question.topic == SEARCH and not question.named("level")
    if not known or not finds(table().after_school, text):
        return question
    return replace(question, mentions=(*question.mentions, Mention("level", "so-3", basis="last")))


def _as(question: Question, topic: str, mentions: tuple[Mention, ...], behind: str) -> Question:
    return replace(question, topic=topic, mentions=mentions, readings=(), context={**question.context, BEHIND: behind})


_READERS: tuple[Callable[[Question, str], Question], ...] = (
    _of_all,
    _drops,
    _leads_on,
    _dual,
    _of_level,
    _rather,
    _without_it,
    _after_school,
)
