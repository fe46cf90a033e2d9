"""From what was named to what is meant: one option, one job or one place, or else the question that finds out."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from functools import wraps

from actions.answer import Answer, Choice
from actions.interests import asks_for_studies, interest_of, is_strange, points_back
from actions.lists import Filters, choice_list
from actions.question import Mention, Question
from actions.registry import Handler, dispatch
from actions.reply import Reply
from actions.rows import option_rows, title_of
from actions.texts import COMMON, texts_of
from study_catalogue import Catalogue
from study_catalogue.distance import km_between
from study_catalogue.levels import BACHELORS, GRADES, HIGHER, SHORT_TO_LONG
from study_catalogue.records import Job, NameKind, Option, Place
from study_catalogue.text import fold

MAX_CHOICES = 4
EXAMPLES = 3
ALIKE = 80.0  # of 100: what a name of a thing we may not know at all must resemble
LEVELS = ("so-3", "so-2", "so-7", "graduaat", "prof_bachelor", "acad_bachelor", "master", "volwassenen", "so-1")
LEVELS_MEANT = {
    "bachelor": BACHELORS,
    "prof_bachelor": ("prof_bachelor", "graduaat"),  # "hogeschool"
    "acad_bachelor": ("acad_bachelor", "master"),  # "universiteit"
}
THEME = "theme"
SHOWN = 40  # characters of the user's own words that are repeated


def needs_option(handler: Callable[[Question, Catalogue, Option], Answer]) -> Handler:
    """Turn a function about one option into a topic function that finds the option, or asks for it."""

    @wraps(handler)
    def answer(question: Question, catalogue: Catalogue) -> Answer:
        found = find_option(question, catalogue)
        if isinstance(found, Answer):
            return found
        return _ended(question, catalogue, found) if found.ended else handler(question, catalogue, found)

    return answer


def needs_job(handler: Callable[[Question, Catalogue, Job], Answer]) -> Handler:
    @wraps(handler)
    def answer(question: Question, catalogue: Catalogue) -> Answer:
        found = find_job(question, catalogue)
        return found if isinstance(found, Answer) else handler(question, catalogue, found)

    return answer


def find_option(question: Question, catalogue: Catalogue) -> Option | Answer:
    name = _one_name(question, catalogue, "option")
    if isinstance(name, Answer):
        return name
    options = options_of(catalogue, name)
    if options and question.named("level") and not question.named("option"):
        options = catalogue.options_named(options[0].name)
    return pick_level(options, question, catalogue) if options else unknown(question, catalogue, "option", name)


def find_job(question: Question, catalogue: Catalogue) -> Job | Answer:
    name = _one_name(question, catalogue, "job")
    if isinstance(name, Answer):
        return name
    return catalogue.job(name) or unknown(question, catalogue, "job", name)


def jobs_meant(question: Question, catalogue: Catalogue) -> list[Job]:
    """The jobs that one word stands for ("elektricien"), when it stands for several and none of them is in hand."""
    named = question.named("job")
    names = _distinct(named)
    one = len(named) != 1 or len(names) < 2 or _in_hand(question, catalogue, "job") in names
    return [] if one else [job for name in names[:MAX_CHOICES] if (job := catalogue.job(name))]


def studies_for(question: Question, catalogue: Catalogue) -> list[Option]:
    """For words that are a study and several jobs at once ("ingenieur"): the options they stand for as a study."""
    jobs = {mention.text for mention in question.named("job") if mention.candidates and mention.text}
    named = [mention for mention in question.named("option") if mention.text in jobs]
    found = (option for name in _distinct(named) for option in options_of(catalogue, name))
    return [option for option in found if option.level == "acad_bachelor" and not option.ended]


def studies_named(question: Question, catalogue: Catalogue) -> list[Option]:
    """For words that are a study after secondary school and no job of ours ("architect", "piloot"), or one to which we
    know no way ("apotheker"): those studies."""
    jobs = question.named("job")
    if any(ways_to(catalogue, job) for mention in jobs if (job := catalogue.job(mention.value))):
        return []
    words = {mention.text for mention in jobs}
    options = [mention for mention in question.named("option") if not words or mention.text in words]
    named = [mention for mention in options if mention.basis != "typo"]
    found = [option for m in named for name in (m.value, *m.candidates) for option in options_of(catalogue, name)]
    called = {id for m in named for id in _called_after_job(catalogue, m)}
    higher = [option for option in found if option.level in HIGHER and not option.ended]
    higher = [option for option in higher if option.id in called or not called]
    bachelors = [option for option in higher if option.level in BACHELORS]
    return list(dict.fromkeys(bachelors or higher))


def as_noun(words: str) -> str:
    """ "Architect" of "architect worden"."""
    return re.sub(r" (?:wor(?:den?|dt?|re)?|studeren)$", "", words, flags=re.IGNORECASE)


def _called_after_job(catalogue: Catalogue, mention: Mention) -> list[str]:
    """Of words that are a job's name too ("architect worden"): the ids of what leads to that job, else none."""
    job = catalogue.job(as_noun(mention.text)) if mention.text else None
    return [option.id for option in ways_to(catalogue, job)] if job else []


