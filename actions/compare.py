"""Options side by side, the same fields in the same order, no winner (capabilities.md, topic option_compare)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import product

from actions.answer import Answer, Choice, Item
from actions.follow_ups import table as follow_ups
from actions.lists import choice_list, says
from actions.names import LEVELS, ask, is_higher, levels_named, options_of, pick_level, unknown
from actions.old_names import by_two_names
from actions.options import following, offer_options
from actions.own_study import is_own, is_own_before_goals
from actions.patterns import finds, finds_of, plain
from actions.question import Mention, Question, of_choice
from actions.registry import dispatch, topic
from actions.reply import Reply
from actions.rows import finality_of, title_of
from actions.texts import texts_of
from actions.views import table_view
from study_catalogue import Catalogue
from study_catalogue.records import Option, OptionFilter
from study_catalogue.text import fold

TOPIC = "option_compare"
SHORT = 3
KEYWORDS = 4
MOST = 3  # columns
PAIRS = ("{one} (?:en|of|met|vs|versus|tegen) {other}", "{other} (?:en|of|met|vs|versus|tegen) {one}")
WITHOUT_FINALITY = ("so-1",)
Compared = tuple[Option, ...]  # two or three


@topic("option_compare")
def option_compare(question: Question, catalogue: Catalogue) -> Answer:
    """The options named; with one of them named, the other is the one talked about."""
    if question.named("job") and not question.named("option"):
        return dispatch(replace(question, topic=texts_of("option_compare").instead["job"]), catalogue)
    one = by_two_names(question, catalogue, option_compare)
    if one:
        return one
    question = _without_own(question, catalogue)
    goals = _goals(question, catalogue)
    if goals:
        return _for_goal(question, catalogue, goals)
    names = _names(question, catalogue)
    if says(question, "better") and len(names) > 1 and not question.named("option"):
        return _no_winner(question, catalogue, names)
    pair = _strange_beside(question, catalogue)
    if pair:
        return _only_one(question, catalogue, *pair)
    strange = question.named("unknown")
    if len(names) < 2 and strange:
        return _with_stranger(question, catalogue, names, strange[0])
    if not names and question.named("finality"):
        return dispatch(replace(question, topic="finalities"), catalogue)
    if len(names) == 1 and says(question, "formerly"):
        return _formerly(question, catalogue, names[0])
    if len(names) < 2:
        return _ask_other(question, catalogue, names)
    compared = _same_level(question, [_readings(question, catalogue, name) for name in names[:MOST]])
    return _side_by_side(question, catalogue, compared, names[MOST:])


def as_engineers(question: Question, catalogue: Catalogue) -> Question:
    """ "6 wewi, burgie of industrieel?": the studies of both kinds; the question itself for any other."""
    words, text = texts_of(TOPIC).words, fold(question.text)
    taken = question.topic in follow_ups().loose | {TOPIC, *words["engineers_taken_for"]}
    if not taken or not finds(words["engineers"], text) or finds(words["engineers_not"], text):
        return question
    both = tuple(of_choice("option", id) for id in words["engineers_are"])
    return replace(question, topic=TOPIC, mentions=both)


def as_beside_own(question: Question, catalogue: Catalogue) -> Question:
    """ "Elektromechanica misschien, is dat lichter?": the one study named is compared with the one in hand."""
    words, text = texts_of(TOPIC).words, fold(question.text)
    in_hand = str(question.context.get("option") or "")
    named = {mention.text for mention in question.named("option") if mention.text}
    other = all(title_of(catalogue, "option", in_hand) != mention.value for mention in question.named("option"))
    taken = question.topic in follow_ups().loose | {*words["than_taken_for"]} and not question.context.get("guide")
    if not (taken and in_hand and other and len(named) == 1 and finds(words["than"], text)):
        return question
    jobs = {mention.text for mention in question.named("job")} - named
    kept = tuple(mention for mention in question.mentions if mention.kind != "job")
    return question if jobs else replace(question, topic=TOPIC, mentions=kept)


def _strange_beside(question: Question, catalogue: Catalogue) -> tuple[str, Mention] | None:
    """ "Biomedische wetenschappen en kine": the one study that is named, and beside it what is no study of ours."""
    studies = [mention for mention in question.named("option") if options_of(catalogue, mention.value)]
    if len({mention.value for mention in studies}) != 1 or not studies[0].text:
        return None
    study = plain(studies[0].text)
    others = [mention for kind in ("unknown", "job") for mention in question.named(kind) if mention.text]
    for other in others:
        if finds_of(PAIRS, fold(question.text), one=study, other=plain(other.text)):
            return studies[0].value, other
    return None


def _only_one(question: Question, catalogue: Catalogue, name: str, strange: Mention) -> Answer:
    """What the other one is called is no study of ours: said, and what there is to tell of each."""
    option = _first(question, catalogue, name)
    reply = Reply(question, catalogue).say("unknown_option", words=strange.text).say("not_beside", name=option.name)
    reply.remember(option=option.id).offer_choice(Choice(option.name, "option_info", (("option", option.id),)))
    if strange.kind == "job":
        reply.offer_choice(Choice(strange.value, "job_info", (("job", strange.value),)))
    return reply.offer("person").answer("clarify")


def _formerly(question: Question, catalogue: Catalogue, name: str) -> Answer:
    """ "Is dat hetzelfde als vroeger?": the old names that we hold for it."""
    option = _first(question, catalogue, name)
    old = [found.text for found in catalogue.names() if found.target == option.name and found.basis == "old_name"]
    reply = Reply(question, catalogue).remember(option=option.id).cite(option.source)
    reply.say("formerly" if old else "formerly_unknown", name=option.name, old=", ".join(dict.fromkeys(old)))
    return reply.say("changed").offer("info", option=option.id).offer("person").answer()


def _no_winner(question: Question, catalogue: Catalogue, names: list[str]) -> Answer:
    """ "Welke is beter?" after a comparison: what to look at instead."""
    reply = Reply(question, catalogue)
    reply.say("which_fits", names=reply.joined([title_of(catalogue, "option", name) for name in names], "and"))
    return reply.offer("choose").offer("days").offer("person").answer()


def _names(question: Question, catalogue: Catalogue) -> list[str]:
    """Of each mention the first reading; with too few, what the conversation was about goes first."""
    named = [mention.value for mention in question.named("option") if options_of(catalogue, mention.value)]
    kept = str(question.context.get("option") or "")
    in_hand = [kept] if kept and len(named) < 2 and title_of(catalogue, "option", kept) not in named else []
    listed = _listed(question) if not named and len(in_hand) < 2 else []
    if question.named("excluded") and len(named) == 1:
        in_hand = [other for other in _listed(question) if not _is_excluded(question, catalogue, other)][:1] or in_hand
    names = list(dict.fromkeys(listed or [*in_hand, *named]))
    return _on_levels(question, catalogue, names[0]) if len(names) == 1 else names


def _without_own(question: Question, catalogue: Catalogue) -> Question:
    """ "Ik zit in A, wordt het B of C?": where somebody is, is not compared when two others are named."""
    named = {mention.text: mention for mention in question.named("option") if mention.text}
    own = {words for words in named if is_own(fold(question.whole), fold(words))}
    own |= {words for words in named if is_own_before_goals(question, catalogue, fold(words))}
    values = {mention.value for words, mention in named.items() if words not in own}
    if not own or len(values) < 2:
        return question
    kept = (mention for mention in question.mentions if mention.kind != "option" or mention.text not in own)
    return replace(question, mentions=tuple(kept))


def _goals(question: Question, catalogue: Catalogue) -> tuple[str, ...]:
    """ "Wat is best voor burgerlijk ingenieur: A of B?": the user's words for the goal, beside studies at school."""
    named = [mention for mention in question.named("option") if mention.text and mention.basis != "choice"]
    higher = {mention.text for mention in named if is_higher(catalogue, mention.value)}
    patterns, text = texts_of("option_compare").words["goal"], fold(question.whole)
    school = {mention.text for mention in named} - higher
    return tuple(words for words in higher if school and finds_of(patterns, text, name=plain(words)))


