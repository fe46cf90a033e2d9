"""What an academy costs (capabilities.md, section 5): per row where it is known."""

from __future__ import annotations

from actions.academies import FAR, PAGE, RADIUS, chosen, filters_of, label_of, picked_one, wanted_of
from actions.answer import Answer, Item
from actions.leads import lead_on
from actions.lists import Filters, says
from actions.names import find_place
from actions.question import Question
from actions.registry import say_text, topic
from actions.reply import Reply
from actions.rows import confirmed, distance_marks
from actions.texts import texts_of
from study_catalogue import Catalogue
from study_catalogue.records import Academy, Nearby, Place

LISTS = ("academy_nearby", "academy_filter")
LOOKED_AT = 60  # of the nearest ones: about half say what they cost


@topic("academy_price")
def academy_price(question: Question, catalogue: Catalogue) -> Answer:
    """Of one in the last list; else the nearest ones whose price was read, when a place is known; else as a rule."""
    one = picked_one(question, catalogue)
    if one:
        return one
    place, last = _known_place(question, catalogue), _named(question, catalogue) or chosen(question, catalogue)
    if last and place:
        return _of_one(question, catalogue, last)
    free = says(question, "free")
    shown = _shown_now(question, catalogue) if place else []
    of_rows = _of_rows(question, catalogue, place, shown) if place and not free else None
    if of_rows:
        return of_rows
    filters, priced = _priced(question, catalogue, place, free, bool(shown)) if place else ({}, [])
    if place is None or not priced:
        return say_text(question, catalogue)
    reply = Reply(question, catalogue).remember(place=place.id, age=filters_of(question).get("age"))
    label = label_of(reply, filters)
    far = priced[0].km > RADIUS
    key = ("free_far" if far else "free_of_place") if free else "of_place"
    reply.say_if(shown and not free, "of_rows_unknown", total=len(shown[-PAGE:]))
    reply.say(key, place=place.name, filters=label, **({"km": int(RADIUS)} if key == "free_far" else {}))
    reply.rows(_row(reply, near.academy, distance_marks(reply, near.km)) for near in priced).say("now")
    reply.cite(*(nearby.academy.source for nearby in priced))
    rows = [("academy", nearby.academy.id) for nearby in priced]
    return lead_on(reply.offer_all().offer("more_text"), rows, place.id).answer()


def _of_one(question: Question, catalogue: Catalogue, academy: Academy) -> Answer:
    reply = Reply(question, catalogue).cite(academy.source)
    reply.say("of_one" if academy.price_info else "of_one_unknown", name=academy.name, price=academy.price_info)
    return reply.say("now").offer_all().answer()


def _shown_now(question: Question, catalogue: Catalogue) -> list[Academy]:
    """The rows of a list that was the last thing shown, where the message names nothing else to look for."""
    listing = question.listing
    of_it = listing.get("topic") in LISTS and question.context.get("subject") in LISTS
    if not of_it or question.mentions or says(question, "several"):
        return []
    return [found for kind, value in listing["shown"] if kind == "academy" and (found := catalogue.academy(value))]


def _of_rows(question: Question, catalogue: Catalogue, place: Place, shown: list[Academy]) -> Answer | None:
    """What was read of the price of each row of the last page; None when it was of none."""
    rows = shown[-PAGE:]
    known = [academy for academy in rows if _says_price(academy)]
    if not known:
        return None
    reply = Reply(question, catalogue).cite(*(academy.source for academy in known))
    key = "of_rows" if len(known) == len(rows) else "of_rows_some"
    reply.say(key, total=len(rows), count=len(known), place=place.name).say("now")
    reply.rows(_row(reply, academy, read=academy in known) for academy in rows)
    reply.number_from(len(shown) - len(rows) + 1).offer_all().offer("more_text")
    return lead_on(reply, [("academy", academy.id) for academy in rows], place.id).answer()


def _known_place(question: Question, catalogue: Catalogue) -> Place | None:
    """The place of this question or of the one before; it is never asked for."""
    if not (question.named("place") or question.context.get("place")):
        return None
    place = find_place(question, catalogue)
    return None if isinstance(place, Answer) else place


def _named(question: Question, catalogue: Catalogue) -> Academy | None:
    return next((catalogue.academy(mention.value) for mention in question.named("academy")), None)


def _priced(
    question: Question, catalogue: Catalogue, place: Place, free: bool, close: bool
) -> tuple[Filters, list[Nearby]]:
    """The nearest ones whose price was read; those that are free when that is asked. If need be for the age alone:
    where none is free, or none is close and that was asked."""
    filters = filters_of(question)
    of_age = {kind: value for kind, value in filters.items() if kind == "age"}
    told: list[tuple[Filters, list[Nearby]]] = []
    for wanted in (filters, of_age) if free or close else (filters,):
        nearest, _ = catalogue.academies_near(place.lat, place.lon, wanted_of(wanted), FAR, 0, LOOKED_AT)
        said = [nearby for nearby in nearest if _says_price(nearby.academy)]
        found = [nearby for nearby in said if not free or _is_free(nearby.academy)][:PAGE]
        told += [(wanted, found)] if found else []
    near = (pair for pair in told if free or not close or pair[1][0].km <= RADIUS)
    return next(near, told[0] if told else (filters, []))


def _is_free(academy: Academy) -> bool:
    return academy.price_info.lower().startswith("gratis")


def _says_price(academy: Academy) -> bool:
    """Not "via de school": that says who may come."""
    words = academy.price_info.lower().replace(";", " ").split()
    return not academy.via_school and bool(set(words) & set(texts_of("academy_price").words["price"]))


def _row(reply: Reply, academy: Academy, marks: tuple[str, ...] = (), read: bool = True) -> Item:
    price = academy.price_info if read else reply.wording("unread")
    parts = (academy.municipality, price, confirmed(reply, academy), academy.website)
    return Item(academy.name, "; ".join(part for part in parts if part), marks)
