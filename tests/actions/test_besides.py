"""What a message tells beside its question: data/besides.yml."""

from __future__ import annotations

import pytest

from actions.besides import BESIDE, table, without_besides
from actions.question import Mention, Question
from actions.texts import topics
from study_catalogue import Catalogue

WELDING = ("job", "Manueel lasser", "lasser")
TEACHER = ("job", "Leerkracht secundair onderwijs", "leerkracht")
MECHANICS = ("option", "Mechanica", "Mechanica")
IN_2 = ("level", "so-1", "2B")


def asked(catalogue: Catalogue, text: str, *named: tuple[str, str, str], topic: str = "clarify") -> Question:
    mentions = tuple(Mention(*name, at=text.find(name[2])) for name in named)
    return without_besides(Question(topic, text, mentions), catalogue)


def test_the_table_speaks_of_topics_that_exist() -> None:
    assert table().taken_for | {ask.to for ask in table().asks} <= topics().keys()


@pytest.mark.parametrize(
    ("text", "named", "topic"),
    [
        ("Ik ben leerkracht in 2B, wat kunnen mijn leerlingen kiezen?", (TEACHER, IN_2), "option_search"),
        ("Als leerkracht in 2B: welke richtingen mogen mijn leerlingen volgen?", (TEACHER, IN_2), "option_search"),
        ("Als leerkracht van 4 Mechanica: wat kan mijn klas volgend jaar doen?", (TEACHER, MECHANICS), "option_next"),
        ("Ik ben zelf lasser, wat kan mijn zoon na 4 Mechanica?", (WELDING, MECHANICS), "option_next"),
        ("mijn papa is lasser maar ik wil weten wat Mechanica is", (WELDING, MECHANICS), "option_info"),
    ],
)
def test_the_work_of_who_speaks_is_no_goal(
    catalogue: Catalogue, text: str, named: tuple[tuple[str, str, str], ...], topic: str
) -> None:
    question = asked(catalogue, text, *named, topic="option_for_job")
    assert (question.topic, question.named("job")) == (topic, ())


@pytest.mark.parametrize(
    "text",
    [
        "Ik ben lasser en mijn zoon wil dat ook worden",
        "mijn papa is lasser, wat verdient die",
        "mijn papa is lasser en ik wil zijn zaak overnemen",
        "ik ben lasser en zoek iets anders",
        "als lasser werken, wat moet mijn zoon dan studeren",
        "mijn zoon wil lasser worden",
    ],
)
def test_a_job_that_is_asked_about_stays(catalogue: Catalogue, text: str) -> None:
    assert asked(catalogue, text, WELDING, topic="option_for_job").named("job")


def test_a_grade_that_is_chosen_is_not_the_one_of_now(catalogue: Catalogue) -> None:
    question = asked(catalogue, "Als leerkracht in 2B: wat kunnen mijn leerlingen kiezen?", TEACHER, IN_2)
    assert [mention.value for mention in question.named("level")] == ["so-2"]


def test_the_question_of_the_only_girl_is_answered(catalogue: Catalogue) -> None:
    text = "Mijn dochter is het enige meisje in Mechanica. Wat kan ze hierna doen?"
    question = asked(catalogue, text, MECHANICS, topic="enc_girls")
    assert (question.topic, question.context.get(BESIDE)) == ("option_next", "enc_girls")


@pytest.mark.parametrize(
    "text",
    [
        "ze is het enige meisje in Mechanica en voelt zich niet goed, wat kan ze doen?",
        "is het erg als enige meisje in Mechanica, wat kan ik doen",
        "zijn er meisjes in Mechanica",
    ],
)
def test_what_is_about_being_a_girl_stays_that(catalogue: Catalogue, text: str) -> None:
    assert asked(catalogue, text, MECHANICS, topic="enc_girls").topic == "enc_girls"


def test_what_a_friend_does_is_not_the_wish(catalogue: Catalogue) -> None:
    text = "mijn maat doet lassen maar ik wil iets met dieren"
    question = asked(catalogue, text, ("theme", "metaal", "lassen"), ("theme", "dieren", "dieren"))
    assert [mention.value for mention in question.named("theme")] == ["dieren"]


def test_of_a_sister_alone_everything_stays(catalogue: Catalogue) -> None:
    text = "mijn zus volgt Mechanica, wat kan ze daarna doen"
    assert asked(catalogue, text, MECHANICS, topic="option_next").named("option")
