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

from bot.nlu.component import is_payload, sources_fingerprint
from bot.nlu.keys import FOUND, PLACEHOLDER_TEXT
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
    placeholder text.
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
                self._understand(message)
                message.set(ENTITIES, self.add_extractor_name(self._as_dicts(message)), add_to_output=True)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        for message in training_data.training_examples:
            if message.get(TEXT):
                self._understand(message)
        return training_data

    def _understand(self, message: Message) -> None:
        text = str(message.get(TEXT))
        entities = self._recogniser.entities(text)
        message.set(FOUND, entities)
        message.set(PLACEHOLDER_TEXT, self._recogniser.with_placeholders(text, entities))

    def _as_dicts(self, message: Message) -> list[dict[str, Any]]:
        return [*message.get(ENTITIES, []), *(entity.as_dict() for entity in message.get(FOUND))]

    def _follow_catalogue(self) -> None:
        now = time.monotonic()
        if now - self._checked < SECONDS_BETWEEN_VERSION_CHECKS:
            return
        self._checked = now
        if self._catalogue.version != self._recogniser.version:
            self._recogniser = Recogniser(self._catalogue)
