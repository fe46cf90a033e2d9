"""Searching study options: which filters hold, in words, and what to do when nothing fits."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions.answer import Answer, Choice
from actions.interests import Interest, interest_of, options_near
from actions.lists import PAGE, Filters, keep_list, offset_of, says, words_of
from actions.names import say_skipped
from actions.question import BETWEEN, EXCLUDED, WHERE_NOW, Mention, Question
from actions.reply import Reply
from actions.rows import option_rows
from actions.subjects import around
from actions.texts import COMMON, texts_of
from study_catalogue import Catalogue
from study_catalogue.levels import BACHELORS
from study_catalogue.records import Option, OptionFilter
from study_catalogue.text import fold

KINDS = ("level", "finality", "practice", "theme", "dual")
SHORT = 3
PRACTICAL = "praktisch"
UNMEASURED = ("wiskunde", "wetenschap")  # themes that most options hold some of: how much is not known for each
TAUGHT = ("chemie", "biologie")  # themes that are a subject at school besides: who leaves them out hears the same
AFTER = {"so-1": "so-2", "so-2": "so-3", "so-3": "so-7|graduaat|bachelor"}  # what may be chosen after a grade
GENERAL = ("techniek",)  # what every option with the label is about
THING = "thing"  # a thing of data/interests.yml that was named within the theme; no choice carries it
STEM = "stem"  # the filter that is kept when the message says STEM; no choice carries it
OFFICIAL_LEVELS = {"so-2", "so-3", "so-7"}  # where the government labels options
CLASS = re.compile(r"\d ?[ab]")  # "2A"
_LEVELS = {"bachelor": BACHELORS}
_FOLLOW_UP_WORDS = 8


def filters_of(question: Question) -> Filters:
    """The filters named in this message, over those of the list it goes on about."""
    named = {kind: "|".join(dict.fromkeys(m.value for m in question.named(kind))) for kind in (*KINDS, STEM, EXCLUDED)}
    named["level"] = "|".join(dict.fromkeys(_levels_wanted(question)))
    if says(question, STEM):
        named[STEM] = "said"
    earlier = _still_wanted(_earlier(question), named[EXCLUDED])
    named = {**named, **_interest(question, earlier)}
    named[EXCLUDED] = _but_wanted(question, named["theme"])
    if named[EXCLUDED] and earlier.get(EXCLUDED):
        named[EXCLUDED] = f"{earlier[EXCLUDED]}|{named[EXCLUDED]}"
    return {**earlier, **{kind: value for kind, value in named.items() if value}}


def _still_wanted(earlier: Filters, excluded: str) -> Filters:
    """The filters before, without what is taken away now: "toch niet veel praktijk"."""
    away = excluded.split(BETWEEN)
    parts = {kind: of.split(BETWEEN) for kind, of in earlier.items()}
    left = {kind: [value for value in values if f"{kind}:{value}" not in away] for kind, values in parts.items()}
    return {kind: BETWEEN.join(values) for kind, values in left.items() if values}


def _but_wanted(question: Question, wanted: str) -> str:
    """What is taken away: "dieren, maar geen dierenarts" takes no subject away that is wanted."""
    themes = {f"theme:{theme}" for theme in wanted.split("|")}
    return "|".join(dict.fromkeys(m.value for m in question.named(EXCLUDED) if m.value not in themes))


def _interest(question: Question, earlier: Filters) -> Filters:
    """The theme and the thing within it that the message names; a new theme takes the place of the thing before."""
    found, themes = interest_of(question), [mention.value for mention in question.named("theme")]
    if found is None:
        return {}
    earlier.pop(THING, "")
    if themes and themes[0] != found.theme:
        return {}
    return {"theme": "|".join(dict.fromkeys([found.theme, *themes])), **({THING: found.thing} if found.thing else {})}


def _levels_wanted(question: Question) -> list[str]:
    """The levels to search: those named; else the one after that where somebody is in the last year, or is."""
    named = _but_own_class(question.named("level"))
    wanted = [mention.value for mention in named if mention.basis not in ("after", *WHERE_NOW)]
    after = [AFTER.get(m.value, m.value) for m in named if m.basis in ("after", "last")]
    return wanted or after or [mention.value for mention in named]


def _but_own_class(named: Sequence[Mention]) -> Sequence[Mention]:
    """ "Mijn dochter (2A) zoekt iets in het derde": a class says where somebody is, when another level is named too."""
    others = [mention for mention in named if not CLASS.fullmatch(fold(mention.text))]
    return others or named


def _earlier(question: Question) -> Filters:
    listing = question.context.get("listing") or {}
    same = listing.get("topic") in ("option_search", "option_dual", "sector_info")
    return dict(listing["filters"]) if same and is_follow_up(question) else {}


def is_follow_up(question: Question) -> bool:
    """ "En in de 3de graad?" goes on about the last list; a full question starts anew."""
    words = question.text.lower().split()
    starters = texts_of(COMMON).words["follow_up"]
    short = bool(words) and words[0] in starters and len(words) <= _FOLLOW_UP_WORDS
    return short or _takes_away(question, words) or bool(question.context.get("follow_up"))


def _takes_away(question: Question, words: list[str]) -> bool:
    """ "Oke en niks met machines": it only turns something away, and asks nothing."""
    only = bool(question.named(EXCLUDED)) and not any(map(question.named, KINDS)) and len(words) <= _FOLLOW_UP_WORDS
    return only and not {*words} & {*texts_of(COMMON).words["starts_anew"]}


def wanted_of(filters: Filters) -> OptionFilter:
    return OptionFilter(
        levels=tuple(code for level in sorted(_levels(filters)) for code in _LEVELS.get(level, (level,))),
        finalities=_all(filters, "finality"),
        practices=_all(filters, "practice"),
        theme=_theme(filters),
        also=_interest_in(filters).options if THING in filters else (),
        first=_interest_in(filters).options,
        last=around(_theme(filters)).not_,
        dual=True if filters.get("dual") else None,
        official_stem=is_official(filters),
        without_theme=_excluded(filters, "theme"),
        without_finality=_excluded(filters, "finality"),
        without_levels=_excluded(filters, "level"),
        without_practice=_excluded(filters, "practice"),
        without_options=_excluded(filters, "option"),
        without_dual=bool(_excluded(filters, "dual")),
    )


def _interest_in(filters: Filters) -> Interest:
    return Interest(_theme(filters), filters.get(THING, ""))


def _all(filters: Filters, kind: str) -> tuple[str, ...]:
    """The words say "the one or the other", so either will do."""
    return tuple(value for value in filters.get(kind, "").split(BETWEEN) if value)


def _theme(filters: Filters) -> str:
    return filters.get("theme", "").split("|")[0]


def _excluded(filters: Filters, kind: str) -> tuple[str, ...]:
    pairs = (value.partition(":") for value in filters.get(EXCLUDED, "").split("|"))
    return tuple(value for of, _, value in pairs if of == kind)


def is_official(filters: Filters) -> bool:
    """Only what is officially STEM: when the user says STEM, or names a grade with a label and no subject."""
    levels = _levels(filters)
    if "so-1" in levels:
        return False
    plain = bool(levels) and levels <= OFFICIAL_LEVELS and not filters.get("theme") and not filters.get("dual")
    return plain or STEM in filters


def _levels(filters: Filters) -> set[str]:
    return {level for level in filters.get("level", "").split("|") if level}


def label_of(reply: Reply, filters: Filters) -> str:
    """The filters in words, to go behind "richtingen": "in de 2de graad, over robots"."""
    labels = [_label(reply, kind, filters[kind].split("|")) for kind in KINDS if filters.get(kind)]
    if _adds_a_thing(reply, filters):
        at = [kind for kind in KINDS if filters.get(kind)].index("theme")
        labels[at] = reply.wording("filter_thing", about=labels[at], thing=_interest_in(filters).label)
    if is_official(filters):
        labelled = _levels(filters) and _levels(filters) <= OFFICIAL_LEVELS
        labels.append(reply.wording("filter_stem_official" if labelled else "filter_stem"))
    left_out = [_left_out_label(reply, kind, value) for kind in KINDS for value in _left_out(filters, kind)]
    return ", ".join([*labels, *left_out])


def _adds_a_thing(reply: Reply, filters: Filters) -> bool:
    """Whether a thing was named that the name of the subject does not say."""
    said = words_of(_interest_in(filters).label)[-1:] if filters.get("theme") else []
    return bool(said) and fold(said[0]) not in fold(theme_label(reply, _theme(filters)))


def _left_out(filters: Filters, kind: str) -> tuple[str, ...]:
    return tuple(value for value in _excluded(filters, kind) if value not in UNMEASURED)


def _left_out_label(reply: Reply, kind: str, value: str) -> str:
    return reply.wording(
        "filter_without_dual" if kind == "dual" else "filter_without", filter=_label(reply, kind, [value])
    )


def _label(reply: Reply, kind: str, values: list[str]) -> str:
    if kind == "theme":
        return reply.wording("filter_theme", theme=theme_label(reply, values[0]))
    return reply.joined([reply.label("filter", f"{kind}_{value}") for value in values], "or")


def theme_label(reply: Reply, theme_id: str) -> str:
    theme = reply.catalogue.theme(theme_id)
    if theme is None:
        return theme_id
    return theme.label if theme.label[:2].isupper() else theme.label[0].lower() + theme.label[1:]


def _as_options(catalogue: Catalogue, filters: Filters, question: Question) -> Filters:
    """Of a job that is taken away from a subject that is wanted ("dieren, maar geen dierenarts") the options go."""
    themes = {f"theme:{theme}" for theme in filters.get("theme", "").split("|")}
    words = {fold(m.text) for m in question.named(EXCLUDED) if m.value in themes and m.text}
    names = [name for name in catalogue.names() if fold(name.text) in words] if words else []
    jobs = [option for name in names if name.kind == "job" for option in catalogue.options_for_job(name.target)]
    named = [option for name in names if name.kind == "option" for option in catalogue.options_named(name.target)]
    gone = dict.fromkeys(f"option:{option.id}" for option in (*jobs, *named))
    return {**filters, EXCLUDED: "|".join(filter(None, (filters.get(EXCLUDED, ""), *gone)))} if gone else filters


def search(question: Question, catalogue: Catalogue, filters: Filters) -> Answer:
    filters = _but_general(catalogue, _as_options(catalogue, _of_practice(filters), question))
    asked, filters = filters, _but_unmeasured(catalogue, filters)
    found, total = catalogue.search_options(wanted_of(filters), offset_of(question), PAGE)
    near = _near(catalogue, filters) if _only_shares(found, filters) else []
    reply = Reply(question, catalogue).remember(**{kind: filters.get(kind) for kind in KINDS if kind != "dual"})
    if offset_of(question):
        reply.say("next_page")
    else:
        if not question.named(EXCLUDED):
            say_skipped(reply)
        _say_unmeasured(reply, asked, let_go=asked is not filters)
        empty = "nothing_near" if near else "nothing"
        key = empty if not found else "found" if total > 1 else "found_one"
        reply.say(key, total=total, filters=label_of(reply, filters))
        _say_order(reply, wanted_of(filters), found, total)
    shown = found or near
    reply.rows(option_rows(reply, shown)).cite(*(option.source for option in shown))
    keep_list(reply, filters, [("option", option.id) for option in shown], total or len(near))
    if not found:
        return _offer_wider(reply, filters).answer()
    return _also_near(reply, [option for option in near if option not in found]).answer()


def _but_unmeasured(catalogue: Catalogue, filters: Filters) -> Filters:
    """Where all that fits holds some of what is not wanted, that wish is let go; it is said that this is not known."""
    if not set(UNMEASURED) & {*_excluded(filters, "theme")} or catalogue.search_options(wanted_of(filters), 0, 1)[1]:
        return filters
    kept = (value for value in filters[EXCLUDED].split(BETWEEN) if value.partition(":")[2] not in UNMEASURED)
    return {**filters, EXCLUDED: BETWEEN.join(kept)}


def _but_general(catalogue: Catalogue, filters: Filters) -> Filters:
    """ "Iets technisch met veel praktijk": where nothing is called so, all that is asked beside it is what is meant."""
    left = {kind: value for kind, value in filters.items() if kind not in ("theme", THING)}
    general = _theme(filters) in GENERAL and "level" in left and "practice" in left
    if not general or catalogue.search_options(wanted_of(filters), 0, 1)[1]:
        return filters
    return {**left, STEM: "said"}


def _only_shares(found: list[Option], filters: Filters) -> bool:
    """Whether nothing was found, or only what shares a word with the subject: those stand behind the others."""
    words = around(_theme(filters)).not_
    return all(any(word in fold(option.name) for word in words) for option in found[:1])


def _also_near(reply: Reply, near: list[Option]) -> Reply:
    if not near:
        return reply
    reply.say("also_near", names=reply.joined([option.name for option in near], "and"))
    reply.cite(*(option.source for option in near))
    return reply.offer_choice(*(Choice(option.name, "option_info", (("option", option.id),)) for option in near))


def _of_practice(filters: Filters) -> Filters:
    """Little of what every option holds: those with much practice, unless theory or a subject is asked for."""
    unmeasured = set(UNMEASURED) & set(_excluded(filters, "theme"))
    return {"practice": PRACTICAL, **filters} if unmeasured and not _theme(filters) else filters


def _say_order(reply: Reply, wanted: OptionFilter, found: list[Option], total: int) -> None:
    if wanted.first:
        reply.say_if(total > PAGE, "closest")
        return
    reply.say_if(len({option.finality for option in found}) > 1 and total > PAGE, "in_turn")
    reply.say_if(total > PAGE, "ordered")


def _say_unmeasured(reply: Reply, filters: Filters, let_go: bool) -> None:
    beside = "unmeasured_let_go" if let_go else "unmeasured_beside" if _theme(filters) else "unmeasured"
    words = {m.value: m.text for m in reply.question.named(EXCLUDED) if m.text}
    for theme in _excluded(filters, "theme"):
        name = words.get(f"theme:{theme}", "").lower() or theme_label(reply, theme)
        if theme in UNMEASURED:
            reply.say(beside, theme=name)
        elif theme in TAUGHT:
            reply.say("unmeasured_taught", theme=name)


def _near(catalogue: Catalogue, filters: Filters) -> list[Option]:
    """For a subject of which there is nothing on a level: what there lies closest to it."""
    theme, levels = _theme(filters), wanted_of(filters).levels
    if not theme or not levels or not filters.keys() <= {"theme", "level", THING}:
        return []
    return options_near(catalogue, _interest_in(filters), levels)[:SHORT]


def _offer_wider(reply: Reply, filters: Filters) -> Reply:
    """Nothing fits: for each filter, say what there is without it; when that is nothing too, start anew."""
    found = False
    for kind in KINDS:
        fewer = {other: value for other, value in filters.items() if other not in (kind, STEM)}
        wider = set(fewer) & {*KINDS} and kind in filters
        total = reply.catalogue.search_options(wanted_of(fewer), 0, 1)[1] if wider else 0
        if total:
            found = True
            title = reply.wording("without", filter=_label(reply, kind, filters[kind].split("|")), total=total)
            reply.offer_choice(Choice(title, "option_search", tuple(fewer.items())))
    return reply if found else reply.offer("search")
