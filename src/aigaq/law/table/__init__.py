"""The comparative table of two texts of a law, in the form that a profile describes."""

from aigaq.law.table.build import table
from aigaq.law.table.form import Form, form
from aigaq.law.table.write import FORMATS, files

__all__ = ["FORMATS", "Form", "files", "form", "table"]
