"""Whether a study is STEM."""

from __future__ import annotations

import pytest

from actions.question import Mention


def named(words: str) -> Mention:
    return Mention("option", words, words)


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("Houttechnieken", "Ja. De overheid telt Houttechnieken"),
        ("Economie-Wiskunde", "Nee. De overheid telt Economie-Wiskunde"),
        ("Academische bachelor diergeneeskunde", "bij zorg-STEM. Van de overheid ken ik daar geen label voor"),
    ],
)
def test_by_the_label_of_the_government_else_by_our_list(talk, option: str, said: str) -> None:
    answer = talk("stem_what", named(option), text=f"is {option} stem")
    assert said in answer.text and answer.sources


@pytest.mark.parametrize("topic", ["difficulty", "option_info", "path_map"])
def test_whatever_it_was_taken_for(talk, topic: str) -> None:
    answer = talk(topic, named("Houttechnieken"), text="is houttechnieken stem of niet")
    assert answer.topic == "stem_what" and answer.text.startswith(("Ja", "Hallo"))


@pytest.mark.parametrize("text", ["wat is stem", "is houttechnieken moeilijk", "wat leer je in houttechnieken"])
def test_another_question_gets_no_yes(talk, text: str) -> None:
    assert "De overheid telt" not in talk("stem_what", named("Houttechnieken"), text=text).text
