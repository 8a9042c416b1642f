"""Applying an amending act: exact, or refused with the reason."""

from aigaq.law.amend.amend import amend
from aigaq.law.amend.apply import EVERYTHING, When
from aigaq.law.amend.fragment import Applied, apply_all, apply_to_units, instructions_of
from aigaq.law.amend.outcome import Amended, Outcome, Piece, Reason, Status

__all__ = [
    "EVERYTHING",
    "Amended",
    "Applied",
    "Outcome",
    "Piece",
    "Reason",
    "Status",
    "When",
    "amend",
    "apply_all",
    "apply_to_units",
    "instructions_of",
]
