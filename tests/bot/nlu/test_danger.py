"""The words of danger alone, without any model. The bars are those of the assignment."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import chain
from pathlib import Path
from random import Random
from statistics import median

import pytest
import yaml

from bot.nlu import danger as module
from bot.nlu.alarm import UNREAD
from bot.nlu.danger import (
    CALLS,
    Danger,
    danger,
    groups,
    is_harmless,
    table,
    told,
)
from bot.nlu.text import fold

SENTENCES = yaml.safe_load((Path(__file__).parent / "danger_sentences.yml").read_text(encoding="utf-8"))
TRAINED = sorted((Path(__file__).parents[3] / "data" / "nlu").glob("*.yml"))
HEARD, LEFT_ALONE = 0.98, 0.95
TIMES = 20  # what a short message may cost of what reading its spelling costs


def all_of(kind: str) -> list[str]:
    return list(chain.from_iterable(SENTENCES[kind].values()))


def heard(text: str) -> Danger:
    return danger(fold(text))


def are_calls(texts: list[str]) -> float:
    return sum(heard(text) == "call" for text in texts) / len(texts)


# dialect and black humour, written for the model because words alone cannot tell them: tests/test_distress.py has both
FOR_THE_MODEL = UNREAD


@pytest.mark.parametrize(
    "text",
    [
        "ik wil dood",
        "ik wil gewoon niet meer leven",
        "kwil ni mr leven",
        "mijn vader slaat mij",
        "mn pa slaagt mij",
        "ik word elke dag gepest",
        "ze lachen me uit omdat ik bso doe",
        "ik ben zo verdrietig",
        "ik denk aan zelfmoord",
        "mijn dochter snijdt zich",
        "i want to kill myself",
        "ik zie het niet meer zitten",
        "ik hang mezelf nog op aan die examens",  # a saying for some: help that is not needed costs less
    ],
)
def test_a_call_for_help(text: str) -> None:
    assert danger(text) == "call"


@pytest.mark.parametrize("group", SENTENCES["calls"])
def test_each_kind_of_call_is_heard(group: str) -> None:
    missed = [text for text in SENTENCES["calls"][group] if heard(text) != "call"]
    assert len(missed) <= (1 - HEARD) * len(SENTENCES["calls"][group]), missed


@pytest.mark.parametrize("group", SENTENCES["harmless"])
def test_each_kind_of_look_alike_is_left_alone(group: str) -> None:
    alarms = [text for text in SENTENCES["harmless"][group] if heard(text) == "call"]
    assert len(alarms) <= (1 - LEFT_ALONE) * len(SENTENCES["harmless"][group]), alarms


@pytest.mark.parametrize("topic", ["distress"])
def test_what_is_trained_as_a_call_is_one_by_its_words_too(topic: str) -> None:
    assert are_calls(trained(lambda intent: intent == topic)) >= HEARD


def test_next_to_nothing_of_what_is_trained_as_something_else_is_a_call() -> None:
    others = trained(lambda intent: intent != "distress")
    assert len(others) > 10_000
    assert are_calls(others) <= 0.0005


def trained(wanted: Callable[[str], bool]) -> list[str]:
    rows = chain.from_iterable(yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"] for path in TRAINED)
    kept = (row for row in rows if wanted(row.get("intent", "")) and row["metadata"]["hand"] not in FOR_THE_MODEL)
    texts = (str(row["examples"]).splitlines() for row in kept)
    return [line.removeprefix("- ") for line in chain.from_iterable(texts)]


def test_a_harmless_saying_takes_nothing_else_back() -> None:
    random, calls = Random(7), [text for text in all_of("calls") if heard(text) == "call"]
    both = [f"{random.choice(all_of('harmless'))} en {call}" for call in calls]
    assert are_calls(both) >= 0.97


def missing(word: str, at: int) -> str:
    return word[:at] + word[at + 1 :]


def doubled(word: str, at: int) -> str:
    return word[: at + 1] + word[at:]


def swapped(word: str, at: int) -> str:
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


@pytest.mark.parametrize("slip", [missing, doubled, swapped])
def test_a_typing_error_in_a_long_word_is_read(slip: Callable[[str, int], str]) -> None:
    random = Random(11)

    def careless(text: str) -> str:
        words = text.split()
        at = max(range(len(words)), key=lambda nth: len(words[nth]))
        words[at] = slip(words[at], random.randrange(1, len(words[at]) - 2))
        return " ".join(words)

    dutch = [text for text in all_of("calls") if len(max(text.split(), key=len)) >= 7]
    own = [text for text in dutch if text not in SENTENCES["calls"]["other_languages"]]
    assert len(own) > 300
    assert are_calls([careless(text) for text in own]) >= 0.93


@pytest.mark.parametrize(
    "text",
    [
        "ik ga dood van het lachen",
        "mijn gsm is dood",
        "ik schrok me dood",
        "mijn batterij is bijna dood",
        "doodmoe van school",
    ],
)
def test_a_strong_word_in_a_harmless_saying(text: str) -> None:
    assert danger(text) == "none"
    assert is_harmless(text)


@pytest.mark.parametrize(
    "text", ["wat is duaal leren", "ik ben een jongen", "ik wil lasser worden", "", "😂", "1", "~"]
)
def test_ordinary_messages(text: str) -> None:
    assert heard(text) == "none"
    assert not is_harmless(fold(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ik ben Zeynep uit de klas van meneer Peeters", "none"),
        ("ze noemen mij Fre, wat is STEM?", "none"),
        ("is meester peeters een goeie leerkracht", "none"),
        ("ze noemen mij fre", "none"),
        ("ze noemen mij tuurke", "none"),
        ("ik woon in bilzen", "none"),
        ("mijn broer kevin slaat mij", "call"),
        ("ze noemen mij hoer", "call"),
        ("ze noemen mij Dikke", "call"),
        ("mijn broer Kevin slaat mij", "call"),
        ("Zelfmrod is misschien beter", "call"),
        ("Ik Wil Niet Meer Leven", "call"),
    ],
)
def test_a_name_is_no_word_of_danger(text: str, found: Danger) -> None:
    assert danger(told(text)) == found
    assert len(told(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ik maak mij zorgen dat ze het niet aankan", "none"),
        ("radeloos zijn we, wij weten niet wat kiezen", "none"),
        ("ik ben ongerust of hij wel zal slagen", "none"),
        ("ik maak mij zorgen om mijn dochter, ze eet niet meer", "call"),
        ("ik maak mij zorgen over zijn punten en hij snijdt zich", "call"),
        ("ik ben bang dat hij zichzelf iets aandoet", "call"),
        ("wij zijn radeloos", "call"),
        ("schrik om naar school te gaan", "call"),
    ],
)
def test_a_worry_is_a_call_when_a_life_is_at_stake_not_a_choice(text: str, found: Danger) -> None:
    assert danger(told(text)) == found


def test_a_word_of_danger_alone_needs_the_topic_model() -> None:
    assert danger("ik ben bang") == "words"


def test_a_message_costs_little_beside_reading_it() -> None:
    texts = [fold(text) for text in chain(all_of("calls"), all_of("harmless"))]
    costs, reading = ([cost(work, text) for text in texts] for work in (danger, told))
    assert median(costs) <= TIMES * median(reading)


def cost(work: Callable[[str], object], text: str) -> float:
    """Seconds of processor time, the better of two: the first may have to read words it never saw."""
    spent = []
    for _ in range(2):
        start = time.thread_time()
        work(text)
        spent.append(time.thread_time() - start)
    return min(spent)


def test_no_pattern_is_written_twice() -> None:
    rows = [row for name in (*CALLS, "foreign", "certain") for same in groups(name).values() for row in same]
    assert len(rows) == len(set(rows))


def test_every_block_is_used() -> None:
    names = (*CALLS, "foreign", "harmless", "words", "certain", "calm", "calm_beside_studies", "calm_opinions")
    rows = [row for name in names for same in groups(name).values() for row in same]
    written = " ".join(chain(rows, table("blocks").values()))
    assert [name for name in table("blocks") if f"<{name}>" not in written] == []


def test_a_form_stands_for_one_spelling() -> None:
    forms = [form for forms in table("spelling").values() for form in forms.split()]
    assert sorted(form for form in set(forms) if forms.count(form) > 1) == []
    assert module.DATA.is_dir()
