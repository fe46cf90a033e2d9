"""Searching study options: which filters hold, in words, and what to do when nothing fits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from actions.answer import Answer, Choice
from actions.interests import Interest, interest_of, options_near, thing_theme
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
ALL = 1000
PRACTICAL = "praktisch"
UNMEASURED = ("wiskunde", "wetenschap")  # themes that most options hold some of: how much is not known for each
TAUGHT = ("chemie", "biologie")  # themes that are a subject at school besides: who leaves them out hears the same
AFTER = {"so-1": "so-2", "so-2": "so-3", "so-3": "so-7|graduaat|bachelor"}  # what may be chosen after a grade
GENERAL = ("techniek",)  # what every option with the label is about
THING = "thing"  # a thing of data/interests.yml that was named within the theme; no choice carries it
STEM = "stem"  # the filter that is kept when the message says STEM; no choice carries it
BOTH = "both"  # of several subjects what is about all of them is wanted most: "dieren en labo"; no choice carries it
ADULTS = "volwassenen"
OFFICIAL_LEVELS = {"so-2", "so-3", "so-7"}  # where the government labels options
CLASS = re.compile(r"\d ?[ab]")  # "2A"
# between two subjects that are both wanted: "hout of metaal", "dieren en ook iets met labo"
JOINS = re.compile(
    r"\s*(?:,|/|\+|&|(?:,\s*)?(?:en|of|en/of|en of|of wel)"
    r"(?:\s+(?:ook|met|iets|in|over|rond|van|wat|de|het|misschien))*)\s*"
)
_LEVELS = {"bachelor": BACHELORS}
_FOLLOW_UP_WORDS = 8


def filters_of(question: Question) -> Filters:
    """The filters named in this message, over those of the list it goes on about."""
    named = {
        kind: "|".join(dict.fromkeys(m.value for m in question.named(kind))) for kind in (*KINDS, STEM, BOTH, EXCLUDED)
    }
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
    themes = {f"theme:{theme}" for theme in (*wanted.split("|"), *(m.value for m in question.named("theme")))}
    return "|".join(dict.fromkeys(m.value for m in question.named(EXCLUDED) if m.value not in themes))


def _interest(question: Question, earlier: Filters) -> Filters:
    """The themes and the thing within one that the message names; a new theme takes the place of the thing before."""
    found, themes = interest_of(question), [mention.value for mention in question.named("theme")]
    if found is None:
        return {}
    earlier.pop(THING, "")
    earlier.pop(BOTH, "")
    wanted, joined = _side_by_side(question, themes[0] if themes else found.theme)
    thing = {THING: found.thing} if found.thing and found.theme in wanted else {}
    return {"theme": BETWEEN.join(wanted), **thing, **({BOTH: "said"} if joined else {})}


def _side_by_side(question: Question, first: str) -> tuple[list[str], bool]:
    """The subject with those that the message names beside it ("hout of metaal"), and whether it wants them together.
    One that is wanted in general gives way to those."""
    text, at = question.whole, dict[int, Mention]()
    for mention in question.named("theme"):
        if mention.text and mention.at >= 0 and text[mention.at :].startswith(mention.text):
            at.setdefault(mention.at, mention)
    groups, together, end = list[list[str]](), False, -1
    for start in sorted(at):
        said = re.sub(r"\s+(?:en|of)$", "", at[start].text)
        near = end >= 0 and JOINS.fullmatch(text[end:start].lower())
        together = together or bool(near and "en" in words_of(near[0]) and "of" not in words_of(near[0]))
        groups = [*groups[:-1], [*groups[-1], at[start].value]] if near else [*groups, [at[start].value]]
        end = start + len(said)
    long = [list(dict.fromkeys(group)) for group in groups if first in group or first in GENERAL]
    wanted = max(long, key=len, default=[first])
    return (wanted, together) if len(wanted) > 1 else (first.split(BETWEEN), False)


def _levels_wanted(question: Question) -> list[str]:
    """The levels to search: those named; else the one after that where somebody is in the last year, or is."""
    named = _but_own_class(question.named("level"))
    wanted = [mention.value for mention in named if mention.basis not in ("after", *WHERE_NOW)]
    after = [AFTER.get(m.value, m.value) for m in named if m.basis in ("after", "last")]
    return _narrowest(wanted or after or [mention.value for mention in named])


def _narrowest(levels: list[str]) -> list[str]:
    """ "Welke bachelor aan de unief": a bachelor of either kind gives way to the kind that is named."""
    kinds = {*BACHELORS}.intersection(levels)
    return [level for level in levels if level != "bachelor" or not kinds]


def _but_own_class(named: Sequence[Mention]) -> Sequence[Mention]:
    """ "Mijn dochter (2A) zoekt iets in het derde": a class says where somebody is, when another level is named too."""
    others = [mention for mention in named if not CLASS.fullmatch(fold(mention.text))]
    return others or named


def _earlier(question: Question) -> Filters:
    listing = question.listing
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
        also=_interest_in(filters).options if filters.get(THING) else (),
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


def _themes(filters: Filters) -> list[str]:
    return [theme for theme in filters.get("theme", "").split(BETWEEN) if theme]


def _of_one(filters: Filters, theme: str) -> Filters:
    """The search for one of its subjects, with the thing when that lies within it."""
    one = {**filters, "theme": theme}
    return one if thing_theme(filters.get(THING, "")) == theme else {**one, THING: ""}


def _ids(catalogue: Catalogue, filters: Filters) -> set[str]:
    return {option.id for option in catalogue.search_options(wanted_of(filters), 0, ALL)[0]}


def _page(catalogue: Catalogue, filters: Filters, offset: int = 0) -> tuple[list[Option], int]:
    """A page. Several subjects take turns; where they are wanted together, what is about all of them comes first."""
    themes = _themes(filters)
    if len(themes) < 2:
        return catalogue.search_options(wanted_of(filters), offset, PAGE)
    lists = [catalogue.search_options(wanted_of(_of_one(filters, theme)), 0, ALL)[0] for theme in themes]
    ids = [{option.id for option in options} for options in lists]
    turns = [option for row in zip_longest(*lists) for option in row if option]
    once = list({option.id: option for option in turns}.values())
    if BOTH in filters:
        once.sort(key=lambda option: option.level == ADULTS or not all(option.id in found for found in ids))
    return once[offset : offset + PAGE], len(once)


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
    said = words_of(_interest_in(filters).label)[-1:] if len(_themes(filters)) == 1 else []
    return bool(said) and fold(said[0]) not in fold(theme_label(reply, _theme(filters)))


def _left_out(filters: Filters, kind: str) -> tuple[str, ...]:
    return tuple(value for value in _excluded(filters, kind) if value not in UNMEASURED)


def _left_out_label(reply: Reply, kind: str, value: str) -> str:
    return reply.wording(
        "filter_without_dual" if kind == "dual" else "filter_without", filter=_label(reply, kind, [value])
    )


def _label(reply: Reply, kind: str, values: list[str]) -> str:
    if kind == "theme":
        return reply.wording("filter_theme", theme=reply.joined([theme_label(reply, value) for value in values], "or"))
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
    found, total = _page(catalogue, filters, offset_of(question))
    near = _near(catalogue, filters) if not offset_of(question) and _only_shares(found, filters) else []
    found, total = ([], 0) if near else (found, total)
    kept = {**filters, "theme": _theme(filters)}
    reply = Reply(question, catalogue).remember(**{kind: kept.get(kind) or None for kind in KINDS if kind != "dual"})
    if offset_of(question):
        reply.say("next_page")
    else:
        if not question.named(EXCLUDED):
            say_skipped(reply)
        _say_unmeasured(reply, asked, let_go=asked is not filters)
        beside = [theme for theme in _themes(filters) if f"not_stem_{theme}" in texts_of(COMMON).texts]
        empty = "nothing_near" if near else "nothing"
        key = empty if not found else "found" if total > 1 else "found_one"
        reply.say(key, total=total, filters=label_of(reply, filters))
        if len(_themes(filters)) > 1 and found:
            _say_of_several(reply, filters, found, total)
        else:
            _say_order(reply, wanted_of(filters), found, total)
        for theme in beside[:1]:
            reply.say(f"not_stem_{theme}")
    shown = found or near
    reply.rows(option_rows(reply, shown)).cite(*(option.source for option in shown))
    keep_list(reply, filters, [("option", option.id) for option in shown], total or len(near))
    if not found:
        return _offer_wider(reply, filters).answer()
    return reply.answer()


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
    if found and len(_themes(filters)) > 1:
        return False
    near = wanted_of(filters).first
    if any(option.id in near for option in found):
        return False
    return all(any(word in fold(option.name) for word in words) for option in found[:1])


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


def _say_of_several(reply: Reply, filters: Filters, found: list[Option], total: int) -> None:
    """Of which of the subjects there is nothing, and what stands first."""
    of = {theme: _ids(reply.catalogue, _of_one(filters, theme)) for theme in _themes(filters)}
    for theme, options in of.items():
        reply.say_if(not options, "none_of_theme", theme=theme_label(reply, theme))
    about = [ids for ids in of.values() if ids]
    both = BOTH in filters and len(about) > 1 and all(found[0].id in ids for ids in about)
    reply.say_if(both and total > 1, "about_both")
    reply.say_if(not both and total > PAGE and len(about) > 1, "subjects_in_turn")


def _say_unmeasured(reply: Reply, filters: Filters, let_go: bool) -> None:
    beside = "unmeasured_let_go" if let_go else "unmeasured_beside" if _theme(filters) else "unmeasured"
    words = {m.value: m.text for m in reply.question.named(EXCLUDED) if m.text and " " not in m.text}
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
        fewer = {other: value for other, value in filters.items() if other not in (kind, STEM, BOTH)}
        wider = set(fewer) & {*KINDS} and kind in filters
        total = _page(reply.catalogue, fewer)[1] if wider else 0
        if total:
            found = True
            title = reply.wording("without", filter=_label(reply, kind, filters[kind].split("|")), total=total)
            reply.offer_choice(Choice(title, "option_search", tuple(fewer.items())))
    return reply if found else reply.offer("search")
