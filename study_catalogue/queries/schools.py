"""Where an option is taught, as far as a source says so."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.engine import Connection

from ..distance import km_between
from ..models import institutions
from ..records import Institution, Offer, Place
from . import shape
from .options import institutions_of
from .places import named


def of_option(connection: Connection, option_id: str, near: Place | None) -> list[Offer]:
    rows = institutions_of(connection, option_id)
    found = [_offer(connection, institution, written, near) for institution, written, read in rows if read]
    unknown = float("inf")
    return sorted(found, key=lambda offer: (unknown if offer.km is None else offer.km, offer.name))


def nearest(connection: Connection, kinds: tuple[str, ...], near: Place, limit: int) -> list[Offer]:
    """Institutions of these kinds, whatever they teach; those of which the place is not known are left out."""
    query = select(institutions).where(institutions.c.visible.is_(True), institutions.c.kind.in_(kinds))
    rows = connection.execute(query).mappings()
    found = [_offer(connection, shape.institution(row), row["name"], near) for row in rows]
    known = [offer for offer in found if offer.km is not None]
    return sorted(known, key=lambda offer: (offer.km, offer.name))[:limit]


def _offer(connection: Connection, institution: Institution | None, written: str, near: Place | None) -> Offer:
    if institution is None:
        return Offer(written, "", "", None, None)
    km = _distance(connection, institution.municipality, near) if near else None
    return Offer(institution.name, institution.municipality, institution.website, km, institution.source)


def _distance(connection: Connection, municipality: str, near: Place) -> float | None:
    """In km, between gazetteer points: that of "Gentbrugge" for "Gent (Gentbrugge)", else that of the municipality."""
    whole, _, part = municipality.rstrip(")").partition(" (")
    place = next((found[0] for name in (part, whole) if (found := named(connection, name))), None)
    return km_between(near.lat, near.lon, place.lat, place.lon) if place else None
