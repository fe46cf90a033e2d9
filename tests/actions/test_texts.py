"""The files of answers: complete, in plain sentences, without holes."""

from __future__ import annotations

import re
from dataclasses import asdict
from pathlib import Path

import pytest
import yaml

from actions import respond  # noqa: F401 - registers the topics
from actions.conversation import SLOTS
from actions.registry import registered
from actions.texts import ANSWERS, COMMON, PLACEHOLDER, TextsError, Wording, all_texts, read_texts, topics
from study_catalogue import Catalogue

ROOT = ANSWERS.parent.parent
WORDINGS = [
    (f"{topic}:{key}:{form}", getattr(wording, form))
    for topic, texts in all_texts().items()
    for key, wording in [
        *texts.texts.items(),
        *((row.title, row.line) for row in texts.items),
        ("title", texts.title),
        *((f"choice {key}", choice.title) for key, choice in texts.choices.items()),
    ]
    for form in ("je", "u")
]
FORMAL = re.compile(r"\b(u|uw)\b", re.IGNORECASE)
FAMILIAR = re.compile(r"\b(je|jij|jou|jouw)\b", re.IGNORECASE)
QUOTED = re.compile(r"(?<!\w)'[^']*'(?!\w)")  # words of the user
OWN_CHILD = re.compile(r"\b(uw|mijn|ons) (kind|zoon|dochter)\b", re.IGNORECASE)


def test_every_topic_with_a_function_has_a_file() -> None:
    assert registered() <= topics().keys()


def test_every_topic_without_a_function_has_an_answer_text() -> None:
    assert all("answer" in all_texts()[topic].texts for topic in topics().keys() - registered())


@pytest.mark.parametrize(("where", "text"), WORDINGS, ids=[where for where, _ in WORDINGS])
def test_sentences_are_short_and_address_one_person(where: str, text: str) -> None:
    for sentence in re.split(r"(?<=[.!?:;])\s", text):
        assert len(sentence.split()) <= 15, sentence
    assert not (FORMAL if where.endswith(":je") else FAMILIAR).search(text)


@pytest.mark.parametrize("audience", ["parent", "staff"])
@pytest.mark.parametrize("topic", all_texts())
def test_adults_read_no_je_and_companies_have_no_child(catalogue: Catalogue, topic: str, audience: str) -> None:
    """In any text, title or choice, also with the words of the facts filled in."""
    found = all_texts()[topic]
    titles = (found.title, *(choice.title for choice in found.choices.values()))
    wordings = (*found.texts.values(), *(row.line for row in found.items), *titles)
    for text in (_filled(catalogue, wording.form(audience)) for wording in wordings):
        assert not FAMILIAR.search(QUOTED.sub("", text)) and "jullie" not in QUOTED.sub("", text), text
        assert audience == "parent" or not OWN_CHILD.search(text), text


def _filled(catalogue: Catalogue, text: str) -> str:
    def value(hole: re.Match[str]) -> str:
        fact = catalogue.fact(hole[1].split(".")[0]) if "." in hole[1] else None
        return str(fact.values.get(hole[1].split(".")[1])) if fact else hole[0]

    return PLACEHOLDER.sub(value, text)


@pytest.mark.parametrize("texts", all_texts().values(), ids=list(all_texts()))
def test_labels_of_choices_are_short(texts: object) -> None:
    for form in ("je", "u"):
        assert len(getattr(texts.title, form)) <= 20  # type: ignore[attr-defined]
        for choice in texts.choices.values():  # type: ignore[attr-defined]
            assert len(getattr(choice.title, form)) <= 24, choice.title


def test_every_fact_is_held_with_the_values_that_texts_use(catalogue: Catalogue) -> None:
    for topic, texts in all_texts().items():
        for fact_id in texts.facts:
            assert catalogue.fact(fact_id) is not None, f"{topic}: {fact_id}"
        for wording in [*texts.texts.values(), *(row.line for row in texts.items)]:
            _check_values(catalogue, topic, wording)


def _check_values(catalogue: Catalogue, topic: str, wording: Wording) -> None:
    helplines = {line.id: asdict(line) for line in catalogue.helplines()}
    for hole in wording.holes:
        if "." in hole:
            source_id, key = hole.split(".")
            fact = catalogue.fact(source_id)
            values = fact.values if fact else helplines.get(source_id, {})
            assert values.get(key), f"{topic}: {hole}"


def test_no_number_of_a_helpline_is_written_out(catalogue: Catalogue) -> None:
    written = (ANSWERS / "distress.yml").read_text(encoding="utf-8")
    assert not re.search(r"(?<!h-)\b\d{3,}", written) and ".be" not in written


def test_titles_are_neutral_or_have_two_forms() -> None:
    assert all_texts()["clarify"].title.form("parent") != all_texts()["clarify"].title.form("pupil")


def test_every_list_of_words_holds_lower_case_words() -> None:
    for texts in all_texts().values():
        for key in texts.words.keys() - {name for name in texts.words if name.startswith("examples")}:
            assert all(word == word.lower() and word != "false" for word in texts.words[key]), f"{texts.topic}: {key}"


def test_examples_and_choices_lead_to_things_that_exist(catalogue: Catalogue) -> None:
    words = all_texts()[COMMON].words
    assert all(catalogue.options_named(name) for name in words["examples_option"])
    assert all(catalogue.job(name) for name in words["examples_job"])
    assert all(catalogue.place(name) for name in words["examples_place"])
    themes = [
        choice.about["theme"] for t in all_texts().values() for choice in t.choices.values() if "theme" in choice.about
    ]
    assert all(catalogue.theme(theme) for theme in [*words["examples_theme"], *themes])


def test_every_topic_is_an_intent_with_a_rule_and_every_slot_is_declared() -> None:
    domain = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
    assert {
        intent if isinstance(intent, str) else next(iter(intent)) for intent in domain["intents"]
    } >= topics().keys()
    assert domain["slots"].keys() >= {*SLOTS, "offered", "labels", "audience"}
    assert set(domain["actions"]) >= {f"action_{area}" for area in topics().values()}


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("topic: x\narea: a\ntitle: X\ntexts: {answer: {je: Hoi}}", "u\n  field required"),
        ("topic: x\narea: a\ntitle: X\ntexts: {answer: 'Wat wil je?'}", "needs both forms"),
        ("topic: x\narea: a\ntitle: X\ntexts: {answer: {je: '{a} je', u: '{b} u'}}", "placeholders differ"),
        ("topic: x\narea: a\ntitle: X\ntexts: {answer: '{dual_days.work} dagen'}", "not listed"),
        ("topic: x\narea: a\ntitle: Wat wil je?\ntexts: {}", "needs both forms"),
        ("topic: x\narea: a\ntitle: X\ntexts: {}\nchoices: {a: {title: Je kind, topic: x}}", "needs both forms"),
        ("topic: y\narea: a\ntitle: X\ntexts: {}", "holds topic 'y'"),
        ("topic: [", "x.yml"),
    ],
)
def test_a_wrong_file_is_refused_with_its_name(tmp_path: Path, content: str, complaint: str) -> None:
    file = tmp_path / "x.yml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(TextsError, match=re.escape(str(file))) as refusal:
        read_texts(file)
    assert complaint in str(refusal.value)
