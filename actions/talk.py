"""The conversation itself: starting anew, who is talking, what is kept, languages (capabilities.md, section 9)."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from actions.answer import Answer
from actions.conversation import SLOTS
from actions.lists import says, words_of
from actions.nudges import SLOT, silence_kept
from actions.question import Question, audience_of
from actions.registry import topic
from actions.reply import Reply
from actions.texts import Strict, texts_of
from study_catalogue import Catalogue

Code = str  # ISO 639-1
ROLES = ("parent", "pupil", "clb", "company")


@topic("restart")
def restart(question: Question, catalogue: Catalogue) -> Answer:
    """All that was named is forgotten; who is talking, and that tips were stopped, is not."""
    reply = Reply(question, catalogue).say("answer").offer_all()
    return reply.remember(**dict.fromkeys(SLOTS)).remember(topic="restart", **{SLOT: silence_kept(question)}).answer()


@topic("privacy")
def privacy(question: Question, catalogue: Catalogue) -> Answer:
    """What is kept; or, when asked to, that the conversation is deleted: slot `wiped` tells the store to do so."""
    if not _wants_wiping(question):
        said = "tells" if says(question, "others") else "answer"
        return Reply(question, catalogue).say(said).offer_all().offer("more_text").answer()
    nothing = {**dict.fromkeys(SLOTS), "audience": None, "wiped": True}
    return replace(Reply(question, catalogue).say("wiped").remember(**nothing).answer(), wiped=True)


def _wants_wiping(question: Question) -> bool:
    """A request to delete, "wis mijn gesprek", not a question about it, "kan ik mijn gesprek wissen?"."""
    return says(question, "delete") and not says(question, "asks")


@topic("audience")
def audience(question: Question, catalogue: Catalogue) -> Answer:
    """Who the user says to be changes the form of address and the choices, never the facts."""
    told = "company" if question.introduced and question.role == "company" else ""  # "een leerling" is not who writes
    role = told or _said_to_be(question) or next((role for role in ROLES if _tapped(question, role)), "")
    if not role:
        return _offer_roles(Reply(question, catalogue).say("ask"), "ask").answer("ask")
    reply = Reply(replace(question, audience=audience_of(role)), catalogue)
    return _offer_roles(reply.say(f"answer_{role}").remember(audience=role), role).answer()


def _offer_roles(reply: Reply, prefix: str) -> Reply:
    return reply.offer_all(*(key for key in reply.texts.choices if key.startswith(f"{prefix}_")))


def _said_to_be(question: Question) -> str:
    """The role of the first word for one: "ik ben leerling, mijn mama typte". Not "geen ouder"."""
    listed = texts_of("audience").words
    pairs = pairwise(["", *words_of(question.text)])
    said = (role for before, word in pairs if before not in listed["no"] for role in ROLES if word in listed[role])
    return next(said, "")


def _tapped(question: Question, role: str) -> bool:
    return any(mention.value == role for mention in question.named("audience"))


@topic("other_language")
def other_language(question: Question, catalogue: Catalogue) -> Answer:
    """One line in that language when it is known which it is, then plain Dutch."""
    answer = Reply(question, catalogue).say("answer").offer_all().answer()
    language = languages().get(_language_of(question))
    return replace(answer, text=f"{language.line} {answer.text}") if language else answer


def _language_of(question: Question) -> Code:
    """The language the message is in, else the one it asks for ("spreek je Frans?"), else none."""
    written = [mention.value for mention in question.named("language")]
    said = words_of(question.text)
    asked = (code for code, language in languages().items() if language.name.lower() in said)
    return written[0] if written else next(asked, "")


class Language(Strict):
    """A language as Dutch calls it, and one line in it: Dutch only, and who helps."""

    name: str
    line: str


class Languages(Strict):
    languages: dict[Code, Language]


@lru_cache(maxsize=1)
def languages() -> dict[Code, Language]:
    return Languages.of("languages.yml").languages
