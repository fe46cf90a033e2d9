"""The topic and refusal models on small made-up data: they learn, they refuse, they are reproducible."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.svm import LinearSVC

from bot.nlu.features import TextFeatures
from bot.nlu.refusal_model import Novelty, Opinion, RefusalModel, _agreement, _near, best_inside, domain_words
from bot.nlu.topic_model import SHARPNESS, STRENGTH, TopicModel, TopicWeights, softmax
from bot.nlu.wording import Example, Examples, Wording

FIRST = ["", "aub", "graag", "zeg", "eens", "nu", "dan", "toch"]
ENDS = [f"{end} {more}" for end in FIRST for more in ("", "ja", "hoor", "he", "joh")]  # the judge needs some dozens
NAMES = ["houttechnieken", "mechanica", "biotechniek"]
QUESTIONS = {"wat is _option_": "option_info", "welke jobs na _option_": "option_jobs"}


def asked(general: str, name: str = "houttechnieken") -> Wording:
    return Wording(general.strip(), general.replace("_option_", name).strip())


EXAMPLES = Examples(
    [
        *(
            Example(asked(f"{question} {end}", NAMES[nth % 3]), topic)
            for question, topic in QUESTIONS.items()
            for nth, end in enumerate(ENDS)
        ),
        *(Example(asked(f"hoe wordt het weer {end}"), "out_of_scope") for end in ENDS),
        *(Example(asked(f"wie wint de match {end}"), "out_of_scope") for end in ENDS),
        *(Example(asked(f"asdf hjkl {end}"[:14]), "nonsense") for end in ENDS),
    ]
)


def fitted(rows: Examples) -> TopicModel:
    """With features of its own, as a fold has them."""
    features, (texts, topics) = TextFeatures(), rows.with_careless()
    return TopicModel(features, TopicWeights.fit(features.fit_transform(texts), topics))


@pytest.fixture(scope="module")
def model() -> TopicModel:
    return fitted(EXAMPLES)


@pytest.fixture(scope="module")
def refusal() -> RefusalModel:
    return RefusalModel.fit(EXAMPLES, second=False)


def trust(model: TopicModel, refusal: RefusalModel, text: Wording) -> float:
    rows = model.features.rows([text])
    return float(refusal.trust([text], model.shares(rows), model.topics, rows)[0][0])


def test_probabilities_are_shares(model: TopicModel) -> None:
    shares = model.probabilities([asked("wat is _option_"), asked("weer")])
    assert shares.shape == (2, len(model.topics))
    assert np.allclose(shares.sum(axis=1), 1)


def test_training_is_reproducible(model: TopicModel) -> None:
    again = fitted(EXAMPLES)
    assert np.array_equal(model.probabilities(EXAMPLES.wordings), again.probabilities(EXAMPLES.wordings))


def test_a_name_that_was_never_seen_is_read_by_what_is_asked_of_it(model: TopicModel) -> None:
    shares = model.probabilities([asked("welke jobs na _option_", "vuurtorentechnieken")])
    assert model.topics[int(shares.argmax())] == "option_jobs"


def test_margins_are_those_of_the_support_vector_machine(model: TopicModel) -> None:
    features = TextFeatures()
    rows = features.fit_transform(EXAMPLES.wordings)
    machine = LinearSVC(C=STRENGTH, class_weight="balanced", random_state=0).fit(rows, list(EXAMPLES.topics))
    expected = softmax(SHARPNESS * machine.decision_function(rows))
    assert np.allclose(model.probabilities(EXAMPLES.wordings), expected, atol=1e-6)


def test_two_topics_have_a_share_each() -> None:
    rows = [row for row in EXAMPLES.rows if row.topic in QUESTIONS.values()]
    model = fitted(Examples(rows))
    shares = model.probabilities([row.wording for row in rows])
    best = [model.topics[index] for index in shares.argmax(axis=1)]
    assert shares.shape == (len(rows), 2) and np.allclose(shares.sum(axis=1), 1)
    assert best == [row.topic for row in rows]


def test_a_name_tells_topics_apart_where_the_question_is_the_same() -> None:
    teacher, welder = (Wording("hoe word ik _job_", f"hoe word ik {name}") for name in ("leraar", "lasser"))
    rows = [Example(teacher, "adult_teacher"), Example(welder, "option_for_job")] * 5
    model = fitted(Examples(rows))
    best = [model.topics[index] for index in model.probabilities([teacher, welder]).argmax(axis=1)]
    assert best == ["adult_teacher", "option_for_job"]


def test_careless_spellings_are_learned_as_the_same_topic() -> None:
    plain, careless = asked("wat is _option_"), asked("wt is _option_")
    texts, topics = Examples([Example(plain, "option_info", careless)]).with_careless()
    assert (texts, topics) == ([plain, careless], ["option_info", "option_info"])


def test_what_lies_inside_is_trusted_more_than_what_lies_outside(model: TopicModel, refusal: RefusalModel) -> None:
    inside, outside = asked("wat is _option_ eigenlijk"), asked("hoe wordt het weer morgen")
    assert trust(model, refusal, inside) > 0.5 > trust(model, refusal, outside)


def test_the_best_inside_is_never_a_stranger(model: TopicModel) -> None:
    shares = model.probabilities([asked("hoe wordt het weer")])
    assert best_inside(shares, model.topics)[0] in {"option_info", "option_jobs"}


def test_novelty_measures_distance() -> None:
    features = TextFeatures()
    novelty = Novelty.fit(EXAMPLES, features.fit_transform(EXAMPLES.wordings))
    seen = asked("wat is _option_")
    nearest = novelty.nearest(features.rows([seen]))
    assert nearest[0, novelty.topics.index("option_info")] == pytest.approx(1.0)
    assert nearest.max() == pytest.approx(1.0)
    share, number, _ = novelty.strangeness([seen])[0]
    assert (share, number) == (0, 0)


def test_evidence_tells_how_much_nearer_the_best_guess_is_than_its_rivals() -> None:
    topics = ["option_info", "option_jobs", "out_of_scope"]
    near, far, difference, own, to_rival, to_any = _near(np.array([[0.6, 0.9, 0.7]]), np.array([0]), topics)[0]
    assert (near, far, own) == (0.9, 0.7, 0.6)
    assert (difference, to_rival, to_any) == pytest.approx((0.2, -0.3, -0.3))


def test_evidence_tells_whether_both_models_agree() -> None:
    topics, nearest = ["option_info", "option_jobs"], np.zeros((2, 2))
    words = Opinion(np.array([[0.9, 0.1], [0.9, 0.1]]), nearest)
    sentences = Opinion(np.array([[0.8, 0.2], [0.2, 0.8]]), nearest)
    assert _agreement(np.array([0, 0]), topics, words, sentences)[:, 0].tolist() == [1, 0]


def test_domain_words_come_from_inside_only() -> None:
    words = domain_words([text.general for text in EXAMPLES.wordings], EXAMPLES.topics)
    assert "weer" not in words
    assert "jobs" in words
