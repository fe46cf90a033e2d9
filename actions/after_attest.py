"""After a B-attest that excludes a finality: what it means, and what is left for the year after (topic attestation)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from actions.answer import Answer
from actions.follow_ups import table as follow_ups
from actions.names import options_of
from actions.patterns import finds, finds_of, plain
from actions.question import EXCLUDED, WHERE_NOW, Mention, Question
from actions.registry import dispatch
from actions.reply import Reply
from actions.texts import texts_of
from study_catalogue import Catalogue
from study_catalogue.levels import GRADES
from study_catalogue.text import fold

TOPIC, SEARCH = "attestation", "option_search"
NEXT = {"so-1": "so-2", "so-2": "so-3", "so-3": "so-3"}  # the grade of the year after the last one of a grade
ANY = ("so-2", "so-3")  # where the attest may be for, when no year is told
SHOWN = 3  # names


def after_attest(question: Question, catalogue: Catalogue) -> Answer | None:
    """None for a message that tells of no B-attest, or asks nothing of what is left."""
    level = _level(question, catalogue)
    out = _left_out(question)
    if not _tells(question) or not _is_clear(question, level, out):
        return None
    kept = question.without("option", "level", "finality", "theme", EXCLUDED)
    mentions = (*kept, *_wanted(question, out), *(Mention(EXCLUDED, f"finality:{value}") for value in out))
    levels = tuple(Mention("level", grade) for grade in ([level] if level else ANY))
    search = replace(question, topic=SEARCH, mentions=(*mentions, *levels), context=_anew(question))
    found = dispatch(search, catalogue)
    reply = Reply(replace(question, topic=TOPIC), catalogue).say_only("left" if out else "left_unknown")
    near = _near(question, catalogue, level, out)
    reply.say_if(near, "near", names=reply.joined(near or [""], "or"))
    return replace(found.led_by(reply.answer()), topic=TOPIC)


def with_study_kept(question: Question, answer: Answer, catalogue: Catalogue) -> Answer:
    """After a C-attest the study that it was given in, and its grade, stay what the talk is about: that year is done
    again, there or elsewhere."""
    words, text = texts_of(TOPIC).words["c_attest"], fold(question.whole)
    levels = [mention.value for mention in question.named("level") if mention.value in GRADES]
    if answer.topic != TOPIC or not finds(words, text) or len(levels) != 1:
        return answer
    found = [option for mention in question.named("option")[:1] for option in options_of(catalogue, mention.value)]
    own = [option.id for option in found if option.level == levels[0] and not option.ended]
    study = {"option": own[0], "job": None} if own else {}
    return replace(answer, remember={"level": levels[0], **study, **answer.remember})


def in_that_year(question: Question) -> Question:
    """ "Liever iets met robots" after a C-attest: what there is of it in the year that is done again."""
    level = str(question.context.get("level") or "")
    after = question.context.get("subject") == TOPIC and level in GRADES
    if not after or question.topic != SEARCH or not question.text or question.named("level"):
        return question
    return replace(question, mentions=(*question.mentions, Mention("level", level, basis="choice")))


def _anew(question: Question) -> dict[str, object]:
    return {kind: value for kind, value in question.context.items() if kind not in ("listing", "follow_up")}


def _tells(question: Question) -> bool:
    words, text = texts_of(TOPIC).words, fold(question.whole)
    taken = question.topic in follow_ups().loose | {*words["left_taken_for"]}
    return taken and finds(words["b_attest"], text) and not finds(words["left_not"], text)


def _is_clear(question: Question, level: str, out: list[str]) -> bool:
    """Whether it tells enough: what is excluded or a study, and either the year or a question about what is left."""
    asks = finds(texts_of(TOPIC).words["asks_left"], fold(question.whole))
    about = any(map(question.named, ("option", "theme")))
    return bool(level) and (bool(out) or (about and asks)) or (bool(out) and asks)


def _left_out(question: Question) -> list[str]:
    """The finalities that the attest excludes, as the message tells."""
    words, text = texts_of(TOPIC).words, fold(question.whole)
    said = [m.value.partition(":")[2] for m in question.named(EXCLUDED) if m.value.startswith("finality:")]
    for mention in question.named("finality"):
        if _finds_of((*words["left_out"], *words["left_out_behind"]), mention, text):
            said.append(mention.value)
    return list(dict.fromkeys(said))


def _finds_of(patterns: Iterable[str], mention: Mention, text: str) -> bool:
    return finds_of(patterns, text, name=plain(mention.text))


def _wanted(question: Question, out: list[str]) -> tuple[Mention, ...]:
    """A finality that is asked for."""
    given_in, text = texts_of(TOPIC).words["left_given_in"], fold(question.whole)
    named = (mention for mention in question.named("finality") if mention.value not in out)
    return tuple(mention for mention in named if not _finds_of(given_in, mention, text))


def _level(question: Question, catalogue: Catalogue) -> str:
    """The grade of the year after: the one that is asked for, else the one after where somebody is or was."""
    named = [mention for mention in question.named("level") if mention.value in GRADES]
    first = finds(texts_of(TOPIC).words["left_first_grade"], fold(question.whole))
    if [mention.value for mention in named] == [GRADES[0]] or (first and not named):
        return NEXT[GRADES[0]]
    asked = [mention.value for mention in named if mention.basis not in ("after", *WHERE_NOW)]
    if len(named) > 1 or (asked and not question.named("option")):
        return (asked or [NEXT[named[-1].value]])[-1]
    now = [mention.value for mention in named] or _levels_of_study(question, catalogue)
    return NEXT.get(now[0], "") if now else ""


def _levels_of_study(question: Question, catalogue: Catalogue) -> list[str]:
    """Of the study somebody was in; where it is in more than one grade, nothing is sure but the lowest."""
    found = [option.level for mention in question.named("option") for option in options_of(catalogue, mention.value)]
    return [level for level in GRADES if level in found][:1]


def _near(question: Question, catalogue: Catalogue, level: str, out: list[str]) -> list[str]:
    """What follows on the study one is in and is not excluded."""
    named = [option for mention in question.named("option") for option in options_of(catalogue, mention.value)]
    wanted = {mention.value for mention in _wanted(question, out)}
    after = [found for option in named for found in catalogue.next_of(option.id) if found.level == level]
    left = [o.name for o in after if not o.ended and o.finality not in out and (not wanted or o.finality in wanted)]
    return list(dict.fromkeys(left))[:SHOWN]
