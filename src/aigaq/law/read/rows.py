"""Paragraphs and table rows of an RTF file, as they end one after the other."""

from __future__ import annotations

from aigaq.law.read.blocks import Block, table_text


class Rows:
    r"""The blocks so far, and the table that is being read.

    >>> rows = Rows()
    >>> rows.cell("№"); rows.cell("Срок"); rows.row(); rows.paragraph("Текст", in_table=False)
    >>> [(block.text, block.number, block.table) for block in rows.blocks]
    [('№\tСрок', 1, True), ('Текст', 3, False)]
    """

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.number = 0
        self._first = 1
        self._rows: list[list[list[str]]] = []
        self._row: list[list[str]] = []
        self._cell: list[str] = []

    def paragraph(self, text: str, *, in_table: bool) -> None:
        """End a paragraph; one outside a table ends the table before it."""
        if in_table:
            self._count()
            self._cell.append(text)
            return
        self.end()
        self.number += 1
        self.blocks.append(Block(text, self.number))

    def cell(self, text: str) -> None:
        """End a cell, whose last paragraph is ``text``."""
        self._count()
        self._row.append([*self._cell, text])
        self._cell = []

    def row(self) -> None:
        """End a row."""
        if self._row:
            self._rows.append(self._row)
        self._row = []

    def end(self) -> None:
        """End the table, if there is one; a single column only lays out the page."""
        self._rows += [self._row] if self._row else []
        rows, first = self._rows, self._first
        loose, self._cell = self._cell, []
        self._rows, self._row = [], []
        if max(map(len, rows), default=0) > 1:
            cells = [[" ".join(filter(None, cell)) for cell in row] for row in rows]
            self.blocks.append(Block(table_text(cells), first, table=True))
            rows, first = [], self.number
        texts = [text for row in rows for cell in row for text in cell] + loose
        self.blocks += [Block(text, first + at) for at, text in enumerate(texts)]

    def _count(self) -> None:
        self.number += 1
        if not (self._rows or self._row or self._cell):
            self._first = self.number
