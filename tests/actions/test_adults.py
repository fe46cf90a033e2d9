"""How adults are answered: who they said to be, the part they asked about, and easy words where they asked for them."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from actions.answer import Answer
from actions.question import Mention, Question, audience_of
from actions.respond import respond
from actions.texts import Wording, all_texts
from study_catalogue import Catalogue
from tests.actions.conftest import Talk

OWN_CHILD = re.compile(r"\b(uw|mijn) kind\b", re.IGNORECASE)
YOU = re.compile(r"\b(je|jij|jou|jouw)\b", re.IGNORECASE)
DUAL = sorted(topic for topic, texts in all_texts().items() if texts.area == "dual")


def ask(catalogue: Catalogue, topic: str, text: str, role: str = "", **more: object) -> Answer:
    question = Question(topic, text, context={"topic": "greet"}, audience=audience_of(role), role=role)  # type: ignore[arg-type]
    return respond(replace(question, **more), catalogue)  # type: ignore[arg-type]


@pytest.mark.parametrize("role", ["company", "clb"])
@pytest.mark.parametrize("topic", [*DUAL, "attestation", "difficulty", "switching", "parent_help", "stem_companies"])
def test_who_has_no_child_in_it_reads_u_and_of_a_pupil(catalogue: Catalogue, topic: str, role: str) -> None:
    answer = ask(catalogue, topic, "", role)
    said = " ".join([answer.text, *(row.line for row in answer.items), *(choice.title for choice in answer.choices)])
    assert not OWN_CHILD.search(said) and not YOU.search(said)
    assert answer.nudge is None


def test_a_text_of_its_own_for_staff_goes_first() -> None:
    assert Wording(je="je", u="Uw kind leert.").form("staff") == "De leerling leert."
    assert Wording(je="je", u="Uw kind leert.", staff="Zij leren.").form("staff") == "Zij leren."
    assert Wording(je="je", u="Uw kind leert.").form("parent") == "Uw kind leert."


@pytest.mark.parametrize("topic", ["costs_support", "dual_pay"])
def test_a_company_hears_what_a_company_pays(catalogue: Catalogue, topic: str) -> None:
    answer = ask(catalogue, topic, "wat moeten wij per maand betalen", "company")
    assert answer.topic == "dual_pay" and "leervergoeding" in answer.text and "1.092" not in answer.text


def test_a_price_after_dual_learning_is_the_company_s(talk: Talk) -> None:
    talk.audience = "staff"
    talk.as_role("company")("dual_workplace", text="hoe krijgen wij een leerling")
    assert talk("academy_price", text="en de kosten per jaar?").topic == "dual_pay"


@pytest.mark.parametrize(
    ("text", "first", "not_said"),
    [
        ("hoeveel kost een technische school", "Wat een jaar secundair kost", "1.092"),
        ("moet ik de schooltoeslag zelf vragen, of de beurs?", "De schooltoeslag", "1.092"),
        ("wat kost een jaar hogeschool, en het middelbaar?", "In 2023-24", "gereedschap"),
        ("wie krijgt een studiebeurs", "Een studietoelage", "gereedschap"),
    ],
)
def test_of_the_costs_the_part_that_is_named_first(catalogue: Catalogue, text: str, first: str, not_said: str) -> None:
    answer = ask(catalogue, "costs_support", text, "parent")
    assert answer.text.startswith(first) and not_said not in answer.text and answer.sources
    assert len(answer.text.split()) <= 90


@pytest.mark.parametrize("topic", ["costs_support", "parent_help"])
def test_before_more_it_stays_short(catalogue: Catalogue, topic: str) -> None:
    answer = ask(catalogue, topic, "", "parent")
    rows = " ".join(f"{row.title} {row.line}" for row in answer.items)
    assert len(f"{answer.text} {rows}".split()) <= 115 and answer.choices[-1].topic == "more"


@pytest.mark.parametrize(
    ("topic", "text", "said"),
    [
        ("adult_vdab", "behoud ik mijn uitkering met een ibo", "Over IBO heb ik geen zekere bron"),
        ("job_outlook", "is er nog werk door chatgpt", "Wat AI met dat werk doet, weet ik niet"),
        ("stem_limburg", "komt de einsteintelescoop er", "weet ik niet: daar heb ik geen bron voor"),
        ("adult_switch", "is 50 te oud om te beginnen", "Een grens van leeftijd ken ik niet"),
    ],
)
def test_what_is_not_known_comes_first(catalogue: Catalogue, topic: str, text: str, said: str) -> None:
    assert said in ask(catalogue, topic, text).text


def test_a_parent_asks_for_a_grown_up_child(catalogue: Catalogue) -> None:
    text = "onze zoon van 22 vindt geen werk"
    assert "uw kind" in ask(catalogue, "adult_switch", text, "parent", told=text).text
    assert "blijven werken" in ask(catalogue, "adult_switch", "ik zoek iets anders", "parent").text


@pytest.mark.parametrize("topic", ["parent_help", "job_info", "clarify"])
@pytest.mark.parametrize("text", ["wordt hij afgekeurd met epilepsie", "wat zegt de arbeidsarts van kleurenblind"])
def test_whether_health_allows_a_job_is_for_a_doctor(catalogue: Catalogue, topic: str, text: str) -> None:
    answer = ask(catalogue, topic, text, "parent")
    assert answer.kind == "fallback" and "arts" in answer.text and "weet ik niet" in answer.text


def test_words_of_danger_go_before_that(catalogue: Catalogue) -> None:
    assert ask(catalogue, "distress", "na die keuring wil ik niet meer").topic == "distress"


def test_that_study_without_a_study_is_asked_for(catalogue: Catalogue, parent: Talk) -> None:
    assert ask(catalogue, "job_outlook", "hoe zit het met werk na die studie").kind == "ask"
    parent("option_info", option="Houttechnieken")
    assert parent("job_outlook", text="hoe zit het met werk na die studie").kind == "answer"


def test_two_questions_the_first_is_answered_the_second_is_the_first_choice(catalogue: Catalogue) -> None:
    halves = (("option_info", 0.8), ("option_dual", 0.8))
    about = (Mention("option", "Houttechnieken"),)
    answer = ask(catalogue, "option_dual", "wat is A en kan dat duaal", halves=halves, mentions=about)
    assert answer.topic == "option_info" and answer.choices[0].topic == "option_dual"
    assert dict(answer.choices[0].about)["option"].startswith("so")
    assert [choice.topic for choice in answer.choices].count("option_dual") == 1


@pytest.mark.parametrize(
    "halves",
    [
        (),
        (("option_info", 0.8), ("option_dual", 0.1)),
        (("dual_pay", 0.9), ("greet", 0.9)),
        (("dual_pay", 0.9), ("distress", 0.9)),
        (("dual_pay", 0.9), ("dual_pay", 0.9)),
    ],
)
def test_halves_that_are_no_two_questions_change_nothing(catalogue: Catalogue, halves: tuple[object, ...]) -> None:
    plain = ask(catalogue, "dual_pay", "krijgt men loon")
    assert ask(catalogue, "dual_pay", "krijgt men loon", halves=halves).choices == plain.choices


def test_a_call_for_help_is_never_split(catalogue: Catalogue) -> None:
    halves = (("dual_pay", 0.9), ("dual_days", 0.9))
    assert ask(catalogue, "distress", "ik wil niet meer", halves=halves).topic == "distress"


def test_easy_words_once_asked_for_go_on(parent: Talk) -> None:
    assert "makkelijke woorden" in parent("audience", text="ik mama, weinig nederlands").text
    answer = parent("dual_contract", text="welk contract")
    assert answer.text.startswith("Werkt uw kind 20 uur") and answer.sources and not answer.items
    assert len(answer.text.split()) < len(all_texts()["dual_contract"].texts["answer"].u.split())


def test_easy_words_change_nothing_of_a_list(parent: Talk) -> None:
    before = parent("option_search", theme="hout").items
    parent("simpler", text="ik begrijp het niet")
    assert parent("option_search", theme="hout").items == before


@pytest.mark.parametrize("text", ["korter graag", "wat is een contrakt ofso", "me nederlands"])
def test_they_are_not_concluded_from_anything_else(parent: Talk, text: str) -> None:
    parent("dual_contract", text=text)
    parent("simpler", text="korter graag")
    assert "plain" not in parent.slots


def test_a_role_that_is_only_told_is_heard(catalogue: Catalogue) -> None:
    text = "dag, ik werk voor een CLB en kijk wat na"
    answer = ask(catalogue, "out_of_scope", text, "clb", introduced=True)
    assert answer.topic == "audience" and "U leest hier" in answer.text
    assert ask(catalogue, "out_of_scope", f"{text}?", "clb", introduced=True).topic == "out_of_scope"


def test_thanks_leave_the_guided_talk_in_peace(parent: Talk) -> None:
    parent("help_choose")
    answer = parent("thanks", text="dank u wel")
    assert answer.topic == "thanks" and "Waar zit uw kind" not in answer.text
    assert "Verder met kiezen" in [choice.title for choice in answer.choices]


def test_a_place_in_the_guided_talk_is_noted(parent: Talk) -> None:
    parent("help_choose")
    assert parent("inform", place="3600 Genk", text="in Genk").text.startswith("Goed, Genk.")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("van 2B naar een dubbele finaliteit", "las ik geen regel"),
        ("met een attest dat doorstroom uitsluit naar dubbel", "Wat niet uitgesloten is, mag"),
    ],
)
def test_between_finalities_an_attest_or_the_first_grade_counts(catalogue: Catalogue, text: str, said: str) -> None:
    named = (Mention("finality", "dubbel"),)
    assert said in ask(catalogue, "option_entry", text, "clb", mentions=named).text


def test_from_school_to_a_bachelor_what_may_follow_is_told(catalogue: Catalogue) -> None:
    named = (Mention("option", "Houttechnieken"), Mention("level", "acad_bachelor"))
    answer = ask(catalogue, "option_entry", "mag men met houttechnieken aan de unief beginnen", mentions=named)
    assert answer.text.startswith("Na Houttechnieken")
