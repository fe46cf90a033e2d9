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
from scipy.sparse import csr_matrix

from bot.nlu import embedding
from bot.nlu.alarm import (
    CALL,
    MOST_CALLS,
    MOST_OTHERS,
    UNREAD,
    Alarm,
    Said,
    Weighing,
    in_proportion,
    meaning_of,
    signs,
    worth,
)
from bot.nlu.embedding import Vectors
from bot.nlu.features import Floats, Row, TextFeatures
from bot.nlu.judge import Judge
from bot.nlu.sentence_model import WEIGHTS, SentenceModel, sample, together, turn
from bot.nlu.topic_model import OUTSIDE, STRENGTH, TopicModel
from bot.nlu.wording import Examples, Wording

FOLDS = 3
FOREIGN = "other_language"  # its sentences teach no words of ours
_SMALL = 1e-4
# of each kind of evidence, whether more of it speaks for answering: `_ranked`, what is near, `_evidence`
RANKED, NEAR = (1, -1, -1), (1, -1, 1)
FIRST = (*RANKED, *NEAR, -1, -1, 0, 0)


@dataclass
class Novelty:
    """How far a message lies from the training sentences inside and outside of our domain."""

    columns: csr_matrix  # shape (features, sentences), by topic
    topics: list[str]
    starts: NDArray[np.intp]  # where the sentences of each topic begin
    words: frozenset[str]

    @classmethod
    def fit(cls, seen: Examples, rows: csr_matrix) -> Novelty:
        """rows: what the features of the topic model made of these sentences. Shape (sentences, features)."""
        words = domain_words([text.general for text in seen.wordings], seen.topics)
        topics, places = np.unique(seen.topics.astype(str), return_inverse=True)
        order = np.argsort(places, kind="stable")
        begins = np.searchsorted(places[order], np.arange(len(topics)))
        return cls(rows[order].T.tocsr(), [str(topic) for topic in topics], begins, frozenset(words))

    def measure(self, texts: Sequence[Wording], rows: Iterable[Row]) -> Floats:
        """Shape (messages, 6): nearest inside, nearest outside, their difference, share and number of unknown words,
        length.

        rows: what the features make of the texts
        """
        return self.around(texts, self.nearest(rows))

    def around(self, texts: Sequence[Wording], nearest: Floats) -> Floats:
        """As `measure`, with what `nearest` found."""
        inside = np.array([topic not in OUTSIDE for topic in self.topics])
        near, far = (nearest[:, mine].max(axis=1, initial=0.0) for mine in (inside, ~inside))
        return np.column_stack([near, far, near - far, *self._words(texts)])

    def nearest(self, rows: Iterable[Row]) -> Floats:
        """Cosine to the nearest sentence of each topic, shape (messages, topics)."""
        # a row is a pair of unit vectors (words, characters), hence the half
        found = [np.maximum.reduceat(row.times(self.columns), self.starts) / 2 for row in rows]
        return np.array(found).reshape(-1, len(self.topics))

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

    def on(self, vector: Vectors, shares: Floats, topics: Sequence[str], first: Floats) -> tuple[Floats, Floats]:
        """Of one message the shares of both models, shape (1, topics), and the trust in the best, shape (1,).

        vector: its embedding, shape (1, 384); first: the evidence that the first judge had
        """
        mixed = together(shares, self.sentences.shares(vector, topics), self.weight)
        return mixed, self.judge.chance(_both(mixed, topics, self.sentences.nearness(vector), first))


@dataclass
class RefusalModel:
    """Gives each message the chance that answering the best guess is right. `second`: None without embeddings."""

    novelty: Novelty
    judge: Judge
    alarm: Alarm
    second: SecondOpinion | None = None

    @classmethod
    def fit(cls, rows: Examples, strength: float = STRENGTH, second: bool = True) -> RefusalModel:
        """Learn from guesses on sentences that the models had not seen (cross-validation), so the trust is honest."""
        written = [text.written for text in rows.wordings]
        said = [Said(row.told) for row in rows.rows]
        chosen = np.array(sample(written, list(rows.topics)))
        embedded = np.union1d(chosen, _alarming(rows, said))
        with ThreadPoolExecutor(1) as background:  # the embedding engine lets go of Python's lock
            wanted = second and embedding.available()
            vectors = background.submit(embedding.embed_all, [written[index] for index in embedded]) if wanted else None
            folds = list(_folds(rows, strength))
            made = TextFeatures().fit_transform(rows.with_careless()[0])
            novelty = Novelty.fit(rows, made[: len(rows.rows)])
        judge = _first_judge(folds)
        found = vectors.result() if vectors else None
        alarm = _alarm(rows, said, folds, embedded, found)
        if found is None:
            return cls(novelty, judge, alarm)
        return cls(novelty, judge, alarm, _second_opinion(rows, folds, chosen, found[np.isin(embedded, chosen)]))

    def trust(
        self, texts: Sequence[Wording], shares: Floats, topics: Sequence[str], rows: Iterable[Row]
    ) -> tuple[Floats, Floats, Floats]:
        """Chance between 0 and 1 for each message, the evidence, and the nearness of each topic.

        shares: as TopicModel.probabilities; rows: as TopicModel.features makes them, fitted on the same sentences
        """
        nearest = self.novelty.nearest(rows)
        evidence = _evidence(self.novelty, texts, shares, topics, nearest)
        places = [self.novelty.topics.index(topic) for topic in topics]
        return self.judge.chance(evidence), evidence, nearest[:, places]