def _for_goal(question: Question, catalogue: Catalogue, goals: tuple[str, ...]) -> Answer:
    """Several studies at school beside one another; of one of them what leads to the goal."""
    school = tuple(mention for mention in question.mentions if mention.text not in goals)
    if len({mention.text for mention in school if mention.kind == "option"}) > 1:
        left = tuple(mention for mention in school if mention.kind != "job")
        return option_compare(replace(question, mentions=left), catalogue)
    levels = question.named("level") or (Mention("level", "so-3", basis="choice"),)
    kept = question.without("level", "theme")
    return dispatch(replace(question, topic="option_for_job", mentions=(*kept, *levels)), catalogue)


def _is_excluded(question: Question, catalogue: Catalogue, name: str) -> bool:
    """ "Nee, niet houttechnieken maar …": which of the two compared it takes the place of."""
    excluded = {mention.text.lower() for mention in question.named("excluded")}
    return title_of(catalogue, "option", name).lower() in excluded


def _on_levels(question: Question, catalogue: Catalogue, name: str) -> list[str]:
    """ "Houttechnieken in de 2de of de 3de graad?": one name, on the levels that were said."""
    levels = levels_named(question)
    found = catalogue.options_named(title_of(catalogue, "option", name))
    ids = [option.id for option in found if option.level in levels]
    return ids if len(ids) > 1 else [name]


