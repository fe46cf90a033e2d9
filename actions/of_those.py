"""Of the rows that were shown last those that are dual, a bottleneck, STEM: "welke daarvan zijn duaal?"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from actions.answer import Answer, Item
from actions.jobs import list_source
from actions.lists import holds, keep_list, rows_listed, says
from actions.names import options_of
from actions.patterns import finds
from actions.pointing import rows_denied, table
from actions.question import Question
from actions.reply import Reply
from actions.rows import job_rows, option_rows, title_of
from actions.schools import school_rows
from actions.texts import COMMON as WORDS
from actions.texts import texts_of
from study_catalogue import Catalogue
from study_catalogue.records import Job, Offer, Option, Place
from study_catalogue.text import fold

OF_LISTS = ("option_search", "option_for_job", "option_jobs", "option_next", "help_choose", "job_bottleneck")
WHERE, NEAR_KM = "option_where", 25
HERE = (*OF_LISTS, "option_dual")
LOOSE = ("clarify", "out_of_scope", "nonsense", "inform")
SAME = {
    "option_dual": ("option_dual",),
    "job_bottleneck": ("job_bottleneck", "bottleneck_list"),
}  # how it is understood
FOR_JOB, DUAL = "option_for_job", "option_dual"
KEEPS, SEARCH = ("distress", "option_compare"), "option_search"
Pair = tuple[str, str]  # kind and value of a row, as slot `listing` keeps it


def of_those(question: Question, catalogue: Catalogue) -> Answer | None:
    """The rows that have the mark asked about, or that none has; None when nothing of that kind was asked."""
    if question.topic not in KEEPS:
        rest = _without_rows(question, catalogue)
        if rest:
            return rest
        there = _in_places(question, catalogue)
        if there:
            return there
    topic = next((topic for topic in MARKS if says(question, f"mark_{topic}")), "")
    pairs = _rows_shown(question)
    if not topic or not pairs or not (_points_back(question) or _asks_of_list(question, topic)):
        return None
    kept = [pair for pair in pairs if MARKS[topic](catalogue, *pair)]
    reply = Reply(question, catalogue, topic)
    reply.say(
        f"of_those_{_how_many(len(kept), len(pairs))}",
        count=len(kept),
        total=len(pairs),
        year=catalogue.bottleneck_year(),
    )
    reply.rows(row for pair in kept for row in _row(reply, *pair))
    _cite(reply, topic, pairs)
    return keep_list(reply, {}, kept or pairs, len(kept or pairs)).offer_all().answer()


def _how_many(kept: int, total: int) -> str:
    if kept == total:
        return "only" if total == 1 else "all"
    return {0: "none", 1: "one"}.get(kept, "some")


def _without_rows(question: Question, catalogue: Catalogue) -> Answer | None:
    """ "Laat de eerste maar weg": the other rows of the page."""
    shown = _rows_shown(question)
    away = rows_denied(question.text) if finds(table().taken_away, fold(question.text)) else set()
    gone = {nth % len(shown) for nth in away if -1 <= nth < len(shown)} if len(shown) > 1 else set()
    if not gone or any(map(question.named, ("option", "job", "theme", "unknown"))):
        return None
    kept = [pair for nth, pair in enumerate(shown) if nth not in gone]
    reply = Reply(question, catalogue, SEARCH)
    names = reply.joined([title_of(catalogue, *shown[nth]) for nth in sorted(gone)], "and")
    reply.say("of_those_left", names=names).rows(row for pair in kept for row in _row(reply, *pair))
    return keep_list(reply, {}, kept, len(kept)).answer()


def _in_places(question: Question, catalogue: Catalogue) -> Answer | None:
    """ "En welke daarvan kan ik in Mol of Geel doen?": the studies of the list with a school close to one of them."""
    places = _places(question, catalogue)
    options = [option for kind, value in _rows_shown(question) for option in _options(catalogue, kind, value)[:1]]
    named = any(map(question.named, ("option", "job", "theme", "level", "finality", "practice", "age")))
    if not places or not options or named or not (_points_back(question) or _asks_which(question)):
        return None
    near = {option.id: _nearest(catalogue, option, places) for option in options}
    kept = [option for option in options if near[option.id]]
    if not kept and not _points_back(question) and _asks_where_of_job(question):
        return None  # asked of one of them, there may be schools to ask
    reply = Reply(question, catalogue, WHERE).remember(place=places[0].id)
    where = reply.joined([place.name for place in places], "or")
    key = "none" if not kept else "one" if len(kept) == 1 else "some"
    reply.say(f"of_those_{key}", count=len(kept), total=len(options), place=where).say("all_schools")
    for option in kept:
        reply.rows(_at_school(reply, option, pair, len(places) > 1) for pair in (near[option.id],) if pair)
    reply.cite(*(option.source for option in options))
    shown = [("option", option.id) for option in kept or options]
    return keep_list(reply, {}, shown, len(shown)).answer()


def _at_school(reply: Reply, option: Option, pair: tuple[Offer, Place], several: bool) -> Item:
    row = school_rows(reply, [pair], several)[0]
    reply.cite(*(source for source in (pair[0].source,) if source))
    return replace(row, title=option.name, line=f"{row.title}; {row.line}")


def _places(question: Question, catalogue: Catalogue) -> list[Place]:
    """The places that are named; also one whose name is a word as well, behind another: "in mol of geel"."""
    named = [place for mention in question.named("place") if (place := catalogue.place(mention.value))]
    beside = {mention.value for mention in question.named("unknown")} if named else set()
    said = fold(question.whole)
    also = (catalogue.places_named(word)[:1] for word in beside if f" of {fold(word)}" in said)
    return [*named, *(place for found in also for place in found)]


def _asks_which(question: Question) -> bool:
    """ "Welke kan ik in Mol volgen", right behind the list."""
    listing = question.listing
    shown_now = question.context.get("subject") == listing.get("topic") and listing.get("topic") in HERE
    asks = question.topic in (WHERE, *LOOSE) and finds(texts_of(WHERE).words["which_of_them"], fold(question.whole))
    return shown_now and (asks or _asks_where_of_job(question))


def _asks_where_of_job(question: Question) -> bool:
    """ "Kan dat in Genk", right behind the studies for a job: of no one study, so of those."""
    likely = [name for name, _ in question.readings[:1]] if question.topic == "clarify" else [question.topic]
    return likely == [WHERE] and question.listing.get("topic") == FOR_JOB and not question.context.get("option")


def _nearest(catalogue: Catalogue, option: Option, places: Sequence[Place]) -> tuple[Offer, Place] | None:
    found = [(offer, place) for place in places for offer in catalogue.schools_of(option.id, place)]
    near = [(offer, place) for offer, place in found if offer.km is not None and offer.km <= NEAR_KM]
    return min(near, key=lambda pair: pair[0].km or 0, default=None)


def _points_back(question: Question) -> bool:
    return holds(question.text, texts_of(WORDS).words["of_those"])


def _asks_of_list(question: Question, topic: str) -> bool:
    """ "Zijn er daar ook die duaal kunnen?", "kan dat ook duaal?": of the list just shown, when nothing is in hand
    or it asks for several."""
    listing, words = question.listing, texts_of(WORDS).words
    shown_now = question.context.get("subject") == listing.get("topic") and listing.get("topic") in OF_LISTS
    of_its_job = topic == DUAL and listing.get("topic") == FOR_JOB  # studies are dual, the job in hand is not
    in_hand = question.context.get("option") or (question.context.get("job") and not of_its_job)
    named = any(map(question.named, ("option", "job", "theme", "level", "finality", "practice", "place", "unknown")))
    if question.topic not in SAME.get(topic, ()) or not shown_now or named or holds(question.text, words["of_all"]):
        return False
    return not in_hand or holds(question.text, words["several_of_them"])


def _rows_shown(question: Question) -> list[Pair]:
    """The options or jobs of the last list; nothing when it held something else."""
    shown = rows_listed(question).get("shown") or []
    return [(kind, value) for kind, value in shown if kind in ("option", "job")]


def _options(catalogue: Catalogue, kind: str, value: str) -> Sequence[Option]:
    return options_of(catalogue, value) if kind == "option" else catalogue.options_for_job(value)


def _jobs(catalogue: Catalogue, kind: str, value: str) -> Sequence[Job]:
    found = catalogue.job(value) if kind == "job" else None
    if found:
        return [found]
    return [job for option in options_of(catalogue, value) for job in catalogue.jobs_of(option.id)]


def _is_dual(catalogue: Catalogue, kind: str, value: str) -> bool:
    return any(option.dual == "yes" for option in _options(catalogue, kind, value))


def _is_bottleneck(catalogue: Catalogue, kind: str, value: str) -> bool:
    return any(job.listing for job in _jobs(catalogue, kind, value))


def _is_stem(catalogue: Catalogue, kind: str, value: str) -> bool:
    return any(option.stem_official.startswith("STEM") for option in _options(catalogue, kind, value))


# by the topic that tells it
MARKS: dict[str, Callable[[Catalogue, str, str], bool]] = {
    "option_dual": _is_dual,
    "job_bottleneck": _is_bottleneck,
    "option_search": _is_stem,
}


def _row(reply: Reply, kind: str, value: str) -> list[Item]:
    if kind == "option":
        return option_rows(reply, options_of(reply.catalogue, value)[:1])
    found = reply.catalogue.job(value)
    return job_rows(reply, [found]) if found else []


def _cite(reply: Reply, topic: str, pairs: Sequence[Pair]) -> None:
    if topic == "job_bottleneck":
        reply.cite(list_source(reply.catalogue))
    else:
        reply.cite(*(option.source for pair in pairs for option in _options(reply.catalogue, *pair)[:1]))
