"""The guided talk that helps choosing: four questions at most, each of which may be skipped."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from actions.answer import Answer, Choice
from actions.asides import MOST_ASIDE
from actions.choosing import QUESTIONS
from actions.hearing import ASKS
from actions.question import Mention, Question
from actions.respond import respond
from actions.scoring import SKIPPED, table
from study_catalogue import Catalogue, Option

if TYPE_CHECKING:
    from tests.actions.conftest import Talk

Given = dict[str, str]
JUDGING = ("slim", "te moeilijk", "niet goed genoeg", "beste keuze", "geschikt")
NOT_ASKED = {"way"}  # only of who has no idea
LEVELS = tuple(level for level in table().stages if level != SKIPPED)


def tap(talk: Talk, choice: Choice) -> Answer:
    return talk(choice.topic, *(Mention(kind, value, basis="choice") for kind, value in choice.about))


def tap_titled(talk: Talk, answer: Answer, title: str) -> Answer:
    return tap(talk, next(choice for choice in answer.choices if choice.title == title))


def walk(answer: Answer, context: dict[str, Any], catalogue: Catalogue) -> Iterator[tuple[Given, Answer]]:
    """Every way through the questions, by taps and by having no idea: what was answered, and what comes out."""
    if answer.kind != "ask":
        yield {}, answer
        return
    about = [choice.about for choice in answer.choices]
    for row in (*about, ()):
        text = "" if row else "weet ik niet"
        mentions = tuple(Mention(kind, value, basis="choice") for kind, value in row)
        said = respond(Question("help_choose" if row else "nonsense", text, mentions, context), catalogue)
        named = dict(row) or {ASKS[context["asked"]]: "no idea"}
        for given, end in walk(said, {**context, **said.remember}, catalogue):
            yield {**named, **given}, end


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
    assert kinds == [kind for kind in QUESTIONS if kind not in NOT_ASKED] and answer.items


def test_who_has_no_idea_what_to_like_is_asked_in_another_way_and_that_is_the_fourth_question(talk: Talk) -> None:
    answer, asked = talk("help_choose"), 0
    while answer.kind == "ask":
        asked += 1
        answer = talk("nonsense", text="weet niet")
    assert asked == 4 == len(QUESTIONS) and answer.items and "breed te kijken" in answer.text


def test_the_first_one_says_that_it_is_no_test_and_only_the_first(talk: Talk, parent: Talk) -> None:
    answer = talk("help_choose")
    assert "geen test" in answer.text and "overslaan" in answer.text
    assert "geen test" not in tap(talk, answer.choices[1]).text
    assert "uw kind" in parent("help_choose").text


def test_no_way_through_ends_empty(ends: list[tuple[Given, Answer]], catalogue: Catalogue) -> None:
    assert len(ends) == 7 * (7 + 9) * 6
    for given, answer in ends:
        found = options_of(answer, catalogue)
        assert answer.kind == "answer" and len(found) == len(set(found)) == 3, given
        assert [option.name for option in found] == [item.title for item in answer.items]
        assert answer.choices[-1].topic == "handover" and len(answer.text.split()) <= 90
        assert answer.sources and all(source.year for source in answer.sources)


def test_the_options_are_stem_that_comes_next(ends: list[tuple[Given, Answer]], catalogue: Catalogue) -> None:
    for given, answer in ends:
        levels = table().stages.get(given["level"], table().stages[SKIPPED]).next
        found = options_of(answer, catalogue)
        assert {option.level for option in found} <= set(levels), given
        assert all(option.is_stem and not option.ended for option in found), given


def test_the_three_differ(ends: list[tuple[Given, Answer]], catalogue: Catalogue) -> None:
    """In finality, level or how practical they are; the names always."""
    for given, answer in ends:
        found = options_of(answer, catalogue)
        assert len({option.name for option in found}) == 3
        kinds = {(option.finality, option.level, option.theory_practice, option.dual) for option in found}
        assert len(kinds) >= 2, (given, [option.id for option in found])


def test_it_informs_and_never_rates(ends: list[tuple[Given, Answer]]) -> None:
    for _, answer in ends:
        assert "Je hoeft nu niets te kiezen" in answer.text and "CLB" in answer.text
        assert not [word for word in JUDGING if word in answer.text]


def test_who_it_is_changes_the_wording_and_never_the_options(talk: Talk, parent: Talk) -> None:
    said = {"level": "so-2", "theme": "ict", "practice": "praktisch"}
    for_pupil, for_parent = talk("help_choose", **said), parent("help_choose", **said)
    assert [item.title for item in for_pupil.items] == [item.title for item in for_parent.items]
    assert "je antwoord" in for_pupil.items[0].line and "uw antwoord" in for_parent.items[0].line


@pytest.mark.parametrize("level", LEVELS)
def test_every_stage_has_options_for_every_subject(catalogue: Catalogue, level: str) -> None:
    for theme in catalogue.themes():
        mentions = (Mention("level", level), Mention("theme", theme.id), Mention("practice", SKIPPED))
        least = 2 if level == "jaar-1a" else 3  # there are no more for who is in the A stream
        assert len(respond(Question("help_choose", mentions=mentions), catalogue).items) == least, theme.id


def test_a_level_that_no_stage_is_about_is_taken_for_none(talk: Talk) -> None:
    assert len(talk("help_choose", level="kleuter", theme="ict", practice="praktisch").items) == 3


def test_a_message_that_says_more_asks_less(talk: Talk) -> None:
    answer = talk("help_choose", text="ik zit in het derde jaar, ik hou van computers en weet niet wat kiezen")
    assert answer.kind == "ask" and talk.slots["asked"] == "practice"
    assert "geen test" not in answer.text


def test_typed_answers_go_on_whatever_the_model_took_them_for(talk: Talk) -> None:
    talk("help_choose")
    assert talk("audience", text="ik zit in het derde").kind == "ask"
    assert talk.slots["guide"]["level"] == "so-2"
    assert talk("adult_switch", text="ik hou van tekenen en gamen").kind == "ask"
    assert talk.slots["guide"]["theme"] == "kunst-design|games"
    answer = talk("option_info", text="liever praktijk maar ook een beetje theorie")
    assert answer.topic == "help_choose" and len(answer.items) == 3
    assert '"gamen"' in answer.items[0].line or '"tekenen"' in answer.items[0].line


def test_an_answer_beside_the_question_fills_what_is_open_and_never_what_was_said(talk: Talk) -> None:
    talk("help_choose", level="so-2")
    talk("nonsense", text="gamen")
    answer = talk("adult_switch", text="iets met mijn handen")
    assert answer.items and any('"gamen"' in item.line for item in answer.items)
    talk("help_choose")
    talk("clarify", text="vierde jaar en ik hou graag van computers")
    assert talk.slots["asked"] == "practice"


def test_a_place_is_kept_and_the_question_put_again(talk: Talk) -> None:
    talk("help_choose")
    answer = talk("inform", text="ik woon in genk", place="3600 Genk")
    assert answer.kind == "ask" and talk.slots["asked"] == "level" and not talk.slots["guide"]["missed"]
    for text in ("derde", "computers", "een mix"):
        answer = talk("nonsense", text=text)
    assert (
        len(answer.items) == 4 and answer.items[3].marks == ("in deze gemeente",) and talk.slots["place"] == "3600 Genk"
    )


def test_not_knowing_what_to_choose_starts_at_the_first_question(talk: Talk) -> None:
    talk("help_choose", text="ik weet het niet")
    assert talk.slots["asked"] == "level" and talk.slots["guide"].keys() == {"asked", "missed"}


def test_an_unknown_subject_is_said(talk: Talk) -> None:
    tap(talk, talk("help_choose").choices[-1])
    answer = talk("out_of_scope", Mention("unknown", "paardendans", "paardendans"), text="paardendans")
    assert answer.text.startswith("Het onderwerp 'paardendans' ken ik niet.") and talk.slots["asked"] == "theme"


def test_two_misunderstandings_bring_an_explanation_and_ways_out_and_a_third_goes_on(talk: Talk) -> None:
    talk("help_choose")
    once = talk("nonsense", text="blabla")
    assert once.text.startswith("Dat begreep ik niet goed") and once.text.endswith("Waar zit je nu?")
    twice = talk("out_of_scope", text="tralala")
    assert "in welk jaar je zit" in twice.text
    assert [choice.title for choice in twice.choices[-3:]] == ["Sla over", "Stop met kiezen", "Praat met iemand"]
    talk("nonsense", text="tsjoef")
    assert talk.slots["asked"] == "theme" and talk.slots["guide"]["level"] == SKIPPED


def test_what_is_understood_makes_up_for_a_misunderstanding(talk: Talk) -> None:
    talk("help_choose")
    talk("nonsense", text="blabla")
    talk("nonsense", text="derde")
    assert talk("nonsense", text="blabla").text.startswith("Dat begreep ik niet goed")


def test_a_question_in_between_is_answered_and_the_open_one_put_again(talk: Talk) -> None:
    talk("help_choose", level="so-2")
    answer = talk("dual_what", text="wat is duaal?")
    assert answer.topic == "dual_what" and "Duaal leren is" in answer.text
    assert "Wat doe je graag?" in answer.text and "Computers" in [choice.title for choice in answer.choices]
    assert tap_titled(talk, answer, "Computers").kind == "ask" and talk.slots["asked"] == "practice"
    assert talk.slots["guide"]["level"] == "so-2"


def test_no_two_choices_have_one_name_after_another_answer(talk: Talk) -> None:
    """ "Na het secundair" is where somebody is, and what may come after school."""
    talk("help_choose")
    titles = [choice.title for choice in talk("costs_support", text="wat kost een jaar bachelor").choices]
    assert titles.count("Na het secundair") == 1 and len(set(titles)) == len(titles)


def test_a_question_with_a_subject_in_it_is_a_question(talk: Talk) -> None:
    talk("help_choose", level="so-2")
    answer = talk("job_pay", text="wat verdient iemand die met computers werkt?", job="Software tester")
    assert answer.topic == "job_pay" and "theme" not in talk.slots["guide"]


def test_an_answer_that_asks_something_itself_is_not_talked_over(talk: Talk) -> None:
    talk("help_choose", level="so-2")
    answer = talk("academy_nearby", text="zijn er academies in de buurt?")
    assert answer.kind == "ask" and answer.choices[-1].title == "Verder met kiezen"
    assert talk("inform", text="genk", place="3600 Genk").topic == "academy_nearby"
    back = tap_titled(talk, answer, "Verder met kiezen")
    assert back.topic == "help_choose" and talk.slots["asked"] == "theme"


def test_who_needs_encouragement_or_a_person_is_left_alone_with_a_way_back(talk: Talk) -> None:
    talk("help_choose", level="so-2")
    for topic, text in (
        ("enc_confidence", "ik ben niet slim genoeg voor computers"),
        ("handover", "ik wil iemand spreken"),
    ):
        answer = talk(topic, text=text)
        assert answer.topic == topic and "We waren aan het kiezen" not in answer.text
        assert answer.choices[-1].title == "Verder met kiezen"


def test_after_too_many_other_questions_the_talk_is_left_with_a_way_back(talk: Talk) -> None:
    talk("help_choose", level="so-2")
    assert "We waren aan het kiezen" in talk("dual_what", text="wat is duaal?").text
    for _ in range(MOST_ASIDE - 1):  # put again once; after that there is only a way back
        answer = talk("dual_what", text="wat is duaal?")
        assert "We waren" not in answer.text and "Verder met kiezen" in [choice.title for choice in answer.choices]
    answer = talk("dual_what", text="wat is duaal?")
    assert "We waren" not in answer.text and "guide" not in talk.slots
    tap_titled(talk, answer, "Verder met kiezen")
    assert talk.slots["asked"] == "theme" and talk.slots["guide"]["level"] == "so-2"


@pytest.mark.parametrize("text", ["stop", "Stop maar", "laat maar", "ik wil stoppen", "hou op"])
def test_it_may_be_stopped_and_taken_up_again(talk: Talk, text: str) -> None:
    talk("help_choose", level="so-2", theme="bouw")
    answer = talk("out_of_scope", text=text)
    assert answer.text.startswith("Oké, we stoppen") and "guide" not in talk.slots
    assert tap_titled(talk, answer, "Verder met kiezen").kind == "ask" and talk.slots["asked"] == "practice"


def test_stopping_may_be_tapped(talk: Talk) -> None:
    talk("help_choose")
    talk("nonsense", text="bla")
    assert tap_titled(talk, talk("nonsense", text="blabla"), "Stop met kiezen").text.startswith("Oké, we stoppen")


def test_a_goodbye_ends_it(talk: Talk) -> None:
    talk("help_choose")
    assert talk("goodbye", text="doei").topic == "goodbye" and "guide" not in talk.slots


def test_one_may_go_a_question_back(talk: Talk) -> None:
    talk("help_choose", level="so-2", theme="bouw")
    answer = talk("back", text="vorige")
    assert talk.slots["asked"] == "theme" and answer.text.startswith("Oké, we gaan een vraag terug")
    talk("back", text="terug")
    assert talk.slots["asked"] == "level"
    assert talk("back", text="terug").text.startswith("Dit is de eerste vraag")


def test_a_question_may_be_explained(talk: Talk) -> None:
    talk("help_choose", level="so-2", theme="bouw")
    answer = talk("simpler", text="wat bedoel je?")
    assert "leren uit boeken" in answer.text and talk.slots["asked"] == "practice"
    assert not talk.slots["guide"]["missed"]


def test_choices_may_be_picked_by_number_but_not_where_it_may_be_a_year(talk: Talk) -> None:
    talk("help_choose")
    talk("inform", text="de tweede")
    assert talk.slots["guide"]["level"] == "so-1" and talk.slots["asked"] == "theme"
    talk("inform", text="de tweede")
    assert talk.slots["guide"]["theme"] == "mechanica"


def test_a_pick_after_another_answer_is_from_that_answer(talk: Talk) -> None:
    talk("help_choose", level="so-2")
    shown = talk("option_search", text="welke richtingen zijn er over bouw?", theme="bouw")
    assert "We waren aan het kiezen" in shown.text
    picked = talk("inform", text="de tweede")
    assert picked.topic == "option_info" and shown.items[1].title in picked.text and talk.slots["guide"]


def test_after_another_answer_it_is_that_answer_that_is_not_understood(talk: Talk) -> None:
    talk("help_choose", level="so-2")
    talk("dual_what", text="wat is duaal?")
    assert talk("simpler", text="ik snap het niet").topic == "simpler" and talk.slots["guide"]["asked"] == "theme"


def test_the_options_may_be_picked_by_number(talk: Talk) -> None:
    answer = talk("help_choose", level="so-2", theme="ict", practice="gemengd")
    picked = talk("inform", text="de tweede")
    assert picked.topic == "option_info" and answer.items[1].title in picked.text


def test_there_are_more_options_and_they_fit_as_well(talk: Talk) -> None:
    first = talk("help_choose", level="so-2", theme="bouw", practice="praktisch")
    more = talk("more", text="toon meer")
    assert len(more.items) == 3 and not {item.title for item in more.items} & {item.title for item in first.items}
    assert all("je antwoord" in item.line for item in more.items)


def test_afterwards_one_answer_may_be_changed(talk: Talk) -> None:
    talk("help_choose", level="so-2", theme="ict", practice="praktisch")
    answer = talk("inform", text="en liever veel theorie?")
    assert answer.topic == "help_choose" and '"liever veel theorie"' in answer.items[0].line
    changed = talk("inform", text="en met dieren?", theme="dieren")
    assert len(changed.items) == 3 and any('"dieren"' in item.line for item in changed.items)


def test_once_it_is_over_another_question_is_just_that(talk: Talk) -> None:
    talk("help_choose", level="so-2", theme="ict", practice=SKIPPED)
    assert talk("dual_what", text="wat is duaal?").topic == "dual_what"
    assert "geen test" in talk("help_choose").text and talk.slots["asked"] == "level"


def test_a_long_answer_is_short_before_the_open_question(talk: Talk) -> None:
    talk("help_choose", text="help mij kiezen")
    talk("help_choose", Mention("level", "so-1", "2de jaar"), text="2de jaar")
    answer = talk("dual_what", text="wat is duaal?")
    assert len(answer.text.split()) <= 90
    assert answer.text.endswith("Twee dingen mag ook.") and "Een deel is laatst bekend in" in answer.text
    assert answer.choices[0].topic == "more"
    rest = talk("more", text="vertel meer")
    assert rest.topic == "more" and "stage" in rest.text and rest.text not in answer.text
    assert "Wat doe je graag?" not in rest.text and rest.sources
    assert talk("more", text="vertel meer").text != rest.text


def test_a_short_answer_is_told_as_it_is(talk: Talk) -> None:
    whole = talk("finalities", text="wat is een finaliteit").text
    talk.slots.pop("said")
    talk("help_choose", text="help mij kiezen")
    assert talk("finalities", text="wat is een finaliteit").text.startswith(whole)


def test_the_same_question_is_put_in_other_words_and_then_passed_over(talk: Talk) -> None:
    first = talk("help_choose", text="ik hou van koken en repareren")
    second = talk("inform", Mention("theme", "techniek", "repareren"), text="repareren")
    third = talk("option_search", Mention("theme", "voertuigen", "fietsen"), text="iets met fietsen")
    asked = [answer.text.split(". ")[-1] for answer in (first, second, third)]
    assert len({*asked}) == 3 and talk.slots["asked"] == "practice"
    assert "koken en repareren" in second.text and "repareren en fietsen" in third.text


def test_what_is_turned_away_is_not_remembered(talk: Talk) -> None:
    talk("help_choose", level="so-2")
    talk("inform", text="proefjes maar wiskunde ni")
    mentions = Mention("excluded", "theme:zorg", "dokter"), Mention("theme", "biologie", "natuur")
    answer = talk("inform", *mentions, text="nee ni dokter ofzo, eerder iets met natuur")
    assert "Dat onthoud ik: natuur." in answer.text and talk.slots["guide"]["theme"] == "biologie"


def test_liever_puts_a_subject_in_the_place_of_the_one_before(talk: Talk) -> None:
    talk("help_choose", text="ik hou van computers")
    answer = talk("inform", Mention("theme", "dieren", "dieren"), text="nee, liever dieren")
    assert "Dat onthoud ik: dieren." in answer.text
