"""What somebody names instead of a study or a job, a thing or a workplace: `data/interests.yml`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from actions.lists import words_of
from actions.patterns import finds, finds_of, whole
from actions.question import EXCLUDED, Mention, Question
from actions.subjects import around
from actions.texts import Strict
from study_catalogue import Catalogue
from study_catalogue.records import Job, Option, OptionFilter
from study_catalogue.text import fold

TOPIC, SEARCH, STUDIES_FOR = "sector_info", "option_search", "option_for_job"
JOBS, OPTIONS, ALL = 4, 4, 1000
OUTSIDE = ("out_of_scope", "nonsense")
OLDEST = 19  # who is older and wants other work reads of the ways for adults
SHORT = 5  # words
BEFORE = 3  # words before a name in which it is taken away
_CLAUSE = re.compile(r"[,.;:!?]|\b(?:maar|en|of)\b")


class Thing(Strict):
    """A thing within a subject, and the jobs (canonical names) and options (ids) that come near it."""

    theme: str
    label: str = ""  # where its id is no word
    words: tuple[str, ...]
    jobs: tuple[str, ...] = ()
    options: tuple[str, ...] = ()


class Table(Strict):
    things: dict[str, Thing]
    taken_for: frozenset[str]
    taken_for_short: frozenset[str]
    taken_for_alone: frozenset[str]
    taken_for_firm: frozenset[str]
    firm: tuple[str, ...]
    firm_asks: tuple[str, ...]
    not_firm: tuple[str, ...]
    wishes: tuple[str, ...]
    works: tuple[str, ...]
    studies: tuple[str, ...]
    studied: tuple[str, ...]
    becomes: tuple[str, ...]
    never: tuple[str, ...]
    own: frozenset[str]
    points: tuple[str, ...]
    outside: frozenset[str]
    broad: tuple[str, ...]
    denied: frozenset[str]
    that_i: tuple[str, ...]


@lru_cache(maxsize=1)
def table() -> Table:
    return Table.of("interests.yml")


@dataclass(frozen=True)
class Interest:
    """A theme id; the id of the thing within it, "" when only the subject is known; and the user's words for it."""

    theme: str
    thing: str = ""
    words: str = ""

    @property
    def label(self) -> str:
        """What the thing is called, "" for a subject."""
        return (table().things[self.thing].label or self.thing) if self.thing else ""

    @property
    def jobs(self) -> tuple[str, ...]:
        return table().things[self.thing].jobs if self.thing else around(self.theme).jobs

    @property
    def options(self) -> tuple[str, ...]:
        return table().things[self.thing].options if self.thing else around(self.theme).options


def interest_of(question: Question) -> Interest | None:
    """The first thing in the message that its subject does not contradict, else the subject that was understood."""
    themes = question.named("theme")
    named = {mention.value for mention in themes}
    carried = [mention.value for mention in question.named("thing") if mention.value in table().things]
    if carried:
        return Interest(table().things[carried[0]].theme, carried[0])
    found = [row for row in things_in(question.text) if not named or row.theme in named]
    if found:
        return found[0]
    return Interest(themes[0].value, words=themes[0].text) if themes else None


def things_in(text: str) -> list[Interest]:
    """In the order of the message, but for what it takes away or what belongs to somebody."""
    return _things(text, _is_away)


def thing_theme(thing: str) -> str:
    """The subject in which a thing lies, "" for none."""
    return table().things[thing].theme if thing in table().things else ""


def _things(text: str, is_away: Callable[[str], bool] = lambda _: False) -> list[Interest]:
    """The same; is_away: whether the words before a thing take it away."""
    said = next((written for written in _spellings(text) if any(_hits(written))), "")
    found = sorted(_hits(said), key=lambda row: (row[0], -row[1]))
    kept = [row for row in found if not is_away(said[: row[0]])]
    return [Interest(table().things[name].theme, name, said[start:end]) for start, end, name in kept]


def _spellings(text: str) -> tuple[str, str]:
    """As written, and with the n that Flemish leaves out: "mee treine"."""
    folded = whole(table().that_i).sub(lambda hit: re.sub(r"\bdak\b", "dat", hit[0]), fold(text))
    return folded, re.sub(r"(\w{3}e)\b", r"\1n", folded)


def _hits(text: str) -> Iterator[tuple[int, int, str]]:
    for name, thing in table().things.items():
        for hit in whole(thing.words).finditer(text):
            yield hit.start(), hit.end(), name