def _listed(question: Question) -> list[str]:
    """ "Wat is het verschil?" after a list of two, "welke is beter?" after a comparison."""
    listing = question.listing
    options = [value for kind, value in listing.get("shown") or [] if kind == "option"]
    most = MOST if listing.get("topic") == "option_compare" else 2
    return options if 2 <= len(options) <= most else []


def _with_stranger(question: Question, catalogue: Catalogue, names: list[str], strange: Mention) -> Answer:
    """A name we do not know: what it was to be compared with stays in hand."""
    answer = unknown(question, catalogue, "option", strange.text or strange.value)
    kept = _first(question, catalogue, names[0]).id if names else None
    return replace(answer, remember={**answer.remember, "option": kept})


def _first(question: Question, catalogue: Catalogue, name: str) -> Option:
    return pick_level(options_of(catalogue, name), question, catalogue)


def _ask_other(question: Question, catalogue: Catalogue, names: list[str]) -> Answer:
    """Ask what to compare with: an option that is near in the catalogue, or else a name."""
    if not names:
        return ask(question, catalogue, "option", Reply(question, catalogue).say("which"))
    first = _first(question, catalogue, names[0])
    near = _near(catalogue, first)
    reply = Reply(question, catalogue).say("with_what", name=first.name).remember(option=first.id, asked="option")
    listing = choice_list([("option", option.id) for option in near], {}, "option_compare")
    return offer_options(reply.remember(listing=listing), "option_compare", near).answer("ask")


def _near(catalogue: Catalogue, first: Option) -> list[Option]:
    """Others of the same level: those that follow on the same options, then others of its finality."""
    wanted = OptionFilter(levels=(first.level,), finalities=(first.finality,) if first.finality else ())
    beside = [found for earlier in catalogue.before(first.id) for found in following(catalogue, earlier)]
    near = [option for option in beside if option.level == first.level] + catalogue.search_options(wanted)[0]
    return list(dict.fromkeys(option for option in near if option.name != first.name))[:SHORT]


def _readings(question: Question, catalogue: Catalogue, name: str) -> list[Option]:
    """The options of a name; of an old name that became several also the others."""
    others = [other for m in question.named("option") if m.value == name for other in m.candidates]
    found = [option for reading in (name, *others) for option in options_of(catalogue, reading)]
    in_hand = name == question.context.get("option")
    return found + (_on_level_named(question, catalogue, found) if in_hand else [])


def _on_level_named(question: Question, catalogue: Catalogue, found: list[Option]) -> list[Option]:
    """ "En met hout in de 2de graad?": the option in hand there too, when it is given on that level."""
    same = [other for option in found for other in catalogue.options_named(option.name)]
    return [other for other in same if other.level in levels_named(question) and not other.ended]


