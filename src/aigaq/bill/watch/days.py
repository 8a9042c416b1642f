"""Days as pages write them, in Russian, Kazakh and English; and when, by any clock on earth, a day began and ended."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Final

from attrs import frozen

from aigaq.bill.watch.known import known, month_names
from aigaq.text.fold import fold

EAST: Final = timedelta(hours=14)
WEST: Final = timedelta(hours=12)
"""The offsets from UTC between which every clock on earth lies (IANA time zone database)."""

YEARS: Final = range(1900, 2200)


@frozen
class Day:
    """A day as it stands in a text.

    Args:
        text: The words.
        day: The day that they name.
    """

    text: str
    day: date


@cache
def _pattern() -> re.Pattern[str]:
    months, year = month_names(), r"(?:\s?(?:года|год|г\.|ж\.))?"
    return re.compile(
        rf"""(?<![\w./])(?:
          (?P<d1>\d{{1,2}})\.(?P<m1>\d{{1,2}})\.(?P<y1>\d{{4}})(?![\w/]|\.\d){year}
        | (?P<y2>\d{{4}})-(?P<m2>\d\d)-(?P<d2>\d\d)(?![\d/]|[.\-]\d)
        | (?P<d3>\d{{1,2}})\s(?P<m3>{months})\w*,?\s(?P<y3>\d{{4}})(?!\d){year}
        | (?P<y4>\d{{4}})\s?(?:жылғы|жылдың|ж\.?)\s(?P<d4>\d{{1,2}})\s(?P<m4>{months})\w*
        )""",
        re.VERBOSE | re.IGNORECASE,
    )


def days(text: str) -> Iterator[Day]:
    """Yield the days that a text names, in order; a day that the calendar does not have is none.

    >>> [found.day.isoformat() for found in days("Размещено 12 ноября 2025 года; 2025 жылғы 16 қараша; 31.02.2025")]
    ['2025-11-12', '2025-11-16']
    """
    for found in _pattern().finditer(fold(text)):
        day = _day(found)
        if day is not None:
            yield Day(found[0], day)


def masked(text: str) -> str:
    """Return the folded text with a mark in the place of every day, so that texts that differ in days alone are equal.

    >>> masked("от 12.11.2025") == masked("от 16.11.2025"), masked("от 12.11.2025") == masked("до 12.11.2025")
    (True, False)
    """
    return _pattern().sub(lambda found: "\0" if _day(found) else found[0], fold(text))


def began(day: date) -> datetime:
    """Return the first moment at which it was that day anywhere on earth.

    >>> began(date(2025, 11, 12)).isoformat()
    '2025-11-11T10:00:00+00:00'
    """
    return datetime.combine(day, time(), UTC) - EAST


def ended(day: date) -> datetime:
    """Return the first moment at which it was that day nowhere on earth any more.

    >>> ended(date(2025, 11, 12)).isoformat()
    '2025-11-13T12:00:00+00:00'
    """
    return datetime.combine(day, time(), UTC) + timedelta(days=1) + WEST


def _day(found: re.Match[str]) -> date | None:
    """Return the day that a match names; None when the calendar does not have it."""
    form = next(form for form in "1234" if found[f"y{form}"])
    month = found[f"m{form}"].lower()
    try:
        number = int(month) if month.isdigit() else known().months[month]
        day = date(int(found[f"y{form}"]), number, int(found[f"d{form}"]))
    except (ValueError, KeyError):
        return None
    return day if is_likely(day) else None


def is_likely(day: date) -> bool:
    """Return whether somebody can have meant a day: programs write the years 1 and 9999 where they have none.

    >>> is_likely(date(1, 1, 1)), is_likely(date(2025, 11, 12))
    (False, True)
    """
    return YEARS.start <= day.year < YEARS.stop
