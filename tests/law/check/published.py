"""Published tables made for these tests: our own, and such as people write, in every format. No law in them is real."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import docx
import xlsxwriter
from attrs import evolve

from aigaq.law.check import Check, OfficialRow, OfficialTable, Spot, check, read_table
from aigaq.law.compare import Comparison
from aigaq.law.table import files
from aigaq.profiles import profile
from tests.law.read.samples import docx_bytes
from tests.law.table.fictional import fictional

Row = tuple[str, str, str]
"""Unit, wording in force, proposed wording."""

FORMATS = ("docx", "xlsx", "html")
LANGUAGES = ("ru", "kk")
HEADS = {
    "ru": ("№ п/п", "Структурный элемент", "Действующая редакция", "Предлагаемая редакция", "Обоснование"),
    "kk": ("Р/с №", "Құрылымдық элемент", "Қолданыстағы редакция", "Ұсынылып отырған редакция", "Негіздеме"),
}
ABSENT = {"ru": "отсутствует", "kk": "жоқ"}
REMOVED = {"ru": "исключить", "kk": "алып тасталсын"}


def opened(data: bytes, name: str) -> OfficialTable:
    """Return the rows of a file given as its bytes."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        return read_table(path)


@cache
def own(language: str, format: str) -> OfficialTable:
    """Return our own table of the fictional law, read back."""
    made = files(
        fictional(language),
        formats=[format],
        profile=profile("kz"),
        language=fictional(language).new.language,
        version="1",
    )
    return opened(next(iter(made.values())), f"table.{format}")


def table(*rows: Row, headings: tuple[str, ...] = ()) -> OfficialTable:
    """Return a table of these rows."""
    made = (
        OfficialRow(str(at), unit, old, new, Spot(1, at + 1), headings) for at, (unit, old, new) in enumerate(rows, 1)
    )
    return OfficialTable("table.docx", "application/x", "0" * 64, tuple(made))


def with_row(found: OfficialTable, at: int, **other: str) -> OfficialTable:
    """Return the table with one row changed."""
    rows = [evolve(row, **other) if place == at else row for place, row in enumerate(found.rows)]
    return evolve(found, rows=tuple(rows))


def without(found: OfficialTable, *gone: int) -> OfficialTable:
    """Return the table without some rows."""
    return evolve(found, rows=tuple(row for at, row in enumerate(found.rows) if at not in gone))


def codes(found: Check) -> list[tuple[str, str]]:
    """Return each finding as its code and the unit."""
    return [(finding.code.value, finding.eid) for finding in found.findings]


def checked(found: OfficialTable, comparison: Comparison) -> list[tuple[str, str]]:
    return codes(check(found, comparison))


def docx_table(rows: Iterable[Sequence[str]], heads: Sequence[str] = HEADS["ru"]) -> bytes:
    document = docx.Document()
    made = document.add_table(rows=0, cols=len(heads))
    for cells in (heads, *rows):
        for cell, text in zip(made.add_row().cells, cells, strict=True):
            first, *rest = text.split("\n")
            cell.paragraphs[0].text = first
            for line in rest:
                cell.add_paragraph(line)
    return docx_bytes(document)


def xlsx_table(rows: Iterable[Sequence[Any]], heads: Sequence[str] = HEADS["ru"]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Таблица")
        for at, cells in enumerate((heads, *rows)):
            for column, value in enumerate(cells):
                sheet.write(at, column, value)
    return out.getvalue()


def html_table(rows: Iterable[Sequence[str]], heads: Sequence[str] = HEADS["ru"]) -> bytes:
    body = "".join(
        "<tr>"
        + "".join(f"<td>{''.join(f'<p>{escape(p)}</p>' for p in text.split(chr(10)))}</td>" for text in cells)
        + "</tr>"
        for cells in (heads, *rows)
    )
    return f"<!DOCTYPE html><html><head><meta charset=utf-8></head><body><table>{body}</table></body></html>".encode()


WRITERS: Mapping[str, Callable[..., bytes]] = {"docx": docx_table, "xlsx": xlsx_table, "html": html_table}


def numbered(rows: Iterable[Row]) -> list[tuple[str, str, str, str, str]]:
    """Return rows with their number before and an empty justification after."""
    return [(str(at), unit, old, new, "") for at, (unit, old, new) in enumerate(rows, 1)]
