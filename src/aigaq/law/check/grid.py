"""Tables as a reader finds them, before anyone knows which column is which."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from aigaq.errors import UnreadableInput

MOST_ROWS: Final = 20_000
"""Rows of all tables of a file together."""


@frozen
class Box:
    r"""One cell.

    Args:
        text: Its text, one line a paragraph (``"\n"``).
        start: Its first column of the grid, from 0.
        end: The column after its last.
        above: True when it only goes on from the cell above it (merged downwards).
        struck: True when words in it are struck through.
        dated: True when the program that made the file holds a date there, which may have been a number («14-1»).
    """

    text: str
    start: int
    end: int
    above: bool = False
    struck: bool = False
    dated: bool = False


@frozen
class Line:
    """One row: its cells from left to right, and its number from 1."""

    boxes: tuple[Box, ...]
    number: int


@frozen
class Grid:
    """One table of a file.

    Args:
        lines: Its rows.
        number: Its number in the file, from 1.
        sheet: Name of the worksheet; "" in a file that has none.
        inner: Tables that stand inside its cells.
    """

    lines: tuple[Line, ...]
    number: int
    sheet: str = ""
    inner: tuple[Grid, ...] = ()


@frozen
class Grids:
    """All tables of a file, in order, and what the reader could not carry over."""

    grids: tuple[Grid, ...]
    remarks: tuple[str, ...] = ()


def too_many(name: str) -> UnreadableInput:
    """Return the error for a file with more rows than ``MOST_ROWS``."""
    return UnreadableInput(
        "check.too-many-rows",
        "{name} has more than {most} rows.",
        hint="Give a file that holds only the comparative table.",
        name=name,
        most=MOST_ROWS,
    )
