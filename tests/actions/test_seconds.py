"""What is asked besides stands among the choices: data/seconds.yml."""

from __future__ import annotations

import pytest

from actions.answer import Answer
from actions.question import Mention, Question
from actions.seconds import asked_besides

DUAL, AGE = Mention("dual", "yes", "duaal"), Mention("age", "14", "14")
WELDER, WELDING = Mention("job", "Manueel lasser", "lasser"), Mention("option", "Lassen-constructie", "lassen")


@pytest.mark.parametrize(
    ("text", "told", "also", "mentions"),
    [
        ("duaal, hij is 14, mag dat al en krijgt hij kindergeld", "dual_benefits", "dual_entry", (DUAL, AGE)),
        ("mag ik al duaal leren en hoe zit het met het groeipakket", "dual_entry", "dual_benefits", (DUAL, AGE)),
        ("een leerling duaal nemen, en wat kost mij dat", "dual_workplace", "dual_pay", (DUAL,)),
        ("enige meisje bij hout, ga ik later werk vinden", "enc_girls", "job_outlook", ()),
        ("is er veel werk als lasser voor een meisje", "enc_girls", "job_outlook", (WELDER,)),
        ("ik durf niet, kan ik lasser worden", "enc_confidence", "option_for_job", (WELDER,)),
        ("hoe lang duurt lassen en is het een knelpunt", "option_jobs", "option_info", (WELDING,)),
        ("hoe word ik lasser, en is het een knelpuntberoep", "option_for_job", "job_bottleneck", (WELDER,)),
    ],
)
def test_the_other_wish_is_heard(text: str, told: str, also: str, mentions: tuple[Mention, ...]) -> None:
    assert asked_besides(Question(told, text, mentions), Answer(told, "answer", "")) == also


@pytest.mark.parametrize(
    ("text", "told", "mentions"),
    [
        ("krijgt hij kindergeld bij duaal", "dual_benefits", (DUAL,)),
        ("wat verdien je bij duaal", "dual_pay", (DUAL,)),
        ("mag dat al", "dual_benefits", ()),
        ("ik ben het enige meisje bij hout", "enc_girls", ()),
        ("is lasser een knelpuntberoep", "job_bottleneck", (WELDER,)),
        ("", "enc_girls", (WELDER,)),
    ],
)
def test_one_wish_gets_nothing_more(text: str, told: str, mentions: tuple[Mention, ...]) -> None:
    assert asked_besides(Question(told, text, mentions), Answer(told, "answer", "")) == ""
