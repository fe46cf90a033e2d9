"""The one way in: a question becomes an answer, whatever happens."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from actions import (  # noqa: F401 - importing them registers their topics
    academies,
    choosing,
    compare,
    conversation,
    dual,
    dual_options,
    entry,
    exams,
    fallbacks,
    hard,
    home,
    info_days,
    jobs,
    option_search,
    options,
    prices,
    replay,
    routes,
    stem,
    stories,
    talk,
    work,
)
from actions.academy_names import as_academy
from actions.after_attest import after_attest, in_that_year, with_study_kept
from actions.after_option import as_after_option
from actions.ages import with_ages
from actions.answer import Answer
from actions.asides import goes_on, leads_back
from actions.beside import with_other_subject
from actions.besides import without_besides
from actions.calls import call_for_help
from actions.children import of_child
from actions.classes import with_class
from actions.comfort import with_comfort
from actions.corrections import corrected, in_comparison, not_of_tips, without_comparing, without_noes
from actions.denied import with_denied_subjects
from actions.easier import in_easy_words
from actions.encouragement import encouraged
from actions.follow_ups import in_context, subject_of
from actions.from_to import as_after_that, as_from_outside, as_from_to, as_start_there
from actions.goal_where import as_goal_where
from actions.goals import as_goal
from actions.halves import first_asked, with_second
from actions.interests import as_interest
from actions.length import as_length, length
from actions.of_those import of_those
from actions.old_names import name_of_today
from actions.onward import level_of_diploma, to_higher_education
from actions.opening import as_left, question_behind
from actions.others import as_advised, without_advisers, without_wishers
from actions.own_study import without_own_study
from actions.picks import row_named
from actions.places import with_places
from actions.pointing import pointed_at, where_offered
from actions.question import Question
from actions.readings import readings_kept, with_readings
from actions.registry import dispatch
from actions.replay import kept, once
from actions.reply import Reply
from actions.row_names import with_nearer_names
from actions.searches import as_searched, with_less
from actions.seconds import asked_besides
from actions.telling import as_told
from actions.texts import COMMON, TopicTexts, all_texts, texts_of
from actions.to_finality import as_to_finality
from actions.trades import as_trade
from actions.unclear import not_answerable
from actions.unknowable import unknowable
from actions.wishes import as_wished
from actions.worded import INSISTS, as_worded, told_by_words, with_behind
from study_catalogue import Catalogue

logger = logging.getLogger(__name__)

# What may be meant other than the model took it for, in this order; each gives the very question back when it is not
Reader = Callable[[Question, Catalogue], Question]
READERS: tuple[Reader, ...] = (
    without_comparing,
    compare.as_beside_own,
    as_advised,
    compare.as_engineers,
    as_from_outside,
    as_goal_where,
    as_trade,
    as_searched,
    as_academy,
    as_goal,
    as_after_option,
    as_worded,
    as_to_finality,
    as_from_to,
    as_start_there,
    as_after_that,
    as_length,
    lambda question, _: in_context(question),
    as_wished,
    lambda question, _: as_interest(question),
    as_told,
)


def respond(question: Question, catalogue: Catalogue) -> Answer:
    """Answer, and keep what a follow-up needs. Never raises: an error becomes an apology that names who can help."""
    known = question if question.topic in all_texts() else replace(question, topic="nonsense")
    try:
        urgent = call_for_help(known, catalogue)
        if urgent:
            return urgent
        known = with_nearer_names(without_wishers(without_noes(not_of_tips(question_behind(known)))), catalogue)
        known, of_other_child = of_child(with_class(_wanted(known, catalogue)))
        first, second = first_asked(known)
        told = _unless_sure(without_own_study, first, catalogue)
        asked = _in_hand(_meant(_unless_sure(without_besides, without_advisers(told), catalogue), catalogue))
        said = with_comfort(known, _kept_in_hand(asked, _said_to(asked, catalogue), catalogue), catalogue)
        answer = once(asked, with_behind(asked, said, catalogue), catalogue)
        answer = in_easy_words(asked, _with_second(known, first, asked, second, answer), catalogue)
        answer = _finished(asked, as_left(asked, leads_back(asked, answer, catalogue)))
        answer = replace(answer, remember={**of_other_child, **answer.remember})
    except Exception as error:  # the user's words may be in the error: only its type is logged
        logger.error("topic %s failed: %s", known.topic, type(error).__name__)
        return _finished(known, _apology(known, catalogue))
    return _with_nudge(asked, answer, catalogue)


def _with_second(known: Question, first: Question, asked: Question, second: str, answer: Answer) -> Answer:
    """The answer with a choice for what else was asked: the other half of the message, or what its words say."""
    if not known.text or answer.topic == "distress":
        return answer
    turned = second if asked is first else first.topic if second and answer.topic == second else ""
    return with_other_subject(known, with_second(asked, answer, asked_besides(known, answer) or turned))


def _wanted(question: Question, catalogue: Catalogue) -> Question:
    """Without the places and subjects that it turns away, and with the age that it names in other words."""
    return with_less(with_denied_subjects(with_places(with_ages(question), catalogue)))


def _meant(question: Question, catalogue: Catalogue) -> Question:
    """What the talk, or what is told in it, makes of the question; the first that makes something else of it."""
    asked = row_named(question, catalogue) or where_offered(question) or in_comparison(corrected(question), catalogue)
    asked = goes_on(asked, catalogue) if asked is question else asked
    if asked is question:
        asked = question = pointed_at(question, catalogue)
    if asked is not question:
        return asked
    made = (_unless_sure(reader, question, catalogue) for reader in READERS)
    return next((other for other in made if other is not question), question)


def _unless_sure(reader: Reader, question: Question, catalogue: Catalogue) -> Question:
    """What a reader makes of the question, but for another topic than the one the models hardly doubt."""
    other = reader(question, catalogue)
    gives_way = question.sure and question.first_turn and not other.context.get(INSISTS)
    return question if gives_way and other.topic != question.topic else other


def _in_hand(question: Question) -> Question:
    """With what the talk is about, where the message does not name it."""
    return in_that_year(with_readings(question))


def _kept_in_hand(question: Question, answer: Answer, catalogue: Catalogue) -> Answer:
    return with_study_kept(question, readings_kept(question, answer), catalogue)


def _said_to(question: Question, catalogue: Catalogue) -> Answer:
    """What we do not know at all, a rule of going on, a pick from what was shown, or else the topic's own answer."""
    worded = told_by_words(question, catalogue)
    worded = worded or after_attest(question, catalogue) or name_of_today(question, catalogue)
    unknown = worded or unknowable(question, catalogue) or not_answerable(question, catalogue)
    known = to_higher_education(question, catalogue) or length(question, catalogue) or of_those(question, catalogue)
    return unknown or known or dispatch(level_of_diploma(question), catalogue)


