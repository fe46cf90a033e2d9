"""The figures of bench/nlu, on small cases worked out by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bench.nlu import distort, scores
from bench.nlu.entity_scores import entity_score
from bench.nlu.figures import Row, Section, equal_bar, own_bar
from bench.nlu.pipelines import OURS, Config, marks_entities, with_settings, written
from bench.nlu.readings import REFUSED, falls_back, reading
from bench.nlu.report import Settings, verdict
from bench.nlu.sets import INSIDE, NEAR_DOMAIN, NONSENSE, OFF_DOMAIN, SMART_HOME, parse_conll
from bench.sentences import Sentence
from study_catalogue import open_catalogue

PLAIN = "Hallo, kan je mij zeggen wat ik niet weet over een opleiding houttechnieken in de buurt van Hasselt?"
ASKED = Sentence("is lasser een knelpuntberoep", "job_bottleneck")
STRANGE = Sentence("zet het licht uit", "out_of_scope")

OUTSIDE_SETS = (*OFF_DOMAIN, *NEAR_DOMAIN, *NONSENSE)


def parsed(*ranking: tuple[str, float], **more: Any) -> dict[str, Any]:
    rows = [{"name": name, "confidence": confidence} for name, confidence in ranking]
    return {"intent": rows[0], "intent_ranking": rows, "entities": [], **more}


# distortions


@pytest.mark.parametrize("change", [distort.typos, distort.dialect, distort.both])
def test_the_same_seed_gives_the_same_errors(change: Any) -> None:
    assert change(PLAIN, 1) == change(PLAIN, 1)
    assert len({change(PLAIN, seed) for seed in range(8)}) > 1


def test_about_a_quarter_of_the_longer_words_gets_an_error() -> None:
    words = ["houttechnieken"] * 2000
    hurt = [distort.typos(f"x{number} {word}", 1) for number, word in enumerate(words)]
    share = sum(not text.endswith("houttechnieken") for text in hurt) / len(words)
    assert 0.18 < share < 0.30  # a swap of two equal letters does not show; some spaces went too


def test_short_words_and_first_letters_are_spared() -> None:
    assert all(distort.typos("is dit wat", seed).replace(" ", "") == "isditwat" for seed in range(50))
    assert all(distort.typos("houttechnieken", seed).startswith("h") for seed in range(50))


def test_the_longest_phrase_of_the_table_is_taken() -> None:
    found = {distort.dialect("Kan je dat", seed) for seed in range(50)}
    assert "Kunde da" in found and "Kan je dat" in found
    assert not any("kan ge" in text.lower() for text in found)


def test_the_table_has_many_rows_and_no_row_without_effect() -> None:
    pairs = [(standard, said) for standard, its in distort.forms().items() for said in its]
    assert len(pairs) >= 80 and len(set(pairs)) == len(pairs)
    assert all(standard == standard.lower() and said and said != standard for standard, said in pairs)


# scores


def test_macro_f1_weighs_every_topic_the_same() -> None:
    pairs = [("a", "a"), ("a", "a"), ("a", "a"), ("b", "a")]
    assert scores.macro_f1(pairs) == pytest.approx((200 * 3 / (4 + 3) + 0) / 2)
    assert scores.macro_f1([("a", "a"), ("b", "b")]) == 100


@pytest.mark.parametrize(
    ("percentage", "bar"), [(50, 0.8), (75, 0.6), (51, 0.6), (100, 0.6)]
)  # the last is refused at any threshold, so 100 % is out of reach
def test_the_threshold_is_the_strictest_that_accepts_enough(percentage: float, bar: float) -> None:
    assert scores.threshold_for([0.9, 0.6, 0.8, REFUSED], percentage) == bar


def test_what_is_refused_at_any_threshold_stays_refused() -> None:
    assert scores.accepts([0.5, REFUSED], 0.0) == 50
    assert scores.curve([0.9, 0.5], [0.7, REFUSED]) == [(0, 0), (50, 0), (50, 50), (100, 50)]


def test_calibration_error_is_the_mean_distance_weighed_by_number() -> None:
    bins = scores.reliability([(0.95, True), (0.95, True), (0.95, False), (1.0, True), (0.15, False)])
    assert [(its.number, round(its.right, 2)) for its in bins] == [(1, 0.0), (4, 0.75)]
    assert scores.calibration_error(bins) == pytest.approx(100 * (0.15 + 4 * (0.9625 - 0.75)) / 5)


def test_confusions_come_weakest_first_with_what_they_were_taken_for() -> None:
    found = scores.confusions([("a", "a"), ("b", "a"), ("b", "c"), ("b", "c"), ("b", "b")])
    assert [(row.topic, row.number, row.right) for row in found] == [("b", 4, 25), ("a", 1, 100)]
    assert found[0].taken_for == [("c", 2), ("a", 1)] and found[1].taken_for == []


def test_percentile_and_margin() -> None:
    assert scores.percentile([4.0, 1.0, 3.0, 2.0, 5.0], 50) == 3
    assert scores.percentile([1.0, 2.0], 95) == pytest.approx(1.95)
    assert scores.percentile([7.0], 95) == 7
    assert scores.margin(95, 1000) == pytest.approx(1.36, abs=0.02)


# readings


def test_stock_falls_back_when_unsure_or_torn() -> None:
    assert falls_back([("a", 0.29)], 0.3) and not falls_back([("a", 0.31)], 0.3)
    assert falls_back([("a", 0.5), ("b", 0.45)], 0.3)


def test_stock_is_read_without_its_fallback() -> None:
    data = parsed(("nlu_fallback", 0.3), ("job_bottleneck", 0.28), ("out_of_scope", 0.1))
    found = reading("diet", ASKED, (data, 1.0))
    assert found.right and not found.accepted and found.score == found.confidence == 0.28


def test_a_stranger_that_stock_knows_for_one_is_refused_at_any_threshold() -> None:
    found = reading("diet", STRANGE, (parsed(("nonsense", 0.9), ("greet", 0.1)), 1.0))
    assert found.score == REFUSED and not found.accepted and found.sure_right and found.forced == "greet"


def test_ours_refusing_is_an_error_in_scope_but_its_best_topic_counts_when_forced() -> None:
    data = parsed(("job_bottleneck", 0.3), ("out_of_scope", 0.2), refusal={"trust": 0.4}, readings=[["job_info", 0.3]])
    data["intent"] = {"name": "out_of_scope", "confidence": 0.6}
    found = reading(OURS, ASKED, (data, 1.0))
    assert (found.topic, found.forced, found.score, found.accepted) == ("out_of_scope", "job_info", 0.4, False)
    assert not found.sure_right and found.confidence == 0.6


def test_ours_asking_back_is_as_sure_as_its_best_reading() -> None:
    data = parsed(("job_bottleneck", 0.3), refusal={"trust": 0.5}, readings=[["job_bottleneck", 0.3]])
    data["intent"] = {"name": "clarify", "confidence": 0.5}
    found = reading(OURS, ASKED, (data, 1.0))
    assert not found.right and not found.accepted and found.forced_right and found.sure_right
    assert found.confidence == found.score == 0.5


def test_where_nothing_is_refused_the_best_of_the_ranking_counts() -> None:
    data = parsed(("job_bottleneck", 0.3), ("greet", 0.2), refusal={"trust": 0.1}, readings=[])
    data["intent"] = {"name": "out_of_scope", "confidence": 0.9}
    assert reading(OURS, ASKED, (data, 1.0), refuses=False).right
    assert not reading(OURS, ASKED, (data, 1.0)).right


# entities


def test_entities_are_held_against_the_kinds_that_are_labelled() -> None:
    sentence = Sentence("lasser in Genk, iets met hout", "job_info", entities={"place": ["Genk"], "age": [12]})
    genk = open_catalogue().places_named("Genk")[0]
    entities = [
        {"entity": "job", "value": "Lasser", "start": 0, "end": 6},
        {"entity": "place", "value": genk.id, "start": 10, "end": 14},
        {"entity": "theme", "value": "hout", "start": 25, "end": 29},
    ]
    data = parsed(("job_info", 0.9))
    data["entities"] = entities
    score = entity_score([reading("diet", sentence, (data, 1.0))], open_catalogue())
    assert (score.found, score.wanted, score.meant, score.given, score.everything) == (1, 2, 1, 1, 3)
    assert score.recall == 50 and score.precision == 100 and score.f1 == pytest.approx(66.67, abs=0.01)


# pipelines and sets


def test_only_diet_takes_the_settings() -> None:
    config: Config = {"pipeline": [{"name": "CountVectorsFeaturizer"}, {"name": "DIETClassifier", "epochs": 100}]}
    assert with_settings(config, 5, True)["pipeline"] == [
        {"name": "CountVectorsFeaturizer"},
        {"name": "DIETClassifier", "epochs": 5, "entity_recognition": True},
    ]
    assert config["pipeline"][1]["epochs"] == 100


def test_written_training_data_marks_entities_only_where_it_does(tmp_path: Path) -> None:
    assert not marks_entities(written([Sentence("wat is duaal (echt)", "dual_what")], tmp_path) / "nlu.yml")
    assert marks_entities(written([Sentence("in [Genk](place)", "inform")], tmp_path) / "nlu.yml")


def test_xsid_is_read_with_intents_that_rasa_takes_whole() -> None:
    text = "# id = 1\n# text = Gaat het regenen?\n# intent = weather/find\n1\tGaat\tweather/find\tO\n\n"
    assert parse_conll(text + text) == [Sentence("Gaat het regenen?", "weather_find", "xsid")] * 2


# report


def test_what_could_not_be_measured_is_skipped_not_missed() -> None:
    row = Row("right intent", {OURS: None, "diet": None}, bar=94, side="at least")
    assert row.measure is None and verdict(row) == "skipped"
    assert Section("xSID", [row]).measures() == []


def test_a_row_tells_which_section_it_is_of_and_whether_the_bar_is_met() -> None:
    row = Row("accepted", {OURS: 95.0, "diet": 90.0}, bar=93, side="at least")
    (measure,) = Section("Own", [row], "own bar").measures()
    assert measure.name == "accepted, own bar" and measure.met and measure.seen == "diet 90.0"
    assert verdict(Row("loss", {OURS: 3.1}, "points", 3)) == "**missed**"


def test_only_a_whole_run_is_the_report() -> None:
    assert not Settings().partial and not Settings(threshold=0.5).partial
    assert Settings(epochs=5).partial and Settings(every=2).partial and Settings(pipelines=(OURS,)).partial


def test_a_set_that_is_not_there_is_not_measured() -> None:
    found = reading(OURS, ASKED, (parsed(("job_bottleneck", 0.9), refusal={"trust": 0.9}), 1.0))
    groups = {name: [found] for name in (*INSIDE, *OUTSIDE_SETS)}
    groups[SMART_HOME] = []
    for rows in (own_bar({OURS: groups}), equal_bar({OURS: groups})):
        values = {row.name: row.values[OURS] for row in rows}
        assert values[f"of which {SMART_HOME}"] is None and values["false accepts, off-domain"] == 100
