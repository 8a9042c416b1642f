"""WARC files (WARC 1.1, ISO 28500:2017), a gzip member for each record, with SHA-256 over block and payload.

Blocks are the very bytes of the wire; warcio frames them and is never given a header to write anew.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO, Final
from uuid import uuid4

from attrs import define, frozen

from aigaq.evidence.capture.entry import INSTANT

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord
    from warcio.warcwriter import WARCWriter

FIELDS: Final = "application/warc-fields"
REQUEST: Final = "application/http;msgtype=request"
RESPONSE: Final = "application/http;msgtype=response"
PEM_CHAIN: Final = "application/pem-certificate-chain"
"""RFC 8555, section 9.1."""

_OS_BYTE: Final = 9
_UNKNOWN_OS: Final = b"\xff"
_CHUNK: Final = 64 * 1024
_MOST_HEAD: Final = 256 * 1024
"""Bytes of the header of a record; ours have a few hundred, and a URL of 8 KiB at most."""


@frozen(kw_only=True)
class Record:
    """One record to be written.

    Args:
        kind: ``warcinfo``, ``request``, ``response``, ``metadata`` or ``resource``.
        date: When it was made.
        media: Media type of the block.
        block: Its bytes, from where it stands.
        length: How many there are.
        uri: What it is about.
        headers: More headers of WARC.
    """

    kind: str
    date: datetime
    media: str
    block: BinaryIO
    length: int
    uri: str = ""
    headers: Mapping[str, str] = {}


@define
class Writer:
    """Writes the records of one file into ``out``, which can seek."""

    out: BinaryIO
    info: str = ""

    def write(self, record: Record) -> str:
        """Write a record and return its identifier."""
        name = f"<urn:uuid:{uuid4()}>"
        headers = {
            "WARC-Type": record.kind,
            "WARC-Record-ID": name,
            "WARC-Date": record.date.strftime(INSTANT),
            "WARC-Target-URI": record.uri,
            "WARC-Warcinfo-ID": self.info,
            **record.headers,
            "WARC-Payload-Digest": _payload_digest(record) if record.kind in {"request", "response"} else "",
        }
        start = self.out.tell()
        _writer(self.out).write_record(_framed(record, {key: value for key, value in headers.items() if value}))
        self._hide_system(start)
        if record.kind == "warcinfo":
            self.info = name
        return name

    def _hide_system(self, start: int) -> None:
        """Write "unknown" where gzip names the operating system (RFC 1952, section 2.3.1)."""
        end = self.out.tell()
        self.out.seek(start + _OS_BYTE)
        self.out.write(_UNKNOWN_OS)
        self.out.seek(end)


def fields(values: Mapping[str, str]) -> bytes:
    """Return the block of ``application/warc-fields``; what has no value is left out."""
    lines = (f"{name}: {' '.join(value.split())}\r\n" for name, value in values.items() if value)
    return "".join(lines).encode()


def digest(data: bytes) -> str:
    """Return the digest of some bytes as WARC writes it."""
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def records(file: BinaryIO) -> Iterator[ArcWarcRecord]:
    """Yield the records of a WARC file; the block of each is its ``raw_stream``, to be read before the next.

    Raises:
        ValueError: The file is no WARC file, or broken, or a header in it does not come to an end.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    try:
        found = ArchiveIterator(file, no_record_parse=True)
        found.reader.readline = _bounded(found.reader.readline)
        yield from found
    except (ArchiveLoadFailed, EOFError, OSError, zlib.error) as fault:
        raise ValueError("no WARC file") from fault


def _bounded(readline: Callable[[int], bytes]) -> Callable[[int | None], bytes]:
    """Return what reads lines until those of one header have too many bytes; an empty line ends a header."""
    seen = 0

    def read(length: int | None = None) -> bytes:
        nonlocal seen
        line = readline(length or _MOST_HEAD + 1)
        seen = seen + len(line) if line.strip() else 0
        if max(seen, len(line)) > _MOST_HEAD:
            raise ValueError("a header without end")
        return line

    return read


def _writer(out: BinaryIO) -> WARCWriter:
    from warcio.warcwriter import WARCWriter

    class Sha256Writer(WARCWriter):  # type: ignore[misc]
        NO_PAYLOAD_DIGEST_TYPES = ("warcinfo", "metadata")

        @staticmethod
        def _create_digester() -> _Digester:
            return _Digester()

    return Sha256Writer(out, gzip=True, warc_version="1.1")


class _Digester:
    """Hashes what warcio hands over."""

    def __init__(self) -> None:
        self._hash = hashlib.sha256()

    def update(self, data: bytes) -> None:
        self._hash.update(data)

    def __str__(self) -> str:
        return f"sha256:{self._hash.hexdigest()}"


def _framed(record: Record, headers: Mapping[str, str]) -> ArcWarcRecord:
    from warcio.recordloader import ArcWarcRecord
    from warcio.statusandheaders import StatusAndHeaders

    framed = StatusAndHeaders("", list(headers.items()), protocol="WARC/1.1")
    return ArcWarcRecord("warc", record.kind, framed, record.block, None, record.media, record.length)


def _payload_digest(record: Record) -> str:
    """Return the digest of what follows the head of a message; where that ends, warcio says."""
    from warcio.statusandheaders import StatusAndHeadersParser

    start = record.block.tell()
    StatusAndHeadersParser([], verify=False).parse(record.block)
    hashed, left = hashlib.sha256(), record.length - (record.block.tell() - start)
    while left > 0 and (piece := record.block.read(min(_CHUNK, left))):
        hashed.update(piece)
        left -= len(piece)
    record.block.seek(start)
    return f"sha256:{hashed.hexdigest()}"


def block(data: bytes) -> BinaryIO:
    """Return bytes as the block of a record."""
    return BytesIO(data)
