from __future__ import annotations

import pytest

from actions.question import Mention


def test_info_without_a_confirmed_description_says_what_is_held(talk) -> None:
    answer = talk("job_info", job="Koeltechnicus")
    for part in ("nog geen nagekeken uitleg", "VDAB", "bijvoorbeeld", "knelpuntlijst van 2026", "onderwijskiezer.be"):
        assert part in answer.text
    assert answer.items


def test_info_of_a_job_that_is_not_on_the_list(talk) -> None:
    assert "niet op de knelpuntlijst van 2026" in talk("job_info", job="Milieucoördinator").text


def test_bottleneck_yes_with_year_and_without_promise(talk) -> None:
    answer = talk("job_bottleneck", job="Lasser")
    assert answer.text.startswith("Ja.") and "2026" in answer.text and "geen belofte" in answer.text


def test_bottleneck_no_with_year_and_source(talk) -> None:
    answer = talk("job_bottleneck", job="Milieucoördinator")
    assert "staat niet op de lijst van knelpuntberoepen van 2026" in answer.text
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
    assert talk("job_bottleneck", text="is dat een knelpunt").kind == "ask"


def test_an_option_named_later_is_the_subject(talk) -> None:
    talk("job_info", job="Koeltechnicus")
    talk("option_info", option="Houttechnieken")
    answer = talk("job_bottleneck", text="is dat een knelpunt?")
    assert answer.topic == "option_jobs" and "Koeltechnicus" not in answer.text


@pytest.mark.parametrize("topic", ["job_info", "job_bottleneck"])
def test_missing_unknown_and_ambiguous_names(talk, topic: str) -> None:
    assert talk(topic).kind == "ask"
    assert talk(topic, Mention("unknown", "lassser", "lassser")).kind == "clarify"
    two = talk(topic, Mention("job", "Lasser", "lasmeester", ("Dakwerker",), "alias"))
    assert two.kind == "clarify" and len(two.choices) == 2


def test_list_by_theme_with_count_and_more(talk) -> None:
    answer = talk("bottleneck_list", theme="bouw")
    assert "45 beroepen" in answer.text and "2026" in answer.text and len(answer.items) == 8
    assert "Toon meer" in [choice.title for choice in answer.choices]
    assert len(talk("more").items) == 8


def test_list_without_a_theme_offers_themes(talk) -> None:
    answer = talk("bottleneck_list")
    assert "227" in answer.text and any("theme" in choice.payload for choice in answer.choices)


def test_list_of_a_theme_without_any(talk, catalogue) -> None:
    empty = [theme.id for theme in catalogue.themes() if not catalogue.bottlenecks(theme.id)[1]]
    for theme in empty:
        answer = talk("bottleneck_list", theme=theme)
        assert "geen beroep" in answer.text and answer.choices


def test_list_of_an_unknown_theme(talk) -> None:
    assert talk("bottleneck_list", Mention("unknown", "toverkunst", "toverkunst")).kind == "clarify"


def test_which_of_those_are_on_the_list(talk) -> None:
    talk("option_jobs", option="Elektromechanische technieken")
    answer = talk("bottleneck_list", text="welke daarvan zijn knelpunt?")
    assert answer.topic == "option_jobs" and "knelpuntlijst van 2026" in answer.text


def test_the_second_one(talk) -> None:
    shown = talk("bottleneck_list", theme="bouw").items
    answer = talk("inform", text="de tweede")
    assert answer.topic == "job_info" and shown[1].title in answer.text


def test_meaning_has_causes_counts_and_no_promise(talk) -> None:
    answer = talk("bottleneck_what")
    for part in ("drie oorzaken", "In 2026", "227", "251 in 2025", "belooft geen job"):
        assert part in answer.text
