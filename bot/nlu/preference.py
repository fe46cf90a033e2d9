"""Which of the things that a name may stand for is meant first."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.fuzz import ratio

from bot.nlu.names import Found
from bot.nlu.text import fold
from study_catalogue import Catalogue


class Preference:
    """Orders the readings of a name. Lookups are remembered, so it lives as long as one version of the catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._levels = lru_cache(maxsize=None)(self._find_levels)
        self._is_municipality = lru_cache(maxsize=None)(self._find_municipality)
        self.places_with = lru_cache(maxsize=None)(self._find_places)

    def ordered(self, hit: Found, levels: set[str]) -> tuple[str, ...]:
        """The targets of a hit, best first.

        Municipalities, present and former, go before the villages inside them. Of the options that an old name or alias
        may mean, the first grade comes last and the name most like the words first; those on a level that the message
        names ("master biomedische wetenschappen") push out the others. Among equals the catalogue's order stays.
        """
        if hit.entry.kind == "place":
            return tuple(sorted(hit.entry.targets, key=lambda place: not self._is_municipality(place)))
        return self._options(hit, levels) if hit.entry.kind == "option" else hit.entry.targets

    def _options(self, hit: Found, levels: set[str]) -> tuple[str, ...]:
        fitting = [name for name in hit.entry.targets if self._levels(name) & levels] or list(hit.entry.targets)
        if hit.entry.basis == "name":
            return tuple(fitting)
        words = fold(hit.text)
        return tuple(sorted(fitting, key=lambda name: (self._levels(name) == {"so-1"}, -ratio(words, fold(name)))))

    def _find_levels(self, name: str) -> frozenset[str]:
        return frozenset(option.level for option in self._catalogue.options_named(name))

    def _find_municipality(self, id: str) -> bool:
        place = self._catalogue.place(id)
        return place is not None and (place.name == place.municipality or bool(place.former_municipality))

    def _find_places(self, code: str) -> tuple[str, ...]:
        return tuple(place.id for place in self._catalogue.places_with_code(code))
