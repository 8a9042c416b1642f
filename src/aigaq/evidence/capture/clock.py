"""The clock of this machine, and what is known about it."""

from __future__ import annotations

import ctypes
import sys
from datetime import UTC, datetime
from typing import Final

SYNCHRONISED: Final = "system, synchronised"
NOT_KNOWN: Final = "system, not known to be synchronised"

_TIMEX: Final = 512
"""More bytes than ``struct timex`` has on any Linux."""
_TIME_ERROR: Final = 5


def utc_now() -> datetime:
    """Return the time of this machine in UTC, in whole seconds."""
    return datetime.now(UTC).replace(microsecond=0)


def clock_state() -> str:
    """Return whether the kernel holds its clock to be synchronised (Linux, ``adjtimex(2)``; elsewhere not known)."""
    if not sys.platform.startswith("linux"):
        return NOT_KNOWN
    try:
        state = ctypes.CDLL(None).adjtimex(ctypes.create_string_buffer(_TIMEX))
    except (OSError, AttributeError):
        return NOT_KNOWN
    return SYNCHRONISED if 0 <= state < _TIME_ERROR else NOT_KNOWN
