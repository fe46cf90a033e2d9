"""For who said in this conversation to understand little: the easy text of a topic that is only text (slot `plain`).

It is asked for, never concluded from how somebody writes; what comes out of the catalogue stays whole.
"""

from __future__ import annotations

from dataclasses import replace

from actions.answer import Answer
from actions.lists import holds
from actions.question import Question
from actions.registry import part_asked, registered
from actions.reply import Reply
from actions.texts import texts_of
from study_catalogue import Catalogue

SLOT = "plain"
TOPIC = "simpler"
SIMPLE = "simple"
MOST_CHOICES = 3
MOST_SOURCES = 2
TALK = "conversation"


def asks_for_easy_words(question: Question) -> bool:
    """ "Ik niet begrijpen", "nederlands beetje", in a message that asks nothing else."""
    words = texts_of(TOPIC).words
    if texts_of(question.topic).area != TALK:
        return False
    keys = ("little", "stays") if question.topic == TOPIC else ("little",)
    return any(holds(question.whole, words[key]) for key in keys)


def in_easy_words(question: Question, answer: Answer, catalogue: Catalogue) -> Answer:
    """The answer as it is, or shorter; the first time it is said that this goes on."""
    if asks_for_easy_words(question) and not question.context.get(SLOT):
        lead = Reply(question, catalogue, TOPIC).wording("from_now")
        return replace(answer, text=f"{answer.text} {lead}", remember={**answer.remember, SLOT: True})
    easy = question.context.get(SLOT) and answer.kind == "answer" and answer.topic not in registered()
    if (
        not easy
        or part_asked(question)
        or SIMPLE not in texts_of(answer.topic).texts
        or texts_of(answer.topic).area == TALK
    ):
        return answer
    said = Reply(question, catalogue, answer.topic).say_only(SIMPLE).offer("more_text").answer()
    sources = said.sources or answer.sources[:MOST_SOURCES]
    choices = tuple(dict.fromkeys((*answer.choices[:MOST_CHOICES], *said.choices)))
    return replace(answer, text=said.text, items=(), choices=choices, sources=sources)
