"""Names under which things are recognised, in both databases."""

from __future__ import annotations

import pytest

from study_catalogue import Catalogue, Name
from study_catalogue.loading.names import other_forms
from study_catalogue.text import fold


def has(catalogue: Catalogue, text: str, kind: str, target: str) -> bool:
    return (fold(text), kind, target) in {(fold(n.text), n.kind, n.target) for n in catalogue.names()}


def test_each_once(catalogue: Catalogue) -> None:
    keys = [(fold(name.text), name.kind, name.target) for name in catalogue.names()]
    assert len(keys) == len(set(keys))
    assert len(keys) > 4000


def test_every_target_exists_and_is_shown(catalogue: Catalogue) -> None:
    targets = {(name.kind, name.target) for name in catalogue.names()}
    for kind, target in targets:
        found = {
            "option": lambda name: bool(catalogue.options_named(name)),
            "job": lambda name: catalogue.job(name) is not None,
            "place": lambda name: catalogue.place(name) is not None,
        }[kind](target)
        assert found, (kind, target)


@pytest.mark.parametrize(
    ("text", "kind", "target"),
    [
        ("Elektromechanische technieken", "option", "Elektromechanische technieken"),
        ("TWE", "option", "Technologische wetenschappen en engineering"),
        ("bachelor elektromechanica", "option", "Professionele bachelor elektromechanica"),
        ("bachelor chemie", "option", "Academische bachelor chemie"),
        ("graduaat bouwkundig tekenen", "option", "Graduaat in het bouwkundig tekenen"),
        ("bouwkundig tekenen", "option", "Graduaat in het bouwkundig tekenen"),
        ("toegepaste informatica", "option", "Professionele bachelor toegepaste informatica"),
        ("Industriële koeltechnieken", "option", "Industriële koeltechnieken"),  # ended, still recognised
        ("1A", "option", "1ste leerjaar A"),
        ("1B", "option", "1ste leerjaar B"),
        ("huisarts", "option", "Academische bachelor geneeskunde"),
        ("industrieel ingenieur", "option", "Academische bachelor industriële wetenschappen"),
        ("burgerlijk ingenieur", "option", "Academische bachelor ingenieurswetenschappen"),
        ("dakwerken", "option", "Dakwerker duaal"),
        ("Lasser", "job", "Manueel lasser"),
        ("cnc'er", "job", "Insteller-omsteller verspaning"),
        ("autobuschauffeur", "job", "Autobuschauffeur"),
        ("chauffeur van autobus", "job", "Autobuschauffeur"),
        ("dronepiloot", "job", "Dronepiloot"),
        ("piloot van drones", "job", "Dronepiloot"),
        ("huisarts", "job", "Arts"),
        ("dokter", "job", "Arts"),
        ("grafisch ontwerper", "job", "Grafisch vormgever"),
        ("dakwerken", "job", "Dakwerker"),
        ("industrieel ingenieur", "job", "Projectmanager engineering"),
        ("redder", "job", "Redder: Hoger Redder"),
        ("hoger redder", "job", "Redder: Hoger Redder"),
        ("Conducteur bouw", "job", "Werfleider"),
        ("Conducteur bouw", "job", "Projectleider bouw en openbare werken"),
        ("Databankbeheerder", "job", "Data manager"),
        ("Bilzen-Hoeselt", "place", "3740 Bilzen"),
        ("Hoeselt", "place", "3730 Hoeselt"),
        ("Beveren", "place", "9120 Beveren-Waas"),
    ],
)
def test_known_names(catalogue: Catalogue, text: str, kind: str, target: str) -> None:
    assert has(catalogue, text, kind, target)


@pytest.mark.parametrize(("text", "kind"), [("HI", "option"), ("chemie", "job"), ("Master informatica", "option")])
def test_names_that_are_left_out(catalogue: Catalogue, text: str, kind: str) -> None:
    assert fold(text) not in {fold(name.text) for name in catalogue.names() if name.kind == kind}


