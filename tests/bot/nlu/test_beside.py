"""What stands beside a study question, without any model."""

from __future__ import annotations

import pytest

from bot.nlu.beside import SURE, Part, is_calm_beside, rest_of, spans
from bot.nlu.wording import Wording

STUDY, TALK = ("option_for_job", SURE), ("out_of_scope", 0.9)


def cut(text: str) -> list[str]:
    return [text[start:end].strip() for start, end in spans(text)]


def rest(*parts: tuple[str, tuple[str, float]]) -> str | None:
    found = rest_of([Part(text, Wording(text, text)) for text, _ in parts], [best for _, best in parts])
    return found.text if found else None


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("ik krijg slaag, en hoe word ik lasser", ["ik krijg slaag", "hoe word ik lasser"]),
        ("hoe word ik lasser? ik krijg slaag.", ["hoe word ik lasser", "ik krijg slaag"]),
        ("ik krijg slaag en ik wil lasser worden", ["ik krijg slaag", "en ik wil lasser worden"]),
        ("ik krijg slaag welke school is er", ["ik krijg slaag", "welke school is er"]),
        ("wat is 3.5 jaar", ["wat is 3.5 jaar"]),
        ("wat is duaal", ["wat is duaal"]),
        ("...", []),
        ("", []),
    ],
)
def test_a_message_is_cut_at_its_marks_and_sentences(text: str, parts: list[str]) -> None:
    assert cut(text) == parts


def test_the_study_question_is_left_out() -> None:
    assert rest(("alles is zwart geworden", TALK), ("hoe word ik lasser", STUDY)) == "alles is zwart geworden"
    assert (
        rest(("hoe word ik lasser", STUDY), ("alles is zwart", TALK), ("en grijs", TALK)) == "alles is zwart, en grijs"
    )


def test_without_a_study_question_or_anything_else_there_is_nothing_to_read() -> None:
    assert rest(("alles is zwart geworden", TALK), ("echt waar", TALK)) is None
    assert rest(("hoe word ik lasser", STUDY), ("welke school is er", STUDY)) is None
    assert rest() is None


def test_a_word_or_two_beside_it_call_for_nothing_but_danger() -> None:
    assert rest(("hallo daar", TALK), ("hoe word ik lasser", STUDY)) is None
    assert rest(("wil dood", TALK), ("hoe word ik lasser", STUDY)) == "wil dood"


def test_what_calls_by_its_words_is_no_study_question_whatever_the_model_says() -> None:
    assert rest(("mijn pa slaat mij", STUDY), ("hoe word ik lasser", STUDY)) == "mijn pa slaat mij"


def test_a_guess_that_is_not_sure_takes_nothing_out() -> None:
    assert rest(("alles is zwart geworden", TALK), ("hoe word ik lasser", ("option_for_job", SURE - 0.01))) is None


def test_calm_worries_are_left_out_and_the_rest_is_read() -> None:
    worry, question = ("ik slaap er niet van", TALK), ("hoe word ik lasser", STUDY)
    assert rest(worry, question) is None
    assert rest(worry, ("alles is zwart geworden", TALK), question) == "alles is zwart geworden"
    assert rest(worry, ("mijn pa slaat mij", TALK), question) == "mijn pa slaat mij"


def test_worries_are_calm_beside_a_study_question_only() -> None:
    def calm(*parts: tuple[str, tuple[str, float]]) -> bool:
        return is_calm_beside([Part(text, Wording(text, text)) for text, _ in parts], [best for _, best in parts])

    worry, question = ("ik slaap er niet van", TALK), ("hoe word ik lasser", STUDY)
    assert calm(worry, question)
    assert not calm(worry, ("echt waar", TALK))
    assert not calm(("mijn pa slaat mij", TALK), question)
