"""The conversation itself (capabilities.md, section 9)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from actions.about import about_the_named
from actions.answer import Answer, Item
from actions.fallbacks import MOST_MISSES, a_person, misses_of
from actions.lists import BEHIND, CHOICES, Filters, choice_list, next_page, rows_listed, says, words_of
from actions.nudges import SILENT, SLOT
from actions.picks import TOPIC, choices_of, picked
from actions.question import BETWEEN, NAMES, Mention, Question
from actions.registry import COMPANY, dispatch, same_answer, topic
from actions.replay import last_answer, more_text
from actions.reply import Reply
from actions.rows import title_of
from actions.texts import COMMON, all_texts, texts_of
from actions.whose_call import form_of_help, to_who_writes
from study_catalogue import Catalogue

MAX_READINGS = 3
DISTRESS = "distress"
PLACES = {"place", "postal_code"}
FEW_WORDS = 8
SLOTS_KEPT = ("option", "job", "place", "age", "theme", "level", "finality", "practice", "focus")
SLOTS = (
    *SLOTS_KEPT,
    "topic",
    "subject",
    "listing",
    "last",
    "asked",
    "misses",
    "said",
    "guide",
    "children",
    "plain",
    SLOT,
)


@topic("inform")
def inform(question: Question, catalogue: Catalogue) -> Answer:
    """The user only names a thing, or picks one: the last topic that takes such a thing is asked again with it."""
    pick = None if question.mentions else picked(question, catalogue)
    if pick:
        return dispatch(pick, catalogue)
    asked = replace(_the_job(question, catalogue), context={**question.context, "follow_up": True})
    topics = _topics_for(asked)
    if len(topics) > 1:
        readings = tuple((found, 1 / len(topics)) for found in topics)
        return clarify(replace(asked, topic="clarify", readings=readings), catalogue)
    return dispatch(replace(asked, topic=topics[0]), catalogue)


def _the_job(question: Question, catalogue: Catalogue) -> Question:
    """ "Ik bedoel het beroep (lasser)": of a name for a study and a job the job, also when it was named before."""
    if not says(question, "the_job"):
        return question
    kept = str(question.context.get("job") or title_of(catalogue, "option", str(question.context.get("option") or "")))
    before = (Mention("job", kept),) if not question.named("job") and catalogue.job(kept) else ()
    others = (mention for mention in question.mentions if mention.kind != "option")
    return replace(question, mentions=(*before, *others))


def _topics_for(question: Question) -> list[str]:
    """The topic last asked about such a thing, else the first topic to think of for each kind named."""
    kinds = sorted((mention.kind for mention in question.mentions), key=lambda kind: kind not in NAMES)
    if "theme" in kinds and set(kinds) & {"finality", "practice", "level"}:
        return ["option_search"]
    if set(kinds) & PLACES and set(kinds) & {"theme", "age", "focus"}:
        return ["academy_filter"]
    if "theme" in kinds and set(kinds) & {"age", "focus"}:
        kinds.remove("theme")
    last = question.context.get("last") or {}
    current = texts_of(question.context.get("topic") or "inform")
    recent = [last.get(kind, current.topic) for kind in kinds if kind in last or kind in current.takes]
    if "unknown" in kinds and not recent:
        recent = [name for name in [question.context.get("topic")] if name in last.values()]
    return recent[:1] or _first_topics(question)


def _first_topics(question: Question) -> list[str]:
    first = texts_of("inform").words
    kinds = [mention.kind for mention in question.mentions if mention.kind in first]
    return list(dict.fromkeys(first[kind][0] for kind in kinds)) or ["nonsense"]


@topic("clarify")
def clarify(question: Question, catalogue: Catalogue) -> Answer:
    """The model is in doubt between topics: one short question with the likely ones as choices."""
    pick = picked(question, catalogue, alone=not _is_short(question))
    if pick:
        return dispatch(pick, catalogue)
    known = all_texts().keys() - {"clarify", "inform", COMMON, *texts_of("clarify").words["never"]}
    readings = _distinct([name for name, _ in question.readings if name in known])
    readings = [name for nth, name in enumerate(readings) if name != DISTRESS or nth == 0]
    readings = [name for name in readings if _has_a_word_for(question, name)][:MAX_READINGS]
    readings = _settled(question, about_the_named(question, _of_the_talk(question, readings)))
    if len(readings) < 2 or _about_a_stranger(question, readings[0]):
        return dispatch(replace(question, topic=readings[0] if readings else "nonsense"), catalogue)
    misses = misses_of(question)
    if misses >= MOST_MISSES:
        return a_person(replace(question, topic=readings[0]), catalogue)
    certain = {mention.kind: mention.value for mention in reversed(question.mentions) if not mention.candidates}
    reply = Reply(question, catalogue).say("which_topic_again" if misses else "which_topic").remember(misses=misses + 1)
    reply.remember(**{kind: value for kind, value in certain.items() if kind in SLOTS_KEPT})
    listing = choice_list([(TOPIC, name) for name in readings], _about(question), "")
    behind = rows_listed(question)
    reply.remember(listing={**listing, BEHIND: behind} if behind.get("topic") != CHOICES else listing)
    reply.offer_choice(*choices_of(catalogue, listing, question.audience))
    if misses:
        reply.offer("all")
    return replace(reply.answer("clarify"), topic=readings[0])


def _has_a_word_for(question: Question, name: str) -> bool:
    """False for a topic that nobody wants to see proposed who said nothing of the kind ("Taal en afkomst")."""
    begins = tuple(texts_of("clarify").words.get(f"word_{name}", ("",)))
    return any(word.startswith(begins) for word in words_of(question.text) or ("",))


def _is_short(question: Question) -> bool:
    """A few words that name nothing."""
    return len(words_of(question.text)) <= FEW_WORDS and not question.mentions


def _about(question: Question) -> Filters:
    """What was named, for the choices; of a name with several readings all of them, so that none is picked unseen."""
    return {mention.kind: _readings_of(mention) for mention in reversed(question.mentions)}


def _readings_of(mention: Mention) -> str:
    return BETWEEN.join((mention.value, *mention.candidates)) if mention.kind in NAMES else mention.value


def _of_the_talk(question: Question, readings: list[str]) -> list[str]:
    """To a few words the readings in the area that the talk is about, when that leaves one; else all."""
    subject = question.context.get("subject")
    if not subject or len(words_of(question.text)) > FEW_WORDS:
        return readings
    near = [name for name in readings if texts_of(name).area == texts_of(subject).area]
    return near if len(near) == 1 else readings


def _settled(question: Question, readings: list[str]) -> list[str]:
    """The one reading that a word of the message can only mean, or that has an answer for a company; else all."""
    words, said = texts_of("clarify").words, {*words_of(question.text)}
    meant = [name for name in readings if said & {*words.get(f"means_{name}", ())}]
    meant = [name for name in meant if not said & {*words.get(f"unless_{name}", ())}]
    if not meant and question.role == COMPANY:
        meant = [name for name in readings if COMPANY in texts_of(name).texts]
    return meant if len(meant) == 1 else readings


def _about_a_stranger(question: Question, name: str) -> bool:
    """A name we do not know, where the likeliest reading needs one: that answer says so, whatever was meant."""
    named = {mention.kind for mention in question.mentions}
    return "unknown" in named and not named & {*NAMES} and not {*NAMES}.isdisjoint(texts_of(name).takes)


def _distinct(readings: list[str]) -> list[str]:
    kept: list[str] = []
    for name in readings:
        if not any(same_answer(name, other) for other in kept):
            kept.append(name)
    return kept


SCHOOLS = "option_where"


@topic("more")
def more(question: Question, catalogue: Catalogue) -> Answer:
    pick = picked(question, catalogue, alone=True)
    if pick:
        return dispatch(pick, catalogue)
    rest = (question.context.get("guide") or {}).get("rest")
    if rest:
        return _the_rest(question, catalogue, rest)
    listing = rows_listed(question) or None
    told = None if _goes_on(question, listing) else more_text(question, catalogue)
    if told:
        return told
    if not listing:
        return Reply(question, catalogue).say("no_list").offer_all().answer()
    if listing["topic"] == CHOICES:
        choices = choices_of(catalogue, listing, question.audience)
        return Reply(question, catalogue).say("choose").offer_choice(*choices).answer("clarify")
    if listing["offset"] >= listing["total"]:
        key = "no_more_schools" if listing["topic"] == SCHOOLS else "no_more"
        return Reply(question, catalogue).say(key).offer_all().answer()
    return replace(dispatch(next_page(question, listing), catalogue), topic="more")


def _the_rest(question: Question, catalogue: Catalogue, rest: str) -> Answer:
    """Of an answer that was kept short, and its second layer when it has one."""
    layer = more_text(question, catalogue)
    if layer is None:
        last = last_answer(question)
        return replace(Reply(question, catalogue).answer(), text=rest, sources=last.sources if last else ())
    return replace(layer, text=f"{rest} {layer.text}")


def _goes_on(question: Question, listing: dict[str, Any] | None) -> bool:
    """Whether the last answer showed a list that has more."""
    said = question.context.get("said")
    if not listing or not said or said[-1]["slots"].get("listing") != listing:
        return False
    return bool(listing["offset"] < listing["total"])


@topic("distress")
def distress(question: Question, catalogue: Catalogue) -> Answer:
    """Human help first and alone."""
    asked = to_who_writes(question)
    return for_help(asked, catalogue, form_of_help(asked))


def for_help(question: Question, catalogue: Catalogue, key: str) -> Answer:
    """A text of topic distress with who to call. Nothing of the conversation is kept, but that it is under way, and
    that no encouragement may follow."""
    reply = Reply(question, catalogue).say(key)
    for line in catalogue.helplines():
        reply.rows([Item(line.name, f"{line.contact} ({line.for_whom})")]).cite(line.source)
    return reply.remember(**dict.fromkeys(SLOTS)).remember(topic=DISTRESS, **{SLOT: SILENT}).answer()
