"""Politeness: one request at a time, and a pause between two to the same host."""

from __future__ import annotations

import time
from collections.abc import Callable

from attrs import Factory, define


@define
class Pace:
    """Remembers when each host was last asked, and waits before it is asked again.

    Args:
        timer: Seconds since some moment, never running backwards.
        sleep: Waits so many seconds.
    """

    timer: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    _asked: dict[str, float] = Factory(dict)

    def wait(self, host: str, *, pause: float) -> None:
        """Wait until ``pause`` seconds have passed since the last request to ``host`` ended."""
        last = self._asked.get(host)
        if last is not None and (left := last + pause - self.timer()) > 0:
            self.sleep(left)

    def done(self, host: str) -> None:
        """Note that a request to ``host`` has ended."""
        self._asked[host] = self.timer()