def _same_level(question: Question, found: list[list[Option]]) -> Compared:
    """Of each name the option on a level that all have, the one named when it was."""
    named = levels_named(question)

    def fit(compared: Compared) -> tuple[bool, bool, int, list[int]]:
        levels = [option.level for option in compared]
        off = bool(named) and not named.issuperset(levels)
        ended = any(option.ended for option in compared)
        return ended, off, len({*levels}), [LEVELS.index(level) for level in levels]

    return min(product(*found), key=fit)


def _side_by_side(question: Question, catalogue: Catalogue, compared: Compared, left_out: list[str]) -> Answer:
    """left_out: names for which there is no column"""
    reply = Reply(question, catalogue).remember(option=compared[-1].id)
    titles = [_title(reply, option, compared) for option in compared]
    for option in compared:
        reply.cite(option.source, option.links_source)
    names = reply.joined(titles, "and")
    reply.say("intro", names=names)
    for option in compared:
        reply.say_if(option.ended, "ended", name=option.name)
    reply.say_if(left_out, "left_out", names=reply.joined(left_out or [""], "and"))
    cells = {reply.wording(f"field_{field}"): _cells(reply, compared, field) for field in FIELDS}
    reply.rows(_rows(cells, titles)).say("no_winner").show(
        table_view(reply.wording("drawn", names=names), titles, cells)
    )
    listing = choice_list([("option", option.id) for option in compared], {}, "option_info")
    reply.remember(listing={**listing, "topic": "option_compare"})
    for option, title in zip(compared, titles, strict=True):
        reply.offer_choice(Choice(title, "option_info", (("option", option.id),)))
    return reply.offer_all("person").answer()


def _title(reply: Reply, option: Option, compared: Compared) -> str:
    """The name; with its level where another has the same name."""
    same = sum(other.name == option.name for other in compared) > 1
    return f"{option.name} ({reply.label('level', option.level)})" if same else option.name


def _cells(reply: Reply, compared: Compared, field: str) -> list[str]:
    return [FIELDS[field](reply, option) or reply.wording("not_known") for option in compared]


def _rows(cells: dict[str, list[str]], titles: list[str]) -> Iterator[Item]:
    for field, values in cells.items():
        yield Item(field, "; ".join(f"{title}: {value}" for title, value in zip(titles, values, strict=True)))


def _domains(reply: Reply, option: Option) -> str:
    return ", ".join(option.domains)


def _learn(reply: Reply, option: Option) -> str:
    return ", ".join(option.keywords[:KEYWORDS])


def _jobs(reply: Reply, option: Option) -> str:
    return ", ".join(job.name for job in reply.catalogue.jobs_of(option.id)[:SHORT])


def _next(reply: Reply, option: Option) -> str:
    return ", ".join(found.name for found in following(reply.catalogue, option)[:SHORT])


def _stem(reply: Reply, option: Option) -> str:
    """The government's label, which some options have in one variant only; none above secondary school."""
    official = option.stem_official
    key = "part" if "variant" in official else {"STEM": "yes", "NIET-STEM": "no"}.get(official, "")
    return reply.wording(f"stem_{key}") if key else ""


def _finality(reply: Reply, option: Option) -> str:
    """The 1st grade has none yet, which is something else than not known."""
    if option.level in WITHOUT_FINALITY:
        return reply.wording("no_finality")
    return finality_of(reply, option)


def _label(kind: str, attribute: str) -> Callable[[Reply, Option], str]:
    def value(reply: Reply, option: Option) -> str:
        code = str(getattr(option, attribute))
        return reply.label(kind, code) if code else ""

    return value


FIELDS: dict[str, Callable[[Reply, Option], str]] = {
    "level": _label("level", "level"),
    "finality": _finality,
    "domain": _domains,
    "stem": _stem,
    "learn": _learn,
    "practice": _label("theory", "theory_practice"),
    "dual": _label("dual", "dual"),
    "jobs": _jobs,
    "next": _next,
}
