from __future__ import annotations

import re

import pytest

from actions.conversation import SLOTS
from actions.nudges import SILENT
from actions.question import Mention
from study_catalogue import Catalogue


@pytest.mark.parametrize("topic", ["greet", "stem_what", "option_info", "bot_challenge", "nonsense", "thanks"])
def test_the_first_message_says_once_that_it_is_a_chatbot(new_talk, topic: str) -> None:
    assert new_talk(topic).text.count("chatbot") == 1


def test_the_second_message_does_not(new_talk) -> None:
    new_talk("greet")
    assert "chatbot" not in new_talk("stem_what").text


def test_bot_challenge_says_no(talk) -> None:
    assert talk("bot_challenge").text.startswith("Nee")


def test_capabilities_and_handover(talk) -> None:
    assert len(talk("capabilities").choices) >= 5
    answer = talk("handover")
    assert answer.kind == "handover"
    assert all(part in answer.text for part in ("school", "CLB", "clbchat.be", "2019"))


def test_distress_is_help_first_and_alone_and_forgets(new_talk) -> None:
    new_talk("greet")
    new_talk("option_info", option="Houttechnieken")
    answer = new_talk("distress")
    assert answer.kind == "handover" and answer.choices == () and answer.nudge is None
    assert "112" in answer.text.split(".")[0]
    assert all(number in answer.text for number in ("1813", "102", "nupraatikerover.be", "clbchat.be"))
    assert answer.sources and answer.items
    assert new_talk.slots == {"topic": "distress", "nudges": SILENT} and set(answer.remember) == set(SLOTS)
    assert "chatbot" not in new_talk("stem_what").text


def test_distress_names_every_number_in_both_forms(talk, parent, catalogue: Catalogue) -> None:
    lines = catalogue.helplines()
    numbers = [line.contact for line in lines if line.contact.isdigit() and line.id != "h-teleonthaal"]
    for answer in (talk("distress"), parent("distress")):
        assert "1712" in numbers and all(number in answer.text for number in numbers)
        assert [item.title for item in answer.items] == [line.name for line in lines]


def test_a_row_of_help_says_how_to_reach_it(talk, catalogue: Catalogue) -> None:
    for item, line in zip(talk("distress").items, catalogue.helplines(), strict=True):
        assert re.search(r"\d{3}", item.line) or line.site in item.line, item
        assert not re.search(r"\([^)]*\(|\)\)", item.line), item


def test_distress_is_a_reading_only_when_it_is_the_likeliest(talk, parent) -> None:
    readings = (("option_jobs", 0.4), ("distress", 0.3), ("option_next", 0.2))
    assert [choice.topic for choice in talk("clarify", readings=readings).choices] == ["option_jobs", "option_next"]
    readings = (("distress", 0.4), ("option_next", 0.2))
    assert [choice.topic for choice in parent("clarify", readings=readings).choices] == ["distress", "option_next"]


def test_distress_as_the_first_message_has_no_greeting(new_talk) -> None:
    assert not new_talk("distress").text.startswith("Hallo")


def test_more_without_a_list(talk) -> None:
    answer = talk("more")
    assert "geen lijst" in answer.text and answer.choices


@pytest.mark.parametrize(
    ("kind", "value", "topic"),
    [
        ("option", "Houttechnieken", "option_info"),
        ("job", "Lasser", "job_info"),
        ("place", "3600 Genk", "academy_nearby"),
        ("age", "9", "academy_filter"),
        ("theme", "robotica", "sector_info"),
        ("level", "so-2", "option_search"),
        ("finality", "dubbel", "option_search"),
        ("unknown", "lasserij", "option_info"),
    ],
)
def test_a_bare_name_at_the_start(talk, kind: str, value: str, topic: str) -> None:
    assert talk("inform", Mention(kind, value, value)).topic == topic


def test_a_name_of_an_option_and_a_job_is_asked_about(talk) -> None:
    answer = talk("inform", Mention("option", "Dakwerker duaal"), Mention("job", "Dakwerker"))
    assert answer.kind == "clarify"
    assert [choice.topic for choice in answer.choices] == ["option_info", "job_info"]


def test_a_bare_name_after_another_subject_finds_its_last_question(talk) -> None:
    talk("academy_nearby", place="3600 Genk")
    talk("stem_what")
    assert talk("inform", place="3500 Hasselt").topic == "academy_nearby"


def test_more_after_choices_gives_them_again(talk) -> None:
    asked = talk("option_jobs", Mention("option", "Autotechnieken", "auto", ("Voertuigtechnieken",), "old_name"))
    answer = talk("more")
    assert answer.kind == "clarify" and answer.choices == asked.choices and "hele lijst" not in answer.text
    assert talk("inform", text="de tweede").topic == "option_jobs"


def test_more_after_doubt_gives_the_readings_again(talk) -> None:
    readings = (("option_jobs", 0.4), ("option_next", 0.3))
    asked = talk("clarify", Mention("option", "Houttechnieken"), readings=readings)
    assert talk("more").choices == asked.choices


def test_nothing_named_is_nonsense(talk) -> None:
    assert talk("inform", text="hmm").topic == "nonsense"
    assert talk("inform", text="de tweede").topic == "nonsense"


def test_doubt_gives_the_readings_with_what_was_named(talk) -> None:
    readings = (("option_jobs", 0.4), ("option_next", 0.3), ("academy_nearby", 0.1), ("greet", 0.1))
    answer = talk("clarify", Mention("option", "Houttechnieken"), readings=readings)
    assert answer.kind == "clarify" and answer.topic == "option_jobs"
    payloads = [choice.payload for choice in answer.choices]
    assert payloads == [
        '/option_jobs{"option": "Houttechnieken"}',
        '/option_next{"option": "Houttechnieken"}',
        "/academy_nearby",
    ]


def test_doubt_keeps_what_was_named(talk) -> None:
    readings = (("academy_nearby", 0.4), ("academy_what", 0.3))
    talk("clarify", Mention("place", "3600 Genk"), Mention("age", "9"), readings=readings)
    answer = talk("academy_filter", theme="drones")
    assert "Genk" in answer.text and "9 jaar" in answer.text


def test_an_age_after_academies_nearby_is_a_filter(talk) -> None:
    talk("bottleneck_list", theme="bouw")
    talk("academy_nearby", place="3600 Genk")
    assert talk("inform", age="9").topic == "academy_filter"
    assert talk("inform", theme="robotica").topic == "academy_filter"
    assert talk("inform", place="3500 Hasselt").items


def test_no_doubt_between_two_names_of_the_same_answer(talk) -> None:
    readings = (("academy_nearby", 0.4), ("academy_filter", 0.3))
    assert talk("clarify", Mention("place", "3600 Genk"), readings=readings).items


def test_doubt_without_readings_asks_again(talk) -> None:
    assert talk("clarify").topic == "nonsense"


def test_a_place_with_a_subject_is_about_academies(talk) -> None:
    """ "Programmeren in Aalst": nobody asks for a study option by its town here."""
    answer = talk("inform", place="9300 Aalst", theme="programmeren", option="Graduaat in het programmeren")
    assert (answer.topic, answer.kind) == ("academy_filter", "answer")


def test_in_doubt_about_an_unknown_name_it_says_that_it_is_unknown(talk) -> None:
    talk("option_dual", option="Mechatronica")
    answer = talk("clarify", unknown="rechten", readings=(("option_dual", 0.6), ("dual_entry", 0.3)))
    assert (answer.topic, answer.kind) != ("option_dual", "answer")
    assert "rechten" in answer.text and "Mechatronica" not in answer.text
