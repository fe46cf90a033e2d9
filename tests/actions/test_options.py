from __future__ import annotations

import pytest

from actions.answer import Answer
from actions.question import Mention
from study_catalogue import Catalogue, OptionFilter

EM = "Elektromechanische technieken"
WOOD = "Houttechnieken"


def titles(answer: Answer) -> list[str]:
    return [choice.title for choice in answer.choices]


def payloads(answer: Answer) -> list[str]:
    return [choice.payload for choice in answer.choices]


def test_info_holds_level_domain_finality_content_dual_jobs_and_a_next_step(talk, year: int) -> None:
    answer = talk("option_info", option=EM)
    for part in ("3de graad", "STEM", "dubbel", "bijvoorbeeld", "Duaal", "officiële lijst", "volgende stap"):
        assert part in answer.text
    assert 2 <= len(answer.items) <= 3 and f"knelpunt {year}" in answer.items[0].marks
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
    assert answer.kind == "ask" and [choice.topic for choice in answer.choices] == [*[topic] * 3, "help_choose"]
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


def test_jobs_are_examples_with_marks_and_unconfirmed(talk, year: int) -> None:
    answer = talk("option_jobs", option=EM)
    assert "bijvoorbeeld" in answer.text and str(year) in answer.text
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
        ("so7-stukadoor", "dit jaar volgt op OK3"),
        ("so7-meettechnieker", "dit jaar volgt op OK4"),
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
        ("so3-houttechnieken", "staat niet als duaal op de officiële lijst van "),
        ("pba-bouw", "niet gevonden"),
    ],
)
def test_dual_yes_no_and_unknown(talk, option: str, words: str) -> None:
    answer = talk("option_dual", option=option)
    assert words in answer.text
    assert all("duaal" in item.marks for item in answer.items)
    assert answer.items or option == "pba-bouw"


def test_dual_in_the_2nd_grade_leads_to_what_follows(talk) -> None:
    answer = talk("option_dual", option="so2-elektriciteit")
    assert "staat niet als duaal" in answer.text and "3de graad" in answer.text
    assert [item.title for item in answer.items][0] == "Elektrische installaties"
    assert all("duaal" in item.marks and item.line.startswith("3de graad") for item in answer.items)


@pytest.mark.parametrize("topic", ["option_info", "option_jobs", "option_dual", "option_next"])
def test_a_level_that_the_option_lacks_is_said_first(talk, topic: str) -> None:
    answer = talk(topic, option="Grafische technieken", level="so-1")
    assert answer.text.startswith("Grafische technieken vond ik niet in de 1ste graad.")
    assert "2de graad" in answer.text


def test_what_follows_on_the_level_that_was_named_is_offered(talk) -> None:
    answer = talk("option_info", option="Grafische technieken", level="so-3")
    assert "vond ik niet in de 3de graad" in answer.text and "Grafimedia" in answer.text.split(".")[1]
    assert '/option_info{"option": "so3-grafimedia"}' in payloads(answer)


def test_a_later_level_is_where_the_next_step_leads(talk) -> None:
    assert "vond ik niet" not in talk("option_next", option="Grafische technieken", level="prof_bachelor").text


def test_bachelor_and_hogeschool_are_no_missing_levels(talk, catalogue: Catalogue) -> None:
    graduates = catalogue.search_options(OptionFilter(levels=("graduaat",)))[0]
    assert graduates
    assert "vond ik niet" not in talk("option_info", option=graduates[0].id, level="prof_bachelor").text
    assert "vond ik niet" not in talk("option_info", option="pba-bouw", level="bachelor").text


def test_an_option_that_is_only_dual(talk) -> None:
    answer = talk("option_info", option="Dakwerker duaal")
    assert "Dit is een duale richting." in answer.text and "Kan dit duaal?" not in titles(answer)
    assert talk("option_dual", option="Dakwerker duaal").text.startswith("Ja. Dakwerker duaal is een duale richting.")


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
    assert any(option.successors for option in ended)


def test_for_job_goes_from_short_to_long_with_the_order(talk) -> None:
    answer = talk("option_for_job", job="Lasser")
    levels = [item.line.split(",")[0] for item in answer.items]
    assert levels[0] == "2de graad" and "7de jaar" in levels and "van kort naar lang" in answer.text


