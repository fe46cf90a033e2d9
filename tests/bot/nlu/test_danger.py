from __future__ import annotations

import pytest

from bot.nlu.danger import danger, is_harmless


@pytest.mark.parametrize(
    "text",
    [
        "ik wil dood",
        "ik wil gewoon niet meer leven",
        "mijn vader slaat mij",
        "ik word elke dag gepest",
        "ze lachen me uit omdat ik bso doe",
        "ik ben zo verdrietig",
        "ik denk aan zelfmoord",
        "i want to kill myself",
        "ik zie het niet meer zitten",
    ],
)
def test_a_call_for_help(text: str) -> None:
    assert danger(text, text) == "call"


@pytest.mark.parametrize(
    "text",
    [
        "ik ga dood van het lachen",
        "mijn gsm is dood",
        "ik schrok me dood",
        "mijn batterij is bijna dood",
        "doodmoe van school",
    ],
)
def test_a_strong_word_in_a_harmless_saying(text: str) -> None:
    assert danger(text, text) == "none"
    assert is_harmless(text)


@pytest.mark.parametrize("text", ["wat is duaal leren", "ik ben een jongen", "ik wil lasser worden", ""])
def test_ordinary_messages(text: str) -> None:
    assert danger(text, text) == "none"


def test_a_word_of_danger_alone_needs_the_topic_model() -> None:
    assert danger("ik ben bang", "ik ben bang") == "words"
