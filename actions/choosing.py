"""A short guided talk that ends in three options (capabilities.md, topic help_choose). It informs, it never rates.

What was answered stands in slot `guide` as long as the talk is open: see `hearing.Heard.given`, with beside it the
question that is `asked`, how often in a row it was not understood (`missed`), how many other things were asked
meanwhile (`aside`), and of the answer to the last of those what was left out to keep it short (`rest`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from actions.answer import Answer, Choice
from actions.hearing import (
    ASKS,
    KINDS,
    UNSURE,
    Heard,
    answers_in,
    comes_beside,
    hear,
    left_out,
    tapped,
    with_answers,
    with_subjects,
)
from actions.lists import choice_list, offset_of
from actions.names import say_skipped
from actions.outcome import outcome
from actions.question import Question
from actions.registry import TOLD, topic
from actions.reply import Reply
from actions.scoring import SKIPPED
from actions.search import PRACTICAL, UNMEASURED, theme_label
from actions.texts import texts_of
from study_catalogue import Catalogue

TOPIC = "help_choose"
QUESTIONS = {"level": "where", "theme": "like", "way": "way", "practice": "how"}  # question to its text
STOP = "stop"  # the value of a choice that ends the talk
MOST_MISSED = 2  # then the question is passed over
MOST_TIMES = 2  # that a question is put while other answers are given; then it is passed over as well
MOST_ASIDE = 3  # other questions in a row; then the talk is left
REST = "rest"
ABOUT_IT = ("asked", "missed", "aside", "put", "times", REST)  # what slot `guide` holds beside answers
Guide = dict[str, Any]


@topic(TOPIC)
def help_choose(question: Question, catalogue: Catalogue) -> Answer:
    """The next question, or the three options once each was answered or skipped."""
    guide = question.context.get("guide")
    if question.context.get(TOLD):
        return _start_with(question, catalogue, question.context[TOLD])
    if guide is None:
        return _start(question, catalogue)
    heard = hear(replace(question, topic=question.context.get("heard_as", TOPIC)), catalogue, guide["asked"])
    return _goes_on(question, catalogue, guide, heard)


def resume(reply: Reply, guide: Mapping[str, Any]) -> tuple[Choice, ...]:
    """Go on with the talk; once it is left the choice itself holds what was answered."""
    about = tuple((kind, guide[kind]) for kind in KINDS if guide.get(kind, UNSURE) != UNSURE)
    return (Choice(reply.wording("resume"), TOPIC, about),)


def _start(question: Question, catalogue: Catalogue) -> Answer:
    """A new talk with what the message says already; or the last one's options anew, with one thing changed."""
    named = answers_in(question, catalogue) if question.text else tapped(question)
    last = _last(question)
    given: Guide = with_answers(last, named)
    if STOP in given.values():
        return _stopped(question, catalogue, {})
    reply = Reply(question, catalogue)
    given = without(reply, given, left_out(question)) if last else given
    return _next(reply, given, "" if named or last else "intro")


def without(reply: Reply, given: Guide, themes: Sequence[str]) -> Guide:
    """Without these subjects; what every option holds some of cannot be left out, so those with much practice."""
    unmeasured = [theme for theme in themes if theme in UNMEASURED]
    for theme in unmeasured:
        reply.say("unmeasured", theme=theme_label(reply, theme))
    given = {**given, "practice": PRACTICAL, "said_practice": ""} if unmeasured else given
    liked = [theme for theme in str(given.get("theme", "")).split("|") if theme and theme not in themes]
    if not given.get("theme") or {*liked} == {*str(given["theme"]).split("|")}:
        return given
    return {**given, "theme": "|".join(liked) or SKIPPED, "said_theme": "", "own_words": ""}


def _start_with(question: Question, catalogue: Catalogue, told: Mapping[str, Any]) -> Answer:
    """With what was told. Where nobody asked for the talk, the first other question leaves it."""
    reply = Reply(question, catalogue).say("noted" if told["asked"] else "told", words=told["words"])
    answer = _next(reply, dict(told["given"]))
    guide = answer.remember["guide"]
    left_soon = {"guide": {**guide, "aside": MOST_ASIDE}} if guide and not told["asked"] else {}
    return replace(answer, remember={**told["keep"], **answer.remember, **left_soon})


def _last(question: Question) -> Guide:
    """ "En met bouw?" after three options: all but that stays."""
    listing = question.listing
    goes_on = question.context.get("follow_up") and listing.get("topic") == TOPIC
    return dict(listing["filters"]) if goes_on else {}


def _goes_on(question: Question, catalogue: Catalogue, guide: Guide, heard: Heard) -> Answer:
    given = {name: value for name, value in guide.items() if name not in ABOUT_IT}
    asked, reply = guide["asked"], Reply(question, catalogue)
    if heard.meant == "stop" or STOP in heard.given.values():
        return _stopped(question, catalogue, given)
    again = _takes_back(question, given, heard)
    if again:
        return _ask(reply, {name: value for name, value in given.items() if name not in again}, "theme")
    if heard.meant == "miss":
        return _missed(reply, given, asked, guide.get("missed", 0) + 1)
    if heard.meant == "explain":
        return _ask(reply.say(f"explain_{asked}"), given, asked)
    if heard.meant == "back":
        return _back(reply, given, asked)
    if not question.text:
        return _next(reply, with_answers(given, {**heard.given, **_titles(reply, asked)}))
    passed = {"skip": SKIPPED, "no_idea": UNSURE if asked == "theme" else SKIPPED}.get(heard.meant)
    if {*heard.given} == {"place"}:
        place = catalogue.place(heard.given["place"])
        reply.say("noted_place", place=place.name if place else heard.given["place"])
    new = heard.given if left_out(question) else _new(given, heard, asked)
    new = with_subjects(given, new) if comes_beside(question) else new
    if new.get("said_theme") and ASKS[asked] not in heard.given:
        reply.say("noted", words=reply.joined(new["said_theme"].split("|"), "and"))
    said = with_answers(given, {ASKS[asked]: passed} if passed else new)
    return (
        _asked_still(reply, said, asked, guide.get("times", 1) + 1) if ASKS[asked] not in said else _next(reply, said)
    )


