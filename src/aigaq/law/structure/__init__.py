"""The unit tree of a law: what its units are, where they stand, and which notes hang on them."""

from aigaq.law.structure.build import parse
from aigaq.law.structure.label import label, label_of
from aigaq.law.structure.unit import Amendment, Kind, Note, Stated, Tree, Unit

__all__ = ["Amendment", "Kind", "Note", "Stated", "Tree", "Unit", "label", "label_of", "parse"]
