"""Messages that only tell who is asking: the guided talk starts with what was told, in the user's own words."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from actions.about import about_the_named
from actions.classes import year_of_class
from actions.hearing import answers_in, level_of_option, lexicon
from actions.names import studies_named
from actions.others import without_others
from actions.patterns import finds, whole
from actions.question import Mention, Question
from actions.registry import TOLD
from actions.rows import title_of
from actions.texts import Strict, texts_of
from study_catalogue import Catalogue
from study_catalogue.levels import GRADES
from study_catalogue.text import fold

TOPIC = "help_choose"
JOB = "option_for_job"
CLASS = re.compile(r"\d ?[ab]")  # "2a", which is written "2A"
SCHOOL_YEARS = {"jaar-1", "jaar-1a", "jaar-1b", "so-1a", "so-1b", "so-7", *GRADES}
GROWN_UP = 22  # years: at school no longer
KEPT = ("age", "finality", "place")  # slots for other topics


class Youngest(Strict):
    up_to: int
    level: str


class Table(Strict):
    """`data/telling.yml`, which says what each part means."""

    topics: tuple[str, ...]
    only_with_more: tuple[str, ...]
    about: tuple[str, ...]
    about_others: tuple[str, ...]
    asks: tuple[str, ...]
    chooses: tuple[str, ...]
    doubts: tuple[str, ...]
    job_in: tuple[str, ...]
    becomes: tuple[str, ...]
    supposes: tuple[str, ...]
    oldest: int
    youngest: Youngest
    year: tuple[str, ...]
    bare_year: str
    studies_in: str
    adult: tuple[str, ...]
    pupil_asks: str
    adult_words: tuple[str, ...]


@lru_cache(maxsize=1)
def table() -> Table:
    return Table.of("telling.yml")


def as_told(question: Question, catalogue: Catalogue) -> Question:
    """The question, or what it is when somebody only tells of himself, or is no adult though taken for one."""
    if question.context.get("guide") or not question.text or _supposes(question):
        return question
    whole = replace(question, text=question.whole)
    own = without_others(whole)
    heard = _heard(own, catalogue)
    if heard is own:
        return question
    if TOLD in heard.context or (heard.topic == TOPIC and own is not whole):
        return heard
    # elsewhere nothing told besides counts
    return replace(heard, text=question.text, mentions=question.mentions)


def _supposes(question: Question) -> bool:
    """ "En als ik eerst latijn afmaak": goes on about what was said, and tells nothing new."""
    return bool(question.context.get("subject")) and finds(table().supposes, fold(question.text))


def _heard(question: Question, catalogue: Catalogue) -> Question:
    """The same of a whole message, what somebody tells besides included."""
    text = fold(question.text)
    if _has_a_goal(question, catalogue, text):
        return replace(question, topic=JOB)
    choosing, tells = _asks_to_choose(question), _only_tells(question, text)
    if choosing or (tells and question.topic in table().topics):
        asked = choosing and not tells
        given = _given(question, catalogue)
        words = _in_own_words(question, catalogue, text, given)
        if words and _is_enough(question, given):
            told = {"given": given, "words": words, "keep": _kept(question), "asked": asked}
            return replace(question, topic=TOPIC, context={**question.context, TOLD: told})
    return replace(question, topic=TOPIC) if choosing else _no_adult(question, catalogue, text)


def _has_a_goal(question: Question, catalogue: Catalogue, text: str) -> bool:
    """A job or a study to reach and where somebody is, though it was not understood as a whole: "architect, zit in 2A",
    "wil ingenieur worden, zit in dubbele finaliteit"."""
    becomes = finds(table().becomes, text)
    goal = question.named("job") or (becomes and studies_named(question, catalogue))
    there = _year(text) or (becomes and question.named("finality"))
    return question.topic in table().job_in and bool(goal) and bool(there)


def _asks_to_choose(question: Question) -> bool:
    """The talk is asked for, or most likely so."""
    doubted = question.topic == "clarify" and not _asks_about_it(question)
    likely = [topic for topic, _ in question.readings[:1]] if doubted else []
    return TOPIC in (question.topic, *likely) and not question.context.get("follow_up")


def _asks_about_it(question: Question) -> bool:
    """ "Ik zit in 2B en werk graag met hout. Wat kan ik volgen?" is about what is named, not what to choose."""
    text, readings = fold(question.text), [topic for topic, _ in question.readings]
    asks = finds(table().asks, text) and not finds(table().chooses, text)
    return asks and TOPIC not in about_the_named(question, readings)


def _only_tells(question: Question, text: str) -> bool:
    read = table()
    return (
        question.role in ("pupil", "parent", "")
        and "?" not in question.text
        and finds(read.about, text)
        and not finds((*read.about_others, *read.asks), text)
        and not any(map(question.named, ("job", "unknown", "outside", "dual", "focus", "postal_code")))
        and all(age <= read.oldest for age in question.ages)
        and (finds(read.doubts, text) or not _is_near(question))
    )


def _is_near(question: Question) -> bool:
    """A subject and a place: that is looked for near there."""
    return bool(question.named("place") and question.named("theme"))


def _is_enough(question: Question, given: dict[str, str]) -> bool:
    """Who says to be a parent and no more is welcomed as one; a word about school may be the subject itself."""
    more = bool(given.get("theme") or given.get("level"))
    if question.topic in table().only_with_more:
        return more
    roles = texts_of("audience").words["parent"]
    return (more and not question.introduced) or not any(
        word in roles for word in re.findall(r"\w+", fold(question.text))
    )


def _given(question: Question, catalogue: Catalogue) -> dict[str, str]:
    """Answers to the questions of the talk; a subject only where the message says that it is liked."""
    found = answers_in(replace(question, topic=TOPIC), catalogue)
    if not finds(lexicon().likes_said, fold(question.text)):
        found = {name: value for name, value in found.items() if "theme" not in name}
    in_option = replace(question, mentions=tuple(_options(question)))
    if finds(table().about_others, fold(question.text)) and found.get("level") not in SCHOOL_YEARS:
        found.pop("level", None)  # "mijn papa is werkloos" is not about the pupil
    level = found.get("level") or level_of_option(in_option, catalogue) or _level_of_age(question)
    return {**found, **({"level": level} if level in SCHOOL_YEARS else {})}


def _level_of_age(question: Question) -> str:
    sure = table().youngest
    ages = question.ages  # of several children we do not know which is meant
    return sure.level if ages and max(ages) <= sure.up_to else ""


def _in_own_words(question: Question, catalogue: Catalogue, text: str, given: dict[str, str]) -> str:
    """ "13 jaar, 2de middelbaar, bouwen": what is said back."""
    options = [title_of(catalogue, "option", mention.value) for mention in _options(question)[:1]]
    names = [mention.text for kind in ("finality", "place") for mention in question.named(kind)[:1]]
    said = [given[name] for name in ("said_theme", "said_practice") if given.get(name)]
    ages = [f"{age} jaar" for age in question.ages[:1]]
    year = (_year_of_class(question) or _year(text)) if given.get("level") else ""
    likes = [_with_graag(part, text) for words in said for part in words.split("|")]
    parts = (*ages, year, *names, *options, *likes)
    said = list(dict.fromkeys(part for part in parts if part))
    return ", ".join(part for part in said if not any(part != other and part in other for other in said))


def _with_graag(word: str, text: str) -> str:
    """ "Teken graag" of "ik teken graag"; "tekenen" of "ik hou van tekenen"."""
    return f"{word} graag" if f"{fold(word)} graag" in text else word


def _options(question: Question) -> list[Mention]:
    """What is named as an option and nothing else: "bouw" in "ik bouw graag" is a subject."""
    subjects = {mention.text for kind in ("theme", "level") for mention in question.named(kind)}
    in_it = whole((table().studies_in,)).search(fold(question.text))
    here = in_it[1] if in_it else ""  # "ik zit in 4 elektriciteit": that is a study
    named = [mention for mention in question.named("option") if not CLASS.fullmatch(fold(mention.text))]
    return [mention for mention in named if mention.text not in subjects or (here and fold(mention.text) == here)]


def _year(text: str) -> str:
    found = next((hit for pattern in table().year if (hit := whole((pattern,)).search(text))), None)
    words = re.sub(r"^(?:het|de|t) ", "", found[0]) if found else ""
    if CLASS.fullmatch(words):
        return words.upper()
    return _as_ordinal(words) if words and re.fullmatch(table().bare_year, words) else words


def _year_of_class(question: Question) -> str:
    year = year_of_class(question)
    return _as_ordinal(year) if year else ""


def _as_ordinal(words: str) -> str:
    """ "4" is no age: "4de jaar"."""
    number = words.strip()
    return f"{number}{'ste' if number == '1' else 'de'} jaar" if number.isdigit() else f"{words} jaar"


def _kept(question: Question) -> dict[str, str]:
    kept = (*_options(question), *(mention for mention in question.mentions if mention.kind in KEPT))
    return {mention.kind: mention.value for mention in kept if not mention.candidates}


def _no_adult(question: Question, catalogue: Catalogue, text: str) -> Question:
    """Adults are only those who say so: who names a year of school asks about changing it."""
    read = table()
    if (
        question.topic not in (*read.adult, "clarify")
        or finds(read.adult_words, text)
        or not _at_school(question, text)
    ):
        return question
    if question.topic == "clarify":
        left = tuple(row for row in question.readings if texts_of(row[0]).area != "adults")
        return replace(question, readings=left)
    told = _given(question, catalogue)
    return replace(question, topic=read.pupil_asks if _year(text) or told.get("level") else TOPIC)


def _at_school(question: Question, text: str) -> bool:
    """The message, or the talk before it, says so."""
    ages = question.ages or [int(age) for age in [str(question.context.get("age") or "")] if age.isdigit()]
    if question.audience == "pupil" and any(age >= GROWN_UP for age in ages):
        return False  # "47, huisvrouw 15 jaar", "26 en gestopt in het vijfde"
    young = any(age < table().oldest for age in ages)
    return young or bool(_year(text)) or question.context.get("level") in SCHOOL_YEARS
