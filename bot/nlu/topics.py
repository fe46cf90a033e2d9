"""The topic of a message as a Rasa intent classifier."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, PREDICTED_CONFIDENCE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.beside import Beside, Part, is_calm_beside, rest_of
from bot.nlu.component import StoredComponent
from bot.nlu.danger import told
from bot.nlu.decision import Readings
from bot.nlu.features import Row
from bot.nlu.halves import halves
from bot.nlu.keys import BESIDE, CALM, CARELESS, FEATURES, HALVES, PARTS, WORDING
from bot.nlu.topic_model import STRENGTH, TopicModel, fitted_features, weights_of
from bot.nlu.wording import Example, Examples, Wording

INTENT_RANKING = "intent_ranking"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class TopicClassifier(StoredComponent, IntentClassifier):
    """Ranks all intents; the whole ranking goes on, since the refusal after it weighs the runners-up too."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"strength": STRENGTH}

    def train(self, training_data: TrainingData) -> Resource:
        rows = labelled(training_data)
        weights = weights_of(rows, self.config["strength"]).result()
        self.model = TopicModel(fitted_features(rows).features, weights)
        return self.persist()

    def understand(self, message: Message) -> None:
        row = self.model.features.row(message.get(WORDING))
        message.set(FEATURES, row)
        dicts = [{INTENT_NAME_KEY: topic, PREDICTED_CONFIDENCE_KEY: share} for topic, share in self._ranking(row)]
        message.set(INTENT, dicts[0], add_to_output=True)
        message.set(INTENT_RANKING, dicts, add_to_output=True)
        found = [list(self._best(half)) for half in halves(message.get(WORDING)) or ()]
        message.set(HALVES, found, add_to_output=True)
        parts: list[Part] = message.get(PARTS) or []
        best = [self._best(part.wording) for part in parts]
        message.set(BESIDE, self._beside(parts, best))
        message.set(CALM, is_calm_beside(parts, best))

    def _ranking(self, row: Row) -> Readings:
        shares = map(float, self.model.shares([row])[0])
        return tuple(sorted(zip(self.model.topics, shares, strict=True), key=lambda pair: -pair[1]))

    def _best(self, wording: Wording) -> tuple[str, float]:
        shares = self.model.shares([self.model.features.row(wording)])[0]
        best = int(shares.argmax())
        return self.model.topics[best], float(shares[best])

    def _beside(self, parts: list[Part], best: list[tuple[str, float]]) -> Beside | None:
        rest = rest_of(parts, best)
        if rest is None:
            return None
        row = self.model.features.row(rest.wording)
        return Beside(*rest, row, self._ranking(row))


@lru_cache(maxsize=1)
def labelled(training_data: TrainingData) -> Examples:
    """The training sentences, normalised."""
    rows = map(_example, training_data.intent_examples)
    return Examples([row for row in rows if row.wording and row.wording.general and row.topic])


def _example(message: Message) -> Example:
    read = told(str(message.get(TEXT)))
    return Example(message.get(WORDING), message.get(INTENT), message.get(CARELESS), _hand(message), read)


def _hand(message: Message) -> str:
    """Who wrote a training sentence, by the metadata of its block."""
    return str(((message.get("metadata") or {}).get("intent") or {}).get("hand", ""))