def _is_away(before: str) -> bool:
    """ "Geen verpleegster", "mijn computer"."""
    return _takes_away(before) or bool({*words_of(_CLAUSE.split(before)[-1])[-1:]} & table().own)


def _takes_away(before: str) -> bool:
    """Whether the words before a name deny it, in the same clause."""
    return bool({*words_of(_CLAUSE.split(before)[-1])[-BEFORE:]} & table().denied)


def denied_jobs(question: Question) -> tuple[Mention, ...]:
    """The jobs that the message takes away: "maar geen verpleegster"."""
    return tuple(mention for mention in question.named("job") if _is_denied(question.text, mention.text))


def _only_denies(question: Question) -> bool:
    jobs = question.named("job")
    return bool(jobs) and jobs == denied_jobs(question)


def jobs_away(question: Question, catalogue: Catalogue) -> set[str]:
    """Names of the jobs that are denied, also where a word for one stands for its subject: "geen dierenarts"."""
    words = (mention.text for mention in question.named(EXCLUDED))
    named = {job.name for word in words if word and (job := catalogue.job(word))}
    return named | {mention.value for mention in denied_jobs(question)}


def _is_denied(text: str, name: str) -> bool:
    said, words = fold(text), fold(name)
    return bool(words) and words in said and _takes_away(said.partition(words)[0])


def is_strange(question: Question, interest: Interest) -> bool:
    """Whether a name that we do not know stands beside the thing: "kloeper in de energie"."""
    unknown = [fold(mention.text or mention.value) for mention in question.named("unknown")]
    thing = interest.words if interest.thing else ""
    return any(not thing or (words not in thing and thing not in words) for words in unknown)


def points_back(question: Question) -> bool:
    """ "Is dat werk met machines": about what is in hand."""
    return finds(table().points, fold(question.text)) and not finds(table().wishes, fold(question.text))


def jobs_near(catalogue: Catalogue, interest: Interest, question: Question) -> list[Job]:
    """Those that were named as near, but for one that the message takes away; of a subject those of the bottleneck
    list come behind."""
    near = [job for name in interest.jobs if (job := catalogue.job(name))]
    listed = [] if interest.thing else catalogue.bottlenecks(interest.theme, 0, JOBS)[0]
    away = jobs_away(question, catalogue)
    return [job for job in dict.fromkeys([*near, *listed]) if job.name not in away][:JOBS]


def options_near(catalogue: Catalogue, interest: Interest, levels: tuple[str, ...] = ()) -> list[Option]:
    """Those that were named as near, else those of the subject. Of these levels when some are given: then also those
    of a subject close to it, else what leaves everything open."""
    known = (option for id in interest.options if (option := catalogue.option(id)))
    near = [option for option in known if not option.ended and option.level in (levels or (option.level,))]
    if near:
        names = [option.name for option in near]
        return [option for nth, option in enumerate(near) if option.name not in names[:nth]]  # of a name the first
    subjects = (interest.theme, *(around(interest.theme).near if levels else ()))
    found = filter(None, (_about(catalogue, theme, levels) for theme in subjects))
    return next(found, [option for id in table().broad if (option := catalogue.option(id)) and option.level in levels])


def _about(catalogue: Catalogue, theme: str, levels: tuple[str, ...]) -> list[Option]:
    """The first of a subject, but for those that only share a word with it."""
    rules = around(theme)
    found, _ = catalogue.search_options(OptionFilter(levels, theme=theme, first=rules.options), 0, ALL)
    return [option for option in found if not any(word in fold(option.name) for word in rules.not_)][:OPTIONS]


def as_interest(question: Question) -> Question:
    """A wish for a thing or a workplace that was taken for something else; the question itself for any other."""
    text = fold(question.text)
    if question.context.get("guide") or not text:
        return question
    firm = _of_a_firm(question)
    if firm:
        said = question.without("unknown", "outside")
        return about_interest(replace(question, mentions=said), firm, STUDIES_FOR)
    denies = question.topic == STUDIES_FOR and _only_denies(question)
    if not (denies or _may_be_one(question, text)):
        return question
    interest = interest_of(question)
    if denies and interest:
        return about_interest(question, interest, TOPIC)
    if any(_is_apart(mention, interest) and mention not in denied_jobs(question) for mention in question.named("job")):
        return _to_the_job(question, text, interest)
    if interest is None or _is_not_meant(question, interest):
        return question
    works = finds(table().works, text) and not finds(table().studies, text)
    likeliest = question.readings[0][0] if question.readings else ""
    topic = STUDIES_FOR if asks_for_studies(question, likeliest) else TOPIC if works else SEARCH
    return about_interest(question, interest, topic)


