"""Calls for help that the understanding may miss: harm at home beside a question, and what answers the crisis answer.

Slot `topic` says that the last answer was that one; nothing else of it is kept. An answer with this topic takes the
words of the message out of all that is kept, whatever they were understood as.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import yaml

from actions.answer import Answer
from actions.conversation import DISTRESS, for_help
from actions.lists import words_of
from actions.question import Question
from actions.registry import dispatch
from actions.texts import texts_of
from study_catalogue import Catalogue
from study_catalogue.text import fold

AT_HOME = Path(__file__).resolve().parent.parent / "data" / "danger" / "at_home.yml"
ANSWERS = (("in_danger", "now"), ("no_danger", "not_now"))  # the words that say it, the text for it
# what a message after the crisis answer may be taken for, where it names nothing that we know of
LOST = ("out_of_scope", "nonsense", "clarify", "inform", "audience", "capabilities", "parent_help", "handover")
SUBJECTS = ("option", "job", "theme", "place", "unknown", "outside")
MOST_WORDS = 7  # of an answer to "is there danger now?"
_HOLE = re.compile(r"\{([a-z]\w*)\}")
_DRAWN_OUT = re.compile(r"(\w)\1{2,}")  # "jaaaa"
_APART = re.compile(r"[^\w',.;!?]+")


def call_for_help(question: Question, catalogue: Catalogue) -> Answer | None:
    """The answer to a message that is, or goes on about, a call for help; None for all others."""
    if question.topic == DISTRESS:
        return None
    if tells_of_harm(question.whole):
        form = question.audience if question.introduced else "pupil"
        return dispatch(replace(question, topic=DISTRESS, audience=form), catalogue)
    said = _goes_on(question) if question.context.get("topic") == DISTRESS else ""
    return for_help(replace(question, topic=DISTRESS), catalogue, said) if said else None


def _goes_on(question: Question) -> str:
    """The text for a message after the crisis answer that asks nothing of ours: "help", "wat moet ik nu doen"."""
    elsewhere = any(map(question.named, SUBJECTS)) or {*words_of(question.whole)} & {
        *texts_of(DISTRESS).words["people"]
    }
    lost = question.topic in LOST and not elsewhere
    return _in_danger(question) or ("now" if lost else "")


def _in_danger(question: Question) -> str:
    """The text that answers a yes or a no; "" for a message that is neither."""
    first, *others = words_of(_DRAWN_OUT.sub(r"\1\1", question.whole)) or [""]
    known = texts_of(DISTRESS).words
    if len(others) >= MOST_WORDS or not {*others} <= {*known["beside"]}:
        return ""
    return next((key for kind, key in ANSWERS if first in known[kind]), "")


def tells_of_harm(text: str) -> bool:
    """Whether somebody says plainly that he, or somebody else at home, is hit or abused there."""
    calm, calls = _patterns()
    left = calm.sub(" ", _APART.sub(" ", fold(text)))
    return bool(calls.search(left))


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = yaml.safe_load(AT_HOME.read_text(encoding="utf-8"))
    calm, calls = ("|".join(_filled(row, data["parts"]) for row in data[name]) for name in ("calm", "calls"))
    return re.compile(calm), re.compile(calls)


def _filled(pattern: str, parts: dict[str, str]) -> str:
    return _HOLE.sub(lambda hole: parts[hole[1]], pattern)
