"""Questions that their own words settle: data/worded."""

from __future__ import annotations

import pytest

from actions.question import Mention, Question
from actions.registry import LAYER
from actions.texts import areas, texts_of, topics
from actions.worded import as_worded, table
from study_catalogue import open_catalogue
from tests.actions.conftest import Talk

DUAL = Mention("dual", "yes", "duaal")
IN_1B = Mention("option", "1ste leerjaar B", "1b")
LASSER = Mention("job", "Lasser", "lasser")
ICT = Mention("theme", "ict", "computer")


def meant(text: str, topic: str = "clarify", *mentions: Mention, subject: str = "", role: str = "") -> str:
    context = {"subject": subject} if subject else {}
    asked = as_worded(Question(topic, text, mentions, context, role=role), open_catalogue())  # type: ignore[arg-type]
    return f"{asked.topic}/{asked.context.get(LAYER) or ''}".removesuffix("/")


def test_the_table_speaks_of_topics_and_texts_that_exist() -> None:
    for row in table():
        for target in filter(None, (row.to, row.behind)):
            topic, _, text = target.partition("/")
            assert topic in topics() and (not text or text in texts_of(topic).texts), row.name
        assert row.taken_for <= topics().keys()
        assert row.after <= {*topics(), *areas()}


@pytest.mark.parametrize(
    ("text", "topic", "mentions", "to"),
    [
        ("kan hij zijn kindergeld verliezen als hij duaal leert", "dual_entry", (DUAL,), "dual_benefits"),
        ("hoe oud moet een mentor zijn?", "dual_workplace", (), "dual_workplace/mentor"),
        ("ik zit in het 3de met een C-attest, kan ik naar het 4de hout", "option_entry", (), "attestation/c"),
        ("in het 4de gebuisd met C, mag ik in 5 duaal", "dual_entry", (DUAL,), "attestation/c_dual"),
        ("ik zit in 1B, wa kan ik kiezen in 2B", "structure", (IN_1B,), "structure/options_2b"),
        ("ik zit in 2A wat kan ik volgend jaar kiezen", "help_choose", (), "help_choose"),
        ("ik zit in het zesde leerjaar. wat komt er daarna?", "option_next", (), "structure/after_primary"),
        ("ik zit in het zesde middelbaar, wat komt er daarna", "option_next", (), "option_next"),
        ("ik ben lang ziek geweest, kan ik mijn 6de nog afmaken", "adult_diploma", (), "switching/away"),
        ("ik wil met zieke mensen werken", "option_search", (), "option_search"),
        ("kan ik met 15 jaar deeltijds gaan werken en leren", "adult_leave", (), "dual_what"),
        ("ik werk deeltijds en wil iets bijleren", "adult_switch", (), "adult_switch"),
        ("ik hoor over doorstroom, leg dat eens simpel uit", "simpler", (), "finalities"),
        ("leg dat eens simpel uit", "simpler", (), "simpler"),
        ("is elk 7de jaar goed om naar een bachelor te gaan", "structure", (), "diploma_levels/seventh"),
        ("zonder diploma naar een graduaat", "option_entry", (), "after_secondary/without_diploma"),
        ("mijn dochter moet naar 1B, is dat erg?", "parent_help", (IN_1B,), "structure/b_stream"),
        ("mijn tante kijkt neer op de bso", "out_of_scope", (), "parent_help/hands"),
        ("hij heeft een c-attest, mag hij veranderen", "switching", (), "attestation/c"),
        ("mijn zoon wil stoppen met school", "out_of_scope", (), "parent_help/stop"),
        ("wat kost een gereedschapskoffer", "out_of_scope", (), "costs_support"),
        ("hoe lang moet ge leren voor lasser als ge al 40 zijt", "clarify", (LASSER,), "adult_switch/length"),
        ("een uitstap met mijn klas", "adult_teacher", (), "stem_events"),
        ("hoe lang duurt het om lasser te worden", "clarify", (LASSER,), "path_map"),
        ("ze is het enige meisje en voelt zich niet op haar gemak", "enc_girls", (), "enc_girls/in_class"),
        ("nederlands is moeilijk, welke school is er met computer", "enc_background", (ICT,), "option_search"),
        ("ze hebben mij van school gegooid, wat nu", "out_of_scope", (), "switching/thrown_out"),
        ("ik ben van school gevlogen", "clarify", (), "switching/thrown_out"),
        ("ik wil stoppen met school om te werken", "dual_stop", (), "switching/stops_school"),
        ("kap met school", "audience", (), "switching/stops_school"),
        ("kga later crypto doen dus moek geen school", "goodbye", (), "diploma_levels/why_school"),
        ("school is toch nutteloos", "out_of_scope", (), "diploma_levels/why_school"),
        ("ik maak me zelf kapot met al die wiskunde haha", "out_of_scope", (), "difficulty/too_much"),
        ("ik word zot van al dat huiswerk", "out_of_scope", (), "difficulty/too_much"),
        ("moet ik een zevende jaar doen", "clarify", (), "structure/seventh"),
        ("ist waar da ge met tso ni naar de unief moogt", "out_of_scope", (), "after_secondary/from_double_academic"),
        ("kunde met bso naar de unief", "option_next", (), "after_secondary/from_ok3_academic"),
        ("wat is 2B", "structure", (), "structure/class_2b"),
        ("wat doe je in 1b", "structure", (IN_1B,), "structure/class_1b"),
        ("verschil tussen 2A en 2B", "structure", (), "structure/streams"),
        ("wat is de aanloopfase", "dual_entry", (), "dual_entry/start_phase"),
        ("ben kleurenblind mag ik lasser worden", "option_for_job", (LASSER,), "out_of_scope/medical"),
        ("wat is een GIP", "out_of_scope", (), "out_of_scope/unknown_gip"),
        ("moet ik goed engels kennen voor informatica", "out_of_scope", (), "difficulty/languages"),
        ("is lasser duaal te doen", "option_for_job", (LASSER,), "option_dual"),
        ("welke richting is het moeilijkst", "switching", (), "difficulty/hardest"),
    ],
)
def test_what_is_asked(text: str, topic: str, mentions: tuple[Mention, ...], to: str) -> None:
    assert meant(text, topic, *mentions) == to


