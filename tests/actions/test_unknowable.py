"""What we certainly do not know: data/unknowable.yml."""

from __future__ import annotations

import pytest

from actions.question import Mention, Question
from actions.texts import areas, texts_of, topics
from actions.unknowable import table, unknowable
from study_catalogue import Catalogue


def said(catalogue: Catalogue, text: str, topic: str = "clarify", subject: str = "") -> str:
    answer = unknowable(Question(topic, text, (), {"subject": subject} if subject else {}), catalogue)
    return answer.text if answer else ""


def test_the_table_speaks_of_texts_and_topics_that_exist() -> None:
    assert table().never | table().unless_school <= topics().keys()
    for row in table().rows:
        assert row.text in texts_of("out_of_scope").texts
        assert row.after <= {*topics(), *areas()}


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("is er nog een plek vrij in het derde jaar op die school", "plaats"),
        ("wat is de beste school voor hout", "school"),
        ("hoeveel procent slaagt daar", "slagen"),
        ("hoeveel leerlingen zitten er in een klas", "klas"),
        ("is mevrouw Peeters streng", "leerkrachten"),
        ("hoeveel uur wiskunde is dat", "uur"),
        ("is de klas al vol?", "plaats"),
        ("is de school vol voor volgend jaar", "plaats"),
    ],
)
def test_it_is_said(catalogue: Catalogue, text: str, about: str) -> None:
    answer = said(catalogue, text)
    assert "weet ik niet" in answer
    assert about in answer


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("zijn er nog plaatsen vrij", "academy_register"),
        ("hoeveel leerlingen volgen duaal leren", "dual_numbers"),
        ("ik wil leraar wiskunde worden", "adult_teacher"),
        ("welke richting is de beste", "help_choose"),
        ("mijn leerkracht vindt mij goed genoeg", "difficulty"),
        ("hoeveel uur werk je per week bij duaal", "dual_days"),
        ("mijn dochter komt in een klas vol jongens", "enc_girls"),
        ("de richting zit vol theorie", "difficulty"),
    ],
)
def test_other_questions_are_answered(catalogue: Catalogue, text: str, topic: str) -> None:
    assert said(catalogue, text, topic) == ""


def test_much_maths_is_unknown_only_of_an_option_in_hand(catalogue: Catalogue) -> None:
    assert said(catalogue, "met veel wiskunde?", "difficulty", "option_info")
    assert not said(catalogue, "met veel wiskunde?", "difficulty", "option_search")


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("kwil iets met auto's doen maar ni te veel wiskunde", (Mention("theme", "voertuigen", "auto's"),)),
        ("robots, ma met weinig wiskunde", (Mention("theme", "robotica", "robots"),)),
        ("te veel wiskunde is niks voor mij", (Mention("excluded", "theme:wiskunde", "wiskunde"),)),
        ("geef eens opleidingen met weinig fysica", ()),
    ],
)
def test_a_wish_asks_nothing_of_the_option_in_hand(
    catalogue: Catalogue, text: str, mentions: tuple[Mention, ...]
) -> None:
    assert unknowable(Question("option_search", text, mentions, {"subject": "option_info"}), catalogue) is None


@pytest.mark.parametrize(
    "text",
    [
        "heb je een diploma nodig om zelfstandig loodgieter te zijn",
        "welke vakbekwaamheid heb ik nodig als zelfstandig dakwerker",
        "mag ik met ervaring maar zonder diploma een elektrozaak starten",
        "mag je met 6 jaar ervaring een eigen garage openen",
    ],
)
def test_what_the_self_employed_need_is_not_known(catalogue: Catalogue, text: str) -> None:
    assert "weet ik niet zeker" in said(catalogue, text, "adult_evc")


@pytest.mark.parametrize(
    "text",
    [
        "ik ben zelfstandig elektricien, kan ik nog mijn diploma secundair halen",
        "kan ik ervaring als zelfstandige laten erkennen",
        "welke opleiding volg ik om zelfstandig elektricien te worden",
        "wij zijn zelfstandig elektricien en willen een leerling opleiden, wat hebben we nodig",
    ],
)
def test_another_question_of_the_self_employed_is_answered(catalogue: Catalogue, text: str) -> None:
    assert not said(catalogue, text, "adult_evc")


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("moet je sterk zijn om metser te worden", "moet kunnen"),
        ("moet ge goed kunnen tekenen voor architect", "moet kunnen"),
        ("is het erg dat ik hoogtevrees heb als dakwerker", "moet kunnen"),
        ("kan je jezelf elektrocuteren als elektricien", "gevaarlijk"),
        ("is lasser een veilig beroep", "gevaarlijk"),
    ],
)
def test_what_a_job_asks_of_the_body_is_not_known(catalogue: Catalogue, text: str, about: str) -> None:
    job = Mention("job", "Metselaar", "metser")
    answer = unknowable(Question("clarify", text, (job,), {}), catalogue)
    assert answer and about in answer.text
    assert "job_info" in [choice.topic for choice in answer.choices]


@pytest.mark.parametrize("text", ["moet je sterk zijn in wiskunde voor architect", "moet ik sterk zijn"])
def test_nor_is_it_said_of_a_subject_or_without_a_job(catalogue: Catalogue, text: str) -> None:
    named = (Mention("job", "Architect", "architect"),) if "architect" in text else ()
    assert unknowable(Question("clarify", text, named, {}), catalogue) is None


@pytest.mark.parametrize(
    ("text", "kind", "about"),
    [
        ("is lasser zwaar werk", "job", "zwaar"),
        ("is metselaar slecht voor uw rug", "job", "zwaar"),
        ("is lassen slecht voor uw longen", "theme", "gezondheid"),
        ("hoeveel uur stage is er", "", "stage"),
        ("hoe lang duurt de stage", "", "stage"),
    ],
)
def test_what_work_does_to_a_body_and_stages_are_not_known(
    catalogue: Catalogue, text: str, kind: str, about: str
) -> None:
    named = (Mention(kind, "x", "x"),) if kind else ()
    answer = unknowable(Question("clarify", text, named), catalogue)
    assert answer
    assert about in answer.text


@pytest.mark.parametrize(
    "text", ["is latijn zwaar", "is die richting zwaar werk", "hoeveel stage is er bij duaal", "welke stage zoek ik"]
)
def test_a_study_that_is_hard_or_dual_learning_keeps_its_answer(catalogue: Catalogue, text: str) -> None:
    assert unknowable(Question("difficulty", text, (Mention("job", "x", "x"),)), catalogue) is None
