"""Around the open question of the guided talk: which messages answer it, and how the talk goes on after others."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate
from typing import Any

from actions.answer import Answer, Choice
from actions.choosing import MOST_ASIDE, QUESTIONS, REST, TOPIC, Guide, question_choices, resume
from actions.hearing import answers_in, hear, is_wish, left_out, lexicon, tells_year
from actions.passages import note_in, sentences_of
from actions.picks import picked
from actions.question import Question
from actions.reply import Reply
from actions.search import is_follow_up
from actions.texts import COMMON
from study_catalogue import Catalogue

SEARCH = "option_search"
BESIDE = 2  # choices of another answer that stay above those of the open question
MOST_WORDS = 90  # of another answer and the open question together (spec: before "meer")
FEW_WORDS = 45  # of the other answer where it would be more


def goes_on(question: Question, catalogue: Catalogue) -> Question:
    """An answer to the question that the guided talk just asked belongs to it, whatever else it might have been."""
    guide = question.context.get("guide")
    if question.topic == TOPIC:
        return question
    if guide is None:
        return _changes(question, catalogue)
    pick = picked(question, catalogue, alone=True) if guide["asked"] != "level" else None
    if pick:
        return pick if pick.topic == TOPIC else question
    if hear(question, catalogue, guide["asked"]).meant == "aside":
        return question
    return replace(question, topic=TOPIC, context={**question.context, "heard_as": question.topic})


def _changes(question: Question, catalogue: Catalogue) -> Question:
    """ "En liever theorie?" after three options: the same talk with one answer changed."""
    listing = question.listing
    if _changes_search(question, listing):
        return replace(question, topic=SEARCH, context={**question.context, "follow_up": True})
    if listing.get("topic") != TOPIC or question.named("place") or question.topic in lexicon().topics["own"]:
        return question
    loose = question.topic in lexicon().topics["loose"]
    if not (is_wish(question) or (loose and is_follow_up(question))):
        return question
    changed = left_out(question) or answers_in(question, catalogue)
    return replace(question, topic=TOPIC, context={**question.context, "follow_up": True}) if changed else question


def _changes_search(question: Question, listing: dict[str, Any]) -> bool:
    """ "Liever minder theorie", "ze zit in het 4de jaar" about a list of options that was just searched for."""
    just_shown = listing.get("topic") == SEARCH and question.context.get("subject") == SEARCH
    if not just_shown or question.topic not in {*lexicon().topics["loose"], "difficulty", "switching"}:
        return False
    wishes = is_wish(question) and any(map(question.named, ("theme", "practice", "finality", "level", "excluded")))
    return wishes or tells_year(question)


def leads_back(question: Question, answer: Answer, catalogue: Catalogue) -> Answer:
    """After another question the open one is put again, once; after too many in a row the talk is left, with a way
    back."""
    guide = question.context.get("guide")
    if guide is None or answer.topic == TOPIC or "guide" in answer.remember:
        return answer
    topics, aside = lexicon().topics, guide.get("aside", 0) + 1
    if answer.topic in topics["ends"]:
        return replace(answer, remember={**answer.remember, "guide": None})
    reply = Reply(replace(question, topic=TOPIC), catalogue)
    if aside > MOST_ASIDE:
        return _with(answer, (), resume(reply, guide), None)
    kept = {**guide, "aside": aside, "missed": 0, REST: ""}
    if guide.get("put") or answer.kind not in ("answer", "smalltalk") or answer.topic in topics["beside"]:
        return _with(answer, (), resume(reply, {}), kept)
    kept["put"] = True
    put_again = reply.say("back_to").say(QUESTIONS[guide["asked"]]).answer().text
    shown, rest = _shortened(answer, put_again, question.audience)
    kept[REST] = rest
    choices = question_choices(reply, guide["asked"])
    titles = {choice.title for choice in choices}  # "Na het secundair" is an answer here, and a topic elsewhere
    own = [choice for choice in answer.choices if choice.title not in titles]
    more = Reply(question, catalogue, COMMON).offer("more_text").answer().choices if rest else ()
    beside = tuple(dict.fromkeys((*more, *own)))[:BESIDE]
    return _with(replace(shown, choices=beside), (put_again,), choices, kept, guide["asked"])


def _shortened(answer: Answer, put_again: str, audience: str) -> tuple[Answer, str]:
    """The answer in its first sentences where it is long with the question behind it, and the rest of it.

    From which year a part of it is stays with it.
    """
    if len(f"{answer.text} {put_again}".split()) <= MOST_WORDS:
        return answer, ""
    note = note_in(answer, audience)
    sentences = sentences_of(answer.text.removesuffix(note).strip())
    counts = accumulate(len(sentence.split()) for sentence in sentences)
    ends = max(sum(count <= FEW_WORDS for count in counts), 1)
    ends -= ends > 1 and sentences[ends - 1].endswith("?")  # a question keeps its answer
    text = " ".join(filter(None, (*sentences[:ends], note)))
    return replace(answer, text=text), " ".join(sentences[ends:])


def _with(
    answer: Answer, said: tuple[str, ...], choices: tuple[Choice, ...], guide: Guide | None, asked: str = ""
) -> Answer:
    remember = {**answer.remember, "guide": guide, **({"asked": asked} if asked else {})}
    together = tuple(dict.fromkeys((*answer.choices, *choices)))
    return replace(answer, text=" ".join((answer.text, *said)), choices=together, remember=remember)
