"""Sentences through the NLU graph of a trained model."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from bench.sentences import ROOT, UNANSWERED, Sentence
from bot.runtime import environment, lean, logs, training

environment.prepare()
Parse = Callable[[str], dict[str, Any]]


@dataclass(frozen=True)
class Parsed:
    sentence: Sentence
    intent: str
    best: str  # the likeliest reading, also where it was asked back or refused
    trust: float
    entities: list[dict[str, Any]]
    milliseconds: float

    @property
    def right(self) -> bool:
        """The likeliest reading is the right one."""
        return self.best == self.sentence.topic

    @property
    def answered_right(self) -> bool:
        """And it was sure enough to answer."""
        return self.intent == self.sentence.topic

    @property
    def accepted(self) -> bool:
        """Treated as something we know: neither refused nor asked back."""
        return self.intent not in UNANSWERED


def parse_all(rows: Iterable[Sentence], model: Path | None = None) -> list[Parsed]:
    """Each sentence with the model, or else the newest of models/."""
    parse = parser(model)
    return [_parsed(row, parse) for row in rows]


def parser(model: Path | None = None) -> Parse:
    """Parses a text with the NLU part of the model, or else of the newest of models/; returns Rasa's parse data."""
    found = model or training.newest_model(ROOT)
    if found is None:
        raise FileNotFoundError("No model: python -m bot train")
    return _parser(found)


@lru_cache(maxsize=1)
def _parser(model: Path) -> Parse:
    lean.leave_out_tensorflow()
    logs.quiet_warnings()
    logs.configure()
    from rasa.core.agent import Agent

    agent = Agent.load(model)
    return lambda text: asyncio.run(agent.parse_message(text))


def _parsed(row: Sentence, parse: Parse) -> Parsed:
    start = time.perf_counter()
    data = parse(row.text)
    spent = (time.perf_counter() - start) * 1000
    intent, readings = data["intent"]["name"], data["readings"]
    unsure = intent in UNANSWERED and row.inside and readings
    best = readings[0][0] if unsure else intent
    return Parsed(row, intent, best, data["refusal"]["trust"], data["entities"], spent)
