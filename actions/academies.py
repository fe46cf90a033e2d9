"""STEM academies nearby (capabilities.md, section 5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from actions.academies_left_out import left_out, say_left_out, values_left_out
from actions.academy_wishes import NONE, as_wished_for
from actions.answer import Answer, Choice
from actions.lists import Filters, keep_list, next_page, offset_of, says
from actions.names import choices_for, find_place, say_other_places, say_skipped
from actions.picks import picked
from actions.places import with_province
from actions.question import EXCLUDED, Question
from actions.registry import say_text, topic
from actions.reply import Reply
from actions.rows import academy_rows
from actions.schools import of_province
from actions.search import theme_label
from actions.texts import texts_of
from actions.views import map_view
from study_catalogue import Catalogue
from study_catalogue.distance import km_between
from study_catalogue.records import Academy, AcademyFilter, Nearby, Place

RADIUS = 25.0  # km that counts as nearby
FAR = 400.0  # km: all of Flanders from anywhere in it
PAGE = 3
NAMED = 2  # of those that a filter hides
MOST = 400  # more than there are within reach of any place
FILTERS = ("age", "theme", "focus")  # dropped from the last to the first when nothing is left
AGES = range(1, 100)
ADULT = 26  # from this age on
CHOSEN = "chosen"  # in slot `listing`: the row of it that was told of last
EVERYBODY, GIRLS = "iedereen", "meisjes"  # for whom one is
HOLIDAY = "vakantie"  # the focus that is not about who may come


@dataclass(frozen=True)
class Search:
    """What was found for some filters: a page of it, how many in all, and how many of those within reach."""

    filters: Filters
    page: list[Nearby]
    total: int
    within: int


@topic("academy_nearby")
@topic("academy_filter")
def academies(question: Question, catalogue: Catalogue) -> Answer:
    question = as_wished_for(question)
    if question.topic == "academy_nearby" and _narrows(question):
        return academies(replace(question, topic="academy_filter"), catalogue)
    if question.topic == "academy_filter" and not (filters_of(question) or question.named("focus")):
        return academies(replace(question, topic="academy_nearby"), catalogue)
    if says(question, "further") and _listing(question) and not question.mentions:
        return replace(academies(next_page(question, question.context["listing"]), catalogue), topic=question.topic)
    question = with_province(question, catalogue)
    place = find_place(question, catalogue)
    filters = filters_of(question)
    if isinstance(place, Answer):
        kept = {kind: filters.get(kind) for kind in FILTERS}
        return replace(place, remember={**kept, **place.remember})
    if question.named("academy"):
        return _about_one(question, catalogue, place)
    return _answer(question, catalogue, place, filters)


def _narrows(question: Question) -> bool:
    """Asked with an age, a focus or a subject more precise than "techniek"."""
    general = texts_of("academy_nearby").words["general"]
    narrowing = [mention for mention in question.mentions if mention.kind in FILTERS and mention.value != NONE]
    return any(mention.value not in general and mention.text.lower() not in general for mention in narrowing)


def _listing(question: Question) -> bool:
    return question.listing.get("topic") in ("academy_nearby", "academy_filter")


def filters_of(question: Question) -> Filters:
    """Age, theme and focus: a new value replaces the one of earlier questions about academies."""
    values = {kind: _filter(question, kind) for kind in FILTERS}
    return {kind: value for kind, value in values.items() if value}


def _filter(question: Question, kind: str) -> str:
    named = question.named(kind)
    if kind == "age" and not named:
        return _other_child(question) or _kept(question, kind)
    if named:
        kept = _kept_focus(question) if kind == "focus" else []
        values = [*kept, *(mention.value for mention in named if mention.value != NONE)]
        return "|".join(dict.fromkeys(values))
    return _kept(question, kind)


def _other_child(question: Question) -> str:
    """ "En voor de jongste?" after two ages: that one first; "en voor mijn dochter?" is the one not answered yet."""
    ages = _kept(question, "age").split("|")
    if len(ages) < 2 or not all(map(is_age, ages)):
        return ""
    if says(question, "youngest"):
        first = min(ages, key=int)
    elif says(question, "oldest"):
        first = max(ages, key=int)
    else:
        first = ages[1] if says(question, "other_child") else ages[0]
    return "|".join(dict.fromkeys((first, *ages)))


def _kept(question: Question, kind: str) -> str:
    last = (question.context.get("last") or {}).get(kind, question.topic)
    same_area = texts_of(last).area == texts_of(question.topic).area
    return str(question.context.get(kind) or "") if same_area else ""


def _kept_focus(question: Question) -> list[str]:
    """ "Voor iedereen" takes away for whom, not when. A choice, which has no words, takes away all."""
    said = any(mention.value == NONE and mention.text for mention in question.named("focus"))
    before = str(question.context.get("focus") or "").split("|")
    return [HOLIDAY] if said and HOLIDAY in before else []


def wanted_of(filters: Filters) -> AcademyFilter:
    focus = filters.get("focus", "").split("|")
    age = filters.get("age", "").split("|")[0]
    return AcademyFilter(
        age=int(age) if is_age(age) else None,
        theme=filters.get("theme", "").split("|")[0],
        focus=next((value for value in focus if value and value != HOLIDAY), ""),
        holiday=HOLIDAY in focus,
        without_theme=values_left_out(filters, "theme"),
        without_focus=values_left_out(filters, "focus"),
        without_municipality=values_left_out(filters, "place"),
    )


def is_age(text: str) -> bool:
    return text.isdecimal() and int(text) in AGES


def find(catalogue: Catalogue, place: Place, filters: Filters, offset: int) -> Search:
    found, total = catalogue.academies_near(place.lat, place.lon, wanted_of(filters), FAR, offset, PAGE)
    return Search(filters, found, total, _within(catalogue, place, filters))


def _within(catalogue: Catalogue, place: Place, filters: Filters) -> int:
    """How many there are within reach; the catalogue falls back on the nearest when there is none."""
    nearest, count = catalogue.academies_near(place.lat, place.lon, wanted_of(filters), RADIUS, 0, 1)
    return count if nearest and nearest[0].km <= RADIUS else 0


def _answer(question: Question, catalogue: Catalogue, place: Place, filters: Filters) -> Answer:
    reply = Reply(question, catalogue).cite(place.source)
    reply.remember(place=place.id, **{kind: filters.get(kind) for kind in FILTERS})
    say_skipped(reply)
    reply.say_if(of_province(question, [place]), "of_province", place=place.name)
    say_other_places(reply, place)
    wrong = _wrong_age(filters)
    if wrong:
        filters = {kind: value for kind, value in filters.items() if kind != "age"}
        reply.say(wrong).remember(age=None)
    if wrong == "adult":
        reply.offer("adults")
    filters = {**filters, **left_out(question, catalogue)}
    if not offset_of(question):
        say_left_out(reply, filters)
    reply.say_if(says(question, "days"), "no_days")
    found = find(catalogue, place, filters, offset_of(question))
    if not found.page and not offset_of(question):
        found = _with_fewer(reply, place, filters)
    here = _hidden_here(reply, place, found)
    _head(reply, place, found, here)
    return _list(reply, question, place, found, here)


def _wrong_age(filters: Filters) -> str:
    """What is wrong with the age that was given, as the key of a text."""
    age = filters.get("age", "").split("|")[0]
    if not age or (is_age(age) and int(age) < ADULT):
        return ""
    return "adult" if is_age(age) else "bad_age"


def _with_fewer(reply: Reply, place: Place, filters: Filters) -> Search:
    """Nothing anywhere with all filters: leave them out one by one, and say which."""
    left = dict(filters)
    for kind in reversed([kind for kind in FILTERS if kind in filters]):
        dropped = left.pop(kind)
        found = find(reply.catalogue, place, left, 0)
        reply.say("dropped", filter=_label(reply, kind, dropped))
        if found.page:
            return found
    return find(reply.catalogue, place, {}, 0)


def _head(reply: Reply, place: Place, found: Search, here: Sequence[Nearby]) -> None:
    label = label_of(reply, found.filters)
    if offset_of(reply.question):
        reply.say("next_page" if found.page else "no_more")
    elif not found.within:
        reply.say("nothing_near", place=place.name, filters=label, km=int(RADIUS)).say("nearest_are")
        _wider(reply, place, found)
    else:
        if here:
            names = reply.joined([nearby.academy.name for nearby in here], "and")
            reply.say("hidden_here", filters=_narrower(reply, found), place=place.municipality, names=names)
        key = "found" if found.within > 1 else "found_one"
        reply.say(key, count=found.within, place=place.name, filters=label, km=int(RADIUS))
        reply.say_if(found.within < len(found.page), "rest_further")


def _wider(reply: Reply, place: Place, found: Search) -> None:
    """The filters emptied the list nearby: say what there is without them; for the same age some by name."""
    wider = _for_the_age(reply.catalogue, place, found)
    if wider:
        names = reply.joined([nearby.academy.name for nearby in wider[:NAMED]], "and")
        age = label_of(reply, _age_of(found.filters))
        reply.say("wider", filters=_narrower(reply, found), count=len(wider), age=age, names=names)
        return
    without = _within(reply.catalogue, place, {})
    if set(found.filters) & {*FILTERS} and without:
        reply.say("left_out", count=without)


def _hidden_here(reply: Reply, place: Place, found: Search) -> list[Nearby]:
    """What is in the municipality itself, where all that fits is further away; it comes before the list."""
    inside = any(nearby.academy.municipality == place.municipality for nearby in found.page)
    if inside or not found.within or offset_of(reply.question):
        return []
    wider = _for_the_age(reply.catalogue, place, found)
    return [nearby for nearby in wider if nearby.academy.municipality == place.municipality][:NAMED]


def _for_the_age(catalogue: Catalogue, place: Place, found: Search) -> list[Nearby]:
    """What there is within reach for the same age, when more than the age was asked; nearest first."""
    kept = _age_of(found.filters)
    if kept == found.filters:
        return []
    nearest, _ = catalogue.academies_near(place.lat, place.lon, wanted_of(kept), RADIUS, 0, MOST)
    return [nearby for nearby in nearest if nearby.km <= RADIUS]


def _age_of(filters: Filters) -> Filters:
    return {kind: value for kind, value in filters.items() if kind in ("age", EXCLUDED)}


def _narrower(reply: Reply, found: Search) -> str:
    """The filters beside the age, in words."""
    return label_of(reply, {kind: value for kind, value in found.filters.items() if kind in ("theme", "focus")}).strip()


def label_of(reply: Reply, filters: Filters) -> str:
    return "".join(f" {_label(reply, kind, filters[kind])}" for kind in FILTERS if filters.get(kind))


def _label(reply: Reply, kind: str, value: str) -> str:
    first = value.split("|")[0]
    if kind == "age":
        return reply.wording("filter_age", age=first)
    if kind == "theme":
        return reply.wording("filter_theme", theme=theme_label(reply, first))
    return " ".join(reply.label("filter_focus", part) for part in value.split("|"))


def _list(reply: Reply, question: Question, place: Place, found: Search, here: Sequence[Nearby]) -> Answer:
    rows = [*here, *found.page]
    reply.rows(academy_rows(reply, rows)).cite(*(nearby.academy.source for nearby in rows))
    if found.page:
        reply.say("check").show(map_view(reply, place, rows))
    ahead, shown = ([("academy", nearby.academy.id) for nearby in part] for part in (here, found.page))
    keep_list(reply, {"place": place.id, **found.filters}, shown, found.total, ahead=ahead)
    _other_places(reply, question)
    if set(found.filters) & {*FILTERS}:
        without = tuple((kind, NONE) for kind in found.filters)
        reply.offer_choice(Choice(reply.wording("no_filter"), "academy_nearby", (("place", place.id), *without)))
    _other_ages(reply, place, found.filters)
    if "theme" not in found.filters:
        reply.offer("robots")
    return reply.offer("what").answer()


def _other_ages(reply: Reply, place: Place, filters: Filters) -> None:
    """Two children: the first one's age was looked for, the others are a tap away."""
    for age in filters.get("age", "").split("|")[1:]:
        about = {"place": place.id, **filters, "age": age}
        reply.offer_choice(Choice(reply.wording("other_age", age=age), "academy_filter", tuple(about.items())))


