"""From one URL to the response that is shown in the end: redirects are followed, and each hop is kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import BinaryIO, Final

from attrs import frozen

from aigaq.evidence.capture.capture import Reason
from aigaq.evidence.capture.exchange import Allowance, Ask, Exchange, exchange
from aigaq.evidence.capture.reach import Reach
from aigaq.evidence.capture.stop import Deadline
from aigaq.evidence.capture.terms import Terms
from aigaq.evidence.capture.url import Url

_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})


@frozen
class Trail:
    """The exchanges of one look in their order, and why the trail broke off where it did."""

    exchanges: tuple[Exchange, ...]
    reason: Reason

    @property
    def last(self) -> Exchange:
        """The exchange in which it ended."""
        return self.exchanges[-1]


def follow(first: Url, scratch: Callable[[], BinaryIO], *, terms: Terms) -> Trail:
    """Ask ``first``, and go where its answers point to.

    Args:
        first: The URL that the person named.
        scratch: Gives an empty file for the bytes of each response.
        terms: The bounds and the way.
    """
    limits = terms.limits
    allowance = Allowance(Deadline.after(limits.total, timer=terms.timer), limits.max_bytes, Reach.of(first.host))
    exchanges: list[Exchange] = []
    url: Url | None = first
    reason = Reason.NONE
    while url is not None:
        exchanges.append(exchange(url, scratch(), ask=Ask(), terms=terms, allowance=allowance))
        url, reason = _next(exchanges, allowance, most=limits.max_hops)
    return Trail(tuple(exchanges), reason)


def _next(exchanges: list[Exchange], allowance: Allowance, *, most: int) -> tuple[Url | None, Reason]:
    """Return where the last response leads; None at the end of the trail, and why it is none that was wished for."""
    last = exchanges[-1]
    if last.reason is not Reason.NONE:
        inside = last.reason is Reason.DNS and last.note and len(exchanges) > 1
        return None, Reason.BAD_REDIRECT if inside else last.reason
    location = last.header("location")
    if last.status not in _REDIRECTS or not location:
        return None, Reason.NONE
    try:
        url = last.url.join(location)
    except ValueError:
        return None, Reason.BAD_REDIRECT
    if not allowance.reach.allows_name(url.host):
        return None, Reason.BAD_REDIRECT
    if url in [exchange.url for exchange in exchanges]:
        return None, Reason.REDIRECT_LOOP
    return (url, Reason.NONE) if len(exchanges) <= most else (None, Reason.TOO_MANY_REDIRECTS)
