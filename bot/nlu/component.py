"""What our graph components share: the resource they are stored in and a fingerprint over our own sources and
lexicons."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Any

import joblib
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.keys import ASKED, PAYLOAD_PREFIX
from bot.nlu.lexicon import FOLDER

_MODEL_FILE = "model.joblib"


@lru_cache(maxsize=1)
def sources_fingerprint() -> str:
    """Rasa fingerprints a component's own class only; this covers the modules and lexicons it calls."""
    files = sorted([*Path(__file__).parent.glob("*.py"), *FOLDER.glob("*")])
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def is_payload(message: Message) -> bool:
    """A tapped choice ("/topic{…}"): Rasa's own RegexMessageHandler unpacks it, nothing to understand."""
    return str(message.get(TEXT) or "").startswith(PAYLOAD_PREFIX)


def asked_in(message: Message) -> str:
    """The text without what its speaker tells of themselves, where that was taken out."""
    return str(message.get(ASKED) or message.get(TEXT) or "")


class StoredComponent(GraphComponent):
    """A component whose trained part is one object, kept with joblib in Rasa's model storage."""

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource, model: Any = None) -> None:
        self.config = config
        self._storage = storage
        self._resource = resource
        self.model = model

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> StoredComponent:
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> StoredComponent:
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, joblib.load(folder / _MODEL_FILE))

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        return sources_fingerprint()

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            if not is_payload(message):
                self.understand(message)
        return messages

    def understand(self, message: Message) -> None:
        """Add to one message what this component finds out."""
        raise NotImplementedError

    def persist(self) -> Resource:
        with self._storage.write_to(self._resource) as folder:
            joblib.dump(self.model, folder / _MODEL_FILE)
        return self._resource
