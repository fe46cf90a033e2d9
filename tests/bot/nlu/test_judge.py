"""The trees give the chances that scikit-learn would give."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.ensemble import HistGradientBoostingClassifier

from bot.nlu.features import Floats
from bot.nlu.judge import DEPTH, Judge


def evidence(messages: int = 600, kinds: int = 5) -> Floats:
    return np.random.default_rng(1).normal(size=(messages, kinds)).round(1)  # with values that meet a limit


SPEAKS = (1, 0, 0, 0, 0)


def right(seen: Floats) -> Floats:
    return (seen[:, 0] + seen[:, 1] * seen[:, 2] > 0.3).astype(float)


@pytest.mark.parametrize("rounds", [1, 7, 60])
def test_the_chances_are_those_of_scikit_learn(rounds: int) -> None:
    seen = evidence()
    trees = HistGradientBoostingClassifier(max_depth=DEPTH, max_iter=rounds, early_stopping=False, random_state=0)
    trees.fit(seen, right(seen))
    unseen = np.vstack([seen, seen * 3, np.full((1, seen.shape[1]), 1e9), np.zeros((1, seen.shape[1]))])
    assert np.allclose(Judge.of(trees).chance(unseen), trees.predict_proba(unseen)[:, 1], rtol=1e-12)


def test_what_is_read_alone_is_read_as_among_others() -> None:
    seen = evidence()
    judge = Judge.fit(seen, right(seen), SPEAKS)
    assert [float(judge.chance(seen[[at]])[0]) for at in range(20)] == judge.chance(seen[:20]).tolist()


def test_it_learns_and_is_reproducible() -> None:
    seen = evidence()
    judge, again = (Judge.fit(seen, right(seen), SPEAKS) for _ in range(2))
    assert np.mean((judge.chance(seen) > 0.5) == right(seen)) > 0.95
    assert np.array_equal(judge.chance(seen), again.chance(seen))


def test_more_of_what_speaks_for_it_never_lowers_the_chance() -> None:
    seen = evidence()
    judge = Judge.fit(seen, right(seen), SPEAKS)
    more = np.linspace(-4, 4, 60)
    rows = np.repeat(seen[:20], len(more), axis=0)
    rows[:, 0] = np.tile(more, 20)
    assert np.all(np.diff(judge.chance(rows).reshape(20, -1), axis=1) >= 0)
