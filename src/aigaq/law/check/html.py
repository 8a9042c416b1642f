"""The tables of an HTML page, with spans in both directions and nested tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import count
from typing import TYPE_CHECKING, Final

from aigaq.errors import UnreadableInput
from aigaq.law.check.grid import Box, Grid, Grids, Line
from aigaq.law.read.elements import Elements
from aigaq.law.read.limits import Budget
from aigaq.law.read.markup import check_markup, decode_page

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_SPAN = re.compile(r"[0-9]{1,4}")
MOST_COLUMNS: Final = 200
"""Columns of a table; cells that span many rows and columns make more with every row."""
_STRUCK = "s, del, strike, [style*=line-through]"
_PARTS = ("thead", "tbody", "tfoot")


def html_grids(data: bytes, *, budget: Budget) -> Grids:
    """Return the tables of a page in their order.

    Raises:
        UnreadableInput: As `aigaq.law.read.html.read_html`.
    """
    from selectolax.lexbor import LexborHTMLParser

    decoded = decode_page(data, name=budget.name)
    check_markup(decoded.text, budget=budget)
    page = LexborHTMLParser(decoded.text.removeprefix("\ufeff"))
    budget.check_time("the page's elements")
    reader = _Tables(budget)
    found = tuple(reader.read(page.body)) if page.body is not None else ()
    return Grids(found, tuple(decoded.warnings))


class _Tables:
    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self._numbers = count(1)

    def read(self, parent: LexborNode) -> Iterator[Grid]:
        """Yield the tables in ``parent`` that stand in no other table of it."""
        for child in _outermost(parent):
            yield self._grid(child)

    def _grid(self, table: LexborNode) -> Grid:
        number = next(self._numbers)
        rows = list(_rows(table))
        inner = tuple(grid for row in rows for cell in _cells(row) for grid in self.read(cell))
        return Grid(tuple(self._lines(rows)), number, inner=inner)

    def _lines(self, rows: list[LexborNode]) -> Iterator[Line]:
        held: dict[int, int] = {}
        for at, row in enumerate(rows, 1):
            self._budget.check_time(f"row {at} of a table")
            yield Line(tuple(self._boxes(row, held)), at)

    def _boxes(self, row: LexborNode, held: dict[int, int]) -> Iterator[Box]:
        """Yield the cells of a row; ``held`` says how many rows a cell from above still takes of each column."""
        at = 0
        for cell in _cells(row):
            while held.get(at, 0):
                held[at] -= 1
                yield Box("", at, at + 1, above=True)
                at += 1
            wide = max(1, _span(cell, "colspan"))
            if at + wide > MOST_COLUMNS:
                raise self._too_wide()
            down = _span(cell, "rowspan") - 1
            for column in range(at, at + wide):
                held[column] = max(0, down)
            yield Box(self._text(cell), at, at + wide, struck=_struck(cell))
            at += wide
        for column in sorted(column for column in held if column >= at and held[column]):
            held[column] -= 1
            yield Box("", column, column + 1, above=True)

    def _too_wide(self) -> UnreadableInput:
        return UnreadableInput(
            "check.too-many-columns",
            "A table of {name} has more than {most} columns.",
            hint="Give a file that holds only the comparative table.",
            name=self._budget.name,
            most=MOST_COLUMNS,
        )

    def _text(self, cell: LexborNode) -> str:
        inside = Elements(budget=self._budget, dropped=Counter())
        inside.walk(cell)
        return "\n".join(block.text for block in inside.blocks)


def _outermost(parent: LexborNode) -> Iterator[LexborNode]:
    """Yield the tables under a node, without going into them; nesting is bounded before the page is parsed."""
    stack = list(parent.iter())[::-1]
    while stack:
        node = stack.pop()
        if node.tag == "table":
            yield node
        else:
            stack.extend(list(node.iter())[::-1])


def _rows(table: LexborNode) -> Iterator[LexborNode]:
    for child in table.iter():
        if child.tag == "tr":
            yield child
        elif child.tag in _PARTS:
            yield from (row for row in child.iter() if row.tag == "tr")


def _cells(row: LexborNode) -> Iterator[LexborNode]:
    return (cell for cell in row.iter() if cell.tag in ("td", "th"))


def _span(cell: LexborNode, name: str) -> int:
    text = (cell.attributes.get(name) or "").strip()
    return int(text) if _SPAN.fullmatch(text) else 1


def _struck(cell: LexborNode) -> bool:
    return any(node.text().strip() for node in cell.css(_STRUCK))
