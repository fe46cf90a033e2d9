"""Names of the real catalogue, as the understanding reads them."""

from __future__ import annotations

import pytest

from bot.nlu.recognise import Recogniser
from study_catalogue import Catalogue


@pytest.fixture(scope="session")
def recogniser(catalogue: Catalogue) -> Recogniser:
    return Recogniser(catalogue)
