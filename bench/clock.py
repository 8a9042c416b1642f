"""Time of a call."""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import perf_counter
from typing import TypeVar

T = TypeVar("T")


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Return seconds and result of a call; garbage of earlier calls is collected before the clock starts."""
    gc.collect()
    start = perf_counter()
    found = work()
    return perf_counter() - start, found
