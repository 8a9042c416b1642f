"""One request that brings something and wants an answer, such as a time stamp (RFC 3161, section 3.4)."""

from __future__ import annotations

from io import BytesIO

from attrs import frozen

from aigaq.evidence.capture.body import Body, End
from aigaq.evidence.capture.capture import Reason
from aigaq.evidence.capture.exchange import Allowance, Ask, exchange
from aigaq.evidence.capture.fetch import read_url
from aigaq.evidence.capture.headers import media_of
from aigaq.evidence.capture.reach import Reach
from aigaq.evidence.capture.stop import Deadline
from aigaq.evidence.capture.terms import Terms


@frozen
class Reply:
    """What came back.

    Args:
        status: Status of HTTP; None when no answer came.
        media: Media type as the server states it.
        body: The answer; empty unless it came whole.
        reason: Why it did not.
    """

    status: int | None
    media: str
    body: bytes
    reason: Reason


def post(url: str, body: bytes, *, media: str, terms: Terms) -> Reply:
    """Send ``body`` to ``url`` once, follow no redirect, and return the answer; a failure is an answer too.

    Args:
        url: Where to, ``http`` or ``https``.
        body: What to send.
        media: Its media type.
        terms: The bounds, the name and the way.

    Raises:
        UsageError: ``capture.url``, when it is no URL that can be asked.
    """
    address, limits = read_url(url), terms.limits
    allowance = Allowance(Deadline.after(limits.total, timer=terms.timer), limits.max_bytes, Reach.of(address.host))
    received = BytesIO()
    done = exchange(address, received, ask=Ask("POST", media, body), terms=terms, allowance=allowance)
    if done.reason is not Reason.NONE:
        return Reply(done.status, media_of(done), b"", done.reason)
    received.seek(0)
    reader = Body(limits.max_decoded)
    answer = b"".join(reader.pieces(received))
    whole = reader.end is End.WHOLE
    return Reply(done.status, media_of(done), answer if whole else b"", Reason.NONE if whole else Reason.PROTOCOL)