def picked_one(question: Question, catalogue: Catalogue) -> Answer | None:
    """All that is known of the academy that the message picks from the last list ("wat kost de eerste?")."""
    pick = picked(question, catalogue)
    if pick is None or not pick.named("academy"):
        return None
    return replace(academies(pick, catalogue), topic=question.topic)


@topic("academy_register")
def academy_register(question: Question, catalogue: Catalogue) -> Answer:
    one = chosen(question, catalogue)
    return (
        picked_one(question, catalogue)
        or (_registering(question, catalogue, one) if one else None)
        or say_text(question, catalogue)
    )


def chosen(question: Question, catalogue: Catalogue) -> Academy | None:
    """The one of the list that was told of last, when the message names nothing else and no others."""
    listing = question.listing
    id = "" if question.mentions or says(question, "several") else str(listing.get(CHOSEN) or "")
    return catalogue.academy(id) if id else None


def _registering(question: Question, catalogue: Catalogue, academy: Academy) -> Answer:
    reply = Reply(question, catalogue).cite(academy.source).say("of_one", name=academy.name)
    reply.say_if(academy.organiser, "of_one_by", organiser=academy.organiser)
    reply.say_if(academy.website, "of_one_site", site=academy.website)
    return reply.say("of_one_place").offer("price").offer("more_text").answer()


