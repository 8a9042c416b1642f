"""What stands around edits alike in both languages: names that sign an act, its number, numbers of clauses."""

from __future__ import annotations

import re

from aigaq.law.drafting.clause import Level, Marker

_CAPITAL = "[А-ЯЁӘҒҚҢӨҰҮҺІ]"
PERSON = rf"(?:(?:{_CAPITAL}\. ?){{1,2}}{_CAPITAL}[\w-]{{1,30}}|[КҚ]\.-[ЖЗ]\. ?{_CAPITAL}\w{{1,30}})"
"""A name with initials, as an act is signed."""


def dated(day: str) -> re.Pattern[str]:
    """Return the pattern of a date (``day`` in its language) with the number of an act behind it."""
    return re.compile(rf"(?P<date>{day}),? ?№ ?(?P<number>\d+(?:-[ІVХLСDМIXCM]+)?)")


def marked(found: re.Match[str]) -> Marker | None:
    """Return the number of a clause that a match holds in one of its groups."""
    groups = found.groupdict()
    for level, name in zip(Level, ("article", "point", "subpoint", "letter"), strict=False):
        if groups.get(name):
            return Marker(level, groups[name], found.end())
    return None