def test_for_job_says_that_the_list_is_not_complete(talk, catalogue: Catalogue, jobs: list[str]) -> None:
    assert "niet volledig" in talk("option_for_job", job="Lasser").text
    lonely = [job for job in jobs if len(catalogue.options_for_job(job)) == 1]
    texts = [talk("option_for_job", job=job).text for job in lonely if job not in ("Architect", "Verpleegkundige")]
    assert all("van kort naar lang" not in text and "niet volledig" in text for text in texts)
    assert any("één weg" in text for text in texts) and any("bijvoorbeeld een weg" in text for text in texts)


def test_one_way_is_only_said_of_one_way(talk) -> None:
    nurse, architect = (talk("option_for_job", job=job) for job in ("Verpleegkundige", "Architect"))
    assert "bijvoorbeeld een weg" in nurse.text and "één weg" not in nurse.text + architect.text
    names = [item.title for item in architect.items]
    assert "Academische bachelor architectuur" in names and "Master ingenieurswetenschappen: architectuur" in names
    assert "Professionele bachelor toegepaste architectuur" not in names  # gives no title of architect


def test_for_job_without_options_points_outside_stem(talk) -> None:
    answer = talk("option_for_job", job="Kapper")
    assert "buiten STEM" in answer.text and "onderwijskiezer.be" in answer.text and not answer.items


def test_for_job_asks_and_takes_an_unknown_name(talk) -> None:
    assert talk("option_for_job").kind == "ask"
    assert talk("option_for_job", Mention("unknown", "lassser", "lassser")).kind == "clarify"


def test_a_job_in_a_question_about_an_option_goes_to_the_job(talk) -> None:
    assert talk("option_next", job="Lasser").topic == "option_for_job"


def test_search_without_a_filter_asks_what_the_user_likes(talk, parent) -> None:
    answer = talk("option_search")
    assert answer.kind == "ask" and answer.text.startswith("Waar hou je van?") and not answer.items
    assert '/option_search{"theme": "ict"}' in payloads(answer) and '/option_search{"level": "so-2"}' in payloads(
        answer
    )
    assert "uw kind" in parent("option_search", text="welke STEM-richtingen zijn er").text


@pytest.mark.parametrize(
    ("text", "filters"),
    [("", {"level": "so-2"}), ("", {"level": "so-3"}), ("welke STEM-richtingen?", {"theme": "sport", "level": "so-2"})],
)
def test_search_for_stem_lists_only_what_is_officially_stem(talk, text: str, filters: dict[str, str]) -> None:
    answer = talk("option_search", text=text, **filters)
    assert "officieel STEM" in answer.text and answer.items
    while answer.items:
        assert all("STEM" in item.marks for item in answer.items)
        answer = talk("more")


def test_search_with_a_theme_is_wider_than_official_stem(talk) -> None:
    assert "officieel" not in talk("option_search", theme="ict", level="so-3").text


def test_search_says_which_subject_it_left_out(talk) -> None:
    answer = talk("option_search", Mention("unknown", "paardendans", "paardendans"), level="so-2")
    assert answer.text.startswith("Het onderwerp 'paardendans' ken ik niet.") and answer.items


def test_a_follow_up_about_an_unknown_subject_is_not_answered_with_the_old_one(talk) -> None:
    talk("option_search", theme="ict")
    assert (
        talk("option_search", Mention("unknown", "paardendans", "paardendans"), text="en paardendans?").kind
        == "clarify"
    )


def test_search_filters_and_says_so(talk) -> None:
    answer = talk("option_search", theme="ict", finality="dubbel", text="iets met computers in dubbele finaliteit")
    assert "dubbele finaliteit" in answer.text and "ICT" in answer.text
    assert answer.items and all("dubbele finaliteit" in item.line for item in answer.items)


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


def test_a_question_about_college_is_answered_before_what_comes_next(talk) -> None:
    asked = talk("option_next", option="Bouw", level="prof_bachelor", text="na bouw nog naar de hogeschool")
    assert "Ja, dat kan later nog" in asked.text
    assert asked.items
    assert "Ja, dat kan later nog" not in talk("option_next", option="Bouw", text="wat na bouw").text