def _about_one(question: Question, catalogue: Catalogue, place: Place) -> Answer:
    """One row of the last list, with all that is known of it."""
    academy = catalogue.academy(question.named("academy")[0].value)
    listing = question.listing
    reply = Reply(question, catalogue).remember(place=place.id)
    reply.remember(listing={**listing, CHOSEN: academy.id}) if academy and listing else None
    if academy is None:
        return reply.say("gone").cite(place.source).offer("near", place=place.id).offer("what").answer()
    nearby = Nearby(academy, km_between(place.lat, place.lon, academy.lat, academy.lon))
    reply.cite(academy.source)
    _who_may_come(reply, academy)
    reply.say("one", name=academy.name).say_if(academy.organiser, "organiser", organiser=academy.organiser)
    priced = "price" if academy.price_info else "no_price"
    reply.say(priced, price=academy.price_info).say("check")
    return reply.rows(academy_rows(reply, [nearby])).show(map_view(reply, place, [nearby])).offer("what").answer()


def _who_may_come(reply: Reply, academy: Academy) -> None:
    """Whether it is for girls too, and for somebody of the age that the message names."""
    ages, girls = reply.question.ages[:1], "meisjes" in reply.question.text.lower()
    reply.say_if(girls and academy.focus in (EVERYBODY, GIRLS), f"for_{academy.focus}")
    if not ages or not (academy.min_age or academy.max_age):
        reply.say_if(ages, "no_age")
        return
    fits = (academy.min_age or 0) <= ages[0] <= (academy.max_age or max(AGES))
    reply.say("age_fits" if fits else "age_not", age=ages[0])


def _other_places(reply: Reply, question: Question) -> None:
    """A name that several places carry: answered for the best known, the others are offered."""
    others = [other for mention in question.named("place") for other in mention.candidates]
    if others:
        reply.say("other_places").offer_choice(*choices_for(question, reply.catalogue, "place", others))
