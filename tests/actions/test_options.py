from __future__ import annotations

import pytest

from actions.answer import Answer
from actions.question import Mention
from study_catalogue import Catalogue

EM = "Elektromechanische technieken"
WOOD = "Houttechnieken"


def titles(answer: Answer) -> list[str]:
    return [choice.title for choice in answer.choices]


def payloads(answer: Answer) -> list[str]:
    return [choice.payload for choice in answer.choices]


def test_info_holds_level_domain_finality_content_dual_jobs_and_a_next_step(talk) -> None:
    answer = talk("option_info", option=EM)
    for part in ("3de graad", "STEM", "dubbel", "bijvoorbeeld", "Duaal", "2026", "volgende stap"):
        assert part in answer.text
    assert 2 <= len(answer.items) <= 3 and "knelpunt 2026" in answer.items[0].marks
    assert {source.status for source in answer.sources} == {"read", "inferred"}
    assert "In de 2de graad" in titles(answer)


def test_the_same_answer_for_a_parent_speaks_of_the_child(parent) -> None:
    assert "Uw kind leert" in parent("option_info", option=EM).text


def test_a_level_that_is_named_is_used(talk) -> None:
    assert "2de graad" in talk("option_info", option=EM, level="so-2").text.split(".")[0]


def test_the_level_in_hand_is_kept_for_the_same_name(talk) -> None:
    talk("option_info", option="so2-elektromechanische-technieken")
    assert "2de graad" in talk("option_dual", option=EM).text


def test_a_level_alone_moves_the_option_in_hand(talk) -> None:
    talk("option_info", option=EM)
    assert "2de graad" in talk("inform", level="so-2", text="en in de 2de graad?").text
    assert talk.slots["option"] == "so2-elektromechanische-technieken"


@pytest.mark.parametrize("topic", ["option_info", "option_jobs", "option_next", "option_dual"])
def test_without_a_name_it_asks_with_three_examples(talk, topic: str) -> None:
    answer = talk(topic)
    assert answer.kind == "ask" and len(answer.choices) == 3
    assert payloads(answer)[0].startswith(f"/{topic}{{")
    again = talk(topic)
    assert again.kind == "ask" and again.text != answer.text


@pytest.mark.parametrize("topic", ["option_info", "option_jobs", "option_next", "option_dual"])
def test_an_unknown_name_is_never_answered_with_the_option_in_hand(talk, topic: str) -> None:
    talk("option_info", option=EM)
    answer = talk(topic, Mention("unknown", "houttechnologie", "houttechnologie"))
    assert answer.kind == "clarify" and "houttechnologie" in answer.text
    assert answer.choices and not any("elektromechanische" in payload for payload in payloads(answer))


def test_a_name_that_resembles_nothing_is_asked_for(talk) -> None:
    assert talk("option_info", Mention("unknown", "xqzw", "xqzw")).kind == "ask"


def test_an_old_name_with_several_targets_is_asked_about(talk) -> None:
    mention = Mention("option", "Autotechnieken", "auto", ("Voertuigtechnieken",), "old_name")
    answer = talk("option_jobs", mention)
    assert answer.kind == "clarify"
    assert payloads(answer) == [
        '/option_jobs{"option": "Autotechnieken"}',
        '/option_jobs{"option": "Voertuigtechnieken"}',
    ]


def test_one_of_the_candidates_in_hand_settles_it(talk) -> None:
    talk("option_info", option="Voertuigtechnieken")
    mention = Mention("option", "Autotechnieken", "auto", ("Voertuigtechnieken",), "old_name")
    assert "Voertuigtechnieken" in talk("option_dual", mention).text


def test_two_options_at_once_are_asked_about(talk) -> None:
    answer = talk("option_dual", Mention("option", EM), Mention("option", WOOD))
    assert answer.kind == "clarify" and titles(answer) == [EM, WOOD]


def test_follow_ups_keep_the_option(talk) -> None:
    talk("option_info", option=WOOD)
    for topic in ("option_dual", "option_jobs", "option_next"):
        assert talk(topic).text.count(WOOD) >= 1


def test_a_bare_name_asks_the_last_question_again(talk) -> None:
    talk("option_jobs", option=EM)
    answer = talk("inform", option=WOOD, text="en houttechnieken?")
    assert answer.topic == "option_jobs" and WOOD in answer.text


def test_jobs_are_examples_with_marks_and_unconfirmed(talk) -> None:
    answer = talk("option_jobs", option=EM)
    assert "bijvoorbeeld" in answer.text and "2026" in answer.text
    assert any(source.status == "inferred" for source in answer.sources)


def test_an_option_without_jobs_points_to_what_follows(talk) -> None:
    answer = talk("option_jobs", option="so2-houttechnieken")
    assert "3de graad" in answer.text and answer.items


