"""From a guess with its trust to what is answered: the topic, a question between readings, or a refusal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bot.nlu.alarm import CALL
from bot.nlu.entity import Entity
from bot.nlu.lexicon import OUTSIDE_NAME, cues
from bot.nlu.refusal_model import FOREIGN
from bot.nlu.text import pieces, uncovered
from bot.nlu.topic_model import OUTSIDE
from bot.nlu.words import is_dutch_word

MOST_NONSENSE_WORDS = 4
MOST_READINGS = 3
ASKING = 0.5  # share from which a bare name is no longer one: in cross-validation 15 of 16 such were questions
BETWEEN = 0.5  # share that two readings hold together where one of them must be meant
EITHER = "_job_ _option_"  # "elektricien"
EXPLAINED = ("option_info", "job_info")
ACADEMIES = ("academy_nearby", "academy_filter")
Readings = tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class Bars:
    """What a decision needs, as chances between 0 and 1.

    sure, hopeless: trust above and below which no second opinion is asked;
    accept: trust to answer; ask: trust to ask back, and to take a bare name; close: a reading's share of the best
    one's; alarm: the chance that it is a call for help; alarm_in_words: the
    same where words of danger say so too; alarm_beside: the same for what stands beside a study question without any
    word of danger; calm: the chance, without the sentence embedding, below which
    it surely is none
    """

    sure: float
    hopeless: float
    accept: float
    ask: float
    close: float
    alarm: float
    alarm_in_words: float
    alarm_beside: float
    calm: float


@dataclass(frozen=True)
class Guess:
    """A message as the models see it.

    ranking: (topic, share) of all topics, best first; refines: it only narrows down the last list ("alleen hout");
    language: the code of the language it is in when that is surely not Dutch, else ""; call: the chance that it is a
    call for help; in_words: words of danger say that it is one; written: with the names as written
    """

    normal: str
    ranking: Readings
    trust: float
    refines: bool = False
    language: str = ""
    call: float = 0.0
    in_words: bool = False
    written: str = ""

    @cached_property
    def inside(self) -> Readings:
        return tuple(row for row in self.ranking if row[0] not in OUTSIDE)


@dataclass(frozen=True)
class Decision:
    topic: str
    trust: float
    readings: Readings = ()


def decide(guess: Guess, bars: Bars) -> Decision:
    """Danger first, then what is certain by its form, then the models."""
    return by_form(guess, bars) or by_models(guess, bars)


def by_models(guess: Guess, bars: Bars) -> Decision:
    inside = tuple(row for row in guess.inside if row[0] != CALL)
    best = inside[0][0]
    if guess.trust >= _bar(best, bars) and not _is_outvoted(guess, best):
        return Decision(best, guess.trust)
    if is_bare_question(guess.normal):
        return Decision(next((topic for topic, _ in guess.ranking if topic in EXPLAINED), EXPLAINED[0]), guess.trust)
    return _in_doubt(guess, bars, inside)


def by_form(guess: Guess, bars: Bars) -> Decision | None:
    """What needs no model, or must not depend on one."""
    if is_call(guess, bars):
        return Decision(CALL, 1.0)
    if guess.language:
        return Decision(FOREIGN, 1.0)
    if not any(sign.isalpha() for sign in guess.normal):
        return Decision("nonsense", 0.0)
    if guess.inside[0][0] in (*ACADEMIES, "academy_what", "inform") and is_about_an_academy_somewhere(guess):
        return Decision(next(topic for topic, _ in guess.ranking if topic in ACADEMIES), 1.0)
    informs = guess.refines or is_bare_name(guess.normal)
    return Decision("inform", 1.0) if informs and not _is_asking(guess) else None


def is_call(guess: Guess, bars: Bars) -> bool:
    return guess.call >= (bars.alarm_in_words if guess.in_words else bars.alarm)


def needs_second_opinion(guess: Guess, bars: Bars) -> bool:
    """In doubt: neither sure nor hopeless by the word model alone, and not certain by its form; or perhaps a call."""
    if bars.calm <= guess.call <= 1 - bars.calm:
        return True
    return bars.hopeless < guess.trust < bars.sure and by_form(guess, bars) is None


def is_bare_name(normal: str) -> bool:
    """A name and words around it that ask nothing: "en in _place_", "nee ik bedoel _option_"."""
    words = normal.split()
    if f"_{OUTSIDE_NAME}_" in words:
        return False
    rest = [word for word in words if not word.startswith("_")]
    return len(rest) < len(words) and all(word in cues("around_a_bare_name") for word in rest)


def is_bare_question(normal: str) -> bool:
    """ "Wat is _option_?": one study or job, or a word for either, and words that ask what it is."""
    words = normal.replace(EITHER, "_job_").split()
    rest = [word for word in words if word not in ("_option_", "_job_")]
    asks = "wat" in rest and all(word in cues("around_what_is") for word in rest)
    return asks and len(words) - len(rest) == 1


def is_about_an_academy_somewhere(guess: Guess) -> bool:
    """An academy with a place, an age or a subject is looked for, not explained; the models divide it among three.

    A "techniekacademie" is also the name of a subject.
    """
    words, academy = {*guess.normal.split()}, cues("academy")
    is_bound = bool(words & {"_place_", "_age_"})
    if words.isdisjoint(academy):
        return is_bound and not academy.isdisjoint(guess.written.split())
    return is_bound or ("_theme_" in words and not words & cues("asks_what"))


def only_refines(text: str, entities: Iterable[Entity]) -> bool:
    """Nothing but filters and small words, with one that refines: "alleen doorstroom", "liever duaal"."""
    spans = [entity.span for entity in entities]
    rest = {word.text for word in uncovered(pieces(text), spans)}
    return bool(spans) and bool(rest & cues("refining")) and rest <= cues("around_a_bare_name")


def _bar(topic: str, bars: Bars) -> float:
    """The trust a topic needs. A bare name is answered with what the talk was about, so easily put right."""
    return bars.ask if topic == "inform" else bars.accept


def _is_asking(guess: Guess) -> bool:
    """A bare name that most of the models' shares take for a question: "vdab cursus heftruck", not "en lasser?"."""
    topic, share = guess.inside[0]
    goes_on = guess.normal.split()[0] in cues("goes_on")
    return topic != "inform" and share >= ASKING and not goes_on


