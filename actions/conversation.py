"""The conversation itself (capabilities.md, section 9)."""

from __future__ import annotations

from dataclasses import replace

from actions.answer import Answer, Choice, Item
from actions.question import Mention, Question
from actions.registry import dispatch, topic
from actions.reply import Reply
from actions.texts import COMMON, all_texts, texts_of
from study_catalogue import Catalogue

MAX_READINGS = 3
SLOTS_KEPT = ("option", "job", "place", "age", "theme", "level", "finality", "practice", "focus")
SLOTS = (*SLOTS_KEPT, "topic", "listing", "last", "asked", "misses")


@topic("inform")
def inform(question: Question, catalogue: Catalogue) -> Answer:
    """The user only names a thing: the last topic that takes such a thing is asked again with it."""
    shown = () if question.mentions else _nth_shown(question)
    asked = replace(question, mentions=question.mentions or shown, context={**question.context, "follow_up": True})
    topics = _first_topics(asked) if shown else _topics_for(asked)
    if len(topics) > 1:
        return clarify(replace(asked, readings=tuple((found, 0.5) for found in topics)), catalogue)
    return dispatch(replace(asked, topic=topics[0]), catalogue)


def _topics_for(question: Question) -> list[str]:
    """The topic last asked about such a thing, else the first topic to think of for each kind named."""
    kinds = [mention.kind for mention in question.mentions]
    last = question.context.get("last") or {}
    recent = [last[kind] for kind in kinds if kind in last]
    if "unknown" in kinds and not recent:
        recent = [name for name in [question.context.get("topic")] if name in last.values()]
    return recent[:1] or _first_topics(question)


def _first_topics(question: Question) -> list[str]:
    first = texts_of("inform").words
    kinds = [mention.kind for mention in question.mentions if mention.kind in first]
    return list(dict.fromkeys(first[kind][0] for kind in kinds)) or ["nonsense"]


def _nth_shown(question: Question) -> tuple[Mention, ...]:
    """ "De tweede": that row of the last list."""
    shown = (question.context.get("listing") or {}).get("shown") or []
    ordinals = texts_of("inform").words["ordinals"]
    places = [ordinals.index(word) for word in question.text.lower().strip(" .!?").split() if word in ordinals]
    if not shown or not places:
        return ()
    nth = -1 if ordinals[places[0]] == ordinals[-1] else places[0]
    return _mention(shown, nth)


def _mention(shown: list[list[str]], nth: int) -> tuple[Mention, ...]:
    if nth >= len(shown):
        return ()
    kind, value = shown[nth]
    return (Mention(kind, value, basis="choice"),)


@topic("clarify")
def clarify(question: Question, catalogue: Catalogue) -> Answer:
    """The model is in doubt between topics: one short question with the likely ones as choices."""
    known = all_texts().keys() - {"clarify", "inform", COMMON}
    readings = [name for name, _ in question.readings if name in known]
    if not readings:
        return dispatch(replace(question, topic="nonsense"), catalogue)
    reply = Reply(question, catalogue).say("which_topic")
    reply.offer_choice(*(_reading(question, name) for name in readings[:MAX_READINGS]))
    return replace(reply.answer("clarify"), topic=readings[0])


def _reading(question: Question, name: str) -> Choice:
    """A reading as a choice, with what the message named."""
    texts = texts_of(name)
    about = {mention.kind: mention.value for mention in reversed(question.mentions) if mention.kind in texts.takes}
    return Choice(texts.title, name, tuple(about.items()))


@topic("more")
def more(question: Question, catalogue: Catalogue) -> Answer:
    listing = question.context.get("listing")
    if not listing:
        return Reply(question, catalogue).say("no_list").offer_all().answer()
    if listing["offset"] >= listing["total"]:
        return Reply(question, catalogue).say("no_more").offer_all().answer()
    mentions = tuple(Mention(kind, value, basis="choice") for kind, value in listing["filters"].items())
    asked = Question(listing["topic"], "", mentions, {"offset": listing["offset"]}, question.audience)
    return replace(dispatch(asked, catalogue), topic="more")


@topic("nonsense")
def nonsense(question: Question, catalogue: Catalogue) -> Answer:
    """Asks again with examples; the second time a menu, the third time a person."""
    misses = int(question.context.get("misses") or 0) + 1
    if misses > 2:
        helped = dispatch(replace(question, topic="handover"), catalogue)
        sorry = Reply(question, catalogue).wording("person")
        return replace(helped, topic="nonsense", text=f"{sorry} {helped.text}", remember={"misses": misses})
    reply = Reply(question, catalogue).say("again" if misses == 1 else "menu").remember(misses=misses)
    reply.offer_all() if misses == 1 else _menu(reply)
    return reply.answer("fallback")


def _menu(reply: Reply) -> None:
    reply.offer_choice(*(choice.choice() for choice in texts_of("capabilities").choices.values()))


@topic("distress")
def distress(question: Question, catalogue: Catalogue) -> Answer:
    """Human help first and alone. Nothing of the conversation is kept."""
    reply = Reply(question, catalogue).say("answer")
    for line in catalogue.helplines():
        reply.rows([Item(line.name, f"{line.contact} ({line.for_whom})")]).cite(line.source)
    return reply.remember(**dict.fromkeys(SLOTS)).answer()
