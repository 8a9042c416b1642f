"""Several bills about one law: what they make together, which bill makes what, and where they conflict."""

from aigaq.law.bills.amend_all import amend_all
from aigaq.law.bills.cumulative import Conflict, ConflictCode, Cumulative, Maker
from aigaq.law.bills.json import data
from aigaq.law.bills.rows import rows_by

__all__ = ["Conflict", "ConflictCode", "Cumulative", "Maker", "amend_all", "data", "rows_by"]
