"""All the encouragement there is, for whoever asks for it (capabilities.md, topics role_model and nudge_off)."""

from __future__ import annotations

from dataclasses import replace

from actions.answer import Answer, Item
from actions.encouragement import in_order, is_held, source_of, text_of
from actions.entries import Entry
from actions.lists import PAGE, keep_list, offset_of, says, words_of
from actions.nudges import Kept
from actions.question import Question
from actions.registry import dispatch, say_text, topic
from actions.reply import Reply
from actions.texts import texts_of
from study_catalogue import Catalogue

STORY = "story"  # the kind of a row that "de tweede" can't pick


@topic("role_model")
def role_model(question: Question, catalogue: Catalogue) -> Answer:
    """The stories, and with "toon meer" the tips; or the tips at once when those are asked for."""
    stories = len(texts_of("role_model").items)
    if offset_of(question):
        return _tips(question, catalogue, stories)
    if says(question, "tips"):
        asked = replace(question, context={**question.context, "offset": stories})
        return _tips(asked, catalogue, stories)
    return _stories(question, catalogue)


def _stories(question: Question, catalogue: Catalogue) -> Answer:
    reply = Reply(question, catalogue).say("answer").fixed_rows().offer_all()
    shown = [(STORY, row.title) for row in reply.texts.items]
    return keep_list(reply, {}, shown, len(shown) + len(_all_tips(question, catalogue))).answer()


def _tips(question: Question, catalogue: Catalogue, before: int) -> Answer:
    """A page of tips with what each leads to. before: rows that stand before the first of them."""
    tips, start = _all_tips(question, catalogue), offset_of(question) - before
    shown = tips[start : start + PAGE]
    reply = Reply(question, catalogue).say("next_page" if start else "tips")
    for entry in shown:
        title, text = entry.title.form(question.audience), text_of(entry, question, catalogue)
        reply.rows([Item(title, text)]).cite(source_of(entry, catalogue))
        reply.offer_choice(entry.next_step.choice(question.audience))
    return keep_list(reply, {}, [(STORY, entry.id) for entry in shown], before + len(tips)).answer()


def _all_tips(question: Question, catalogue: Catalogue) -> list[Entry]:
    """The same for everybody, in the order that who the user said to be gives."""
    ordered = in_order(Kept.of(question).groups)
    return [entry for entry in ordered if entry.theme != "stories" and is_held(entry, catalogue)]


@topic("nudge_off")
def nudge_off(question: Question, catalogue: Catalogue) -> Answer:
    """No more encouragement; but "toon de tips", which looks much like "stop met de tips", shows them."""
    if _asks_for_tips(question):
        return dispatch(replace(question, topic="role_model"), catalogue)
    return say_text(question, catalogue)


def _asks_for_tips(question: Question) -> bool:
    """The message holds the word and nothing that could mean "no"."""
    words = texts_of("nudge_off").words
    asking = {*words["around_tips"], *texts_of("role_model").words["tips"]}
    said = set(words_of(question.text))
    return said <= asking and not said.isdisjoint(texts_of("role_model").words["tips"])
