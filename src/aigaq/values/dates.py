"""Dates of which more or less is known, and periods.

Written after EDTF (ISO 8601-2:2019, level 1): ``2025-11-12``, ``2025-11``, ``2025``, ``2025-10-28/2025-10-29``;
``?`` behind it for uncertain, ``~`` for approximate, ``%`` for both. Three things are ours: a quarter is
``2025-Q4``; ``12.11.2025``, as spreadsheets save a day in Russian and Kazakh, is read as that day; and nothing at
all, or ``?`` alone, is a date that is not known.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from enum import StrEnum

from attrs import field, frozen

_WRITTEN = re.compile(r"(\d{4})(?:-(?:Q([1-4])|(\d\d)(?:-(\d\d))?))?", re.ASCII)
_TYPED = re.compile(r"(\d\d)\.(\d\d)\.(\d{4})", re.ASCII)
_LONGEST = 40


class Precision(StrEnum):
    """How much of a date is known."""

    DAY = "day"
    DAYS = "days"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    UNKNOWN = "unknown"


class Certainty(StrEnum):
    """How sure whoever states a date is of it (EDTF qualifiers)."""

    CERTAIN = ""
    UNCERTAIN = "?"
    APPROXIMATE = "~"
    BOTH = "%"


@frozen(order=True)
class Gap:
    """The number of days between two dates: one of those from ``least`` to ``most``.

    >>> str(Gap(4, 4)), str(Gap(-2, 28))
    ('4', '-2–28')
    """

    least: int
    most: int

    @property
    def exact(self) -> bool:
        """True when only one number is possible."""
        return self.least == self.most

    def __str__(self) -> str:
        return str(self.least) if self.exact else f"{self.least}–{self.most}"


@frozen
class PartialDate:
    """A date with its precision: some day from ``first`` to ``last``, which of them is not known.

    Args:
        first: The earliest day that it can be; None when nothing is known.
        last: The latest one.
        precision: How much is known.
        certainty: How sure of it its source is.

    >>> PartialDate.of("2025-Q4").last, str(PartialDate.of("2025-11-12?"))
    (datetime.date(2025, 12, 31), '2025-11-12?')
    """

    first: date | None = None
    last: date | None = None
    precision: Precision = Precision.UNKNOWN
    certainty: Certainty = Certainty.CERTAIN

    @classmethod
    def of(cls, text: str) -> PartialDate:
        """Return the date that ``text`` writes.

        Raises:
            ValueError: It writes none; the sentence holds the text.
        """
        written = _TYPED.sub(r"\3-\2-\1", text.strip())
        if len(written) > _LONGEST:
            raise ValueError("a date is never so long")
        if written in {"", "?"}:
            return cls()
        certainty = Certainty(written[-1]) if written[-1] in "?~%" else Certainty.CERTAIN
        bare = written.removesuffix(certainty.value)
        begin, slash, end = bare.partition("/")
        first, last, precision = _span(begin)
        if slash:
            first, last, precision = first, _span(end)[1], Precision.DAYS
            if len(begin) != len(end) or not first < last:
                raise ValueError(f"{written} does not run from an earlier day to a later one")
        return cls(first, last, precision, certainty)

    @classmethod
    def on(cls, day: date) -> PartialDate:
        """Return the date that is known to the day."""
        return cls(day, day, Precision.DAY)

    @property
    def known(self) -> bool:
        """True unless nothing is known."""
        return self.first is not None

    @property
    def day(self) -> date | None:
        """The day, where it is known to the day."""
        return self.first if self.precision is Precision.DAY else None

    def before(self, other: PartialDate) -> bool | None:
        """Return whether it lies before ``other``; None where that cannot be told.

        >>> PartialDate.of("2025-11").before(PartialDate.of("2025-11-16")) is None
        True
        """
        gap = self.until(other)
        if gap is None:
            return None
        return True if gap.least > 0 else False if gap.most <= 0 else None

    def until(self, other: PartialDate) -> Gap | None:
        """Return the days from here to ``other``; None where one of them is not known at all.

        >>> str(PartialDate.of("2025-11-12").until(PartialDate.of("2025-11-16")))
        '4'
        """
        if self.first is None or self.last is None or other.first is None or other.last is None:
            return None
        return Gap((other.first - self.last).days, (other.last - self.first).days)

    @property
    def order(self) -> tuple[date, date]:
        """A key to sort by: the day by which it had come (a month stands behind its days); unknown dates last."""
        return (self.last or date.max, self.first or date.max)

    def __str__(self) -> str:
        return _WRITERS[self.precision](self) + self.certainty if self.first else ""


def _span(text: str) -> tuple[date, date, Precision]:
    match = _WRITTEN.fullmatch(text)
    if not match:
        raise ValueError(f"{text} is no date")
    year, quarter, month, day = (int(part) if part else 0 for part in match.groups())
    if day:
        only = date(year, month, day)
        return only, only, Precision.DAY
    if month:
        return date(year, month, 1), _end(year, month), Precision.MONTH
    if quarter:
        return date(year, 3 * quarter - 2, 1), _end(year, 3 * quarter), Precision.QUARTER
    return date(year, 1, 1), date(year, 12, 31), Precision.YEAR


def _end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


_WRITERS = {
    Precision.DAY: lambda it: f"{it.first:%Y-%m-%d}",
    Precision.DAYS: lambda it: f"{it.first:%Y-%m-%d}/{it.last:%Y-%m-%d}",
    Precision.MONTH: lambda it: f"{it.first:%Y-%m}",
    Precision.QUARTER: lambda it: f"{it.first:%Y}-Q{(it.first.month + 2) // 3}",
    Precision.YEAR: lambda it: f"{it.first:%Y}",
}


def _ordered(period: Period, attribute: object, until: date | None) -> None:
    del attribute
    if until is not None and period.since is not None and until <= period.since:
        raise ValueError(f"a period cannot end on {until} when it begins on {period.since}")


@frozen
class Period:
    """Days from ``since`` up to, but without, ``until``; None on a side that is open.

    >>> Period(date(2025, 1, 1), date(2026, 1, 1)).overlaps(Period(date(2025, 12, 31)))
    True
    """

    since: date | None = None
    until: date | None = field(default=None, validator=_ordered)

    def __contains__(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)

    def overlaps(self, other: Period) -> bool:
        """Return whether some day lies in both."""
        starts = [day for day in (self.since, other.since) if day]
        ends = [day for day in (self.until, other.until) if day]
        return not starts or not ends or max(starts) < min(ends)

    def covers(self, when: PartialDate) -> bool | None:
        """Return whether ``when`` lies inside; None where only some of its days do, or it is not known.

        >>> Period(date(2026, 7, 1)).covers(PartialDate.of("2026")) is None
        True
        """
        if when.first is None or when.last is None:
            return None
        inside = Period(when.first, when.last + timedelta(days=1))
        if not self.overlaps(inside):
            return False
        return True if when.first in self and when.last in self else None
