"""What a message tells of somebody else is not the speaker's own: data/others.yml."""

from __future__ import annotations

import pytest

from actions.others import as_advised, without_advisers, without_others, without_wishers
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


TEACHER = "Leerkracht secundair onderwijs"


def advised(catalogue, topic: str, text: str, *named: tuple[str, str, str]) -> Question:
    """named: kind, value and the words in the text for it"""
    mentions = tuple(Mention(kind, value, words, at=text.index(words)) for kind, value, words in named)
    return as_advised(without_advisers(Question(topic, text, mentions)), catalogue)


@pytest.mark.parametrize("topic", ["option_for_job", "clarify", "out_of_scope"])
@pytest.mark.parametrize(
    "text",
    ["mijn leerkracht zegt dat ik best mechatronica doe", "de leerkracht van mijn zoon raadt hem mechatronica aan"],
)
def test_advice_of_a_teacher_is_about_what_is_advised(catalogue, topic: str, text: str) -> None:
    meant = advised(catalogue, topic, text, ("job", TEACHER, "leerkracht"), ("option", "Mechatronica", "mechatronica"))
    assert meant.topic == "option_info" and not meant.named("job")


def test_after_the_own_study_the_other_level_is_asked_for(catalogue) -> None:
    text = "6de jaar elektrotechnieken. mijn leerkracht zegt bachelor, ik wil liever graduaat"
    own = ("option", "Elektrotechnieken", "elektrotechnieken")
    levels = (("level", "so-3", "6de jaar"), ("level", "bachelor", "bachelor"), ("level", "graduaat", "graduaat"))
    meant = advised(catalogue, "option_for_job", text, ("job", TEACHER, "leerkracht"), own, *levels)
    assert meant.topic == "option_next" and [level.value for level in meant.named("level")] == ["graduaat"]


@pytest.mark.parametrize("text", ["ik wil leerkracht worden", "mijn mama is leerkracht en zegt dat het leuk is"])
def test_who_wants_to_teach_keeps_the_wish(catalogue, text: str) -> None:
    meant = advised(catalogue, "option_for_job", text, ("job", TEACHER, "leerkracht"))
    assert meant.topic == "option_for_job" and meant.named("job")


def wished(text: str, topic: str = "option_for_job") -> list[str]:
    """The words of a wish that are left; each word of the text with a capital is one that names a theme."""
    mentions = tuple(Mention("theme", word, word, at=text.index(word)) for word in text.split() if word[0].isupper())
    left = without_wishers(Question(topic, text, mentions))
    assert all(left.text[one.at :].startswith(one.text) for one in left.mentions)
    return [mention.value for mention in left.mentions]


@pytest.mark.parametrize(
    "text",
    [
        "mijn mama wil dat ik Zorg doe maar ik wil Hout",
        "papa wil da ik Zorg doe, ma kwil Hout",
        "mijn ouders willen heel graag dat ik Zorg doe maar zelf wil ik iets met Hout",
        "ons ma hoopt dat ik Zorg doe terwijl ik droom van Hout",
    ],
)
def test_the_own_wish_comes_before_that_of_a_parent(text: str) -> None:
    assert wished(text) == ["Hout"]


@pytest.mark.parametrize(
    "text",
    [
        "mijn mama wil dat ik Zorg doe maar ik wil niet",
        "mijn papa wil dat ik Zorg doe en ik ook",
        "mijn ouders willen dat ik Zorg doe. hoe begin ik",
        "ik wil Zorg doen maar ook Hout",
    ],
)
def test_without_an_own_wish_all_stays(text: str) -> None:
    assert "Zorg" in wished(text)


def test_a_quarrel_about_the_choice_keeps_both() -> None:
    assert wished("mama wil dat ik Zorg doe maar ik wil Hout", "parent_help") == ["Zorg", "Hout"]
