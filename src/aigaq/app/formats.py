"""Formats of what is written, known before anything heavy is loaded."""

from __future__ import annotations

from typing import Final

from aigaq.law.table import FORMATS

APPLIED: Final = (*FORMATS, "txt", "xml")
"""Of an application: the comparative table, and the consolidated text as TXT, DOCX and Akoma Ntoso XML."""

CHECKED: Final = ("md", "json", "docx", "xlsx", "html")
"""Of a report on a published table."""
