"""One sentence as one pipeline reads it, in the same terms for all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bench.nlu.pipelines import OURS
from bench.nlu.reader import Raw
from bench.sentences import OUTSIDE, UNANSWERED, Sentence

THRESHOLD = 0.3  # of stock's FallbackClassifier, as Rasa ships it
AMBIGUITY = 0.1
REFUSED = -1.0  # the score of what is refused at any threshold
_ASKED_BACK = "clarify"
_FALLBACK = "nlu_fallback"
Ranking = list[tuple[str, float]]


@dataclass(frozen=True)
class Reading:
    """
    topic: what counts for "right topic": ours after its refusal, stock's best before it
    forced: the best topic inside the domain, as if nothing might be refused
    accepted: with its own bar, neither refused nor asked back
    score: what a threshold is held against
    confidence: what the pipeline says the chance is that `sure` is right
    """

    sentence: Sentence
    topic: str
    forced: str
    accepted: bool
    score: float
    confidence: float
    sure: str
    entities: list[dict[str, Any]]
    milliseconds: float

    @property
    def right(self) -> bool:
        return self.topic == self.sentence.topic

    @property
    def forced_right(self) -> bool:
        return self.forced == self.sentence.topic

    @property
    def sure_right(self) -> bool:
        """What the confidence is about is right; which kind of outside it is does not matter."""
        return self.sure == self.sentence.topic or (self.sure in OUTSIDE and not self.sentence.inside)


def reading(pipeline: str, sentence: Sentence, raw: Raw, threshold: float = THRESHOLD, refuses: bool = True) -> Reading:
    """refuses: whether what ours decides counts; else its ranking alone, as where the topics are not ours"""
    data, spent = raw
    if pipeline == OURS and refuses:
        return _ours(sentence, data, spent)
    return _stock(sentence, data, spent, threshold)


def _ours(sentence: Sentence, data: Mapping[str, Any], spent: float) -> Reading:
    """Trust is the chance that the best topic inside is right; outside, confidence is that of refusing."""
    intent, trust = data["intent"], float(data["refusal"]["trust"])
    name, ranking = str(intent["name"]), ranked(data)
    accepted = name not in UNANSWERED
    forced = name if accepted else best_inside([(str(row[0]), 1.0) for row in data.get("readings", [])] + ranking)
    asked = name == _ASKED_BACK
    hopeless = name in OUTSIDE and (ranking[0][0] in OUTSIDE or trust <= 0)
    return Reading(
        sentence=sentence, topic=name, forced=forced, accepted=accepted,
        score=REFUSED if hopeless else trust,
        confidence=trust if asked else float(intent["confidence"]), sure=forced if asked else name,
        entities=data.get("entities", []), milliseconds=spent,
    )  # fmt: skip


def _stock(sentence: Sentence, data: Mapping[str, Any], spent: float, threshold: float) -> Reading:
    ranking = ranked(data)
    best, confidence = ranking[0]
    return Reading(
        sentence=sentence, topic=best, forced=best_inside(ranking),
        accepted=best not in OUTSIDE and not falls_back(ranking, threshold),
        score=REFUSED if best in OUTSIDE else confidence, confidence=confidence, sure=best,
        entities=data.get("entities", []), milliseconds=spent,
    )  # fmt: skip


def ranked(data: Mapping[str, Any]) -> Ranking:
    """The ranking without the fallback, which Rasa puts in front; the intent alone where there is no ranking."""
    rows = [row for row in data.get("intent_ranking", []) if row["name"] != _FALLBACK] or [data["intent"]]
    return [(str(row["name"]), float(row["confidence"])) for row in rows]


def best_inside(ranking: Ranking) -> str:
    return next((name for name, _ in ranking if name not in OUTSIDE), ranking[0][0])


def falls_back(ranking: Ranking, threshold: float, ambiguity: float = AMBIGUITY) -> bool:
    """As Rasa's FallbackClassifier decides: too little confidence, or too close to the second."""
    first = ranking[0][1]
    return first < threshold or (len(ranking) > 1 and first - ranking[1][1] < ambiguity)
