"""What an academy costs (capabilities.md, section 5): per row where it is known."""

from __future__ import annotations

from actions.academies import FAR, PAGE, chosen, filters_of, picked_one, wanted_of
from actions.answer import Answer, Item
from actions.leads import lead_on
from actions.names import find_place
from actions.question import Question
from actions.registry import say_text, topic
from actions.reply import Reply
from actions.rows import confirmed, distance_marks
from actions.texts import texts_of
from study_catalogue import Catalogue
from study_catalogue.records import Academy, Nearby, Place

LOOKED_AT = 60  # of the nearest ones: about half say what they cost


@topic("academy_price")
def academy_price(question: Question, catalogue: Catalogue) -> Answer:
    """Of one in the last list; else the nearest ones whose price was read, when a place is known; else as a rule."""
    one = picked_one(question, catalogue)
    if one:
        return one
    place, last = _known_place(question, catalogue), chosen(question, catalogue)
    if last and place:
        return _of_one(question, catalogue, last)
    priced = _priced(question, catalogue, place) if place else []
    if place is None or not priced:
        return say_text(question, catalogue)
    reply = Reply(question, catalogue).remember(place=place.id)
    reply.say("of_place", place=place.name).rows([_row(reply, nearby) for nearby in priced]).say("now")
    reply.cite(*(nearby.academy.source for nearby in priced))
    rows = [("academy", nearby.academy.id) for nearby in priced]
    return lead_on(reply.offer_all().offer("more_text"), rows, place.id).answer()


def _of_one(question: Question, catalogue: Catalogue, academy: Academy) -> Answer:
    reply = Reply(question, catalogue).cite(academy.source)
    reply.say("of_one" if academy.price_info else "of_one_unknown", name=academy.name, price=academy.price_info)
    return reply.say("now").offer_all().answer()


def _known_place(question: Question, catalogue: Catalogue) -> Place | None:
    """The place of this question or of the one before; it is never asked for."""
    if not (question.named("place") or question.context.get("place")):
        return None
    place = find_place(question, catalogue)
    return None if isinstance(place, Answer) else place


def _priced(question: Question, catalogue: Catalogue, place: Place) -> list[Nearby]:
    wanted = wanted_of(filters_of(question))
    nearest, _ = catalogue.academies_near(place.lat, place.lon, wanted, FAR, 0, LOOKED_AT)
    return [nearby for nearby in nearest if _says_price(nearby.academy)][:PAGE]


def _says_price(academy: Academy) -> bool:
    """Not "via de school": that says who may come."""
    words = academy.price_info.lower().replace(";", " ").split()
    return not academy.via_school and bool(set(words) & set(texts_of("academy_price").words["price"]))


def _row(reply: Reply, nearby: Nearby) -> Item:
    academy = nearby.academy
    parts = (academy.municipality, academy.price_info, confirmed(reply, academy), academy.website)
    return Item(academy.name, "; ".join(part for part in parts if part), distance_marks(reply, nearby.km))
