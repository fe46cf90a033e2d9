from __future__ import annotations

from dataclasses import replace

import pytest

from bot.nlu.decision import (
    Bars,
    Decision,
    Guess,
    decide,
    is_bare_name,
    is_bare_question,
    needs_second_opinion,
    only_refines,
)
from bot.nlu.recognise import Recogniser

BARS = Bars(
    sure=0.9, hopeless=0.05, accept=0.7, ask=0.5, close=0.25, alarm=0.4, alarm_in_words=0.3, alarm_beside=0.5, calm=0.05
)


def guess(text: str = "wat is dat dan", trust: float = 0.9, **shares: float) -> Guess:
    ranking = sorted(
        (shares or {"option_info": 0.8, "job_info": 0.1, "out_of_scope": 0.1}).items(), key=lambda row: -row[1]
    )
    outside = {"out_of_scope": 0.0, "nonsense": 0.0, "greet": 0.0}
    rest = [(topic, share) for topic, share in outside.items() if topic not in shares]
    return Guess(text, (*ranking, *rest), trust)


def test_a_trusted_topic_is_answered() -> None:
    assert decide(guess(), BARS).topic == "option_info"


def test_two_close_topics_are_asked_about() -> None:
    decision = decide(guess(trust=0.6, option_info=0.4, job_info=0.3, option_jobs=0.05), BARS)
    assert decision.topic == "clarify"
    assert decision.readings == (("option_info", 0.4), ("job_info", 0.3))


def test_too_little_trust_is_a_refusal_with_its_likeliest_reading() -> None:
    decision = decide(guess(trust=0.3, out_of_scope=0.6, option_info=0.3), BARS)
    assert (decision.topic, decision.readings) == ("out_of_scope", (("option_info", 0.3),))


def test_two_readings_that_share_the_trust_are_asked_about() -> None:
    assert decide(guess(trust=0.3, dual_what=0.4, dual_for_whom=0.3), BARS).topic == "clarify"
    assert decide(guess(trust=0.2, dual_what=0.4, dual_for_whom=0.3), BARS).topic == "out_of_scope"
    assert decide(guess(trust=0.3, dual_what=0.6, dual_for_whom=0.1), BARS).topic == "out_of_scope"
    assert decide(guess(trust=0.3, dual_what=0.3, dual_for_whom=0.15), BARS).topic == "out_of_scope"


def test_a_bare_name_needs_less_trust() -> None:
    assert decide(guess(trust=0.55, inform=0.5, option_info=0.2), BARS).topic == "inform"
    assert decide(guess(trust=0.55, option_info=0.5, inform=0.2), BARS).topic == "clarify"


@pytest.mark.parametrize("text", ["_place_", "en in _place_", "nee ik bedoel _option_", "voor een kind van _age_ jaar"])
def test_a_name_that_asks_nothing_is_informing(text: str) -> None:
    assert is_bare_name(text)
    assert decide(guess(text, trust=0.0, option_info=0.4, job_info=0.3), BARS).topic == "inform"


@pytest.mark.parametrize("text", ["wat is _option_", "en de jobs", "", "duaal _option_"])
def test_a_question_is_no_bare_name(text: str) -> None:
    assert not is_bare_name(text)


@pytest.mark.parametrize("text", ["", "...", "12345", "😂"])
def test_without_a_letter_it_is_nonsense(text: str) -> None:
    assert decide(guess(text), BARS).topic == "nonsense"


def test_words_that_are_not_dutch_are_nonsense() -> None:
    assert decide(guess("qsdf jklm", trust=0.1, out_of_scope=0.6, greet=0.2), BARS).topic == "nonsense"


def test_a_call_for_help_is_heard_whatever_the_topic_model_says() -> None:
    heard = replace(guess(trust=0.9, out_of_scope=0.9, option_info=0.1), call=0.5)
    assert decide(heard, BARS) == Decision("distress", 1.0)
    assert decide(replace(heard, language="tr"), BARS).topic == "distress"


