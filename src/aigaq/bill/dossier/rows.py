"""Tables of a dossier: CSV as a spreadsheet saves it, comma or semicolon, one fault list a file."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from pathlib import Path

from aigaq.bill.faults import Faults, Fields, lookalike, mixed, read_text
from aigaq.locale import N_
from aigaq.values import Message

_SEP = re.compile(r'\A\ufeff?"?sep=.\"?\r?\n', re.IGNORECASE)
"""A first line that some spreadsheets write for themselves."""

MOST = 20_000
"""Rows of the longest table."""


CROWDED = N_("there are more cells than columns; a cell that holds a comma or a semicolon stands in quotation marks")
"""What is said of a row that is longer than its heading."""


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
    held = read_text(path, name=faults.name) if text is None else text.removeprefix("\ufeff")
    reader = csv.reader(StringIO(_SEP.sub("", held), newline=""), delimiter=separator(held), strict=True)
    try:
        yield from _rows(reader, columns, faults)
    except csv.Error as fault:
        faults.add(Message("line {n}", n=reader.line_num), Message("the row cannot be read: {fault}", fault=str(fault)))


def separator(text: str) -> str:
    """Return what stands between the cells of a table: a semicolon where the heading has more of them."""
    head = _SEP.sub("", text).partition("\n")[0]
    return ";" if head.count(";") > head.count(",") else ","


def _rows(reader: Iterator[list[str]], columns: Sequence[str], faults: Faults) -> Iterator[Fields]:
    names = [name.strip() for name in next(reader, [])]
    _headed(names, columns, faults)
    for at, cells in enumerate(reader, 2):
        place = Message("line {n}", n=at)
        if at > MOST:
            faults.add(place, Message("there are more than {most} rows", most=MOST))
            return
        if not any(cell.strip() for cell in cells):
            continue
        if any(cell.strip() for at, cell in enumerate(cells) if at >= len(names) or not names[at]):
            faults.add(place, Message(CROWDED))
            continue
        known = {name: _bare(cell) for name, cell in zip(names, cells, strict=False) if name in columns}
        yield Fields(known, faults, place)


def _headed(names: Sequence[str], columns: Sequence[str], faults: Faults) -> None:
    """Note down columns that are not known, once; one without a name may stand there as long as it is empty."""
    place = Message("line {n}", n=1)
    for name in names:
        if name and name not in columns:
            other = lookalike(name, columns)
            said = Message("there is no column «{name}» here", name=name[:40])
            faults.add(place, mixed(name, other) if other else said)
    given = [name for name in names if name]
    if len(set(given)) < len(given):
        faults.add(place, Message("a column stands there twice"))


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
