"""How hard a study is (capabilities.md, topic difficulty): never a judgement, but what is known of the one named."""

from __future__ import annotations

from dataclasses import replace

from actions.ages import is_grown_up
from actions.answer import Answer
from actions.lists import says, words_of
from actions.names import options_of, pick_level, studies_for, studies_named
from actions.options import full_name
from actions.question import EXCLUDED, Mention, Question
from actions.registry import LAYER, dispatch, say_text, topic
from actions.reply import Reply
from actions.routes import start_option
from study_catalogue import Catalogue
from study_catalogue.levels import HIGHER
from study_catalogue.records import Option
from study_catalogue.text import fold

KEYWORDS = 4
GROWN_UP = "grown_up"  # the text for who is no pupil
FEW = 6  # words of a question about what was just told
THEME = "theme:"  # how the value of a subject that is taken away begins


@topic("difficulty")
def difficulty(question: Question, catalogue: Catalogue) -> Answer:
    """What makes a study hard or not; of one that is named first what it holds.

    "Kan ik nog ingenieur worden als ik houttechnieken doe?" asks for a way from the one to the other.
    """
    if question.context.get(LAYER):
        return say_text(question, catalogue)
    goals = studies_for(question, catalogue) or studies_named(question, catalogue)
    if goals and _names_two(question) and start_option(question, catalogue):
        return dispatch(replace(question, topic="path_map"), catalogue)
    option, job = _named(question, catalogue), "" if goals else _job(question)
    if option is None and job:
        reply = Reply(question, catalogue).say_only("of_job", job=job).remember(job=job)
        return reply.offer("job_info", job=job).offer("job_ways", job=job).offer("person").answer()
    if option is None and any(mention.value.startswith(THEME) for mention in question.named(EXCLUDED)):
        return _with_less(question, catalogue)
    answer = _in_general(question, catalogue, option)
    if option is None:
        return answer
    told = _of_option(question, catalogue, option)
    return replace(
        answer.led_by(told),
        choices=(*told.choices, *answer.choices),
        items=(),
        remember={**answer.remember, **told.remember},
    )


def _names_two(question: Question) -> bool:
    """One word that stands for a study at school and for a later one is no way between them."""
    return len({mention.text for kind in ("option", "job") for mention in question.named(kind)}) > 1


def _in_general(question: Question, catalogue: Catalogue, option: Option | None) -> Answer:
    """An adult has no teacher who knows him and no CLB."""
    if is_grown_up(question):
        return say_text(replace(question, context={**question.context, LAYER: GROWN_UP}), catalogue)
    return say_text(question, catalogue, "of_one" if option and option.level not in HIGHER else "answer")


def _job(question: Question) -> str:
    """The one job that is named, or that a short "is dat moeilijk?" is about; "" when there is none."""
    named = {mention.value for mention in question.named("job") if not mention.candidates}
    if not question.mentions and says(question, "that"):
        last = [said["slots"].get("job") for said in question.context.get("said") or []][-1:]
        return str(last[0] or "") if last and len(words_of(question.text)) <= FEW else ""
    beside = any(map(question.named, ("option", "theme", EXCLUDED, "unknown")))
    return named.pop() if len(named) == 1 and not beside else ""


def _with_less(question: Question, catalogue: Catalogue) -> Answer:
    """ "Ik haat wiskunde, kan ik toch STEM doen?": what there is with less of it, or without."""
    found = dispatch(replace(question, topic="option_search"), catalogue)
    reply = Reply(question, catalogue).say_only("less_of")
    text = f"{reply.answer().text} {found.text}"
    return replace(found, text=text, topic=question.topic)


def _named(question: Question, catalogue: Catalogue) -> Option | None:
    """One study, by its name: a word for several of them, or for a subject, is none."""
    subjects = {mention.text for mention in question.named("theme") if mention.text}
    named = [m for m in question.named("option") if not m.candidates and (m.text not in subjects or _is_its_name(m))]
    found = options_of(catalogue, named[0].value) if len(named) == 1 else []
    option = pick_level(found, question, catalogue) if found else None
    return None if option is None or option.ended else option


def _is_its_name(mention: Mention) -> bool:
    """ "Mechatronica" is a subject, and what a study is called."""
    return fold(mention.text) == fold(mention.value)


def _of_option(question: Question, catalogue: Catalogue, option: Option) -> Answer:
    reply = Reply(question, catalogue).cite(option.source).remember(option=option.id)
    reply.say("about_option", name=full_name(reply, option))
    if option.finality:
        reply.say(f"meaning_{option.finality}")
    elif option.theory_practice:
        reply.say(f"practice_{option.theory_practice}").cite(option.links_source)
    if option.keywords:
        reply.say("learn", keywords=", ".join(option.keywords[:KEYWORDS])).cite(option.links_source)
    return reply.offer("info", option=option.id).offer("next", option=option.id).answer()
