"""Logs without a word of what people wrote."""

from __future__ import annotations

import logging
import os
import sys
import traceback
import warnings
from collections.abc import MutableMapping
from typing import Any

# Rasa's structured lines carry messages, entities, slots and events under these names.
_SPOKEN = frozenset({
    "text", "user_text", "response_text", "parse_data_text", "token_text", "message", "user_message", "json_message",
    "response", "parse_data_entities", "entity", "current_entity", "next_entity", "slot_values", "slot_candidates",
    "prefilled_slots", "rasa_event", "rasa_events", "prediction_events", "tracker_latest_message", "tracker_states",
    "current_states", "old_states", "states", "successes",
})  # fmt: skip
_LEVELS = {"INFO": logging.INFO, "WARNING": logging.WARNING, "ERROR": logging.ERROR}


def configure() -> None:
    """Set up logging for the process. LOG_LEVEL may be INFO, WARNING (default) or ERROR; DEBUG would log messages."""
    import structlog
    from rasa.utils.log_utils import configure_structlog

    level = _LEVELS.get(os.environ.get("LOG_LEVEL", "").upper(), logging.WARNING)
    logging.basicConfig(format="%(levelname)s %(name)s: %(message)s", level=level)
    configure_structlog(level)
    structlog.configure(processors=[without_words, *structlog.get_config()["processors"]])
    for name in ("rasa", "rasa_sdk", "sanic", "apscheduler", "matplotlib"):
        logging.getLogger(name).setLevel(level)


def quiet_warnings(keep: type[Warning] | None = None) -> None:
    """Show no Python warnings but those of the very class `keep`.

    Rasa's may quote messages, and most others are for who maintains Rasa. Filters would not do: packages set their own.
    """

    def show(message: Warning | str, category: type[Warning], filename: str, lineno: int, *_: Any, **__: Any) -> None:
        if category is keep:
            print(f"{category.__name__}: {message}", file=sys.stderr)

    warnings.showwarning = show


def without_words(_logger: object, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """A structlog processor that drops every field which may hold what somebody wrote."""
    return {name: value for name, value in event.items() if name not in _SPOKEN}


def log_failure(logger: logging.Logger, what: str, error: BaseException) -> None:
    """Log where an error came from, without its message: that may quote what somebody wrote."""
    where = "".join(traceback.format_tb(error.__traceback__))
    logger.error("%s: %s\n%s", what, type(error).__name__, where)
