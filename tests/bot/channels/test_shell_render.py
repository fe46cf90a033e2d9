"""Answers as lines for a terminal."""

from __future__ import annotations

from typing import Any

import pytest

from bot.channels.render_terminal import Reading, Terminal, choice_payloads
from bot.channels.shell import read_words
from tests.bot.channels.shell_support import LIST, READING


def terminal(width: int = 80) -> Terminal:
    return Terminal(read_words(), width)


def test_an_answer_is_text_rows_nudge_sources_and_choices() -> None:
    assert terminal().answer(LIST).splitlines() == [
        "Met Koeltechnieken kun je deze jobs doen.",
        "",
        "Twee zijn knelpuntberoepen.",
        "",
        "  1. Koeltechnicus: plaatst koelinstallaties [knelpunt 2026] [duaal]",
        "  2. Werfleider",
        "",
        "Aanmoediging: Goed bezig. (Departement Onderwijs, 2025)",
        "",
        "Bronnen: VDAB, knelpuntberoepen 2026 – staat in de bron; Eigen koppeling, 2025 –",
        "  nog niet bevestigd door een CLB-medewerker",
        "",
        "Typ een nummer om te kiezen:",
        "  [1] Toon meer",
        "  [2] Duaal?",
        "  [3] Infodagen",
    ]


def test_a_source_names_its_site_once() -> None:
    sources = [
        {"title": "VDAB, lijst", "year": 2026, "status": "read", "url": "https://www.vdab.be/media/lijst.pdf"},
        {"title": "Einddoelen.be", "year": 2026, "status": "read", "url": "https://einddoelen.be"},
    ]
    told = " ".join(terminal().answer({"sources": sources}).split())
    assert told == "Bronnen: VDAB, lijst, 2026 (vdab.be) – staat in de bron; Einddoelen.be, 2026 – staat in de bron"


def test_a_further_page_counts_on() -> None:
    lines = terminal().answer({**LIST, "first": 6}).splitlines()
    assert (
        "  6. Koeltechnicus: plaatst koelinstallaties [knelpunt 2026] [duaal]" in lines and "  7. Werfleider" in lines
    )


@pytest.mark.parametrize("width", [0, 30, 80, 400])
def test_lines_stay_within_the_terminal_but_readable(width: int) -> None:
    long = {"text": "woord " * 60, "items": [{"title": "Hottentottententoonstelling" * 3, "line": "regel " * 30}]}
    lengths = [len(line) for line in terminal(width).answer(long).splitlines()]
    assert max(lengths) <= max(24, min(width, 100))


@pytest.mark.parametrize(
    "answer", [{}, {"text": None, "items": None, "choices": [None], "sources": ["x"], "nudge": None}]
)
def test_an_answer_without_content_is_no_failure(answer: dict[str, Any]) -> None:
    assert terminal().answer(answer) == ""


def test_control_characters_do_not_reach_the_terminal() -> None:
    said = terminal().answer({"text": "rood \x1b[31m\x07\u202e", "items": [{"title": "\x1b]0;titel\x07"}]})
    assert not set(said) & set("\x1b\x07\u202e")


def test_why_shows_readings_names_and_the_status_of_sources() -> None:
    assert terminal(120).why(LIST, READING).splitlines() == [
        "Waarom dit antwoord",
        "  onderwerp       option_jobs",
        "  soort antwoord  antwoord",
        "  gelezen als     option_jobs (91%)",
        "  andere lezingen job_info (5%)",
        "                  option_info (2%)",
        "  herkende namen  studierichting: “koeltechniken” = Koeltechnieken (tikfout), of Koel- en",
        "                  warmtetechnieken",
        "  bronnen         VDAB, knelpuntberoepen 2026 – staat in de bron",
        "                  Eigen koppeling, 2025 – nog niet bevestigd door een CLB-medewerker",
    ]


def test_why_says_what_it_does_not_know() -> None:
    assert "Stel eerst een vraag" in terminal().why(None, None)
    assert "niet door het taalmodel gelezen" in terminal().why(LIST, None)
    assert "herkende namen  geen" in terminal().why(LIST, Reading((("greet", 1.0),)))


def test_choice_payloads_come_in_the_order_shown() -> None:
    assert choice_payloads(LIST) == ["/more", '/option_dual{"option": "x"}', "/info_days"]
    assert choice_payloads(None) == []
