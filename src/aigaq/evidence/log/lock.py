"""One writer at a time: ``flock`` on the file ``lock``."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from aigaq.errors import Refused
from aigaq.evidence.log.layout import LOCK

WAIT = 3.0
"""Seconds to wait for another writer."""

_PAUSE = 0.02


@contextmanager
def locked(folder: Path, *, wait: float = WAIT) -> Iterator[None]:
    """Hold the lock of a log; it is let go when the process ends, however it ends.

    Raises:
        Refused: ``log.busy`` when somebody else holds it for longer than ``wait`` seconds, ``log.no-lock`` where the
            system has no such locks.
        OSError: The file cannot be made or opened.
    """
    try:
        from fcntl import LOCK_EX
    except ImportError:
        raise Refused(
            "log.no-lock",
            "This system has no file locks, so nothing can be added to a log safely.",
            hint="Add to it on Linux or macOS; reading and verifying work here too.",
        ) from None
    handle = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, 0o666)
    try:
        _take(handle, LOCK_EX, until=time.monotonic() + wait)
        yield
    finally:
        os.close(handle)


@contextmanager
def undisturbed(folder: Path, *, wait: float = WAIT) -> Iterator[None]:
    """Keep writers away while a log is looked at; nothing is written, and where there are no locks none is held.

    Raises:
        Refused: ``log.busy`` when somebody is writing for longer than ``wait`` seconds.
    """
    with ExitStack() as stack:
        with suppress(ImportError, OSError):
            from fcntl import LOCK_SH

            handle = os.open(folder / LOCK, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
            stack.callback(os.close, handle)
            _take(handle, LOCK_SH, until=time.monotonic() + wait)
        yield


def _take(handle: int, kind: int, *, until: float) -> None:
    from fcntl import LOCK_NB, flock

    while True:
        try:
            return flock(handle, kind | LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= until:
                raise Refused(
                    "log.busy",
                    "Another process is adding to the log.",
                    hint="Wait until it has finished, then do it again.",
                ) from None
        time.sleep(_PAUSE)
