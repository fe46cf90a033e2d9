"""Putting right what was misunderstood: "nee, ik bedoel een richting"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from actions.follow_ups import table as follow_ups
from actions.lists import holds, words_of
from actions.patterns import finds, finds_of, plain
from actions.pointing import Thing, is_taken_away, rows_denied, table
from actions.question import Mention, Question, of_choice
from actions.rows import title_of
from actions.texts import texts_of
from study_catalogue import Catalogue
from study_catalogue.levels import AFTER_SCHOOL
from study_catalogue.text import fold

DENIALS = ("geen", "niet", "nie", "ni")
SEARCH, COMPARE, CARD = "option_search", "option_compare", "option_info"
NO_TIPS, WAYS, STRANGE = "nudge_off", "option_for_job", "nonsense"
PART_OF_NAME = 4  # letters, at least, that stand for a name ("elektro")
NEARBY = ("academy_nearby", "academy_filter")


def without_noes(question: Question) -> Question:
    """ "Neeje" and the like are taken for names at times."""
    noes = table().no_words | table().no_names
    named = (m for m in question.mentions if m.kind != "unknown" or not m.text or not {*words_of(fold(m.text))} <= noes)
    kept = tuple(named)
    return question if len(kept) == len(question.mentions) else replace(question, mentions=kept)


def corrected(question: Question) -> Question:
    """The topic for the kind of thing that is meant, when the message tells nothing but that."""
    said = words_of(fold(question.text))
    if question.context.get("guide") or not table().puts_right & {*said} or not question.context.get("subject"):
        return question
    meant = [thing for thing in table().things if _names(thing, said)]
    known = {*table().around, *(word for thing in table().things for word in thing.words), *DENIALS}
    topic = _after(meant[0], question) if len(meant) == 1 and {*said} <= known else ""
    return _as(question, topic) if topic else question


def not_of_tips(question: Question) -> Question:
    """ "Laat de eerste weg", "geen tips, X weglaten": a row or a name is taken away, which is no "stop met de tips"."""
    likely = [topic for topic, _ in question.readings[:1]] if question.topic == "clarify" else [question.topic]
    text, job = " ".join(words_of(fold(question.text))), bool(question.named("job"))
    if likely != [NO_TIPS] or not finds(table().taken_away, text):
        return question
    away = job or rows_denied(text) or question.named("option")
    if not finds(table().means_away, text) and (not away or finds(table().tips_away, text)):
        return question
    return replace(question, topic=WAYS if job else STRANGE, readings=())


def without_comparing(question: Question, catalogue: Catalogue) -> Question:
    """ "Ik wil niet vergelijken, toon X": what is asked of X instead; the question itself when it may be compared."""
    words, text = texts_of(COMPARE).words, fold(question.text)
    if question.topic not in follow_ups().loose | {COMPARE} or not finds(words["no_compare"], text):
        return question
    if finds(words["no_compare_not"], text):
        return question
    off = {m.text for m in question.named("option") if finds_of(words["no_compare_with"], text, name=plain(m.text))}
    options = tuple(
        m for m in question.named("option") if m.text and (m.text not in off or len(question.named("option")) < 2)
    )
    later = tuple(m for m in question.named("level") if m.value in AFTER_SCHOOL)
    themes = question.named("theme")
    if themes and (later or len({m.text for m in options}) > 1):
        levels = later or question.named("level")
        return replace(question, topic=SEARCH, mentions=(*themes, *levels))
    if not options:
        return replace(question, topic=SEARCH, mentions=(*themes, *question.named("level")))
    topics = {"option_jobs": words["no_compare_jobs"], "option_next": words["no_compare_next"]}
    topic = next((topic for topic, asks in topics.items() if finds(asks, text)), CARD)
    return replace(question, topic=topic, mentions=(options[-1], *question.named("level")))


def in_comparison(question: Question, catalogue: Catalogue) -> Question:
    """ "Nee, A moet C zijn", "doe maar C in plaats van A" beside B: C is compared with B."""
    listing = question.listing
    side_by_side = listing.get("topic") == COMPARE and question.context.get("subject") == COMPARE
    if not side_by_side or question.context.get("guide"):
        return question
    shown = [value for _, value in listing["shown"]]
    kept = _kept(question, catalogue, shown)
    if kept:
        topic = COMPARE if len(kept) > 1 else CARD
        return replace(question, topic=topic, text="", mentions=tuple(of_choice("option", value) for value in kept))
    if not _changes_it(question):
        return question
    titles = [title_of(catalogue, "option", value) for value in shown]
    named = list(dict.fromkeys(mention.value for mention in question.named("option")))
    new = [name for name in named if not any(fold(title).startswith(fold(name)) for title in titles)]
    gone = [title for title in titles if title in named or _is_part(title, question, new)]
    if len(gone) != 1 or not new:
        return question
    left = [value for value, title in zip(shown, titles, strict=True) if title not in gone]
    mentions = (*(of_choice("option", value) for value in left), Mention("option", new[0]))
    return replace(question, topic=COMPARE, text="", mentions=mentions)


def _kept(question: Question, catalogue: Catalogue, shown: list[str]) -> list[str]:
    """ "Die eerste niet", "laat hout weg": the columns that stay, when it takes some away and names no other."""
    titles = [title_of(catalogue, "option", value) for value in shown]
    away, gone = rows_denied(question.text), _taken_away(question, titles)
    rows = enumerate(zip(shown, titles, strict=True))
    left = [value for nth, (value, title) in rows if not {nth, nth - len(shown)} & away and title not in gone]
    new = {mention.value for mention in question.named("option")} - {*titles}
    enough = 1 if finds(table().taken_away, fold(question.text)) else 2
    return left if enough <= len(left) < len(shown) and not new else []


def _taken_away(question: Question, titles: Sequence[str]) -> set[str]:
    """The columns that are named to be left out: "laat hout weg", "hout doe ik al, vergelijk die twee andere"."""
    text = " ".join(words_of(fold(question.text)))
    named = {title: name for title in titles for name in _names_of(title, question) if name in text}
    rest = finds(table().rest, text)
    behind = {title: text.partition(name)[2].lstrip() for title, name in named.items()}
    return {title for title in named if rest or is_taken_away(behind[title])} if len(named) == 1 or not rest else set()


def _names_of(title: str, question: Question) -> list[str]:
    said = [mention.text for mention in question.named("option") if mention.value == title and mention.text]
    return [" ".join(words_of(fold(name))) for name in (*said, title)]


def _changes_it(question: Question) -> bool:
    return holds(fold(question.text), table().instead)


def _is_part(title: str, question: Question, new: list[str]) -> bool:
    """ "Elektro", said of Elektrotechnieken; not a word of the new name."""
    taken = " ".join(fold(name) for name in new)
    said = [word for word in words_of(fold(question.text)) if len(word) >= PART_OF_NAME and word not in taken]
    return any(fold(title).startswith(word) for word in said)


def _names(thing: Thing, said: list[str]) -> bool:
    """It is named, and not with a "geen" before it."""
    pairs = zip(["", *said], said, strict=False)
    return any(word in thing.words and before not in DENIALS for before, word in pairs)


def _after(thing: Thing, question: Question) -> str:
    subject = str(question.context["subject"])
    return thing.after.get(subject) or thing.after.get(texts_of(subject).area) or thing.after.get("*", "")


def _as(question: Question, topic: str) -> Question:
    """About what was in hand: of a search the subject, which no topic about one study takes from the talk."""
    theme = str(question.context.get("theme") or "")
    of_subject = theme and topic in (SEARCH, *NEARBY)
    themes = (Mention("theme", theme.split("|")[0], basis="choice"),) if of_subject else ()
    return replace(question, topic=topic, mentions=themes, readings=())
