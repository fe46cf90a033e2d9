"""The topic of a message as a Rasa intent classifier."""

from __future__ import annotations

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, INTENT_NAME_KEY, PREDICTED_CONFIDENCE_KEY
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.component import StoredComponent
from bot.nlu.keys import NORMAL_TEXT
from bot.nlu.topic_model import STRENGTH, TopicModel

INTENT_RANKING = "intent_ranking"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class TopicClassifier(StoredComponent, IntentClassifier):
    """Ranks all intents; the whole ranking goes on, since the refusal after it weighs the runners-up too."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"strength": STRENGTH}

    def train(self, training_data: TrainingData) -> Resource:
        rows = labelled(training_data)
        self.model = TopicModel.fit([text for text, _ in rows], [topic for _, topic in rows], self.config["strength"])
        return self.persist()

    def understand(self, message: Message) -> None:
        shares = self.model.probabilities([message.get(NORMAL_TEXT) or ""])[0]
        ranking = sorted(zip(self.model.topics, map(float, shares), strict=True), key=lambda pair: -pair[1])
        dicts = [{INTENT_NAME_KEY: topic, PREDICTED_CONFIDENCE_KEY: share} for topic, share in ranking]
        message.set(INTENT, dicts[0], add_to_output=True)
        message.set(INTENT_RANKING, dicts, add_to_output=True)


def labelled(training_data: TrainingData) -> list[tuple[str, str]]:
    """(normalised text, topic) of each training sentence."""
    rows = [(example.get(NORMAL_TEXT) or "", example.get(INTENT)) for example in training_data.intent_examples]
    return [(text, topic) for text, topic in rows if text and topic]
