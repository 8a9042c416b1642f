"""A published comparative table, checked: which changes of the act it omits, invents or misquotes."""

from aigaq.law.check.check import check
from aigaq.law.check.finding import Check, Code, Finding, Looked, Severity
from aigaq.law.check.read import read_table
from aigaq.law.check.table import OfficialRow, OfficialTable, Spot

__all__ = [
    "Check",
    "Code",
    "Finding",
    "Looked",
    "OfficialRow",
    "OfficialTable",
    "Severity",
    "Spot",
    "check",
    "read_table",
]
