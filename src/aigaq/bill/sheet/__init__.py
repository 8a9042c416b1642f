"""The procedure sheet: rule, whom it binds, does it apply, fact with evidence, verdict."""

from aigaq.bill.sheet.sheet import sheet

__all__ = ["sheet"]
