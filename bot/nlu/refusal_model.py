"""Is the best guess good enough to answer? Not softmax alone: also distance to what was trained, and known words.

Two judges: one on the word model alone, and one, asked in doubt, on both models together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix, vstack
from sklearn.ensemble import HistGradientBoostingClassifier as Judge
from sklearn.model_selection import StratifiedKFold

from bot.nlu import embedding
from bot.nlu.sentence_model import SentenceModel, sample, together
from bot.nlu.topic_model import OUTSIDE, STRENGTH, Floats, TextFeatures, TopicModel
from bot.nlu.wording import Examples, Wording

FOLDS = 3
FOREIGN = "other_language"  # its sentences teach no words of ours
_SMALL = 1e-4


@dataclass
class Novelty:
    """How far a message lies from the training sentences inside and outside of our domain."""

    columns: csr_matrix  # shape (features, sentences), those inside our domain first: turned once, not for each message
    inside: int
    words: frozenset[str]

    @classmethod
    def fit(cls, seen: Examples, features: TextFeatures) -> Novelty:
        """`features` fitted on these sentences, as a topic model is."""
        rows = features.transform(seen.wordings)
        inside = np.array([topic not in OUTSIDE for topic in seen.topics])
        words = domain_words([text.general for text in seen.wordings], seen.topics)
        columns = vstack([rows[inside], rows[~inside]]).T.tocsr()
        return cls(columns, int(inside.sum()), frozenset(words))

    def measure(self, texts: Sequence[Wording], rows: csr_matrix) -> Floats:
        """Shape (messages, 6): nearest inside, nearest outside, their difference, share and number of unknown words,
        length.

        rows: what the features make of the texts
        """
        # a row is a pair of unit vectors (words, characters), hence the half
        similar = (rows @ self.columns).toarray() / 2
        near, far = similar[:, : self.inside].max(axis=1), similar[:, self.inside :].max(axis=1)
        return np.column_stack([near, far, near - far, *self._words(texts)])

    def _words(self, texts: Sequence[Wording]) -> Floats:
        split = [text.general.split() for text in texts]
        strange = np.array([sum(word not in self.words for word in words) for words in split], dtype=float)
        size = np.array([max(len(words), 1) for words in split], dtype=float)
        return np.array([strange / size, strange, np.log1p(size)])


def domain_words(texts: Iterable[str], topics: Iterable[str]) -> set[str]:
    """Words of at least two sentences inside our domain."""
    pairs = zip(texts, topics, strict=True)
    ours = (text for text, topic in pairs if topic not in (*OUTSIDE, FOREIGN))
    counts = Counter(word for text in ours for word in set(text.split()))
    return {word for word, count in counts.items() if count >= 2}


@dataclass
class SecondOpinion:
    """Both models together, with a judge of its own."""

    sentences: SentenceModel
    judge: Judge

    def on(self, text: Wording, shares: Floats, topics: Sequence[str], first: Floats) -> tuple[Floats, Floats]:
        """Of one message the shares of both models, shape (1, topics), and the trust in the best, shape (1,).

        first: the evidence that the first judge had
        """
        mixed, evidence = _both(self.sentences, embedding.embed(text.written)[None, :], shares, topics, first)
        return mixed, self.judge.predict_proba(evidence)[:, 1]


@dataclass
class RefusalModel:
    """Gives each message the chance that answering the best guess is right. `second`: None without embeddings."""

    novelty: Novelty
    judge: Judge
    second: SecondOpinion | None = None

    @classmethod
    def fit(cls, rows: Examples, strength: float = STRENGTH, second: bool = True) -> RefusalModel:
        """Learn from guesses on sentences that the models had not seen (cross-validation), so the trust is honest."""
        written = [text.written for text in rows.wordings]
        chosen = np.array(sample(written, list(rows.topics)))
        with ThreadPoolExecutor(1) as background:  # the embedding engine lets go of Python's lock
            wanted = second and embedding.available()
            vectors = background.submit(embedding.embed_all, [written[index] for index in chosen]) if wanted else None
            folds = list(_folds(rows, strength))
        judge = _judge(np.vstack([fold.evidence for fold in folds]), np.concatenate([fold.right for fold in folds]))
        novelty = Novelty.fit(rows, TextFeatures().fit(rows.with_careless()[0]))
        opinion = _second_opinion(rows, folds, chosen, vectors.result()) if vectors else None
        return cls(novelty, judge, opinion)

    def trust(
        self, texts: Sequence[Wording], shares: Floats, topics: Sequence[str], rows: csr_matrix
    ) -> tuple[Floats, Floats]:
        """Chance between 0 and 1 for each message, and the evidence.

        shares: as TopicModel.probabilities; rows: as TopicModel.features makes them, fitted on the same sentences
        """
        evidence = _evidence(self.novelty, texts, shares, topics, rows)
        return self.judge.predict_proba(evidence)[:, 1], evidence


@dataclass(frozen=True)
class Fold:
    """What the models made of sentences held out from them."""

    held: Floats  # indices
    topics: list[str]
    shares: Floats
    evidence: Floats
    right: Floats


def _folds(rows: Examples, strength: float) -> Iterator[Fold]:
    for train, held in StratifiedKFold(FOLDS, shuffle=True, random_state=0).split(rows.topics, rows.topics):
        seen, unseen = rows.part(train), rows.part(held)
        model = TopicModel.fit(*seen.with_careless(), strength)
        made = model.features.transform(unseen.wordings)
        shares = model.shares(made)
        evidence = _evidence(Novelty.fit(seen, model.features), unseen.wordings, shares, model.topics, made)
        yield Fold(held, model.topics, shares, evidence, best_inside(shares, model.topics) == unseen.topics)


def _judge(evidence: Floats, right: Floats) -> Judge:
    """Small trees: what a margin is worth depends on how near the message lies to what was trained."""
    judge = Judge(max_depth=4, max_iter=60, learning_rate=0.12, early_stopping=False, random_state=0)
    return judge.fit(evidence, right.astype(int))


def _second_opinion(rows: Examples, folds: Sequence[Fold], chosen: Floats, vectors: Floats) -> SecondOpinion:
    """Each fold's embedded sentences are judged by a sentence model that was fitted on the others."""
    parts = [_judged(rows, chosen, vectors, fold) for fold in folds]
    judge = _judge(np.vstack([part[0] for part in parts]), np.concatenate([part[1] for part in parts]))
    return SecondOpinion(SentenceModel.fit(vectors, list(rows.topics[chosen])), judge)


