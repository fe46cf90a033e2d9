"""Careless spelling of training sentences: typing errors, joined words, chat and Flemish forms. Seeded: reproducible.

The speller puts much of it right again; what it cannot put right the topic model learns from.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from functools import lru_cache

import yaml

from bot.nlu.lexicon import FOLDER

FORMS = FOLDER / "careless_forms.yml"
SEED = 2026
SHORTEST = 4  # letters of a word that gets a typing error
PER_WORD = 0.3  # chance of an error in such a word
PER_FORM = 0.5  # chance that a word is written in one of its careless forms
PER_GAP = 0.06  # chance that two words are joined
_KEYS = ("azertyuiop", "qsdfghjklm", "wxcvbn")  # of a Belgian keyboard
Edit = Callable[[str, int, random.Random], str]


@lru_cache(maxsize=1)
def careless_forms() -> dict[str, list[str]]:
    """standard word -> how it is also written."""
    data: dict[str, str] = yaml.safe_load(FORMS.read_text(encoding="utf-8"))
    return {word: forms.split() for word, forms in data.items()}


def chance_of(text: str) -> float:
    """A number between 0 and 1 that belongs to this text: to pick always the same ones."""
    return random.Random(f"{SEED} {text}").random()


def careless(text: str, nth: int) -> str:
    """One careless spelling of a placeholder text; the same for the same text and number. Placeholders stay whole."""
    chance = random.Random(f"{SEED} {nth} {text}")
    words = [_word(word, chance) for word in text.split()]
    return _joined(words, chance)


def _word(word: str, chance: random.Random) -> str:
    forms = careless_forms().get(word)
    if forms and chance.random() < PER_FORM:
        return chance.choice(forms)
    if len(word) < SHORTEST or not word.isalpha() or chance.random() >= PER_WORD:
        return word
    return chance.choice(EDITS)(word, chance.randrange(1, len(word) - 1), chance)


def _joined(words: Sequence[str], chance: random.Random) -> str:
    text = words[0] if words else ""
    for before, word in zip(words, words[1:], strict=False):
        whole = before.isalpha() and word.isalpha()
        text += word if whole and chance.random() < PER_GAP else f" {word}"
    return text


def _swap(word: str, at: int, _: random.Random) -> str:
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _drop(word: str, at: int, _: random.Random) -> str:
    return word[:at] + word[at + 1 :]


def _double(word: str, at: int, _: random.Random) -> str:
    return word[:at] + word[at] + word[at:]


def _miss(word: str, at: int, chance: random.Random) -> str:
    """The key beside the right one."""
    row = next((row for row in _KEYS if word[at] in row), "")
    place = row.find(word[at])
    near = [row[spot] for spot in (place - 1, place + 1) if row and 0 <= spot < len(row)]
    return word[:at] + chance.choice(near) + word[at + 1 :] if near else word


EDITS: tuple[Edit, ...] = (_swap, _drop, _double, _miss)
