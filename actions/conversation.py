"""The conversation itself (capabilities.md, section 9)."""

from __future__ import annotations

from dataclasses import replace

from actions.answer import Answer, Choice, Item
from actions.names import SHOWN, choices_for, names_like
from actions.question import Mention, Question
from actions.registry import dispatch, same_answer, topic
from actions.reply import Reply
from actions.texts import COMMON, all_texts, texts_of
from study_catalogue import Catalogue
from study_catalogue.records import NameKind

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
        readings = tuple((found, 1 / len(topics)) for found in topics)
        return clarify(replace(asked, topic="clarify", readings=readings), catalogue)
    return dispatch(replace(asked, topic=topics[0]), catalogue)


def _topics_for(question: Question) -> list[str]:
    """The topic last asked about such a thing, else the first topic to think of for each kind named."""
    kinds = [mention.kind for mention in question.mentions]
    if "theme" in kinds and set(kinds) & {"finality", "practice", "level"}:
        return ["option_search"]
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
    readings = _distinct([name for name, _ in question.readings if name in known])
    if len(readings) < 2:
        return dispatch(replace(question, topic=readings[0] if readings else "nonsense"), catalogue)
    certain = {mention.kind: mention.value for mention in reversed(question.mentions) if not mention.candidates}
    reply = Reply(question, catalogue).say("which_topic")
    reply.remember(**{kind: value for kind, value in certain.items() if kind in SLOTS_KEPT})
    reply.offer_choice(*(_reading(question, name) for name in readings[:MAX_READINGS]))
    return replace(reply.answer("clarify"), topic=readings[0])


def _distinct(readings: list[str]) -> list[str]:
    kept: list[str] = []
    for name in readings:
        if not any(same_answer(name, other) for other in kept):
            kept.append(name)
    return kept


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


@topic("out_of_scope")
def out_of_scope(question: Question, catalogue: Catalogue) -> Answer:
    """Outside what we know. Asked about a name we do not know ("wat is zwembadtechniek"): the names most like it."""
    reply = Reply(question, catalogue)
    strange, kind = question.named("unknown"), _kind_asked(question)
    near = names_like(catalogue, kind, strange[0].value) if strange and kind else []
    if not near:
        return reply.say("answer").offer_all().answer("fallback")
    about = replace(question, topic=question.readings[0][0])
    reply.say(f"unknown_{kind}", words=strange[0].value[:SHOWN]).say("answer").say(f"nearest_{kind}")
    return reply.offer_choice(*choices_for(about, catalogue, str(kind), near)).answer("fallback")


def _kind_asked(question: Question) -> NameKind | None:
    """What the likeliest topic of ours would have been about."""
    takes = texts_of(question.readings[0][0]).takes if question.readings else ()
    return "job" if "job" in takes else "option" if "option" in takes else None


@topic("distress")
def distress(question: Question, catalogue: Catalogue) -> Answer:
    """Human help first and alone. Nothing of the conversation is kept."""
    reply = Reply(question, catalogue).say("answer")
    for line in catalogue.helplines():
        reply.rows([Item(line.name, f"{line.contact} ({line.for_whom})")]).cite(line.source)
    return reply.remember(**dict.fromkeys(SLOTS)).answer()
