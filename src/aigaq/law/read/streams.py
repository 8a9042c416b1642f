"""A first look over the streams of a PDF, before PDFium builds objects from them.

A page description of a few kilobytes can unpack to megabytes of commands, each of which becomes an object,
and PDFium cannot be interrupted. So every stream that may be a page description is unpacked here once,
piece by piece, and only measured.
"""

from __future__ import annotations

import re
import zlib

from aigaq.law.read.archive import bomb
from aigaq.law.read.limits import Budget

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_DATA = re.compile(rb"/Subtype\s*/(?:Image|CIDFontType0C|Type1C|OpenType)|/Length1\b|/EmbeddedFile\b")
_FLATE = re.compile(rb"/(?:FlateDecode|Fl)\b")
_DICTIONARY = 2000
_CHUNK = 64 * 1024
_SMALL = 1024 * 1024
_LARGEST = 16 * 1024 * 1024


def check_streams(data: bytes, *, budget: Budget) -> None:
    """Raise ``read.bomb`` when a stream other than a picture or font unpacks to far more than it should.

    Raises:
        UnreadableInput: ``read.bomb`` or ``read.too-slow``.
    """
    left = budget.limits.max_unpacked
    for found in _STREAM.finditer(data):
        budget.check_time("the streams of the file")
        dictionary = data[max(0, found.start() - _DICTIONARY) : found.start()].rpartition(b" obj")[2]
        if _DATA.search(dictionary):
            continue
        packings = len(_FLATE.findall(dictionary))
        size = _unpacked(data, found.end(), budget=budget) if packings else _plain(data, found.end())
        left -= size
        if packings > 1 or size > _LARGEST or left < 0:
            raise bomb(budget.name)


def _plain(data: bytes, start: int) -> int:
    """Return the size of a stream that is not packed; more than the largest is not counted."""
    end = data.find(b"endstream", start, start + _LARGEST + _CHUNK)
    return (end if end >= 0 else min(len(data), start + _LARGEST + 1)) - start


def _unpacked(data: bytes, start: int, *, budget: Budget) -> int:
    """Return the unpacked size of a stream, counting no further than is allowed."""
    unpacker = zlib.decompressobj()
    size, at = 0, start
    try:
        while at < len(data) and not unpacker.eof:
            piece = data[at : at + _CHUNK]
            at += len(piece)
            while piece and not unpacker.eof:
                size += len(unpacker.decompress(piece, _SMALL))
                piece = unpacker.unconsumed_tail
                packed = at - len(piece) - start
                if size > _LARGEST or (size > _SMALL and size > budget.limits.max_ratio * packed):
                    raise bomb(budget.name)
    except zlib.error:
        return size
    return size
