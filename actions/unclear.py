"""Questions that no topic may answer, whatever the understanding made of them: what we hold nothing about, and a "die
richting" of which nobody said which."""

from __future__ import annotations

from dataclasses import replace

from actions.answer import Answer, Choice
from actions.interests import STUDIES_FOR
from actions.lists import holds, says_only, words_of
from actions.names import ask
from actions.patterns import finds
from actions.picks import TITLED
from actions.question import Question, of_choice
from actions.registry import COMPANY, dispatch
from actions.reply import Reply
from actions.roles import role_told
from actions.rows import title_of
from actions.texts import COMMON, texts_of
from study_catalogue import Catalogue
from study_catalogue.records import NameKind
from study_catalogue.text import fold

MOST_ROWS = 5
STRANGE = "out_of_scope"
MATTERS = ("medical", "pension")  # texts and words of that topic
POINTED: tuple[NameKind, ...] = ("option", "job")
LEFT_ALONE = "distress"
AUDIENCE = "audience"
NOT_UNDERSTOOD = ("clarify", "out_of_scope", "nonsense")


def not_answerable(question: Question, catalogue: Catalogue) -> Answer | None:
    """The honest answer or the question back; None when a topic can answer."""
    if question.topic == LEFT_ALONE or not question.text:
        return None
    pointing = _points_at_nothing(question, catalogue) or _points_at_list(question, catalogue)
    return _matter(question, catalogue) or pointing or _introduction(question, catalogue)


def _points_at_list(question: Question, catalogue: Catalogue) -> Answer | None:
    """ "En da?" about a list that was just shown: which of its rows."""
    listing = question.listing
    rows = [(kind, value) for kind, value in listing.get("shown") or [] if kind in TITLED]
    shown_now = rows and listing.get("topic") == question.context.get("topic")
    if question.topic not in NOT_UNDERSTOOD or not shown_now or not says_only(question, "says_nothing"):
        return None
    reply = Reply(question, catalogue).say("which_row").remember(listing=listing)
    topics = texts_of("inform").words
    rows = rows[-MOST_ROWS:]
    choices = (Choice(title_of(catalogue, *row), topics[row[0]][0], (row,)) for row in rows)
    return reply.offer_choice(*choices).answer("clarify")


def _introduction(question: Question, catalogue: Catalogue) -> Answer | None:
    """Somebody says who they are, and asks nothing that was understood: heard as that."""
    asks = "?" in question.text or question.topic not in (*NOT_UNDERSTOOD, "inform") or not question.introduced
    sought = any(map(question.named, POINTED))
    if not (asks or sought) and role_told(question.text) == COMPANY:  # "wij zijn een aannemer in Peer"
        return dispatch(replace(question, topic=AUDIENCE, mentions=(of_choice(AUDIENCE, COMPANY),)), catalogue)
    listed = texts_of(AUDIENCE).words
    who = not asks and not question.mentions and {*words_of(question.text)} & {*listed.get(question.role, ())}
    return dispatch(replace(question, topic=AUDIENCE), catalogue) if who else None


def _matter(question: Question, catalogue: Catalogue) -> Answer | None:
    """A matter outside of what we hold that one of its words gives away ("arbeidsarts", "pensioen")."""
    named = {word for mention in question.named("job") for word in words_of(mention.text)}  # "medisch laborant"
    said = {*words_of(question.text)} - named - ({*texts_of(STRANGE).words["retired"]} if _is_wish(question) else set())
    matter = next((key for key in MATTERS if said & {*texts_of(STRANGE).words[key]} or _says(key, question)), "")
    if not matter:
        return None
    return Reply(question, catalogue, STRANGE).say(matter).offer_all("person", "search").answer()


def _says(matter: str, question: Question) -> bool:
    """Words that give it away together only: "medisch geschikt", not "medisch labo"."""
    patterns = texts_of(STRANGE).words.get(f"{matter}_said", ())
    return bool(patterns) and finds(patterns, fold(question.text))


def _is_wish(question: Question) -> bool:
    """ "De loodgieter gaat op pensioen, mijn zoon wil dat ook doen": asks for studies."""
    return question.topic == STUDIES_FOR


def _points_at_nothing(question: Question, catalogue: Catalogue) -> Answer | None:
    """ "De vooruitzichten van die richting" with no study named or talked about: asks which one."""
    words, takes = texts_of(COMMON).words, texts_of(question.topic).takes
    kind = next((kind for kind in POINTED if holds(question.text, words[f"that_{kind}"])), None)
    known = any(question.named(name) or question.context.get(name) for name in (*POINTED, "unknown"))
    listed = question.listing.get("shown")
    return ask(question, catalogue, kind) if kind and kind in takes and not known and not listed else None
