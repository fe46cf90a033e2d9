"""Knowing when not to answer, as a Rasa component after any intent classifier that ranks all intents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_NAME_KEY, PREDICTED_CONFIDENCE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.component import StoredComponent, is_payload
from bot.nlu.keys import FOUND, NORMAL_TEXT, READINGS, REFUSAL
from bot.nlu.refusal_model import RefusalModel
from bot.nlu.topic_model import OUTSIDE
from bot.nlu.topics import INTENT_RANKING, labelled
from bot.nlu.unknown import unknown_names
from bot.nlu.words import is_dutch_word

Ranking = list[dict[str, Any]]
MOST_NONSENSE_WORDS = 4


class SecondOpinion(Protocol):
    """A slower judge that is asked in doubt only; the next issue puts a sentence embedding here."""

    def rank(self, text: str, readings: Sequence[str]) -> list[tuple[str, float]]:
        """The readings with their confidence, best first."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class RefusalClassifier(StoredComponent, IntentClassifier):
    """Keeps the best topic when it can be trusted, asks between close topics (`clarify`), else says it is outside
    what we know.

    Confidences afterwards: `intent.confidence` is the calibrated chance that the answer is right, `refusal.trust`
    the same number.
    """

    second_opinion: SecondOpinion | None = None

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"strength": 20.0, "accept": 0.68, "ask": 0.5, "close": 0.25, "distress": 0.3}

    def train(self, training_data: TrainingData) -> Resource:
        rows = labelled(training_data)
        self.model = RefusalModel.fit([text for text, _ in rows], [topic for _, topic in rows], self.config["strength"])
        return self.persist()

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            if not is_payload(message):
                self._judge(message)
        return messages

    def _judge(self, message: Message) -> None:
        ranking: Ranking = message.get(INTENT_RANKING)
        trust = self._trust(message, ranking)
        inside = [row for row in ranking if row[INTENT_NAME_KEY] not in OUTSIDE]
        topic, readings = self._decide(str(message.get(NORMAL_TEXT)), trust, ranking, inside)
        message.set(
            INTENT, {INTENT_NAME_KEY: topic, PREDICTED_CONFIDENCE_KEY: _confidence(topic, trust)}, add_to_output=True
        )
        message.set(INTENT_RANKING, ranking[:5], add_to_output=True)
        message.set(REFUSAL, {"trust": round(trust, 3)}, add_to_output=True)
        message.set(READINGS, readings, add_to_output=True)
        self._name_unknowns(message)

    def _trust(self, message: Message, ranking: Ranking) -> float:
        topics = [str(row[INTENT_NAME_KEY]) for row in ranking]
        shares = np.array([[row[PREDICTED_CONFIDENCE_KEY] for row in ranking]])
        return float(self.model.trust([message.get(NORMAL_TEXT) or ""], shares, topics)[0])

    def _decide(self, text: str, trust: float, ranking: Ranking, inside: Ranking) -> tuple[str, list[list[Any]]]:
        best = str(inside[0][INTENT_NAME_KEY])
        if not any(sign.isalpha() for sign in text):
            return "nonsense", []
        if trust >= self._bar(best) or self._is_distress(inside[0]):
            return best, []
        likely = [[row[INTENT_NAME_KEY], row[PREDICTED_CONFIDENCE_KEY]] for row in inside[:3]]
        if self.second_opinion is not None:
            likely = [list(pair) for pair in self.second_opinion.rank(text, [name for name, _ in likely])]
        if trust >= self.config["ask"] and ranking[0] is inside[0]:
            return "clarify", [pair for pair in likely if pair[1] >= self.config["close"] * likely[0][1]]
        return _kind_of_outside(text, ranking), likely[:1]

    def _bar(self, topic: str) -> float:
        """The trust a topic needs. A bare name is answered with what the talk was about, so easily put right."""
        return float(self.config["ask" if topic == "inform" else "accept"])

    def _is_distress(self, best: dict[str, Any]) -> bool:
        """Help that was not needed costs less than a call for help that was not heard."""
        return bool(best[INTENT_NAME_KEY] == "distress" and best[PREDICTED_CONFIDENCE_KEY] >= self.config["distress"])

    def _name_unknowns(self, message: Message) -> None:
        """Words where a name would stand, but which we know neither as a name nor as a word of the domain."""
        unknown = unknown_names(str(message.get(TEXT)), message.get(FOUND) or [], self.model.novelty.words)
        rows = [entity.as_dict() for entity in unknown]
        message.set(ENTITIES, [*(message.get(ENTITIES) or []), *rows], add_to_output=True)


def _kind_of_outside(text: str, ranking: Ranking) -> str:
    """A few words of which none is Dutch are nonsense; of the rest the topic model tells which it is."""
    words = [word for word in text.split() if word.isalpha()]
    if len(words) <= MOST_NONSENSE_WORDS and not any(is_dutch_word(word) for word in words):
        return "nonsense"
    return next(str(row[INTENT_NAME_KEY]) for row in ranking if row[INTENT_NAME_KEY] in OUTSIDE)


def _confidence(topic: str, trust: float) -> float:
    return 1 - trust if topic in OUTSIDE else trust
