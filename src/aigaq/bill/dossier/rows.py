"""Tables of a dossier: CSV as a spreadsheet saves it, comma or semicolon, one fault list a file."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from pathlib import Path

from aigaq.bill.faults import Faults, Fields, read_text
from aigaq.values import Message

MOST = 20_000
"""Rows of the longest table."""


def read_rows(path: Path, columns: Sequence[str], *, faults: Faults, text: str | None = None) -> Iterator[Fields]:
    """Yield the fields of each row that is not empty; nothing when the file is not there.

    Args:
        path: The file.
        columns: Columns that it may have; one that is not among them is a fault.
        faults: Where faults go.
        text: What it would hold; what it holds when None.

    Raises:
        UnreadableInput: It cannot be read.
    """
    if text is None and not path.exists():
        return
    held = read_text(path, name=faults.name) if text is None else text
    reader = csv.reader(StringIO(held, newline=""), delimiter=separator(held), strict=True)
    try:
        yield from _rows(reader, columns, faults)
    except csv.Error as fault:
        faults.add(Message("line {n}", n=reader.line_num), Message("the row cannot be read: {fault}", fault=str(fault)))


def separator(text: str) -> str:
    """Return what stands between the cells of a table: a semicolon where the heading has more of them."""
    head = text.partition("\n")[0]
    return ";" if head.count(";") > head.count(",") else ","


def _rows(reader: Iterator[list[str]], columns: Sequence[str], faults: Faults) -> Iterator[Fields]:
    names = [name.strip() for name in next(reader, [])]
    for name in names:
        if name not in columns:
            faults.add(Message("line {n}", n=1), Message("there is no column «{name}» here", name=name[:40]))
    if len(set(names)) < len(names):
        faults.add(Message("line {n}", n=1), Message("a column stands there twice"))
    for at, cells in enumerate(reader, 2):
        if at > MOST:
            faults.add(Message("line {n}", n=at), Message("there are more than {most} rows", most=MOST))
            return
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(names):
            faults.add(Message("line {n}", n=at), Message("the row has more cells than the table has columns"))
        yield Fields(dict(zip(names, (_bare(cell) for cell in cells), strict=False)), faults, Message("line {n}", n=at))


def _bare(cell: str) -> str:
    """Return a cell without the apostrophe that keeps a spreadsheet from reading a formula."""
    return cell.strip().removeprefix("'")


def with_row(text: str, row: Mapping[str, str], *, columns: Sequence[str]) -> str:
    """Return the text of a table with one more row; what stands in it already stays as it is, to the last sign.

    Args:
        text: The table; "" for one that is not there yet.
        row: Cells by their columns.
        columns: The columns of a new table. Those that an old one lacks are added to its heading.
    """
    between = separator(text)
    head, _, rest = (text or between.join(columns) + "\n").partition("\n")
    names = [name.strip() for name in next(csv.reader([head.removeprefix("\ufeff")], delimiter=between))]
    lacking = [name for name, value in row.items() if value and name not in names]
    head = head.rstrip("\r") + "".join(between + name for name in lacking) + ("\r" if head.endswith("\r") else "")
    out = StringIO()
    cells = [_guarded(row.get(name, "")) for name in (*names, *lacking)]
    csv.writer(out, delimiter=between, lineterminator="\r\n" if head.endswith("\r") else "\n").writerow(cells)
    return head + "\n" + rest + ("" if not rest or rest.endswith("\n") else "\n") + out.getvalue()


def _guarded(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula; an apostrophe of its own is kept apart from ours."""
    bare = cell.strip()
    return f"'{bare}" if bare.startswith(("=", "+", "-", "@", "'")) else bare