def test_words_of_danger_lower_the_bar() -> None:
    unsure = replace(guess(), call=0.35)
    assert decide(replace(unsure, in_words=True), BARS).topic == "distress" != decide(unsure, BARS).topic


def test_nobody_is_sent_to_the_helplines_unasked() -> None:
    decision = decide(replace(guess(trust=0.65, distress=0.6, option_search=0.3), call=0.3), BARS)
    assert decision.topic != "distress"
    assert "distress" not in dict(decision.readings)


def test_a_second_opinion_is_asked_about_what_may_be_a_call() -> None:
    sure = guess(trust=0.99)
    asked = {call: needs_second_opinion(replace(sure, call=call), BARS) for call in (0.01, 0.3, 0.9, 0.99)}
    assert asked == {0.01: False, 0.3: True, 0.9: True, 0.99: False}


def test_a_bare_name_that_asks_is_no_bare_name() -> None:
    assert decide(guess("_place_", trust=0.9, academy_nearby=0.6, inform=0.1), BARS).topic == "academy_nearby"


def test_a_second_opinion_is_asked_in_doubt_only() -> None:
    rows = (("option_info", 0.6), ("option_jobs", 0.3))
    for trust, asked in ((0.95, False), (0.6, True), (0.01, False)):
        assert needs_second_opinion(Guess("wat is dat", rows, trust), BARS) is asked


def test_a_second_opinion_is_not_asked_about_what_its_form_tells() -> None:
    rows = (("option_info", 0.4), ("option_jobs", 0.3))
    assert not needs_second_opinion(Guess("_place_", rows, 0.5), BARS)


def test_another_language_is_told_before_the_models_guess() -> None:
    guess = Guess("merhaba okul", (("option_info", 0.9), ("greet", 0.1)), 0.9, language="tr")
    assert decide(guess, BARS) == Decision("other_language", 1.0)


def test_a_name_from_outside_is_not_a_bare_name() -> None:
    assert not is_bare_name("_outside_")


@pytest.mark.parametrize("text", ["alleen doorstroom", "liever in de 3de graad", "enkel duaal", "alleen met robots"])
def test_filters_alone_refine(recogniser: Recogniser, text: str) -> None:
    assert only_refines(text, recogniser.entities(text))


@pytest.mark.parametrize("text", ["duaal leren", "tso", "wat is alleen doorstroom", "alleen", "alleen thuis"])
def test_other_messages_do_not(recogniser: Recogniser, text: str) -> None:
    assert not only_refines(text, recogniser.entities(text))


@pytest.mark.parametrize(
    "text", ["stem academie in _place_ voor een kind van _age_", "academie _place_", "een academie over _theme_"]
)
def test_an_academy_with_a_place_or_an_age_is_looked_for(text: str) -> None:
    shares = {"academy_what": 0.4, "academy_filter": 0.35, "academy_nearby": 0.2}
    assert decide(guess(text, 0.4, **shares), BARS).topic == "academy_filter"


def test_an_academy_that_is_named_by_its_subject_is_one() -> None:
    shares = {"academy_filter": 0.4, "academy_nearby": 0.35}
    unsure = replace(guess("_theme_ in _place_", 0.2, **shares), written="techniekacademie in ronse")
    assert decide(unsure, BARS).topic == "academy_filter"
    assert decide(replace(unsure, normal="_theme_"), BARS).topic != "academy_filter"


def test_an_academy_alone_is_for_the_models() -> None:
    for text in ("wat is een academie", "wat doen ze in een academie over _theme_"):
        assert decide(guess(text, 0.9, academy_what=0.8), BARS).topic == "academy_what"


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("wat is _option_", True),
        ("ik wil weten wat een _job_ _option_ doet", True),
        ("wat is _option_ en _job_", False),
        ("wat kan je doen als _job_", False),
    ],
)
def test_what_something_is_needs_no_trust(text: str, asks: bool) -> None:
    assert is_bare_question(text) is asks
