"""When an instruction is in force: the day that its rule gives."""

from __future__ import annotations

import datetime
from calendar import monthrange

from aigaq.law.drafting.instruction import Entry, Force


def day_of(force: Force, published: datetime.date | None) -> datetime.date | None:
    """Return the first day on which something is in force; None where that cannot be said.

    «По истечении десяти календарных дней после дня опубликования»: the ten days are the ones after that day, and it
    is in force on the day after them (Law on Legal Acts No. 480-V, art. 42). Working days need a calendar of holidays,
    so their end is not known here.

    Args:
        force: The rule.
        published: Day of the first official publication.

    >>> from datetime import date
    >>> day_of(Force(Entry.CALENDAR_DAYS, after=60), date(2025, 12, 31))
    datetime.date(2026, 3, 2)
    """
    match force.entry:
        case Entry.DATE:
            return force.date
        case Entry.PUBLICATION:
            return published
        case Entry.CALENDAR_DAYS if published:
            return published + datetime.timedelta(days=force.after + 1)
        case Entry.MONTHS if published:
            return _months_later(published, force.after) + datetime.timedelta(days=1)
    return None


def _months_later(day: datetime.date, months: int) -> datetime.date:
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return datetime.date(year, month, min(day.day, monthrange(year, month)[1]))
