"""What a message says in the guided talk: an answer to its open question, a wish to stop, or something else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Literal

from actions.lists import words_of
from actions.opening import asks_something, lets_go
from actions.others import without_others
from actions.patterns import finds, whole
from actions.question import Question
from actions.scoring import GIVEN, SKIPPED, Given, words_of_options
from actions.texts import Strict
from study_catalogue import Catalogue
from study_catalogue.levels import GRADES
from study_catalogue.text import fold

KINDS = ("level", "theme", "practice")
ASKS = {"level": "level", "theme": "theme", "way": "theme", "practice": "practice"}  # question to what it asks for
UNSURE = "?"  # of the subject: no idea, so it is asked in another way
LIKES = 2  # subjects
QUOTED = 40  # characters of the user's own words
OF_ITS_OWN = 4  # words of a strange question; fewer may be an answer that was not understood
WISH = 8  # words, of a message that only wishes for something
SHORT = 4  # words; with a question mark it is still an answer
EDGE = " .,;:!?'\"()"  # left out at both ends of a message
OWN_WORD = 4  # letters; shorter ones say too little
_CLAUSE = re.compile(r"[,.;]|\b(?:maar|en|wel|eerder|liever)\b")
Meant = Literal["answer", "skip", "no_idea", "stop", "back", "explain", "go_on", "miss", "aside"]
Rules = Sequence[dict[str, tuple[str, ...]]]  # value to regular expressions; the first that fits counts


class Lexicon(Strict):
    """`data/choosing_words.yml`."""

    level: tuple[dict[str, tuple[str, ...]], ...]
    level_bare: tuple[dict[str, tuple[str, ...]], ...]
    practice: tuple[dict[str, tuple[str, ...]], ...]
    practice_sure: tuple[str, ...]
    likes: dict[str, tuple[str, ...]]
    not_liked: tuple[str, ...]
    not_liked_behind: tuple[str, ...]
    plain: tuple[str, ...]
    talk: dict[str, tuple[str, ...]]
    asks: tuple[str, ...]
    wishes: tuple[str, ...]
    tells_year: tuple[str, ...]
    instead: tuple[str, ...]
    likes_said: tuple[str, ...]
    fans: tuple[str, ...]
    topics: dict[str, tuple[str, ...]]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    return Lexicon.of("choosing_words.yml")


@dataclass(frozen=True)
class Heard:
    """What a message is in the talk, and the answers in it.

    given: "level", "theme" ("games|bouw", at most two), "practice"; "said_theme" and "said_practice" hold the user's
        words for them, "own_words" those that may stand in the description of an option
    """

    meant: Meant
    given: dict[str, str] = field(default_factory=dict)


def hear(question: Question, catalogue: Catalogue, asked: str) -> Heard:
    """A message while this question of the talk is open."""
    question = without_others(question)
    text = _plain(question.text)
    if not text:
        return Heard("answer", tapped(question)) if question.topic == "help_choose" else Heard("aside")
    leaves = _is("stop", text) or lets_go(question.text)
    if question.topic in lexicon().topics["own"]:
        return Heard("stop" if leaves and question.topic in lexicon().topics["stops"] else "aside")
    said = "stop" if leaves else next((name for name in ("back", "skip") if _is(name, text)), "")
    if said:
        return Heard(said)  # type: ignore[arg-type]  # the names are meanings
    if question.context.get("topic") == "help_choose" and (question.topic == "simpler" or _is("explain", text)):
        return Heard("explain")
    given = answers_in(question, catalogue, asked)
    if _starts_asking(text) or ("?" in question.text and not (given and len(text.split()) <= SHORT)):
        strange = "aside" if len(text.split()) >= OF_ITS_OWN and asks_something(text) else "miss"
        return Heard({"nonsense": strange, "help_choose": "go_on"}.get(question.topic, "aside"))  # type: ignore[arg-type]
    doubts = _is("no_idea", text) and not _likes_beside(text, given)
    return Heard("answer", given) if given and not doubts else _no_answer(question, text, asked)


def _likes_beside(text: str, given: Given) -> bool:
    """ "Ik weet het niet goed, ik bak graag taarten": a liking in a clause that does not doubt."""
    sure = [clause for clause in re.split(r"[,.;]", text) if not _is("no_idea", clause.strip())]
    return bool(given.get("theme")) and any(finds(lexicon().likes_said, clause) for clause in sure)


def _no_answer(question: Question, text: str, asked: str) -> Heard:
    own = question.context.get("topic") == "help_choose" or question.context.get("asked") == asked
    said = next((name for name in ("no_idea", "go_on") if _is(name, text)), "")
    if said:
        return Heard(said)  # type: ignore[arg-type]
    another = question.topic == "out_of_scope" and len(text.split()) >= OF_ITS_OWN
    return Heard("miss" if own and not another and _is_loose(question) else "aside")


def _is_loose(question: Question) -> bool:
    """A topic that the model takes an answer for; not when it names what that topic is about."""
    about = {"option", "job", "place", "postal_code", "audience"}
    named = any(mention.kind in about for mention in question.mentions)
    return question.topic in lexicon().topics["loose"] and not named


def answers_in(question: Question, catalogue: Catalogue, asked: str = "") -> dict[str, str]:
    """All that a message says of level, subject and practice; more is taken for an answer to what was asked."""
    question = replace(question, text=_fans_apart(question.text))
    text, kind = _plain(question.text), ASKS.get(asked, "")
    level = _level(question, catalogue, text, kind)
    practice = _practice(question, text, kind)
    likes = _likes(question, catalogue, text) if _may_like(question, text, kind) else {}
    own_words = words_of_options(catalogue, _own_words(text)) if kind == "theme" and not question.named("place") else ()
    found = {
        "level": level,
        "practice": practice[0],
        "said_practice": practice[1],
        "theme": "|".join(likes),
        "said_theme": "|".join(likes.values()),
        "own_words": "|".join(own_words[:LIKES]),
        "place": _place(question, asked),
    }
    if found["own_words"] and not likes:
        found["theme"] = SKIPPED
    return {name: value for name, value in found.items() if value}


def is_wish(question: Question) -> bool:
    """ "Liever praktijk", "toch minder theorie": a few words that only wish for something."""
    text = _plain(question.text)
    named = any(map(question.named, ("option", "job", "place", "age", "focus")))
    short = len(text.split()) <= WISH and "?" not in question.text and not named
    return short and finds(lexicon().wishes, text) and not _starts_asking(text)


def tells_year(question: Question) -> bool:
    """ "Ze zit in het 4de jaar", and nothing else."""
    text = _plain(question.text)
    named = [mention.kind for mention in question.mentions if mention.kind != "audience"]
    short = len(text.split()) <= WISH and "?" not in question.text and {*named} == {"level"}
    return short and finds(lexicon().tells_year, text) and not _starts_asking(text)


def left_out(question: Question) -> tuple[str, ...]:
    """The themes that the message takes away: "liever niet met wiskunde"."""
    pairs = (mention.value.partition(":") for mention in question.named("excluded"))
    return tuple(value for kind, _, value in pairs if kind == "theme")


def _may_like(question: Question, text: str, kind: str) -> bool:
    """Whether a subject in the message is one that is liked, not just part of another answer."""
    short = len(text.split()) <= SHORT and question.topic in lexicon().topics["loose"]
    instead = bool(question.named("excluded"))  # "nee niet computers, met planten"
    bare = bool(question.named("theme")) and (not kind or question.topic == "inform" or short or instead)
    return kind == "theme" or finds(lexicon().likes_said, text) or bare


def tells_a_liking(text: str) -> bool:
    """ "Ik werk graag met hout": a subject in it is one that is liked."""
    return finds(lexicon().likes_said, _plain(_fans_apart(text)))


def subjects_in(question: Question, catalogue: Catalogue) -> dict[str, str]:
    """Ids of the themes that the message speaks of, to its words for them; at most two."""
    apart = replace(question, text=_fans_apart(question.text))
    return _likes(apart, catalogue, _plain(apart.text))


def _fans_apart(text: str) -> str:
    """ "Autofreak" is a freak of "auto"."""
    return re.sub(rf"(?i)(\w{{4,}}?)-?({'|'.join(lexicon().fans)})(?!\w)", r"\1 \2", text)


def _place(question: Question, asked: str) -> str:
    """Where the pupil lives, when the message does not ask for something there or goes on about another answer."""
    aside = asked and question.context.get("topic") != "help_choose"
    named = () if aside or question.topic.startswith(("academy", "option")) else question.named("place")
    return named[0].value if named and not named[0].candidates else ""


def tapped(question: Question) -> dict[str, str]:
    """The values of a choice; those of the page before when a list goes on."""
    return {mention.kind: mention.value for mention in question.mentions if mention.kind in GIVEN}


def comes_beside(question: Question) -> bool:
    """Whether a subject comes beside those said before: it is neither "liever" nor "nee, niet X" that says it."""
    return not left_out(question) and not finds(lexicon().instead, _plain(question.text))


def with_subjects(given: Given, new: Given) -> dict[str, str]:
    """The new answers, with the subjects said before in front of theirs; the last ones stay."""
    before, after = (_subjects(answers) for answers in (given, new))
    if not before or not after:
        return dict(new)
    kept = dict([*((theme, words) for theme, words in before.items() if theme not in after), *after.items()][-LIKES:])
    kept = before if after.keys() <= before.keys() else kept
    return {**new, "theme": "|".join(kept), "said_theme": "|".join(kept.values())}


def _subjects(given: Given) -> dict[str, str]:
    """Theme ids to the words for them; none where they were passed over, or are known without words."""
    themes, words = (given.get(name, "").split("|") for name in ("theme", "said_theme"))
    paired = len(themes) == len(words) and {*themes, *words}.isdisjoint({"", SKIPPED, UNSURE})
    return dict(zip(themes, words, strict=True)) if paired else {}


def with_answers(given: Given, new: Given) -> dict[str, str]:
    """A new answer takes the place of an old one, together with the words for it."""
    belongs = {"theme": ("said_theme", "own_words"), "practice": ("said_practice",)}
    old = {name for kind in new for name in belongs.get(kind, ())}
    return {**{name: value for name, value in given.items() if name not in old}, **new}


def _level(question: Question, catalogue: Catalogue, text: str, kind: str) -> str:
    found = _first(lexicon().level, text) or (_first(lexicon().level_bare, text) if kind == "level" else None)
    if found:
        return found[0]
    if question.named("level"):
        return question.named("level")[0].value
    return level_of_option(question, catalogue) if kind == "level" else ""


def level_of_option(question: Question, catalogue: Catalogue) -> str:
    """ "Ik zit in Latijn-Wiskunde": the grade, when the option is given in only one."""
    names = [mention.value for mention in question.named("option")[:1]]
    levels = {option.level for name in names for option in catalogue.options_named(name) if not option.ended}
    return levels.pop() if len(levels) == 1 and levels <= set(GRADES) else ""


def _practice(question: Question, text: str, kind: str) -> tuple[str, str]:
    """The value, and the words that say it."""
    if kind != "practice" and not finds(lexicon().practice_sure, text):
        return "", ""
    found = _first(lexicon().practice, text)
    if found:
        return (found[0], _quote(found[1])) if found[0] else ("", "")
    named = question.named("practice")
    return (named[0].value, _quote(text)) if named else ("", "")


def _likes(question: Question, catalogue: Catalogue, text: str) -> dict[str, str]:
    """Theme ids that are liked, to the words for them; at most two, in the order they were named."""
    found: dict[str, tuple[int, str]] = {}
    written, taken = _as_written(question.text, text), list[tuple[int, int]]()
    away = {*left_out(question)} - {mention.value for mention in question.named("theme")}
    spans = sorted(_spans(question, catalogue, text), key=lambda span: (span[0] - span[1], span[0]))
    for start, end, theme in spans:
        if any(start < other_end and other_start < end for other_start, other_end in taken):
            continue
        taken.append((start, end))
        if theme not in away and not _is_denied(text[:start], text[end:]):
            found.update({one: (start, written[start:end]) for one in theme.split("|") if one not in found})
    first = sorted(found.items(), key=lambda pair: pair[1])[:LIKES]
    return {theme: _quote(words or theme) for theme, (_, words) in first}


def _spans(question: Question, catalogue: Catalogue, text: str) -> Iterator[tuple[int, int, str]]:
    """Where a subject stands in the text: as people call it, as the catalogue does, as the model found it."""
    for theme, pattern in (*_patterns(), *_catalogue_patterns(catalogue)):
        yield from ((found.start(), found.end(), theme) for found in pattern.finditer(text))
    for mention in question.named("theme"):
        at = text.find(_plain(mention.text))
        yield (at, at + len(_plain(mention.text)), mention.value) if at >= 0 else (0, 0, mention.value)


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((theme, whole(words)) for theme, words in lexicon().likes.items())


def _catalogue_patterns(catalogue: Catalogue) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return _theme_patterns(tuple((theme.id, theme.words) for theme in catalogue.themes()))


@lru_cache(maxsize=2)
def _theme_patterns(words: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((theme, whole([re.escape(fold(word)) for word in named])) for theme, named in words if named)


def _is_denied(before: str, behind: str = "") -> bool:
    """ "Ik hou niet van computers", "wiskunde haat ik", "wiskunde niet": a word against it in the same clause."""
    after = words_of(_CLAUSE.split(behind)[0])
    against = set(words_of(_CLAUSE.split(before)[-1])[-3:]) & set(lexicon().not_liked)
    return bool(
        against or set(after) & set(lexicon().not_liked_behind) or {*after[:1], *after[-1:]} & {"niet", "nie", "ni"}
    )


def _own_words(text: str) -> tuple[str, ...]:
    """Words that may stand in the description of an option and say something."""
    said = [word for word in words_of(text) if len(word) >= OWN_WORD and word not in lexicon().plain]
    parts = ((word, text.partition(word)) for word in dict.fromkeys(said))
    return tuple(word for word, (before, _, behind) in parts if not _is_denied(before, behind))


def _starts_asking(text: str) -> bool:
    return bool(whole(lexicon().asks).match(text)) or asks_something(text)


def _is(name: str, text: str) -> bool:
    """Whether the whole message says this."""
    return bool(whole(lexicon().talk[name]).fullmatch(text))


def _first(rules: Rules, text: str) -> tuple[str, str] | None:
    """The value of the first rule that fits, and the words that it fits."""
    for rule in rules:
        for value, patterns in rule.items():
            found = whole(patterns).search(text)
            if found:
                return value, found[0]
    return None


def _plain(text: str) -> str:
    return fold(text).strip(EDGE)


def _as_written(text: str, plain: str) -> str:
    """The text with its capitals and accents, where each letter has the same place as in the plain one."""
    written = " ".join(text.split()).strip(EDGE)
    return written if len(written) == len(plain) else plain


def _quote(words: str) -> str:
    """Short enough to be said back, cut between words."""
    kept = words.replace("|", " ").strip()
    return kept if len(kept) <= QUOTED else f"{kept[:QUOTED].rsplit(' ', 1)[0]}…"
