"""The entries of encouragement: each has a step that leads somewhere, and is told beside every topic that it names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from actions import encouragement, reply
from actions.encouragement import is_held
from actions.entries import FOLDER, Entry, all_entries, all_groups, read_entries, read_groups
from actions.question import Mention, Question
from actions.respond import respond
from actions.texts import TextsError, all_texts, topics
from study_catalogue import Catalogue
from tests.actions.test_all_topics import named_for

LATE = date(2199, 1, 1)


@pytest.mark.parametrize("entry", all_entries(), ids=lambda entry: entry.id)
@pytest.mark.parametrize("audience", ["pupil", "parent"])
def test_the_next_step_leads_to_an_answer(catalogue: Catalogue, entry: Entry, audience: str) -> None:
    assert is_held(entry, catalogue), "its fact is not held, or past its date and not `lasting`"
    step = entry.next_step.choice(audience)
    mentions = tuple(Mention(kind, value, basis="choice") for kind, value in step.about)
    context = {"place": "3600 Genk", "job": "Lasser"}
    led = respond(Question(step.topic, "", mentions, context, audience), catalogue)  # type: ignore[arg-type]
    assert led.topic == step.topic and led.kind in ("answer", "ask", "handover"), step.payload


@pytest.mark.parametrize("entry", all_entries(), ids=lambda entry: entry.id)
def test_every_entry_is_reached(catalogue: Catalogue, entry: Entry) -> None:
    """By somebody, beside an answer of every topic that it names."""
    audience = "parent" if entry.audience == "parent" else "pupil"
    themes = [catalogue.theme(name) for name in entry.subjects]
    assert all(themes)
    reached = {topic for topic in entry.goes_with if _stands_beside(catalogue, entry, topic, audience)}
    assert reached == set(entry.goes_with)


def _stands_beside(catalogue: Catalogue, entry: Entry, topic: str, audience: str) -> bool:
    """Whether some answer of this topic would take the entry, were it the only one."""
    for mentions in _examples(catalogue, entry, topic):
        asked = Question(topic, mentions=mentions, context={"topic": "greet"}, audience=audience)  # type: ignore[arg-type]
        answer = replace(respond(asked, catalogue), nudge=None)
        if answer.topic == topic and encouragement._fits(entry, asked, answer, catalogue):
            return True
    return False


def _examples(catalogue: Catalogue, entry: Entry, topic: str) -> list[tuple[Mention, ...]]:
    if topic == "help_choose":
        return [
            tuple(Mention(*pair) for pair in {"level": "so-2", "theme": "bouw", "way": "-", "practice": "-"}.items())
        ]
    if topic == "academy_nearby":  # with an age or a subject it would be academy_filter
        return [(Mention("place", "3600 Genk"),)]
    if not entry.subjects:
        return [named_for(topic)]
    options = [name.target for name in catalogue.names() if name.kind == "option"]
    jobs = [name.target for name in catalogue.names() if name.kind == "job"]
    takes = all_texts()[topic].takes
    things = [("option", options), ("job", jobs), ("theme", list(entry.subjects))]
    fixed = (Mention("place", "3600 Genk"),) if "place" in takes else ()
    return [(*fixed, Mention(kind, value)) for kind, values in things if kind in takes for value in values]


def test_a_story_is_also_a_row_of_the_stories() -> None:
    rows = {row.title for row in all_texts()["role_model"].items}
    assert {entry.title.je for entry in all_entries() if entry.theme == "stories"} == rows


def test_both_forms_of_address_and_every_theme_and_group_have_entries() -> None:
    assert {entry.theme for entry in all_entries()} >= all_groups().keys()
    for audience in ("pupil", "parent"):
        assert len([entry for entry in all_entries() if entry.audience in (audience, "both")]) > 15


def test_an_old_fact_is_not_told_unless_it_lasts(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reply, "today", lambda: LATE)
    assert all(is_held(entry, catalogue) == (entry.lasting or entry.own is not None) for entry in all_entries())


ENTRY = """
- id: x
  title: Titel
  theme: person
  audience: both
  goes_with: [option_info]
  fact: clb
  text: {je: 'Het is {clb.price}.', u: 'Het is {clb.price}.'}
  next_step: {title: Infodagen, topic: info_days}
"""


@pytest.mark.parametrize(
    ("before", "after", "complaint"),
    [
        ("theme: person", "theme: roze", "theme"),
        ("fact: clb", "lasting: true", "needs a fact"),
        ("fact: clb", "fact: onderwijskiezer", "not of its fact"),
        ("topic: info_days", "topic: option_info", "leads back"),
        ("topic: info_days", "topic: nergens", "unknown"),
        ("goes_with: [option_info]", "goes_with: [nergens]", "unknown"),
        ("audience: both", "audience: both\n  first_for: [iemand]", "unknown"),
        ("u: 'Het is {clb.price}.'", "u: 'Het is iets.'", "placeholders differ"),
        ("title: Titel", "title: Wat wil je?", "needs both forms"),
        ("next_step: {title: Infodagen, topic: info_days}", "", "next_step"),
        ("- id: x", "- [", "x.yml"),
    ],
)
def test_a_wrong_entry_is_refused_with_its_name(tmp_path: Path, before: str, after: str, complaint: str) -> None:
    file = tmp_path / "x.yml"
    assert before in ENTRY
    file.write_text(ENTRY, encoding="utf-8")
    assert [entry.id for entry in read_entries(file)] == ["x"]
    file.write_text(ENTRY.replace(before, after), encoding="utf-8")
    with pytest.raises(TextsError, match="x") as refusal:
        read_entries(file)
    assert complaint in str(refusal.value) and str(file) in str(refusal.value)


def test_an_id_stands_there_once(tmp_path: Path) -> None:
    file = tmp_path / "x.yml"
    file.write_text(ENTRY * 2, encoding="utf-8")
    with pytest.raises(TextsError, match="twice"):
        read_entries(file)


def test_words_that_no_message_can_hold_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "x.yml"
    file.write_text("girls: {topic: enc_girls, said: ['Ik ben een meisje!']}", encoding="utf-8")
    with pytest.raises(TextsError, match="only words in lower case"):
        read_groups(file)


def test_every_group_is_about_a_topic_of_ours() -> None:
    assert {group.topic for group in all_groups().values()} <= topics().keys()
    assert (FOLDER / "groups.yml").exists()
