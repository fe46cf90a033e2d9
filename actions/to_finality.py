"""From a study to a finality: "kan ik na 4 mechanica nog naar dubbel?" (topic option_entry)."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.answer import Answer
from actions.directions import comes_after, goes_to
from actions.follow_ups import table as follow_ups
from actions.names import is_higher, options_of
from actions.question import Mention, Question
from actions.registry import dispatch
from actions.reply import Reply
from actions.rows import title_of
from actions.texts import texts_of
from study_catalogue import Catalogue
from study_catalogue.levels import GRADES

TOPIC, SEARCH = "option_entry", "option_search"
LAST = "so-3"
LIGHT_TO_HEAVY = ("arbeidsmarkt", "dubbel", "doorstroom")


def as_to_finality(question: Question, catalogue: Catalogue) -> Question:
    """The question with the study one comes from, then its finality and the one that is the goal, in this order."""
    taken = question.topic in follow_ups().loose | {*texts_of(TOPIC).words["from_to_taken_for"]}
    goal = _goal(question) if taken else None
    start = _start(question, catalogue) if goal else None
    here = _finality(start, catalogue) if start else ""
    if goal is None or start is None or not here or _is_about_one(question, catalogue, start):
        return question
    own = replace(start, candidates=(), basis="choice")
    kept = (own, Mention("finality", here), goal, *_themes(question, start), *question.named("place"))
    return replace(question, topic=TOPIC, mentions=kept)


def from_study(question: Question, catalogue: Catalogue) -> Answer | None:
    """The rule between the two finalities; with a subject also what there is of it. None for any other question."""
    studies, finalities = question.named("option"), question.named("finality")
    if len(studies) != 1 or studies[0].basis != "choice" or len(finalities) != 2:
        return None
    here, goal = (LIGHT_TO_HEAVY.index(mention.value) for mention in finalities)
    name = title_of(catalogue, "option", studies[0].value)
    reply = Reply(question, catalogue).say("of_study", name=name, finality=finalities[0].value)
    reply.say("to_lighter" if goal < here else "to_heavier" if goal > here else "same_finality")
    reply.say_if(goal <= here, "who_school").offer_all("switching", "person", "search")
    return _with_studies(question, reply.answer(), catalogue)


def _with_studies(question: Question, rule: Answer, catalogue: Catalogue) -> Answer:
    """ "Naar tso met chemie": behind the rule the studies about that."""
    if not question.named("theme"):
        return rule
    mentions = (*question.named("theme"), question.named("finality")[-1], Mention("level", LAST))
    found = dispatch(replace(question, topic=SEARCH, mentions=mentions), catalogue)
    return replace(found.led_by(rule), topic=TOPIC)


def _goal(question: Question) -> Mention | None:
    named = [mention for mention in question.named("finality") if mention.value in LIGHT_TO_HEAVY and mention.text]
    return named[0] if len(named) == 1 and goes_to(question.text, _as_said(question.text, named[0])) else None


def _as_said(text: str, mention: Mention) -> Mention:
    """With the user's own word for it: "tso"."""
    word = re.match(r"\w+", text[mention.at :]) if mention.at >= 0 else None
    return replace(mention, text=word[0]) if word else mention


def _start(question: Question, catalogue: Catalogue) -> Mention | None:
    named = [m for m in question.named("option") if m.text and m.basis != "choice"]
    starts = [m for m in named if comes_after(question.text, m) and not is_higher(catalogue, m.value)]
    return starts[0] if len({mention.text for mention in starts}) == 1 else None


def _finality(start: Mention, catalogue: Catalogue) -> str:
    """The finality of all studies of this name; "" when they differ."""
    found = {option.finality for option in options_of(catalogue, start.value) if option.level in GRADES}
    finality = found.pop() if len(found) == 1 else ""
    return finality if finality in LIGHT_TO_HEAVY else ""


def _is_about_one(question: Question, catalogue: Catalogue, start: Mention) -> bool:
    """Another study is the goal; a subject that is one besides is none, and neither is a level after school."""
    subjects = {mention.text for mention in question.named("theme")}
    others = [m for m in question.named("option") if m.text not in {start.text, *subjects}]
    later = [mention for mention in question.named("level") if mention.value not in GRADES]
    return bool(others or later or question.named("job"))


def _themes(question: Question, start: Mention) -> tuple[Mention, ...]:
    return tuple(mention for mention in question.named("theme") if mention.text not in start.text)
