"""Whether a study exists as dual learning (topic option_dual), from which age, and after which years at school."""

from __future__ import annotations

from dataclasses import replace

from actions.answer import Answer
from actions.dual import LATE, dual_for_job, is_too_young, say_start
from actions.lists import keep_list, offset_of, says
from actions.names import needs_option
from actions.options import SHORT, about, following, full_name, offer_options, only_dual, other_levels
from actions.question import Question
from actions.registry import topic
from actions.reply import Reply
from actions.rows import option_rows
from actions.search import filters_of, search
from study_catalogue import Catalogue
from study_catalogue.records import Option


@topic("option_dual")
def option_dual(question: Question, catalogue: Catalogue) -> Answer:
    """About one option, or the list of dual options when no option is named and a list is asked for."""
    named = any(map(question.named, ("option", "unknown", "outside"))) or question.context.get("option")
    if question.named("job") and not question.named("option"):
        return dual_for_job(question, catalogue)
    if question.context.get("job") and not named and not _asks_for_list(question):
        return dual_for_job(question, catalogue)
    return _dual_list(question, catalogue) if _asks_for_list(question) else _dual_one(question, catalogue)


def _asks_for_list(question: Question) -> bool:
    if any(question.named(kind) for kind in ("option", "job", "unknown")):
        return False
    if offset_of(question):
        return True
    if any(question.named(kind) for kind in ("theme", "finality", "practice")) or says(question, "list"):
        return True
    in_hand = question.context.get("option") and question.listing.get("topic") != "option_dual"
    return bool(question.named("level")) and not in_hand


def _dual_list(question: Question, catalogue: Catalogue) -> Answer:
    answer = search(question, catalogue, {**filters_of(question), "dual": "yes"})
    places = {mention.kind: mention.value for mention in question.named("place")[:1]}  # for where one of them is
    return replace(answer, remember={**answer.remember, **places})


@needs_option
def _dual_one(question: Question, catalogue: Catalogue, option: Option) -> Answer:
    key, found = _instead(catalogue, option)
    reply = about(question, catalogue, option)
    _say_whether(reply, option)
    reply.say_if(found, key).rows(option_rows(reply, found))
    offer_options(reply, "option_dual", found)
    if found:
        keep_list(reply, {}, [("option", near.id) for near in found], len(found))
    if key in ("later", "earlier"):
        reply.cite(option.links_source)
    return other_levels(reply.offer("what").offer("entry"), option).answer()


def _say_whether(reply: Reply, option: Option) -> None:
    """Who is too young hears that first; of a 7th year it is said after what it comes, for whoever asks."""
    name, young = full_name(reply, option), option.dual == "yes" and is_too_young(reply.question, reply.catalogue)
    if young:
        reply.say("too_young", name=name)
    else:
        reply.say(
            "answer_only" if only_dual(option) else reply.narrowest("answer", option.dual, option.level), name=name
        )
    say_start(reply, option)


def _instead(catalogue: Catalogue, option: Option) -> tuple[str, list[Option]]:
    """How other dual options are told of, and which: those that follow in the 3rd grade, those that come before a 7th
    year, else those most like it."""
    after = [found for found in following(catalogue, option) if found.level == "so-3" and found.dual == "yes"]
    if option.level == "so-2" and option.dual == "no" and after:
        return "later", after[:SHORT]
    before = [found for found in catalogue.before(option.id) if found.dual == "yes" and not found.ended]
    if option.level == LATE and option.dual == "yes" and before:
        return "earlier", before[:SHORT]
    near = [found for found in catalogue.similar_dual(option.id, SHORT) if found.id != option.id]
    return ("near_too" if option.dual == "yes" else "near"), near
