"""The guided talk that helps choosing: three questions, each of which may be skipped."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from actions.answer import Answer, Choice
from actions.choosing import AFTER, LATER, QUESTIONS, SKIPPED
from actions.question import Mention, Question
from actions.respond import respond
from study_catalogue import Catalogue, Option, OptionFilter

if TYPE_CHECKING:
    from tests.actions.conftest import Talk

Given = dict[str, str]
REASONS = {"praktisch": "veel praktijk", "theoretisch": "veel theorie", "gemengd": "theorie en praktijk"}
JUDGING = ("slim", "te moeilijk", "niet goed genoeg", "beste keuze", "geschikt")


def tap(talk: Talk, choice: Choice) -> Answer:
    return talk(choice.topic, *(Mention(kind, value, basis="choice") for kind, value in choice.about))


def walk(answer: Answer, context: dict[str, object], catalogue: Catalogue) -> Iterator[tuple[Given, Answer]]:
    """Every way through the questions: what was tapped, and what comes out."""
    if answer.kind != "ask":
        yield {}, answer
        return
    for choice in answer.choices:
        mentions = tuple(Mention(kind, value, basis="choice") for kind, value in choice.about)
        said = respond(Question(choice.topic, "", mentions, context), catalogue)
        for given, end in walk(said, {**context, **said.remember}, catalogue):
            yield {**dict(choice.about), **given}, end


def options_of(answer: Answer, catalogue: Catalogue) -> list[Option]:
    shown = [dict(choice.about)["option"] for choice in answer.choices if choice.topic == "option_info"]
    return [option for option_id in shown if (option := catalogue.option(option_id))]


@pytest.fixture(scope="module")
def ends(catalogue: Catalogue) -> list[tuple[Given, Answer]]:
    first = respond(Question("help_choose"), catalogue)
    return list(walk(first, dict(first.remember), catalogue))


def test_three_questions_each_with_a_way_to_skip(talk: Talk) -> None:
    answer, kinds = talk("help_choose"), []
    while answer.kind == "ask":
        kinds.append(talk.slots["asked"])
        assert answer.choices[-1].title == "Sla over"
        answer = tap(talk, answer.choices[0])
    assert kinds == list(QUESTIONS) and answer.items


def test_the_first_one_says_that_it_is_no_test_and_only_the_first(talk: Talk, parent: Talk) -> None:
    answer = talk("help_choose")
    assert "geen test" in answer.text and "overslaan" in answer.text
    assert "geen test" not in tap(talk, answer.choices[1]).text
    assert "uw kind" in parent("help_choose").text


def test_every_way_through_ends_in_one_to_three_options(ends: list[tuple[Given, Answer]]) -> None:
    assert len(ends) == 5 * 7 * 4 and len({tuple(given.items()) for given, _ in ends}) == len(ends)
    for given, answer in ends:
        assert answer.kind == "answer" and 1 <= len(answer.items) <= 3, given
        assert answer.choices[-1].topic == "handover" and len(answer.text.split()) <= 90
        assert answer.sources and all(source.year for source in answer.sources)


def test_the_options_are_what_comes_next(ends: list[tuple[Given, Answer]], catalogue: Catalogue) -> None:
    for given, answer in ends:
        level = given["level"]
        expected = ("so-2", "so-3") if level == SKIPPED else AFTER.get(level, LATER)
        found = options_of(answer, catalogue)
        assert [option.name for option in found] == [item.title for item in answer.items]
        assert {option.level for option in found} <= set(expected) and not [o for o in found if o.ended]


def test_the_reason_is_true(ends: list[tuple[Given, Answer]], catalogue: Catalogue) -> None:
    """What it says that the choice rests on was given, and holds for each option."""
    for given, answer in ends:
        reason = answer.text.split("Ik koos dit om")[1].split(".")[0]
        found = options_of(answer, catalogue)
        theme = catalogue.theme(given["theme"])
        if theme and "leuk vindt" in reason:
            assert theme.label.lower() in reason.lower()
            assert set(found) <= set(catalogue.search_options(OptionFilter(theme=theme.id), 0, 1000)[0]), given
        elif "breed te kijken" not in reason:
            assert REASONS[given["practice"]] in reason
            assert {option.theory_practice for option in found} == {given["practice"]}


def test_no_reason_only_when_nothing_was_said_or_kept(ends: list[tuple[Given, Answer]]) -> None:
    broad = [given for given, answer in ends if "breed te kijken" in answer.text]
    assert broad and all(given["theme"] == SKIPPED for given in broad)
    assert all(given["level"] == "bachelor" for given in broad if given["practice"] != SKIPPED)


def test_theory_or_practice_is_kept_where_it_can(ends: list[tuple[Given, Answer]], catalogue: Catalogue) -> None:
    for given, answer in ends:
        wanted = OptionFilter(AFTER.get(given["level"], ()), practice=given["practice"], theme=given["theme"])
        if SKIPPED not in given.values() and catalogue.search_options(wanted)[0] and wanted.levels:
            assert {option.theory_practice for option in options_of(answer, catalogue)} == {given["practice"]}, given


def test_it_informs_and_never_rates(ends: list[tuple[Given, Answer]]) -> None:
    for _, answer in ends:
        assert "Je hoeft nu niets te kiezen" in answer.text and "CLB" in answer.text
        assert not [word for word in JUDGING if word in answer.text]


def test_three_of_them_differ(talk: Talk) -> None:
    answer = talk("help_choose", level=SKIPPED, theme=SKIPPED, practice=SKIPPED)
    assert len({item.line.split(";")[0] for item in answer.items}) == 3


@pytest.mark.parametrize("level", ["so-7", "graduaat", "prof_bachelor", "master", "volwassenen", "bachelor"])
def test_any_level_may_be_said(talk: Talk, level: str) -> None:
    assert talk("help_choose", level=level, theme="ict", practice="praktisch").items


def test_every_theme_may_be_said(catalogue: Catalogue) -> None:
    for theme in catalogue.themes():
        for practice in ("praktisch", "theoretisch", SKIPPED):
            given = {"level": "so-2", "theme": theme.id, "practice": practice}
            mentions = tuple(Mention(kind, value) for kind, value in given.items())
            answer = respond(Question("help_choose", mentions=mentions), catalogue)
            assert 1 <= len(answer.items) <= 3, given


def test_what_nothing_fits_gives_way(talk: Talk) -> None:
    """No option with much practice after secondary school is about drones: theory or practice gives way first."""
    answer = talk("help_choose", level="bachelor", theme="drones", practice="praktisch")
    assert answer.items and "drones leuk vindt" in answer.text


def test_a_message_that_says_more_asks_less(talk: Talk) -> None:
    answer = talk("help_choose", level="so-2", theme="ict")
    assert answer.kind == "ask" and talk.slots["asked"] == "practice"


def test_a_typed_answer_goes_on(talk: Talk) -> None:
    talk("help_choose")
    assert talk("inform", level="so-2", text="2de graad").kind == "ask"
    assert talk("inform", theme="bouw", text="bouwen").kind == "ask"
    answer = talk("inform", practice="praktisch", text="met mijn handen")
    assert answer.topic == "help_choose" and answer.items and "bouw" in answer.text


@pytest.mark.parametrize("text", ["weet ik niet", "geen idee", "kweenie"])
def test_no_idea_passes_the_question_over(talk: Talk, text: str) -> None:
    talk("help_choose")
    for _ in QUESTIONS:
        answer = talk("help_choose", text=text)
    assert answer.items and "breed te kijken" in answer.text


def test_not_knowing_what_to_choose_starts_at_the_first_question(talk: Talk) -> None:
    talk("help_choose", text="ik weet het niet")
    assert talk.slots["asked"] == "level" and not talk.slots["guide"]


def test_an_unknown_subject_is_said(talk: Talk) -> None:
    tap(talk, talk("help_choose").choices[-1])
    answer = talk("help_choose", Mention("unknown", "paardendans", "paardendans"))
    assert answer.text.startswith("Het onderwerp 'paardendans' ken ik niet.") and talk.slots["asked"] == "theme"


def test_the_options_may_be_picked_by_number(talk: Talk) -> None:
    answer = talk("help_choose", level="so-2", theme="ict", practice="gemengd")
    picked = talk("inform", text="de tweede")
    assert picked.topic == "option_info" and answer.items[1].title in picked.text


def test_another_time_it_starts_anew(talk: Talk) -> None:
    talk("help_choose", level="so-2", theme="ict")
    talk("dual_what")
    assert "geen test" in talk("help_choose").text and talk.slots["asked"] == "level"
    talk("help_choose", level="so-2", theme="ict", practice=SKIPPED)
    assert talk("help_choose").kind == "ask" and talk.slots["asked"] == "level"
