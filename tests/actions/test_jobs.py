from __future__ import annotations

from dataclasses import replace

import pytest

from actions.question import Mention
from study_catalogue import Catalogue, Source
from tests.actions.conftest import Talk


def test_info_without_a_confirmed_description_says_what_is_held(talk, year: int) -> None:
    answer = talk("job_info", job="Koeltechnicus")
    for part in (
        "nog niet nagekeken",
        "VDAB beschrijft het werk",
        "bijvoorbeeld",
        f"knelpuntlijst van {year}",
        "onderwijskiezer.be",
    ):
        assert part in answer.text
    assert answer.items


def test_info_of_a_job_that_is_not_on_the_list(talk, year: int) -> None:
    assert f"niet op de knelpuntlijst van {year}" in talk("job_info", job="Milieucoördinator").text


def test_bottleneck_yes_with_year_and_without_promise(talk, year: int) -> None:
    answer = talk("job_bottleneck", job="Lasser")
    assert answer.text.startswith("Ja.") and str(year) in answer.text and "geen belofte" in answer.text


def test_causes_come_with_their_source_and_year(talk, catalogue: Catalogue) -> None:
    listed = catalogue.bottlenecks(limit=1000)[0]
    caused = [job for job in listed if job.listing and job.listing.causes and job.listing.causes_source]
    assert caused
    for job in caused:
        source = job.listing.causes_source
        answer = talk("job_bottleneck", job=job.name)
        assert f"Eerder genoemd ({source.year})" in answer.text and source in answer.sources


def test_causes_without_a_year_are_not_said(talk, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    job = catalogue.job("Dakwerker")
    assert job and job.listing and job.listing.causes
    bare = replace(job, listing=replace(job.listing, causes_source=Source("krant", None)))
    monkeypatch.setattr(catalogue, "job", lambda name: bare)
    assert "Eerder genoemd" not in talk("job_bottleneck", job="Dakwerker").text


def test_bottleneck_no_with_year_and_source(talk, year: int) -> None:
    answer = talk("job_bottleneck", job="Milieucoördinator")
    assert f"staat niet op de lijst van knelpuntberoepen van {year}" in answer.text
    assert any("VDAB" in source.title for source in answer.sources)


def test_a_restriction_is_kept_as_written(talk) -> None:
    assert "alleen voor Hoger Redder" in talk("job_bottleneck", job="Redder: Hoger Redder").text


def test_follow_up_keeps_the_job(talk) -> None:
    talk("job_info", job="Koeltechnicus")
    assert "Koeltechnicus" in talk("job_bottleneck", text="is dat een knelpunt?").text
    assert "Dakwerker" in talk("inform", job="Dakwerker", text="en dakwerker?").text


def test_after_a_name_that_needs_a_choice_the_job_before_is_not_meant(talk) -> None:
    talk("job_info", job="Koeltechnicus")
    talk("inform", Mention("job", "Elektrotechnicus", "elektricien", ("Elektrotechnisch installateur",), "alias"))
    answer = talk("job_bottleneck", text="is dat een knelpunt")
    titles = {item.title for item in answer.items}
    assert titles == {"Elektrotechnicus", "Elektrotechnisch installateur"} and "Koeltechnicus" not in answer.text


def test_an_option_named_later_is_the_subject(talk) -> None:
    talk("job_info", job="Koeltechnicus")
    talk("option_info", option="Houttechnieken")
    answer = talk("job_bottleneck", text="is dat een knelpunt?")
    assert answer.topic == "option_jobs" and "Koeltechnicus" not in answer.text


@pytest.mark.parametrize("topic", ["job_info", "job_bottleneck"])
def test_missing_unknown_and_ambiguous_names(talk, topic: str) -> None:
    assert talk(topic).kind == "ask"
    assert talk(topic, Mention("unknown", "lassser", "lassser")).kind == "clarify"
    two = talk(topic, Mention("job", "Metselaar", "metsmeester", ("Dakwerker",), "alias"))
    assert [choice.title for choice in two.choices] == ["Metselaar", "Dakwerker"]
    assert two.kind == ("clarify" if topic == "job_info" else "answer")


def test_list_by_theme_with_count_and_more(talk, catalogue: Catalogue, year: int) -> None:
    answer = talk("bottleneck_list", theme="bouw")
    assert f"{catalogue.bottlenecks('bouw')[1]} beroepen" in answer.text and str(year) in answer.text
    assert len(answer.items) == 8
    assert "Toon meer" in [choice.title for choice in answer.choices]
    assert len(talk("more").items) == 8


def test_list_without_a_theme_offers_themes(talk, catalogue: Catalogue) -> None:
    answer = talk("bottleneck_list")
    assert f"{catalogue.bottlenecks()[1]} beroepen" in answer.text
    assert any("theme" in choice.payload for choice in answer.choices)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("knelpuntberoepen zonder diploma", "diploma"),
        ("welke zijn structureel?", "structureel"),
        ("knelpuntberoepen met het meeste loon", "loon"),
        ("knelpuntberoepen per provincie", "provincie"),
    ],
)
def test_what_the_list_cannot_be_narrowed_by_is_said_first(talk, text: str, words: str) -> None:
    answer = talk("bottleneck_list", text=text)
    assert answer.text.startswith(f"Daarop kan ik de lijst niet filteren: {words}.") and answer.items