def ways_to(catalogue: Catalogue, job: Job) -> list[Option]:
    """The options that lead to the job and the academic bachelors that are called after it, from short to long."""
    linked = catalogue.options_for_job(job.name)
    words = {fold(job.name), f"{fold(job.name)} worden"}
    named = {name.target for name in catalogue.names() if name.kind == "option" and fold(name.text) in words}
    called = [option for name in sorted(named) for option in catalogue.options_named(name)]
    called = [option for option in called if option.level == "acad_bachelor" and not option.ended]
    return sorted(dict.fromkeys([*linked, *called]), key=lambda option: SHORT_TO_LONG.index(option.level))


def is_only_way(catalogue: Catalogue, option: Option) -> bool:
    """Whether no more than one option comes before it; else there are several ways to this one end."""
    return len(catalogue.before(option.id)) < 2 and option.level not in HIGHER


def find_place(question: Question, catalogue: Catalogue) -> Place | Answer:
    codes = question.named("postal_code")
    if codes and not question.named("place"):
        reply = Reply(question, catalogue).say("unknown_code", code=codes[0].value).say("ask_place")
        return ask(question, catalogue, "place", reply)
    named = question.named("place")
    name = _place_meant(catalogue, named) if named else _not_named(question, catalogue, "place")
    if isinstance(name, Answer):
        return name
    return catalogue.place(name) or unknown(question, catalogue, "place", name)


def _place_meant(catalogue: Catalogue, named: Sequence[Mention]) -> str:
    """ "Beveren bij Roeselare": of the places with one name the nearest to the other place named."""
    other = catalogue.place(named[1].value) if len(named) > 1 and named[0].candidates else None
    names = (named[0].value, *named[0].candidates) if other else (named[0].value,)
    places = [place for name in names if (place := catalogue.place(name))]
    if other is None or not places:
        return named[0].value
    return min(places, key=lambda place: km_between(place.lat, place.lon, other.lat, other.lon)).id


def options_of(catalogue: Catalogue, name: str) -> list[Option]:
    """The options with this id or canonical name."""
    found = catalogue.option(name)
    return [found] if found else catalogue.options_named(name)


def levels_of(catalogue: Catalogue, *names: str) -> set[str]:
    """On which levels there are studies of these names."""
    return {option.level for name in names for option in options_of(catalogue, name)}


def is_higher(catalogue: Catalogue, name: str) -> bool:
    """Whether studies of this name come after secondary school only."""
    levels = levels_of(catalogue, name)
    return bool(levels) and levels <= {*HIGHER}


def pick_level(options: list[Option], question: Question, catalogue: Catalogue) -> Option:
    """The level named now, else that of the row shown, of the option in hand, named before, or the most asked one."""
    named = levels_named(question)
    kept = question.context.get("level")
    in_hand = question.context.get("option")
    listed = {value for _, value in question.listing.get("shown") or []}

    def fit(option: Option) -> tuple[bool, bool, bool, bool, bool, int]:
        off_named = bool(named) and option.level not in named
        off_context = option.id not in listed, option.id != in_hand, option.level != kept
        return option.ended, off_named, *off_context, LEVELS.index(option.level)

    return min(options, key=fit)


def levels_named(question: Question, but: Collection[str] = ()) -> set[str]:
    """The codes of the levels that the message speaks of, but for those of these bases."""
    values = [mention.value for mention in question.named("level") if mention.basis not in but]
    return {code for value in values for code in LEVELS_MEANT.get(value, (value,))}


def _one_name(question: Question, catalogue: Catalogue, kind: NameKind) -> str | Answer:
    named = question.named(kind)
    if not named:
        return _not_named(question, catalogue, kind)
    names = _distinct(named)
    names = _at_level(question, catalogue, names) if kind == "option" else names
    if len(names) == 1:
        return names[0]
    in_hand = _in_hand(question, catalogue, kind)
    if len(named) == 1 and in_hand in names:
        return str(question.context[kind])
    return which(question, catalogue, kind, names)


