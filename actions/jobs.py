"""Jobs and bottleneck occupations (capabilities.md, section 4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from actions.answer import Answer, Choice
from actions.lists import Filters, holds, keep_beside, keep_list, offset_of, says, words_of, words_said
from actions.names import SHOWN, jobs_meant, needs_job, offer_names, offer_themes, unknown_theme
from actions.question import Mention, Question
from actions.registry import dispatch, topic
from actions.reply import Reply
from actions.rows import job_rows, option_rows, title_of
from actions.search import theme_label
from actions.texts import texts_of
from study_catalogue import Catalogue
from study_catalogue.records import Job, Listing, Option, Source

PAGE = 8
WIDEST = "techniek"  # the theme that says least of what is meant beside another one
ALIKE = 12  # letters at the begin of a long word that give it away
SHORT = 3
YEARS = 3  # how many years of counts are said


def about(question: Question, catalogue: Catalogue, job: Job) -> Reply:
    reply = Reply(question, catalogue).cite(job.source).remember(job=job.name)
    return reply.cite(job.listing.source) if job.listing else reply


@topic("job_info")
def job_info(question: Question, catalogue: Catalogue) -> Answer:
    """One job; of the several that a word stands for the only one that is called so, the others as choices."""
    if len(question.named("job")) > 1 and holds(
        question.text, texts_of("job_info").words["above"]
    ):  # "is een werfleider de baas van de metsers"
        beside = tuple(mention for mention in question.mentions if mention.kind != "job")
        question = replace(question, mentions=(*question.named("job")[:1], *beside))
    jobs = jobs_meant(question, catalogue)
    called = [job for job in jobs if _is_called(question.named("job")[0].text, job.name)]
    if len(called) != 1:
        return _job_card(question, catalogue)
    one = replace(question, mentions=(Mention("job", called[0].name),))
    others = (Choice(job.name, "job_info", (("job", job.name),)) for job in jobs if job not in called)
    answer = _job_card(one, catalogue)
    return replace(answer, choices=(*answer.choices, *others))


def _is_called(words: str, name: str) -> bool:
    """ "Onderhoudstechnieker" is called "Industrieel onderhoudstechnicus" here."""
    named = words_of(name)
    return all(word in named or any(_begins_alike(word, other) for other in named) for word in words_of(words))


def _begins_alike(one: str, other: str) -> bool:
    return len(one) > ALIKE and one[:ALIKE] == other[:ALIKE]


@needs_job
def _job_card(question: Question, catalogue: Catalogue, job: Job) -> Answer:
    options = catalogue.options_for_job(job.name)
    reply = about(question, catalogue, job)
    if job.description:
        reply.say("work", job=job.name, description=job.description)
    else:
        _what_we_hold(reply, job, options)
    _bottleneck_line(reply, job)
    if options:
        reply.say("options").cite(options[0].links_source).rows(option_rows(reply, options[:SHORT]))
        reply.offer("options", job=job.name)
    reply.say_if(not job.description, "no_work").say_if(not job.description, "read_on")
    rows = [("option", option.id) for option in options[:SHORT]]
    return keep_beside(reply.offer("bottleneck", job=job.name), rows).answer()


def _what_we_hold(reply: Reply, job: Job, options: list[Option]) -> None:
    """The description is not confirmed yet: say first what is."""
    reply.say("known", job=job.name)
    if job.listing and job.listing.group:
        reply.say("group", group=job.listing.group.lower())
    taught = next((option for option in options if option.keywords), None)
    if taught:
        reply.say("learn", option=taught.name, keywords=", ".join(taught.keywords[:4])).cite(taught.links_source)


def _bottleneck_line(reply: Reply, job: Job) -> None:
    if job.listing:
        reply.say("listed", year=job.listing.year)
        reply.say_if(job.listing.restriction, "restricted", only=job.listing.restriction)
    else:
        reply.say("not_listed", year=reply.catalogue.bottleneck_year()).cite(list_source(reply.catalogue))


def list_source(catalogue: Catalogue) -> Source | None:
    """Where the newest list comes from, for saying that something is not on it."""
    jobs, _ = catalogue.bottlenecks(limit=1)
    return next((job.listing.source for job in jobs if job.listing), None)


@topic("job_bottleneck")
def job_bottleneck(question: Question, catalogue: Catalogue) -> Answer:
    jobs = jobs_meant(question, catalogue)
    return _bottlenecks(question, catalogue, jobs) if jobs else _one_bottleneck(question, catalogue)


def _bottlenecks(question: Question, catalogue: Catalogue, jobs: list[Job]) -> Answer:
    """A word for several jobs: which of them are on the list."""
    count, year = sum(bool(job.listing) for job in jobs), catalogue.bottleneck_year()
    reply = Reply(question, catalogue).cite(list_source(catalogue)).remember(job=None)
    reply.say("several", words=question.named("job")[0].text, total=len(jobs))
    reply.say(f"several_{'none' if not count else 'all' if count == len(jobs) else 'some'}", count=count, year=year)
    reply.rows(job_rows(reply, jobs)).say_if(count, "no_promise")
    return offer_names(reply, question, "job", [job.name for job in jobs]).answer()


@needs_job
def _one_bottleneck(question: Question, catalogue: Catalogue, job: Job) -> Answer:
    reply = about(question, catalogue, job)
    listing = job.listing
    if listing is None:
        reply.say("no", job=job.name, year=catalogue.bottleneck_year()).cite(list_source(catalogue))
    else:
        reply.say("yes", job=job.name, year=listing.year)
        reply.say_if(listing.restriction, "restricted", only=listing.restriction)
        _causes(reply, listing)
        reply.say("no_promise")
    return reply.offer("options", job=job.name).offer("meaning").offer("list").answer()


def _causes(reply: Reply, listing: Listing) -> None:
    """Causes come from older or sector sources: said with their year, and not at all when the source has none."""
    source = listing.causes_source
    if listing.causes and source and source.year:
        causes = [reply.label("cause", cause) for cause in listing.causes.split(", ")]
        reply.say("causes", causes=reply.joined(causes, "and"), year=source.year).cite(source)


@topic("bottleneck_list")
def bottleneck_list(question: Question, catalogue: Catalogue) -> Answer:
    theme, strange = question.named("theme"), question.named("unknown")
    if says(question, "of_those") and question.context.get("option") and not theme and not strange:
        return _of_last_option(question, catalogue)
    if strange and not theme:
        return unknown_theme(question, catalogue, strange[0])
    if says(question, "turned_round"):
        return Reply(question, catalogue).say("only_listed").cite(list_source(catalogue)).offer("all").answer()
    return _listed(question, catalogue, _narrower(theme))


def _narrower(themes: Sequence[Mention]) -> str:
    """ "Technische jobs in de zorg": of two subjects the one that is not simply technology; "" when there is none."""
    values = [mention.value for mention in themes]
    return next((value for value in values if value != WIDEST), values[0] if values else "")


def _of_last_option(question: Question, catalogue: Catalogue) -> Answer:
    """ "Welke daarvan zijn knelpunt?" after the jobs of an option."""
    kept = {**question.context, "listing": None}
    return dispatch(Question("option_jobs", question.text, (), kept, question.audience), catalogue)


def _listed(question: Question, catalogue: Catalogue, theme: str) -> Answer:
    jobs, total = catalogue.bottlenecks(theme, offset_of(question), PAGE)
    reply = Reply(question, catalogue).cite(list_source(catalogue)).remember(theme=theme or None)
    year = catalogue.bottleneck_year()
    filters: Filters = {"theme": theme} if theme else {}
    if not total:
        key = "none" if theme else "no_list"
        reply.say(key, theme=theme_label(reply, theme), year=year)
        return offer_themes(reply, question).answer()
    _no_filters(reply, question)
    if offset_of(question):
        reply.say("next_page")
    elif theme:
        reply.say(
            "of_theme" if total > 1 else "of_theme_one", total=total, theme=theme_label(reply, theme), year=year
        ).say("no_promise")
    else:
        reply.say("all", total=total, year=year).say("no_promise")
    keep_list(reply.rows(job_rows(reply, jobs)), filters, [("job", job.name) for job in jobs], total)
    return (reply if theme else offer_themes(reply, question)).answer()


def _no_filters(reply: Reply, question: Question) -> None:
    """What was asked for that the list cannot be narrowed by."""
    places = [mention.text or title_of(reply.catalogue, "place", mention.value) for mention in question.named("place")]
    wanted = [*places, *words_said(question, "cannot")]
    reply.say_if(wanted, "no_filter", words=", ".join(dict.fromkeys(wanted))[:SHOWN])


@topic("bottleneck_what")
def bottleneck_what(question: Question, catalogue: Catalogue) -> Answer:
    counts = sorted(catalogue.bottleneck_counts(), key=lambda row: -row[0])[:YEARS]
    reply = Reply(question, catalogue).say("meaning").say("causes")
    reply.cite(*(source for _, _, source in counts))
    for year, count, _ in counts[:1]:
        reply.say("count", year=year, count=count)
    earlier = ", ".join(reply.wording("earlier", year=year, count=count) for year, count, _ in counts[1:])
    reply.say_if(earlier, "before", counts=earlier).say("no_promise")
    return reply.offer_all().answer()
