"""What a STEM academy costs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.actions.conftest import Talk

GENK = "3600 Genk"


def test_prices_of_what_is_near_each_with_its_year(talk: Talk) -> None:
    answer = talk("academy_price", place=GENK)
    assert "Genk" in answer.text and len(answer.items) == 3
    for item in answer.items:
        assert any(word in item.line for word in ("gratis", "euro", "betalend"))
        assert "laatst bevestigd in 20" in item.line and re.fullmatch(r"\d+,\d km|in deze gemeente", item.marks[0])
    assert answer.sources


def test_the_place_of_the_list_before_counts(talk: Talk) -> None:
    talk("academy_nearby", place=GENK)
    assert "Genk" in talk("academy_price", text="en wat kost dat").text


def test_filters_of_the_list_before_count(talk: Talk) -> None:
    everybody = talk("academy_price", place=GENK)
    talk("academy_filter", place=GENK, theme="drones", age="9")
    assert [item.title for item in talk("academy_price").items] != [item.title for item in everybody.items]


def test_without_a_place_the_usual_price_and_no_question(talk: Talk) -> None:
    answer = talk("academy_price")
    assert not answer.items and answer.kind == "answer" and "euro" in answer.text


def test_what_only_says_who_may_come_is_no_price(talk: Talk) -> None:
    """ "Via de school" and "deelname in schoolteam" stand in the same column."""
    for place in ("3580 Beringen", GENK, "3500 Hasselt"):
        assert all("via de school" not in item.line for item in talk("academy_price", place=place).items)


def test_the_rows_that_were_shown_come_first(talk: Talk) -> None:
    shown = talk("academy_nearby", place=GENK)
    answer = talk("academy_price", text="wa kost da")
    assert [item.title for item in answer.items] == [item.title for item in shown.items]
    lines = [item.line for item in answer.items]
    assert any("prijs niet gelezen" in line for line in lines) and any("gratis" in line for line in lines)


def test_where_no_price_of_the_rows_was_read_it_is_said_and_what_is_close_follows(talk: Talk) -> None:
    talk("academy_filter", place="3920 Lommel", theme="techniek", age="8")
    answer = talk("academy_price", text="wa kost da")
    assert answer.text.startswith("Van die 3 las ik geen prijs.") and "CoderDojo Lommel" in answer.items[0].title
