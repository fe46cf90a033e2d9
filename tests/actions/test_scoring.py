"""The table of points: what it names exists, and every STEM option can come up."""

from __future__ import annotations

import pytest

from actions.hearing import OWN_WORD, answers_in
from actions.lists import words_of
from actions.question import Question
from actions.scoring import SKIPPED, Fit, best, table
from actions.subjects import subjects
from actions.texts import COMMON, texts_of
from study_catalogue import Catalogue, Option, OptionFilter

PRACTICES = (SKIPPED, "praktisch", "theoretisch", "gemengd", "werkplek")


def shown(catalogue: Catalogue, words: str = "", **given: str) -> list[Fit]:
    return best(catalogue, given, [word for word in words.split("|") if word], 3)


def names(catalogue: Catalogue, words: str = "", **given: str) -> list[str]:
    return [fit.option.name for fit in shown(catalogue, words, **given)]


@pytest.fixture(scope="module")
def options(catalogue: Catalogue) -> list[Option]:
    return catalogue.search_options(OptionFilter(), 0, 1000)[0]


def test_the_table_names_what_exists(catalogue: Catalogue, options: list[Option]) -> None:
    themes = {theme.id for theme in catalogue.themes()}
    assert set(subjects()) == themes and set(table().practice) == set(PRACTICES) - {SKIPPED}
    assert {near for about in subjects().values() for near in about.near} <= themes
    assert {level for stage in table().stages.values() for level in stage.next} == {option.level for option in options}
    kinds = {kind for rule in table().practice.values() for kind in (*rule.same, *rule.close)}
    assert kinds == {option.theory_practice for option in options}


def test_every_word_against_an_option_is_in_a_name(options: list[Option]) -> None:
    everything = " ".join(option.name.lower() for option in options)
    words = {word for about in subjects().values() for word in about.not_}
    words |= {*texts_of(COMMON).words["asks_more"], *table().after_degree}
    assert [word for word in sorted(words) if word not in everything] == []


def test_every_stem_option_can_come_up(catalogue: Catalogue, options: list[Option]) -> None:
    """Among the first three: for a subject and a way of learning, else for a word that a pupil could type."""
    found = {
        fit.option.id
        for level in table().stages
        for practice in PRACTICES
        for theme in (SKIPPED, *subjects())
        for fit in shown(catalogue, level=level, practice=practice, theme=theme)
    }
    left = [option for option in options if option.id not in found]
    assert len(left) <= len(options) // 7, "a subject should be enough for nearly all"
    assert [option.id for option in left if not comes_up_by_a_word(catalogue, option)] == []


def comes_up_by_a_word(catalogue: Catalogue, option: Option) -> bool:
    words = [word for word in words_of(" ".join((option.name, *option.keywords))) if len(word) >= OWN_WORD]
    levels = [level for level, stage in table().stages.items() if option.level in stage.next]
    typed = [answers_in(Question("inform", word), catalogue, "theme") for word in words]
    return any(
        option.id == fit.option.id
        for given in typed
        for level in levels
        for practice in PRACTICES
        for fit in shown(catalogue, given.get("own_words", ""), **{**given, "level": level, "practice": practice})
    )


def test_the_same_answers_give_the_same_options(catalogue: Catalogue) -> None:
    given = {"level": "so-1", "theme": "bouw|games", "practice": "praktisch"}
    assert names(catalogue, **given) == names(catalogue, **given)


def test_printing_is_not_offered_for_computers_or_games(catalogue: Catalogue) -> None:
    for theme in ("ict", "programmeren", "games"):
        for level in ("so-1", "so-2", "so-3"):
            for practice in PRACTICES:
                found = names(catalogue, level=level, theme=theme, practice=practice)
                assert not [name for name in found if "print" in name.lower() or "druk" in name.lower()], found


def test_what_is_liked_and_how_comes_first(catalogue: Catalogue) -> None:
    for level in ("so-1", "so-2"):
        for theme in ("bouw", "mechanica", "hout"):
            for practice in ("praktisch", "gemengd"):
                first = shown(catalogue, level=level, theme=theme, practice=practice)[0]
                assert first.likes and first.option.theory_practice == practice, (level, theme, practice)


def test_both_of_two_subjects_come_up(catalogue: Catalogue) -> None:
    for pair in ("bouw|chemie", "voertuigen|ict", "dieren|hout"):
        for level in ("so-1", "so-2", "so-3"):
            liked = {nth for fit in shown(catalogue, level=level, theme=pair) for nth in fit.likes}
            assert liked == {0, 1}, (pair, level)


def test_a_workplace_brings_dual_options_and_only_then_those_that_are_nothing_else(catalogue: Catalogue) -> None:
    at_work = shown(catalogue, level="so-1", theme="bouw", practice="werkplek")
    assert at_work[0].option.dual == "yes" and at_work[0].practice
    assert all("duaal" not in name for name in names(catalogue, level="so-1", theme="bouw", practice="praktisch"))


def test_latin_or_top_sport_is_only_for_who_names_it(catalogue: Catalogue) -> None:
    plain = names(catalogue, level="so-2", theme="wiskunde", practice="theoretisch")
    assert not [name for name in plain if "Latijn" in name or "Grieks" in name]
    assert "Latijn-Wiskunde" in names(catalogue, "latijn", level="so-2", theme="wiskunde", practice="theoretisch")


def test_a_bachelor_after_a_bachelor_is_only_for_who_studies_already(catalogue: Catalogue) -> None:
    for level in ("so-3", "so-7", "bachelor", "graduaat"):
        fits = best(catalogue, {"level": level}, ["bioinformatics"], 200)
        assert not [fit.option.name for fit in fits if "bachelor-na-bachelor" in fit.option.name], level
    assert any("bachelor-na-bachelor" in name for name in names(catalogue, "bioinformatics", level="prof_bachelor"))


def test_what_fits_no_subject_comes_last(catalogue: Catalogue) -> None:
    for theme in subjects():
        fits = best(catalogue, {"level": "so-3", "theme": theme}, (), 9)
        assert [fit.fits for fit in fits] == sorted((fit.fits for fit in fits), reverse=True), theme


def test_what_does_not_simply_follow_stands_behind_and_the_a_stream_sees_no_b_stream(catalogue: Catalogue) -> None:
    for theme in subjects():
        fits = shown(catalogue, level="so-1b", theme=theme)
        assert sum(fit.wide for fit in fits) <= 1 and any(fit.option.finality == "arbeidsmarkt" for fit in fits), theme
        assert not any("B-stroom" in name for name in names(catalogue, level="jaar-1a", theme=theme))
    assert names(catalogue, level="jaar-1b", theme="dieren")[0] == "STEM-technieken (B-stroom)"


def test_who_wishes_a_workplace_sees_a_dual_option(catalogue: Catalogue) -> None:
    for level in ("so-1", "so-1b", "so-2", "so-3"):
        for theme in subjects():
            fits = shown(catalogue, level=level, theme=theme, practice="werkplek")
            assert any(fit.option.dual == "yes" for fit in fits), (level, theme)
