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
    is_calm,
    is_calm_beside_studies,
    is_calm_with_studies,
    is_certain,
    is_harmless,
    table,
    told,
)
from bot.nlu.text import fold

SENTENCES = yaml.safe_load((Path(__file__).parent / "danger_sentences.yml").read_text(encoding="utf-8"))
TRAINED = sorted((Path(__file__).parents[3] / "data" / "nlu").glob("*.yml"))
HEARD, LEFT_ALONE = 0.98, 0.95
MILLISECONDS = 0.2  # of processor time, on a short message


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


HARM = [
    "mijn pa slaagt mij",
    "mn ma slaagt me altijd",
    "mijn vader klopt mij",
    "mijn stiefvader mept ons",
    "omdat mijn moeder mij slaat",
    "dan slaat mijn pa mij",
    "mijn broer schopt mij elke dag",
    "mijn nonkel raakt mij aan",
    "mijn ouders slaan mij als ik buis",
    "ik krijg klappen thuis",
    "thuis krijg ik slaag",
    "ik krijg thuis rammeling",
    "ik krijg altijd klappen van mijn pa",
    "ik word thuis geslagen",
    "ik word geslagen door mijn vader",
    "mijn pa slaat mijn ma",
    "Mijn Pa SLAAGT mij!!",
]
STUDY = "en welke richting is goed voor elektricien"


@pytest.mark.parametrize("harm", HARM)
def test_harm_at_home_is_certain_whatever_stands_beside_it(harm: str) -> None:
    for text in (harm, f"{harm}, {STUDY}", f"{STUDY}? {harm}", f"hoe word ik lasser {harm}"):
        assert is_certain(told(text)), text


@pytest.mark.parametrize(
    "text",
    [
        "mijn pa slaagt erin om mij te helpen",
        "mijn broer slaagt in wiskunde",
        "ik ben geslaagd",
        "mijn ouders helpen mij slagen",
        "hij klopt op de deur",
        "mijn vader klopt aan en vraagt mij wat duaal is",
        "dat klopt",
        "dat klopt, mijn ma helpt mij",
        "klappen voor de muziek",
        "thuis klappen we dialect",
        "krijg ik thuis hulp om te slagen",
        "mijn broer klopt mij in fifa",
        "mijn pa slaat mij niet",
        "mijn moeder zit aan mij te vragen wat ik wil",
        "ik slaag thuis in niks",
        "wat is de zin van nog een jaar aso",
        "wij hebben niks meer te doen",
    ],
)
def test_nothing_else_is_certain(text: str) -> None:
    assert not is_certain(told(text)) and not is_certain(told(f"{text}, {STUDY}"))


CALM = [
    "ik zie het niet meer zitten met die puber van mij, hij wil niks studeren",
    "ik zie het niet meer zitten, mijn zoon doet niks voor school",
    "wij zien het niet meer zitten met al die richtingen",
    "mijn man is gestorven en ik moet terug gaan werken",
    "wil je met mij trouwen",
    "ik word altijd geslagen in schaken",
    "en wat als ze mij buitensmijten op mijn stage",
    "mijn broer klopt mij in fifa",
    "mijn auto slaat altijd af",
    "met al die folders spring ik nog uit het raam",
    "hij maakt mij dood met al zijn gezaag",
    "mijn zoon vermoordt mij als ik hem nog een keer meesleep naar een infodag",
    "ik ga nog dood van al die infodagen",
    "ik wil stoppen met school, ik ben 17 en ik ben het kotsbeu",
    "nee ze slaan mij niet, ze zijn gwn kwaad",
    "mijn ma slaat mij niet ze is gewoon streng",
    "ik wil nooit meer wiskunde doen",
    "ik kan niet meer mee doen met LO",
    "mijn pols is gebroken en ik kan niet meer lassen dit jaar",
    "ik mag nooit meer voetballen van de dokter",
    "mijn papa is ziek en ik kan niet meer volgen op school",
    "mijn opa is vorige week gestorven en ik kan mij niet concentreren op de examens",
    "ze lachen mij uit omdat ik als jongen verpleging wil doen",
    "iedereen lacht mij uit in de klas als ik dat zeg",
    "ik zoek al weken een bedrijf voor duaal maar niemand wil mij pakken",
]


@pytest.mark.parametrize("text", CALM)
def test_what_is_calm_loses_against_any_sign_of_danger(text: str) -> None:
    assert is_calm(told(text))
    for danger_too in (
        "ik wil dood",
        "ik snij mij",
        "mijn pa slaat mij",
        "ik ben bang",
        "kwil nimeer leven",
        "help mij",
    ):
        assert not is_calm(told(f"{text} en {danger_too}")), danger_too
    assert not is_calm(told(f"{text}, mijn brieven liggen klaar voor mama en papa"))


