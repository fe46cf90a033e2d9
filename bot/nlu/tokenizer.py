"""spaCy's Dutch tokenizer as a Rasa component."""

from __future__ import annotations

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.text import pieces


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class SpacyDutchTokenizer(Tokenizer):
    """Splits a message with `spacy.blank("nl")`; tokens are folded (lower case, no accents) and keep their position."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"intent_tokenization_flag": False, "intent_split_symbol": "_", "token_pattern": None}

    @classmethod
    def create(cls, config: dict[str, Any], *_: Any) -> SpacyDutchTokenizer:
        return cls(config)

    def tokenize(self, message: Message, attribute: str) -> list[Token]:
        return [Token(piece.text, piece.start, piece.end) for piece in pieces(message.get(attribute))]
