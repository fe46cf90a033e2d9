"""What narrows a question down: age, postal code, level, finality, theory or practice, dual, focus."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import yaml
from text_to_num import alpha2digit

from bot.nlu.lexicon import FOLDER, any_of
from bot.nlu.text import fold

LEXICON = FOLDER / "details.yml"
_NUMBER = r"(?P<age>[-−]?\d{1,3})"
_LIVED = rf"(?! {any_of('not_lived_years')}\b)"
_ORDINAL = r"e\b|de\b|ste\b"
_NOT_AN_AGE = rf"(?! ?[+*/=]|\d|[.,]\d|%|{_ORDINAL}| ?{any_of('other_units')}\b| jaar {any_of('not_lived_years')}\b)"
_LINK = r"(?: (?:van|is|die|nu|al|net|pas|word|wordt|dat|ongeveer|rond)){0,3}"
_SOON = r"(?: (?:nu|al|pas|bijna|net|in \w+))?"
_AGES = [
    re.compile(rf"(?<![\d.,]){_NUMBER}[ -]?(?:jaar|jr|jarigen?|j)\b{_LIVED}"),
    re.compile(rf"\b{any_of('person')}{_LINK} {_NUMBER}{_NOT_AN_AGE}"),
    re.compile(rf"\b{any_of('before_an_age')}{_SOON} {_NUMBER}{_NOT_AN_AGE}"),
    re.compile(rf"\b(?:ik|hij|zij|ze|die) {_NUMBER} (?:ben|is|zijn|word|wordt)\b"),
    re.compile(rf"\bvan {_NUMBER}{_NOT_AN_AGE}(?=\s*(?:$|[,?!.]|en |tot |die |of |met |in |uit |wil |mag ))"),
    re.compile(rf"\bvoor {_NUMBER}{_NOT_AN_AGE}(?=\s*(?:$|[,?!.]))"),
    re.compile(rf"\bniet \d{{1,2}}(?: jaar)? maar {_NUMBER}{_NOT_AN_AGE}"),
    re.compile(rf"\bop (?:mijn|je|zijn|haar|uw) {_NUMBER}(?:ste|de|e)\b"),
]
_CODE = re.compile(r"(?<![\d.,])([1-9]\d{3})(?!\d|[.,]\d| ?(?:euro|eur|uur|leerlingen|keer|km)\b)")
_LOOKS_LIKE_YEAR = re.compile(r"(?:19[89]|20[0-4])\d")


_AFTER = re.compile(r"\bna(?:dat ik)?(?: (?:het|de|mijn|dit|deze|t|ons|zijn|haar))? *$")
_THERE_NOW = re.compile(
    r"\b(?:zit|zitten|ben|zijn|doe|volg|zat)(?: (?!wil|wel|ga)\w+){0,2}(?: (?:in|het|t|de|mijn))* *$"
)
_LAST_YEAR = re.compile(r"\b(?:[246](?!\w*\W*graad)|tweede\b(?! graad)|vierde\b|zesde\b)")


@dataclass(frozen=True)
class Detail:
    """A detail found in a message: text[start:end]."""

    kind: str
    value: str
    start: int
    end: int


def load_patterns(path: Path = LEXICON) -> list[tuple[str, str, re.Pattern[str]]]:
    """(kind, value, pattern) rows of the lexicon file."""
    data: dict[str, dict[str, list[str]]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [
        (kind, value, re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)"))
        for kind, values in data.items()
        for value, forms in values.items()
    ]


def find_details(
    text: str, patterns: list[tuple[str, str, re.Pattern[str]]], known_code: Callable[[str], bool]
) -> list[Detail]:
    """Details in `text`; of two that overlap the longer one stays."""
    folded = fold(text)
    found = [*_ages(text), *_codes(folded, known_code), *_pattern_hits(folded, patterns)]
    return _apart(found)


def moment_of(detail: Detail, text: str) -> str:
    """How a level is meant: "after" it, "now" or in its "last" year, where somebody is; else just by "name"."""
    folded = fold(text)
    words = folded[detail.start : detail.end]
    before = folded[: detail.start] + re.match(r"(?:(?:in|na|naar|van|uit) )?(?:(?:het|t) )?", words)[0]  # type: ignore[index]
    if _AFTER.search(before):
        return "after"
    if not _THERE_NOW.search(before):
        return "name"
    return "last" if _LAST_YEAR.search(words) else "now"


def _pattern_hits(folded: str, patterns: list[tuple[str, str, re.Pattern[str]]]) -> list[Detail]:
    return [Detail(kind, value, *hit.span()) for kind, value, pattern in patterns for hit in pattern.finditer(folded)]


def _ages(text: str) -> list[Detail]:
    lowered = text.lower()
    found = _aged(lowered)
    return found or _spelt_ages(lowered)


def _aged(lowered: str) -> list[Detail]:
    found = [_age(hit) for pattern in _AGES for hit in pattern.finditer(lowered)]
    return sorted(set(found), key=lambda detail: detail.start)


def _age(hit: re.Match[str]) -> Detail:
    return Detail("age", str(int(hit.group("age").replace("−", "-"))), *hit.span("age"))


def _spelt_ages(lowered: str) -> list[Detail]:
    """Ages in words ("een meisje van twaalf"): read in the text with digits, placed on the word they stand for."""
    digits = str(alpha2digit(lowered, "nl"))
    if digits == lowered:
        return []
    return [_replaced(detail, lowered, digits) for detail in _aged(digits)[:1]]


def _replaced(detail: Detail, lowered: str, digits: str) -> Detail:
    """The words that were turned into digits start where both texts part and end where the rests are alike."""
    start = next((i for i, (a, b) in enumerate(zip(lowered, digits, strict=False)) if a != b), 0)
    rest = digits[detail.end :]
    end = len(lowered) - len(rest) if lowered.endswith(rest) else len(lowered)
    return Detail(detail.kind, detail.value, min(start, end), end)


def _codes(folded: str, known_code: Callable[[str], bool]) -> list[Detail]:
    return [_code(hit, folded, known_code) for hit in _CODE.finditer(folded) if not _is_year(hit, folded)]


def _code(hit: re.Match[str], folded: str, known_code: Callable[[str], bool]) -> Detail:
    kind = "place_code" if known_code(hit.group(1)) else "postal_code"
    return Detail(kind, hit.group(1), *hit.span(1))


def _is_year(hit: re.Match[str], folded: str) -> bool:
    if not _LOOKS_LIKE_YEAR.fullmatch(hit.group(1)):
        return False
    return bool(folded[: hit.start()].strip()) and not re.search(
        r"(?:postcode|uit|bij|buurt van|rond|gemeente) *$", folded[: hit.start()]
    )


def _apart(found: list[Detail]) -> list[Detail]:
    kept: list[Detail] = []
    for detail in sorted(found, key=lambda d: d.start - d.end):
        if all(detail.end <= other.start or detail.start >= other.end or detail.kind != other.kind for other in kept):
            kept.append(detail)
    return sorted(kept, key=lambda d: d.start)
