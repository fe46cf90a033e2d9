"""From here to a job: the steps in order, with years (capabilities.md, topic path_map)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from actions.answer import Answer, Item
from actions.diploma_ways import Find, diploma_of, diploma_on, ways_by_diploma
from actions.lists import keep_for_asking
from actions.names import (
    LEVELS_MEANT,
    as_noun,
    needs_job,
    options_of,
    pick_level,
    studies_for,
    studies_named,
)
from actions.patterns import finds
from actions.question import Mention, Question
from actions.registry import topic
from actions.reply import Reply
from actions.rows import dual_marks
from actions.search import AFTER
from actions.texts import texts_of
from actions.views import Stop, Way, route_view
from study_catalogue import Catalogue
from study_catalogue.levels import BACHELORS, HIGHER, SHORT_TO_LONG
from study_catalogue.records import Job, Option, Route, Step, Years
from study_catalogue.text import fold

FIRST = "so-2"  # where the choice of options starts
LAST = "so-3"  # of secondary school, a 7th year aside
LEVELS = SHORT_TO_LONG[: SHORT_TO_LONG.index("volwassenen")]  # of a route
STARTS = ("so-2", "so-3", "so-7", "graduaat", "prof_bachelor", "acad_bachelor")
KINDS = ("shortest", "practical")
ONLY = "only"
ACADEMIC, MASTER = "acad_bachelor", "master"


@topic("path_map")
def path_map(question: Question, catalogue: Catalogue) -> Answer:
    """The shortest route and the most practical one, from the option or the grade that was named."""
    goals = _goals(question, catalogue)
    return _to_studies(question, catalogue, goals) if goals else _to_job(question, catalogue)


def _goals(question: Question, catalogue: Catalogue) -> list[Option]:
    """The studies to reach instead of a job: "ingenieur", or the bachelor or master in hand when no job is."""
    tapped = [mention.value for mention in question.named("option") if mention.basis == "choice"]
    kept = catalogue.option(tapped[0] if tapped else str(question.context.get("option") or ""))
    others = question.named("option") and not tapped
    a_job = question.named("job") or others or question.context.get("job")
    in_hand = [kept] if kept and not a_job and kept.level in HIGHER else []
    named = studies_named(question, catalogue)
    academic = [option for option in named if option.level == "acad_bachelor"]
    return studies_for(question, catalogue) or in_hand or _within_reach(question, catalogue, academic) or named


def _within_reach(question: Question, catalogue: Catalogue, goals: list[Option]) -> list[Option]:
    """The studies, unless the option one comes from leads to none of them."""
    start = start_option(question, catalogue)
    leads = not start or catalogue.routes_to([goal.id for goal in goals], start.level, start.id)
    return goals if leads else []


def _to_studies(question: Question, catalogue: Catalogue, goals: list[Option]) -> Answer:
    reply = Reply(question, catalogue).remember(option=goals[0].id)
    ids = [option.id for option in goals]
    goal = _said(question, catalogue, goals)
    return _answer(reply, goal, lambda level, start: catalogue.routes_to(ids, level, start))


def _said(question: Question, catalogue: Catalogue, goals: list[Option]) -> str:
    """The user's own word for it when that stands for several studies, else the name of the study."""
    words = [mention.text for mention in question.named("job") if mention.candidates]
    if len(goals) > 1:
        ids = {goal.id for goal in goals}
        words += [
            m.text for m in question.named("option") if ids & {found.id for found in options_of(catalogue, m.value)}
        ]
    return next((as_noun(word) for word in words if word), goals[0].name)


@needs_job
def _to_job(question: Question, catalogue: Catalogue, job: Job) -> Answer:
    reply = Reply(question, catalogue).cite(job.source).remember(job=job.name)
    return _answer(reply, job.name, lambda level, start: catalogue.routes(job.name, level, start), job=job.name)


def _answer(reply: Reply, goal: str, find: Find, **about: str) -> Answer:
    """about: what all ways are asked of, when a job is"""
    start = start_option(reply.question, reply.catalogue)
    routes = find(start.level, start.id) if start else []
    if start and not routes:
        routes = _not_linked(reply, start, find, "not_from" if about else "not_from_study")
    routes = routes or _after_school(find, reply.question) or _routes_from(find, _starts(reply.question))
    if not routes:
        _offer_all_ways(_what_is_known(reply, goal), about)
        return reply.offer("person").answer()
    _say_whether(reply, start, routes)
    reply.say("two" if len(routes) > 1 else "one", job=goal)
    ways = dict(zip(KINDS if len(routes) > 1 else [ONLY], routes, strict=False))
    for kind, route in ways.items():
        _tell(reply, route, kind)
    _count_from(reply, routes)
    _draw(reply, goal, ways)
    if about:
        _keep_steps(reply, routes)
    _say_exam(reply, routes)
    last = routes[0].steps[-1].option
    reply.say_if(last.level == "acad_bachelor", "then_master")
    _offer_all_ways(reply.say("example").offer("info", option=last.id), about)
    return reply.offer("entry", option=routes[0].steps[0].option.id).answer()


