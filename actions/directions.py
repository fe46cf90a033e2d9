"""Of a study or job that is named: whether somebody comes from there, or goes there."""

from __future__ import annotations

from actions.lists import words_of
from actions.question import Mention
from actions.texts import texts_of

NEAR = 4  # words before a name that tell what it is
NEAR_BEHIND = 2  # words behind it


def comes_after(text: str, mention: Mention) -> bool:
    """Whether the nearest of the last words before it says where somebody comes from: "na", "van", "nu in"."""
    return _told_before(text, mention) in texts_of("option_entry").words["from"]


def goes_to(text: str, mention: Mention) -> bool:
    """The same of where somebody goes: "naar", or "worden" after it."""
    words = texts_of("option_entry").words
    becomes = [*_behind(text, mention)[:1], *words_of(mention.text)[-1:]]
    return _told_before(text, mention) in words["to"] or not set(words["becomes"]).isdisjoint(becomes)


def is_studied(text: str, mention: Mention) -> bool:
    """ "X studeren", "X gaan doen": what one wants to study is no start."""
    words = [*_behind(text, mention)[:NEAR_BEHIND], *words_of(mention.text)[-1:]]
    return not set(texts_of("option_entry").words["studied"]).isdisjoint(words)


def _behind(text: str, mention: Mention) -> list[str]:
    return words_of(text.lower().partition(mention.text.lower())[2])


def _told_before(text: str, mention: Mention) -> str:
    """The nearest word before it that tells a start from a goal; "" when there is none."""
    words = texts_of("option_entry").words
    before = words_of(text.lower().partition(mention.text.lower())[0])[-NEAR:]
    return next((word for word in reversed(before) if word in words["from"] or word in words["to"]), "")
