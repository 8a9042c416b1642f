"""XLSX: frozen heading, filter, marks as rich text, one sheet for the table and one for each other matter.

Every cell is written as text (`write_string`), so no law can smuggle in a formula. A cell of Excel holds 32,767
characters and a row is 409 points high at most: what is longer goes on in continuation rows that say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, Final

from attrs import define, field

from aigaq.document.cut import cut, lines_of
from aigaq.document.model import (
    Cell,
    Column,
    Document,
    Facts,
    Group,
    Mark,
    Paragraph,
    Row,
    Run,
    Section,
    Style,
    Table,
)
from aigaq.document.scrub import scrub
from aigaq.locale import tag, translator

if TYPE_CHECKING:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]
    from xlsxwriter.format import Format  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

CHARACTERS: Final = 190
"""Width of a sheet in characters, shared by its columns; fits A4 landscape when scaled to one page wide."""

LINE: Final = 15.0
"""Height of a line in points. Not every program fits rows to wrapped text, so each row states its height."""
FILLED: Final = 1.05
"""Letters of this font to a character of Excel's width, less what is lost where words end a line."""
APART: Final = (34, 62, 62, 40)
"""Widths of the columns of the sheets beside the main one, where no table there has more columns."""

BOLD: Final = frozenset({Style.LEAD, Style.WARNING, Style.HEADING, Style.SUBHEADING})
"""Styles of paragraphs that stand out in a sheet, where there is but one size of type."""

_FONT: Final = {"font_name": "Times New Roman", "font_size": 11}
_LOOKS: Final[dict[Mark, dict[str, Any]]] = {
    Mark.PLAIN: {},
    Mark.INSERTED: {"bold": True, "underline": 1},
    Mark.DELETED: {"font_strikeout": True},
    Mark.STRONG: {"bold": True},
    Mark.MUTED: {"italic": True, "font_color": "#404040"},
    Mark.CODE: {"font_name": "Courier New", "font_size": 9},
}
_WATCHED: Final = {"italic": True, "font_color": "#9C0006"}
_BOX: Final = {"text_wrap": True, "valign": "top", "border": 1}


def write(document: Document) -> bytes:
    """Return ``document`` as an XLSX file."""
    from xlsxwriter import Workbook

    out = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(out, options) as workbook:
        _Book(workbook, document).fill()
    return scrub(out.getvalue(), title=document.title, language=tag(document.language))


@define
class _Book:
    workbook: Workbook
    document: Document
    formats: dict[tuple[tuple[str, Any], ...], Format] = field(factory=dict)

    def fill(self) -> None:
        for name, sections in self.sheets():
            _Sheet(self, self.workbook.add_worksheet(name)).fill(sections)

    def sheets(self) -> list[tuple[str, list[Section]]]:
        """Return the sheets with their sections, the one with the main table first."""
        found: dict[str, list[Section]] = {}
        for section in self.document.sections:
            found.setdefault(_sheet_name(section), []).append(section)
        return sorted(found.items(), key=lambda sheet: self.document.main not in _tables(sheet[1]))

    def format(self, *looks: dict[str, Any]) -> Format:
        properties = dict(_FONT)
        for look in looks:
            properties |= look
        key = tuple(sorted(properties.items()))
        if key not in self.formats:
            self.formats[key] = self.workbook.add_format(properties)
        return self.formats[key]


