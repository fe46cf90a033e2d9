"""What follows the crisis answer: "ja", "nee", "help". The call itself is heard by the understanding.

Slot `topic` says that the last answer was that one; nothing else of it is kept. An answer with this topic takes the
words of the message out of all that is kept, whatever they were understood as.
"""

from __future__ import annotations

import re
from dataclasses import replace

from actions.answer import Answer
from actions.conversation import DISTRESS, for_help
from actions.lists import words_of
from actions.patterns import finds, whole
from actions.question import Question
from actions.texts import texts_of
from study_catalogue import Catalogue
from study_catalogue.text import fold

ANSWERS = (("in_danger", "now"), ("no_danger", "not_now"))  # the words that say it, the text for it
# what a message after the crisis answer may be taken for, where it names nothing that we know of
LOST = ("out_of_scope", "nonsense", "clarify", "inform", "audience", "capabilities", "parent_help", "handover")
SUBJECTS = ("option", "job", "theme", "place", "unknown", "outside")
MOST_WORDS = 7  # of an answer to "is there danger now?"
_DRAWN_OUT = re.compile(r"(\w)\1{2,}")  # "jaaaa"


def call_for_help(question: Question, catalogue: Catalogue) -> Answer | None:
    """The answer to a message that goes on about a call for help; None for all others, a call itself too."""
    after = question.context.get("topic") == DISTRESS
    said = (_low(question) or (_goes_on(question) if question.topic != DISTRESS else "")) if after else ""
    return for_help(replace(question, topic=DISTRESS), catalogue, said) if said else None


def _goes_on(question: Question) -> str:
    """The text for a message after the crisis answer that asks nothing of ours: "help", "wat moet ik nu doen"."""
    elsewhere = any(map(question.named, SUBJECTS)) or {*words_of(question.whole)} & {
        *texts_of(DISTRESS).words["people"]
    }
    lost = question.topic in LOST and not elsewhere
    if lost and finds(texts_of(DISTRESS).words["unharmed"], fold(question.whole)):
        return "not_now"
    return _in_danger(question) or ("now" if lost else "")


def _low(question: Question) -> str:
    """The text for who only denies the call: "nee ik ga mezelf niks doen, gewoon down"; "" with any other word."""
    known = texts_of(DISTRESS).words
    text = fold(question.whole)
    left = whole(known["denies"]).sub(" ", text)
    return "low" if left != text and {*words_of(left)} <= {*known["down"]} else ""


def _in_danger(question: Question) -> str:
    """The text that answers a yes or a no; "" for a message that is neither."""
    first, *others = words_of(_DRAWN_OUT.sub(r"\1\1", question.whole)) or [""]
    known = texts_of(DISTRESS).words
    if len(others) >= MOST_WORDS or not {*others} <= {*known["beside"]}:
        return ""
    return next((key for kind, key in ANSWERS if first in known[kind]), "")
