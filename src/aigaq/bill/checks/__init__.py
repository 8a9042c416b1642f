"""Checks of the procedure: which rule, binding on whom, does it apply, which fact, which evidence, which verdict."""

from aigaq.bill.checks.case import Case, Complete
from aigaq.bill.checks.check import CHECKS, judge
from aigaq.bill.checks.times import deadline
from aigaq.bill.checks.verdict import NAMES, Binds, Evidence, Finding, Otherwise, Outcome, State, Verdict

__all__ = [
    "CHECKS",
    "NAMES",
    "Binds",
    "Case",
    "Complete",
    "Evidence",
    "Finding",
    "Otherwise",
    "Outcome",
    "State",
    "Verdict",
    "deadline",
    "judge",
]
