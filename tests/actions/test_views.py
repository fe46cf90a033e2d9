"""What an answer may be drawn as says the same as its rows, of the real catalogue, and survives being said again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from actions.answer import Answer
from actions.question import Mention, Question
from actions.respond import respond
from actions.rows import LEAST_KM, kilometres
from study_catalogue import AcademyFilter, Catalogue
from study_catalogue.distance import km_between

if TYPE_CHECKING:
    from tests.actions.conftest import Talk

GENK = "3600 Genk"
WELDER, MANAGER = "Lasser", "Projectmanager engineering"
ONE_WAY, MORE_WAYS = WELDER, MANAGER


def view_of(answer: Answer) -> dict[str, Any]:
    return dict(answer.as_dict()["view"])


def test_an_answer_to_read_has_no_view_and_nothing_to_explain(talk: Talk) -> None:
    said = talk("dual_what").as_dict()
    assert "view" not in said and "explain" not in said


# the map


def test_the_map_has_the_rows_and_the_place_that_was_named(talk: Talk) -> None:
    answer = talk("academy_nearby", place=GENK)
    view = view_of(answer)
    assert view["kind"] == "map" and view["place"]["title"] == "Genk" and "Genk" in view["title"]
    for point, item in zip(view["points"], answer.items, strict=True):
        assert point["title"] == item.title and item.line.startswith(point["town"])
        assert ("in deze gemeente" if point["km"] < LEAST_KM else kilometres(point["km"])) in item.marks


def test_a_number_is_the_place_in_the_rows_also_on_the_next_page(talk: Talk) -> None:
    for answer in (talk("academy_filter", place=GENK, age="9"), talk("more")):
        points = view_of(answer)["points"]
        assert [point["title"] for point in points] == [item.title for item in answer.items]
        assert [point["number"] for point in points] == list(range(answer.first, answer.first + len(points)))


def test_every_point_lies_as_far_as_it_says(catalogue: Catalogue) -> None:
    for place in ("2300 Turnhout", "8400 Oostende", "9600 Ronse", "1000 Brussel"):
        view = view_of(respond(Question("academy_nearby", mentions=(Mention("place", place),)), catalogue))
        here = view["place"]
        for point in view["points"]:
            far = km_between(here["lat"], here["lon"], point["lat"], point["lon"])
            assert abs(far - point["km"]) < 0.1, point


def test_one_academy_of_the_list_is_on_the_map_too(talk: Talk, catalogue: Catalogue) -> None:
    (nearby, *_), _ = catalogue.academies_near(50.965, 5.5, AcademyFilter(), 25, 0, 1)
    answer = talk("academy_nearby", place=GENK, academy=nearby.academy.id)
    (point,) = view_of(answer)["points"]
    assert point["title"] == nearby.academy.name == answer.items[0].title


def test_no_rows_no_map(talk: Talk) -> None:
    assert talk("academy_nearby").view is None
    assert talk("academy_nearby", place=GENK, academy="no-such").view is None


# the route


@pytest.mark.parametrize(("job", "ways"), [(ONE_WAY, 1), (MORE_WAYS, 2)])
def test_the_route_has_the_rows_as_steps(talk: Talk, job: str, ways: int) -> None:
    answer = talk("path_map", job=job)
    view = view_of(answer)
    steps = [step for step in view["steps"] if step["number"]]
    assert view["kind"] == "route" and len(view["ways"]) == ways and view["goal"] in answer.text
    for step, item in zip(steps, answer.items, strict=True):
        told = [step["line"], step["span"], *([step["diploma"]] if step["diploma"] else [])]
        assert step["title"] == item.title and ", ".join(told) == item.line
        assert str(step["number"]) in item.marks[0] and (step["mark"] or "") in item.marks[0]
        assert list(item.marks[1:]) == step["marks"] and step["years"] > 0


def test_each_way_says_how_long_it_takes_in_all(talk: Talk) -> None:
    answer = talk("path_map", job=MORE_WAYS)
    view = view_of(answer)
    for way in view["ways"]:
        steps = [step for step in view["steps"] if step["mark"] == way["title"]]
        least = sum(step["years"] for step in steps)
        assert way["span"].startswith(f"{least:g}".replace(".", ",")) and way["span"] in answer.text


def test_the_only_way_has_no_name(talk: Talk) -> None:
    view = view_of(talk("path_map", job=ONE_WAY))
    assert [way["title"] for way in view["ways"]] == [""] and {step["mark"] for step in view["steps"]} == {None}


def test_a_bridge_stands_between_its_steps_without_a_number(catalogue: Catalogue, jobs: list[str]) -> None:
    answers = (respond(Question("path_map", mentions=(Mention("job", job),)), catalogue) for job in jobs)
    found = next(answer for answer in answers if "schakelprogramma" in answer.text and answer.view)
    steps = view_of(found)["steps"]
    (bridge,) = [nth for nth, step in enumerate(steps) if step["number"] is None]
    assert steps[bridge]["title"] == "schakelprogramma" and steps[bridge + 1]["line"] == "master"
    assert steps[bridge]["span"] in found.text


def test_rows_that_are_moments_in_order_are_steps_too(talk: Talk) -> None:
    answer = talk("when_to_choose")
    view = view_of(answer)
    assert [(step["title"], step["line"]) for step in view["steps"]] == [(row.title, row.line) for row in answer.items]
    assert all(step["years"] is None for step in view["steps"]) and not view["ways"]


@pytest.mark.parametrize("topic", ["option_for_job", "option_next"])
def test_a_list_of_options_is_no_route(talk: Talk, topic: str) -> None:
    answer = talk(topic, job=WELDER, option="Houttechnieken")
    assert answer.items and answer.view is None


# the table


def test_the_table_has_the_rows_as_cells(talk: Talk) -> None:
    answer = talk("option_compare", Mention("option", "Elektriciteit"), Mention("option", "Mechanica"))
    view = view_of(answer)
    assert view["kind"] == "table" and view["columns"] == ["Elektriciteit", "Mechanica"]
    for row, item in zip(view["rows"], answer.items, strict=True):
        pairs = zip(view["columns"], row["cells"], strict=True)
        assert row["title"] == item.title and item.line == "; ".join(f"{name}: {cell}" for name, cell in pairs)


# explanations


def marks_of(answer: Answer) -> set[str]:
    """Every mark, and of the steps of a way its name."""
    return {mark for item in answer.items for mark in item.marks if not mark.startswith("stap ")}


def explained(answer: Answer) -> set[str]:
    return {mark for mark in marks_of(answer) if answer.explain.keys() & {mark, *mark.split(", ")}}


EXPLAINED = [
    ("option_search", [Mention("theme", "bouw")]),
    ("option_jobs", [Mention("option", "Bouwtechnieken")]),
    ("option_info", [Mention("option", "Bouwtechnieken")]),
    ("option_dual", [Mention("option", "Bouwtechnieken")]),
    ("option_where", [Mention("option", "aba-industriele-wetenschappen"), Mention("place", GENK)]),
    ("option_for_job", [Mention("job", WELDER)]),
    ("bottleneck_list", []),
    ("path_map", [Mention("job", MORE_WAYS)]),
    ("academy_nearby", [Mention("place", GENK)]),
    ("academy_price", [Mention("place", GENK)]),
]


@pytest.mark.parametrize(("topic", "mentions"), EXPLAINED, ids=[topic for topic, _ in EXPLAINED])
@pytest.mark.parametrize("audience", ["talk", "parent"])
def test_every_mark_is_explained(
    topic: str, mentions: list[Mention], audience: str, request: pytest.FixtureRequest
) -> None:
    answer = request.getfixturevalue(audience)(topic, *mentions)
    assert marks_of(answer) and marks_of(answer) == explained(answer)
    assert not any("{" in text for text in answer.explain.values())


def test_the_guided_talk_explains_its_marks_too(talk: Talk) -> None:
    talk("help_choose")
    for _ in range(8):
        answer = talk("help_choose", text="maakt niet uit")
        if answer.items:
            break
    assert marks_of(answer) and marks_of(answer) == explained(answer)


def test_a_bottleneck_is_explained_with_its_year_and_its_source(talk: Talk, year: int) -> None:
    answer = talk("bottleneck_list")
    text = answer.explain[f"knelpunt {year}"]
    assert f"VDAB, knelpuntberoepen {year}" in text and text.count(str(year)) == 1 and "geen belofte" in text


@pytest.mark.parametrize("term", ["arbeidsmarkt", "dubbele finaliteit", "doorstroom", "STEM", "duaal"])
def test_what_states_a_fact_names_its_source_and_year(talk: Talk, term: str) -> None:
    answers = [talk("option_search", theme="bouw"), talk("more")]
    text = next(answer.explain[term] for answer in answers if term in answer.explain)
    assert "Bron: " in text and ", 20" in text


def test_an_explanation_adds_no_source_and_no_warning_to_the_answer(talk: Talk) -> None:
    answer = talk("option_search", theme="bouw")
    assert "Don Bosco" in str(answer.explain) and "Don Bosco" not in str(answer.sources) + answer.text


# said again


@pytest.mark.parametrize(
    ("topic", "named"),
    [("path_map", {"job": MORE_WAYS}), ("academy_nearby", {"place": GENK}), ("when_to_choose", {})],
)
def test_a_view_survives_being_said_again(talk: Talk, topic: str, named: dict[str, str]) -> None:
    first = talk(topic, **named)
    assert first.view
    for again in (talk("repeat"), talk("repeat")):
        assert again.view == first.view and again.explain == first.explain
    talk("dual_what")
    back = talk("back")
    assert back.view == first.view and back.explain == first.explain


def test_more_simply_there_is_nothing_to_look_at(talk: Talk) -> None:
    talk("path_map", job=MORE_WAYS)
    assert talk("simpler").view is None


def test_what_is_drawn_of_an_answer_is_gone_with_the_rows_it_was_of(talk: Talk) -> None:
    """A further question gets some of the rows: no drawing of all of them beside it."""
    first = talk("when_to_choose")
    again = talk("when_to_choose", text="en wanneer kies je de basisoptie")
    assert again.view is None or again.items == first.items
