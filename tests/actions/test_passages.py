"""A further question about the same topic gets the sentences that answer it."""

from __future__ import annotations

import pytest

from actions.answer import Item
from actions.passages import about

TOLD = "Een graduaat telt 120 studiepunten. Een bachelor telt er 180. Het resultaat bindt niet. Vraag het op school."


@pytest.mark.parametrize(
    ("asked", "begins"),
    [
        ("hoeveel studiepunten is dat", "Een graduaat telt 120"),
        ("is het bindend?", "Het resultaat bindt niet"),
        ("en een bachelor?", "Een bachelor telt er 180"),
    ],
)
def test_the_sentence_that_shares_a_word(asked: str, begins: str) -> None:
    assert about(asked, [TOLD], ()).sentences[0].startswith(begins)


@pytest.mark.parametrize("asked", ["wat kost dat", "vraag", "en voor mijn kind?", ""])
def test_nothing_when_no_telling_word_is_shared(asked: str) -> None:
    assert not about(asked, [TOLD], ())


def test_rows_count_too_and_a_part_of_a_long_word() -> None:
    rows = (Item("Zelf vragen", "studietoelage voor hogere studies"), Item("Komt vanzelf", "de schooltoeslag"))
    assert about("en de toelage?", [TOLD], rows).items == rows[:1]


def test_in_a_talk_the_answer_comes_out_of_what_was_said(talk) -> None:
    first = talk("adult_leave", text="heb ik recht op verlof")
    second = talk("adult_leave", text="en opleidingscheques?")
    assert "opleidingscheques" in second.text.lower() and len(second.text) < len(first.text)
    assert second.sources


def test_of_a_word_for_several_jobs_the_options_to_all_of_them(talk) -> None:
    from actions.question import Mention

    electrician = Mention("job", "Dakwerker", "dakman", ("Metselaar",), "alias")
    answer = talk("option_for_job", electrician)
    assert answer.kind == "answer" and answer.items and {"Metselaar", "Dakwerker"} <= {c.title for c in answer.choices}
