"""The sentences that all three pipelines read, in named groups, and the outside set xSID."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bench.nlu import distort
from bench.sentences import HELD_OUT, HOME_ASSISTANT, Sentence, held_out, home_assistant, in_file

INSIDE = ("sentences", "blind")
OFF_DOMAIN = ("off-domain: own", "off-domain: Home Assistant")
NEAR_DOMAIN = ("near-domain: own", "near-domain: blind")
NONSENSE = ("nonsense",)
SMART_HOME = OFF_DOMAIN[1]
SEEDS = (1, 2)  # of both distortions together; each alone is measured with the first
TYPOS, DIALECT = "typos", "dialect"
XSID = HOME_ASSISTANT.parent

Groups = dict[str, list[Sentence]]


def groups(every: int = 1) -> Groups:
    """All sets but the distorted ones. `every` leaves out all but one in so many sentences, to try things out."""
    told, blind = held_out("sentences"), held_out("blind")
    refusal, blind_outside = HELD_OUT["refusal"], [row for row in blind if row.topic == "out_of_scope"]
    found = {
        "sentences": [row for row in told if row.inside],
        "blind": [row for row in blind if row.inside],
        "off-domain: own": in_file(refusal / "out_of_scope.yml"),
        "off-domain: Home Assistant": home_assistant(),
        "near-domain: own": in_file(refusal / "near_domain.yml"),
        "near-domain: blind": blind_outside,
        "nonsense": [
            *in_file(refusal / "nonsense.yml"), *(row for row in [*told, *blind] if row.topic == "nonsense")
        ],
    }  # fmt: skip
    return {name: rows[::every] for name, rows in found.items()}


def distorted(rows: list[Sentence]) -> Groups:
    """The same sentences with errors in them, by the name of the distortion."""
    first = SEEDS[0]
    found = {
        TYPOS: [replace(row, text=distort.typos(row.text, first)) for row in rows],
        DIALECT: [replace(row, text=distort.dialect(row.text, first)) for row in rows],
    }
    both = {both_name(seed): [replace(row, text=distort.both(row.text, seed)) for row in rows] for seed in SEEDS}
    return {**found, **both}


def both_name(seed: int) -> str:
    return f"typos and dialect, seed {seed}"


def xsid(part: str, folder: Path = XSID) -> list[Sentence]:
    """(text, intent) of `valid` or `test`; none where ../shared is not there.

    Rasa takes a slash for its own, so "weather/find" is "weather_find".
    """
    path = folder / f"xsid_nl.{part}.conll"
    return parse_conll(path.read_text(encoding="utf-8")) if path.exists() else []


def parse_conll(text: str) -> list[Sentence]:
    found = []
    for block in text.strip().split("\n\n"):
        heads = dict(line[2:].split(" = ", 1) for line in block.splitlines() if line.startswith("# ") and " = " in line)
        found.append(Sentence(heads["text"].strip(), heads["intent"].strip().replace("/", "_"), "xsid"))
    return found
