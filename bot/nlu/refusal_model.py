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

FOLDS = 3
FOREIGN = "other_language"  # its sentences teach no words of ours
_SMALL = 1e-4


@dataclass(frozen=True)
class Trained:
    """Training sentences: the text as written and, of some, a careless spelling as well ("" for none)."""

    texts: Floats
    topics: Floats
    careless: Floats

    @classmethod
    def of(cls, rows: Sequence[tuple[str, str, str]]) -> Trained:
        """From (text, topic, careless spelling) of each sentence."""
        columns = zip(*rows, strict=True)
        texts, topics, careless = (np.array(list(column), dtype=object) for column in columns)
        return cls(texts, topics, careless)

    def part(self, chosen: Floats) -> Trained:
        return Trained(self.texts[chosen], self.topics[chosen], self.careless[chosen])

    def both(self) -> tuple[list[str], list[str]]:
        """Texts and topics with the careless spellings among them."""
        extra = [(text, topic) for text, topic in zip(self.careless, self.topics, strict=True) if text]
        return [*self.texts, *(text for text, _ in extra)], [*self.topics, *(topic for _, topic in extra)]


@dataclass
class Novelty:
    """How far a message lies from the training sentences inside and outside of our domain."""

    features: TextFeatures
    columns: csr_matrix  # shape (features, sentences), those inside our domain first: turned once, not for each message
    inside: int
    words: frozenset[str]

    @classmethod
    def fit(cls, texts: Sequence[str], topics: Sequence[str], features: TextFeatures) -> Novelty:
        """`features` fitted on these texts."""
        rows = features.transform(texts)
        inside = np.array([topic not in OUTSIDE for topic in topics])
        columns = vstack([rows[inside], rows[~inside]]).T.tocsr()
        return cls(features, columns, int(inside.sum()), frozenset(domain_words(texts, topics)))

    def measure(self, texts: Sequence[str], rows: csr_matrix | None = None) -> Floats:
        """Shape (messages, 6): nearest inside, nearest outside, their difference, share and number of unknown words,
        length.

        rows: what `features` makes of the texts, when somebody has it already
        """
        # a row is a pair of unit vectors (words, characters), hence the half
        made = self.features.transform(texts) if rows is None else rows
        similar = (made @ self.columns).toarray() / 2
        near, far = similar[:, : self.inside].max(axis=1), similar[:, self.inside :].max(axis=1)
        return np.column_stack([near, far, near - far, *self._words(texts)])

    def _words(self, texts: Sequence[str]) -> Floats:
        split = [text.split() for text in texts]
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

    def on(self, text: str, shares: Floats, topics: Sequence[str], first: Floats) -> tuple[Floats, Floats]:
        """Of one message the shares of both models, shape (1, topics), and the trust in the best, shape (1,).

        first: the evidence that the first judge had
        """
        mixed, evidence = _both(self.sentences, embedding.embed(text)[None, :], shares, topics, first)
        return mixed, self.judge.predict_proba(evidence)[:, 1]


@dataclass
class RefusalModel:
    """Gives each message the chance that answering the best guess is right. `second`: None without embeddings."""

    novelty: Novelty
    judge: Judge
    second: SecondOpinion | None = None

    @classmethod
    def fit(cls, rows: Trained, strength: float = STRENGTH, second: bool = True) -> RefusalModel:
        """Learn from guesses on sentences that the models had not seen (cross-validation), so the trust is honest."""
        chosen = np.array(sample(list(rows.topics)))
        with ThreadPoolExecutor(1) as background:  # the embedding engine lets go of Python's lock
            wanted = second and embedding.available()
            vectors = background.submit(embedding.embed_all, list(rows.texts[chosen])) if wanted else None
            folds = list(_folds(rows, strength))
        judge = _judge(np.vstack([fold.evidence for fold in folds]), np.concatenate([fold.right for fold in folds]))
        novelty = Novelty.fit(list(rows.texts), list(rows.topics), TextFeatures().fit(rows.both()[0]))
        opinion = _second_opinion(rows, folds, chosen, vectors.result()) if vectors else None
        return cls(novelty, judge, opinion)

    def trust(
        self, texts: Sequence[str], shares: Floats, topics: Sequence[str], rows: csr_matrix | None = None
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


def _folds(rows: Trained, strength: float) -> Iterator[Fold]:
    for train, held in StratifiedKFold(FOLDS, shuffle=True, random_state=0).split(rows.texts, rows.topics):
        texts, topics = rows.part(train).both()
        model = TopicModel.fit(texts, topics, strength)
        seen = rows.part(train)
        novelty = Novelty.fit(list(seen.texts), list(seen.topics), model.features)
        shares = model.probabilities(list(rows.texts[held]))
        evidence = _evidence(novelty, list(rows.texts[held]), shares, model.topics)
        yield Fold(held, model.topics, shares, evidence, best_inside(shares, model.topics) == rows.topics[held])


def _judge(evidence: Floats, right: Floats) -> Judge:
    """Small trees: what a margin is worth depends on how near the message lies to what was trained."""
    judge = Judge(max_depth=4, max_iter=120, learning_rate=0.07, early_stopping=False, random_state=0)
    return judge.fit(evidence, right.astype(int))


def _second_opinion(rows: Trained, folds: Sequence[Fold], chosen: Floats, vectors: Floats) -> SecondOpinion:
    """Each fold's embedded sentences are judged by a sentence model that was fitted on the others."""
    parts = [_judged(rows, chosen, vectors, fold) for fold in folds]
    judge = _judge(np.vstack([part[0] for part in parts]), np.concatenate([part[1] for part in parts]))
    return SecondOpinion(SentenceModel.fit(vectors, list(rows.topics[chosen])), judge)


def _judged(rows: Trained, chosen: Floats, vectors: Floats, fold: Fold) -> tuple[Floats, Floats]:
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
    novelty: Novelty, texts: Sequence[str], shares: Floats, topics: Sequence[str], rows: csr_matrix | None = None
) -> Floats:
    named = np.array([float("_" in text) for text in texts])
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
