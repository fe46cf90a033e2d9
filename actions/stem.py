"""What STEM is (capabilities.md, section 8)."""

from __future__ import annotations

from actions.answer import Answer
from actions.lists import says
from actions.question import Question
from actions.registry import topic
from actions.reply import Reply
from study_catalogue import Catalogue


@topic("stem_what")
def stem_what(question: Question, catalogue: Catalogue) -> Answer:
    """The definition. Asked for more than that (why, how many), it says first that there is no answer to that yet."""
    reply = Reply(question, catalogue).say_if(says(question, "beyond"), "no_answer")
    return reply.say("answer").fixed_rows().offer_all().answer()
