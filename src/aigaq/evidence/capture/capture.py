"""A capture: what one look at a URL, or one import of a file, gave. Its canonical bytes are an entry of the log."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from typing import Final

from attrs import field, frozen

FORMAT: Final = "aigaq/capture"
VERSION: Final = 1
"""Raised whenever a field comes, goes or changes its meaning."""


class How(StrEnum):
    """Where the bytes came from."""

    FETCHED = "fetched"
    IMPORTED = "imported"


class Outcome(StrEnum):
    """What became of a look: a complete response was kept, a part of one, or none."""

    HELD = "held"
    TRUNCATED = "truncated"
    FAILED = "failed"


class Reason(StrEnum):
    """Why a look did not end with a complete response."""

    NONE = ""
    DNS = "dns"
    REFUSED = "refused"
    CONNECT = "connect"
    TLS = "tls"
    TIMEOUT = "timeout"
    TOO_LARGE = "too-large"
    TOO_SLOW = "too-slow"
    REDIRECT_LOOP = "redirect-loop"
    TOO_MANY_REDIRECTS = "too-many-redirects"
    PROTOCOL = "protocol"
    CLOSED = "closed"
    BAD_REDIRECT = "bad-redirect"


@frozen
class Hop:
    """One request of a look, and the status of its answer; None where there was no answer."""

    url: str
    status: int | None


@frozen
class Warc:
    """The file that holds what was received: its path inside the dossier, its SHA-256 and its size."""

    file: str
    sha256: str
    bytes: int


@frozen
class Stated:
    """A date (or another fact) as the server or the document states it, which proves nothing.

    Args:
        where: Where it stands: ``"http:last-modified"``, ``"pdf:created"``, ``"html:meta:dc.date"``.
        value: What stands there.
        date: The day it names, ``2025-11-12``, as it is written; empty where that cannot be read with certainty.
    """

    where: str
    value: str
    date: str


@frozen
class Tls:
    """What the server proved about itself: the SHA-256 of each certificate it presented, and whether they verify."""

    version: str
    cipher: str
    chain: tuple[str, ...]
    verified: bool


def _second(moment: datetime) -> datetime:
    """Return a moment as entries write it: in UTC, in whole seconds."""
    return moment.astimezone(UTC).replace(microsecond=0)


@frozen(kw_only=True)
class Capture:
    """What one look at a URL, or one import of a file, gave.

    Args:
        asked: The URL, or the bare name of the file.
        how: Where the bytes came from.
        outcome: Whether a complete response was kept, whatever its status.
        reason: Why not.
        status: The last status of HTTP that was received.
        final: The last URL that was asked; of a file ``urn:sha256:…``.
        hops: Every request in its order.
        started: When the look began, by this machine's clock (UTC, whole seconds).
        ended: When it ended.
        clock: What is known about that clock.
        client: The program that looked.
        media: Media type as the server states it, or as the first bytes of a file show it.
        name: Name of the file as served or given.
        bytes: Size of the decoded content.
        sha256: Hash of the decoded content; empty where there is none.
        title: Title of the page or document.
        warc: Where it is kept; None when nothing was received.
        stated: What server and document say about dates.
        tls: The last secured connection; None when there was none.
    """

    asked: str
    how: How
    outcome: Outcome
    reason: Reason = Reason.NONE
    status: int | None = None
    final: str
    hops: tuple[Hop, ...] = ()
    started: datetime = field(converter=_second)
    ended: datetime = field(converter=_second)
    clock: str
    client: str
    media: str = ""
    name: str = ""
    bytes: int = 0
    sha256: str = ""
    title: str = ""
    warc: Warc | None = None
    stated: tuple[Stated, ...] = ()
    tls: Tls | None = None