def _with_nudge(question: Question, answer: Answer, catalogue: Catalogue) -> Answer:
    """An encouragement that fails takes no answer along."""
    try:
        return encouraged(question, answer, catalogue)
    except Exception as error:
        logger.error("encouragement failed: %s", type(error).__name__)
        return answer


def _apology(question: Question, catalogue: Catalogue) -> Answer:
    reply = Reply(question, catalogue, COMMON).say("sorry").offer("person")
    return replace(reply.answer("fallback"), topic=question.topic)


def _finished(question: Question, answer: Answer) -> Answer:
    texts = texts_of(answer.topic)
    if answer.topic == "distress":
        return answer
    greeted = question.first_turn and texts.greeting
    full = replace(answer, remember={**_context(question, answer, texts), **answer.remember})
    said = full.remember.get("said", kept(question, full))
    text = f"{_hello(question)} {answer.text}" if greeted else answer.text
    return replace(full, text=text, remember={**full.remember, "said": said})


def _hello(question: Question) -> str:
    return texts_of(COMMON).texts["hello"].form(question.audience)


def _context(question: Question, answer: Answer, texts: TopicTexts) -> dict[str, Any]:
    """What every answer leaves behind: its topic, and which topic last used each kind of thing."""
    last = dict(question.context.get("last") or {})
    used = {*answer.remember, answer.remember.get("asked"), *(mention.kind for mention in question.mentions)}
    if answer.kind != "fallback":
        last.update({kind: texts.again.get(kind, answer.topic) for kind in texts.takes if kind in used})
    understood = {} if answer.kind in ("fallback", "clarify") else {"misses": None}
    return {"topic": answer.topic, "last": last, "asked": None, **subject_of(question, answer), **understood}