def _at_level(question: Question, catalogue: Catalogue, names: list[str]) -> list[str]:
    """ "6 basis elektriciteit, dus elektrische installaties": of several the one that there is in the year named."""
    levels = levels_named(question)
    kept = [name for name in names if _is_on(catalogue, name, levels)]
    if levels & {*GRADES} and not kept:
        kept = [name for name in _same_words(question, catalogue) if _is_on(catalogue, name, levels)]
        return _of_finality(question, catalogue, kept) or kept or names
    return kept if len(kept) == 1 else names


def _of_finality(question: Question, catalogue: Catalogue, names: list[str]) -> list[str]:
    """ "6 chemie doorstroom": of several the one with the finality that is named."""
    finalities = {mention.value for mention in question.named("finality")}
    kept = [name for name in names if any(option.finality in finalities for option in options_of(catalogue, name))]
    return kept if len(kept) == 1 else []


def _is_on(catalogue: Catalogue, name: str, levels: Collection[str]) -> bool:
    return any(option.level in levels for option in options_of(catalogue, name))


def _same_words(question: Question, catalogue: Catalogue) -> list[str]:
    """All the options that the words stand for: "chemie" is a bachelor, and what it was called in the 6th year."""
    words = {fold(mention.text) for mention in question.named("option") if mention.text}
    found = (name for name in catalogue.names() if name.kind == "option" and fold(name.text) in words)
    return list(dict.fromkeys(name.target for name in found))


def _distinct(mentions: Iterable[Mention]) -> list[str]:
    """The names that the mentions stand for; one that is written right pushes out what may be a typing error."""
    named = list(mentions)
    mentions = [mention for mention in named if mention.basis != "typo"] or named
    return list(dict.fromkeys(value for mention in mentions for value in (mention.value, *mention.candidates)))


def _in_hand(question: Question, catalogue: Catalogue, kind: NameKind) -> str:
    kept = str(question.context.get(kind) or "")
    return title_of(catalogue, kind, kept)


def _not_named(question: Question, catalogue: Catalogue, kind: NameKind) -> str | Answer:
    """Nothing of this kind in the message: another kind, an unknown name, the conversation, or ask."""
    instead = texts_of(question.topic).instead
    other = next((other for other in instead if other != THEME and question.named(other)), None)
    strange = question.named("unknown")
    if other:
        return dispatch(replace(question, topic=instead[other]), catalogue)
    if THEME in instead and _is_about_a_subject(question, kind):
        answer = dispatch(replace(question, topic=instead[THEME]), catalogue)
        return replace(answer, topic=question.topic) if asks_for_studies(question, question.topic) else answer
    if strange:
        return unknown(question, catalogue, kind, strange[0].text or strange[0].value)
    return _from_context(question, catalogue, kind)


def _is_about_a_subject(question: Question, kind: NameKind) -> bool:
    """A subject or a thing is named, and it is not said of the job or study in hand."""
    found, in_hand = interest_of(question), bool(question.context.get(kind)) and points_back(question)
    return found is not None and not in_hand and not is_strange(question, found)


def _from_context(question: Question, catalogue: Catalogue, kind: NameKind) -> str | Answer:
    kept = question.context.get(kind)
    if kept:
        return str(kept)
    instead = texts_of(question.topic).instead
    other = next((other for other in instead if question.context.get(other)), None)
    if other == THEME and _shown(question, kind):
        return ask(question, catalogue, kind)
    return dispatch(replace(question, topic=instead[other]), catalogue) if other else ask(question, catalogue, kind)


def choices_for(question: Question, catalogue: Catalogue, kind: str, values: Iterable[str]) -> tuple[Choice, ...]:
    """The same question about each of these; a level or place that was named stays."""
    beside = tuple(_named_beside(question, kind).items())
    return tuple(
        Choice(title_of(catalogue, kind, value), question.topic, ((kind, value), *beside))
        for value in list(values)[:MAX_CHOICES]
    )


def _named_beside(question: Question, kind: str) -> Filters:
    takes = {"level", *texts_of(question.topic).takes} - {kind}
    return {
        beside: question.named(beside)[0].value
        for beside in ("level", "place")
        if beside in takes and question.named(beside)
    }


def offer_names(reply: Reply, question: Question, kind: str, values: Iterable[str]) -> Reply:
    """Choices to ask the question about, which "de tweede" or "nr 2" may pick as well."""
    offered = list(values)[:MAX_CHOICES]
    reply.remember(
        listing=choice_list([(kind, value) for value in offered], _named_beside(question, kind), question.topic)
    )
    return reply.offer_choice(*choices_for(question, reply.catalogue, kind, offered))


