"""What was found in one document."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from attrs import frozen

from aigaq.evidence.capture.capture import Stated
from aigaq.evidence.capture.plain import plain

MOST: Final = 40
"""So many statements of one document are kept; of the rest their number."""

_LONGEST: Final = 300


@frozen
class Found:
    """What a document states of itself.

    Args:
        title: Its title; empty where it has none.
        stated: Its dates, in the order in which they stand.
    """

    title: str = ""
    stated: tuple[Stated, ...] = ()

    @classmethod
    def of(cls, title: str, stated: Iterable[tuple[str, str, str]]) -> Found:
        """Return what was found, on one line each, none twice, not endless.

        Args:
            title: The title as it stands.
            stated: Where each statement stands, its words, and the day they name.
        """
        rows = dict.fromkeys(
            Stated(plain(where, most=100), plain(value, most=_LONGEST), day) for where, value, day in stated
        )
        kept = [row for row in rows if row.value]
        if len(kept) > MOST:
            kept[MOST:] = [Stated("more", str(len(kept) - MOST), "")]
        return cls(plain(title, most=_LONGEST), tuple(kept))
