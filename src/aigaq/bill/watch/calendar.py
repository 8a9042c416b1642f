"""Deadlines as a calendar that every calendar program reads (iCalendar, RFC 5545)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from aigaq.locale import Translator, say
from aigaq.values import Certainty

if TYPE_CHECKING:
    from aigaq.bill.deadlines import Deadline

OCTETS: Final = 75
"""Octets of the longest line, its end not counted (RFC 5545, 3.1)."""

_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def calendar(deadlines: Iterable[Deadline], *, dossier: str, stamp: datetime, _: Translator) -> bytes:
    """Return a calendar with a day for every deadline that is known to the day.

    One that is not known to the day would be a false day there: `aigaq.bill.watch.feed` writes it as text.

    Args:
        deadlines: The deadlines.
        dossier: The id of the dossier; the names of the events depend on it.
        stamp: When the calendar was made.
        _: Translates.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//aigaq//aigaq bill watch//EN", "CALSCALE:GREGORIAN"]
    for due in deadlines:
        if to_the_day(due):
            lines += _event(due, dossier, stamp, _)
    return b"".join(folded(line) for line in [*lines, "END:VCALENDAR"])


def to_the_day(due: Deadline) -> bool:
    """Return whether the day of a deadline is known, and certain."""
    return due.day.day is not None and due.day.certainty is Certainty.CERTAIN


def _event(due: Deadline, dossier: str, stamp: datetime, _: Translator) -> Iterator[str]:
    day = due.day.day
    assert day is not None
    name = hashlib.sha256(f"{dossier}\n{due.id}".encode()).hexdigest()[:32]
    yield "BEGIN:VEVENT"
    yield f"UID:{name}@aigaq"
    yield f"DTSTAMP:{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{escaped(say(due.title, _))}"
    why = f"{say(due.why, _)}\n{due.cite.text(_.language)}"
    yield f"DESCRIPTION:{escaped(why)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def escaped(text: str) -> str:
    r"""Return a text as a value of type TEXT (RFC 5545, 3.3.11).

    >>> escaped("a; b, c\nd")
    'a\\; b\\, c\\nd'
    """
    text = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return re.sub(r"([\\;,])", r"\\\1", text).replace("\n", r"\n")


def folded(line: str) -> bytes:
    r"""Return a line cut into lines of at most 75 octets, never inside a character (RFC 5545, 3.1).

    >>> [len(part) for part in folded("SUMMARY:" + "қ" * 40).split(b"\r\n")]
    [74, 15, 0]
    """
    data = line.encode()
    parts, most = [], OCTETS
    while len(data) > most:
        end = most
        while data[end] & 0xC0 == 0x80:
            end -= 1
        parts.append(data[:end])
        data, most = data[end:], OCTETS - 1
    return b"\r\n ".join([*parts, data]) + b"\r\n"
