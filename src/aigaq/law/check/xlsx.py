"""The sheets of an XLSX, cell by cell; every part is measured before openpyxl opens the file.

Of a formula its last value is read. A sheet that is hidden is no part of what was published, and is named.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date, time, timedelta
from io import BytesIO
from typing import TYPE_CHECKING, Final

from aigaq.law.check.grid import MOST_ROWS, Box, Grid, Grids, Line, too_many
from aigaq.law.read.archive import Archive, damaged, parse_xml
from aigaq.law.read.limits import Budget
from aigaq.law.read.numbering import get
from aigaq.values import Message

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

MOST_COLUMNS: Final = 64
"""Columns of a sheet that are looked at."""
MOST_MERGED: Final = 20_000
_RANGE = re.compile(r"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})")
_FAULTS = (KeyError, ValueError, TypeError, AttributeError, IndexError, OverflowError, SyntaxError, zipfile.BadZipFile)

Merged = Mapping[tuple[int, int], tuple[int, bool]]
"""For a merged cell by row and column: how many columns it spans, and whether it goes on from the row above."""


def xlsx_grids(data: bytes, *, budget: Budget) -> Grids:
    """Return the visible sheets of a workbook in their order.

    Raises:
        UnreadableInput: ``read.damaged``, ``read.encrypted``, ``read.bomb``, ``read.entities``,
            ``read.too-complex``, ``read.too-long`` or ``read.too-slow``.
    """
    merged = _measured(data, budget=budget)
    try:
        return _read(data, merged, budget=budget)
    except _FAULTS as fault:
        raise damaged(budget.name, "its sheets cannot be read") from fault


def _measured(data: bytes, *, budget: Budget) -> Mapping[str, Merged]:
    """Return the merged cells of each sheet by its part, having unpacked and parsed every XML part within bounds."""
    archive = Archive(data, budget=budget)
    with zipfile.ZipFile(BytesIO(data)) as package:
        names = package.namelist()
    found = {}
    for name in names:
        raw = archive.read(name)
        if name.endswith((".xml", ".rels", ".vml")):
            root = parse_xml(raw, part=name, budget=budget)
            if name.startswith("xl/worksheets/"):
                found[name] = _merged([get(cell, "ref") for cell in root.iter("{*}mergeCell")], budget=budget)
    return found


def _merged(ranges: list[str], *, budget: Budget) -> Merged:
    found: dict[tuple[int, int], tuple[int, bool]] = {}
    for match in filter(None, map(_RANGE.fullmatch, ranges)):
        left, right = (min(_column(letters), MOST_COLUMNS) for letters in (match[1], match[3]))
        top, bottom = int(match[2]), int(match[4])
        if len(found) + bottom - top > MOST_MERGED:
            raise too_many(budget.name)
        for row in range(top, bottom + 1):
            found[row, left] = (right - left + 1, row > top)
    return found


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - 64
    return number


def _read(data: bytes, merged: Mapping[str, Merged], *, budget: Budget) -> Grids:
    from openpyxl import load_workbook

    book = load_workbook(BytesIO(data), read_only=True, data_only=True, rich_text=True, keep_links=False)
    try:
        return _sheets(book, merged, budget=budget)
    finally:
        book.close()


def _sheets(book: Workbook, merged: Mapping[str, Merged], *, budget: Budget) -> Grids:
    grids, remarks, left = [], [], MOST_ROWS
    for number, sheet in enumerate(book.worksheets, 1):
        if sheet.sheet_state != "visible":
            remarks.append(Message("the sheet {sheet} is hidden and was not read", sheet=sheet.title))
            continue
        own = merged.get(str(getattr(sheet, "_worksheet_path", "")).lstrip("/"), {})
        lines = tuple(_lines(sheet, own, most=left, budget=budget))
        left -= len(lines)
        grids.append(Grid(lines, number, sheet=sheet.title))
    return Grids(tuple(grids), tuple(remarks))


def _lines(sheet: object, merged: Merged, *, most: int, budget: Budget) -> Iterator[Line]:
    sheet.reset_dimensions()  # type: ignore[attr-defined]
    text = 0
    for number, cells in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS), 1):  # type: ignore[attr-defined]
        if number > most:
            raise too_many(budget.name)
        budget.check_time(f"row {number} of a sheet")
        boxes = tuple(_boxes(cells, number, merged))
        text += sum(len(box.text) for box in boxes)
        budget.check_text(text)
        yield Line(boxes, number)


def _boxes(cells: tuple[object, ...], row: int, merged: Merged) -> Iterator[Box]:
    """Yield the cells of a row up to its last one with words; what a merged cell covers is part of it."""
    last = max((at for at, cell in enumerate(cells, 1) if _text(cell) or (row, at) in merged), default=0)
    starts = range(1, last + 1)
    covered = {at + more for at in starts for more in range(1, merged.get((row, at), (1, False))[0])}
    for at in starts:
        if at in covered:
            continue
        span, above = merged.get((row, at), (1, False))
        cell = cells[at - 1]
        yield Box(
            "" if above else _text(cell), at - 1, at - 1 + span, above=above, struck=_struck(cell), dated=_dated(cell)
        )


def _value(cell: object) -> object:
    return getattr(cell, "value", None)


def _text(cell: object) -> str:
    value = _value(cell)
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).replace("_x000D_", "").replace("\r\n", "\n").strip()


def _dated(cell: object) -> bool:
    return isinstance(_value(cell), date | time | timedelta)


def _struck(cell: object) -> bool:
    """Tell whether words are struck through, in the whole cell or in a part of it."""
    value = _value(cell)
    if not isinstance(value, list):
        return bool(value and getattr(getattr(cell, "font", None), "strike", False))
    fonts = (getattr(part, "font", None) for part in value if str(part).strip())
    return any(bool(getattr(font, "strike", False)) for font in fonts)
