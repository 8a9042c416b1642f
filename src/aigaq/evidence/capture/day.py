"""The day that a stated date names, where it can be read with certainty.

It is the day as it is written, in the time zone in which it is written; in Astana it may already be the next one.
"""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate_tz
from typing import Final

_ISO: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ]\d\d:\d\d.*)?", re.ASCII)
_COMPACT: Final = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)(?:\d{2}.*)?", re.ASCII)
_DOTTED: Final = re.compile(r"(\d\d)\.(\d\d)\.(\d{4})(?:,? \d\d:\d\d.*)?", re.ASCII)
_EARLIEST: Final = 1900
_LATEST: Final = 2199


def http_day(value: str) -> str:
    """Return the day of a date in the form of mail and HTTP (RFC 5322, RFC 9110 section 5.6.7).

    >>> http_day("Wed, 12 Nov 2025 20:15:00 GMT"), http_day("120"), http_day("Wed, 31 Feb 2025 20:15:00 GMT")
    ('2025-11-12', '', '')
    """
    if not re.search(r"\d{4} \d\d?:\d\d", value, re.ASCII):
        return ""
    try:
        parts = parsedate_tz(value)
    except (ValueError, IndexError, TypeError):
        return ""
    return _valid(*parts[:3]) if parts else ""


def iso_day(value: str) -> str:
    """Return the day of a date as documents and pages write it: ISO 8601, or with dots, day first.

    >>> [iso_day(value) for value in ("2025-11-12T23:30:00+05:00", "12.11.2025", "11/12/2025", "2025-13-01", "2025")]
    ['2025-11-12', '2025-11-12', '', '', '']
    """
    text = value.strip()
    if found := _ISO.fullmatch(text):
        return _valid(int(found[1]), int(found[2]), int(found[3]))
    if found := _DOTTED.fullmatch(text):
        return _valid(int(found[3]), int(found[2]), int(found[1]))
    return http_day(text)


def pdf_day(value: str) -> str:
    """Return the day of a date in a PDF (ISO 32000-2, section 7.9.4).

    >>> pdf_day("D:20251112093000+05'00'"), pdf_day("D:2025"), pdf_day("20251112")
    ('2025-11-12', '', '2025-11-12')
    """
    found = _COMPACT.fullmatch(value.strip())
    return _valid(int(found[1]), int(found[2]), int(found[3])) if found else iso_day(value)


def _valid(year: int, month: int, day: int) -> str:
    try:
        found = date(year, month, day)
    except ValueError:
        return ""
    return found.isoformat() if _EARLIEST <= year <= _LATEST else ""
