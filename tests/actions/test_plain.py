from __future__ import annotations

from actions.answer import Answer, Choice, Item, Nudge
from actions.plain import plain
from study_catalogue import Source


def test_plain_holds_text_rows_and_sources() -> None:
    answer = Answer(
        "option_jobs",
        "answer",
        "Kijk eens.",
        items=(Item("Lasser", "metaal", ("knelpunt 2026", "duaal")), Item("Smid")),
        choices=(Choice("Meer", "more"),),
        sources=(Source("VDAB", 2026), Source("STEMpad", 2026, "inferred"), Source("zonder jaar", None)),
    )
    assert plain(answer).splitlines() == [
        "Kijk eens.",
        "",
        "- Lasser: metaal (knelpunt 2026, duaal)",
        "- Smid",
        "",
        "Bron: VDAB (2026)",
        "Bron: STEMpad (2026), nog niet bevestigd door een CLB-medewerker",
        "Bron: zonder jaar",
    ]


def test_a_nudge_stands_before_the_sources_with_its_own() -> None:
    own = Source("STEMpad", 2026, "inferred")
    answer = Answer("x", "answer", "Tekst.", sources=(Source("VDAB", 2026),), nudge=Nudge("Wist je dat?", own))
    lines = [
        "Tekst.",
        "",
        "Wist je dat?",
        "Bron: STEMpad (2026), nog niet bevestigd door een CLB-medewerker",
        "",
        "Bron: VDAB (2026)",
    ]
    assert plain(answer).splitlines() == lines


def test_a_bare_text_is_only_that() -> None:
    assert plain(Answer("x", "answer", "Tekst.")) == "Tekst."


def test_a_source_names_its_site_once() -> None:
    sources = (
        Source("VDAB, lijst", 2026, url="https://www.vdab.be/media/lijst.pdf"),
        Source("Einddoelen.be", 2026, "inferred", "https://einddoelen.be"),
    )
    assert plain(Answer("x", "answer", "Tekst.", sources=sources)).splitlines()[2:] == [
        "Bron: VDAB, lijst (2026), vdab.be",
        "Bron: Einddoelen.be (2026), nog niet bevestigd door een CLB-medewerker",
    ]
