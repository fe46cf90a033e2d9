"""TensorFlow is left out, and comes back for who needs it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bot.runtime import lean
from tests.bot.runtime.support import ROOT

PROGRAM = """
from bot.runtime import lean
lean.leave_out_tensorflow()
import sys, rasa.core.agent, rasa.engine.recipes.default_components, spacy
from thinc.compat import has_tensorflow
heavy = [name for name in sys.modules if name.startswith("tensorflow.python.") and "eager" not in name]
print(has_tensorflow, heavy, sys.modules["tensorflow"].__version__)
"""


def test_rasa_and_spacy_import_without_it() -> None:
    result = subprocess.run([sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "False [] 0"


@pytest.mark.parametrize(
    ("config", "needed"),
    [
        ("pipeline: [{name: LogisticRegressionClassifier}]", False),
        ("pipeline: [{name: DIETClassifier}]", True),
        ("policies: [{name: TEDPolicy}]", True),
        ("policies: [{name: RulePolicy}]", False),
    ],
)
def test_a_neural_part_in_the_config_needs_it(tmp_path: Path, config: str, needed: bool) -> None:
    (tmp_path / "config.yml").write_text(config)
    assert lean.needs_tensorflow(tmp_path / "config.yml") is needed


def test_a_packed_model_tells_itself(tiny_model: Path) -> None:
    assert not lean.needs_tensorflow(tiny_model)


def test_it_can_be_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEMPAD_TENSORFLOW", "1")
    assert lean.needs_tensorflow(tmp_path / "config.yml")


def test_no_config_needs_nothing(tmp_path: Path) -> None:
    assert not lean.needs_tensorflow(tmp_path / "config.yml")


def test_stand_ins_can_be_subclassed_and_decorate() -> None:
    import tensorflow as tf

    class Layer(tf.keras.layers.Layer):  # type: ignore[misc]
        @tf.function(experimental_relax_shapes=True)  # type: ignore[untyped-decorator]
        def call(self) -> int:
            return 5

    assert Layer().call() == 5
    assert not isinstance(Layer(), tf.Tensor)
