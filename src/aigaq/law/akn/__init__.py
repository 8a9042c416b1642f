"""Akoma Ntoso 1.0 (OASIS LegalDocML, 2018): a law, and what an act changed in it, as an XML file."""

from aigaq.law.akn.work import Work
from aigaq.law.akn.write import write, write_law
from aigaq.law.akn.xml import NAMESPACE, OWN

__all__ = ["NAMESPACE", "OWN", "Work", "write", "write_law"]
