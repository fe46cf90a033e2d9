"""Rasa's rules without its own meaning of the intents `restart` and `back`: here these are topics like any other."""

from __future__ import annotations

from rasa.core.policies.rule_policy import RulePolicy
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.core.trackers import DialogueStateTracker


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True)
class TopicRulePolicy(RulePolicy):  # type: ignore[misc]
    """Stock Rasa runs its own `action_restart` and `action_back` for them, and tells the user nothing."""

    @staticmethod
    def _find_action_from_default_actions(tracker: DialogueStateTracker) -> tuple[str | None, str | None]:
        return None, None