@dataclass(frozen=True)
class Fold:
    """What the models made of sentences held out from them."""

    held: NDArray[np.intp]  # indices
    topics: list[str]
    shares: Floats
    nearest: Floats
    evidence: Floats
    right: Floats


def _folds(examples: Examples, strength: float) -> Iterator[Fold]:
    numbers = _fold_numbers(examples)
    for number in range(FOLDS):
        held = np.flatnonzero(numbers == number)
        seen, unseen = examples.part(np.flatnonzero(numbers != number)), examples.part(held)
        texts, topics = seen.with_careless()
        features = TextFeatures()
        made = features.fit_transform(texts)
        model, novelty = TopicModel.fit_on(features, made, topics, strength), Novelty.fit(seen, made[: len(seen.rows)])
        rows = features.rows(unseen.wordings)
        shares, nearest = model.shares(rows), novelty.nearest(rows)
        evidence = _evidence(novelty, unseen.wordings, shares, model.topics, nearest)
        right = best_inside(shares, model.topics) == unseen.topics
        yield Fold(held, model.topics, shares, nearest, evidence, right)


def _fold_numbers(examples: Examples) -> NDArray[np.intp]:
    """The fold of each sentence, by the sentence alone: a few more move no other.

    Hands that the alarm learns from stay whole, as callers are other hands too.
    """
    numbers = np.array([turn(text.written)[1][0] % FOLDS for text in examples.wordings], dtype=np.intp)
    for number, hand in enumerate(sorted(UNREAD)):
        numbers[examples.hands == hand] = number % FOLDS
    return numbers


def _alarming(rows: Examples, said: Sequence[Said]) -> list[int]:
    """Of calls for help and of others those that are embedded: first what the alarm learns from, of that first what
    sounds like a call or what is short and costs little."""

    def order(index: int) -> tuple[bool, bool, int, str]:
        written = rows.wordings[index].written
        return rows.hands[index] not in UNREAD, not said[index].is_alarming, len(written), written

    ordered = sorted(range(len(said)), key=order)
    calls = [index for index in ordered if rows.topics[index] == CALL]
    others = [index for index in ordered if rows.topics[index] != CALL and not all(order(index)[:2])]
    return [*calls[:MOST_CALLS], *others[:MOST_OTHERS]]


def _alarm(
    rows: Examples, said: Sequence[Said], folds: Sequence[Fold], embedded: Floats, vectors: Vectors | None
) -> Alarm:
    """Learned from what each fold shows of its sentences, as the judges are."""
    calls, weights = rows.topics == CALL, worth(rows.hands, rows.topics == CALL)
    evidence = np.zeros((len(said), 6))
    for fold in folds:
        evidence[fold.held] = signs([said[index] for index in fold.held], fold.shares, fold.nearest, fold.topics)
    if not 0 < (weights * calls).sum() < weights.sum():
        return Alarm(Weighing.never(evidence))
    first = Weighing.fit(evidence, calls, weights)
    if vectors is None:
        return Alarm(first)
    margins = np.zeros(len(embedded))
    for fold in folds:
        mine = np.isin(embedded, fold.held)
        margins[mine] = meaning_of(vectors[~mine], calls[embedded[~mine]]).margin(vectors[mine])
    with_meaning = np.column_stack([evidence[embedded], margins])
    second = Weighing.fit(with_meaning, calls[embedded], in_proportion(weights, calls, embedded))
    return Alarm(first, second, meaning_of(vectors, calls[embedded]))


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
    judge = Judge.fit(np.vstack(evidence), np.concatenate(right), (*RANKED, *NEAR, *FIRST))
    return SecondOpinion(SentenceModel.fit(vectors, list(rows.topics[chosen])), judge, weight)


def best_inside(shares: Floats, topics: Sequence[str]) -> Floats:
    """The likeliest topic of our domain for each row."""
    inside = np.array([topic not in OUTSIDE for topic in topics])
    best: Floats = np.array(topics, dtype=object)[np.where(inside, shares, -1.0).argmax(axis=1)]
    return best


def _first_judge(folds: Sequence[Fold]) -> Judge:
    return Judge.fit(
        np.vstack([fold.evidence for fold in folds]), np.concatenate([fold.right for fold in folds]), FIRST
    )


def _evidence(
    novelty: Novelty, texts: Sequence[Wording], shares: Floats, topics: Sequence[str], nearest: Floats
) -> Floats:
    """nearest: as novelty.nearest"""
    named = np.array([float("_" in text.general) for text in texts])
    return np.column_stack([_ranked(shares, topics), novelty.around(texts, nearest), named])


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
