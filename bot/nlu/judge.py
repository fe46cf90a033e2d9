"""Small boosted trees that weigh evidence: learned by scikit-learn, read here.

scikit-learn takes half a millisecond and more for one message: checks of its input, and 60 calls, one a tree.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier

from bot.nlu.features import Floats

DEPTH = 4


@dataclass
class Judge:
    """What a margin is worth depends on how near the message lies to what was trained, hence trees, laid end to end.

    A node asks whether the evidence in `column` is above `limit` and sends on to one of its `branches` (no, yes); a
    leaf sends to itself. The chance comes from `start` and the `value` of the leaf that is reached in each tree.
    """

    roots: NDArray[np.intp]
    column: NDArray[np.intp]
    limit: Floats
    branches: NDArray[np.intp]  # shape (nodes, 2)
    value: Floats
    start: float

    @classmethod
    def fit(cls, evidence: Floats, right: Floats, speaks: Sequence[int]) -> Judge:
        """evidence: shape (messages, kinds); right: whether answering was. Deterministic.

        speaks: of each kind whether more of it speaks for answering (1), against it (-1), or neither (0). Held to that,
        the trees learn less of chance: without it a few sentences more moved the chances by a tenth
        """
        trees = HistGradientBoostingClassifier(
            max_depth=DEPTH,
            max_iter=60,
            learning_rate=0.12,
            early_stopping=False,
            random_state=0,
            monotonic_cst=list(speaks),
        )
        return cls.of(trees.fit(evidence, right.astype(int)))

    @classmethod
    def of(cls, trees: HistGradientBoostingClassifier) -> Judge:
        """Reads what scikit-learn does not show: a test holds the chances to its own."""
        parts = [tree.nodes for (tree,) in trees._predictors]
        nodes = np.concatenate(parts)
        sizes = [len(part) for part in parts]
        roots = np.cumsum([0, *sizes[:-1]])
        moved = np.repeat(roots, sizes)
        leaf, own = nodes["is_leaf"].astype(bool), np.arange(len(nodes))
        branches = [np.where(leaf, own, nodes[side] + moved) for side in ("left", "right")]
        return cls(
            roots=roots,
            column=nodes["feature_idx"].astype(np.intp),
            limit=nodes["num_threshold"],
            branches=np.column_stack(branches),
            value=nodes["value"],
            start=float(np.ravel(trees._baseline_prediction)[0]),
        )

    def chance(self, evidence: Floats) -> Floats:
        """Shape (messages,), between 0 and 1."""
        message = np.arange(len(evidence))[:, None]
        place = np.tile(self.roots, (len(evidence), 1))
        for _ in range(DEPTH):
            above = evidence[message, self.column[place]] > self.limit[place]
            place = self.branches[place, above.astype(np.intp)]
        chances: Floats = 1 / (1 + np.exp(-self.start - self.value[place].sum(axis=1)))
        return chances
