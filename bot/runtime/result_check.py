"""Rasa's schema for the answer of an action, compiled once, each event held against the schema of its own kind.

Stock Rasa checks the schema against JSON Schema's own schema on every call, then each event against all 23 kinds.
"""

from __future__ import annotations

from typing import Any

import jsonschema
from rasa.core.actions.action import RemoteAction

_RESULT = RemoteAction.action_response_format_spec()
_EVENT = _RESULT["properties"]["events"]["items"]


def check_result(result: dict[str, Any]) -> None:
    """Check what an action gave back.

    Raises:
        jsonschema.ValidationError: it is not what Rasa expects of an action.
    """
    _ENVELOPE.validate(result)
    for event in result.get("events", ()):
        name = event.get("event") if isinstance(event, dict) else None
        _KINDS.get(str(name), _ANY_KIND).validate(event)


def _compiled(schema: dict[str, Any]) -> Any:
    return jsonschema.validators.validator_for(schema)(schema)


def _without_items() -> dict[str, Any]:
    return {**_RESULT, "properties": {**_RESULT["properties"], "events": {"type": "array"}}}


def _kinds() -> dict[str, Any]:
    common = {key: value for key, value in _EVENT.items() if key != "oneOf"}
    return {kind["properties"]["event"]["const"]: _compiled({**common, "allOf": [kind]}) for kind in _EVENT["oneOf"]}


_ENVELOPE = _compiled(_without_items())
_ANY_KIND = _compiled(_EVENT)
_KINDS = _kinds()
