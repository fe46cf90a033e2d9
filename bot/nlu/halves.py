"""Two questions in one message: "wat is X en kan dat duaal?". Each half is read by itself.

The split is made in the normalised wording, so that both forms of it are cut at the same word.
"""

from __future__ import annotations

from bot.nlu.lexicon import cues
from bot.nlu.wording import Wording

FEWEST_WORDS = 2  # of a half


def halves(wording: Wording) -> tuple[Wording, Wording] | None:
    """The first question and the second, None when there is one."""
    general, written = _cut(wording.general), _cut(wording.written)
    return (Wording(general[0], written[0]), Wording(general[1], written[1])) if general and written else None


def _cut(text: str) -> tuple[str, str] | None:
    """At the first word that begins another question behind "en", or at a "waar" in the middle."""
    words = text.split()
    for nth in range(FEWEST_WORDS, len(words) - FEWEST_WORDS):
        asks = words[nth] == "en" and words[nth + 1] in cues("begins_a_question")
        if asks or (words[nth] == "waar" and words[nth + 1] in cues("behind_where")):
            return " ".join(words[:nth]), " ".join(words[nth + asks :])
    return None
