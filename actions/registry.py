"""Which function answers which topic. A topic that is only text has none: its file in `data/answers` is enough."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from actions.answer import Answer
from actions.lists import padded, words_of
from actions.passages import about
from actions.question import Question
from actions.reply import Reply
from actions.texts import COMMON, texts_of
from actions.views import ROUTE, steps_view
from study_catalogue import Catalogue

Handler = Callable[[Question, Catalogue], Answer]

MORE = "more"  # the second layer of a topic
MOST_ADDED = 2  # sentences of it beside the answer
PART = "about_"  # how the key of a text about a part of its topic begins, and of the words that ask for it
CHILD = "child"  # the text of a topic about adults for who asks it for a grown-up child
LAYER = "layer"  # in the context of a question: the text of the topic that is asked for
TOLD = "told"  # in the context of a question: what somebody told of himself, `telling.as_told`
COMPANY = "company"  # who is asking, and the text of a topic for them

_handlers: dict[str, Handler] = {}


def topic(name: str) -> Callable[[Handler], Handler]:
    """Register a function `(Question, Catalogue) -> Answer` for a topic."""

    def register(handler: Handler) -> Handler:
        if name in _handlers:
            raise ValueError(f"topic {name} has two functions")
        _handlers[name] = handler
        return handler

    return register


def registered() -> set[str]:
    return set(_handlers)


def same_answer(one: str, other: str) -> bool:
    """Whether two topics are answered by the same function, so that there is nothing to choose between them."""
    return one == other or (one in _handlers and _handlers[one] is _handlers.get(other))


def dispatch(question: Question, catalogue: Catalogue) -> Answer:
    """The answer of the topic, or of the one that answers it for who is asking; of a part of it when that is asked."""
    topic = texts_of(question.topic).instead_for.get(question.role, question.topic)
    question = replace(question, topic=topic)
    part = part_asked(question)
    return _part(question, catalogue, part) if part else _answered(question, catalogue)


def part_asked(question: Question) -> str:
    """The text "about_…" of the topic whose words the message names first; "" for the whole topic."""
    parts = {key: words for key, words in texts_of(question.topic).words.items() if key.startswith(PART)}
    text = padded(question.text)
    places = [(text.find(f" {phrase} "), key) for key, phrases in parts.items() for phrase in phrases]
    said = sorted(place for place in places if place[0] >= 0)
    return said[0][1] if said and not question.context.get(LAYER) else ""


def _part(question: Question, catalogue: Catalogue, part: str) -> Answer:
    reply = Reply(question, catalogue).say_only(part)
    return reply.rely_on(*reply.texts.words.get(f"facts_{part}", ())).offer_all().answer()


def _answered(question: Question, catalogue: Catalogue) -> Answer:
    return _handlers.get(question.topic, say_text)(question, catalogue)


def say_text(question: Question, catalogue: Catalogue, key: str = "answer") -> Answer:
    """The answer of a topic that is only text: the text under this key, its rows and its choices; or the text that a
    follow-up asks for."""
    reply = Reply(question, catalogue)
    layer = _layer(question, reply)
    if layer:
        return reply.say(layer).offer_all(*choices_with(reply, layer)).answer()
    reply.say(key).fixed_rows().offer_all(*choices_with(reply, key))
    if reply.texts.view == ROUTE:
        reply.show(steps_view(reply.texts.title.form(question.audience), reply.items))
    if MORE not in reply.texts.texts:
        return reply.answer()
    if reply.texts.area == "encouragement":  # what somebody says about himself changes no answer
        return reply.offer("more_text").answer()
    return _with_what_was_asked(question, reply.offer("more_text").answer(), Reply(question, catalogue).say(MORE))


def choices_with(reply: Reply, key: str) -> tuple[str, ...]:
    """The choices that go with this text, where the words "choices_KEY" of the topic name them; else all."""
    return reply.texts.words.get(f"choices_{key}", ())


def _with_what_was_asked(question: Question, answer: Answer, more: Reply) -> Answer:
    """A word of the question that only the second layer speaks of brings its sentences along."""
    if not question.text or about(question.text, [answer.text], answer.items):
        return answer
    second = more.answer()
    found = _whole(about(question.text, [second.text], ()).sentences)
    sources = answer.sources_with(second) if found else answer.sources
    return replace(answer, text=" ".join((answer.text, *found)), sources=sources)


def _whole(found: tuple[str, ...]) -> tuple[str, ...]:
    """The first of these sentences; a question among them keeps its answer."""
    ends = MOST_ADDED + (len(found) > MOST_ADDED and found[MOST_ADDED - 1].endswith("?"))
    return found[:ends]


def _layer(question: Question, reply: Reply) -> str:
    """The text instead of `answer`: the one a follow-up asks for, or the one for companies."""
    asked = str(question.context.get(LAYER) or "")
    for_child = CHILD if question.audience == "parent" and _names_child(question) else ""
    for_them = COMPANY if question.role == COMPANY else for_child
    return asked or (for_them if for_them in reply.texts.texts else "")


def _names_child(question: Question) -> bool:
    return not {*words_of(question.whole)}.isdisjoint(texts_of(COMMON).words["child"])