@pytest.mark.parametrize(
    ("text", "topic", "mentions"),
    [
        ("wat is het verschil tussen een b-attest en een c-attest", "attestation", ()),
        ("ik ben 30 en gestopt met school", "adult_diploma", ()),
        ("hij wil van school veranderen", "switching", ()),
        ("hoeveel kindergeld krijg ik", "clarify", ()),
        ("ik heb ruzie met mijn mentor", "out_of_scope", ()),
        ("hoe wordt een mentor erkend", "dual_workplace", ()),
        ("waar kan ik een 7de jaar hout doen", "option_where", ()),
        ("wat is de b-stroom", "structure", (IN_1B,)),
        ("ik zit in 1b en wil lasser worden", "option_for_job", (IN_1B, LASSER)),
        ("ik schaam mij voor mijn lichaam", "out_of_scope", ()),
        ("wat kosten de uitstappen", "costs_support", ()),
        ("ze gaat het enige meisje zijn", "enc_girls", ()),
        ("ik ben bang dat ik de verkeerde richting kies", "enc_confidence", ()),
        ("ik wil dood, mijn kindergeld bij duaal", "distress", (DUAL,)),
        ("kan ik stoppen met duaal leren", "dual_stop", ()),
        ("ik wil stoppen op mijn werkplek, de school weet het", "dual_stop", ()),
        ("ben op mijn 17 gestopt met school, kan ik nog een diploma halen", "adult_diploma", ()),
        ("ik ben gek op wiskunde", "difficulty", ()),
        ("dag, en bedankt", "goodbye", ()),
        ("ik maak mezelf kapot", "distress", ()),
        ("ze hebben mij van school gegooid", "distress", ()),
        ("ik wil van school veranderen", "clarify", ()),
    ],
)
def test_other_questions_stay_what_they_are(text: str, topic: str, mentions: tuple[Mention, ...]) -> None:
    assert meant(text, topic, *mentions) == topic


def test_duties_are_asked_by_a_company_only() -> None:
    asked = "wat zijn onze verplichtingen bij duaal"
    assert meant(asked, "dual_stop", DUAL, role="company") == "dual_workplace"
    assert meant(asked, "dual_stop", DUAL) == "dual_stop"


def test_worries_of_a_parent_are_met_with_understanding(parent: Talk) -> None:
    answer = parent.as_role("parent")("out_of_scope", text="ik maak mij zorgen dat hij zijn toekomst vergooit")
    assert answer.topic == "parent_help" and "Ik begrijp" in answer.text


@pytest.mark.parametrize(
    ("text", "mentions", "to"),
    [
        ("wat kan hij dan wel nog doen in stem", (), "help_choose"),
        ("kan hij later toch nog lasser worden", (LASSER,), "option_for_job"),
    ],
)
def test_what_is_asked_after_an_attest(text: str, mentions: tuple[Mention, ...], to: str) -> None:
    assert meant(text, "clarify", *mentions, subject="attestation") == to
    assert meant(text, "clarify", *mentions, subject="academy_what") == "clarify"


def test_a_row_may_say_more_behind_the_answer(talk: Talk) -> None:
    answer = talk("enc_background", ICT, text="ik spreek weinig nederlands, welke richting is er met computer")
    assert answer.topic == "option_search" and answer.items and "met de taal" in answer.text


def test_from_eighteen_on_the_way_to_a_diploma_is_that_of_adults() -> None:
    text = "gestopt met school wat nu"
    assert meant(text, "help_choose", Mention("age", "18")) == "adult_diploma"
    assert meant(text, "adult_diploma", Mention("age", "17")) == "switching/stops_school"


def test_after_a_study_of_the_second_grade_comes_a_study() -> None:
    text = "wa kan k doen na 4 elektriciteit"
    assert meant(text, "clarify", Mention("option", "Elektriciteit", "elektriciteit")) == "option_next"
    assert meant("welke job na elektriciteit", "option_jobs", Mention("option", "Elektriciteit")) == "option_jobs"
    assert meant("wat na houttechnieken", "clarify", Mention("option", "Houttechnieken")) == "clarify"


