"""Messages that were not understood or that lie outside what we know (capabilities.md, section 9)."""

from __future__ import annotations

from dataclasses import replace

from actions.about import about_all
from actions.answer import Answer, Kind
from actions.lists import CHOICES, says, says_only, words_of
from actions.names import SHOWN, names_like, offer_names, studies_named
from actions.picks import is_pick, picked
from actions.question import Mention, Question
from actions.registry import dispatch, topic
from actions.reply import Reply
from actions.routes import start_option
from actions.texts import COMMON, texts_of
from study_catalogue import Catalogue
from study_catalogue.records import NameKind

PICK_WORDS = 4  # of a question about a row ("wat doet de eerste")
NAMED = ("option", "job")
THEME_WORDS = 6  # of a search for a subject
NAME_WORDS = 3  # the most that a name, given when asked for, has
MOST_MISSES = 2  # then a person
LIKELY = 0.2  # share of a refused reading that takes all of the several things named
BARE = "bare_"  # how the list of words begins that alone ask for the topic behind it


@topic("nonsense")
def nonsense(question: Question, catalogue: Catalogue) -> Answer:
    """Asks again with examples; the second time a menu, the third time a person."""
    meant = _meant(question, catalogue)
    if meant:
        return meant
    misses = misses_of(question) + 1
    if misses > MOST_MISSES:
        return a_person(question, catalogue)
    reply = Reply(question, catalogue).say("again" if misses == 1 else "menu").remember(misses=misses)
    reply.offer_all() if misses == 1 else _menu(reply)
    return reply.answer("fallback")


def a_person(question: Question, catalogue: Catalogue) -> Answer:
    """The last step when one another is not understood: who can help, whatever the topic is."""
    helped = dispatch(replace(question, topic="handover"), catalogue)
    reply = Reply(question, catalogue, question.topic if "person" in texts_of(question.topic).texts else "nonsense")
    text = f"{reply.wording('person')} {helped.text}"
    kind: Kind = "fallback" if question.topic == "out_of_scope" else helped.kind
    return replace(helped, topic=question.topic, kind=kind, text=text, remember={"misses": misses_of(question) + 1})


def misses_of(question: Question) -> int:
    """How often in a row the talk did not get on."""
    return int(question.context.get("misses") or 0)


def _menu(reply: Reply) -> None:
    choices = texts_of("capabilities").choices.values()
    reply.offer_choice(*(choice.choice(reply.question.audience) for choice in choices))


@topic("out_of_scope")
def out_of_scope(question: Question, catalogue: Catalogue) -> Answer:
    """Outside what we know. Asked about a name we do not know ("wat is zwembadtechniek"): the names most like it."""
    meant = _meant(question, catalogue)
    if meant:
        return meant
    if question.named("excluded") and says(question, "options"):
        return dispatch(replace(question, topic="option_search"), catalogue)
    if studies_named(question, catalogue) and start_option(question, catalogue):  # from one named study to another
        return dispatch(replace(question, topic="path_map"), catalogue)
    strange, kind = question.named("unknown"), _kind_asked(question)
    near = names_like(catalogue, kind, strange[0].value) if strange and kind else []
    if near:
        return _nearest(question, catalogue, str(kind), near)
    reply = Reply(question, catalogue).remember(misses=misses_of(question) + 1)
    if says(question, "care"):
        return reply.say("care").offer_all("person", "search").answer()
    if misses_of(question) >= MOST_MISSES:
        return a_person(question, catalogue)
    if question.context.get("topic") == "out_of_scope":
        return reply.say("again").offer_all("jobs", "bottlenecks", "person").answer()
    return reply.say("answer").offer_all("search", "near", "all").answer()


def _nearest(question: Question, catalogue: Catalogue, kind: str, near: list[str]) -> Answer:
    reply = Reply(question, catalogue).say(f"unknown_{kind}", words=question.named("unknown")[0].value[:SHOWN])
    about = replace(question, topic=question.readings[0][0])
    return offer_names(reply.say("outside").say(f"nearest_{kind}"), about, kind, near).answer()


def _kind_asked(question: Question) -> NameKind | None:
    """What the likeliest topic of ours would have been about."""
    takes = texts_of(question.readings[0][0]).takes if question.readings else ()
    return "job" if "job" in takes else "option" if "option" in takes else None


def _meant(question: Question, catalogue: Catalogue) -> Answer | None:
    """What a message of a few words still means: a pick from a list, a mere reply, or the name that was asked for."""
    names_nothing = not question.mentions and len(words_of(question.text)) <= PICK_WORDS
    pick = picked(question, catalogue, alone=not names_nothing)
    if pick:
        return dispatch(pick, catalogue)
    if is_pick(question):
        return _again_the_choices(question, catalogue)
    if says_only(question, "replies"):
        return Reply(question, catalogue).say("okay").offer_all("search", "near", "all").answer("smalltalk")
    return _name_asked_for(question, catalogue) or _what_was_named(question, catalogue) or _bare(question, catalogue)


def _bare(question: Question, catalogue: Catalogue) -> Answer | None:
    """ "Richting": a word for what we have, and no more, asks for it."""
    words, said = texts_of("nonsense").words, {*words_of(question.text)}
    topics = [key.removeprefix(BARE) for key in words if key.startswith(BARE) and said and said <= {*words[key]}]
    return dispatch(replace(question, topic=topics[0]), catalogue) if topics else None


def _what_was_named(question: Question, catalogue: Catalogue) -> Answer | None:
    """ "Lassen juste": a name and a word. "Richting voor minecraft": a subject and what is looked for.

    "Waar kank lassen doen in Genk": all the things that the likeliest reading is about.
    """
    if any(map(question.named, ("unknown", "outside"))):
        return None
    likely, share = question.readings[0] if question.readings else ("", 0.0)
    if share >= LIKELY and about_all(question, likely):
        return dispatch(replace(question, topic=likely), catalogue)
    names = tuple(mention for mention in question.mentions if mention.kind in NAMED)
    if names and len(words_of(question.text)) <= NAME_WORDS:
        return dispatch(replace(question, topic="inform", mentions=names), catalogue)
    looks = question.named("theme") and says(question, "studies") and len(words_of(question.text)) <= THEME_WORDS
    return dispatch(replace(question, topic="option_search"), catalogue) if looks else None


def _again_the_choices(question: Question, catalogue: Catalogue) -> Answer | None:
    """ "Nr 9" of three choices."""
    choices = question.listing.get("topic") == CHOICES
    return dispatch(replace(question, topic="more"), catalogue) if choices else None


def _name_asked_for(question: Question, catalogue: Catalogue) -> Answer | None:
    """Asked for a name, and these words came: a name we do not know, or no idea."""
    asked, last = question.context.get("asked"), texts_of(question.context.get("topic") or COMMON)
    recognised = any(mention.kind != "unknown" for mention in question.mentions)
    if asked not in last.takes or recognised or misses_of(question) >= MOST_MISSES:
        return None
    named = () if says_only(question, "no_idea") else _as_name(question)
    if not named and not says_only(question, "no_idea"):
        return None
    answer = dispatch(replace(question, topic=last.topic, text="", mentions=named), catalogue)
    return replace(answer, remember={**answer.remember, "misses": misses_of(question) + 1})


def _as_name(question: Question) -> tuple[Mention, ...]:
    if not 0 < len(words_of(question.text)) <= NAME_WORDS:
        return ()
    words = question.text.strip()
    return question.named("unknown") or (Mention("unknown", words, words),)
