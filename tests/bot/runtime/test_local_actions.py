"""Actions in the process behave as over HTTP."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import jsonschema
import pytest
from rasa.core.actions.action import RemoteAction
from rasa.core.agent import Agent
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, SessionStarted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import ClientResponseError, EndpointConfig
from rasa_sdk import Action
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection

from bot.runtime.local_actions import BoundedRemoteAction, LocalActions, _StockRemoteAction, last_turn
from bot.runtime.result_check import check_result

LISTEN = ActionExecuted("action_listen")
DOMAIN = Domain.from_yaml(
    "{version: '3.1', slots: {job: {type: any, mappings: [{type: custom}]}}, actions: [action_x]}"
)


class Scripted(Action):  # type: ignore[misc]
    """Does what it is told, on an executor of its own."""

    error: Exception | None = None
    events: list[Any] = []
    messages: dict[str, Any] = {}

    def name(self) -> str:
        return "action_x"

    def run(self, dispatcher: Any, tracker: Any, domain: Any) -> list[Any]:
        if self.error:
            raise self.error
        tracker.slots["job"].append("changed")
        dispatcher.utter_message(**self.messages)
        return self.events


@pytest.fixture
def action() -> Scripted:
    return Scripted()


@pytest.fixture
def endpoint(action: Scripted) -> LocalActions:
    executor = ActionExecutor()
    executor.register_function("action_x", action.run)
    return LocalActions(executor)


def tracker_of_three_turns() -> DialogueStateTracker:
    start = [ActionExecuted("action_session_start"), SessionStarted(), LISTEN]
    turns = [event for text in "abc" for event in (UserUttered(text), ActionExecuted("action_x"), LISTEN)][:-2]
    return DialogueStateTracker.from_events("me", [*start, SlotSet("job", ["smid"]), LISTEN, *turns], DOMAIN.slots)


def call(name: str = "action_x") -> dict[str, Any]:
    tracker = tracker_of_three_turns().current_state()
    return {"next_action": name, "sender_id": "me", "tracker": {**tracker, "events": []}, "version": "3.6.21"}


def run(endpoint: LocalActions, request: dict[str, Any]) -> Any:
    return asyncio.run(endpoint.request(json=request, method="post", timeout=1, compress=False))


def test_it_answers_what_the_action_server_would(endpoint: LocalActions, action: Scripted) -> None:
    action.events, action.messages = [SlotSet("job", "x").as_dict()], {"text": "dag", "json_message": {"marks": ("a",)}}
    answer = run(endpoint, call())
    assert answer["events"][0]["value"] == "x"
    assert answer["responses"][0]["text"] == "dag"
    assert answer["responses"][0]["custom"] == {"marks": ["a"]}


def test_neither_side_can_change_the_others_objects(endpoint: LocalActions, action: Scripted) -> None:
    request, kept = call(), {"items": [1]}
    action.messages = {"json_message": kept}
    run(endpoint, request)["responses"][0]["custom"]["items"].append(2)
    assert request["tracker"]["slots"]["job"] == ["smid"]
    assert kept == {"items": [1]}


@pytest.mark.parametrize(
    ("error", "status"), [(ActionExecutionRejection("action_x", "liever niet"), 400), (RuntimeError("geheim"), 500)]
)
def test_errors_look_as_over_http(endpoint: LocalActions, action: Scripted, error: Exception, status: int) -> None:
    action.error = error
    with pytest.raises(ClientResponseError) as caught:
        run(endpoint, call())
    assert caught.value.status == status
    assert json.loads(caught.value.text)["action_name"] == "action_x"
    assert "geheim" not in str(caught.value)
    assert caught.value.__suppress_context__


def test_an_unknown_action_is_not_found(endpoint: LocalActions) -> None:
    with pytest.raises(ClientResponseError) as caught:
        run(endpoint, call("action_y"))
    assert caught.value.status == 404


def test_a_call_in_the_process_carries_the_last_turn(endpoint: LocalActions) -> None:
    tracker = tracker_of_three_turns()
    sent = BoundedRemoteAction("action_x", endpoint)._action_call_format(tracker, DOMAIN)
    assert [event.get("text") for event in sent["tracker"]["events"]] == ["c"]
    assert sent["tracker"]["slots"]["job"] == ["smid"]
    assert sent["tracker"]["latest_message"]["text"] == "c"
    assert "domain" not in sent


def test_the_wire_form_for_a_server_is_rasas_own() -> None:
    server, tracker = EndpointConfig("http://127.0.0.1:1/webhook"), tracker_of_three_turns()
    ours, stock = (
        kind("action_x", server)._action_call_format(tracker, DOMAIN)
        for kind in (BoundedRemoteAction, _StockRemoteAction)
    )
    assert ours == stock
    assert len(ours["tracker"]["events"]) == len(tracker.events)


def test_the_first_turn_carries_the_session_start() -> None:
    events = list(tracker_of_three_turns().events)[:6]
    assert last_turn(events) == events


def test_rasa_uses_it_everywhere(agent: Agent) -> None:
    import rasa.core.actions.action as actions
    import rasa.core.actions.forms as forms

    assert actions.RemoteAction is forms.RemoteAction is BoundedRemoteAction
    assert agent.domain
    made = actions.action_for_name_or_text("action_echo", agent.domain, agent.action_endpoint)
    assert isinstance(made, BoundedRemoteAction)


RESULTS: list[Any] = [
    {"events": [], "responses": []},
    {"events": [{"event": "slot", "name": "job", "value": None, "timestamp": None}], "responses": [{"text": "dag"}]},
    {"events": [{"event": "followup", "name": "action_x"}, {"event": "restart"}]},
    {"events": [{"event": "slot", "value": 1}]},
    {"events": [{"event": "slot", "name": 5, "value": 1}]},
    {"events": [{"event": "unknown"}]},
    {"events": [{"name": "slot"}]},
    {"events": ["slot"]},
    {"events": "slot"},
    {"events": [], "responses": ["dag"]},
    {"events": [], "responses": "dag"},
    {"events": [{"event": "user", "text": 5}]},
    {"events": [{"event": ["slot"]}]},
    None,
    [],
]


@pytest.mark.parametrize("result", RESULTS, ids=str)
def test_a_result_is_judged_as_rasa_judges_it(result: Any) -> None:
    assert refuses(check_result, result) == refuses(_StockRemoteAction("x", None)._validate_action_result, result)


def refuses(check: Any, result: Any) -> bool:
    try:
        check(result)
    except jsonschema.ValidationError:
        return True
    return False


def test_stock_is_what_was_replaced() -> None:
    assert issubclass(RemoteAction, _StockRemoteAction)