@pytest.mark.parametrize(
    ("option", "rule"),
    [
        ("so3-lassen-constructie", "OK3"),
        ("so3-elektromechanische-technieken", "OK4"),
        ("so3-technologische-wetenschappen-en-engineering", "academische bachelor"),
        ("so2-houttechnieken", "klassenraad"),
        ("so7-voorbereidend-hoger-onderwijs", "bereidt voor op hoger onderwijs"),
        ("pba-bouw", "schakelprogramma"),
    ],
)
def test_next_says_the_rule_that_decides(talk, option: str, rule: str) -> None:
    assert rule in talk("option_next", option=option).text


def test_after_the_labour_market_no_bachelor_is_offered_directly(talk) -> None:
    answer = talk("option_next", option="so3-lassen-constructie")
    assert "niet rechtstreeks" in answer.text
    assert not any("bachelor" in item.line for item in answer.items)


@pytest.mark.parametrize(
    ("option", "words"),
    [
        ("so3-elektromechanische-technieken", "Ja, "),
        ("so3-houttechnieken", "staat niet als duaal op de officiële lijst van 9 oktober 2026"),
        ("pba-bouw", "niet gevonden"),
    ],
)
def test_dual_yes_no_and_unknown(talk, option: str, words: str) -> None:
    answer = talk("option_dual", option=option)
    assert words in answer.text
    assert all("duaal" in item.marks for item in answer.items)


def test_dual_as_a_list(talk) -> None:
    talk("option_info", option=WOOD)
    answer = talk("option_dual", dual="yes", text="welke richtingen zijn duaal")
    assert answer.topic == "option_dual" and len(answer.items) == 5
    assert all("duaal" in item.marks for item in answer.items)
    more = talk("more")
    assert more.items and not set(more.items) & set(answer.items)


def test_an_ended_option_is_said_to_have_ended_and_never_offered(talk, catalogue: Catalogue) -> None:
    names = {name.target for name in catalogue.names() if name.kind == "option"}
    ended = [o for name in names for o in catalogue.options_named(name) if o.ended]
    assert ended
    for option in ended:
        answer = talk("option_info", option=option.id)
        assert "bestaat niet meer" in answer.text
        assert len(answer.items) == len([s for s in option.successors if catalogue.option(s)])


def test_for_job_goes_from_short_to_long_with_the_order(talk) -> None:
    answer = talk("option_for_job", job="Lasser")
    levels = [item.line.split(",")[0] for item in answer.items]
    assert levels[0] == "2de graad" and "7de jaar" in levels and "van kort naar lang" in answer.text


def test_for_job_asks_and_takes_an_unknown_name(talk) -> None:
    assert talk("option_for_job").kind == "ask"
    assert talk("option_for_job", Mention("unknown", "lassser", "lassser")).kind == "clarify"


def test_a_job_in_a_question_about_an_option_goes_to_the_job(talk) -> None:
    assert talk("option_next", job="Lasser").topic == "option_for_job"


def test_search_filters_and_says_so(talk) -> None:
    answer = talk("option_search", theme="ict", finality="dubbel", text="iets met computers in dubbele finaliteit")
    assert "dubbele finaliteit" in answer.text and "ICT" in answer.text
    assert all("dubbele finaliteit" in item.line for item in answer.items)


def test_search_goes_on_with_a_new_value(talk) -> None:
    talk("option_search", finality="dubbel")
    answer = talk("inform", level="so-3", text="en in de 3de graad?")
    assert all(item.line == "3de graad, dubbele finaliteit" for item in answer.items) and answer.items


def test_a_full_question_starts_anew(talk) -> None:
    talk("option_search", theme="ruimte")
    assert (
        "ruimte" not in talk("option_search", level="so-2", text="welke STEM-richtingen zijn er in de 2de graad").text
    )


def test_search_pages_to_the_end(talk) -> None:
    seen = list(talk("option_search", theme="hout").items)
    total = talk.slots["listing"]["total"]
    while talk.slots["listing"]["offset"] < total:
        seen += talk("more").items
    assert len(seen) == total == len(set(seen))
    assert "hele lijst" in talk("more").text


def test_nothing_found_offers_the_search_without_a_filter(talk) -> None:
    answer = talk("option_search", theme="ruimte", finality="arbeidsmarkt", dual="yes")
    assert "geen richting" in answer.text and answer.choices and not answer.items


def test_an_unknown_subject_is_named(talk) -> None:
    answer = talk("option_search", Mention("unknown", "paardendans", "paardendans"))
    assert answer.kind == "clarify" and "paardendans" in answer.text


def test_bachelor_stands_for_both_kinds(talk) -> None:
    answer = talk("option_search", level="bachelor", theme="chemie")
    assert {item.line for item in answer.items} == {"professionele bachelor", "academische bachelor"}
