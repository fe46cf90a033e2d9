"""A pupil whose parents think otherwise gets something to say to them."""

from __future__ import annotations

import pytest

TOPICS = ["parent_help", "enc_first_in_family"]
OTHERWISE = "anders"  # the first sentence asks whether they think otherwise at home


@pytest.mark.parametrize("topic", TOPICS)
@pytest.mark.parametrize(
    "text",
    [
        "mijn papa zegt dat techniek voor losers is",
        "thuis vinden ze bouw maar niks",
        "mijn ouders zijn tegen duaal leren",
    ],
)
def test_parents_who_object(talk, topic: str, text: str) -> None:
    answer = talk(topic, text=text)
    assert OTHERWISE in answer.text.split("?")[0] and "infodag" in answer.text
    assert answer.sources and answer.choices


@pytest.mark.parametrize("topic", TOPICS)
@pytest.mark.parametrize("text", ["niemand thuis doet iets met techniek", "hoe help ik mijn broer kiezen", ""])
def test_parents_who_do_not(talk, topic: str, text: str) -> None:
    assert OTHERWISE not in talk(topic, text=text).text


@pytest.mark.parametrize("topic", TOPICS)
def test_a_parent_is_answered_as_one(parent, topic: str) -> None:
    text = "mijn man zegt dat techniek niets is voor onze zoon, grootouders vinden dat ook"
    assert OTHERWISE not in parent(topic, text=text).text
