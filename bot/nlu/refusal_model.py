"""Is the best guess good enough to answer? Not softmax alone: also distance to what was trained, and known words.

Two judges: one on the word model alone, and one, asked in doubt, on both models together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from bot.nlu.alarm import (
    CALL,
    UNREAD,
    Alarm,
    Weighing,
    in_proportion,
    meaning_of,
    signs,
    worth,
)
from bot.nlu.embedding import Vectors
from bot.nlu.features import Floats, Row, fitted_on_part, rows_of
from bot.nlu.judge import Judge
from bot.nlu.lexicon import OUTSIDE_NAME
from bot.nlu.sampling import Sample, sample_of, turn
from bot.nlu.sentence_model import WEIGHTS, SentenceModel, together
from bot.nlu.topic_model import OUTSIDE, STRENGTH, TopicWeights, fitted_features, weights_of
from bot.nlu.wording import Examples, Wording

FOLDS = 3
FOREIGN = "other_language"  # its sentences teach no words of ours
OUTSIDE_WORD = f"_{OUTSIDE_NAME}_"  # the placeholder of a name that lies outside of what we know
_SMALL = 1e-4
# of each kind of evidence, whether more of it speaks for answering: `_ranked`, `_near`, `_evidence`, `_both`
RANKED, NEAR = (1, -1, -1), (1, -1, 1, 1, 1, 1)
FIRST = (*RANKED, *NEAR, -1, -1, 0, 0, -1)
BOTH = (*RANKED, *NEAR, *NEAR[3:], 1, 1, 1, *FIRST)


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

    def nearest(self, rows: Iterable[Row]) -> Floats:
        """Cosine to the nearest sentence of each topic, shape (messages, topics)."""
        # a row is a pair of unit vectors (words, characters), hence the half
        found = [np.maximum.reduceat(row.times(self.columns), self.starts) / 2 for row in rows]
        return np.array(found).reshape(-1, len(self.topics))

    def strangeness(self, texts: Sequence[Wording]) -> Floats:
        """Share and number of unknown words, and length. Shape (messages, 3)."""
        split = [text.general.split() for text in texts]
        strange = np.array([sum(word not in self.words for word in words) for words in split], dtype=float)
        size = np.array([max(len(words), 1) for words in split], dtype=float)
        return np.column_stack([strange / size, strange, np.log1p(size)])


def domain_words(texts: Iterable[str], topics: Iterable[str]) -> set[str]:
    """Words of at least two sentences inside our domain."""
    pairs = zip(texts, topics, strict=True)
    ours = (text for text, topic in pairs if topic not in (*OUTSIDE, FOREIGN))
    counts = Counter(word for text in ours for word in set(text.split()))
    return {word for word, count in counts.items() if count >= 2}


class Opinion(NamedTuple):
    """What a model makes of messages: of each topic its share and the cosine of its nearest sentence."""

    shares: Floats  # shape (messages, topics)
    nearest: Floats  # the same


@dataclass
class SecondOpinion:
    """Both models together, with a judge of its own. weight: of the sentence model, what was best for these topics."""

    sentences: SentenceModel
    judge: Judge
    weight: float

    def on(
        self, vector: Vectors, shares: Floats, topics: Sequence[str], nearest: Floats, first: Floats
    ) -> tuple[Floats, Floats]:
        """Of one message the shares of both models, shape (1, topics), and the trust in the best, shape (1,).

        vector: its embedding, shape (1, 384); nearest: as Novelty.nearest; first: the evidence that the first judge had
        """
        words = Opinion(shares, nearest)
        sentences = Opinion(self.sentences.shares(vector, topics), self.sentences.nearest(vector, topics))
        mixed = together(words.shares, sentences.shares, self.weight)
        return mixed, self.judge.chance(_both(mixed, topics, words, sentences, first))


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
        sample = sample_of(rows)
        if second:
            sample.begin()
        weights_of(rows, strength)  # the topic classifier, trained after this, finds them ready
        folds = list(_folds(rows, strength))
        novelty = Novelty.fit(rows, fitted_features(rows).rows[: len(rows.rows)])
        judge, vectors = _first_judge(folds), sample.vectors()
        alarm = _alarm(rows, sample, folds, vectors)
        if vectors is None:
            return cls(novelty, judge, alarm)
        return cls(novelty, judge, alarm, _second_opinion(rows, folds, sample.chosen, sample.of_chosen(vectors)))

    def trust(
        self, texts: Sequence[Wording], shares: Floats, topics: Sequence[str], rows: Iterable[Row]
    ) -> tuple[Floats, Floats, Floats]:
        """Chance between 0 and 1 for each message, the evidence, and the nearness of each topic.

        shares: as TopicModel.probabilities; rows: as TopicModel.features makes them, fitted on the same sentences
        """
        places = [self.novelty.topics.index(topic) for topic in topics]
        nearest = self.novelty.nearest(rows)[:, places]
        evidence = _evidence(self.novelty, texts, shares, topics, nearest)
        return self.judge.chance(evidence), evidence, nearest


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
    numbers, counts = _fold_numbers(examples), fitted_features(examples).counts
    for number in range(FOLDS):
        kept, held = np.flatnonzero(numbers != number), np.flatnonzero(numbers == number)
        seen, unseen = examples.part(kept), examples.part(held)
        made, others = fitted_on_part(counts, kept, held)
        model, novelty = TopicWeights.fit(made, list(seen.topics), strength), Novelty.fit(seen, made)
        rows = rows_of(others)
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


def _alarm(rows: Examples, sample: Sample, folds: Sequence[Fold], vectors: Vectors | None) -> Alarm:
    """Learned from what each fold shows of its sentences, as the judges are."""
    said, embedded = sample.said, sample.embedded
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
    words: Opinion
    sentences: Opinion
    first: Floats
    labels: NDArray[np.object_]

    @classmethod
    def of(cls, fold: Fold, rows: Examples, chosen: NDArray[np.intp], vectors: Vectors) -> Embedded:
        """chosen: the places of the embedded sentences, to which `vectors` belong."""
        mine = np.isin(chosen, fold.held)
        model = SentenceModel.fit(vectors[~mine], list(rows.topics[chosen[~mine]]))
        places = np.searchsorted(fold.held, chosen[mine])
        words = Opinion(fold.shares[places], fold.nearest[places])
        sentences = Opinion(model.shares(vectors[mine], fold.topics), model.nearest(vectors[mine], fold.topics))
        return cls(fold.topics, words, sentences, fold.evidence[places], rows.topics[chosen[mine]])

    def right(self, weight: float) -> int:
        """How many of them both together put with their topic."""
        best = together(self.words.shares, self.sentences.shares, weight).argmax(axis=1)
        return int((np.array(self.topics, dtype=object)[best] == self.labels).sum())

    def judged(self, weight: float) -> tuple[Floats, Floats]:
        """The evidence and whether the best guess inside was right."""
        mixed = together(self.words.shares, self.sentences.shares, weight)
        evidence = _both(mixed, self.topics, self.words, self.sentences, self.first)
        return evidence, best_inside(mixed, self.topics) == self.labels


def _second_opinion(rows: Examples, folds: Sequence[Fold], chosen: NDArray[np.intp], vectors: Vectors) -> SecondOpinion:
    """How much the embedding weighs depends on how much the words had to learn from, so it is tried out."""
    parts = [Embedded.of(fold, rows, chosen, vectors) for fold in folds]
    weight = max(WEIGHTS, key=lambda weight: sum(part.right(weight) for part in parts))
    evidence, right = zip(*(part.judged(weight) for part in parts), strict=True)
    judge = Judge.fit(np.vstack(evidence), np.concatenate(right), BOTH)
    return SecondOpinion(SentenceModel.fit(vectors, list(rows.topics[chosen])), judge, weight)


def best_inside(shares: Floats, topics: Sequence[str]) -> Floats:
    """The likeliest topic of our domain for each row."""
    best: Floats = np.array(topics, dtype=object)[_best(shares, topics)]
    return best


def _first_judge(folds: Sequence[Fold]) -> Judge:
    return Judge.fit(
        np.vstack([fold.evidence for fold in folds]), np.concatenate([fold.right for fold in folds]), FIRST
    )


def _evidence(
    novelty: Novelty, texts: Sequence[Wording], shares: Floats, topics: Sequence[str], nearest: Floats
) -> Floats:
    """nearest: as novelty.nearest, columns as `topics`."""
    named = np.array([float("_" in text.general) for text in texts])
    strange = np.array([float(OUTSIDE_WORD in text.general) for text in texts])
    near = _near(nearest, _best(shares, topics), topics)
    return np.column_stack([_ranked(shares, topics), near, novelty.strangeness(texts), named, strange])


def _both(mixed: Floats, topics: Sequence[str], words: Opinion, sentences: Opinion, first: Floats) -> Floats:
    """What the second judge weighs. mixed: shares of both models; first: the evidence of the first judge."""
    best = _best(mixed, topics)
    near = _near(sentences.nearest, best, topics), _near(words.nearest, best, topics)[:, 3:]
    return np.column_stack([_ranked(mixed, topics), *near, _agreement(best, topics, words, sentences), first])


def _agreement(best: NDArray[np.intp], topics: Sequence[str], words: Opinion, sentences: Opinion) -> Floats:
    """Whether both models put the same topic first, and the logs of what each gives to `best`. Shape (messages, 3)."""
    row, shares = np.arange(len(best)), (words.shares, sentences.shares)
    first, second = (_best(its, topics) for its in shares)
    logs = [np.log(its[row, best] + _SMALL) for its in shares]
    return np.column_stack([first == second, *logs])


def _near(nearest: Floats, best: NDArray[np.intp], topics: Sequence[str]) -> Floats:
    """The nearest sentence inside, outside and their difference; that of the best guess, and how much nearer it is than
    those of other topics inside, and of all others. Shape (messages, 6).
    """
    inside, row = _inside(topics), np.arange(len(best))
    near, far = (nearest[:, mine].max(axis=1, initial=0.0) for mine in (inside, ~inside))
    own, others = nearest[row, best], nearest.copy()
    others[row, best] = -1.0
    rivals = others[:, inside].max(axis=1, initial=-1.0)
    return np.column_stack([near, far, near - far, own, own - rivals, own - others.max(axis=1)])


def _inside(topics: Sequence[str]) -> NDArray[np.bool_]:
    return np.array([topic not in OUTSIDE for topic in topics])


def _best(shares: Floats, topics: Sequence[str]) -> NDArray[np.intp]:
    """The column of the likeliest topic inside."""
    best: NDArray[np.intp] = np.where(_inside(topics), shares, -1.0).argmax(axis=1)
    return best


def _ranked(shares: Floats, topics: Sequence[str]) -> Floats:
    """Logs of the two best shares inside and of all shares outside. Shape (messages, 3)."""
    inside = _inside(topics)
    ranked = np.sort(np.where(inside, shares, 0.0), axis=1)
    outside = shares[:, ~inside].sum(axis=1)
    logs: Floats = np.log(np.column_stack([ranked[:, -1], ranked[:, -2], outside]) + _SMALL)
    return logs
