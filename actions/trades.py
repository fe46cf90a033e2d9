"""For an adult who names a trade or a subject: the ways for adults to it, and what is known near a place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from actions.ages import is_grown_up
from actions.answer import Answer
from actions.besides import is_own_work
from actions.goals import is_wished
from actions.lists import keep_list, says
from actions.names import as_noun, find_place, options_of, studies_for
from actions.places import with_province
from actions.question import Mention, Question
from actions.registry import LAYER, say_text, topic
from actions.reply import Reply
from actions.rows import option_rows
from actions.search import ADULTS, GENERAL, UNMEASURED
from study_catalogue import Catalogue
from study_catalogue.levels import GRADES
from study_catalogue.records import Option, OptionFilter, Place

TOPIC, T2_CAMPUS = "adult_switch", "campus_t2"
FOR_JOB, CLARIFY = "option_for_job", "clarify"
T2_OPTION = "volw-t2-campus"
LEVELS = (ADULTS, "graduaat", "prof_bachelor")  # of what is shown, in this order
LIMBURG = "Limburg"
LAYERS = ("near", "evening", "other")  # texts of the topic beside which the ways to a trade stand
SHOWN, ALL = 5, 100


@dataclass(frozen=True)
class Trade:
    """The user's words for it, and the ways to it for adults; none of these when we know none."""

    words: str
    options: tuple[Option, ...] = ()


@topic(TOPIC)
def adult_switch(question: Question, catalogue: Catalogue) -> Answer:
    """The ways for adults in general, or those to the trade that is named; then the place."""
    said = say_text(question, catalogue, "no_work" if says(question, "without_work") else "answer")
    if question.context.get(LAYER):
        return said
    trade = trade_of(question, catalogue) if question.audience == "pupil" else None  # a child has a text of its own
    if trade and trade.options:
        begin = Reply(question, catalogue).say_only("begin").answer()
        said = _ways_to(question, catalogue, trade).followed_by(begin)
    elif trade:
        said = said.followed_by(Reply(question, catalogue).say_only("trade_unknown", words=trade.words).answer())
    return _near(question, said, catalogue)


def with_trade(question: Question, answer: Answer, catalogue: Catalogue) -> Answer:
    """A text of the topic that a row settles, with the ways to the trade that is named before it."""
    trade = trade_of(question, catalogue) if question.topic == TOPIC else None
    if trade is None or not trade.options or question.context.get(LAYER) not in LAYERS:
        return answer
    return _ways_to(question, catalogue, trade).followed_by(answer)


def as_trade(question: Question, catalogue: Catalogue) -> Question:
    """ "Ik ben 44 en wil loodgieter worden": the ways for adults, where there are; else the question itself."""
    likely = {name for name, _ in question.readings}
    asks = question.topic == FOR_JOB or (question.topic == CLARIFY and bool(likely & {FOR_JOB, TOPIC}))
    other = any(map(question.named, ("level", "finality", "unknown", "outside", "dual")))
    if not asks or other or not question.named("job") or not is_grown_up(question):
        return question
    trade = None if studies_for(question, catalogue) else trade_of(question, catalogue)
    known = trade and any(option.level == ADULTS for option in trade.options)
    return replace(question, topic=TOPIC) if known else question


def trade_of(question: Question, catalogue: Catalogue) -> Trade | None:
    """What the message names and is not the work of who speaks; what we know ways to counts first."""
    named = {as_noun(m.text): _ways(question, catalogue, as_noun(m.text)) for m in _named(question)}
    known = {words: options for words, options in named.items() if options}
    if known:
        ways = dict.fromkeys(option for options in known.values() for option in options)
        return Trade(next(iter(known)), tuple(sorted(ways, key=lambda option: LEVELS.index(option.level))))
    wished = (m for m in question.named("job") if is_wished(question, m))
    return next((Trade(as_noun(job.text)) for job in wished), None)


def _named(question: Question) -> Iterator[Mention]:
    for mention in question.mentions:
        general = mention.kind == "theme" and mention.value in (*GENERAL, *UNMEASURED)
        if mention.kind in ("job", "theme") and mention.text and not general and not is_own_work(question, mention):
            yield mention


def _ways(question: Question, catalogue: Catalogue, words: str) -> tuple[Option, ...]:
    """To the jobs that the words stand for, to those of the studies, and about the subject."""
    found: list[Option] = []
    for mention in (m for m in question.mentions if as_noun(m.text) == words):
        values = (mention.value, *mention.candidates)
        if mention.kind == "job":
            found += _to_jobs(catalogue, values)
        elif mention.kind == "theme":
            found += catalogue.search_options(OptionFilter(LEVELS[:1], stem_only=False, theme=mention.value), 0, ALL)[0]
        elif mention.kind == "option":
            studies = [study for value in values for study in options_of(catalogue, value) if not study.ended]
            found += [study for study in studies if study.level in LEVELS]
            school = (study for study in studies if study.level in GRADES)
            found += _to_jobs(catalogue, (job.name for study in school for job in catalogue.jobs_of(study.id)))
    return tuple(option for option in dict.fromkeys(found) if not _is_elsewhere(question, catalogue, option))


def _to_jobs(catalogue: Catalogue, jobs: Iterable[str]) -> list[Option]:
    ways = [option for job in dict.fromkeys(jobs) for option in catalogue.options_for_job(job)]
    return [option for option in ways if option.level in LEVELS and not option.ended]


def _is_elsewhere(question: Question, catalogue: Catalogue, option: Option) -> bool:
    """The one campus that lies in Limburg, for who names a place in another province."""
    place = _place(question, catalogue) if option.id == T2_OPTION else None
    return place is not None and place.province != LIMBURG


def _place(question: Question, catalogue: Catalogue) -> Place | None:
    """That the message names, or the town from which the province that it names is measured."""
    question = with_province(question, catalogue)
    found = find_place(question, catalogue) if question.named("place") else None
    return None if isinstance(found, Answer) else found


def _ways_to(question: Question, catalogue: Catalogue, trade: Trade) -> Answer:
    shown = trade.options[:SHOWN]
    reply = Reply(question, catalogue).say_only("trade", words=trade.words)
    reply.cite(*dict.fromkeys(option.links_source for option in shown)).rows(option_rows(reply, shown))
    keep_list(reply, {}, [("option", option.id) for option in shown], len(shown))
    return reply.offer_all("vdab", "leave", "diploma", "evc").answer()


def _near(question: Question, answer: Answer, catalogue: Catalogue) -> Answer:
    """That we do not know what is taught near the place that is named, and in Limburg of its campus."""
    place = _place(question, catalogue)
    if place and question.named("place"):
        known = Reply(question, catalogue, TOPIC).say_only("near_place", place=place.name).answer()
        answer = replace(answer.followed_by(known), remember={**answer.remember, "place": place.id})
    if place and place.province == LIMBURG:
        answer = answer.followed_by(Reply(question, catalogue, T2_CAMPUS).say_only("near").answer())
    return answer