def test_best_known_place_stands_first(catalogue: Catalogue) -> None:
    places = [name.target for name in catalogue.names() if name.kind == "place" and name.text == "Beveren"]
    assert places[0] == "9120 Beveren-Waas"


@pytest.mark.parametrize(
    ("name", "level", "forms"),
    [
        ("Professionele bachelor chemie", "prof_bachelor", ["bachelor chemie"]),
        ("Professionele bachelor elektronica-ICT", "prof_bachelor", ["bachelor elektronica-ICT", "elektronica-ICT"]),
        ("Graduaat in de voertuigtechnieken", "graduaat", ["graduaat voertuigtechnieken"]),
        (
            "Academische bachelor fysica (en sterrenkunde)",
            "acad_bachelor",
            ["Academische bachelor fysica", "bachelor fysica"],
        ),
        ("Master wiskunde", "master", ["master wiskunde"]),
        ("STEM-technieken (A-stroom)", "so-1", ["STEM-technieken"]),
        ("Mechatronica", "so-3", []),
    ],
)
def test_other_forms(name: str, level: str, forms: list[str]) -> None:
    assert other_forms(name, level) == forms


@pytest.mark.parametrize(
    ("text", "kind", "target"),
    [
        ("mekatronika", "option", "Mechatronica"),
        ("elektromekanische technieken", "option", "Elektromechanische technieken"),
        ("koeltechnieker", "job", "Koeltechnicus"),
        ("maasmechlen", "place", "3630 Maasmechelen"),
        ("hasslt", "place", "3500 Hasselt"),
    ],
)
def test_nearest_names(catalogue: Catalogue, text: str, kind: str, target: str) -> None:
    found = catalogue.nearest_names(text, kind)  # type: ignore[arg-type]
    assert found[0] == target
    assert len(found) <= 3


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        (
            "Industriële wetenschappen",
            {
                "Technologische wetenschappen",
                "Technologische wetenschappen en engineering",
                "Academische bachelor industriële wetenschappen",
            },
        ),
        ("elektriek", {"Elektriciteit", "Elektrische installaties", "Elektrotechnieken"}),
    ],
)
def test_readings_of_one_name(catalogue: Catalogue, text: str, targets: set[str]) -> None:
    readings = [name for name in catalogue.names() if name.kind == "option" and fold(name.text) == fold(text)]
    assert {name.target for name in readings} == targets
    assert len({name.basis for name in readings}) == 1  # an old name would push out an alias


def test_letters_alone_are_too_short_for_a_name(catalogue: Catalogue) -> None:
    old = {name.text for name in catalogue.names() if name.basis == "old_name"}
    short = {text for text in old if len(text) < 3}
    assert short == {"1A", "1B"}


def test_least_likeness(catalogue: Catalogue) -> None:
    assert catalogue.nearest_names("hasslt", "place", least=90.0)[0] == "3500 Hasselt"
    assert catalogue.nearest_names("hasslt", "place", least=99.0) == []
    assert len(catalogue.nearest_names("hasslt", "place", 10, least=50.0)) == 10


@pytest.mark.parametrize("text", ["", "asdfghjkl", "🙂"])
def test_nothing_resembles_nonsense(catalogue: Catalogue, text: str) -> None:
    assert catalogue.nearest_names(text, "place") == []


def test_names_are_read_again_after_a_rebuild(catalogue: Catalogue) -> None:
    first = catalogue.names()
    assert catalogue.names() is first
    assert isinstance(first[0], Name)


def test_themes(catalogue: Catalogue) -> None:
    themes = catalogue.themes()
    assert len({theme.id for theme in themes}) == len(themes) > 10
    assert all(theme.words and theme.label for theme in themes)
    assert catalogue.theme(themes[0].id) == themes[0]
    assert catalogue.theme("nope") is None