def test_the_first_year_with_stem_is_told_of_and_an_academy_is_not_that() -> None:
    first = Mention("level", "so-1")
    assert meant("waar kan ik stem volgen in het eerste", "clarify", first) == "structure/stem_first"
    assert meant("waar is een stem-academie voor het eerste", "academy_nearby", first) == "academy_nearby"


def test_a_text_offers_the_choices_that_go_with_it(talk: Talk) -> None:
    answer = talk("out_of_scope", text="ze hebben mij van school gegooid")
    assert answer.topic == "switching" and "CLB" in answer.text
    assert [choice.topic for choice in answer.choices] == ["handover", "help_choose"]


def test_said_twice_it_leads_to_a_person_and_not_to_the_rest_of_the_topic(talk: Talk) -> None:
    talk("out_of_scope", text="ze hebben mij van school gegooid")
    again = talk("out_of_scope", text="ze hebben mij van school gegooid")
    assert again.topic == "switching" and "Schrijf op" not in again.text
    assert "handover" in [choice.topic for choice in again.choices]


GENK, GENT = Mention("place", "3600 Genk", "Genk"), Mention("place", "9000 Gent", "Gent")


@pytest.mark.parametrize(
    ("text", "place", "behind"),
    [
        ("avondlessen lassen in Genk", (GENK,), ("Genk zijn, weet ik niet", "In Limburg is er ook T2-campus")),
        ("bestaat er een cursus lassen voor volwassenen in Limburg", (), ("In Limburg is er ook T2-campus",)),
        ("avondonderwijs elektriciteit in Gent", (GENT,), ("Gent zijn, weet ik niet",)),
        ("kan ik 's avonds iets technisch leren", (), ()),
    ],
)
def test_courses_for_adults_with_what_is_near(
    talk: Talk, text: str, place: tuple[Mention, ...], behind: tuple[str, ...]
) -> None:
    answer = talk("stem_limburg", *place, text=text)
    said = ("zijn, weet ik niet", "In Limburg is er ook T2-campus")
    assert answer.topic == "adult_switch" and all(words in answer.text for words in behind)
    assert sum(answer.text.count(words) for words in said) == len(behind)


def test_engineers_are_several_jobs() -> None:
    asked = as_worded(Question("job_bottleneck", "is er een tekort aan ingenieurs?"), open_catalogue())
    job = asked.named("job")[0]
    known = [open_catalogue().job(name) for name in (job.value, *job.candidates)]
    assert job.text == "ingenieurs" and len(known) == 4 and all(known)


@pytest.mark.parametrize("age", ["16", "17"])
def test_the_exam_board_for_the_young_is_told_as_unknown(age: str) -> None:
    assert meant("middenjury voor een meisje", "adult_diploma", Mention("age", age)) == "adult_diploma/exam_board"
    assert meant("middenjury voor mij", "adult_diploma", Mention("age", "26")) == "adult_diploma"


IN_BREE = Mention("place", "3960 Bree", "Bree")


@pytest.mark.parametrize("topic", ["stem_events", "out_of_scope", "clarify"])
@pytest.mark.parametrize(
    "text", ["wat is er te doen voor kinderen in Bree rond wetenschap", "is er iets voor kids in Bree"]
)
def test_something_to_do_for_children_near_a_place(text: str, topic: str) -> None:
    assert meant(text, topic, IN_BREE) == "academy_nearby"


@pytest.mark.parametrize(
    "text",
    [
        "wat is er voor kinderen op de Dag van de Wetenschap in Bree",
        "wat is er te doen in Bree",
        "mijn kinderen zitten in Bree op school",
    ],
)
def test_but_not_of_one_event_of_a_school_or_for_nobody(text: str) -> None:
    assert meant(text, "stem_events", IN_BREE) == "stem_events"


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("heb ik recht op opleiding 's avonds", "adult_leave"),
        ("is een STEM-academie een soort avondschool", "academy_what"),
        ("welke cursussen zijn er op T2-campus voor volwassenen", "campus_t2"),
        ("is avondonderwijs ook goed om alsnog te slagen", "adult_diploma"),
        ("wat is het verschil tussen VDAB en avondschool", "adult_vdab"),
    ],
)
def test_evening_courses_leave_alone_what_was_understood(text: str, topic: str) -> None:
    assert meant(text, topic) == topic


def test_evening_courses_that_were_not_understood_are_for_adults() -> None:
    assert meant("bestaan er avondlessen lassen", "option_where") == "adult_switch"
    assert meant("bestaan er avondlessen lassen", "out_of_scope") == "adult_switch"


@pytest.mark.parametrize("text", ["kan je BuSO OV3 en duaal combineren", "mag hij duaal vanuit opleidingsvorm 3"])
def test_dual_learning_for_special_needs(text: str) -> None:
    assert meant(text, "clarify", DUAL) == "dual_entry/special"
    assert meant(f"wat verdient hij, {text}", "dual_pay", DUAL) == "dual_pay"
