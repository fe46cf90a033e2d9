"""Is the best guess good enough to answer? Not softmax alone: also distance to what was trained, and known words.

Two judges: one on the word model alone, and one, asked in doubt, on both models together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, vstack
from sklearn.model_selection import StratifiedKFold

from bot.nlu import embedding
from bot.nlu.embedding import Vectors
from bot.nlu.features import Floats, Row, TextFeatures
from bot.nlu.judge import Judge
from bot.nlu.sentence_model import WEIGHTS, SentenceModel, sample, together
from bot.nlu.topic_model import OUTSIDE, STRENGTH, TopicModel
from bot.nlu.wording import Examples, Wording

FOLDS = 3
FOREIGN = "other_language"  # its sentences teach no words of ours
_SMALL = 1e-4


@dataclass
class Novelty:
    """How far a message lies from the training sentences inside and outside of our domain."""

    columns: csr_matrix  # shape (features, sentences), those inside our domain first
    inside: int
    words: frozenset[str]

    @classmethod
    def fit(cls, seen: Examples, rows: csr_matrix) -> Novelty:
        """rows: what the features of the topic model made of these sentences. Shape (sentences, features)."""
        inside = np.array([topic not in OUTSIDE for topic in seen.topics])
        words = domain_words([text.general for text in seen.wordings], seen.topics)
        columns = vstack([rows[inside], rows[~inside]]).T.tocsr()
        return cls(columns, int(inside.sum()), frozenset(words))

    def measure(self, texts: Sequence[Wording], rows: Iterable[Row]) -> Floats:
        """Shape (messages, 6): nearest inside, nearest outside, their difference, share and number of unknown words,
        length.

        rows: what the features make of the texts
        """
        near, far = np.array([self._nearest(row) for row in rows]).T
        return np.column_stack([near, far, near - far, *self._words(texts)])

    def _nearest(self, row: Row) -> tuple[float, float]:
        """Cosine to the nearest sentence inside and outside."""
        alike = row.times(self.columns) / 2  # a row is a pair of unit vectors (words, characters), hence the half
        return float(alike[: self.inside].max(initial=0.0)), float(alike[self.inside :].max(initial=0.0))

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
    """Both models together, with a judge of its own. weight: of the sentence model, what was best for these topics."""

    sentences: SentenceModel
    judge: Judge
    weight: float

    def on(self, text: Wording, shares: Floats, topics: Sequence[str], first: Floats) -> tuple[Floats, Floats]:
        """Of one message the shares of both models, shape (1, topics), and the trust in the best, shape (1,).

        first: the evidence that the first judge had
        """
        vector = embedding.embed(text.written)[None, :]
        mixed = together(shares, self.sentences.shares(vector, topics), self.weight)
        return mixed, self.judge.chance(_both(mixed, topics, self.sentences.nearness(vector), first))


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
            made = TextFeatures().fit_transform(rows.with_careless()[0])
            novelty = Novelty.fit(rows, made[: len(rows.rows)])
        judge = Judge.fit(np.vstack([fold.evidence for fold in folds]), np.concatenate([fold.right for fold in folds]))
        opinion = _second_opinion(rows, folds, chosen, vectors.result()) if vectors else None
        return cls(novelty, judge, opinion)

    def trust(
        self, texts: Sequence[Wording], shares: Floats, topics: Sequence[str], rows: Iterable[Row]
    ) -> tuple[Floats, Floats]:
        """Chance between 0 and 1 for each message, and the evidence.

        shares: as TopicModel.probabilities; rows: as TopicModel.features makes them, fitted on the same sentences
        """
        evidence = _evidence(self.novelty, texts, shares, topics, rows)
        return self.judge.chance(evidence), evidence


@dataclass(frozen=True)
class Fold:
    """What the models made of sentences held out from them."""

    held: Floats  # indices
    topics: list[str]
    shares: Floats
    evidence: Floats
    right: Floats


def _folds(examples: Examples, strength: float) -> Iterator[Fold]:
    for train, held in StratifiedKFold(FOLDS, shuffle=True, random_state=0).split(examples.topics, examples.topics):
        seen, unseen = examples.part(train), examples.part(held)
        texts, topics = seen.with_careless()
        features = TextFeatures()
        made = features.fit_transform(texts)
        model, novelty = TopicModel.fit_on(features, made, topics, strength), Novelty.fit(seen, made[: len(train)])
        rows = features.rows(unseen.wordings)
        shares = model.shares(rows)
        evidence = _evidence(novelty, unseen.wordings, shares, model.topics, rows)
        yield Fold(held, model.topics, shares, evidence, best_inside(shares, model.topics) == unseen.topics)


@dataclass(frozen=True)
class Embedded:
    """What both models made of the embedded sentences of a fold, held out from both. `labels`: what they are about."""

    topics: list[str]
    words: Floats  # shares
    sentences: Floats  # shares
    nearness: Floats
    first: Floats
    labels: NDArray[np.object_]

    @classmethod
    def of(cls, fold: Fold, rows: Examples, chosen: Floats, vectors: Vectors) -> Embedded:
        """chosen: the places of the embedded sentences, to which `vectors` belong."""
        mine = np.isin(chosen, fold.held)
        model = SentenceModel.fit(vectors[~mine], list(rows.topics[chosen[~mine]]))
        places = np.searchsorted(fold.held, chosen[mine])
        sentences, nearness = model.shares(vectors[mine], fold.topics), model.nearness(vectors[mine])
        labels = rows.topics[chosen[mine]]
        return cls(fold.topics, fold.shares[places], sentences, nearness, fold.evidence[places], labels)

    def right(self, weight: float) -> int:
        """How many of them both together put with their topic."""
        best = together(self.words, self.sentences, weight).argmax(axis=1)
        return int((np.array(self.topics, dtype=object)[best] == self.labels).sum())

    def judged(self, weight: float) -> tuple[Floats, Floats]:
        """The evidence and whether the best guess inside was right."""
        mixed = together(self.words, self.sentences, weight)
        evidence = _both(mixed, self.topics, self.nearness, self.first)
        return evidence, best_inside(mixed, self.topics) == self.labels


def _second_opinion(rows: Examples, folds: Sequence[Fold], chosen: Floats, vectors: Vectors) -> SecondOpinion:
    """How much the embedding weighs depends on how much the words had to learn from, so it is tried out."""
    parts = [Embedded.of(fold, rows, chosen, vectors) for fold in folds]
    weight = max(WEIGHTS, key=lambda weight: sum(part.right(weight) for part in parts))
    evidence, right = zip(*(part.judged(weight) for part in parts), strict=True)
    judge = Judge.fit(np.vstack(evidence), np.concatenate(right))
    return SecondOpinion(SentenceModel.fit(vectors, list(rows.topics[chosen])), judge, weight)


def best_inside(shares: Floats, topics: Sequence[str]) -> Floats:
    """The likeliest topic of our domain for each row."""
    inside = np.array([topic not in OUTSIDE for topic in topics])
    best: Floats = np.array(topics, dtype=object)[np.where(inside, shares, -1.0).argmax(axis=1)]
    return best


def _evidence(
    novelty: Novelty, texts: Sequence[Wording], shares: Floats, topics: Sequence[str], rows: Iterable[Row]
) -> Floats:
    named = np.array([float("_" in text.general) for text in texts])
    return np.column_stack([_ranked(shares, topics), novelty.measure(texts, rows), named])


def _both(mixed: Floats, topics: Sequence[str], nearness: Floats, first: Floats) -> Floats:
    """What the second judge weighs. mixed: shares of both models."""
    return np.column_stack([_ranked(mixed, topics), nearness, first])


def _ranked(shares: Floats, topics: Sequence[str]) -> Floats:
    """Logs of the two best shares inside and of all shares outside. Shape (messages, 3)."""
    inside = np.array([topic not in OUTSIDE for topic in topics])
    ranked = np.sort(np.where(inside, shares, 0.0), axis=1)
    outside = shares[:, ~inside].sum(axis=1)
    logs: Floats = np.log(np.column_stack([ranked[:, -1], ranked[:, -2], outside]) + _SMALL)
    return logs