def _asked_still(reply: Reply, given: Guide, asked: str, times: int) -> Answer:
    """The open question in other words, after an answer to another one; the next time it is passed over."""
    if times > MOST_TIMES:
        return _next(reply.say("passed_over"), {**given, ASKS[asked]: SKIPPED})
    return _ask(reply, given, asked, times=times)


def _takes_back(question: Question, given: Guide, heard: Heard) -> tuple[str, ...]:
    """ "Nee, toch geen computers": the answers that are no more, when nothing comes in their place."""
    liked = {*str(given.get("theme", "")).split("|")} - {""}
    gone = liked and liked <= {*left_out(question)} and heard.meant in ("answer", "miss", "aside")
    return ("theme", "said_theme", "own_words") if gone and not heard.given else ()


def _new(given: Guide, heard: Heard, asked: str) -> dict[str, str]:
    """The answer to what was asked; what is said beside it only where nothing was said before."""
    beside = {kind for kind in KINDS if kind in given and kind != ASKS[asked] and ASKS[asked] in heard.given}
    old = {*beside, *(f"said_{kind}" for kind in beside)}
    return {name: value for name, value in heard.given.items() if name not in old}


def _titles(reply: Reply, asked: str) -> dict[str, str]:
    """What was tapped, as the choice calls it: the user's words for it."""
    given = {} if asked == "level" else tapped(reply.question)
    rows = (choice for choice in question_choices(reply, asked) if choice.about == tuple(given.items()))
    return {f"said_{ASKS[asked]}": row.title for row in rows if SKIPPED not in given.values()}


def _next(reply: Reply, given: Guide, first: str = "") -> Answer:
    """Ask what is missing, else the options."""
    missing = next((kind for kind in KINDS if given.get(kind, UNSURE) == UNSURE), "")
    if not missing or offset_of(reply.question):
        return outcome(reply, {name: str(value) for name, value in given.items()})
    if first:
        reply.say(first)
    return _ask(reply, given, "way" if given.get(missing) == UNSURE else missing)


def _ask(reply: Reply, given: Guide, kind: str, missed: int = 0, times: int = 1) -> Answer:
    reply.say(QUESTIONS[kind] if times < MOST_TIMES else f"{QUESTIONS[kind]}_again")
    again = {"times": times} if times > 1 else {}
    reply.remember(guide={**given, "asked": kind, "missed": missed, **again}, asked=kind)
    choices = question_choices(reply, kind)
    if kind != "level":  # there "de tweede" is a year
        rows = [choice.about[0] for choice in choices]
        reply.remember(listing=choice_list(rows, {}, TOPIC))
    return reply.offer_choice(*choices).answer("ask")


def question_choices(reply: Reply, kind: str) -> tuple[Choice, ...]:
    found = [choice for key, choice in texts_of(TOPIC).choices.items() if key.startswith(f"{kind}_")]
    skip = Choice(reply.wording("skip"), TOPIC, ((ASKS[kind], SKIPPED),))
    return (*(choice.choice(reply.question.audience) for choice in found), skip)


def _missed(reply: Reply, given: Guide, asked: str, missed: int) -> Answer:
    """Once: said, and asked again. Twice: an explanation and ways out. Then the question is passed over."""
    if missed > MOST_MISSED:
        return _next(reply.say("passed_over"), {**given, ASKS[asked]: SKIPPED})
    if missed < MOST_MISSED:
        strange = asked == "theme" and reply.question.named("unknown")
        say_skipped(reply) if strange else reply.say("again")
        return _ask(reply, given, asked, missed)
    answer = _ask(reply.say("sorry_again").say(f"explain_{asked}"), given, asked, missed)
    stop = Choice(reply.wording("stop"), TOPIC, ((ASKS[asked], STOP),))
    person = texts_of(TOPIC).choices["person"].choice(reply.question.audience)
    return replace(answer, choices=(*answer.choices, stop, person))


def _back(reply: Reply, given: Guide, asked: str) -> Answer:
    """The question before this one anew."""
    order = list(QUESTIONS)
    before = [kind for kind in KINDS if kind in given and order.index(kind) < order.index(asked)]
    if not before:
        return _ask(reply.say("no_back"), given, asked)
    last = before[-1]
    left = {name: value for name, value in given.items() if name not in (last, f"said_{last}", "own_words")}
    return _ask(reply.say("one_back"), left, last)


def _stopped(question: Question, catalogue: Catalogue, given: Guide) -> Answer:
    reply = Reply(question, catalogue).say("stopped").remember(guide=None)
    return reply.offer_choice(*resume(reply, given)).offer("search").offer("person").answer()
