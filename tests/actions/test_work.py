"""Pay, chances of work, and sectors."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from actions.answer import Answer
from actions.question import Mention, Question
from actions.respond import respond
from study_catalogue import Catalogue

if TYPE_CHECKING:
    from tests.actions.conftest import Talk

WOOD = "Houttechnieken"
AMOUNT = re.compile(r"€|\beuros?\b|\bbruto\b|\bnetto\b|\d[.,]?\d{3}", re.IGNORECASE)
YEAR = re.compile(r"\b20\d\d\b")
PROMISE = re.compile(r"zeker werk|werkzekerheid|altijd werk|gegarandeerd|zal werk vinden", re.IGNORECASE)


def asked(catalogue: Catalogue, topic: str, *mentions: Mention, audience: str = "pupil") -> Answer:
    return respond(Question(topic, mentions=mentions, audience=audience), catalogue)  # type: ignore[arg-type]


def all_of(answer: Answer) -> str:
    return " ".join((answer.text, *(f"{item.title} {item.line}" for item in answer.items)))


def holds_amount(answer: Answer) -> bool:
    return bool(AMOUNT.search(YEAR.sub("", all_of(answer))))


@pytest.mark.parametrize("audience", ["pupil", "parent"])
def test_no_job_has_an_amount(catalogue: Catalogue, jobs: list[str], audience: str) -> None:
    for job in jobs:
        answer = asked(catalogue, "job_pay", Mention("job", job), audience=audience)
        assert answer.kind == "answer" and not holds_amount(answer), answer.text
        assert "geen recent loon" in answer.text and "Statbel" in answer.text
        assert answer.sources and len(answer.text.split()) <= 90


def test_pay_without_a_job_has_no_amount_and_neither_has_more_of_it(talk: Talk) -> None:
    for answer in (talk("job_pay"), talk("more"), talk("job_pay", theme="ict"), talk("simpler")):
        assert not holds_amount(answer), answer.text


def test_pay_is_about_the_job_in_hand_and_so_are_its_choices(talk: Talk) -> None:
    talk("job_info", job="Dakwerker")
    answer = talk("job_pay")
    assert answer.text.startswith("Dakwerker:")
    assert [choice.payload for choice in answer.choices[:2]] == [
        '/job_info{"job": "Dakwerker"}',
        '/job_outlook{"job": "Dakwerker"}',
    ]


def test_pay_of_something_else_is_not_about_the_job_in_hand(talk: Talk) -> None:
    talk("job_info", job="Dakwerker")
    assert "Dakwerker" not in talk("job_pay", Mention("unknown", "paardendanser", "paardendanser")).text


@pytest.mark.parametrize("audience", ["pupil", "parent"])
def test_the_outlook_of_every_job_says_yes_or_no_as_the_list_does(
    catalogue: Catalogue, jobs: list[str], year: int, audience: str
) -> None:
    for name in jobs:
        job = catalogue.job(name)
        answer = asked(catalogue, "job_outlook", Mention("job", name), audience=audience)
        assert job and ("staat niet op de lijst" in answer.text) == (job.listing is None), answer.text
        assert str(year) in answer.text and "Niemand kan werk beloven" in answer.text
        assert not PROMISE.search(answer.text) and len(answer.text.split()) <= 90, answer.text


def test_the_outlook_of_a_subject_has_the_number_on_the_list(talk: Talk, catalogue: Catalogue) -> None:
    answer = talk("job_outlook", theme="ict")
    assert f": {catalogue.bottlenecks('ict')[1]}." in answer.text
    assert '/bottleneck_list{"theme": "ict"}' in [choice.payload for choice in answer.choices]


def test_the_outlook_of_a_subject_offers_nothing_about_an_earlier_job(talk: Talk) -> None:
    talk("job_info", job="Dakwerker")
    answer = talk("job_outlook", theme="ict")
    assert "job_bottleneck" not in [choice.topic for choice in answer.choices] and "Dakwerker" not in answer.text


def test_the_outlook_of_an_option_is_its_jobs_and_no_promise(talk: Talk) -> None:
    answer = talk("job_outlook", option=WOOD)
    assert (answer.topic, answer.kind) == ("job_outlook", "answer")
    assert answer.items and answer.text.endswith("Die lijst belooft geen werk.")


def test_the_option_in_hand_is_meant_unless_a_job_was_named_since(talk: Talk) -> None:
    talk("option_info", option=WOOD)
    assert WOOD in talk("job_outlook").text
    talk("job_info", job="Dakwerker")
    assert "Dakwerker staat" in talk("job_outlook").text


def test_a_job_that_an_option_is_named_after_is_meant(talk: Talk) -> None:
    both = [Mention("job", "Dakwerker", "dakwerker"), Mention("option", "Dakwerker duaal", "dakwerker", basis="alias")]
    assert "Dakwerker staat" in talk("job_outlook", *both).text


@pytest.mark.parametrize(
    "option",
    [
        Mention("option", "Autotechnieken", "auto", ("Voertuigtechnieken",), "old_name"),
        Mention("option", "Industriële koeltechnieken"),
        Mention("option", "so2-natuurwetenschappen"),
    ],
)
def test_no_list_no_word_about_one(talk: Talk, option: Mention) -> None:
    """Several options fit, the option has ended, or it has no jobs yet."""
    assert "belooft" not in talk("job_outlook", option).text


def test_the_outlook_without_a_subject_has_figures_with_their_year(talk: Talk) -> None:
    answer = talk("job_outlook")
    assert len(YEAR.findall(answer.text)) >= 3 and all(source.year for source in answer.sources)
    assert "Over AI heb ik geen cijfer" in talk("more").text


def test_every_sector(catalogue: Catalogue) -> None:
    assert len(catalogue.themes()) > 30
    for theme in catalogue.themes():
        answer = asked(catalogue, "sector_info", Mention("theme", theme.id))
        assert answer.kind == "answer" and theme.label.lower() in answer.text.lower()
        assert answer.items and answer.sources and len(answer.text.split()) <= 90, theme.id
        assert ("te kort" in answer.text) == (catalogue.bottlenecks(theme.id)[1] > 0)


def test_every_choice_of_a_sector_leads_to_something(catalogue: Catalogue) -> None:
    for theme in catalogue.themes():
        for choice in asked(catalogue, "sector_info", Mention("theme", theme.id)).choices:
            mentions = (Mention(kind, value, basis="choice") for kind, value in choice.about)
            answer = asked(catalogue, choice.topic, *mentions)
            assert answer.kind == "answer" and (answer.items or answer.topic in ("job_info", "option_info")), choice


def test_a_sector_is_asked_for_and_kept(talk: Talk) -> None:
    answer = talk("sector_info")
    assert answer.kind == "ask" and len(answer.choices) >= 3
    told = talk("inform", theme="chemie", text="chemie")
    assert told.topic == "sector_info" and "chemie" in told.text
    assert "chemie" in talk("sector_info").text


def test_an_unknown_sector_is_said(talk: Talk) -> None:
    talk("sector_info", theme="chemie")
    answer = talk("sector_info", Mention("unknown", "paardendans", "paardendans"))
    assert answer.kind == "clarify" and "'paardendans' ken ik niet" in answer.text


def test_of_two_compared_both_are_told_of(talk) -> None:
    talk("option_compare", Mention("option", "Houttechnieken"), Mention("option", "Elektrotechnieken"))
    answer = talk("job_outlook", text="welke van de twee heeft de meeste kans op werk")
    assert [item.title for item in answer.items] == ["Houttechnieken", "Elektrotechnieken"]
    assert answer.sources
