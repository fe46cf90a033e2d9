"""What a message about academies is after."""

from __future__ import annotations

import pytest

from actions.academy_wishes import as_wished_for
from actions.question import Mention, Question

CHEMISTRY, ROBOTS = Mention("theme", "chemie", "proefjes"), Mention("theme", "robotica", "robots")


def themes(text: str, *mentions: Mention) -> list[str]:
    asked = as_wished_for(Question("academy_filter", text, mentions))
    return [mention.value for mention in asked.named("theme")]


@pytest.mark.parametrize(
    "text",
    [
        "techniek hoeft niet per se",
        "robots hoeft niet",
        "het hoeft niet over techniek te gaan",
        "techniek moet niet echt",
    ],
)
def test_a_subject_that_need_not_be_is_taken_away(text: str) -> None:
    assert themes(text, *([ROBOTS] if "robots" in text else [])) == ["-"]


def test_a_subject_that_is_wanted_beside_it_stays() -> None:
    assert themes("techniek hoeft niet, robots wel", ROBOTS) == ["robotica"]


@pytest.mark.parametrize(
    "text", ["proefjes, is er een wetenschapsclub", "proefjes, iets rond wetenschap", "zo'n wetenschapper"]
)
def test_science_as_a_whole_is_more_than_chemistry(text: str) -> None:
    assert themes(text, *([CHEMISTRY] if "proefjes" in text else [])) == ["wetenschap"]


def test_chemistry_alone_stays_and_so_do_robots() -> None:
    assert themes("een club met proefjes", CHEMISTRY) == ["chemie"]
    assert themes("een wetenschapsclub met robots", ROBOTS) == ["robotica"]


def test_a_strange_word_of_a_story_is_not_what_is_looked_for() -> None:
    story = "hij deed de microgolfoven ontploffen, is er een club in Genk"
    asked = as_wished_for(Question("academy_filter", story, (Mention("unknown", "x", "microgolfoven", at=11),)))
    assert not asked.named("unknown")
    wish = "is er een club over ballonvaren in Genk"
    asked = as_wished_for(Question("academy_filter", wish, (Mention("unknown", "x", "ballonvaren", at=20),)))
    assert asked.named("unknown")
