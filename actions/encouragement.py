"""Which encouragement stands beside an answer, if any (docs/encouragement.md). It changes nothing of the answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from actions.ages import is_grown_up
from actions.answer import Answer, Nudge
from actions.besides import BESIDE
from actions.entries import Entry, all_entries, all_groups
from actions.lists import holds
from actions.nudges import SLOT, Kept
from actions.question import Question
from actions.reply import Reply, is_old
from actions.texts import COMMON
from study_catalogue import Catalogue, Source
from study_catalogue.levels import HIGHER

MOST = 2  # in a conversation
ADULTS = "volwassenen"  # the level of those who left school: these entries are not for them

OLDER = ("so-3", "so-7", "bachelor", *HIGHER)  # levels of who is past the age of clubs for children


def encouraged(question: Question, answer: Answer, catalogue: Catalogue) -> Answer:
    """The answer with the entry that goes with it, and what the conversation keeps of that."""
    if SLOT in answer.remember:  # wiped or begun anew
        return answer
    kept = _heard(question, answer)
    entry = choose(question, answer, kept, catalogue)
    if entry:
        kept = replace(kept, given={**kept.given, answer.topic: entry.id})
        answer = replace(answer, nudge=nudge_of(entry, question, catalogue))
    return replace(answer, remember={**answer.remember, SLOT: kept.slot()})


def _heard(question: Question, answer: Answer) -> Kept:
    before = Kept.of(question)
    groups = dict.fromkeys([*before.groups, *_groups_said(question, answer.topic)])
    return replace(before, groups=tuple(groups), off=before.off or answer.topic == "nudge_off")


def _groups_said(question: Question, topic: str) -> Iterator[str]:
    """Who the user says to be, in the words of groups.yml and while asking about it, or beside a question. Nothing is
    concluded."""
    about = {topic, question.context.get(BESIDE)}
    for name, group in all_groups().items():
        if group.topic in about and holds(question.whole, group.said):
            yield name


def choose(question: Question, answer: Answer, kept: Kept, catalogue: Catalogue) -> Entry | None:
    """The first entry that fits, where there is room for one."""
    if not _has_room(question, answer, kept):
        return None
    fitting = (entry for entry in in_order(kept.groups) if _fits(entry, question, answer, catalogue))
    return next((entry for entry in fitting if entry.id not in kept.given.values()), None)


def _has_room(question: Question, answer: Answer, kept: Kept) -> bool:
    """Only beside a real answer; at most two a conversation and one a topic, and not on two answers in a row."""
    if question.audience == "staff" or is_grown_up(question):  # the tips are for pupils and parents
        return False
    if kept.off or answer.kind != "answer" or len(kept.given) >= MOST or question.value("level") == ADULTS:
        return False
    return answer.topic not in kept.given and question.context.get("topic") not in kept.given


def in_order(groups: Iterable[str]) -> list[Entry]:
    """Every entry; those for who the user said to be come first, and that is all it does."""
    return sorted(all_entries(), key=lambda entry: set(entry.first_for).isdisjoint(groups))


def _fits(entry: Entry, question: Question, answer: Answer, catalogue: Catalogue) -> bool:
    return (
        answer.topic in entry.goes_with
        and entry.audience in (question.audience, "both")
        and is_held(entry, catalogue)
        and not _steps_offered(entry, question, answer)
        and not (entry.up_to and _is_older(entry.up_to, question, answer, catalogue))
        and (not entry.subjects or any(_is_about(answer, name, catalogue) for name in entry.subjects))
    )


def _is_older(up_to: int, question: Question, answer: Answer, catalogue: Catalogue) -> bool:
    """Whether the child is known to be older, or the study that the answer is about is one for who is."""
    kept = str(question.context.get("age") or "").split("|")
    ages = question.ages or [int(age) for age in kept if age.isdigit()]
    option = catalogue.option(str(answer.remember.get("option") or ""))
    levels = {mention.value for mention in question.named("level")} | ({option.level} if option else set())
    return any(age > up_to for age in ages) or bool(levels & {*OLDER})


def is_held(entry: Entry, catalogue: Catalogue) -> bool:
    """Whether its fact may be shown, and is not past its date."""
    fact = catalogue.fact(entry.fact) if entry.fact else None
    return entry.own is not None or (fact is not None and (entry.lasting or not is_old(fact)))


def _steps_offered(entry: Entry, question: Question, answer: Answer) -> bool:
    """The answer offers the next step by itself, or another one of the same name."""
    step = entry.next_step.choice(question.audience)
    return any(step.payload == choice.payload or step.title == choice.title for choice in answer.choices)


def _is_about(answer: Answer, name: str, catalogue: Catalogue) -> bool:
    """Whether the theme was asked for, or the option or job that the answer is about belongs to it."""
    about, theme = answer.remember, catalogue.theme(name)
    if theme is None:
        return False
    option = catalogue.option(str(about.get("option") or ""))
    options = f" {option.name} {' '.join(option.keywords)}".lower() if option else ""
    job = str(about.get("job") or "").lower()
    asked = name in str(about.get("theme") or "").split("|")
    return asked or _holds(options, theme.keywords) or _holds(job, theme.jobs)


def _holds(text: str, stems: tuple[str, ...]) -> bool:
    return any(stem in text for stem in stems)


def nudge_of(entry: Entry, question: Question, catalogue: Catalogue) -> Nudge:
    step = entry.next_step.choice(question.audience)
    return Nudge(text_of(entry, question, catalogue), source_of(entry, catalogue), step)


def text_of(entry: Entry, question: Question, catalogue: Catalogue) -> str:
    return Reply(question, catalogue, COMMON).fill(entry.text, {})


def source_of(entry: Entry, catalogue: Catalogue) -> Source:
    """Of its fact; our own advice is marked as not read in a source."""
    if entry.own:
        return Source(entry.own.title, entry.own.year, "inferred")
    fact = catalogue.fact(entry.fact)
    assert fact is not None, entry.id  # is_held came first
    return fact.source
