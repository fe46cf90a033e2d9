"""The plain-text twin of an answer: everything it says, on any channel."""

from __future__ import annotations

from collections.abc import Iterator

from actions.answer import Answer, Item, Nudge
from actions.texts import COMMON, texts_of
from study_catalogue.records import Source
from study_catalogue.text import host


def plain(answer: Answer) -> str:
    """The text, then a line for each row, then the encouragement with its own source, then a line for each source."""
    blocks = [answer.text, "\n".join(map(_row, answer.items)), "\n".join(_sources(answer.sources))]
    if answer.nudge:
        blocks.insert(2, _nudge(answer.nudge))
    return "\n\n".join(block for block in blocks if block)


def _nudge(nudge: Nudge) -> str:
    return "\n".join([nudge.text, *_sources((nudge.source,))])


def _row(item: Item) -> str:
    line = f"- {item.title}: {item.line}" if item.line else f"- {item.title}"
    return f"{line} ({', '.join(item.marks)})" if item.marks else line


def _sources(sources: tuple[Source, ...]) -> Iterator[str]:
    label = _word("source")
    for source in sources:
        year = f" ({source.year})" if source.year else ""
        note = f", {_word('inferred')}" if source.status == "inferred" else ""
        yield f"{label}: {source.title}{year}{_site(source)}{note}"


def _site(source: Source) -> str:
    """Where to look it up: the bare host, unless the source is called after it."""
    site = host(source.url)
    return f", {site}" if site and site not in source.title.lower() else ""


def _word(key: str) -> str:
    return texts_of(COMMON).texts[key].je
