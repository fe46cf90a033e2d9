"""Free words in the guided talk. The model may take them for anything: the topic given here is what it really said."""

from __future__ import annotations

from time import process_time

import pytest

from actions.hearing import QUOTED, answers_in, hear, lexicon
from actions.question import Mention, Question
from actions.scoring import SKIPPED, table
from actions.texts import topics
from study_catalogue import Catalogue

OPEN = {"topic": "help_choose"}


def said(catalogue: Catalogue, text: str, asked: str, topic: str = "nonsense", *mentions: Mention) -> dict[str, str]:
    heard = hear(Question(topic, text, mentions, {**OPEN, "asked": asked}), catalogue, asked)
    assert heard.meant == "answer", (text, heard)
    return heard.given


def meant(catalogue: Catalogue, text: str, asked: str, topic: str = "nonsense") -> str:
    return hear(Question(topic, text, (), {**OPEN, "asked": asked}), catalogue, asked).meant


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("ik zit in het derde", "so-2"), ("4de jaar", "so-2"), ("3", "so-2"), ("4tso", "so-2"), ("3 STW", "so-2"),
        ("tweede graad", "so-2"), ("2de jaar", "so-1"), ("ik zit in het tweede", "so-1"), ("eerste graad", "so-1"),
        ("eerste jaar", "jaar-1"),  ("6de leerjaar", "jaar-1"),
        ("ik zit in 1B", "jaar-1b"), ("2A", "so-1a"), ("het tweede leerjaar B", "so-1b"),
        ("lager onderwijs", "jaar-1"),
        ("zesde", "so-3"), ("5", "so-3"), ("laatste jaar", "so-3"), ("het derde jaar van de 3de graad", "so-3"),
        ("7de jaar", "so-7"), ("unief", "acad_bachelor"), ("ik zit in het eerste jaar hogeschool", "prof_bachelor"),
        ("ik werk al", "volwassenen"), ("ik studeer al", "bachelor"),
        ("ik zit in het zesde en wil naar de unief", "so-3"),
    ],
)  # fmt: skip
def test_where_somebody_is(catalogue: Catalogue, text: str, level: str) -> None:
    assert said(catalogue, text, "level", "audience")["level"] == level


@pytest.mark.parametrize("text", ["ik ben 15", "thuis", "ik wil naar de unief", "ja maar"])
def test_where_somebody_is_is_not_guessed(catalogue: Catalogue, text: str) -> None:
    """An age is no year of school, and where one wants to go is not where one is."""
    heard = hear(Question("audience", text, (Mention("age", "15"),), OPEN), catalogue, "level")
    assert heard.meant == "miss"


def test_the_option_that_is_followed_tells_the_grade_when_it_is_given_in_one(catalogue: Catalogue) -> None:
    named = Mention("option", "Latijn-Wiskunde", "latijn-wiskunde")
    assert said(catalogue, "latijn-wiskunde", "level", "inform", named)["level"] == "so-3"


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("ik hou van tekenen en gamen", "kunst-design|games"), ("knutselen", "maken"), ("computers", "ict"),
        ("iets met mijn handen", "hout|mechanica"), ("met mensen werken", "zorg"), ("dieren verzorgen", "dieren|zorg"),
        ("ik wil dokter worden", "zorg"), ("koken", "voeding"), ("auto's en sport", "voertuigen|sport"),
        ("ik ben graag buiten", "land-en-tuinbouw"), ("programmeren, gamen en tekenen", "programmeren|games"),
        ("wiskunde haat ik maar bouwen wel", "bouw"), ("niet gamen, wel muziek", "podium"),
    ],
)  # fmt: skip
def test_what_somebody_likes(catalogue: Catalogue, text: str, theme: str) -> None:
    assert said(catalogue, text, "theme")["theme"] == theme


def test_the_words_are_kept_as_they_were_written(catalogue: Catalogue) -> None:
    assert said(catalogue, "Ik hou van Minecraft!", "theme")["said_theme"] == "Minecraft"
    assert (
        said(catalogue, "konputers", "theme", "inform", Mention("theme", "ict", "konputers"))["said_theme"]
        == "konputers"
    )


@pytest.mark.parametrize("text", ["ik hou niet van computers", "geen dieren", "wiskunde is saai"])
def test_what_is_not_liked_does_not_count(catalogue: Catalogue, text: str) -> None:
    assert meant(catalogue, text, "theme") == "miss"


def test_a_word_of_an_option_counts_where_no_subject_is_known(catalogue: Catalogue) -> None:
    given = said(catalogue, "iets met brillen", "theme", "nonsense")
    assert given["own_words"] == "brillen"
    assert said(catalogue, "Latijn", "theme") == {"theme": SKIPPED, "own_words": "latijn"}


