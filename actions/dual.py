"""Who may start in dual learning (capabilities.md, topic dual_entry): who is too young hears that first."""

from __future__ import annotations

from actions.answer import Answer
from actions.question import Question
from actions.registry import LAYER, say_text, topic
from study_catalogue import Catalogue

RULE, EARLY = "dual_age", "early"  # the fact, and its value that is the first age at which it may be


@topic("dual_entry")
def dual_entry(question: Question, catalogue: Catalogue) -> Answer:
    fact = catalogue.fact(RULE)
    young = fact is not None and bool(question.ages) and max(question.ages) < int(fact.values[EARLY])
    return say_text(question, catalogue, "too_young" if young and not question.context.get(LAYER) else "answer")
