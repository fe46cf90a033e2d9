"""Logs without a word of what people wrote."""

from __future__ import annotations

import logging
import os
import sys
import traceback
import warnings
from collections.abc import MutableMapping
from typing import Any

# The fields of a structured line that hold names and numbers of the program. Any other may hold what somebody wrote.
_NAMES = frozenset({
    "event", "event_info", "level", "timestamp", "logger", "error_type", "action_name", "action_extract_slot", "policy",
    "component", "key", "filename", "host", "topic", "rabbitmq_exchange", "len_extraction_events", "token_start",
    "token_end",
})  # fmt: skip
_LEVELS = {"INFO": logging.INFO, "WARNING": logging.WARNING, "ERROR": logging.ERROR}


def configure() -> None:
    """Set up logging for the process. LOG_LEVEL may be INFO, WARNING (default) or ERROR; DEBUG would log messages."""
    from rasa.utils.log_utils import configure_structlog

    level = _LEVELS.get(os.environ.get("LOG_LEVEL", "").upper(), logging.WARNING)
    logging.basicConfig(format="%(levelname)s %(name)s: %(message)s", level=level)
    configure_structlog(level)
    keep_words_out()
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


def keep_words_out() -> None:
    """Take what people wrote out of every log line of this process, also under Rasa's own commands. Once is enough."""
    import structlog

    processors = structlog.get_config()["processors"]
    if without_words not in processors:
        processors.insert(0, without_words)  # in place: loggers that were used before hold this very list
    logging.setLogRecordFactory(_Record)


class _Record(logging.LogRecord):
    """A log line that shows an error by its type and where it came from: its message may quote somebody."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        error = self.exc_info[1] if self.exc_info else None
        if error:
            self.exc_text = f"{_where(error)}{type(error).__name__}"


def without_words(_logger: object, method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """A structlog processor that keeps the known fields only, and of an error its type."""
    kept = {name: value for name, value in event.items() if name in _NAMES}
    error = event.get("exc_info", method == "exception")
    if error:
        kept["error_type"] = _type_name(error)
    # else structlog would add the error itself
    return {**kept, "exc_info": False} if method == "exception" else kept


def _type_name(error: object) -> str:
    """The type of an error in any of the forms that logging takes: itself, `sys.exc_info()`, or just true."""
    found = error if isinstance(error, BaseException) else sys.exc_info()[1]
    return type(found or error).__name__


def log_failure(logger: logging.Logger, what: str, error: BaseException) -> None:
    """Log where an error came from, without its message: that may quote what somebody wrote."""
    logger.error("%s: %s\n%s", what, type(error).__name__, _where(error))


def _where(error: BaseException) -> str:
    return "".join(traceback.format_tb(error.__traceback__))
