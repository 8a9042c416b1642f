"""What is left of a repealed unit: «алып тасталды – ҚР 30.12.2025 № 248-VIII Заңымен»."""

from __future__ import annotations

import datetime

from aigaq.law.structure.unit import Kind

_HEADED = frozenset({Kind.ARTICLE, Kind.CHAPTER, Kind.PART, Kind.SECTION, Kind.SUBSECTION, Kind.PARAGRAPH, Kind.POINT})


def stub(kind: Kind, *, date: datetime.date | None, number: str) -> str:
    """Return the wording that a repealed unit keeps.

    >>> stub(Kind.POINT, date=datetime.date(2032, 5, 12), number="902-X"), stub(Kind.SUBPOINT, date=None, number="")
    ('Алып тасталды – ҚР 12.05.2032 № 902-X Заңымен', 'алып тасталды')
    """
    word = "Алып тасталды" if kind in _HEADED else "алып тасталды"
    return f"{word} – ҚР {date:%d.%m.%Y} № {number} Заңымен" if date and number else word
