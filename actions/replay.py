"""About the last answers: say one again, go back, put it more simply, tell its sources (capabilities.md, section 9)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from actions.answer import Answer, Choice, Item, source_of
from actions.passages import about
from actions.question import Question
from actions.registry import LAYER, registered, topic
from actions.reply import Reply
from actions.texts import texts_of
from actions.worded import WORDED
from study_catalogue import Catalogue

KEPT = 3  # answers
SIMPLE_ROWS = 3
ABOUT_THE_TALK = {"repeat", "back", "simpler", "sources", "distress", "restart"}  # not said again
SMALL = {"greet", "thanks", "goodbye", "insult", "smalltalk", "handover", "other_language", "privacy", "audience"}
MAY_REPEAT = {*ABOUT_THE_TALK, *SMALL, "more", "academy_nearby", "academy_filter", "help_choose"}
SIMPLE = "simple"
MISSED = "fallback"
QUESTIONS = ("ask", "clarify")


def kept(question: Question, answer: Answer) -> list[dict[str, Any]]:
    """What slot `said` holds after this answer: the last answers with the slots that they set, oldest first."""
    before = list(question.context.get("said") or [])
    if answer.topic in ABOUT_THE_TALK:
        return before
    slots = {name: value for name, value in answer.remember.items() if name != "said"}
    return [*before, {**answer.as_dict(), "slots": slots}][-KEPT:]


def _answer(said: Mapping[str, Any]) -> Answer:
    return Answer(
        topic=said["topic"],
        kind=said["kind"],
        text=said["text"],
        items=tuple(Item(row["title"], row["line"], tuple(row["marks"])) for row in said["items"]),
        choices=tuple(Choice.read(row) for row in said["choices"]),
        sources=tuple(source_of(row) for row in said["sources"]),
        view=said.get("view"),
        explain=said.get("explain", {}),
        first=said.get("first", 1),
        remember=dict(said["slots"]),
    )


def _said(question: Question) -> list[dict[str, Any]]:
    return list(question.context.get("said") or [])


def last_answer(question: Question) -> Answer | None:
    """What was said last; None at the start."""
    said = _said(question)
    return _answer(said[-1]) if said else None


def _nothing_yet(reply: Reply) -> Answer:
    return reply.say("none").offer_all().answer()


@topic("repeat")
def repeat(question: Question, catalogue: Catalogue) -> Answer:
    last = last_answer(question)
    if last is None:
        return _nothing_yet(Reply(question, catalogue))
    return replace(last, topic="repeat")


@topic("back")
def back(question: Question, catalogue: Catalogue) -> Answer:
    """The answer before the last one that was understood, and what the talk was about then."""
    said = _said(question)[:-1]
    while said and said[-1]["kind"] == MISSED:
        said = said[:-1]
    if not said:
        return _nothing_yet(Reply(question, catalogue))
    before, lead = _answer(said[-1]), Reply(question, catalogue).wording("answer")
    return replace(before, topic="back", text=f"{lead} {before.text}", remember={**before.remember, "said": said})


@topic("sources")
def sources(question: Question, catalogue: Catalogue) -> Answer:
    """Of the last answer that has some each source with its year, and which links are our own."""
    last = next((_answer(said) for said in reversed(_said(question)) if said["sources"]), None)
    reply, latest = Reply(question, catalogue), last_answer(question)
    if latest and latest.kind in QUESTIONS and not latest.sources:
        return replace(reply.say("not_claimed").offer_choice(*latest.choices).answer(), remember=latest.remember)
    if last is None:
        return _nothing_yet(reply)
    reply.say("answer").cite(*last.sources)
    reply.say_if(any(source.status == "inferred" for source in last.sources), "own")
    return reply.offer_all().answer()


@topic("simpler")
def simpler(question: Question, catalogue: Catalogue) -> Answer:
    """The last answer in fewer and easier words: the topic's own simple text, and the first rows by name."""
    last = last_answer(question)
    reply = Reply(question, catalogue)
    if last is None:
        return _nothing_yet(reply)
    if last.kind in QUESTIONS:
        return _question_again(reply, last)
    of_topic = Reply(question, catalogue, _subject(last))
    if not of_topic.has(SIMPLE) or of_topic.wording(SIMPLE) in last.text:
        return reply.say("no_simpler").offer("person").answer()
    said = of_topic.say(SIMPLE).rows(Item(row.title) for row in last.items[:SIMPLE_ROWS]).answer()
    lead = reply.wording("intro")
    shown = last.choices[:SIMPLE_ROWS] if last.kind == "answer" else last.choices
    choices = tuple(dict.fromkeys((*shown, *reply.offer("person").answer().choices)))
    easier = replace(said, topic="simpler", text=f"{lead} {said.text}", choices=choices)
    return replace(easier, first=last.first, remember=last.remember)


