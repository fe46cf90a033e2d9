"""The wording of the answers: `data/answers/<topic>.yml`, loaded and checked once.

A text has two forms: `je` for pupils and `u` for parents. A text that addresses nobody may be one plain string.
Placeholders: `{name}` is filled by the topic, `{fact_id.value}` by a fact of `data/facts/`, `{helpline_id.contact}` by
a helpline.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, Self

import yaml
from pydantic import BaseModel, Field, ValidationError, root_validator, validator

from actions.answer import Choice, Kind

DATA = Path(__file__).resolve().parent.parent / "data"
ANSWERS = DATA / "answers"
COMMON = "_common"
MARKS = "_marks"  # what the marks of a row mean
PLACEHOLDER = re.compile(r"\{([\w-]+(?:\.[\w-]+)?)\}")
_ADDRESS = re.compile(r"\b(je|jij|jou|jouw|u|uw)\b", re.IGNORECASE)
_OWN_CHILD = re.compile(r"\b(?:uw|mijn|ons) kind\b", re.IGNORECASE)


def _pupil(found: re.Match[str]) -> str:
    return "De leerling" if found[0][0].isupper() else "de leerling"


class TextsError(Exception):
    """A file of answers is missing or wrong; the message names the file."""


class Strict(BaseModel):
    """What a data file holds, and nothing else."""

    class Config:
        extra = "forbid"
        frozen = True

    @classmethod
    def of(cls, name: str) -> Self:
        """The whole of the file of this name in `data/`."""
        return cls.parse_obj(yaml.safe_load((DATA / name).read_text(encoding="utf-8")))


class Wording(Strict):
    """staff: for companies and who works with pupils; what parents read, about "de leerling", where it is not given"""

    je: str
    u: str
    staff: str = ""

    @root_validator(pre=True)
    def _same_holes(cls, forms: dict[str, Any]) -> dict[str, Any]:
        je, u = (set(PLACEHOLDER.findall(str(forms.get(form, "")))) for form in ("je", "u"))
        if je != u:
            raise ValueError(f"placeholders differ between je and u: {sorted(je ^ u)}")
        return forms

    def form(self, audience: str) -> str:
        """What "pupil", "parent" or "staff" reads."""
        about_a_pupil = self.staff or _OWN_CHILD.sub(_pupil, self.u)
        return {"pupil": self.je, "staff": about_a_pupil}.get(audience, self.u)

    @property
    def holes(self) -> set[str]:
        return set(PLACEHOLDER.findall(self.je))


class Row(Strict):
    """A list row with fixed wording."""

    title: str
    line: Wording


class ChoiceText(Strict):
    title: Wording
    topic: str
    about: dict[str, str] = Field(default_factory=dict)

    @validator("title", pre=True)
    def _neutral(cls, value: Any) -> Any:
        return both_forms(value)

    def choice(self, audience: str, **about: str) -> Choice:
        return Choice(self.title.form(audience), self.topic, tuple({**self.about, **about}.items()))


class TopicTexts(Strict):
    topic: str
    area: str
    title: Wording  # the label of a choice that leads here
    kind: Kind = "answer"
    greeting: bool = True  # whether "I am a chatbot" goes before it on the first turn
    takes: tuple[str, ...] = ()  # the kinds of mention it reads, so that a bare name can be a follow-up
    again: dict[str, str] = Field(default_factory=dict)  # topic to ask next when such a thing is named, if not this one
    instead_for: dict[str, str] = Field(default_factory=dict)  # role to the topic that answers this for them
    instead: dict[str, str] = Field(default_factory=dict)  # topic to turn to when only another kind of name was given
    facts: tuple[str, ...] = ()
    helplines: tuple[str, ...] = ()
    rests_on: tuple[str, ...] = ()  # set here: facts without a placeholder, which the whole answer rests on
    texts: dict[str, Wording]
    items: tuple[Row, ...] = ()
    view: Literal["", "route"] = ""  # what the fixed rows are drawn as
    choices: dict[str, ChoiceText] = Field(default_factory=dict)
    words: dict[str, tuple[str, ...]] = Field(default_factory=dict)  # words in a question that steer this topic

    @validator("title", pre=True)
    def _neutral_title(cls, value: Any) -> Any:
        return both_forms(value)

    @validator("texts", "items", pre=True, each_item=True)
    def _neutral(cls, value: Any) -> Any:
        if isinstance(value, dict) and "title" in value:
            return {**value, "line": both_forms(value.get("line", ""))}
        return both_forms(value)

    @root_validator(skip_on_failure=True)
    def _facts_listed(cls, values: dict[str, Any]) -> dict[str, Any]:
        lines = [*values["texts"].values(), *(row.line for row in values["items"])]
        used = {hole.split(".")[0] for line in lines for hole in line.holes if "." in hole}
        listed = {*values["facts"], *values["helplines"]}
        if not used <= listed:
            raise ValueError(f"facts used but not listed: {sorted(used - listed)}")
        values["rests_on"] = tuple(fact for fact in values["facts"] if fact not in used)
        return values


def both_forms(value: Any) -> Any:
    """One plain string stands for both forms, unless it addresses somebody."""
    if not isinstance(value, str):
        return value
    if _ADDRESS.search(value):
        raise ValueError(f"a text that says je or u needs both forms: {value!r}")
    return {"je": value, "u": value}


def _load(path: Path) -> dict[str, Any]:
    """A file; one that is `like` another topic takes over all that it does not say itself."""
    own: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    like = own.pop("like", None)
    return {**_load(path.with_stem(like)), **own} if like else own


def read_texts(path: Path) -> TopicTexts:
    try:
        texts = TopicTexts.parse_obj(_load(path))
    except (OSError, yaml.YAMLError, ValidationError) as error:
        raise TextsError(f"{path}: {error}") from error
    if texts.topic != path.stem:
        raise TextsError(f"{path}: holds topic {texts.topic!r}")
    return texts


@lru_cache(maxsize=1)
def all_texts() -> dict[str, TopicTexts]:
    """Every file of answers by topic, the common one included."""
    texts = {path.stem: read_texts(path) for path in sorted(ANSWERS.glob("*.yml"))}
    for found in texts.values():
        unknown = {choice.topic for choice in found.choices.values()} - texts.keys()
        if unknown:
            raise TextsError(f"{ANSWERS / found.topic}.yml: choice leads to unknown topic {sorted(unknown)}")
    return texts


def texts_of(topic: str) -> TopicTexts:
    try:
        return all_texts()[topic]
    except KeyError:
        raise TextsError(f"{ANSWERS / topic}.yml: no such file") from None


def topics() -> dict[str, str]:
    """The area of every topic: the action `action_<area>` answers it."""
    return {topic: found.area for topic, found in all_texts().items() if topic not in (COMMON, MARKS)}


def areas() -> list[str]:
    return sorted(set(topics().values()))
