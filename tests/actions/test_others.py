"""What a message tells of somebody else is not the speaker's own: data/others.yml."""

from __future__ import annotations

import pytest

from actions.others import without_others
from actions.question import Mention, Question


def own(text: str, said: str) -> bool:
    """Whether what is named with this word counts as the speaker's."""
    mention = Mention("finality", "dubbel", "dubbel", at=text.index(said))
    return bool(without_others(Question("help_choose", text, (mention,))).mentions)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("mn vrienden gaan allemaal naar tso maar k weet et nie", "tso"),
        ("Mijn beste vriendin doet tso maar ik twijfel", "tso"),
        ("iedereen kiest aso, ik weet het niet", "aso"),
        ("mijn broer zit in bso en ik weet niet wat kiezen", "bso"),
    ],
)
def test_what_others_do_is_left_out(text: str, said: str) -> None:
    assert not own(text, said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("mijn vrienden doen latijn maar ik wil tso", "tso"),
        ("ik doe tso en mijn vrienden niet", "tso"),
        ("mijn broer zit in tso en weet niet wat kiezen", "tso"),
        ("mijn broer zit in tso, hoe kan ik hem helpen", "tso"),
        ("ik zit in tso met mijn klas", "tso"),
    ],
)
def test_what_is_the_speakers_own_or_what_it_is_about_stays(text: str, said: str) -> None:
    assert own(text, said)


def test_the_guided_talk_does_not_take_it_for_an_answer(talk) -> None:
    text = "mijn vrienden gaan naar tso maar ik weet het niet"
    answer = talk("help_choose", Mention("finality", "dubbel", "dubbel", at=text.index("tso")), text=text)
    assert "dubbel" not in answer.text and "finality" not in talk.slots
