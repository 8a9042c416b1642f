"""Marks of certainty: how anybody here knows what a provision says.

They stand beside every standard, rule and regime, so that nobody quotes to a court or a committee what was never read.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from aigaq.locale import N_


class Mark(StrEnum):
    """How sure a statement about a provision is.

    >>> Mark("L").said, Mark.UNVERIFIED.sure
    ('read in the text', False)
    """

    READ = "L"
    PRESS = "P"
    UNVERIFIED = "U"

    @property
    def said(self) -> str:
        """The mark in words: English, and the key of its translations."""
        return _SAID[self]

    @property
    def sure(self) -> bool:
        """True only when somebody read the provision in its text."""
        return self is Mark.READ


_SAID: Final = {
    Mark.READ: N_("read in the text"),
    Mark.PRESS: N_("known from the press"),
    Mark.UNVERIFIED: N_("not verified"),
}