@pytest.mark.parametrize(
    ("text", "practice"),
    [
        ("liever praktijk maar ook een beetje theorie", "gemengd"), ("een mix", "gemengd"), ("beide", "gemengd"),
        ("allebei", "gemengd"), ("50 50", "gemengd"), ("van alles wat", "gemengd"),
        ("liever praktijk dan theorie", "praktisch"), ("niet te veel theorie", "praktisch"), ("doen", "praktisch"),
        ("met mijn handen", "praktisch"), ("ik kan niet stilzitten", "praktisch"), ("geen theorie", "praktisch"),
        ("theorie", "theoretisch"), ("niet veel praktijk", "theoretisch"), ("uit boeken", "theoretisch"),
        ("op een bedrijf", "werkplek"), ("duaal", "werkplek"), ("school en werk", "werkplek"),
    ],
)  # fmt: skip
def test_how_somebody_learns(catalogue: Catalogue, text: str, practice: str) -> None:
    assert said(catalogue, text, "practice", "repeat")["practice"] == practice


@pytest.mark.parametrize(
    ("text", "topic", "name"),
    [
        ("sla over", "nonsense", "skip"), ("maakt niet uit", "out_of_scope", "skip"), ("alles", "nonsense", "skip"),
        ("weet niet", "clarify", "no_idea"), ("ik weet het echt niet", "help_choose", "no_idea"),
        ("geen idee", "nonsense", "no_idea"), ("ik vind niks leuk", "smalltalk", "no_idea"),
        ("laat maar", "nonsense", "stop"), ("stop", "out_of_scope", "stop"), ("vorige vraag", "back", "back"),
        ("wat bedoel je?", "simpler", "explain"), ("ik snap het niet", "simpler", "explain"),
        ("oké", "nonsense", "go_on"), ("help mij kiezen", "help_choose", "go_on"), ("ga verder", "more", "go_on"),
        ("kan je mij helpen?", "help_choose", "go_on"),
        ("blabla", "nonsense", "miss"), ("wa zegde", "nonsense", "miss"),
        ("wat is duaal?", "dual_what", "aside"), ("is dat moeilijk?", "difficulty", "aside"),
        ("ik wil met iemand praten over computers", "handover", "aside"), ("doei", "goodbye", "aside"),
        ("ik ben niet goed genoeg in wiskunde", "enc_confidence", "aside"), ("ik wil dood", "distress", "aside"),
    ],
)  # fmt: skip
def test_what_a_message_is_in_the_talk(catalogue: Catalogue, text: str, topic: str, name: str) -> None:
    assert meant(catalogue, text, "theme", topic) == name


def test_a_doubt_with_an_answer_in_it_is_an_answer(catalogue: Catalogue) -> None:
    assert said(catalogue, "weet niet, misschien computers", "theme")["theme"] == "ict"


def test_what_another_answer_asked_for_is_not_taken_for_a_misunderstanding(catalogue: Catalogue) -> None:
    context = {"topic": "academy_nearby", "asked": "place"}
    assert hear(Question("nonsense", "blabla", (), context), catalogue, "theme").meant == "aside"
    assert hear(Question("inform", "computers", (), context), catalogue, "theme").meant == "answer"


def test_a_quote_is_short_and_cut_between_words(catalogue: Catalogue) -> None:
    text = "liever heel veel praktijk want ik zit echt niet graag stil maar ook wel een beetje theorie"
    quoted = said(catalogue, text, "practice")["said_practice"]
    assert len(quoted) <= QUOTED + 1 and quoted.endswith("…") and f"{quoted[:-1]} " in text


def test_a_separator_in_a_message_does_no_harm(catalogue: Catalogue) -> None:
    assert said(catalogue, "gamen|tekenen|bouwen", "theme")["said_theme"] == "gamen|tekenen"


def test_a_request_for_help_names_no_subject(catalogue: Catalogue) -> None:
    text = "ik heb geen gedacht wat ik moet kiezen, kunt ge mij helpen?"
    assert answers_in(Question("help_choose", text), catalogue) == {}
    assert answers_in(Question("help_choose", text), catalogue, "theme") == {}


def test_a_doubt_between_theory_and_practice_is_no_answer(catalogue: Catalogue) -> None:
    text = "ik weet niet of ik theorie of praktijk moet kiezen"
    assert answers_in(Question("help_choose", text), catalogue) == {}
    assert meant(catalogue, text, "practice", "help_choose") == "no_idea"


@pytest.mark.parametrize("word", ["praktijk ", "theorie en ", "veel meer ", "niet ", "weet "])
def test_a_long_message_takes_no_time(catalogue: Catalogue, word: str) -> None:
    text = (word * 500)[:500]
    start = process_time()
    for asked in ("level", "theme", "practice"):
        meant(catalogue, text, asked)
    assert process_time() - start < 0.5


def test_every_value_of_the_lexicon_exists(catalogue: Catalogue) -> None:
    words = lexicon()
    themes = {theme.id for theme in catalogue.themes()}
    assert {theme for key in words.likes for theme in key.split("|")} <= themes
    levels = {value for rules in (words.level, words.level_bare) for rule in rules for value in rule}
    assert levels - {""} <= table().stages.keys()
    assert {value for rule in words.practice for value in rule} - {""} == table().practice.keys()
    assert {name for group in words.topics.values() for name in group} <= topics().keys()


def test_every_subject_of_the_catalogue_is_understood_by_its_own_words(catalogue: Catalogue) -> None:
    for theme in catalogue.themes():
        for word in theme.words[:3]:
            assert answers_in(Question("nonsense", word, (), OPEN), catalogue, "theme").get("theme"), word
