"""A search for studies (topic option_search); for who is in the B stream what follows there, and where that leads."""

from __future__ import annotations

from dataclasses import replace

from actions.answer import Answer, Choice
from actions.interests import Interest, interest_of
from actions.lists import PAGE, keep_list, offset_of
from actions.names import ask_theme, levels_named, unknown_theme
from actions.options import following, offer_options
from actions.outcome import say_jobs_near
from actions.patterns import finds
from actions.question import EXCLUDED, Question
from actions.registry import topic
from actions.reply import Reply
from actions.rows import option_rows
from actions.search import KINDS, THING, filters_of, search, theme_label
from actions.texts import texts_of
from actions.worded import BEHIND
from study_catalogue import Catalogue
from study_catalogue.levels import GRADES
from study_catalogue.records import Option, OptionFilter, Place
from study_catalogue.text import fold

NEARBY = "academy_nearby"
ALL, GOALS = 1000, 3
NOT_THERE = ("doorstroom",)
OTHER = ("practice", "finality", "dual", EXCLUDED)  # what makes it a search of another kind


@topic("option_search")
def option_search(question: Question, catalogue: Catalogue) -> Answer:
    filters = filters_of(question)
    strange = question.named("unknown")
    if strange and not any(question.named(kind) for kind in (*KINDS, EXCLUDED)):
        return unknown_theme(question, catalogue, strange[0])
    if not any(filters.get(kind) for kind in (*KINDS, EXCLUDED)):
        return ask_theme(Reply(question, catalogue).say("likes"), question).offer_all().answer("ask")
    answer = _in_b_stream(question, catalogue) or search(question, catalogue, filters)
    return answer if offset_of(question) else _with_what_is_near(question, answer, catalogue)


def _with_what_is_near(question: Question, answer: Answer, catalogue: Catalogue) -> Answer:
    """ "Iets met treinen in Genk": the jobs with that thing, and what is not known of the place."""
    reply = Reply(question, catalogue)
    say_jobs_near(reply, [interest] if (interest := interest_of(question)) and _is_shown(interest, answer) else [])
    place = _place(question, catalogue)
    if place:
        reply.say("of_place", place=place.name).remember(place=place.id)
        reply.offer_choice(Choice(reply.wording("academies_at", place=place.name), NEARBY, (("place", place.id),)))
    beside = reply.answer()
    return replace(
        answer,
        text=" ".join(filter(None, (answer.text, beside.text))),
        choices=(*answer.choices, *beside.choices),
        sources=answer.sources_with(beside),
        remember={**answer.remember, **beside.remember},
    )


def _is_shown(interest: Interest, answer: Answer) -> bool:
    """Whether the thing is what the search was about."""
    filters = (answer.remember.get("listing") or {}).get("filters") or {}
    return bool(interest.thing) and filters.get(THING) == interest.thing


def _place(question: Question, catalogue: Catalogue) -> Place | None:
    """The one that is named, unless a text behind the answer tells of it."""
    named = question.named("place")[:1] if not question.context.get(BEHIND) else ()
    return next((place for mention in named if (place := catalogue.place(mention.value))), None)


def _in_b_stream(question: Question, catalogue: Catalogue) -> Answer | None:
    """None for who is not there, or wants what does not follow there."""
    words = texts_of("option_search").words
    if not finds(words["b_stream"], fold(question.text)) or not levels_named(question) <= {*GRADES[:2]}:
        return None
    if any(map(question.named, OTHER)) or finds(words["b_stream_not"], fold(question.text)):
        return None
    first = catalogue.option(words["b_option"][0])
    theme = filters_of(question).get("theme", "")
    after = [option for option in following(catalogue, first) if option.level == "so-2"] if first else []
    shown, goals = _towards(catalogue, after, theme)
    return _told(question, catalogue, [first, *shown, *goals], theme) if first and shown else None


def _towards(catalogue: Catalogue, after: list[Option], theme: str) -> tuple[list[Option], list[Option]]:
    """Those that are about the subject or lead to it, and what they lead to."""
    if not theme:
        return after[:PAGE], []
    wanted = OptionFilter(("so-2", "so-3"), theme=theme, without_finality=NOT_THERE)
    about = {option.id: option for option in catalogue.search_options(wanted, 0, ALL)[0]}
    goals = {option.id: [next for next in following(catalogue, option) if next.id in about] for option in after}
    shown = [option for option in after if option.id in about or goals[option.id]][:PAGE]
    led = dict.fromkeys(goal for option in shown for goal in goals[option.id] if goal not in shown)
    return shown, [*led][:GOALS]


def _told(question: Question, catalogue: Catalogue, shown: list[Option], theme: str) -> Answer:
    reply = Reply(question, catalogue).remember(theme=theme or None)
    reply.say("b_stream_theme" if theme else "b_stream", theme=theme_label(reply, theme) if theme else "")
    reply.rows(option_rows(reply, shown))
    reply.cite(*dict.fromkeys(option.links_source for option in shown))
    keep_list(reply, {"theme": theme} if theme else {}, [("option", option.id) for option in shown], len(shown))
    return _with_other_stream(question, catalogue, offer_options(reply, "option_info", shown).answer())


def _with_other_stream(question: Question, catalogue: Catalogue, answer: Answer) -> Answer:
    other = Reply(question, catalogue, "structure").say_only("b_to_a").answer()
    return replace(answer, text=f"{answer.text} {other.text}", sources=(*answer.sources, *other.sources))
