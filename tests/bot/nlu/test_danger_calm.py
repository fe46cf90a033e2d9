"""What is certain to be a call for help, and what is calm, whatever a model says: data/danger."""

from __future__ import annotations

import pytest

from bot.nlu.danger import danger, is_calm, is_calm_beside_studies, is_calm_with_studies, is_certain, told

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


def test_what_nobody_does_says_nothing_of_the_rest_of_a_message() -> None:
    assert not is_calm_with_studies(told(f"thuis is het oorlog, nee ze slaan mij niet, {STUDY}"))
