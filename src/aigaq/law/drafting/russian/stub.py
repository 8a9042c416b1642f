"""What is left of a repealed unit: «исключен Законом РК от 30.12.2025 № 248-VIII»."""

from __future__ import annotations

import datetime

from aigaq.law.structure.unit import Kind

_FEMININE = frozenset({Kind.ARTICLE, Kind.CHAPTER, Kind.PART, Kind.ALINEA, Kind.PREAMBLE})
_HEADED = frozenset({Kind.ARTICLE, Kind.CHAPTER, Kind.PART, Kind.SECTION, Kind.SUBSECTION, Kind.PARAGRAPH, Kind.POINT})


def stub(kind: Kind, *, date: datetime.date | None, number: str) -> str:
    """Return the wording that a repealed unit keeps.

    >>> stub(Kind.ARTICLE, date=datetime.date(2032, 5, 12), number="902-X"), stub(Kind.SUBPOINT, date=None, number="")
    ('Исключена Законом РК от 12.05.2032 № 902-X', 'исключен')
    """
    word = "исключена" if kind in _FEMININE else "исключен"
    word = word.capitalize() if kind in _HEADED else word
    return f"{word} Законом РК от {date:%d.%m.%Y} № {number}" if date and number else word