def _what_is_known(reply: Reply, goal: str) -> Reply:
    """No road, but how long the study takes that is called like the job: "apotheker"."""
    jobs = {mention.text for mention in reply.question.named("job") if mention.text}
    called = [mention.value for mention in reply.question.named("option") if mention.text in jobs]
    options = [option for name in called for option in options_of(reply.catalogue, name) if option.level in HIGHER]
    known = next((option for option in options if reply.catalogue.years_of(option)), None)
    years = reply.catalogue.years_of(known) if known else None
    if known is None or years is None:
        return reply.say("none", job=goal)
    reply.cite(known.source).rely_on(*reply.texts.words.get(f"facts_{known.level}", ()))
    reply.say(reply.narrowest("none_but", known.level), job=goal, study=known.name, years=_span(reply, years))
    return reply.offer("info", option=known.id)


def _not_linked(reply: Reply, start: Option, find: Find, no_way: str) -> list[Route]:
    """Of an option that no link leads on from: what its diploma allows, and else that we know no way."""
    routes = ways_by_diploma(start, find, reply.catalogue)
    last = _gives_diploma(start, routes)
    diploma, anywhere = diploma_of(last), any(find(level, "") for level in STARTS)
    first = next((step.option.level for route in routes[:1] for step in route.steps if step.option.level in HIGHER), "")
    if routes and first != "graduaat":
        _say_diploma(reply, last, first)
    elif not anywhere:
        reply.say_if(diploma, f"no_way_{diploma}", name=start.name)
    elif not routes:
        reply.say(no_way, name=start.name)
    return routes


def _say_whether(reply: Reply, start: Option | None, routes: list[Route]) -> None:
    """ "Mag je met A nog ingenieur worden?": before a way that links show, what the diploma of A allows."""
    asked = finds(reply.texts.words["may"], fold(reply.question.text))
    goal, first = routes[0].steps[-1].option.level, routes[0].steps[0].option
    if asked and start and first.id == start.id and diploma_of(start) and goal in (*BACHELORS, MASTER):
        _say_diploma(reply, start, ACADEMIC if goal == MASTER else goal)


def _gives_diploma(start: Option, routes: list[Route]) -> Option:
    """The study that gives the diploma: of the 2nd grade the one of the 3rd that the way goes through."""
    return (diploma_on(routes[0]) if routes and start.level == FIRST else None) or start


def _say_diploma(reply: Reply, last: Option, first: str) -> None:
    """What the diploma opens; first: the level of the first study after it."""
    diploma = diploma_of(last)
    reply.say(f"with_{diploma}", name=last.name)
    reply.say_if(last.finality == "dubbel" and first == ACADEMIC, "usual_way")
    reply.say("ask_school").rely_on(diploma)


def _offer_all_ways(reply: Reply, about: dict[str, str]) -> None:
    if about:
        reply.offer("options", **about)


def start_option(question: Question, catalogue: Catalogue) -> Option | None:
    """The option that the message names beside the job: "van houttechnieken tot meubelmaker", not "dakwerker" alone."""
    goals = {mention.text for mention in question.named("job") if mention.text}
    higher = bool(studies_named(question, catalogue))
    named = [m.value for m in question.named("option") if m.text not in goals and m.basis != "choice"]
    found = next(
        (found for value in named if (found := options_of(catalogue, value)) and not (higher and _is_higher(found))), []
    )
    return pick_level(found, question, catalogue) if found else None


def _is_higher(options: list[Option]) -> bool:
    return all(option.level in HIGHER for option in options)


def _starts(question: Question) -> list[str]:
    """Where a route may start, best first: the level named or talked about, later ones, and any if none is named."""
    named = [_from_level(mention) for mention in question.named("level")]
    said = named or str(question.context.get("level") or FIRST).split("|")
    levels = {code for value in said for code in ([value] if value in LEVELS else LEVELS_MEANT.get(value, ()))}
    first = next((level for level in LEVELS if level in levels), FIRST)
    later = [start for start in STARTS if LEVELS.index(start) > LEVELS.index(first)]
    return [first, *later] if named else [first, *later, *STARTS]


def _from_level(mention: Mention) -> str:
    """After the last year of a grade a route starts in the next one."""
    return (
        AFTER.get(mention.value, mention.value).split("|")[0] if mention.basis in ("after", "last") else mention.value
    )


def _routes_from(find: Find, starts: Iterable[str]) -> list[Route]:
    """From the first of these levels where one starts."""
    return next((routes for start in starts if (routes := find(start, ""))), [])


