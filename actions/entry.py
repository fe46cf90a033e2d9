"""Starting somewhere: the rule that decides, and the schools (capabilities.md, topics option_entry, option_where)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

from actions.answer import Answer
from actions.directions import comes_after
from actions.lists import PAGE, Filters, holds, keep_list, offset_of, page, words_of
from actions.names import (
    MAX_CHOICES,
    find_place,
    levels_named,
    levels_of,
    needs_option,
    offer_names,
    options_of,
    say_other_places,
)
from actions.options import (
    CHOSEN_BY_DOMAIN,
    about,
    following,
    full_name,
    lacks_level,
    offer_options,
    only_dual,
    other_levels,
)
from actions.places import province_towns
from actions.question import EXCLUDED, Mention, Question, of_choice
from actions.readings import job_in_hand
from actions.registry import dispatch, topic
from actions.reply import Reply
from actions.schools import ALSO, Schools, of_province, school_rows, schools_wanted
from actions.subjects import around
from actions.texts import texts_of
from actions.to_finality import LIGHT_TO_HEAVY, from_study
from study_catalogue import Catalogue
from study_catalogue.levels import HIGHER, SECONDARY
from study_catalogue.records import Option, Place

OF_UNIVERSITY = ("acad_bachelor", "master")
EARLIER = 2  # options that may go before, shown as examples


@topic("option_entry")
def option_entry(question: Question, catalogue: Catalogue) -> Answer:
    """The rule for an option; between two finalities the rule for that; never whether this pupil may."""
    between = from_study(question, catalogue)
    if between:
        return between
    if question.named("finality") and not question.named("option"):
        return _between(question, catalogue)
    if _goes_up(question, catalogue):
        return dispatch(replace(question, topic="option_next"), catalogue)
    return _of_option(_about_goal(question, catalogue), catalogue)


def _goes_up(question: Question, catalogue: Catalogue) -> bool:
    """ "Mag ik met A naar een bachelor?": of a study that is no such thing itself it is asked what may follow."""
    wanted = levels_named(question) & {*HIGHER}
    named = question.named("option")
    levels = levels_of(catalogue, *(mention.value for mention in named))
    return bool(wanted) and len(named) == 1 and bool(levels) and levels.isdisjoint(HIGHER)


def _about_goal(question: Question, catalogue: Catalogue) -> Question:
    """ "Mag ik naar A als ik uit B kom?": of two options the one that may follow on the other is asked about."""
    named = question.named("option")
    goal = _said_goal(question.text, named)
    if goal:
        kept = (mention for mention in question.mentions if mention.kind != "option" or mention == goal)
        return replace(question, mentions=tuple(kept))
    if len(named) == 1 and question.context.get("option") and _is_start(question.text, named[0]):
        return replace(question, mentions=question.without("option", "level"))
    names = dict.fromkeys(mention.value for mention in named)
    goals = [goal for start, goal in permutations(names, 2) if len(names) == 2 and _follows(catalogue, start, goal)]
    kept = (mention for mention in question.mentions if mention.kind != "option" or mention.value in goals)
    return replace(question, mentions=tuple(kept)) if len(goals) == 1 else question


def _said_goal(text: str, named: Sequence[Mention]) -> Mention | None:
    """Of two options the one to go to, when the words before them tell the start from the goal."""
    if len(named) != 2 or not all(mention.text for mention in named):
        return None
    goals = [mention for mention in named if not comes_after(text, mention)]
    return goals[0] if len(goals) == 1 else None


def _is_start(text: str, mention: Mention) -> bool:
    """ "Mag ik daar starten als ik nu houttechnieken doe?": the goal is the option in hand."""
    words = texts_of("option_entry").words
    points = not set(words_of(text)).isdisjoint(words["there"])
    return points and bool(mention.text) and comes_after(text, mention)


def _follows(catalogue: Catalogue, start: str, goal: str) -> bool:
    after = {found.id for option in options_of(catalogue, start) for found in following(catalogue, option)}
    return any(option.id in after for option in options_of(catalogue, goal))


def _between(question: Question, catalogue: Catalogue) -> Answer:
    """From one finality to another, in the order said; with one named it is where the pupil wants to go."""
    ranks = [LIGHT_TO_HEAVY.index(m.value) for m in question.named("finality") if m.value in LIGHT_TO_HEAVY]
    lighter = len(ranks) > 1 and ranks[-1] < ranks[0]
    key = "between" if len(set(ranks)) < 2 else "to_lighter" if lighter else "to_heavier"
    said = {*words_of(question.text)}
    for case, listed in texts_of("option_entry").words.items():
        key = case if case.startswith("case_") and not said.isdisjoint(listed) else key
    return Reply(question, catalogue).say(key).say("who").offer_all("switching", "person", "search").answer()


@needs_option
def _of_option(question: Question, catalogue: Catalogue, option: Option) -> Answer:
    reply = about(question, catalogue, option)
    strange = question.named("outside")
    reply.say_if(strange, "strange", name=strange[0].text if strange else "")
    reply.say("intro", name=full_name(reply, option))
    reply.say(reply.narrowest("rule", option.level, option.after_kind or option.finality))
    if only_dual(option):
        reply.say("dual").rely_on("dual_screening")
    reply.say(reply.narrowest("who", "school" if option.level in CHOSEN_BY_DOMAIN else "higher"))
    before = [] if lacks_level(question, option) else catalogue.before(option.id)[:EARLIER]
    if before:
        reply.say("before").cite(option.links_source)
        offer_options(reply, "option_info", before)
        keep_list(reply, {}, [("option", earlier.id) for earlier in before], len(before))
    return other_levels(reply.offer("where", option=option.id).offer("person"), option).answer()


@topic("option_where")
def option_where(question: Question, catalogue: Catalogue) -> Answer:
    """Where a study is given; of a job ("waar word ik lasser?") a study that leads to it."""
    subject = _subject(question, catalogue)
    if subject:
        return _which_of(question, catalogue, subject)
    jobs = job_in_hand(question) or (question.named("job") if not question.named("option") else ())
    options = _leading_to(catalogue, jobs[0]) if jobs else []
    if not options:
        return _where(question, catalogue)
    if len(options) == 1:
        return _where(replace(question, mentions=(*question.mentions, of_choice("option", options[0].id))), catalogue)
    words = jobs[0].text if jobs[0].candidates else jobs[0].value
    return _ask_which(question, catalogue, words or jobs[0].value, [option.id for option in options])


def _leading_to(catalogue: Catalogue, job: Mention) -> list[Option]:
    """To the job, or first to the first of those that its word stands for."""
    names = (job.value, *job.candidates) if job.basis == "choice" else (job.value,)
    return list(dict.fromkeys(option for name in names for option in catalogue.options_for_job(name)))


def _ask_which(question: Question, catalogue: Catalogue, words: str, options: Sequence[str]) -> Answer:
    place = _place(question, catalogue)
    reply = Reply(question, catalogue).say("which_study", job=words).remember(option=None, asked="option")
    reply.remember(place=place.id) if isinstance(place, Place) else None
    return offer_names(reply, question, "option", options).answer("clarify")


def _subject(question: Question, catalogue: Catalogue) -> Mention | None:
    """ "Een school met chemie": a word for a subject, which as a study is only one of after secondary school."""
    words = texts_of("option_where").words
    school = holds(question.text, words["a_school"]) and not holds(question.text, words["no_school"])
    if not school or question.named("level") or any(map(question.named, ("job", "dual"))):
        return None
    texts = {mention.text for mention in question.named("option")}
    levels = levels_of(catalogue, *(mention.value for mention in question.named("option")))
    in_hand = not texts and question.context.get("option")
    themes = [theme for theme in question.named("theme") if texts <= {theme.text} and around(theme.value).options]
    return themes[0] if themes and not in_hand and levels <= {*HIGHER} else None


def _which_of(question: Question, catalogue: Catalogue, subject: Mention) -> Answer:
    """Of a subject the first studies at school, one of each name, and the one after it that was read."""
    known = [option for id in around(subject.value).options if (option := catalogue.option(id))]
    at_school = {option.name: option.id for option in reversed(known) if option.level in SECONDARY}
    ids = [*reversed(at_school.values())][: MAX_CHOICES - 1]
    later = [mention.value for mention in question.named("option")[:1]]
    return _ask_which(question, catalogue, subject.text, [*ids, *later])


@needs_option
def _where(question: Question, catalogue: Catalogue, option: Option) -> Answer:
    """The institutions that a source names, nearest first when a place is known, and that there are more."""
    town = _main_town(question, catalogue)
    place = town or _place(question, catalogue)
    if isinstance(place, Answer):
        return replace(place, remember={"option": option.id, **place.remember})
    schools = schools_wanted(question, catalogue, option, place)
    reply = about(question, catalogue, option)
    measured = town or of_province(question, schools.places)
    reply.say_if(measured, "of_province", place=measured.name if measured else "")
    say_other_places(reply, place) if place and len(schools.places) < 2 else None
    if not schools.found:
        reply.say("none", name=full_name(reply, option))
        _nearest(reply, option, schools.places)
        reply.say("all_schools").say_if(place is None and question.named(EXCLUDED), "say_place")
        return other_levels(reply.offer("info", option=option.id).offer("person"), option).answer()
    shown = page(schools.found, question, PAGE)
    _lead(reply, option, schools)
    reply.rows(school_rows(reply, shown, len(schools.places) > 1))
    reply.cite(*(offer.source or option.source for offer, _ in shown))
    about_list = {"option": option.id, **_places_of(question, schools)}
    keep_list(reply, about_list, [("school", offer.name) for offer, _ in shown], len(schools.found))
    if place is None:
        reply.remember(asked="place")
    return other_levels(reply, option).answer()


def _places_of(question: Question, schools: Schools) -> Filters:
    """The places of a list, for its next page."""
    filters = {kind: place.id for kind, place in zip(("place", ALSO), schools.places, strict=False)}
    away = [mention.value for mention in question.named(EXCLUDED) if mention.value.startswith("place:")]
    return {**filters, EXCLUDED: away[0]} if away and schools.away else filters


def _nearest(reply: Reply, option: Option, places: Sequence[Place]) -> None:
    """Institutions near the places that may give it: to ask, since no source says whether they do."""
    near = [(offer, place) for place in places for offer in reply.catalogue.schools_near(place, _kinds(option))]
    if near:
        names = reply.joined([place.name for place in places], "or")
        reply.say("ask_near", place=names).remember(place=places[0].id)
        reply.rows(school_rows(reply, near, len(places) > 1)).cite(*(offer.source for offer, _ in near))
        keep_list(reply, {}, [("school", offer.name) for offer, _ in near], len(near))


def _kinds(option: Option) -> tuple[str, ...]:
    kind = "secondary" if option.level in SECONDARY else "university" if option.level in OF_UNIVERSITY else "college"
    return texts_of("option_where").words[kind]


def _main_town(question: Question, catalogue: Catalogue) -> Place | None:
    """Of a province that is named, and no place with it: the town from which is measured."""
    if question.named("place") or question.named("postal_code"):
        return None
    towns = (town for name, town in province_towns(catalogue) if holds(question.text, (name.replace("-", " "),)))
    return next(towns, None)


def _place(question: Question, catalogue: Catalogue) -> Place | Answer | None:
    """The place named or talked about; schools are told without one too."""
    known = question.named("place") or question.named("postal_code") or question.context.get("place")
    return find_place(question, catalogue) if known else None


def _lead(reply: Reply, option: Option, schools: Schools) -> None:
    if offset_of(reply.question):
        reply.say("next_page")
        return
    if schools.away:
        reply.say("only_away" if schools.only_away else "away", places=reply.joined(schools.away, "and"))
    names = reply.joined([place.name for place in schools.places], "or") if schools.places else ""
    reply.say("near" if names else "schools", name=full_name(reply, option), place=names)
    reply.say("all_schools").say_if(not names, "say_place")
    reply.remember(place=schools.places[0].id) if names else None
