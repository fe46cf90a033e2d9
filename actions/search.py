"""Searching study options: which filters hold, in words, and what to do when nothing fits."""

from __future__ import annotations

from actions.answer import Answer, Choice
from actions.lists import PAGE, Filters, keep_list, offset_of
from actions.question import Question
from actions.reply import Reply
from actions.rows import option_rows
from actions.texts import COMMON, texts_of
from study_catalogue import Catalogue
from study_catalogue.records import OptionFilter

KINDS = ("level", "finality", "practice", "theme", "dual")
SHORT = 3
_LEVELS = {"bachelor": ("prof_bachelor", "acad_bachelor")}
_FOLLOW_UP_WORDS = 8


def filters_of(question: Question) -> Filters:
    """The filters named in this message, over those of the list it goes on about."""
    named = {kind: "|".join(dict.fromkeys(m.value for m in question.named(kind))) for kind in KINDS}
    return {**_earlier(question), **{kind: value for kind, value in named.items() if value}}


def _earlier(question: Question) -> Filters:
    listing = question.context.get("listing") or {}
    same = listing.get("topic") in ("option_search", "option_dual")
    return dict(listing["filters"]) if same and is_follow_up(question) else {}


def is_follow_up(question: Question) -> bool:
    """ "En in de 3de graad?" goes on about the last list; a full question starts anew."""
    words = question.text.lower().split()
    starters = texts_of(COMMON).words["follow_up"]
    short = bool(words) and words[0] in starters and len(words) <= _FOLLOW_UP_WORDS
    return short or bool(question.context.get("follow_up"))


def wanted_of(filters: Filters) -> OptionFilter:
    levels = [code for level in filters.get("level", "").split("|") if level for code in _LEVELS.get(level, (level,))]
    return OptionFilter(
        levels=tuple(levels),
        finality=filters.get("finality", "").split("|")[0],
        practice=filters.get("practice", "").split("|")[0],
        theme=filters.get("theme", "").split("|")[0],
        dual=True if filters.get("dual") else None,
    )


def label_of(reply: Reply, filters: Filters) -> str:
    """The filters in words, to go behind "richtingen": "in de 2de graad, over robots"."""
    return ", ".join(_label(reply, kind, filters[kind].split("|")) for kind in KINDS if filters.get(kind))


def _label(reply: Reply, kind: str, values: list[str]) -> str:
    if kind == "theme":
        return reply.wording("filter_theme", theme=theme_label(reply, values[0]))
    return " of ".join(reply.label("filter", f"{kind}_{value}") for value in values)


def theme_label(reply: Reply, theme_id: str) -> str:
    theme = reply.catalogue.theme(theme_id)
    if theme is None:
        return theme_id
    return theme.label if theme.label[:2].isupper() else theme.label[0].lower() + theme.label[1:]


def search(question: Question, catalogue: Catalogue, filters: Filters) -> Answer:
    found, total = catalogue.search_options(wanted_of(filters), offset_of(question), PAGE)
    reply = Reply(question, catalogue).remember(**{kind: filters.get(kind) for kind in KINDS if kind != "dual"})
    if offset_of(question):
        reply.say("next_page")
    else:
        label = label_of(reply, filters) or reply.wording("all")
        reply.say("found" if found else "nothing", total=total, filters=label)
    reply.rows(option_rows(reply, found)).cite(*(option.source for option in found))
    keep_list(reply, filters, [("option", option.id) for option in found], total)
    reply.offer_choice(*(Choice(option.name, "option_info", (("option", option.id),)) for option in found[:SHORT]))
    return (reply if found else _offer_wider(reply, filters)).answer()


def _offer_wider(reply: Reply, filters: Filters) -> Reply:
    """Nothing fits: for each filter, say what there is without it."""
    for kind in KINDS:
        fewer = {other: value for other, value in filters.items() if other != kind}
        total = reply.catalogue.search_options(wanted_of(fewer), 0, 1)[1] if kind in filters else 0
        if total:
            title = reply.wording("without", filter=_label(reply, kind, filters[kind].split("|")), total=total)
            reply.offer_choice(Choice(title, "option_search", tuple(fewer.items())))
    return reply
