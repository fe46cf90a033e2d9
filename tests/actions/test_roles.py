"""Who somebody says to be: data/roles.yml."""

from __future__ import annotations

import pytest

from actions.question import Mention
from actions.rasa_actions import said_audience
from actions.roles import role_told
from tests.actions.conftest import Talk

COMPANIES = (
    "Wij zijn een aannemer in Peer",
    "wij hebben een kleine garage",
    "we zijn zelfstandige dakwerkers",
    "Wij hebben als garage geen tijd",
    "krijgen wij een premie als we een leerling opleiden?",
    "als aannemer, krijg ik een premie voor een duale leerling?",
    "ik ben zelfstandig loodgieter en zoek een leerling",
    "onze mentor is lang ziek, wat nu met de leerling",
    "wij runnen een metaalbedrijf en zoeken iemand via school",
)
PARENTS = (
    "We komen van ver, dochter 16 jaar",
    "ons ventje van 7 bouwt graag",
    "verliezen wij kindergeld met duaal leren",
)
NOBODY = (
    "mijn papa heeft een garage",
    "wij hebben thuis een garage",
    "wij hebben een werkplaats op school",
    "wij hebben een garage en ik wil die later overnemen, wat studeren",
    "wij hebben een schrijnwerkerij, welke richting kies ik",
    "ik wil als aannemer werken",
    "als bakker kan je later lasser worden",
    "wij willen dakwerkers worden",
    "wij zijn een gezin van 5",
    "ik ben de dochter van een bakker",
    "verliezen wij kindergeld als ik duaal leer",
)
ROLES = {"company": COMPANIES, "parent": PARENTS, None: NOBODY}


@pytest.mark.parametrize(("role", "text"), [(role, text) for role, texts in ROLES.items() for text in texts])
def test_who_says_to_be_what(role: str | None, text: str) -> None:
    assert role_told(text) == role


def test_what_was_understood_goes_first() -> None:
    message = {"text": "wij zijn een garage", "entities": [{"entity": "audience", "value": "parent"}]}
    assert said_audience(message) == "parent"
    assert said_audience({**message, "entities": []}) == "company"


def test_who_only_says_to_be_a_company_is_welcomed(talk: Talk) -> None:
    talk.audience = "staff"
    introduced = talk.as_role("company")
    introduced.introduced = True
    answer = introduced("out_of_scope", Mention("place", "3990 Peer", "Peer"), text="Wij zijn een aannemer in Peer")
    assert answer.topic == "audience" and answer.remember["audience"] == "company"


def test_the_pupil_that_a_company_speaks_of_is_not_who_writes(talk: Talk) -> None:
    talk.audience = "staff"
    introduced = talk.as_role("company")
    introduced.introduced = True
    assert introduced("audience", text="wij zijn een bedrijf met een leerling").remember["audience"] == "company"
    assert introduced("audience", text="mogen wij als bedrijf een leerling nemen").topic == "dual_workplace"
