"""Days as a person gives them."""

from __future__ import annotations

import datetime
import re

from aigaq.errors import UsageError

_TYPED = re.compile(r"^(\d\d)\.(\d\d)\.(\d{4})$", re.ASCII)


def day(given: str | None) -> datetime.date | None:
    """Return the day that ``YYYY-MM-DD``, or ``DD.MM.YYYY``, names; None for none.

    >>> day("2026-03-02")
    datetime.date(2026, 3, 2)

    Raises:
        UsageError: ``apply.date`` when the calendar has no such day.
    """
    if given is None:
        return None
    try:
        return datetime.date.fromisoformat(_TYPED.sub(r"\3-\2-\1", given))
    except ValueError:
        raise UsageError(
            "apply.date", "«{value}» is no day.", hint="Write it as 2026-03-02.", value=given[:40]
        ) from None
