"""What went over the wire in one exchange, byte by byte, after encryption was taken off."""

from __future__ import annotations

import re
from typing import BinaryIO

from attrs import Factory, define, frozen

from aigaq.evidence.capture.capture import Reason
from aigaq.evidence.capture.stop import Stop

_END_OF_HEAD = re.compile(rb"\n\r?\n")


@frozen
class Secured:
    """A secured connection, and the certificates as presented: DER, the server's own first."""

    version: str
    cipher: str
    chain: tuple[bytes, ...]
    verified: bool


@define
class Tape:
    """Keeps the bytes of one request and of its response; what a proxy is told is no part of them.

    Args:
        received: Where the bytes of the response go.
        most: How many of them may come.
        max_head: How long the status line with its headers may be.
    """

    received: BinaryIO
    most: int
    max_head: int
    sent: bytearray = Factory(bytearray)
    size: int = 0
    address: str = ""
    secured: Secured | None = None
    rolling: bool = False
    closed: bool = False
    full: bool = False
    _head: bytearray | None = Factory(bytearray)

    def start(self) -> None:
        """Begin to keep what is sent and received."""
        self.rolling = True

    def head_is_read(self) -> None:
        """Stop to watch the length of the head."""
        self._head = None

    def room(self, wanted: int) -> int:
        """Return how many bytes to ask for: one more than may come tells that there are more.

        Raises:
            Stop: ``too-large``, when that one has come.
        """
        if self.full:
            raise Stop(Reason.TOO_LARGE)
        return min(wanted, self.most - self.size + 1) if self.rolling else wanted

    def wrote(self, data: bytes) -> None:
        """Keep what was sent."""
        if self.rolling:
            self.sent += data

    def read(self, data: bytes) -> bytes:
        """Keep what was received, and return it; of more than may come, the part that may.

        Raises:
            Stop: ``too-large``, when nothing of it may come, or a head does not end.
        """
        self.closed = not data
        if not self.rolling:
            return data
        fitting = data[: self.most - self.size]
        self.received.write(fitting)
        self.size += len(fitting)
        self.full = len(fitting) < len(data)
        if self.full and not fitting:
            raise Stop(Reason.TOO_LARGE)
        self._watch_head(fitting)
        return fitting

    def _watch_head(self, data: bytes) -> None:
        if self._head is None:
            return
        self._head += data
        ends = _END_OF_HEAD.search(self._head)
        if (ends.start() if ends else len(self._head)) > self.max_head:
            raise Stop(Reason.TOO_LARGE, "the head of the response does not end")
