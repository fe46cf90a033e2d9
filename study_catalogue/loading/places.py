"""Places, municipalities and mergers, with every name a place is known by."""

from __future__ import annotations

from ..models import mergers, municipalities, place_names, places
from ..rows import Row, check_unique
from ..text import fold
from .batch import Batch, Record, known_sources, source_record

BELGIUM_LAT, BELGIUM_LON = (49.49, 51.51), (2.54, 6.41)
PLACE_COLUMNS = ("postal_code", "place", "municipality", "province", "lat", "lon")
PROVINCES = (
    "Antwerpen",
    "Limburg",
    "Oost-Vlaanderen",
    "Vlaams-Brabant",
    "West-Vlaanderen",
    "Brussels Hoofdstedelijk Gewest",
)


def load(batch: Batch) -> int:
    _load_places(batch)
    _load_municipalities(batch)
    _load_mergers(batch)
    _load_names(batch)
    return batch.count(places)


def point(row: Row) -> Record:
    """`lat` and `lon` in degrees, inside Belgium."""
    return {"lat": row.number("lat", *BELGIUM_LAT), "lon": row.number("lon", *BELGIUM_LON)}


def postal_code(row: Row, column: str = "postal_code") -> str:
    return str(row.whole(column, 1000, 9999) or row.fail(f"'{column}' is empty"))


def _load_places(batch: Batch) -> None:
    taken, source = set[str](), source_record(known_sources(batch)["places"])
    for position, row in enumerate(batch.read("gazetteer.csv", PLACE_COLUMNS)):
        record = {**_place(row, position, taken), **source}
        taken.add(record["id"])
        batch.add(places, record)


def _place(row: Row, position: int, taken: set[str]) -> Record:
    code, name = postal_code(row), row.need("place")
    plain = f"{code} {name}"
    # Cargovil is shared by two municipalities: the second says which
    place_id = plain if plain not in taken else f"{plain} ({row.need('municipality')})"
    if place_id in taken:
        row.fail(f"place {place_id} stands twice")
    return {
        "id": place_id,
        "position": position,
        "postal_code": code,
        "name": name,
        "municipality": row.need("municipality"),
        "province": row.one_of("province", PROVINCES),
        "former_municipality": "",
        **point(row),
    }


def _load_municipalities(batch: Batch) -> None:
    rows = batch.read("municipalities.csv", ("refnis", "municipality", "province", "main_postal_code"))
    check_unique(rows, "refnis")
    check_unique(rows, "municipality")
    for row in rows:
        batch.add(municipalities, _municipality(batch, row))
    _check_every_municipality_known(batch)


def _municipality(batch: Batch, row: Row) -> Record:
    name, code = row.need("municipality"), postal_code(row, "main_postal_code")
    inside = [place for place in batch.rows(places) if place["municipality"] == name and place["postal_code"] == code]
    if not inside:
        row.fail(f"no place of {name} has postal code {code}")
    return {
        "refnis": row.need("refnis"),
        "name": name,
        "province": row.one_of("province", PROVINCES),
        "main_place": min(inside, key=lambda place: (place["name"] != name, place["position"]))["id"],
    }


def _check_every_municipality_known(batch: Batch) -> None:
    known = batch.values(municipalities, "name")
    for row in batch.read("gazetteer.csv", ("municipality",)):
        if row.need("municipality") not in known:
            row.fail(f"municipality {row.need('municipality')} is not in municipalities.csv")


def _load_mergers(batch: Batch) -> None:
    rows = batch.read("mergers.csv", ("old", "new", "date", "main_place"))
    check_unique(rows, "old")
    by_id = {place["id"]: place for place in batch.rows(places)}
    for row in rows:
        batch.add(mergers, _merger(batch, row))
        place = by_id[row.need("main_place")]
        if row.need("old") != place["municipality"]:
            place["former_municipality"] = row.need("old")


def _merger(batch: Batch, row: Row) -> Record:
    return {
        "old": row.need("old"),
        "new": row.one_of("new", batch.values(municipalities, "name")),
        "date": row.day("date") or row.fail("'date' is empty"),
        "main_place": row.one_of("main_place", batch.values(places, "id")),
    }


def _load_names(batch: Batch) -> None:
    ranked: dict[tuple[str, str], Record] = {}
    for text, place_id, rank in _ranked(batch):
        key = (fold(text), place_id)
        if key not in ranked or rank < ranked[key]["rank"]:
            ranked[key] = {"key": key[0], "place_id": place_id, "text": text, "rank": rank}
    for record in ranked.values():
        batch.add(place_names, record)


def _ranked(batch: Batch) -> list[tuple[str, str, int]]:
    """(name, place id, rank), best known first."""
    found = [(town["name"], town["main_place"], 0) for town in batch.rows(municipalities)]
    found += [(merger["old"], merger["main_place"], 0) for merger in batch.rows(mergers)]
    main_of_code = {place["postal_code"]: place["id"] for place in reversed(batch.rows(places))}
    towns, same_point = set(found), set[tuple[object, ...]]()
    for place in sorted(batch.rows(places), key=lambda place: (place["name"], place["id"], 0) not in towns):
        spot = (place["name"], place["municipality"], place["lat"], place["lon"])
        if spot not in same_point:  # the seven codes of Antwerpen are one place to the reader
            same_point.add(spot)
            found.append((place["name"], place["id"], 1 if main_of_code[place["postal_code"]] == place["id"] else 2))
    return found
