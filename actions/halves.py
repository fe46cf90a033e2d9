"""Two questions in one message: the first is answered, the second stands first among the choices."""

from __future__ import annotations

from dataclasses import replace

from actions.answer import Answer, Choice
from actions.question import Question
from actions.registry import same_answer
from actions.texts import all_texts, texts_of

SURE = 0.3  # share of the topic model at which a half is a question of its own
TALK = "conversation"
ENCOURAGEMENT = "encouragement"
MAY_HIDE = ("clarify", "out_of_scope")  # what the whole message may be taken for


def first_asked(question: Question) -> tuple[Question, str]:
    """The question with the topic of its first half, and the topic of the second; "" when there is one question."""
    topics = [name for name, share in question.halves if share >= SURE and _is_asked(name)]
    if len(topics) < 2 or same_answer(*topics) or question.topic not in (*topics, *MAY_HIDE):
        return question, ""
    return replace(question, topic=topics[0]), topics[1]


def _is_asked(name: str) -> bool:
    found = all_texts().get(name)
    return found is not None and found.area not in (TALK, ENCOURAGEMENT)


def with_second(question: Question, answer: Answer, topic: str) -> Answer:
    """The choice for the second question, about what was named, in front of the others."""
    if not topic or answer.topic == topic or answer.kind not in ("answer", "ask"):
        return answer
    takes = texts_of(topic).takes
    known = {kind: str(answer.remember[kind]) for kind in takes if answer.remember.get(kind)}
    named = {mention.kind: mention.value for mention in reversed(question.mentions) if mention.kind in takes}
    choice = Choice(texts_of(topic).title.form(question.audience), topic, tuple({**named, **known}.items()))
    others = (other for other in answer.choices if other.topic != topic)
    return replace(answer, choices=(choice, *others))