@define
class _Sheet:
    book: _Book
    sheet: Worksheet
    at: int = 0
    widths: tuple[int, ...] = APART

    def fill(self, sections: list[Section]) -> None:
        self.sheet.set_landscape()
        self.sheet.set_paper(9)
        self.sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
        self.sheet.fit_to_pages(1, 0)
        _ = translator(self.book.document.language)
        page = _("Page {page} of {pages}").format(page="&P", pages="&N")
        self.sheet.set_footer(f"&R&8{page}")
        main = next((table for table in _tables(sections) if table.main), None)
        self.widths = _widths(main.columns) if main else _apart(sections)
        for at, width in enumerate(self.widths):
            self.sheet.set_column(at, at, width)
        if main:
            self.main(main)
            return
        for section in sections:
            self.section(section)

    def main(self, table: Table) -> None:
        self.table(table)
        self.sheet.freeze_panes(1, 0)
        self.sheet.repeat_rows(0)
        self.sheet.autofilter(0, 0, max(self.at - 1, 1), len(table.columns) - 1)

    def section(self, section: Section) -> None:
        if section.title:
            self.line(section.title, {"bold": True, "font_size": 14})
        for block in section.blocks:
            if isinstance(block, Paragraph):
                self.line(block.text, {"bold": block.style in BOLD})
            elif isinstance(block, Facts):
                self.facts(block)
            else:
                self.table(block)
        self.at += 1

    def line(self, text: str, look: dict[str, Any]) -> None:
        """Write a line that runs on over the empty cells to its right."""
        for piece in cut((Paragraph.of(text),), width=CHARACTERS, lines=30):
            self.sheet.write_string(self.at, 0, "\n".join(p.text for p in piece), self.book.format(look))
            self.at += 1

    def facts(self, facts: Facts) -> None:
        for name, cell in facts.pairs:
            self.row(Row(((Paragraph.of(name, Mark.STRONG),), cell)), (Column(""), Column("")))

    def table(self, table: Table) -> None:
        head = self.book.format(_BOX, {"bold": True, "bg_color": "#E7E7E7", "align": "center", "valign": "vcenter"})
        for at, column in enumerate(table.columns):
            self.sheet.write_string(self.at, at, column.title, head)
        titles = [(Paragraph.of(column.title),) for column in table.columns]
        self.height(titles)
        self.at += 1
        for row in table.rows:
            if isinstance(row, Group):
                self.group(row, len(table.columns))
            else:
                self.row(row, table.columns)

    def height(self, cells: Sequence[Cell]) -> None:
        """Give the row the height of its longest cell."""
        lines = max(lines_of(cell, width=width) for cell, width in zip(cells, self.filled(len(cells)), strict=True))
        self.sheet.set_row(self.at, min(LINE * max(lines, 1) + 3, 409))

    def filled(self, columns: int) -> list[int]:
        return [max(1, int(width * FILLED)) for width in self.widths[:columns]]

    def group(self, group: Group, columns: int) -> None:
        """Write a heading that runs over the empty cells beside it; merged cells would break the filter."""
        look = self.book.format({"bold": True, "bg_color": "#F2F2F2", "top": 1, "bottom": 1})
        self.sheet.write_string(self.at, 0, group.text, look)
        for at in range(1, columns):
            self.sheet.write_blank(self.at, at, None, look)
        self.at += 1

    def row(self, row: Row, columns: tuple[Column, ...]) -> None:
        _ = translator(self.book.document.language)
        pieces = [cut(cell, width=width) for cell, width in zip(row.cells, self.filled(len(columns)), strict=True)]
        for place, cells in enumerate(zip_longest(*pieces, fillvalue=())):
            shown = list(cells)
            if place:
                shown[0] = (*row.cells[0][:1], Paragraph.of(_("(continued)"), Mark.MUTED))
            for at, cell in enumerate(shown):
                self.cell(at, cell, column=columns[at])
            self.height(shown)
            self.at += 1

    def cell(self, at: int, cell: Cell, *, column: Column) -> None:
        box = self.book.format(_BOX, {"align": "center"} if column.centred else {})
        runs = list(_runs(cell))
        if len(runs) < 2:
            look = self.look(runs[0]) if runs else {}
            merged = self.book.format(look, _BOX, {"align": "center"} if column.centred else {})
            self.sheet.write_string(self.at, at, runs[0].text if runs else "", merged)
            return
        fragments: list[Any] = []
        for run in runs:
            fragments += [self.book.format(self.look(run)), run.text]
        self.sheet.write_rich_string(self.at, at, *fragments, box)

    def look(self, run: Run) -> dict[str, Any]:
        return _LOOKS[run.mark] | (_WATCHED if run.watched else {})


def _sheet_name(section: Section) -> str:
    """Return the name of a sheet without what Excel does not allow in one, 31 characters at most."""
    name = re.sub(r"[\[\]:*?/\\]", " ", section.sheet or section.title)[:31].strip(" '")
    return name or "Sheet"


def _tables(sections: list[Section]) -> list[Table]:
    return [block for section in sections for block in section.blocks if isinstance(block, Table)]


def _apart(sections: list[Section]) -> tuple[int, ...]:
    """Return the widths of a sheet beside the main one: those of its table with the most columns."""
    most = max((table.columns for table in _tables(sections)), key=len, default=())
    return _widths(most) if len(most) > len(APART) else APART


def _widths(columns: tuple[Column, ...]) -> tuple[int, ...]:
    whole = sum(column.width for column in columns)
    return tuple(max(9, int(CHARACTERS * column.width / whole)) for column in columns)


def _runs(cell: Cell) -> Iterator[Run]:
    """Yield the runs of a cell, its paragraphs parted by line breaks, runs that look alike joined."""
    held: Run | None = None
    for at, paragraph in enumerate(cell):
        for run in (Run("\n"), *paragraph.runs) if at else paragraph.runs:
            if not run.text:
                continue
            if held and (held.mark, held.watched) == (run.mark, run.watched):
                held = Run(held.text + run.text, held.mark, held.watched)
            elif held and run.text == "\n":
                held = Run(held.text + "\n", held.mark, held.watched)
            else:
                if held:
                    yield held
                held = run
    if held:
        yield held
