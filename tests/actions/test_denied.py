"""Subjects that a message turns away behind their name."""

from __future__ import annotations

import pytest

from actions.denied import with_denied_subjects
from actions.question import Mention, Question


def asked(text: str) -> Question:
    names = {"programmeren": "programmeren", "robots": "robotica", "elektronica": "elektronica"}
    found = ((word, theme, text.find(word)) for word, theme in names.items())
    return Question("academy_filter", text, tuple(Mention("theme", t, w, at=at) for w, t, at in found if at >= 0))


@pytest.mark.parametrize(
    "text",
    [
        "programmeren is het niet echt, iets met elektronica?",
        "programmeren ligt hem niet, wel elektronica",
        "programmeren vindt ze niks, liever elektronica",
        "programmeren interesseert mij ni, elektronica wel",
        "programmeren hoeft niet, elektronica wel",
    ],
)
def test_what_is_turned_away_is_excluded(text: str) -> None:
    question = with_denied_subjects(asked(text))
    assert [mention.value for mention in question.named("theme")] == ["elektronica"]
    assert [mention.value for mention in question.named("excluded")] == ["theme:programmeren"]


@pytest.mark.parametrize(
    "text",
    [
        "programmeren is niet makkelijk, iets met elektronica",
        "programmeren is niet genoeg, ook elektronica",
        "programmeren en elektronica, ik ben niet bang",
        "programmeren ligt hem niet",
    ],
)
def test_other_messages_stay_as_they_are(text: str) -> None:
    question = asked(text)
    assert with_denied_subjects(question) is question
