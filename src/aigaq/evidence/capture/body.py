"""The content of a response out of its bytes: framing of HTTP/1.1 (RFC 9112) and codings (RFC 9110, 8.4) taken off.

The same code reads a response when it has just come and when it is read again from its WARC file.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import TYPE_CHECKING, BinaryIO, Final

from attrs import define

if TYPE_CHECKING:
    import h11

_CHUNK: Final = 64 * 1024
_GZIP: Final = 16 + zlib.MAX_WBITS
_NONE: Final = frozenset({"", "identity"})
_CODINGS: Final = {"gzip": _GZIP, "x-gzip": _GZIP, "deflate": zlib.MAX_WBITS}


class End(Enum):
    """How the content ended."""

    WHOLE = "whole"
    CUT = "cut"
    TOO_LARGE = "too large"
    UNREADABLE = "unreadable"


@define
class Body:
    """Reads the content of one response once.

    Args:
        most: How many bytes of content may come out.
        end: How it ended; meaningful when all pieces have been taken.
    """

    most: int
    end: End = End.WHOLE

    def pieces(self, raw: BinaryIO) -> Iterator[bytes]:
        """Yield the content of the response in ``raw``, of which nothing is kept in memory."""
        import h11

        left = self.most
        try:
            for piece in self._decoded(_Message(raw)):
                yield piece[:left]
                left -= len(piece)
                if left < 0:
                    self.end = End.TOO_LARGE
                    return
        except h11.RemoteProtocolError:
            self.end = End.CUT
        except (zlib.error, _UnknownCodingError):
            self.end = End.UNREADABLE

    def _decoded(self, message: _Message) -> Iterator[bytes]:
        pieces: Iterator[bytes] = message.pieces()
        first = next(pieces, b"")
        whole = _chain(first, pieces)
        for coding in reversed(message.codings):
            if coding not in _NONE:
                whole = _inflate(whole, coding)
        return whole


class _UnknownCodingError(Exception):
    """A coding that nobody asked for."""


class _Message:
    """A response whose framing is taken off by h11."""

    def __init__(self, raw: BinaryIO) -> None:
        import h11

        self._raw = raw
        self.codings: Sequence[str] = ()
        self._reader = h11.Connection(h11.CLIENT)
        self._reader.send(h11.Request(method="GET", target="/", headers=[("Host", "x")]))
        self._reader.send(h11.EndOfMessage())

    def pieces(self) -> Iterator[bytes]:
        """Yield the body; raises ``h11.RemoteProtocolError`` where it is cut or malformed."""
        import h11

        while True:
            event = self._reader.next_event()
            if event is h11.NEED_DATA:
                self._reader.receive_data(self._raw.read(_CHUNK))
            elif isinstance(event, h11.Response):
                self.codings = _codings(event)
            elif isinstance(event, h11.Data):
                yield bytes(event.data)
            elif not isinstance(event, h11.InformationalResponse):
                return


def _codings(response: h11.Response) -> Sequence[str]:
    values = [value.decode("latin-1") for name, value in response.headers if name == b"content-encoding"]
    return [coding.strip().lower() for coding in ",".join(values).split(",")]


def _chain(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def _inflate(pieces: Iterator[bytes], coding: str) -> Iterator[bytes]:
    """Yield what was compressed, a little at a time, so that a bomb never fills the memory."""
    if coding not in _CODINGS:
        raise _UnknownCodingError
    opener = zlib.decompressobj(_CODINGS[coding])
    began = False
    for piece in pieces:
        if not began and piece and coding == "deflate" and not _zlib_header(piece):
            opener = zlib.decompressobj(-zlib.MAX_WBITS)
        began = began or bool(piece)
        while piece:
            if opener.eof:
                opener = _next_member(coding)
            yield opener.decompress(piece, _CHUNK)
            piece = opener.unconsumed_tail or opener.unused_data
    yield opener.flush(_CHUNK) if began else b""
    if began and not opener.eof:
        raise zlib.error("it is cut off")


def _next_member(coding: str) -> zlib._Decompress:
    """Return what reads on after the end of a stream: gzip may have several members (RFC 1952), nothing else may."""
    if coding == "deflate":
        raise zlib.error("something follows the end")
    return zlib.decompressobj(_GZIP)


def _zlib_header(piece: bytes) -> bool:
    """Tell whether a stream begins as RFC 1950 says; some servers leave its head out."""
    return piece[0] & 0x0F == 8 and (len(piece) < 2 or int.from_bytes(piece[:2]) % 31 == 0)
