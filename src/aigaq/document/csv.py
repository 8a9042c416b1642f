"""CSV (RFC 4180) of the main table, for people who open it in a spreadsheet.

UTF-8 with a byte-order mark, so that Excel shows Cyrillic. The separator is the semicolon in Russian and
Kazakh, where the comma separates decimals, else the comma. A cell that begins with a sign that starts a formula
(``= + - @``, tab, carriage return) gets an apostrophe before it, and the last column says in which columns
that happened, so that the exact text can be had back (OWASP, "CSV Injection").
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from aigaq.document.model import Document, Group, Table, plain
from aigaq.locale import translator
from aigaq.values import Language

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet may take for the beginning of a formula."""


def write(document: Document) -> bytes:
    """Return the main table of ``document`` as CSV: headings above a row, its cells, its anchor."""
    out = StringIO()
    separator = "," if document.language is Language.EN else ";"
    table = document.main
    if table:
        csv.writer(out, delimiter=separator, lineterminator="\r\n").writerows(_lines(table, document.language))
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")


def _lines(table: Table, language: Language) -> Iterator[list[str]]:
    _ = translator(language)
    titles = [_("Heading"), *(column.title for column in table.columns), _("Identifier")]
    yield [*titles, _("Apostrophe put before")]
    above: list[str] = []
    for row in table.rows:
        if isinstance(row, Group):
            above = [*above[: row.level], row.text]
            continue
        cells = [" / ".join(above), *map(plain, row.cells), row.anchor]
        guarded = [_guard(cell) for cell in cells]
        changed = [title for title, a, b in zip(titles, cells, guarded, strict=True) if a != b]
        yield [*guarded, ", ".join(changed)]


def _guard(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell
