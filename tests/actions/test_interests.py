"""Things, workplaces and interests instead of a name: data/interests.yml and data/subjects.yml."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actions.interests import Interest as Named
from actions.interests import as_interest, interest_of, options_near, table, things_in
from actions.question import Mention, Question
from actions.subjects import subjects
from actions.texts import topics
from study_catalogue import Catalogue
from tests.actions.conftest import Talk

ENERGY, CARE = Mention("theme", "energie", "windmolens"), Mention("theme", "zorg", "ziekenhuis")
NURSE = Mention("job", "Verpleegkundige", "verpleegster")
IN_4 = Mention("level", "so-2", "in 4", basis="last")


def wish(text: str, *mentions: Mention, topic: str = "out_of_scope", **kept: str) -> tuple[str, str]:
    """The topic and the subject of what is made of it."""
    question = as_interest(Question(topic, text, mentions, kept))
    return question.topic, next((mention.value for mention in question.named("theme")), "")


def test_the_tables_name_only_what_the_catalogue_has(catalogue: Catalogue) -> None:
    rows = (*table().things.values(), *subjects().values())
    jobs = {name for row in rows for name in row.jobs}
    options = {id for row in rows for id in row.options} | {*table().broad}
    assert not [name for name in jobs if not (job := catalogue.job(name)) or job.name != name]
    assert not [id for id in options if not (option := catalogue.option(id)) or option.ended]
    assert {row.theme for row in table().things.values()} | table().outside <= subjects().keys()
    assert table().taken_for | table().taken_for_alone | table().taken_for_short <= topics().keys()


def test_every_thing_comes_near_a_job_or_a_study_and_has_a_label() -> None:
    for name, thing in table().things.items():
        assert (thing.jobs or thing.options) and (thing.label or "-" not in name), name


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("ik wil met windmolens werken", ["windmolens"]),
        ("kwil iets mee treine doen", ["treinen"]),
        ("ik wil windmolenmonteur worden", ["windmolens"]),
        ("iets in een labo of in een ziekenhuis", ["labo", "ziekenhuis"]),
        ("een dierentuin, maar geen labo", ["dierentuin"]),
        ("mijn auto is stuk", []),
        ("ik hou van lezen", []),
        ("dat blijft zo", []),
    ],
)
def test_the_things_in_a_message(text: str, things: list[str]) -> None:
    assert [found.thing for found in things_in(text)] == things


def test_a_thing_of_another_subject_than_was_understood_does_not_count() -> None:
    found = interest_of(Question("sector_info", "hout voor een dak", (Mention("theme", "hout", "hout"),)))
    assert found == Named("hout", words="hout")


@pytest.mark.parametrize(
    ("text", "mentions", "topic", "expected"),
    [
        ("ik wil windmolens herstellen", (ENERGY,), "out_of_scope", ("sector_info", "energie")),
        ("ik wil in een ziekenhuis werken maar gin verpleegster", (CARE, NURSE), "clarify", ("sector_info", "zorg")),
        ("labo ofzo", (), "nonsense", ("sector_info", "chemie")),
        ("toch liever iets me computers", (Mention("theme", "ict"),), "academy_filter", ("option_search", "ict")),
        ("hij wil leren werken met drones", (), "clarify", ("option_search", "drones")),
        ("ik wil in een brouwerij werken", (Mention("unknown", "brouwerij"),), "clarify", ("sector_info", "voeding")),
    ],
)
def test_a_wish_is_heard(text: str, mentions: tuple[Mention, ...], topic: str, expected: tuple[str, str]) -> None:
    assert wish(text, *mentions, topic=topic) == expected


def test_a_wish_that_asks_for_studies_keeps_that_topic(talk: Talk) -> None:
    asked = Question("clarify", "welke richting is dat, ik wil met een kraan werken", (), {})
    assert as_interest(replace(asked, readings=(("option_for_job", 0.4),))).topic == "option_for_job"
    assert as_interest(replace(asked, readings=(("stem_what", 0.4),))).topic == "option_search"
    assert talk("option_for_job", text="wat moet je studeren om in een labo te werken").topic == "option_for_job"
    assert talk("option_for_job", text="ik wil in een labo werken").topic == "sector_info"


@pytest.mark.parametrize(
    ("text", "mentions", "topic"),
    [
        ("ik wil een spreekbeurt maken over windmolens", (ENERGY,), "out_of_scope"),
        ("kan je mijn computer herstellen", (Mention("theme", "ict", "computer"),), "out_of_scope"),
        ("ik wil een auto kopen", (), "out_of_scope"),
        ("ik wil in een restaurant werken", (Mention("theme", "horeca", "restaurant"),), "out_of_scope"),
        ("ik ben 35 en wil met windmolens werken", (ENERGY, Mention("age", "35", "35")), "adult_switch"),
        ("thuis voor de kindjes en wil iets met computers doen", (Mention("theme", "ict"),), "adult_switch"),
        ("kben moe van school en wil gaan werken in de bouw", (Mention("theme", "bouw", "bouw"),), "clarify"),
        ("ik werk in een labo en wil iets anders", (), "clarify"),
        ("iets met robots in Genk", (Mention("theme", "robotica"), Mention("place", "3600 Genk")), "academy_filter"),
        ("zijn er academies met robots", (Mention("theme", "robotica"),), "academy_filter"),
        ("wat is een windmolen", (ENERGY,), "out_of_scope"),
        ("ik wil met drones werken", (), "distress"),
        ("kan ik met latijn iets met windmolens doen", (ENERGY, Mention("option", "Latijn", "latijn")), "clarify"),
        ("ons bedrijf wil iets met robots doen", (Mention("theme", "robotica"),), "clarify"),
        ("ik wil kloempeur worden met drones", (Mention("unknown", "kloempeur"),), "out_of_scope"),
    ],
)
def test_what_is_no_wish_for_work_or_a_study_stays(text: str, mentions: tuple[Mention, ...], topic: str) -> None:
    assert wish(text, *mentions, topic=topic)[0] == topic


def test_the_guided_talk_keeps_its_answers() -> None:
    assert wish("labo ofzo", topic="nonsense", guide="open")[0] == "nonsense"


def test_a_workplace_instead_of_a_job_gets_what_is_near(talk: Talk) -> None:
    answer = talk("option_for_job", ENERGY, text="ik wil later met windmolens werken")
    titles = [item.title for item in answer.items]
    assert answer.topic == "sector_info" and "'windmolens'" in answer.text
    assert titles[0] == "Technicus hernieuwbare energietechnieken" and "Werfleider" not in titles
    assert {"Graduaat in de hernieuwbare-energiesystemen"} <= {choice.title for choice in answer.choices}
    assert talk("inform", text="de tweede").topic == "job_info"


def test_a_job_that_is_not_known_is_said_once(talk: Talk) -> None:
    answer = talk("job_info", text="ik wil windmolenmonteur worden")
    assert answer.text.count("ken ik niet") == 1 and "'windmolenmonteur'" in answer.text and answer.items


def test_what_is_denied_is_not_shown(talk: Talk) -> None:
    answer = talk("sector_info", CARE, NURSE, text="in een ziekenhuis werken maar geen verpleegster")
    titles = {item.title for item in answer.items}
    assert titles and not titles & {"Verpleegkundige", "Professionele bachelor verpleegkunde"}


def test_with_a_year_of_school_the_studies_of_the_next_grade_come(talk: Talk) -> None:
    answer = talk("option_for_job", ENERGY, IN_4, text="ik zit in 4 en wil met windmolens werken")
    assert answer.topic == "option_search" and "windmolens" in answer.text
    assert answer.items[0].title == "Elektromechanische technieken"
    more = talk("more")
    assert answer.items[0] not in more.items and all("3de graad" in item.line for item in more.items)


def test_the_job_in_hand_stays_when_the_message_points_at_it(talk: Talk) -> None:
    talk("job_info", job="Lasser")
    machines = Mention("theme", "mechanica", "machines")
    assert talk("job_info", machines, text="werkt die met machines").topic == "job_info"
    assert talk("job_info", machines, text="ik wil met machines werken").topic == "sector_info"


def test_another_thing_beside_the_job_is_told_of(talk: Talk) -> None:
    crane = Mention("job", "Kraanbestuurder", "kraanman")
    answer = talk("option_for_job", crane, Mention("theme", "bouw"), text="met beton werken of kraanman")
    assert "'beton'" in answer.text and "Bekister-betonneerder" in {choice.title for choice in answer.choices}
    assert "In de buurt van" not in talk("option_for_job", crane, text="hoe word ik kraanman").text


@pytest.mark.parametrize(
    ("theme", "level", "title"),
    [
        ("games", "so-2", "Technologische wetenschappen"),
        ("chemie", "so-1", "STEM-wetenschappen"),
        ("luchtvaart", "so-1", "STEM-technieken (A-stroom)"),
        ("drones", "so-3", ""),
    ],
)
def test_nothing_on_a_level_shows_what_is_near(talk: Talk, theme: str, level: str, title: str) -> None:
    answer = talk("option_search", theme=theme, level=level)
    assert answer.items and (not title or answer.items[0].title == title)
    if title:
        assert "vond geen richtingen" in answer.text and "dichtst bij" in answer.text


def test_every_subject_has_something_near_on_each_grade(catalogue: Catalogue) -> None:
    for theme in subjects():
        assert options_near(catalogue, Named(theme), ("so-1",)), theme


def test_what_only_shares_a_word_comes_last(talk: Talk) -> None:
    titles = [item.title for item in talk("option_search", theme="ict", level="so-2").items]
    assert titles[0] == "Technologische wetenschappen" and titles.index("Printmedia") > titles.index(
        "Elektrotechnieken"
    )


def test_what_is_most_about_it_comes_first(talk: Talk) -> None:
    first = talk("option_search", Mention("theme", "energie", "windenergie"), text="iets met windenergie")
    assert {"Graduaat in de hernieuwbare-energiesystemen"} <= {item.title for item in first.items}
    assert not any("Plant" in item.title for item in first.items)


def test_a_subject_is_not_taken_away_with_a_job_of_it(talk: Talk) -> None:
    animals, vet = Mention("theme", "dieren", "dieren"), Mention("excluded", "theme:dieren", "dierenarts")
    answer = talk("option_search", animals, vet, text="iets met dieren maar geen dierenarts")
    found = [*answer.items, *talk("more").items]
    assert found and "Academische bachelor diergeneeskunde" not in {item.title for item in found}


def test_a_subject_off_the_bottleneck_list_gets_what_is_known(talk: Talk) -> None:
    answer = talk("job_outlook", Mention("theme", "drones", "drones"), text="is er toekomst in drones")
    assert answer.topic == "job_outlook" and "2026: 0" not in answer.text
    assert "Professionele bachelor Drone Applications" in {item.title for item in answer.items}


def test_latin_and_greek_come_behind_on_the_way_to_engineer(talk: Talk) -> None:
    study = Mention("option", "aba-ingenieurswetenschappen", "ingenieur")
    answer = talk("option_for_job", study, IN_4, text="ingenieur, zit in 4")
    asks_more = ["Latijn" in item.title or "Grieks" in item.title for item in answer.items]
    assert asks_more == sorted(asks_more) and not asks_more[0]


def test_a_short_subject_answers_another_question_of_the_talk(talk: Talk) -> None:
    talk("help_choose")
    answer = talk("nonsense", Mention("theme", "chemie", "labo"), text="labo ofzo")
    assert answer.topic == "help_choose" and "labo" in answer.text
    assert talk.slots["guide"]["theme"] == "chemie"


def test_a_grade_after_a_subject_keeps_the_subject(talk: Talk) -> None:
    talk("sector_info", Mention("theme", "chemie", "labo"), text="ik wil in een labo werken")
    answer = talk("inform", Mention("level", "so-3", "3de graad"), text="en in de 3de graad?")
    assert answer.topic == "option_search" and "chemie" in answer.text


def test_the_dual_options_of_a_thing_are_listed(talk: Talk) -> None:
    garage = Mention("theme", "voertuigen", "garages")
    answer = talk("option_dual", garage, Mention("dual", "yes"), text="kan ik duaal iets met garages doen")
    assert answer.kind == "answer" and answer.items[0].title == "Onderhoudsmechanica auto"


def test_who_names_nothing_is_offered_the_guided_talk(talk: Talk) -> None:
    for topic in ("option_jobs", "option_for_job"):
        assert "help_choose" in {choice.topic for choice in talk(topic).choices}


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("wij hebben een garage thuis en ik wil die later overnemen, wat studeren", "auto-s"),
        ("ik werk op zaterdag in een fietsenwinkel en vind dat tof, welke richting is dat", "fietsen"),
        ("mijn nonkel heeft een schrijnwerkerij en ik help daar graag, wat moet ik volgen", "schrijnwerkerij"),
        ("we hebben een melkveebedrijf, wat moet ik studeren om dat over te nemen", "boerderij"),
    ],
)
def test_the_business_at_home_tells_the_trade(text: str, thing: str) -> None:
    question = as_interest(Question("out_of_scope", text))
    found = interest_of(question)
    assert (question.topic, found and found.thing) == ("option_for_job", thing)


@pytest.mark.parametrize(
    "text",
    [
        "wij hebben een garage en zoeken een leerling, welke richting is dat",
        "ik werk in een garage en wil omscholen, wat kan ik studeren",
        "mijn mama heeft een kapsalon en ik wil dat overnemen, wat studeren",
        "mijn nonkel heeft een garage",
    ],
)
def test_another_business_or_question_tells_none(text: str) -> None:
    assert as_interest(Question("out_of_scope", text)).topic == "out_of_scope"
