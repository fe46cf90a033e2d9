"""What a pupil at school chooses next to reach a job or a study."""

from __future__ import annotations

import pytest

from actions.question import Mention
from tests.actions.conftest import Talk

WELDER = Mention("job", "Manueel lasser", "lasser")


@pytest.mark.parametrize(
    ("text", "mention", "level"),
    [
        ("lasser, ik zit in 2B, wat kies ik", Mention("level", "so-1", "2B"), "2de graad"),
        ("lasser, ik zit in het derde jaar", Mention("level", "so-2", "derde jaar"), "3de graad"),
        ("welke richting in de 2de graad voor lasser", Mention("level", "so-2", "2de graad"), "2de graad"),
    ],
)
def test_the_next_choice_is_shown(talk: Talk, text: str, mention: Mention, level: str) -> None:
    answer = talk("option_for_job", WELDER, mention, text=text)
    assert answer.kind == "answer"
    assert "lasser" in answer.text
    assert answer.items
    assert all(item.line.startswith(level) for item in answer.items)


def test_without_a_year_all_ways_are_shown(talk: Talk) -> None:
    levels = {item.line.split(",")[0] for item in talk("option_for_job", WELDER, text="hoe word ik lasser").items}
    assert len(levels) > 1


def test_a_study_in_the_mouth_of_a_pupil_starts_at_the_next_choice(talk: Talk) -> None:
    """ "Ingenieur" is a study for several jobs; what leads there is a grade that can be chosen."""
    studies = Mention(
        "option", "Academische bachelor ingenieurswetenschappen", "ingenieur", ("Academische bachelor chemie",)
    )
    jobs = Mention("job", "Projectmanager engineering", "ingenieur", ("Ingenieur studie en advies bouw",))
    answer = talk("option_for_job", studies, jobs, text="hoe word ik ingenieur als ik nu in t 3de zit")
    assert "ingenieur" in answer.text
    assert answer.items and all(item.line.startswith("3de graad, doorstroom") for item in answer.items)


def test_the_words_are_those_of_the_goal(talk: Talk) -> None:
    latin, doctor = (
        Mention("option", "Latijn", "latijn"),
        Mention("option", "Academische bachelor geneeskunde", "dokter"),
    )
    answer = talk("option_for_job", latin, doctor, text="kzit in 3 latijn en wil dokter worden, kan da")
    assert "In de 3de graad" in answer.text and "naar dokter." in answer.text
