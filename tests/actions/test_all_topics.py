"""Every topic in both forms of address, with nothing named and with all that it takes."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from actions.answer import Answer
from actions.question import Audience, Mention, Question
from actions.respond import respond
from actions.texts import all_texts, topics
from study_catalogue import Catalogue

FORMAL = re.compile(r"\b(u|uw)\b", re.IGNORECASE)
FAMILIAR = re.compile(r"\b(je|jij|jou|jouw|jullie)\b", re.IGNORECASE)
QUOTED = re.compile(r"(?<!\w)'[^']*'(?!\w)")  # not the sign of "'s avonds" or "diploma's"
FORMS: list[Audience] = ["pupil", "parent"]
EXAMPLES = {
    "option": "Houttechnieken",
    "job": "Lasser",
    "place": "3600 Genk",
    "theme": "ict",
    "level": "so-3",
    "finality": "dubbel",
    "practice": "praktisch",
    "dual": "yes",
    "age": "9",
    "focus": "meisjes",
}
MORE_NAMED = {"option_compare": [Mention("option", "Bouwtechnieken")]}
AFTER_AN_ANSWER = {"simpler", "sources", "repeat", "back", "more"}  # with facts of their own, or those of that answer


def named_for(topic: str) -> tuple[Mention, ...]:
    taken = [Mention(kind, EXAMPLES[kind]) for kind in all_texts()[topic].takes if kind in EXAMPLES]
    return (*taken, *MORE_NAMED.get(topic, []))


def answers(catalogue: Catalogue, topic: str, audience: Audience) -> Iterator[Answer]:
    for mentions in {(), named_for(topic)}:
        for first in (True, False):
            yield respond(Question(topic, mentions=mentions, audience=audience, first_turn=first), catalogue)


def words_of(answer: Answer) -> str:
    """All that the user reads, but the names of the sources."""
    rows = (f"{item.title}; {item.line}; {', '.join(item.marks)}" for item in answer.items)
    nudge = answer.nudge.text if answer.nudge else ""
    return "\n".join((answer.text, *rows, nudge, *(choice.title for choice in answer.choices)))


def after(catalogue: Catalogue, topic: str, before: str, audience: Audience) -> Answer:
    said = respond(Question(before, audience=audience), catalogue).remember["said"]
    return respond(Question(topic, context={"said": said, "topic": before}, audience=audience), catalogue)


@pytest.mark.parametrize("audience", FORMS)
@pytest.mark.parametrize("topic", sorted(topics()))
def test_the_answer_is_whole_and_addresses_one_person(catalogue: Catalogue, topic: str, audience: Audience) -> None:
    for answer in answers(catalogue, topic, audience):
        words = words_of(answer)
        assert answer.text and "ging iets mis" not in answer.text
        assert not re.search(r"[{}]|STUB|None", words), words
        assert not (FORMAL if audience == "pupil" else FAMILIAR).search(QUOTED.sub("", words)), words


@pytest.mark.parametrize("audience", FORMS)
@pytest.mark.parametrize("topic", sorted(topics()))
def test_the_text_is_short(catalogue: Catalogue, topic: str, audience: Audience) -> None:
    """ "I am a chatbot" of the first turn comes on top of it."""
    for mentions in ((), named_for(topic)):
        answer = respond(Question(topic, mentions=mentions, audience=audience), catalogue)
        assert len(answer.text.split()) <= 90, answer.text


@pytest.mark.parametrize("audience", FORMS)
@pytest.mark.parametrize("topic", sorted(topics()))
def test_every_choice_leads_to_an_answer(catalogue: Catalogue, topic: str, audience: Audience) -> None:
    for answer in answers(catalogue, topic, audience):
        for choice in answer.choices:
            assert choice.topic in topics() and choice.title
            mentions = tuple(Mention(kind, value, basis="choice") for kind, value in choice.about)
            context = {name: value for name, value in answer.remember.items() if value is not None}
            led = respond(Question(choice.topic, "", mentions, context, audience), catalogue)
            assert led.text and "ging iets mis" not in led.text, choice.payload


@pytest.mark.parametrize("audience", FORMS)
@pytest.mark.parametrize("topic", sorted(topic for topic in topics() if all_texts()[topic].facts))
def test_facts_are_told_with_a_source(catalogue: Catalogue, topic: str, audience: Audience) -> None:
    if topic in AFTER_AN_ANSWER:
        answer = after(catalogue, topic, "thanks", audience)
    else:
        answer = respond(Question(topic, mentions=named_for(topic), audience=audience), catalogue)
    assert answer.kind in (all_texts()[topic].kind, "answer") and answer.sources, answer
    assert all(source.title and source.status and source.year for source in answer.sources)


@pytest.mark.parametrize("audience", FORMS)
@pytest.mark.parametrize("topic", sorted(topics()))
def test_every_answer_can_be_put_more_simply_and_be_gone_on_with(
    catalogue: Catalogue, topic: str, audience: Audience
) -> None:
    """Never an apology, whatever the answer before was."""
    said = respond(Question(topic, mentions=named_for(topic), audience=audience), catalogue).remember
    context = {name: value for name, value in said.items() if value is not None}
    for about in sorted(AFTER_AN_ANSWER):
        answer = respond(Question(about, context=context, audience=audience), catalogue)
        assert answer.text and "ging iets mis" not in answer.text, about
        assert not (FORMAL if audience == "pupil" else FAMILIAR).search(QUOTED.sub("", words_of(answer)))