def test_the_list_cannot_be_narrowed_by_a_place(talk) -> None:
    answer = talk("bottleneck_list", Mention("place", "3600 Genk", "genk"), theme="bouw")
    assert "niet filteren: genk" in answer.text and answer.items
    assert "niet filteren" not in talk("more").text


def test_list_of_a_theme_without_any(talk, catalogue: Catalogue) -> None:
    empty = [theme.id for theme in catalogue.themes() if not catalogue.bottlenecks(theme.id)[1]]
    assert empty
    for theme in empty:
        answer = talk("bottleneck_list", theme=theme)
        assert "geen beroep" in answer.text and answer.choices


def test_list_of_an_unknown_theme(talk) -> None:
    assert talk("bottleneck_list", Mention("unknown", "toverkunst", "toverkunst")).kind == "clarify"


def test_which_of_those_are_on_the_list(talk, year: int) -> None:
    shown = talk("option_jobs", option="Elektromechanische technieken").items
    answer = talk("bottleneck_list", text="welke daarvan zijn knelpunt?")
    assert answer.topic == "job_bottleneck" and f"knelpuntlijst van {year}" in answer.text
    assert answer.items == tuple(item for item in shown if item.marks)


def test_the_second_one(talk) -> None:
    shown = talk("bottleneck_list", theme="bouw").items
    answer = talk("inform", text="de tweede")
    assert answer.topic == "job_info" and shown[1].title in answer.text


def test_meaning_has_causes_counts_and_no_promise(talk, catalogue: Catalogue) -> None:
    *_, (before, fewer, _), (newest, count, _) = catalogue.bottleneck_counts()
    answer = talk("bottleneck_what")
    for part in ("drie oorzaken", f"In {newest}", str(count), f"{fewer} in {before}", "belooft geen job"):
        assert part in answer.text


def test_without_any_list_there_is_still_an_answer(talk, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "bottlenecks", lambda *_, **__: ([], 0))
    monkeypatch.setattr(catalogue, "bottleneck_counts", lambda: [])
    for topic in ("bottleneck_list", "bottleneck_what"):
        answer = talk(topic)
        assert answer.kind == "answer" and answer.choices
    assert talk("job_bottleneck", job="Milieucoördinator").kind == "answer"


def test_what_a_job_is_comes_before_the_way_to_it(talk: Talk) -> None:
    technician = Mention(
        "job", "Industrieel onderhoudstechnicus", "onderhoudstechnicus", ("Industrieel elektromecanicien",)
    )
    answer = talk("option_for_job", technician, text="wat doet een onderhoudstechnicus en via welke opleiding")
    assert (answer.topic, answer.kind) == ("job_info", "answer")
    assert "Industrieel onderhoudstechnicus" in answer.text and answer.items
    assert "Industrieel elektromecanicien" in [choice.title for choice in answer.choices]
    assert talk("option_for_job", technician, text="hoe word ik onderhoudstechnicus").topic == "option_for_job"


def test_a_word_in_the_names_of_several_jobs_is_asked_about(talk: Talk) -> None:
    operator = Mention(
        "job", "Procesoperator chemische industrie", "procesoperator", ("Procesoperator voedingsindustrie",)
    )
    assert talk("job_info", operator, text="wat doet een procesoperator").kind == "clarify"
