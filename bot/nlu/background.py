"""Work beside the training, on the second core: for what lets go of Python's lock while it counts."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Made = TypeVar("Made")


def begun(work: Callable[Given, Made], *given: Given.args, **named: Given.kwargs) -> Future[Made]:
    """`work(*given)`, begun now; `result()` waits for it. Its thread ends with it."""
    thread = ThreadPoolExecutor(1)
    coming = thread.submit(work, *given, **named)
    thread.shutdown(wait=False)
    return coming