def _is_outvoted(guess: Guess, best: str) -> bool:
    """The trust was for another topic, one that a false alarm took away."""
    return guess.inside[0][0] != best


def _in_doubt(guess: Guess, bars: Bars, inside: Readings) -> Decision:
    likely = inside[:MOST_READINGS]
    if guess.ranking[0] == likely[0] and (guess.trust >= bars.ask or _is_between_two(guess, likely[:2], bars)):
        return Decision("clarify", guess.trust, _close(likely, bars.close))
    return Decision(_kind_of_outside(guess), guess.trust, likely[:1])


def _is_between_two(guess: Guess, two: Readings, bars: Bars) -> bool:
    """Little trust in either of two readings, since they share it: "wat is duaal, en voor wie?"."""
    both = len(_close(two, bars.close)) == 2 and sum(share for _, share in two) >= BETWEEN
    return both and guess.trust >= bars.ask / 2


def _close(likely: Readings, close: float) -> Readings:
    return tuple(row for row in likely if row[1] >= close * likely[0][1])


def _kind_of_outside(guess: Guess) -> str:
    """A few words of which none is Dutch are nonsense; of the rest the topic model tells which it is."""
    words = [word for word in guess.normal.split() if word.isalpha()]
    if len(words) <= MOST_NONSENSE_WORDS and not any(is_dutch_word(word) for word in words):
        return "nonsense"
    return next((topic for topic, _ in guess.ranking if topic in OUTSIDE), OUTSIDE[0])


def shares_of(rows: Iterable[Mapping[str, Any]], name: str, share: str) -> Readings:
    """Rasa's ranking as pairs."""
    return tuple((str(row[name]), float(row[share])) for row in rows)
