"""Searches in words that name something else besides."""

from __future__ import annotations

import pytest

from actions.question import Mention, Question
from actions.searches import as_searched, with_less
from study_catalogue import Catalogue

WOOD = (Mention("option", "Hout", "hout", at=9), Mention("theme", "hout", "hout", at=9))
COLLEGE = Mention("level", "prof_bachelor", "hogeschool")
DUAL = Mention("dual", "yes", "duaal")
MOL = Mention("place", "2400 Mol", "Mol")


def values(question: Question, kind: str) -> list[str]:
    return [mention.value for mention in question.named(kind)]


@pytest.mark.parametrize(
    "text",
    [
        "iets met hout dat nog naar de hogeschool kan",
        "iets met hout waarmee hij later nog een bachelor kan doen",
        "welke richtingen met hout laten de weg naar de hogeschool open?",
        "welke richting in hout geeft toegang tot de hogeschool",
        "iet me hout waar ge nog mee naar d hogeschool kunt of waarmee ge nog een bachelor kunt doen",
    ],
)
@pytest.mark.parametrize("topic", ["option_next", "clarify", "option_search"])
def test_what_leaves_a_bachelor_open_is_searched_at_school(catalogue: Catalogue, text: str, topic: str) -> None:
    found = as_searched(Question(topic, text, (*WOOD, COLLEGE)), catalogue)
    assert found.topic == "option_search"
    assert (values(found, "level"), values(found, "option")) == (["so-2", "so-3"], [])
    assert values(found, "excluded") == ["finality:arbeidsmarkt"]


@pytest.mark.parametrize(
    "text",
    [
        "welke bachelors zijn er over hout",
        "een bachelor met hout, die wil ik",
        "ik wil iets met hout aan de hogeschool",
        "wat kan ik na hout doen",
    ],
)
def test_a_bachelor_about_it_is_another_question(catalogue: Catalogue, text: str) -> None:
    question = Question("option_next", text, (*WOOD, COLLEGE))
    assert as_searched(question, catalogue) is question


def test_a_study_of_its_own_is_no_subject(catalogue: Catalogue) -> None:
    own = Mention("option", "Houttechnieken", "houttechnieken")
    question = Question("option_next", "iets zoals houttechnieken dat naar de hogeschool kan", (own, WOOD[1]))
    assert as_searched(question, catalogue) is question


@pytest.mark.parametrize("topic", ["option_dual", "academy_filter", "academy_nearby"])
def test_dual_with_a_subject_is_a_list_of_it(catalogue: Catalogue, topic: str) -> None:
    mentions = (DUAL, *WOOD, MOL, Mention("age", "15", "15"))
    found = as_searched(Question(topic, "duaal iets in het hout in Mol, 15 jaar", mentions), catalogue)
    assert (found.topic, values(found, "option"), values(found, "place")) == ("option_dual", [], ["2400 Mol"])
    assert values(found, "level") == ["so-2", "so-3"]


@pytest.mark.parametrize(
    "text", ["kan de richting hout duaal?", "kan ik hout duaal doen", "ik doe hout, kan dat duaal"]
)
def test_the_study_of_that_name_stays(catalogue: Catalogue, text: str) -> None:
    question = Question("option_dual", text, (DUAL, *WOOD))
    assert as_searched(question, catalogue) is question


def test_dual_is_never_at_an_academy(catalogue: Catalogue) -> None:
    readings = (("academy_filter", 0.4), ("dual_for_whom", 0.3), ("dual_entry", 0.2))
    asked = Question("clarify", "is er iets duaal in Mol", (DUAL, MOL), readings=readings)
    found = as_searched(asked, catalogue)
    assert [name for name, _ in found.readings] == ["dual_for_whom", "dual_entry"]
    without = Question("academy_filter", "is er een club in Mol", (MOL,))
    assert as_searched(without, catalogue) is without


LISTED = {"topic": "option_search", "total": 3, "shown": [["option", "so2-hout"]]}


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("laat de praktijk weg", {"level", "finality"}),
        ("haal die praktijk dan maar weg", {"level", "finality"}),
        ("die bachelor mag weg", {"practice", "finality"}),
        ("laat die doorstroom maar weg", {"practice", "level"}),
    ],
)
def test_a_filter_of_the_list_goes(catalogue: Catalogue, text: str, left: set[str]) -> None:
    filters = {"practice": "praktisch", "level": "bachelor", "finality": "doorstroom"}
    context = {"listing": {**LISTED, "filters": filters}}
    found = as_searched(Question("nudge_off", text, context=context), catalogue)
    assert (found.topic, {mention.kind for mention in found.mentions}) == ("option_search", left)
    alone = Question("nudge_off", text)
    assert as_searched(alone, catalogue) is alone


@pytest.mark.parametrize(
    ("text", "out"),
    [
        ("niet te veel theorie", "theoretisch"),
        ("iets met minder theorie", "theoretisch"),
        ("zonder veel theorie", "theoretisch"),
        ("nie te veel praktijk", "praktisch"),
    ],
)
def test_not_too_much_of_one_is_not_all_of_the_other(text: str, out: str) -> None:
    read = "praktisch" if out == "theoretisch" else "theoretisch"
    at = text.index("theor" if read == "praktisch" else "prakt")
    found = with_less(Question("option_search", text, (Mention("practice", read, read, at=at),)))
    assert (values(found, "practice"), values(found, "excluded")) == ([], [f"practice:{out}"])


@pytest.mark.parametrize("text", ["veel praktijk", "weinig theorie", "geen theorie", "veel theorie"])
def test_what_is_asked_for_stays(text: str) -> None:
    question = Question("option_search", text, (Mention("practice", "praktisch", text, at=0),))
    assert with_less(question) is question


def test_of_all_that_was_found_not_of_the_page(catalogue: Catalogue) -> None:
    listing = {**LISTED, "total": 25, "filters": {"level": "so-2"}}
    found = as_searched(Question("clarify", "die 25, welke kan duaal?", (DUAL,), {"listing": listing}), catalogue)
    assert (found.topic, values(found, "level"), values(found, "stem")) == ("option_search", ["so-2"], ["said"])


def test_a_subject_on_a_level_is_searched(catalogue: Catalogue) -> None:
    year = Mention("level", "so-7", "so-7", at=20)
    preparing = Mention("option", "Voorbereidend jaar op hoger onderwijs", "zevende jaar", at=20)
    theme = Mention("theme", "kunst-design", "interieur", at=40)
    asked = Question("after_secondary", "een graduaat of een zevende jaar in interieur", (preparing, year, theme))
    assert as_searched(asked, catalogue).topic == "option_search"
    rule = Question("after_secondary", "mag je na een zevende jaar in interieur naar een bachelor", (year, theme))
    assert as_searched(rule, catalogue) is rule
