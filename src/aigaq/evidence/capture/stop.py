"""Why an exchange ended before its time."""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen

from aigaq.evidence.capture.capture import Reason


class Stop(Exception):
    """Ends one exchange; it never leaves this package.

    Args:
        reason: What an entry says.
        note: What the system says of it, without a name of this machine; kept in the WARC file.
        unverified: True when the certificates of the server do not verify.
    """

    def __init__(self, reason: Reason, note: str = "", *, unverified: bool = False) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.note = note
        self.unverified = unverified


@frozen
class Deadline:
    """The moment at which a look must have ended.

    Args:
        at: Reading of ``timer`` at that moment.
        timer: Seconds since some moment, never running backwards.
    """

    at: float
    timer: Callable[[], float]

    @classmethod
    def after(cls, seconds: float, *, timer: Callable[[], float]) -> Deadline:
        """Return the moment ``seconds`` from now."""
        return cls(timer() + seconds, timer)

    @property
    def left(self) -> float:
        """Seconds that are left; less than nothing once it has passed."""
        return self.at - self.timer()

    def allow(self, seconds: float | None) -> float:
        """Return how long to wait for one step that may take ``seconds``.

        Raises:
            Stop: ``too-slow``, when no time is left.
        """
        left = self.left
        if left <= 0:
            raise Stop(Reason.TOO_SLOW)
        return left if seconds is None else min(left, seconds)

    def late(self) -> Stop:
        """Return why a step that got no answer ended: the whole look was too slow, or one wait too long."""
        return Stop(Reason.TOO_SLOW if self.left <= 0 else Reason.TIMEOUT)
