"""What the catalogue hands out: frozen records, free of SQLAlchemy and of wording."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Status = Literal["read", "inferred", "confirmed"]
Dual = Literal["yes", "no", "unknown"]
NameKind = Literal["option", "job", "place"]
AfterKind = Literal["", "preparing", "ok3", "ok4"]
Years = tuple[float, float]  # shortest and longest


@dataclass(frozen=True)
class Source:
    """Where a fact comes from.

    year: the year the source speaks of, None when the source has no date
    url: its site or page, https; "" when our data names none. The same source with or without it is one source
    """

    title: str
    year: int | None
    status: Status = "read"
    url: str = field(default="", compare=False)


@dataclass(frozen=True)
class Option:
    """A study option (studierichting or opleiding) on one level.

    The same name may exist on several levels ("Elektromechanische technieken" in so-2 and so-3): `id` is unique,
    `name` is not.
    """

    id: str
    name: str
    level: str  # so-1 so-2 so-3 so-7 graduaat prof_bachelor acad_bachelor master volwassenen
    grade_info: str
    domains: tuple[str, ...]
    finality: str  # doorstroom dubbel arbeidsmarkt or ""
    is_stem: bool
    stem_kind: str
    stem_official: str
    dual: Dual
    keywords: tuple[str, ...]
    theory_practice: str  # theoretisch gemengd praktisch or ""
    after_kind: AfterKind  # what a 7th year is for, or asks
    semesters: int | None
    ended: bool  # recognise it, say so, name the successors, never offer it
    ended_note: str
    successors: tuple[str, ...]  # option ids
    source: Source  # rests on: existence, name, level
    links_source: Source  # rests on: jobs, next options, theory or practice


@dataclass(frozen=True)
class Step:
    """One option of a route. `bridge`: years of the programme that comes between, when one is needed."""

    option: Option
    years: Years
    bridge: Years | None = None


@dataclass(frozen=True)
class Route:
    """Options one after the other, the last of which leads to the job."""

    steps: tuple[Step, ...]

    @property
    def years(self) -> Years:
        """Of all steps and bridges together."""
        spans = [span for step in self.steps for span in (step.years, step.bridge) if span]
        return sum(span[0] for span in spans), sum(span[1] for span in spans)


@dataclass(frozen=True)
class Listing:
    """One row of VDAB's list of bottleneck occupations of one year."""

    year: int
    group: str  # VDAB group
    cluster: str
    restriction: str  # "Hoger Redder" for "Redder: Hoger Redder", else ""
    causes: str  # named in older or sector sources, "" when not found
    causes_source: Source | None  # None when no causes are named
    source: Source


@dataclass(frozen=True)
class Job:
    """An occupation. `listing` is set when it is on the newest bottleneck list that we hold."""

    id: str
    name: str
    other_names: tuple[str, ...]
    listing: Listing | None
    description: str  # "" while not confirmed: low confidence stays hidden
    stem: str  # yes no care or "" when unknown
    source: Source


@dataclass(frozen=True)
class Place:
    """A place of the gazetteer. `id` is "3600 Genk"."""

    id: str
    postal_code: str
    name: str
    municipality: str
    province: str
    lat: float
    lon: float
    former_municipality: str  # set when the name was a municipality until a merger, else ""
    source: Source


@dataclass(frozen=True)
class Academy:
    """A STEM academy or other out-of-school STEM activity."""

    id: str
    name: str
    organiser: str
    municipality: str
    postal_code: str
    province: str
    lat: float
    lon: float
    min_age: int | None  # None: not read, never "all ages"
    max_age: int | None
    topics: tuple[str, ...]
    focus: str  # iedereen meisjes kansengroepen
    price_info: str
    website: str
    last_confirmed: int | None
    via_school: bool
    source: Source


@dataclass(frozen=True)
class Nearby:
    academy: Academy
    km: float


@dataclass(frozen=True)
class Institution:
    name: str
    short: str
    kind: str
    municipality: str
    province: str
    website: str
    source: Source


@dataclass(frozen=True)
class Offer:
    """An institution that gives an option, as read in a source. `km`: from the place asked about, when known."""

    name: str
    municipality: str
    website: str
    km: float | None
    source: Source | None


@dataclass(frozen=True)
class Fact:
    """A dated text fact; `values` fill the placeholders of an answer's text."""

    id: str
    values: dict[str, str]
    source: Source
    valid_until: str  # ISO date
    text: str = ""  # the fact in one sentence, for reading and checking


@dataclass(frozen=True)
class Helpline:
    """Human help. `hours` carries its own year where a source gave one; number and site come first."""

    id: str
    name: str
    for_whom: str
    contact: str
    hours: str
    site: str
    source: Source


@dataclass(frozen=True)
class Name:
    """A name under which something of the catalogue is known, for name recognition.

    `target` is the canonical name of an option or a job, or the id of a place ("3600 Genk").
    """

    text: str
    kind: NameKind
    target: str
    basis: Literal["name", "old_name", "alias"]


@dataclass(frozen=True)
class Theme:
    """A subject people name ("robots", "computers", "bouw") and what it stands for in each table."""

    id: str
    label: str
    words: tuple[str, ...]
    academy_topics: tuple[str, ...]
    clusters: tuple[str, ...]  # of bottleneck listings
    jobs: tuple[str, ...]  # stems to find in the name of a bottleneck occupation, beside the clusters
    keywords: tuple[str, ...]  # stems to find in an option's name or keywords


@dataclass(frozen=True)
class OptionFilter:
    levels: tuple[str, ...] = ()
    finalities: tuple[str, ...] = ()  # any of these
    domain: str = ""
    stem_only: bool = True
    official_stem: bool = False  # officially STEM; above secondary school, where no official label exists: is_stem
    dual: bool | None = None
    practices: tuple[str, ...] = ()  # any of praktisch theoretisch gemengd
    theme: str = ""  # a theme id
    without_theme: tuple[str, ...] = ()  # theme ids
    without_finality: tuple[str, ...] = ()
    without_levels: tuple[str, ...] = ()
    without_practice: tuple[str, ...] = ()
    without_options: tuple[str, ...] = ()  # ids
    without_dual: bool = False  # leaves out what exists in dual form only
    also: tuple[str, ...] = ()  # option ids that count as about the theme
    first: tuple[str, ...] = ()  # option ids that come before the others
    last: tuple[str, ...] = ()  # words in the name of options that come behind the others


@dataclass(frozen=True)
class AcademyFilter:
    age: int | None = None
    theme: str = ""
    focus: str = ""  # meisjes
    holiday: bool = False
    without_theme: tuple[str, ...] = ()  # what is first of all about one of these is left out
    without_focus: tuple[str, ...] = ()
    without_municipality: tuple[str, ...] = ()
