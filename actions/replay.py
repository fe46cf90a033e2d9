"""About the last answers: say one again, go back, put it more simply, tell its sources (capabilities.md, section 9)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from actions.answer import Answer, Choice, Item, source_of
from actions.question import Question
from actions.registry import topic
from actions.reply import Reply
from actions.texts import texts_of
from study_catalogue import Catalogue

KEPT = 2  # answers
SIMPLE_ROWS = 3
SIMPLE = "simple"
ABOUT_THE_TALK = {"repeat", "back", "simpler", "sources", "distress", "restart"}  # not said again


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
        remember=dict(said["slots"]),
    )


def _last(question: Question, nth: int = -1) -> Answer | None:
    said = question.context.get("said") or []
    return _answer(said[nth]) if len(said) >= -nth else None


def _nothing_yet(reply: Reply) -> Answer:
    return reply.say("none").offer_all().answer()


@topic("repeat")
def repeat(question: Question, catalogue: Catalogue) -> Answer:
    last = _last(question)
    if last is None:
        return _nothing_yet(Reply(question, catalogue))
    return replace(last, topic="repeat")


@topic("back")
def back(question: Question, catalogue: Catalogue) -> Answer:
    """The answer before the last one, and what the talk was about then."""
    before = _last(question, -KEPT)
    if before is None:
        return _nothing_yet(Reply(question, catalogue))
    lead = Reply(question, catalogue).wording("answer")
    said = list(question.context["said"])[:-1]
    return replace(before, topic="back", text=f"{lead} {before.text}", remember={**before.remember, "said": said})


@topic("sources")
def sources(question: Question, catalogue: Catalogue) -> Answer:
    """Of the last answer, smalltalk left aside, each source with its year, and which links are our own."""
    last = _last(question)
    if last and last.kind == "smalltalk":
        last = _last(question, -KEPT)
    reply = Reply(question, catalogue)
    if last is None or not last.sources:
        return _nothing_yet(reply)
    reply.say("answer").cite(*last.sources)
    reply.say_if(any(source.status == "inferred" for source in last.sources), "own")
    return reply.offer_all().answer()


@topic("simpler")
def simpler(question: Question, catalogue: Catalogue) -> Answer:
    """The last answer in fewer and easier words: the topic's own simple text, and the first rows by name."""
    last = _last(question)
    reply = Reply(question, catalogue)
    if last is None:
        return _nothing_yet(reply)
    of_topic = Reply(question, catalogue, _subject(last))
    if not of_topic.has(SIMPLE):
        return reply.say("no_simpler").offer("person").answer()
    said = of_topic.say(SIMPLE).rows(Item(row.title) for row in last.items[:SIMPLE_ROWS]).answer()
    lead = reply.wording("intro")
    shown = last.choices[:SIMPLE_ROWS] if last.kind == "answer" else last.choices
    choices = tuple(dict.fromkeys((*shown, *reply.offer("person").answer().choices)))
    return replace(said, topic="simpler", text=f"{lead} {said.text}", choices=choices, remember=last.remember)


def _subject(last: Answer) -> str:
    """The topic whose words they were: more of a list is about that list, more of an answer about that answer."""
    listing = last.remember.get("listing") or {}
    return str(listing.get("topic") or last.remember["topic"]) if last.topic == "more" else last.topic


def more_text(question: Question, catalogue: Catalogue) -> Answer | None:
    """The second layer of the last answer, when its topic has one that was not told yet."""
    last = _last(question)
    if last is None or "more" not in texts_of(last.topic).texts:
        return None
    said = Reply(question, catalogue, last.topic).say("more").answer()
    choices = tuple(choice for choice in last.choices if choice.topic != "more")
    return replace(said, topic="more", choices=choices, remember={"topic": last.topic})
