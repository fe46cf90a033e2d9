"""The entries of encouragement: `data/encouragement`, loaded and checked once."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import ValidationError, root_validator, validator

from actions.lists import words_of
from actions.texts import ANSWERS, ChoiceText, Strict, TextsError, Wording, both_forms, topics

FOLDER = ANSWERS.parent / "encouragement"
GeneralTheme = Literal["see_and_try", "person", "stories", "parents"]
GroupTheme = Literal["girls", "background", "first_in_family", "money", "confidence"]


class Group(Strict):
    """Who somebody may say to be: `said` holds the words that say so, when the topic is this one."""

    topic: str
    said: tuple[str, ...]

    @validator("said", each_item=True)
    def _as_words(cls, phrase: str) -> str:
        if phrase != " ".join(words_of(phrase)):
            raise ValueError(f"only words in lower case: {phrase!r}")
        return phrase


class Own(Strict):
    """Advice of our own: shown as such, not as something read in a source."""

    title: str
    year: int


class Entry(Strict):
    """One encouragement; the comments in entries.yml say what each field is for."""

    id: str
    title: Wording
    theme: GeneralTheme | GroupTheme
    audience: Literal["pupil", "parent", "both"]
    goes_with: tuple[str, ...]
    subjects: tuple[str, ...] = ()  # theme ids
    first_for: tuple[str, ...] = ()  # group ids
    fact: str = ""
    own: Own | None = None
    lasting: bool = False
    up_to: int = 0  # years; 0 for any
    text: Wording
    next_step: ChoiceText

    @validator("title", pre=True)
    def _neutral_title(cls, value: Any) -> Any:
        return both_forms(value)

    @root_validator(skip_on_failure=True)
    def _leads_on(cls, values: dict[str, Any]) -> dict[str, Any]:
        if bool(values["fact"]) == bool(values["own"]):
            raise ValueError("needs a fact, or else a source of our own")
        strange = [hole for hole in values["text"].holes if hole.split(".")[0] != values["fact"]]
        if strange:
            raise ValueError(f"not of its fact: {sorted(strange)}")
        if values["next_step"].topic in values["goes_with"]:
            raise ValueError(f"leads back to {values['next_step'].topic}")
        return values


@lru_cache(maxsize=1)
def all_groups() -> dict[str, Group]:
    return read_groups(FOLDER / "groups.yml")


@lru_cache(maxsize=1)
def all_entries() -> tuple[Entry, ...]:
    """In the order in which they are tried."""
    return read_entries(FOLDER / "entries.yml")


def read_groups(path: Path) -> dict[str, Group]:
    return {str(name): _checked(path, str(name), Group, row) for name, row in _yaml(path).items()}


def read_entries(path: Path) -> tuple[Entry, ...]:
    """Raises TextsError, with the file and the entry, when one is wrong or leads nowhere."""
    found = tuple(_checked(path, str(row.get("id")), Entry, row) for row in _yaml(path))
    for entry in found:
        _check_links(path, entry)
    if len({entry.id for entry in found}) < len(found):
        raise TextsError(f"{path}: an id stands there twice")
    return found


def _check_links(path: Path, entry: Entry) -> None:
    unknown = {*entry.goes_with, entry.next_step.topic} - topics().keys() | set(entry.first_for) - all_groups().keys()
    if unknown:
        raise TextsError(f"{path}: {entry.id}: unknown {sorted(unknown)}")


def _yaml(path: Path) -> Any:
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise TextsError(f"{path}: {error}") from error


def _checked(path: Path, name: str, model: Any, row: Any) -> Any:
    try:
        return model.parse_obj(row)
    except ValidationError as error:
        raise TextsError(f"{path}: {name}: {error}") from error