def _of_a_firm(question: Question) -> Interest | None:
    """The trade of a business that somebody would take over, or helps in, and asks what to study for."""
    read, text = table(), fold(question.whole)
    taken = question.topic in read.taken_for | read.taken_for_firm and not finds(read.not_firm, text)
    if not taken or _is_grown(question) or not (finds(read.firm, text) and finds(read.firm_asks, text)):
        return None
    found = next((row for row in _things(text) if row.theme not in read.outside), None)
    return None if found and any(_is_apart(job, found) for job in question.named("job")) else found


def asks_for_studies(question: Question, topic: str) -> bool:
    """ "Welke richting voor windmolens": understood as a question for studies, and with a word for them."""
    return topic == STUDIES_FOR and finds((*table().studies, *table().studied), fold(question.text))


def _is_not_meant(question: Question, interest: Interest) -> bool:
    """It belongs to somebody, stands beside a name we do not know, or lies outside of what we know."""
    text, words = fold(question.text), fold(interest.words)
    away = bool(words) and words in text and _is_away(text.partition(words)[0])
    return away or is_strange(question, interest) or _is_outside(question, interest) or _has_a_study(question, words)


def _has_a_study(question: Question, words: str) -> bool:
    """ "Kan ik met Latijn iets met windmolens doen" asks about Latin; with a year it tells where somebody is."""
    subjects = [words, *(fold(mention.text) for mention in question.named("theme"))]
    named = (fold(mention.text) for mention in question.named("option"))
    apart = (name and not any(name in said or said in name for said in subjects if said) for name in named)
    return not question.named("level") and any(apart)


def _is_outside(question: Question, interest: Interest) -> bool:
    """Taken for something outside of what we know, and of a subject that mostly is."""
    return question.topic in OUTSIDE and interest.theme in table().outside


def is_called(text: str, words: str) -> bool:
    """ "Windmolenmonteur worden": the words are meant as the name of a job."""
    return bool(words) and finds_of(
        ("{words} (?:te )?(?:{becomes})",), fold(text), words=re.escape(words), becomes="|".join(table().becomes)
    )


def about_interest(question: Question, interest: Interest, topic: str) -> Question:
    """The question about this: the subject of what was named comes first, and what was denied is gone."""
    others = tuple(m for m in question.mentions if m.value != interest.theme and m.kind not in ("option", "job"))
    named = (m for m in question.named("theme") if m.value == interest.theme and m.at >= 0 and m.text)
    first = next(named, Mention("theme", interest.theme, interest.words))
    return replace(question, topic=topic, mentions=(first, *others, *denied_jobs(question)))


def _may_be_one(question: Question, text: str) -> bool:
    read = table()
    alone = not any(map(question.named, ("place", "age", "focus"))) and not question.context.get("place")
    short = len(words_of(text)) <= SHORT
    taken = question.topic in read.taken_for | (read.taken_for_alone if alone else frozenset())
    taken = taken or (short and question.topic in read.taken_for_short)
    elsewhere = any(map(question.named, ("outside", "postal_code"))) or _is_grown(question)
    return taken and not elsewhere and finds(read.wishes, text) and not finds(read.never, text)


def _is_grown(question: Question) -> bool:
    ages = [mention.value for mention in question.named("age")] or [str(question.context.get("age") or "")]
    return any(age.isdigit() and int(age) > OLDEST for age in ages)


def _is_apart(job: Mention, interest: Interest | None) -> bool:
    """The job is named in other words than the thing: not "uitvinder"."""
    thing, words = interest.words if interest and interest.thing else "", fold(job.text)
    return not thing or not (thing in words or words in thing)


def _to_the_job(question: Question, text: str, interest: Interest | None) -> Question:
    """ "Ik wil uitvinder worden", where that was one of the readings; "lasser, of iets met treinen"."""
    likely = STUDIES_FOR in [topic for topic, _ in question.readings] and finds(table().becomes, text)
    beside = bool(interest and interest.thing)
    return replace(question, topic=STUDIES_FOR) if likely or beside else question
