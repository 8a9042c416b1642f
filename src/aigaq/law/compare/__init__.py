"""Two editions of a law, unit by unit, with the proof that nothing is missing from the result."""

from aigaq.law.compare.change import (
    Change,
    ChangeKind,
    Comparison,
    CopyDifference,
    LedgerCheck,
    Op,
    Proof,
    Segment,
)
from aigaq.law.compare.compare import compare

__all__ = [
    "Change",
    "ChangeKind",
    "Comparison",
    "CopyDifference",
    "LedgerCheck",
    "Op",
    "Proof",
    "Segment",
    "compare",
]
