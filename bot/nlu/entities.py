"""Catalogue names and details as Rasa entities."""

from __future__ import annotations

import time
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.component import asked_in, is_payload, sources_fingerprint
from bot.nlu.entity import Entity
from bot.nlu.keys import ASKED, FOUND, PLACEHOLDER_TEXT
from bot.nlu.recognise import Recogniser
from study_catalogue import open_catalogue

SECONDS_BETWEEN_VERSION_CHECKS = 5.0


@DefaultV1Recipe.register(
    [DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR],
    is_trainable=False,
)
class CatalogueEntityExtractor(GraphComponent, EntityExtractorMixin):
    """Finds what a message names. Not trained: names come from the catalogue at load and again when its version
    changes.

    Sets `entities` (option, job, place, theme, level, finality, practice, dual, age, focus, postal_code) and the
    placeholder text, both of what is asked; of what speakers tell of themselves beside it only who speaks and their
    age count. Training sentences stay whole: there a gender or a language is what the topic is about.
    """

    def __init__(self) -> None:
        self._catalogue = open_catalogue()
        self._recogniser = Recogniser(self._catalogue)
        self._checked = time.monotonic()

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> CatalogueEntityExtractor:
        return cls()

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        return sources_fingerprint()

    def process(self, messages: list[Message]) -> list[Message]:
        self._follow_catalogue()
        for message in messages:
            if not is_payload(message):
                told = self._told(message)
                self._understand(message, asked_in(message))
                found = [*told, *message.get(FOUND)]
                rows = [*message.get(ENTITIES, []), *(entity.as_dict() for entity in found)]
                message.set(ENTITIES, self.add_extractor_name(rows), add_to_output=True)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        for message in training_data.training_examples:
            if message.get(TEXT):
                self._understand(message, str(message.get(TEXT)))
        return training_data

    def _told(self, message: Message) -> list[Entity]:
        """Takes what is told out of what is asked; who speaks and how old still counts."""
        text = str(message.get(TEXT))
        asked = self._recogniser.asked(text)
        if asked.kinds:
            message.set(ASKED, asked.text, add_to_output=True)
        return self._recogniser.told(text, asked)

    def _understand(self, message: Message, asked: str) -> None:
        entities = self._recogniser.entities(asked)
        message.set(FOUND, entities)
        message.set(PLACEHOLDER_TEXT, self._recogniser.with_placeholders(asked, entities))

    def _follow_catalogue(self) -> None:
        now = time.monotonic()
        if now - self._checked < SECONDS_BETWEEN_VERSION_CHECKS:
            return
        self._checked = now
        if self._catalogue.version != self._recogniser.version:
            self._recogniser = Recogniser(self._catalogue)
