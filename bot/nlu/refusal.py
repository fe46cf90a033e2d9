"""Knowing when not to answer, as a Rasa component after the topic classifier."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_NAME_KEY, PREDICTED_CONFIDENCE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu import embedding
from bot.nlu.alarm import CALL, Said, signs
from bot.nlu.beside import Beside
from bot.nlu.component import StoredComponent, asked_in
from bot.nlu.danger import is_calm_with_studies, told
from bot.nlu.decision import (
    Bars,
    Decision,
    Guess,
    Readings,
    decide,
    is_call,
    needs_second_opinion,
    only_refines,
    shares_of,
)
from bot.nlu.entity import Entity
from bot.nlu.features import Row
from bot.nlu.keys import BESIDE, CALM, FEATURES, FOUND, READINGS, REFUSAL, WORDING
from bot.nlu.language import foreign_language, likely_language
from bot.nlu.refusal_model import FOREIGN, RefusalModel
from bot.nlu.text import pieces, uncovered
from bot.nlu.topic_model import OUTSIDE, STRENGTH
from bot.nlu.topics import INTENT_RANKING, labelled
from bot.nlu.unknown import unknown_names
from bot.nlu.wording import Wording

SHOWN = 5


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class RefusalClassifier(StoredComponent, IntentClassifier):
    """Keeps the best topic when it can be trusted, asks between close topics (`clarify`), else says it is outside what
    we know.

    Afterwards `intent.confidence` is the calibrated chance that the answer is right (outside: that refusing is), and
    `refusal.trust` the chance that answering the best guess would be. In doubt the sentence embedding is asked too.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {
            "strength": STRENGTH,
            "second_opinion": True,
            "sure": 0.85,
            "hopeless": 0.03,
            "accept": 0.62,
            "ask": 0.3,
            "close": 0.25,
            "alarm": 0.6,
            "alarm_in_words": 0.55,
            "alarm_beside": 0.65,
            "calm": 0.04,
        }

    def train(self, training_data: TrainingData) -> Resource:
        rows = labelled(training_data)
        self.model = RefusalModel.fit(rows, self.config["strength"], self.config["second_opinion"])
        return self.persist()

    def understand(self, message: Message) -> None:
        text, found = asked_in(message), message.get(FOUND) or []
        wording: Wording = message.get(WORDING)
        pairs = shares_of(message.get(INTENT_RANKING), INTENT_NAME_KEY, PREDICTED_CONFIDENCE_KEY)
        language = foreign_language(_own_words(text, found), self.model.novelty.words)
        refines = only_refines(text, found)
        guess = Guess(wording.general, pairs, 0.0, refines, language, written=wording.written)
        bars = self._bars()
        said = Said(told(str(message.get(TEXT))))
        guess = self._judged(guess, wording, said, message.get(FEATURES), bars)
        if message.get(CALM) and is_calm_with_studies(said.told):
            guess = replace(guess, call=0.0)  # what else it says is read by itself
        message.set(INTENT_RANKING, _as_dicts(guess.ranking[:SHOWN]), add_to_output=True)
        decision = decide(guess, bars)
        if decision.topic != CALL and self._calls(message.get(BESIDE), said, bars):
            decision = Decision(CALL, 1.0)
        _write(message, decision)
        self._name_unknowns(message, wording.general)
        if decision.topic == FOREIGN:
            _name_language(message, language or likely_language([word.text for word in pieces(text)]))

    def _calls(self, beside: Beside | None, whole: Said, bars: Bars) -> bool:
        """Whether what stands beside a study question is a call for help."""
        if beside is None:
            return False
        guess = Guess(beside.wording.general, beside.ranking, 0.0)
        said = Said(told(beside.text), whole.told)
        if said.danger == "none":
            bars = replace(bars, alarm=bars.alarm_beside)
        return is_call(self._judged(guess, beside.wording, said, beside.row, bars), bars)

    def _judged(self, guess: Guess, wording: Wording, said: Said, row: Row, bars: Bars) -> Guess:
        """With the trust of the word model; in doubt with the ranking and the trust of both models.

        row: the features, as the topic classifier made them, fitted on the same sentences
        """
        topics = [topic for topic, _ in guess.ranking]
        shares = np.array([[share for _, share in guess.ranking]])
        trust, evidence, nearest = self.model.trust([wording], shares, topics, [row])
        if said.is_calm or said.is_plain_call:
            return replace(guess, trust=float(trust[0]), call=float(not said.is_calm))
        alarming = signs([said], shares, nearest, topics)
        first = replace(guess, trust=float(trust[0]), call=self.model.alarm.chance(alarming), in_words=said.is_call)
        second = self.model.second
        if second is None or not embedding.available() or not needs_second_opinion(first, bars):
            return first
        vector = embedding.embed(wording.written)[None, :]
        mixed, trust = second.on(vector, shares, topics, nearest, evidence)
        ranking = sorted(zip(topics, map(float, mixed[0]), strict=True), key=lambda pair: -pair[1])
        call = self.model.alarm.chance_by_meaning(alarming, vector)
        return replace(first, ranking=tuple(ranking), trust=float(trust[0]), call=call)

    def _bars(self) -> Bars:
        return Bars(**{name: float(self.config[name]) for name in Bars.__dataclass_fields__})

    def _name_unknowns(self, message: Message, normal: str) -> None:
        """Words where a name would stand, but which we know neither as a name nor as a word of the domain."""
        unknown = unknown_names(asked_in(message), message.get(FOUND) or [], self.model.novelty.words, normal)
        _add_entities(message, *(entity.as_dict() for entity in unknown))


def _write(message: Message, decision: Decision) -> None:
    confidence = 1 - decision.trust if decision.topic in OUTSIDE else decision.trust
    intent = {INTENT_NAME_KEY: decision.topic, PREDICTED_CONFIDENCE_KEY: confidence}
    message.set(INTENT, intent, add_to_output=True)
    message.set(REFUSAL, {"trust": round(decision.trust, 3)}, add_to_output=True)
    message.set(READINGS, [list(row) for row in decision.readings], add_to_output=True)


def _own_words(text: str, found: list[Entity]) -> list[str]:
    """The folded words that no name or detail covers: a name says nothing of the language."""
    return [word.text for word in uncovered(pieces(text), [entity.span for entity in found])]


def _as_dicts(ranking: Readings) -> list[dict[str, Any]]:
    return [{INTENT_NAME_KEY: topic, PREDICTED_CONFIDENCE_KEY: share} for topic, share in ranking]


def _name_language(message: Message, code: str) -> None:
    """Nothing for a Dutch question about languages ("spreek je Frans?")."""
    if code:
        _add_entities(message, {"entity": "language", "value": code, "start": 0, "end": len(str(message.get(TEXT)))})


def _add_entities(message: Message, *rows: dict[str, Any]) -> None:
    message.set(ENTITIES, [*(message.get(ENTITIES) or []), *rows], add_to_output=True)