@pytest.mark.parametrize(
    "text",
    [
        "ik zie het niet meer zitten",
        "ik zie het niet meer zitten op school",
        "ik zie het niet meer zitten met mijn leven",
        "ik zie het niet meer zitten, mijn zoon slaat mij",
        "ik word altijd geslagen",
        "mijn man is gestorven",
        "wat als ze mij buitensmijten",
        "mijn pa slaat mij af en toe",
        "ik slaap er niet van",
        "ik spring uit het raam",
        "ik spring straks uit het raam met mijn punten",
        "hij maakt mij dood met zijn mes",
        "hij vermoordt mij als ik het vertel",
        "ik wil stoppen, ik ben het leven kotsbeu",
        "nee ze slaan mij niet elke dag",
        "mijn ma slaat mij niet maar mijn pa wel",
        "ik wil nooit meer",
        "ik wil nooit meer iets doen",
        "ik wil nooit meer wakker worden",
        "ik wil niet meer meedoen aan het leven",
        "ik kan echt niet meer mee, alles is te veel",
        "mijn knie is kapot en ik kan niet meer, alles is op",
        "mijn opa is gestorven en ik wil naar hem toe",
        "iedereen lacht mij uit in de klas",
        "ze lachen mij elke dag uit omdat ik lasser wil worden",
        "ze lachen mij uit omdat ik dik ben",
        "niemand wil mij hebben",
    ],
)
def test_little_is_calm(text: str) -> None:
    assert not is_calm(told(text))


WORRIES = [
    "ik lig er echt wakker van",
    "ik slaap er niet van",
    "wij worden er zot van",
    "hij zit alleen op zijn gsm",
    "ik spring nog uit het raam met al die studierichtingen",
    "hij zit heel de dag op zijn kamer",
    "ik heb een enkelblessure",
    "ik wil nooit meer naar die school",
    "mijn pa zegt dat het op knopjes duwen is",
    "mijn ouders zeggen dat ik gewoon economie moet doen",
]


@pytest.mark.parametrize("text", WORRIES)
def test_worries_beside_a_study_question_are_calm_but_not_what_calls(text: str) -> None:
    assert is_calm_beside_studies(told(text)) and is_calm_with_studies(told(f"{text}, {STUDY}"))
    for call in ("ik wil dood", "mijn pa slaat mij", "ik snij in mijn armen"):
        assert not is_calm_beside_studies(told(f"{text} en {call}"))
        assert not is_calm_with_studies(told(f"{text}, {call}, {STUDY}"))


@pytest.mark.parametrize(
    "text",
    ["mijn pa zegt dat ik niks waard ben", "mijn pa zegt dat het mijn schuld is", "ze zeggen dat ik dood moet gaan"],
)
def test_what_others_say_is_calm_only_of_a_choice(text: str) -> None:
    assert not is_calm_beside_studies(told(text)) and not is_calm_with_studies(told(f"{text}, {STUDY}"))


def test_what_nobody_does_says_nothing_of_the_rest_of_a_message() -> None:
    assert not is_calm_with_studies(told(f"thuis is het oorlog, nee ze slaan mij niet, {STUDY}"))


def test_a_word_of_danger_alone_needs_the_topic_model() -> None:
    assert danger("ik ben bang") == "words"


def test_a_message_costs_little() -> None:
    texts = [fold(text) for text in chain(all_of("calls"), all_of("harmless"))]
    costs = [cost(text) for text in texts]
    assert median(costs) < MILLISECONDS / 1000


def cost(text: str) -> float:
    """Seconds of processor time, the better of two: the first may have to read words it never saw."""
    spent = []
    for _ in range(2):
        start = time.thread_time()
        danger(text)
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


@pytest.mark.parametrize(
    "text",
    [
        "mijn kleinzoon is al drie dagen niet thuisgekomen na een slecht rapport",
        "een leerling uit mijn klas is sinds maandag spoorloos",
        "mijn zoon is nog niet thuis en neemt zijn gsm niet op, hij had slechte punten",
        "we weten niet waar onze dochter is, ze is na school niet thuisgekomen",
        "ik ben bang dat mijn man onze zoon iets aandoet als hij zijn rapport ziet",
        "ik vrees dat mijn schoonzoon mijn kleinkind iets aandoet na het rapport",
        "ik ben bang dat mijn zoon zichzelf iets aandoet na zijn attest",
    ],
)
def test_a_child_gone_or_in_danger_is_certain(text: str) -> None:
    assert is_certain(told(text))


@pytest.mark.parametrize(
    "text",
    [
        "mijn zoon is niet thuis in wiskunde, welke richting",
        "de goesting van mijn zoon is verdwenen",
        "ik ben bang dat mijn man onze zoon een verkeerde richting laat kiezen",
        "ik weet niet waar mijn dochter is ingeschreven",
    ],
)
def test_a_child_at_home_is_not_gone(text: str) -> None:
    assert not is_certain(told(text))


@pytest.mark.parametrize(
    "text",
    [
        "ben 15, wil niet meer zitten, is er duaal",
        "kwil ni meer verder met economie, wat kan ik doen",
        "papa slaat een nagel scheef",
        "ze pakken onze stageplaatsen af",
        "ik lag 3 maanden in het ziekenhuis",
        "mijn broer lacht met mij omdat ik naar tso wil",
        "ze wil nog liever dood dan naar latijn",
    ],
)
def test_everyday_words_of_school_are_calm(text: str) -> None:
    assert is_calm(told(text))


@pytest.mark.parametrize(
    "text",
    [
        "ik wil niet meer verder met mijn studies en met mijn leven",
        "ik wil niet meer in de klas zitten want ze pesten mij",
        "papa slaat op tilt en dan slaat hij mij",
        "papa slaat door als hij gedronken heeft",
        "mijn papa slaat mij met een paal",
        "ik wil liever dood dan nog naar die klas",
        "ik lag in het ziekenhuis door te veel pillen",
    ],
)
def test_no_call_hides_behind_them(text: str) -> None:
    assert danger(told(text)) != "none" or is_certain(told(text))
    assert not is_calm(told(text))