def _question_again(reply: Reply, last: Answer) -> Answer:
    """A question that was not understood: that a tap is enough, the choices again, and somebody to talk to."""
    reply.say("of_question").offer_choice(*last.choices).offer("person")
    return replace(reply.answer("clarify"), remember=last.remember)


def _subject(last: Answer) -> str:
    """The topic whose words they were: more of a list is about that list, more of an answer about that answer."""
    listing = last.remember.get("listing") or {}
    return str(listing.get("topic") or last.remember["topic"]) if last.topic == "more" else last.topic


def more_text(question: Question, catalogue: Catalogue) -> Answer | None:
    """The second layer of the last answer, when its topic has one that was not told yet."""
    last = last_answer(question)
    if last is None or "more" not in texts_of(last.topic).texts:
        return None
    said = Reply(question, catalogue, last.topic).say("more").answer()
    choices = tuple(choice for choice in last.choices if choice.topic != "more")
    return replace(said, topic="more", choices=choices, remember={"topic": last.topic})


def once(question: Question, answer: Answer, catalogue: Catalogue) -> Answer:
    """The answer, unless it is word for word what was said last: then what else is known, or who knows more.

    An answer out of the catalogue may be told again.
    """
    last = last_answer(question)
    asked_again = answer.topic in registered() and bool(answer.items or question.mentions)
    told_again = answer.kind == "smalltalk" or (answer.kind == "answer" and asked_again)
    if last is None or told_again or answer.topic in MAY_REPEAT:
        return answer
    same = _same(last, answer)
    worded = bool(question.context.get(WORDED))  # its text was picked for this question
    further = (
        not worded
        and answer.topic not in registered()
        and any(_same(_answer(said), answer) for said in _said(question))
    )
    found = _what_was_asked(question, answer, catalogue) if answer.kind == "answer" and (same or further) else None
    told = found or (_second_layer(question, answer, catalogue) if same and answer.kind == "answer" else None)
    if told or not same:
        return told or answer
    reply = Reply(question, catalogue, "repeat").say("asked_already" if answer.kind in QUESTIONS else "said_already")
    again = reply.offer_choice(*answer.choices).offer("person").answer(answer.kind)
    rows = replace(again, items=answer.items, view=answer.view, explain=answer.explain, first=answer.first)
    return replace(rows, topic=answer.topic, sources=answer.sources, remember=answer.remember)


def _what_was_asked(question: Question, answer: Answer, catalogue: Catalogue) -> Answer | None:
    """The sentences of the topic that a further question about it is about."""
    more = Reply(question, catalogue, answer.topic)
    layers = [answer.text, more.wording("more")] if more.has("more") else [answer.text]
    found = about(question.text, layers, answer.items)
    if not found:
        return None
    lead = Reply(question, catalogue, "repeat").wording("about_that")
    if question.context.get(WORDED):  # each of its sentences was written for this question
        return replace(answer, text=f"{lead} {answer.text}")
    text = " ".join((lead, *found.sentences))
    sources = answer.sources_with(more.answer())
    return replace(answer, text=text, items=found.items, sources=sources, view=None)


def _second_layer(question: Question, answer: Answer, catalogue: Catalogue) -> Answer | None:
    """What the topic has to say beside its answer; a follow-up, or who asks for one text of it, does not ask for it."""
    asks_less = question.context.get("follow_up") or question.context.get(LAYER)
    told = None if asks_less else more_text(question, catalogue)
    return replace(told, topic=answer.topic, remember={**answer.remember, **told.remember}) if told else None


def _same(last: Answer, answer: Answer) -> bool:
    """The first answer of a talk has a greeting before it."""
    return last.text.endswith(answer.text) and last.items == answer.items
