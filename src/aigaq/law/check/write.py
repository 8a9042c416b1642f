"""The files of a check: names with bytes, so that the caller only has to put them somewhere."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from aigaq.document.model import Document
from aigaq.document.write import FORMATS as DOCUMENT_FORMATS
from aigaq.document.write import checked
from aigaq.document.write import write as write_document
from aigaq.errors import UsageError
from aigaq.law.check import json
from aigaq.law.check.finding import Check
from aigaq.law.check.markdown import markdown
from aigaq.law.check.report import report
from aigaq.values import Language

FORMATS: Final = ("md", "json", *(name for name in DOCUMENT_FORMATS if name != "csv"))
"""Formats that `files` knows."""
USUAL: Final = ("md", "json", "docx")
STEM: Final = "table-check"


def files(
    check: Check,
    *,
    formats: Iterable[str] = USUAL,
    language: Language,
    version: str,
    forbidden: Iterable[str] = (),
    stem: str = STEM,
) -> dict[str, bytes]:
    """Return the files of a check by their names: same check, same bytes.

    Args:
        check: What was found.
        formats: Some of `FORMATS`, each written once, in this order.
        language: Language of everything that is not quoted.
        version: Version of this program, which the files state.
        forbidden: Words that must not stand in a file unless the texts hold them.
        stem: File name without its ending.

    Raises:
        UsageError: ``check.report-format`` for a format that is not known.
        Refused: ``document.residue`` when a file would hold a path, an author or a forbidden word.
    """
    document = report(check, language=language, version=version)
    words = list(forbidden)
    written = {}
    for name in dict.fromkeys(formats):
        if name not in FORMATS:
            raise UsageError(
                "check.report-format",
                "There is no format {format}.",
                hint="Choose among {formats}.",
                format=name,
                formats=", ".join(FORMATS),
            )
        written[f"{stem}.{name}"] = _file(name, check, document=document, version=version, words=words)
    return written


def _file(name: str, check: Check, *, document: Document, version: str, words: list[str]) -> bytes:
    if name not in ("md", "json"):
        return write_document(document, name, forbidden=words)
    made = markdown(document) if name == "md" else json.write(check, version=version)
    return checked(made, format=name, forbidden=words, meant=(*document.words(), *_quoted(check)))


def _quoted(check: Check) -> list[str]:
    """Return what a file quotes: both texts of the law and the table."""
    cells = [text for row in check.table.rows for text in (row.number, row.unit, row.old, row.new)]
    names = [row.place.sheet for row in check.table.rows]
    return [check.comparison.old.source.text, check.comparison.new.source.text, check.table.name, *cells, *names]
