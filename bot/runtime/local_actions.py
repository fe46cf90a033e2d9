"""Actions run inside the process: rasa_sdk's executor behind Rasa's action endpoint, no HTTP hop.

Three costs of the stock way go: the hop, the JSON Schema that is checked against its own meta-schema on every call, and
the whole history in every call. With an HTTP action server Rasa's wire form stays as it is.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from typing import Any

import rasa
import rasa.core.actions.action as rasa_actions
import rasa.core.actions.forms as rasa_forms
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, Event, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import ClientResponseError, EndpointConfig
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection, ActionNotFoundException

from bot.runtime.logs import log_failure
from bot.runtime.result_check import check_result

logger = logging.getLogger(__name__)
_StockRemoteAction = rasa_actions.RemoteAction


class LocalActions(EndpointConfig):  # type: ignore[misc]
    """An action endpoint whose `request()` runs the action here. Refusals and errors look to Rasa as over HTTP."""

    def __init__(self, executor: ActionExecutor) -> None:
        super().__init__(url="local", enable_selective_domain=True)
        self.executor = executor

    async def request(self, *_args: Any, **kwargs: Any) -> Any:
        """Run the action call in `json`.

        Raises:
            ClientResponseError: status 400 for a refusal, 404 for an unknown action, 500 for an error in the action.
        """
        call = _own_copy(kwargs["json"])
        try:
            return _own_copy(await self.executor.run(call))
        except ActionExecutionRejection as error:
            raise _response_error(400, error.message, error.action_name) from None
        except ActionNotFoundException as error:
            raise _response_error(404, error.message, error.action_name) from None
        except Exception as error:
            log_failure(logger, f"Action {call['next_action']} failed", error)
            raise _response_error(500, type(error).__name__, call["next_action"]) from None


class BoundedRemoteAction(_StockRemoteAction):  # type: ignore[misc, valid-type]
    """Rasa's RemoteAction with a compiled answer check, and calls that carry the last turn only to `LocalActions`."""

    def _action_call_format(self, tracker: DialogueStateTracker, domain: Domain) -> dict[str, Any]:
        if not isinstance(self.action_endpoint, LocalActions):
            return dict(super()._action_call_format(tracker, domain))
        state = tracker.current_state()
        state["events"] = [event.as_dict() for event in last_turn(list(tracker.events))]
        call = {
            "next_action": self.name(),
            "sender_id": tracker.sender_id,
            "tracker": state,
            "version": rasa.__version__,
        }
        if domain.does_custom_action_explicitly_need_domain(self.name()):
            call["domain"] = domain.as_dict()
        return call

    def _validate_action_result(self, result: dict[str, Any]) -> bool:
        check_result(result)
        return True


def install() -> None:
    """Make Rasa use `BoundedRemoteAction` where it would make a RemoteAction. To be called before the first message."""
    rasa_actions.RemoteAction = BoundedRemoteAction
    rasa_forms.RemoteAction = BoundedRemoteAction


def load_actions(package: str) -> LocalActions:
    """Import a package of rasa_sdk actions and register every one."""
    executor = ActionExecutor()
    executor.register_package(package)
    return LocalActions(executor)


def last_turn(events: Sequence[Event]) -> Sequence[Event]:
    """The events from the last user message on; for the first message also the session start before it."""
    users = [index for index, event in enumerate(events) if isinstance(event, UserUttered)]
    if len(users) < 2:
        return events
    start = users[-1]
    while start and not _is_listen(events[start - 1]):
        start -= 1
    return events[start:]


def _is_listen(event: Event) -> bool:
    return isinstance(event, ActionExecuted) and event.action_name == ACTION_LISTEN_NAME


def _own_copy(data: Any) -> Any:
    """What would arrive over HTTP: neither side can change the other's objects."""
    return json.loads(json.dumps(data))


def _response_error(status: int, message: str, action_name: str) -> ClientResponseError:
    return ClientResponseError(status, message, json.dumps({"error": message, "action_name": action_name}))
