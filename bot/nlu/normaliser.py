"""Chat spelling to standard Dutch as a Rasa component."""

from __future__ import annotations

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.component import StoredComponent
from bot.nlu.keys import CARELESS_TEXT, NORMAL_TEXT, PLACEHOLDER_TEXT
from bot.nlu.noise import careless, chance_of
from bot.nlu.spelling import Speller, load_chat_spelling, vocabulary_of

SHARE_CARELESS = 0.25  # of the training sentences that get a careless spelling


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class DutchNormaliser(StoredComponent):
    """Writes the placeholder text in standard spelling, for the components that judge the message as a whole.

    The trained part is the vocabulary that a typing error may stand for; the table of chat spelling is
    data/lexicon/chat_spelling.csv.
    """

    _speller: Speller | None = None

    def train(self, training_data: TrainingData) -> Resource:
        table = Speller(load_chat_spelling(), [])
        self.model = vocabulary_of(
            table.normalise(message.get(PLACEHOLDER_TEXT) or "") for message in training_data.intent_examples
        )
        return self.persist()

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Beside its normal text some sentences get a careless spelling, as far as the speller can't put it right."""
        self.process(training_data.training_examples)
        for message in training_data.intent_examples:
            message.set(CARELESS_TEXT, self._careless(message))
        return training_data

    def _careless(self, message: Message) -> str:
        placeholder, normal = message.get(PLACEHOLDER_TEXT) or "", message.get(NORMAL_TEXT) or ""
        if chance_of(placeholder) >= SHARE_CARELESS:
            return ""
        spelled = self._spell(careless(placeholder, nth=1))
        return "" if spelled == normal else spelled

    def understand(self, message: Message) -> None:
        message.set(NORMAL_TEXT, self._spell(message.get(PLACEHOLDER_TEXT) or ""))

    def _spell(self, text: str) -> str:
        if self._speller is None:
            self._speller = Speller(load_chat_spelling(), self.model)
        return self._speller.normalise(text)
