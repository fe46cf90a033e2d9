from __future__ import annotations

import pytest

from actions.whose_call import OTHER


@pytest.mark.parametrize(
    "text",
    [
        "hij snijdt zichzelf", "ze zegt dat ze dood wil", "Mijn vriendin wil dood, ze snijdt zichzelf",
        "ik denk dat hij zichzelf iets aandoet",
        "mijn broer wordt thuis geslagen", "hij wordt elke dag gepest", "ik ben bang dat mijn zus dood wil",
        "ze heeft pillen genomen",
    ],
)  # fmt: skip
def test_who_speaks_of_somebody_else_is_not_asked_after_himself(talk, text: str) -> None:
    said = talk("distress", text=text)
    assert said.text == talk("distress", text="hij wil dood").text
    assert "Denk je" not in said.text and "1813" in said.text and "112" in said.text.split(".")[0]


@pytest.mark.parametrize(
    "text",
    [
        "ik wil dood", "hij slaat mij", "mijn broer slaat me elke dag", "ze pesten de hele tijd",
        "wil niet meer leven", "ik denk dat ik dood wil",
        "mijn pa slaat ons", "ze zegt dat ik lelijk ben", "ik wil dood omdat hij weg is",
        "ik denk dat hij mij gaat slaan",
    ],
)  # fmt: skip
def test_who_may_be_in_need_is_asked(talk, text: str) -> None:
    assert "Denk je aan zelfdoding" in talk("distress", text=text).text


def test_an_adult_keeps_the_form_of_an_adult(parent) -> None:
    assert "uw kind" in parent("distress", text="hij snijdt zichzelf").text
    assert OTHER not in parent("distress", text="ik maak mij zorgen, mijn dochter wil dood").text


@pytest.mark.parametrize(
    "text", ["ik wil dood", "mijn pa slaagt mij", "m'n pa slaat me", "kwil niet meer leven, mijn kop zit vol"]
)
def test_a_child_that_goes_on_in_the_talk_of_a_parent_is_asked_itself(parent, text: str) -> None:
    assert "Denk je aan zelfdoding" in parent("distress", text=text).text


@pytest.mark.parametrize(
    "text",
    [
        "mijn zoon wil dood",
        "ik vond pillen bij mijn dochter",
        "ik denk dat hij zichzelf snijdt",
        "help",
        "ze eet niet meer",
    ],
)
def test_a_parent_who_speaks_of_a_child_is_not(parent, text: str) -> None:
    assert "Denk je" not in parent("distress", text=text).text


@pytest.mark.parametrize(
    "text",
    [
        "Een leerling van mij wordt thuis geslagen door haar stiefvader",
        "een leerlinge van onze school wil niet meer leven",
        "Een kind uit mijn klas wordt thuis mishandeld, wie moet ik verwittigen?",
        "mijn leerling snijdt zichzelf",
    ],
)
def test_who_works_at_a_school_is_told_about_the_pupil(talk, text: str) -> None:
    said = talk("distress", text=text).text
    assert "Denkt u of de leerling" in said and "Ben je" not in said and "uw kind" not in said


@pytest.mark.parametrize(
    "text",
    ["een jongen uit mijn klas slaat mij", "een meisje van mijn klas pest mij elke dag", "mijn leerkracht slaat mij"],
)
def test_who_has_classmates_is_no_teacher(talk, text: str) -> None:
    assert "Denk je aan zelfdoding" in talk("distress", text=text).text
