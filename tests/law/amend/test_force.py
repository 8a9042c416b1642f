"""The first day on which something is in force; where it cannot be said, no day."""

from __future__ import annotations

from datetime import date

import pytest

from aigaq.law.amend.force import day_of
from aigaq.law.drafting.instruction import Entry, Force

PUBLISHED = date(2032, 1, 31)


@pytest.mark.parametrize(
    ("force", "published", "day"),
    [
        (Force(Entry.DATE, date(2033, 1, 1)), None, date(2033, 1, 1)),
        (Force(Entry.DATE, date(2033, 1, 1)), PUBLISHED, date(2033, 1, 1)),
        (Force(Entry.PUBLICATION), PUBLISHED, PUBLISHED),
        (Force(Entry.CALENDAR_DAYS, after=10), PUBLISHED, date(2032, 2, 11)),
        (Force(Entry.CALENDAR_DAYS, after=60), PUBLISHED, date(2032, 4, 1)),
        # The last day of a shorter month; the day after it is the first in force.
        (Force(Entry.MONTHS, after=1), PUBLISHED, date(2032, 3, 1)),
        (Force(Entry.MONTHS, after=6), PUBLISHED, date(2032, 8, 1)),
        (Force(Entry.MONTHS, after=12), PUBLISHED, date(2033, 2, 1)),
        (Force(Entry.PUBLICATION), None, None),
        (Force(Entry.CALENDAR_DAYS, after=10), None, None),
        (Force(Entry.MONTHS, after=1), None, None),
        (Force(Entry.WORKING_DAYS, after=10), PUBLISHED, None),
        (Force(Entry.SIGNING), PUBLISHED, None),
        (Force(Entry.UNKNOWN), PUBLISHED, None),
        (Force(), None, None),
    ],
)
def test_day_of(force, published, day):
    assert day_of(force, published) == day
