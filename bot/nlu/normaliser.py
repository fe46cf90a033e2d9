"""Chat spelling to standard Dutch as a Rasa component."""

from __future__ import annotations

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.component import StoredComponent
from bot.nlu.keys import CARELESS, PLACEHOLDER_TEXT, WORDING
from bot.nlu.noise import careless, chance_of
from bot.nlu.spelling import Speller, load_chat_spelling, vocabulary_of
from bot.nlu.text import fold
from bot.nlu.wording import Wording

SHARE_CARELESS = 0.5  # of the training sentences that get a careless spelling


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class DutchNormaliser(StoredComponent):
    """Writes the message in standard spelling, with placeholders and with names, for what judges it as a whole.

    The trained part is the vocabulary that a typing error may stand for; the table of chat spelling is
    data/lexicon/chat_spelling.csv.
    """

    _speller: Speller | None = None

    def train(self, training_data: TrainingData) -> Resource:
        table = Speller(load_chat_spelling(), [])
        self.model = vocabulary_of(table.normalise(_general(message)) for message in training_data.intent_examples)
        return self.persist()

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Beside its wording some sentences get a careless one, as far as the speller can't put it right."""
        self.process(training_data.training_examples)
        for message in training_data.intent_examples:
            message.set(CARELESS, self._careless(message))
        return training_data

    def _careless(self, message: Message) -> Wording | None:
        general = _general(message)
        if chance_of(general) >= SHARE_CARELESS:
            return None
        spelled = self._normal(careless(general, nth=1), careless(_written(message), nth=1))
        return None if spelled == message.get(WORDING) else spelled

    def understand(self, message: Message) -> None:
        message.set(WORDING, self._normal(_general(message), _written(message)))

    def _normal(self, general: str, written: str) -> Wording:
        if self._speller is None:
            self._speller = Speller(load_chat_spelling(), self.model)
        normal = self._speller.normalise(general)
        return Wording(normal, normal if written == general else self._speller.normalise(written))


def _general(message: Message) -> str:
    return message.get(PLACEHOLDER_TEXT) or ""


def _written(message: Message) -> str:
    return fold(message.get(TEXT) or "")