def _after_school(find: Find, question: Question) -> list[Route]:
    """After secondary school one may start at any of its next levels: from the one with the shortest way. With a
    diploma of arbeidsmarkt not at any, so the steps are as they are."""
    done = any(mention.value == LAST and mention.basis in ("after", "last") for mention in question.named("level"))
    if not done or question.named("finality"):
        return []
    found = [routes for level in STARTS[STARTS.index(LAST) + 1 :] if (routes := find(level, ""))]
    return min(found, key=lambda routes: routes[0].years, default=[])


def _tell(reply: Reply, route: Route, kind: str) -> None:
    """The steps as rows; the years together in words."""
    reply.say(f"years_{kind}", years=_span(reply, route.years))
    for nth, step in enumerate(route.steps, 1):
        reply.rows([_row(reply, step, nth, kind)]).cite(step.option.source, step.option.links_source)
        reply.rely_on(*reply.texts.words.get(f"facts_{step.option.level}", ()))
        if step.bridge:
            reply.say("bridge", years=_span(reply, step.bridge))


def _count_from(reply: Reply, routes: list[Route]) -> None:
    """Where the years are counted from, and how many of the first route come after secondary school."""
    first = routes[0]
    reply.say_if(first.steps[-1].option.level == "acad_bachelor", "until_bachelor")
    reply.say(reply.narrowest("counted", first.steps[0].option.level))
    later = Route(tuple(step for step in first.steps if step.option.level in HIGHER))
    if later.steps and later != first:
        key = "after_school_shortest" if len(routes) > 1 else "after_school"
        reply.say(key, years=_span(reply, later.years))


def _row(reply: Reply, step: Step, nth: int, kind: str) -> Item:
    option = step.option
    parts = (
        reply.label("level", option.level),
        _years(reply, step.years),
        _diploma(reply, option),
    )
    marks = (reply.wording(f"mark_{kind}", nth=nth), *dual_marks(reply, option))
    return Item(option.name, ", ".join(part for part in parts if part), marks)


def _say_exam(reply: Reply, routes: list[Route]) -> None:
    """That an examination decides, where the way goes through a study that has one."""
    strict = {*texts_of("tests_exams").words["studies_decides"]}
    names = {step.option.name.lower() for route in routes for step in route.steps}
    if not names.isdisjoint(strict):
        reply.say("decides").rely_on("tests_medicine")


def _keep_steps(reply: Reply, routes: list[Route]) -> None:
    """What is asked next is about the study that was shown; of several about none that was spoken of before."""
    ids = list(dict.fromkeys(step.option.id for route in routes for step in route.steps))
    in_hand = str(reply.question.context.get("option") or "")
    reply.remember(option=ids[0] if len(ids) == 1 else in_hand if in_hand in ids else None)
    keep_for_asking(reply, [("option", id) for id in ids])


def _draw(reply: Reply, goal: str, ways: dict[str, Route]) -> None:
    """The same steps to look at, with the programme that comes before a master as a step between."""
    titles = [Way(_way(reply, kind, route) or "", _years(reply, route.years)) for kind, route in ways.items()]
    stops = [stop for kind, route in ways.items() for stop in _stops(reply, route, _way(reply, kind, route))]
    reply.show(route_view(reply.wording("drawn", job=goal), stops, titles, goal))


def _way(reply: Reply, kind: str, route: Route) -> str | None:
    """The title of one of several ways."""
    links = route.steps[-1].option.links_source
    return None if kind == ONLY else reply.explain(reply.wording(f"way_{kind}"), f"way_{kind}", links)


def _stops(reply: Reply, route: Route, way: str | None) -> Iterator[Stop]:
    for number, step in enumerate(route.steps, 1):
        if step.bridge:
            yield Stop(reply.wording("bridge_title"), "", step.bridge[0], _years(reply, step.bridge), mark=way)
        yield _stop(reply, step, way, number)


def _stop(reply: Reply, step: Step, way: str | None, number: int) -> Stop:
    option, level, diploma = step.option, _diploma_level(reply, step.option), _diploma(reply, step.option)
    return Stop(
        title=option.name,
        line=reply.label("level", option.level),
        years=step.years[0],
        span=_years(reply, step.years),
        diploma=reply.explain(diploma, level.lower()) if level else diploma,
        level=level or None,
        mark=way,
        marks=dual_marks(reply, option),
        number=number,
    )


def _diploma_level(reply: Reply, option: Option) -> str:
    """ "OK3" or "OK4", where the finality tells; else ""."""
    return reply.wording(reply.narrowest("qualification", option.level, option.finality))


def _diploma(reply: Reply, option: Option) -> str:
    """The level of the diploma that the step gives, where the catalogue says it."""
    return reply.wording(reply.narrowest("diploma", option.level, option.finality))


def _years(reply: Reply, years: Years) -> str:
    return reply.wording("years", years=_span(reply, years))


def _span(reply: Reply, years: Years) -> str:
    """ "2", "1 tot 2", "3,5"."""
    low, high = (f"{value:g}".replace(".", ",") for value in years)
    return low if low == high else reply.wording("span", low=low, high=high)
