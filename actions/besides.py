"""What a message tells beside its question, which then counts by itself: `data/besides.yml`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from actions.goals import table as goals
from actions.names import is_higher
from actions.patterns import SIGNS, ends, finds, whole
from actions.question import Mention, Question
from actions.texts import Strict
from study_catalogue import Catalogue
from study_catalogue.levels import GRADES
from study_catalogue.text import fold

BESIDE = "beside"  # in the context of a question: the topic of encouragement that was told beside it
GIRLS, NEXT = "enc_girls", "option_next"
CHOOSE = "help_choose"
GOAL = "goal"  # among what an ask needs: a job, or a study after secondary school


class Ask(Strict):
    """A topic, what must be named for it, and the words that ask for it."""

    to: str
    needs: tuple[str, ...]
    patterns: tuple[str, ...]


class Table(Strict):
    """`data/besides.yml`, which says what each part means."""

    speaks: tuple[str, ...]
    speaks_as: tuple[str, ...]
    kin: tuple[str, ...]
    others: tuple[str, ...]
    self: tuple[str, ...]
    same_work: tuple[str, ...]
    company: tuple[str, ...]
    theirs: tuple[str, ...]
    wants: tuple[str, ...]
    pupils: tuple[str, ...]
    choose_after: str
    choose: str
    girls: tuple[str, ...]
    not_girls: tuple[str, ...]
    taken_for: frozenset[str]
    asks: tuple[Ask, ...]


@lru_cache(maxsize=1)
def table() -> Table:
    return Table.of("besides.yml")


def without_besides(question: Question, catalogue: Catalogue) -> Question:
    """What is asked, where the message also tells who speaks or of the only girl; else the question itself."""
    if question.context.get("guide") or not question.text:
        return question
    if question.topic == GIRLS:
        return _of_a_girl(question, catalogue)
    question = _without_theirs(question)
    apart = _without_own_work(question)
    told = apart is not question or finds(table().pupils, fold(question.whole))
    if not told or question.topic not in table().taken_for:
        return question
    apart = _for_the_next_grade(apart)
    asked = _asked(apart, catalogue)
    return _about(asked, apart) if asked else apart


def _of_a_girl(question: Question, catalogue: Catalogue) -> Question:
    """The question that stands beside the remark; the encouragement follows as one."""
    text = fold(question.whole)
    asked = _asked(question, catalogue)
    if not asked or not finds(table().girls, text) or finds(table().not_girls, text):
        return question
    return _about(asked, replace(question, context={**question.context, BESIDE: GIRLS}))


def _without_own_work(question: Question) -> Question:
    """Without the work of who speaks, or of somebody at home, where the question is about another."""
    own = {mention.at: len(mention.text) for mention in _own_jobs(question)}
    if not own:
        return question
    spans = [(at, at + length) for at, length in own.items()]
    kept = (mention for mention in question.mentions if not any(low <= mention.at < high for low, high in spans))
    return replace(question, mentions=tuple(kept), readings=())


def _without_theirs(question: Question) -> Question:
    """ "Mijn vriendin doet verpleegkunde en ik iets met computers": what is named for her is not the speaker's."""
    text = question.whole.lower()
    if len(text) != len(question.whole) or question.topic not in table().taken_for or not finds(table().company, text):
        return question
    hit = whole(table().theirs).search(text)
    if hit is None or not finds(table().wants, text[hit.end() :]):
        return question
    kept = tuple(mention for mention in question.mentions if not hit.start() <= mention.at < hit.end())
    if len(kept) == len(question.mentions) or not any(mention.at >= hit.end() for mention in kept):
        return question
    own = tuple(row for row in question.readings if row[0] != CHOOSE)
    return replace(question, mentions=kept, readings=own)


def is_own_work(question: Question, job: Mention) -> bool:
    """ "Ik ben lasser en wil elektricien worden": the first of these."""
    clause = SIGNS.split(fold(question.whole[: max(job.at, 0)]))[-1].strip()
    return _is_spoken_as(clause)


def _is_spoken_as(clause: str) -> bool:
    """Whether the words before a job tell that it is the work of who speaks."""
    return ends(table().speaks, clause) or finds(table().speaks_as, clause)


def _own_jobs(question: Question) -> Iterator[Mention]:
    text = question.whole
    for job in question.named("job"):
        before, behind = fold(text[: max(job.at, 0)]), fold(text[job.at + len(job.text) :])
        if job.at < 0 or not job.text or finds(table().same_work, behind):
            continue
        clause, rest = SIGNS.split(before)[-1].strip(), f"{before} {behind}"
        speaks = _is_spoken_as(clause)
        at_home = ends(table().kin, clause)
        about = (*table().others, *table().self) if at_home else table().others
        if (speaks or at_home) and finds(about, rest if speaks else behind):
            yield job


def _about(topic: str, question: Question) -> Question:
    """ "In 4 Mechanica, wat kan in de derde graad": what comes after is asked of the lower one."""
    both = {mention.value for mention in question.named("level")} >= {*GRADES[-2:]}
    grade = GRADES[-1] if topic == NEXT and both else ""
    kept = (mention for mention in question.mentions if mention.kind != "level" or mention.value != grade)
    return replace(question, topic=topic, mentions=tuple(kept))


def _for_the_next_grade(question: Question) -> Question:
    """ "Leerlingen uit 2B kiezen voor het 3de": the grade that is chosen, not the one where they are."""
    levels = {mention.value for mention in question.named("level")}
    if question.named("option") or table().choose_after not in levels:
        return question
    text = fold(question.whole)
    said = (level for level, patterns in goals().levels.items() if finds(patterns, text))
    later = [mention.value for mention in question.named("level") if mention.value != table().choose_after]
    grade = next(iter((*later, *said)), table().choose)
    others = tuple(mention for mention in question.mentions if mention.kind != "level")
    return replace(question, mentions=(*others, Mention("level", grade)))


def _asked(question: Question, catalogue: Catalogue) -> str:
    """The topic that the words ask for; "" when they ask for none."""
    text, named = fold(question.whole), _kinds(question, catalogue)
    fits = (ask.to for ask in table().asks if named >= {*ask.needs} and finds(ask.patterns, text))
    return next(fits, "")


def _kinds(question: Question, catalogue: Catalogue) -> set[str]:
    """What is named; a study that shares its words with a job, or that comes after school, is a goal."""
    jobs = {mention.text for mention in question.named("job")}
    options = [mention for mention in question.named("option") if mention.text not in jobs]
    later = [mention for mention in options if is_higher(catalogue, mention.value)]
    here = {"option"} if len(options) > len(later) else set()
    goal = {GOAL} if jobs or later else set()
    return {*(mention.kind for mention in question.mentions if mention.kind != "option"), *here, *goal}
