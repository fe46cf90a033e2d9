"""Knowing when not to answer, as a Rasa component after any intent classifier that ranks all intents."""

from __future__ import annotations

from typing import Any

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_NAME_KEY, PREDICTED_CONFIDENCE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.component import StoredComponent
from bot.nlu.decision import Bars, Decision, Guess, Readings, SecondOpinion, decide, only_refines, shares_of
from bot.nlu.keys import FOUND, NORMAL_TEXT, READINGS, REFUSAL
from bot.nlu.refusal_model import RefusalModel
from bot.nlu.text import fold
from bot.nlu.topic_model import OUTSIDE, STRENGTH
from bot.nlu.topics import INTENT_RANKING, labelled
from bot.nlu.unknown import unknown_names

SHOWN = 5


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class RefusalClassifier(StoredComponent, IntentClassifier):
    """Keeps the best topic when it can be trusted, asks between close topics (`clarify`), else says it is outside what
    we know.

    Afterwards `intent.confidence` is the calibrated chance that the answer is right (outside: that refusing is), and
    `refusal.trust` the chance that answering the best guess would be. `second_opinion` is asked in
    doubt when it is set.
    """

    second_opinion: SecondOpinion | None = None

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {
            "strength": STRENGTH,
            "accept": 0.64,
            "ask": 0.47,
            "close": 0.25,
            "distress": 0.2,
            "distress_alone": 0.55,
        }

    def train(self, training_data: TrainingData) -> Resource:
        rows = labelled(training_data)
        texts, topics = [text for text, _ in rows], [topic for _, topic in rows]
        self.model = RefusalModel.fit(texts, topics, self.config["strength"])
        return self.persist()

    def understand(self, message: Message) -> None:
        ranking = message.get(INTENT_RANKING)
        pairs = shares_of(ranking, INTENT_NAME_KEY, PREDICTED_CONFIDENCE_KEY)
        normal = str(message.get(NORMAL_TEXT) or "")
        text, found = str(message.get(TEXT)), message.get(FOUND) or []
        guess = Guess(fold(text), normal, pairs, self._trust(normal, pairs), only_refines(text, found))
        message.set(INTENT_RANKING, ranking[:SHOWN], add_to_output=True)
        _write(message, decide(guess, self._bars(), self.second_opinion))
        self._name_unknowns(message)

    def _bars(self) -> Bars:
        return Bars(**{name: float(self.config[name]) for name in Bars.__dataclass_fields__})

    def _trust(self, normal: str, ranking: Readings) -> float:
        shares = np.array([[share for _, share in ranking]])
        return float(self.model.trust([normal], shares, [topic for topic, _ in ranking])[0])

    def _name_unknowns(self, message: Message) -> None:
        """Words where a name would stand, but which we know neither as a name nor as a word of the domain."""
        unknown = unknown_names(str(message.get(TEXT)), message.get(FOUND) or [], self.model.novelty.words)
        rows = [entity.as_dict() for entity in unknown]
        message.set(ENTITIES, [*(message.get(ENTITIES) or []), *rows], add_to_output=True)


def _write(message: Message, decision: Decision) -> None:
    confidence = 1 - decision.trust if decision.topic in OUTSIDE else decision.trust
    intent = {INTENT_NAME_KEY: decision.topic, PREDICTED_CONFIDENCE_KEY: confidence}
    message.set(INTENT, intent, add_to_output=True)
    message.set(REFUSAL, {"trust": round(decision.trust, 3)}, add_to_output=True)
    message.set(READINGS, [list(row) for row in decision.readings], add_to_output=True)
