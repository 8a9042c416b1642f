"""The records of a WARC file, a piece at a time: whether each is what it says of itself, and what was imported."""

from __future__ import annotations

import hashlib
import re
from collections import deque
from contextlib import redirect_stderr
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, BinaryIO

from aigaq.evidence.capture.body import Body, End
from aigaq.evidence.capture.warc import records

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

MOST = 1 << 30
"""Bytes of one record, unpacked, that are looked at; no capture has so many."""

_CHUNK = 1 << 20
_SUCCESS = re.compile(rb"HTTP/1\.[01] 2[0-9][0-9][ \r\n]")
_MARK = 3
"""Bytes of the end of a head that may stand at the end of a piece."""

_HEAD_ENDS = re.compile(rb"\r?\n\r?\n")


def imported(file: BinaryIO) -> tuple[str, int]:
    """Check every record, and return the SHA-256 and the size of the file that was imported; "" and 0 where none was.

    Raises:
        ValueError: A record has no digest or another one than it states, or is larger than any capture.
    """
    found = "", 0
    with redirect_stderr(StringIO()):  # warcio tells there what is wrong with a file, in words from the file
        for record in records(file):
            checked = _check(record)
            found = checked if record.rec_type == "resource" else found
    return found


def answered(file: BinaryIO, *, most: int = MOST) -> bool:
    """Return True if the last response is a complete one with a status of 2xx, whose content can be decoded."""
    block = b""
    with redirect_stderr(StringIO()):
        for record in records(file):
            block = record.raw_stream.read(most) if record.rec_type == "response" else block
    if not _SUCCESS.match(block):
        return False
    body = Body(most)
    deque(body.pieces(BytesIO(block)), maxlen=0)
    return body.end is End.WHOLE


def _check(record: ArcWarcRecord) -> tuple[str, int]:
    """Return the SHA-256 and the size of the block of a record, after checking the digests that it states."""
    block, payload, head, size = hashlib.sha256(), hashlib.sha256(), b"", 0
    inside = record.rec_type not in {"request", "response"}
    while piece := record.raw_stream.read(_CHUNK):
        block.update(piece)
        size += len(piece)
        if not inside:
            head += piece
            ends = _HEAD_ENDS.search(head)
            inside = ends is not None
            piece = head[ends.end() :] if ends else b""
            head = head[-_MARK:]
        payload.update(piece)
        if size > MOST:
            raise ValueError("larger than any capture")
    if _stated(record, "WARC-Block-Digest") != {block.hexdigest()}:
        raise ValueError("another block")
    if not _stated(record, "WARC-Payload-Digest") <= {payload.hexdigest()}:
        raise ValueError("another payload")
    return block.hexdigest(), size


def _stated(record: ArcWarcRecord, header: str) -> set[str]:
    stated = record.rec_headers.get_header(header)
    return {stated.removeprefix("sha256:").lower()} if stated else set()
