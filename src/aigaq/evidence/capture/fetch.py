"""One look at a URL: every request and response as they went over the wire, in one WARC file."""

from __future__ import annotations

import hashlib
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO, Final

from attrs import evolve, frozen

from aigaq.errors import UsageError
from aigaq.evidence.capture.body import Body, End
from aigaq.evidence.capture.capture import Capture, Hop, How, Outcome, Reason, Tls, Warc
from aigaq.evidence.capture.exchange import Exchange
from aigaq.evidence.capture.follow import Trail, follow
from aigaq.evidence.capture.headers import charset_of, media_of, name_of, stated_by
from aigaq.evidence.capture.keep import keep, scratch
from aigaq.evidence.capture.stated import HEAD, Found, examine, kind_of
from aigaq.evidence.capture.terms import Terms
from aigaq.evidence.capture.url import Url
from aigaq.evidence.capture.url import asked as as_asked
from aigaq.evidence.capture.write import write_fetched

_ASTRAY: Final = frozenset({Reason.BAD_REDIRECT, Reason.REDIRECT_LOOP, Reason.TOO_MANY_REDIRECTS})
"""The response came whole, and is not the one that was looked for."""

_ENDS: Final = {
    End.WHOLE: (Outcome.HELD, Reason.NONE),
    End.TOO_LARGE: (Outcome.TRUNCATED, Reason.TOO_LARGE),
    End.CUT: (Outcome.FAILED, Reason.PROTOCOL),
    End.UNREADABLE: (Outcome.FAILED, Reason.PROTOCOL),
}


def fetch(url: str, dossier: Path, *, terms: Terms) -> Capture:
    """Look at ``url`` once and keep what came in ``dossier``.

    A look that fails is a capture too, with its reason; it raises nothing.

    Args:
        url: Where to look: ``http`` or ``https``, without a user name or password.
        dossier: Folder of the dossier; the WARC file goes into ``captures/`` in it.
        terms: The bounds, the clock, the name and the way.

    Raises:
        UsageError: ``capture.url``, when it is none.
        Refused: ``capture.disk``, when the file cannot be written.
    """
    first, started = read_url(url), terms.now()
    with ExitStack() as files:

        def empty() -> BinaryIO:
            return files.enter_context(scratch(dossier, at=started))

        trail = follow(first, empty, terms=terms)
        ended = terms.now()
        drawn = _draw(trail, empty(), most=terms.limits.max_decoded)
        found = _examined(trail.last, drawn, terms=terms)
        warc = _kept(trail, dossier, terms=terms)
    made = _told(trail, drawn, found=found, terms=terms)
    return evolve(made, asked=url, started=started, ended=ended, warc=warc)


def _told(trail: Trail, drawn: _Drawn, *, found: Found, terms: Terms) -> Capture:
    """Return what the exchanges, the content and the document tell."""
    last, first = trail.last, trail.exchanges[0]
    return Capture(
        asked=first.url.text,
        how=How.FETCHED,
        outcome=drawn.outcome,
        reason=drawn.reason,
        status=last.status,
        final=last.url.text,
        hops=tuple(Hop(exchange.url.text, exchange.status) for exchange in trail.exchanges),
        started=first.started,
        ended=last.started,
        clock=terms.state(),
        client=terms.client,
        media=media_of(last),
        name=name_of(last),
        bytes=drawn.bytes,
        sha256=drawn.sha256,
        title=found.title,
        stated=(*stated_by(last), *found.stated),
        tls=_tls(last),
    )


def read_url(text: str) -> Url:
    """Return the URL that a person wrote.

    Raises:
        UsageError: ``capture.url``, when it is none that can be fetched.
    """
    try:
        return as_asked(text)
    except ValueError:
        raise UsageError(
            "capture.url",
            "This is no URL that can be fetched.",
            hint="Write it as https://…, without spaces, a user name or a password.",
        ) from None


@frozen
class _Drawn:
    """The content of the last response, and what that makes of the look."""

    outcome: Outcome
    reason: Reason
    content: BinaryIO
    bytes: int = 0
    sha256: str = ""


def _draw(trail: Trail, content: BinaryIO, *, most: int) -> _Drawn:
    """Draw the content out of the last response; of one that was cut, what came."""
    last = trail.last
    if last.status is None or trail.reason in _ASTRAY:
        return _Drawn(Outcome.FAILED, trail.reason, content)
    body, hashed, size = Body(most), hashlib.sha256(), 0
    last.received.seek(0)
    for piece in body.pieces(last.received):
        content.write(piece)
        hashed.update(piece)
        size += len(piece)
    outcome, reason = _ENDS[body.end] if trail.reason is Reason.NONE else (Outcome.TRUNCATED, trail.reason)
    if outcome is Outcome.FAILED:
        return _Drawn(outcome, reason, content)
    return _Drawn(outcome, reason, content, size, hashed.hexdigest())


def _examined(last: Exchange, drawn: _Drawn, *, terms: Terms) -> Found:
    """Examine a page or document that came whole; a page that tells of an error states nothing."""
    if drawn.outcome is not Outcome.HELD or not 200 <= (last.status or 0) < 300:
        return Found()
    drawn.content.seek(0)
    kind = kind_of(drawn.content.read(HEAD), media=media_of(last), name=name_of(last))
    return examine(drawn.content, kind, charset=charset_of(last), seconds=terms.limits.examine)


def _kept(trail: Trail, dossier: Path, *, terms: Terms) -> Warc | None:
    """Keep what was received; None when that is nothing."""
    if not any(exchange.size or exchange.secured for exchange in trail.exchanges):
        return None
    at = trail.exchanges[0].started
    return keep(dossier, lambda out: write_fetched(out, trail.exchanges, terms=terms), at=at)


def _tls(last: Exchange) -> Tls | None:
    seen = last.secured
    if seen is None:
        return None
    chain = tuple(hashlib.sha256(der).hexdigest() for der in seen.chain)
    return Tls(seen.version, seen.cipher, chain, seen.verified)
