"""What a page saved as MHTML states in its first lines (RFC 2557): when, from where, under which title."""

from __future__ import annotations

from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.parser import BytesHeaderParser
from typing import Final

from aigaq.evidence.capture.day import http_day
from aigaq.evidence.capture.stated.found import Found

_HEAD: Final = 64 * 1024
_PLACES: Final = ("Snapshot-Content-Location", "Content-Location")


def mail(data: bytes) -> Found:
    """Return what an MHTML file states. Who saved it is left alone."""
    top, _, rest = data[:_HEAD].replace(b"\r\n", b"\n").partition(b"\n\n")
    head = BytesHeaderParser().parsebytes(top + b"\n\n")
    date = str(head.get("Date", ""))
    rows = [("mhtml:date", date, http_day(date))]
    rows += [(f"mhtml:{name.lower()}", str(head.get(name, "")), "") for name in _PLACES]
    first = rest.lstrip(b"\n").partition(b"\n\n")[0].partition(b"\n")[2]
    part = BytesHeaderParser().parsebytes(first + b"\n\n")
    rows.append(("mhtml:part:content-location", str(part.get("Content-Location", "")), ""))
    return Found.of(_words(str(head.get("Subject", ""))), rows)


def _words(value: str) -> str:
    """Return a header in words (RFC 2047)."""
    try:
        return str(make_header(decode_header(value)))
    except (HeaderParseError, LookupError, ValueError):
        return value
