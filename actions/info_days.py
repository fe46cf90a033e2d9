"""When one may visit a school (topic info_days): of a school that is named, that its date is not known, first."""

from __future__ import annotations

from actions.answer import Answer
from actions.lists import words_of
from actions.patterns import whole
from actions.question import Question
from actions.registry import LAYER, say_text, topic
from actions.reply import Reply
from actions.texts import texts_of
from study_catalogue import Catalogue
from study_catalogue.text import fold

TOPIC = "info_days"


@topic(TOPIC)
def info_days(question: Question, catalogue: Catalogue) -> Answer:
    said = _school(question)
    if question.context.get(LAYER) or not said:
        return say_text(question, catalogue, "open" if _asks_open_day(question) else "answer")
    site = _site(said, catalogue)
    reply = Reply(question, catalogue).say_only("of_school" if site else "of_a_school", school=said, site=site)
    return reply.offer_all().answer()


def _school(question: Question) -> str:
    """As it was written, "" when none that we know is named."""
    hit = whole(texts_of(TOPIC).words["schools"]).search(fold(question.text))
    return question.text[hit.start() : hit.end()] if hit and len(fold(question.text)) == len(question.text) else ""


def _site(school: str, catalogue: Catalogue) -> str:
    """The site that is called after the school, "" when none is."""
    name = "".join(words_of(fold(school)))
    return next((site for site in catalogue.websites() if site == f"{name}.be"), "")


def _asks_open_day(question: Question) -> bool:
    return bool(whole(texts_of(TOPIC).words["open_day"]).search(fold(question.text)))
