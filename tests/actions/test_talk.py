"""The conversation itself: starting anew, who is talking, what is kept, other languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from actions.conversation import SLOTS
from actions.question import Mention
from actions.talk import languages

if TYPE_CHECKING:
    from tests.actions.conftest import Talk

EXPLAINED = "zonder bericht is het daar weg"


def test_restart_forgets_all_that_was_named(talk: Talk) -> None:
    talk("option_info", option="Houttechnieken")
    talk("academy_nearby", place="3600 Genk", age="9")
    answer = talk("restart")
    assert (answer.topic, answer.kind) == ("restart", "smalltalk") and len(answer.choices) >= 5
    assert set(answer.remember) >= set(SLOTS) and talk.slots == {"topic": "restart"}
    assert talk("option_jobs").kind == "ask" and talk("academy_nearby").kind == "ask"


def test_restart_is_no_first_message_and_keeps_who_is_talking(talk: Talk, parent: Talk) -> None:
    assert "chatbot" not in talk("restart").text and "chatbot" not in talk("stem_what").text
    assert "audience" not in parent("restart").remember and "Wilt u" in parent("thanks").text


def test_restart_leaves_nothing_to_repeat(talk: Talk) -> None:
    talk("dual_what")
    talk("restart")
    assert "nog niets" in talk("repeat").text and "nog niets" in talk("back").text


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("ik ben een mama", "parent"),
        ("Wij zijn de ouders van een leerling", "parent"),
        ("geen leerling, wel een papa", "parent"),
        ("ik ben leerling in 4 techniek", "pupil"),
        ("ik werk bij het CLB in Tongeren", "clb"),
        ("kben clb'er", "clb"),
        ("zorgcoördinator in een lagere school", "clb"),
    ],
)
def test_who_the_user_says_to_be_is_kept(talk: Talk, text: str, role: str) -> None:
    answer = talk("audience", text=text)
    assert answer.kind == "answer" and talk.slots["audience"] == role


@pytest.mark.parametrize(("role", "form"), [("parent", " u "), ("pupil", " je "), ("clb", "U leest")])
def test_a_tapped_role_changes_the_form_of_address(talk: Talk, parent: Talk, role: str, form: str) -> None:
    for conversation in (talk, parent):
        answer = conversation("audience", Mention("audience", role, basis="choice"))
        assert form in answer.text and conversation.slots["audience"] == role


def test_each_role_has_its_own_next_steps(talk: Talk) -> None:
    steps = {role: [c.topic for c in talk("audience", audience=role).choices] for role in ("parent", "pupil", "clb")}
    assert "parent_help" in steps["parent"] and "help_choose" in steps["pupil"] and "sources" in steps["clb"]
    assert all("audience" not in topics for topics in steps.values())


@pytest.mark.parametrize("text", ["wie denk je dat ik ben", "ik ben geen ouder maar de grote zus", "ik ben moe"])
def test_an_unclear_role_is_asked_and_changes_nothing(talk: Talk, parent: Talk, text: str) -> None:
    answer = talk("audience", text=text)
    assert answer.kind == "ask" and "audience" not in answer.remember
    assert [dict(choice.about).get("audience") for choice in answer.choices] == [
        "pupil",
        "parent",
        "clb",
        "company",
        None,
    ]
    assert "Wie bent u?" in parent("audience", text=text).text


def test_the_facts_are_the_same_for_everyone(talk: Talk, parent: Talk) -> None:
    assert talk("dual_pay").items == parent("dual_pay").items
    assert talk("dual_pay").sources == parent("dual_pay").sources


@pytest.mark.parametrize(
    "text",
    [
        "wis mijn gesprek",
        "gesprek wissen",
        "verwijder alles wa ge van mij hebt",
        "delete alles wat ik gezegd heb aub",
        "doe mijn chatgeschiedenis weg",
    ],
)
def test_asked_to_it_wipes_and_forgets_everything(talk: Talk, text: str) -> None:
    talk("option_info", option="Houttechnieken")
    answer = talk("privacy", text=text)
    assert answer.wiped and answer.as_dict()["wiped"] is True and answer.topic == "privacy"
    assert talk.slots == {"wiped": True} and set(answer.remember) >= {*SLOTS, "audience"}
    assert "chatbot" in talk("dual_what").text and "nog niets" in talk("back").text


@pytest.mark.parametrize(
    "text",
    [
        "kan ik mijn gesprek wissen?",
        "kan je mijn gesprek verwijderen",
        "hoe verwijder ik mijn chatgeschiedenis",
        "is mijn gesprek nu weg",
        "heb je mijn gesprek gewist?",
        "wordt mijn gesprek verwijderd",
        "moet ik mijn gesprek wissen?",
        "kunnen leerkrachten mijn gesprek wissen",
        "wie kan dit wissen",
        "wis mijn gesprek niet",
        "worden mijn berichten bewaard",
        "is dit anoniem",
        "",
    ],
)
def test_asked_about_it_it_explains_and_wipes_nothing(talk: Talk, text: str) -> None:
    talk("option_info", option="Houttechnieken")
    answer = talk("privacy", text=text)
    assert not answer.wiped and "wiped" not in answer.as_dict() and "wiped" not in talk.slots
    assert EXPLAINED in answer.text and "wis mijn gesprek" in answer.text
    assert talk.slots["option"] == "so3-houttechnieken"


def test_more_about_privacy_is_about_privacy(talk: Talk) -> None:
    talk("dual_days")
    answer = talk("privacy", text="wie leest hier mee")
    assert answer.choices[-1].topic == "more" and all(source.year for source in answer.sources)
    assert "Leerkrachten" in talk("more").text


@pytest.mark.parametrize("code", languages())
def test_one_line_in_the_language_then_dutch(talk: Talk, parent: Talk, code: str) -> None:
    for conversation, form in ((talk, "Je school"), (parent, "De school")):
        answer = conversation("other_language", language=code)
        assert answer.text.startswith(f"{languages()[code].line} Ik spreek alleen Nederlands.")
        assert "CLB" in languages()[code].line and form in answer.text and answer.kind == "fallback"


@pytest.mark.parametrize(("code", "name"), [(code, found.name) for code, found in languages().items()])
def test_a_language_that_is_asked_for_by_name(talk: Talk, code: str, name: str) -> None:
    for text in (f"spreek je {name}", f"SPREEK JE {name.upper()}?", f"kan het in het {name.lower()}?"):
        assert talk("other_language", text=text).text.startswith(languages()[code].line)


def test_spreek_je_frans(talk: Talk) -> None:
    assert talk("other_language", text="spreek je frans").text.startswith("Je comprends seulement le néerlandais.")


def test_the_language_written_goes_before_the_one_named(talk: Talk) -> None:
    answer = talk("other_language", Mention("language", "en"), text="do you speak Frans")
    assert answer.text.startswith(languages()["en"].line)


@pytest.mark.parametrize("text", ["", "spreek je klingon", "ik spreek niet goed Nederlands"])
def test_an_unknown_language_gets_plain_dutch(talk: Talk, text: str) -> None:
    assert talk("other_language", Mention("language", "xx"), text=text).text.startswith("Ik spreek alleen Nederlands")


def test_privacy_holds_with_and_without_a_school(talk: Talk, parent: Talk) -> None:
    """The same words stand on a page of our own, where there is no school."""
    for conversation in (talk, parent):
        for text in ("wat wordt bewaard", "vertel je dit aan mijn mama"):
            told = conversation("privacy", text=text).text
            assert "server van" not in told and "mijn server" in told
        assert "van wie STEMpad aanbiedt" in conversation("privacy", text="wat wordt bewaard").text
