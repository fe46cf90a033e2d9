"""Chat spelling to standard Dutch as a Rasa component."""

from __future__ import annotations

from dataclasses import replace

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.beside import Part, spans
from bot.nlu.component import StoredComponent, asked_in
from bot.nlu.entity import Entity
from bot.nlu.keys import CARELESS, FOUND, PARTS, PLACEHOLDER_TEXT, WORDING
from bot.nlu.noise import careless, chance_of
from bot.nlu.recognise import with_placeholders
from bot.nlu.spelling import Speller, load_chat_spelling, vocabulary_of
from bot.nlu.text import fold
from bot.nlu.wording import Wording

SHARE_CARELESS = 0.5  # of the training sentences that get a careless spelling


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class DutchNormaliser(StoredComponent):
    """Writes the message in standard spelling, with placeholders and with names, for what judges it as a whole.

    The trained part is the vocabulary that a typing error may stand for and the words of the training sentences: a
    name that was never trained stays out of the wording with names, where it would look like something unknown. The
    table of chat spelling is data/lexicon/chat_spelling.csv.
    """

    model: tuple[list[str], frozenset[str]]
    _speller: Speller | None = None

    def train(self, training_data: TrainingData) -> Resource:
        table = Speller(load_chat_spelling(), [])
        vocabulary = vocabulary_of(table.normalise(_general(message)) for message in training_data.intent_examples)
        speller = Speller(load_chat_spelling(), vocabulary)
        written = (speller.normalise(_written(message)) for message in training_data.intent_examples)
        self.model = (vocabulary, frozenset(word for text in written for word in text.split()))
        return self.persist()

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Beside its wording some sentences get a careless one, as far as the speller can't put it right."""
        for message in training_data.training_examples:
            self._word(message)
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
        self._word(message)
        message.set(PARTS, self._parts(message))

    def _word(self, message: Message) -> None:
        message.set(WORDING, self._normal(_general(message), self._with_known_names(message)))

    def _parts(self, message: Message) -> list[Part]:
        text, found = asked_in(message), message.get(FOUND) or []
        written, places = self._with_known_names(message), spans(text)
        if len(places) < 2:
            return []
        words = [self._normal(_general_within(text, found, *place), written[slice(*place)]) for place in places]
        return [Part(text[slice(*place)], wording) for place, wording in zip(places, words, strict=True)]

    def _normal(self, general: str, written: str) -> Wording:
        return Wording(self._spell(general), self._spell(written))

    def _spell(self, text: str) -> str:
        if self._speller is None:
            self._speller = Speller(load_chat_spelling(), self.model[0])
        return self._speller.normalise(text)

    def _with_known_names(self, message: Message) -> str:
        """The message as written, without the names of which a word was never trained."""
        text = _written(message)
        for entity in message.get(FOUND) or []:
            if not self.model[1].issuperset(self._spell(text[entity.start : entity.end]).split()):
                text = text[: entity.start] + " " * (entity.end - entity.start) + text[entity.end :]
        return text


def _general(message: Message) -> str:
    return message.get(PLACEHOLDER_TEXT) or ""


def _general_within(text: str, found: list[Entity], start: int, end: int) -> str:
    inside = [entity for entity in found if start <= entity.start and entity.end <= end]
    moved = [replace(entity, start=entity.start - start, end=entity.end - start) for entity in inside]
    return with_placeholders(text[start:end], moved)


def _written(message: Message) -> str:
    return fold(asked_in(message))
