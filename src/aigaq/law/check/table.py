"""The values of a published comparative table: its rows, and where each stands in the file."""

from __future__ import annotations

from attrs import frozen

from aigaq.values import Message


@frozen
class Spot:
    """Where a row stands in the file.

    Args:
        table: Number of the table in the file, or of the worksheet in the workbook, from 1.
        row: Number of the row in it, from 1, headings counted.
        sheet: Name of the worksheet; "" in a file that has none.
    """

    table: int
    row: int
    sheet: str = ""

    def message(self) -> Message:
        """Return the place as a sentence for a person."""
        if self.sheet:
            return Message("sheet {sheet}, row {row}", sheet=self.sheet, row=self.row)
        return Message("table {table}, row {row}", table=self.table, row=self.row)


@frozen
class OfficialRow:
    r"""One row of a published table, as it stands there.

    Args:
        number: What stands in the column of numbers; "" when there is none.
        unit: What stands in the column of units.
        old: The wording in force as the table gives it, one line a paragraph (``"\n"``).
        new: The proposed wording, likewise.
        place: Where the row stands in the file.
        headings: Headings over the row inside the table, outermost first.
        doubt: Why the row cannot be read with certainty; "" when it can.
    """

    number: str
    unit: str
    old: str
    new: str
    place: Spot
    headings: tuple[str, ...] = ()
    doubt: str = ""


@frozen
class OfficialTable:
    """A published comparative table.

    Args:
        name: File name without its folder.
        media: Media type of the file.
        sha256: Hex digest of its bytes.
        rows: Its rows, in order; repeated headings and numbers of columns are left out.
        remarks: What of the file was not read as rows, as sentences.
    """

    name: str
    media: str
    sha256: str
    rows: tuple[OfficialRow, ...]
    remarks: tuple[str, ...] = ()