def _judged(rows: Examples, chosen: Floats, vectors: Floats, fold: Fold) -> tuple[Floats, Floats]:
    """Evidence and whether the best guess was right, of the embedded sentences in this fold."""
    mine = np.isin(chosen, fold.held)
    model = SentenceModel.fit(vectors[~mine], list(rows.topics[chosen[~mine]]))
    places = np.searchsorted(fold.held, chosen[mine])
    mixed, evidence = _both(model, vectors[mine], fold.shares[places], fold.topics, fold.evidence[places])
    return evidence, best_inside(mixed, fold.topics) == rows.topics[chosen[mine]]


def best_inside(shares: Floats, topics: Sequence[str]) -> Floats:
    """The likeliest topic of our domain for each row."""
    inside = np.array([topic not in OUTSIDE for topic in topics])
    best: Floats = np.array(topics, dtype=object)[np.where(inside, shares, -1.0).argmax(axis=1)]
    return best


def _evidence(
    novelty: Novelty, texts: Sequence[Wording], shares: Floats, topics: Sequence[str], rows: csr_matrix
) -> Floats:
    named = np.array([float("_" in text.general) for text in texts])
    return np.column_stack([_ranked(shares, topics), novelty.measure(texts, rows), named])


def _both(
    model: SentenceModel, vectors: Floats, shares: Floats, topics: Sequence[str], first: Floats
) -> tuple[Floats, Floats]:
    """The word model's shares with the sentence model's, and what the second judge weighs."""
    mixed = together(shares, model.shares(vectors, topics))
    return mixed, np.column_stack([_ranked(mixed, topics), model.nearness(vectors), first])


def _ranked(shares: Floats, topics: Sequence[str]) -> Floats:
    """Logs of the two best shares inside and of all shares outside. Shape (messages, 3)."""
    inside = np.array([topic not in OUTSIDE for topic in topics])
    ranked = np.sort(np.where(inside, shares, 0.0), axis=1)
    outside = shares[:, ~inside].sum(axis=1)
    logs: Floats = np.log(np.column_stack([ranked[:, -1], ranked[:, -2], outside]) + _SMALL)
    return logs