def which(question: Question, catalogue: Catalogue, kind: NameKind, values: list[str]) -> Answer:
    """Several things fit: ask which one. What was in hand is no longer the subject."""
    reply = Reply(question, catalogue).say(f"which_{kind}").remember(**{kind: None})
    return offer_names(reply, question, kind, values).remember(asked=kind).answer("clarify")


def unknown(question: Question, catalogue: Catalogue, kind: NameKind, words: str) -> Answer:
    """A name we do not know: say so, and offer the nearest ones."""
    near = catalogue.nearest_names(words, kind, 3)
    reply = Reply(question, catalogue).say(f"unknown_{kind}", words=words[:SHOWN]).remember(**{kind: None})
    if not near:
        return ask(question, catalogue, kind, reply.say(f"retry_{kind}"))
    return offer_names(reply.say(f"nearest_{kind}"), question, kind, near).remember(asked=kind).answer("clarify")


def say_skipped(reply: Reply) -> None:
    """What was asked about but is not known, so that the answer goes without it."""
    for strange in reply.question.named("unknown")[:1]:
        reply.say("skipped", words=strange.text[:SHOWN])


def names_like(catalogue: Catalogue, kind: NameKind, words: str) -> list[str]:
    """The nearest names that really look like these words."""
    return catalogue.nearest_names(words, kind, 3, least=ALIKE)


def unknown_theme(question: Question, catalogue: Catalogue, strange: Mention) -> Answer:
    reply = Reply(question, catalogue).say("unknown_theme", words=(strange.text or strange.value)[:SHOWN])
    return ask_theme(reply, question).answer("clarify")


def say_other_places(reply: Reply, place: Place) -> None:
    """ "In Genk of Hasselt": it is about the first, the other is a tap away."""
    named = [mention.value for mention in reply.question.named("place") if mention.value != place.id]
    if any(mention.candidates for mention in reply.question.named("place")[:1]):
        return  # the other one tells which of them is meant
    others = [found for value in dict.fromkeys(named) if (found := reply.catalogue.place(value))]
    if others:
        names = reply.joined([other.name for other in others], "and")
        reply.say("first_place", place=place.name, others=names)
        reply.offer_choice(*choices_for(reply.question, reply.catalogue, "place", [other.id for other in others]))


def ask_theme(reply: Reply, question: Question) -> Reply:
    return offer_names(reply, question, "theme", texts_of(COMMON).words["examples_theme"]).remember(asked="theme")


def offer_themes(reply: Reply, question: Question) -> Reply:
    """Themes beside a list: tapped or named, not picked by number."""
    examples = texts_of(COMMON).words["examples_theme"]
    return reply.offer_choice(*choices_for(question, reply.catalogue, "theme", examples))


def ask(question: Question, catalogue: Catalogue, kind: NameKind, reply: Reply | None = None) -> Answer:
    """Ask for the missing name, with examples; the second time in a row with an explanation.

    reply: has said already what is wrong and what to do
    """
    again = question.context.get("asked") == kind
    reply = reply or (_of_subject(question, catalogue) if kind == "job" else None)
    if reply is None:
        reply = Reply(question, catalogue).say(f"ask_{kind}_again" if again else f"ask_{kind}")
    offer_names(reply, question, kind, _examples(question, kind)).remember(asked=kind)
    return (reply if kind == "place" else reply.offer("choose")).answer("ask")


def _of_subject(question: Question, catalogue: Catalogue) -> Reply | None:
    """Only a subject was understood so far ("windmolens"): the studies about it are a way on."""
    theme = question.value("theme")
    offered = "asks" in question.listing  # our own examples, no list that was shown
    if not theme or (_shown(question, "job") and not offered):
        return None
    reply = Reply(question, catalogue).say("ask_job_of", theme=title_of(catalogue, "theme", theme).lower())
    return reply.remember(theme=theme).offer("of_subject", theme=theme)


def _examples(question: Question, kind: NameKind) -> list[str]:
    """What the last list showed, when it showed such things."""
    return _shown(question, kind)[:EXAMPLES] or list(texts_of(COMMON).words[f"examples_{kind}"])


def _shown(question: Question, kind: NameKind) -> list[str]:
    shown = question.listing.get("shown") or []
    return [value for other, value in shown if other == kind]


def _ended(question: Question, catalogue: Catalogue, option: Option) -> Answer:
    """An option that no longer exists: say so, and name what came after it."""
    successors = [found for id in option.successors if (found := catalogue.option(id)) and not found.ended]
    reply = Reply(question, catalogue).cite(option.source).remember(option=None)
    reply.say("ended", name=option.name).say("ended_successors" if successors else "ended_none")
    reply.rows(option_rows(reply, successors))
    return offer_names(reply, question, "option", [option.id for option in successors]).answer()
