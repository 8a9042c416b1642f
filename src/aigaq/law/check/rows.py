"""From tables to the rows of the comparative table: headings, groups, merged cells and continuations."""

from __future__ import annotations

from attrs import define, evolve, field

from aigaq.errors import Refused
from aigaq.law.check.columns import Cells, Columns, cells, columns, fits, heading, numbering
from aigaq.law.check.grid import MOST_ROWS, Grid, Grids, Line, too_many
from aigaq.law.check.headings import Above
from aigaq.law.check.known import Known
from aigaq.law.check.table import OfficialRow, Spot
from aigaq.values import Message


def rows(grids: Grids, *, words: Known, name: str) -> tuple[tuple[OfficialRow, ...], tuple[str, ...]]:
    """Return the rows of the tables that have the columns of a comparative table, and what was passed over.

    Args:
        grids: The tables of the file.
        words: What the headings may be called.
        name: Name of the file, for error sentences.

    Raises:
        Refused: ``check.no-columns`` when no table has them.
        UnreadableInput: ``check.too-many-rows``.
    """
    reader = _Reader(words, name)
    for grid in grids.grids:
        reader.read(grid)
    if reader.columns is None:
        raise Refused(
            "check.no-columns",
            "No table in {name} has a column for the wording in force and one for the proposed wording.",
            hint="Its headings must begin with words such as «Действующая редакция» and «Предлагаемая редакция», "
            "«Қолданыстағы редакция» and «Ұсынылып отырған редакция»; more can go into [table.known] of a profile.",
            name=name,
        )
    return tuple(reader.rows), tuple(reader.remarks)


@define
class _Reader:
    words: Known
    name: str
    columns: Columns | None = None
    above: Above = field(factory=Above)
    rows: list[OfficialRow] = field(factory=list)
    remarks: list[str] = field(factory=list)

    def read(self, grid: Grid) -> None:
        """Take in one table, or, where it only lays out a page, those that stand inside it."""
        if any(columns(line, self.words, name=self.name) for line in grid.lines):
            self._lines(grid, begun=False)
        elif self.columns is not None and not grid.sheet and fits(grid.lines, self.columns):
            self._lines(grid, begun=True)
        elif grid.inner:
            for inner in grid.inner:
                self.read(inner)
        elif self.columns is not None and not grid.sheet:
            self.remarks.append(
                Message(
                    "table {table} has no columns of wordings and was passed over; its rows: {rows}",
                    table=grid.number,
                    rows=len(grid.lines),
                )
            )

    def _lines(self, grid: Grid, *, begun: bool) -> None:
        for line in grid.lines:
            found = columns(line, self.words, name=self.name)
            if found:
                self.columns, begun = found, True
            elif begun and not numbering(line):
                self._line(line, grid)

    def _line(self, line: Line, grid: Grid) -> None:
        assert self.columns is not None
        filled = any(box.text.strip() or box.above for box in line.boxes)
        if not filled:
            return
        title = heading(line, self.columns)
        if title:
            self.above = self.above.under(title, self.words)
            return
        self._row(cells(line, self.columns), Spot(grid.number, line.number, grid.sheet))

    def _row(self, found: Cells, place: Spot) -> None:
        number, mark = self._number(found)
        row = OfficialRow(
            number,
            found.text("unit"),
            found.text("old"),
            found.text("new"),
            place,
            self.above.texts,
            self._doubt(found),
        )
        if len(self.rows) >= MOST_ROWS:
            raise too_many(self.name)
        before = self.rows[-1] if self.rows else None
        joined = mark or found.above("old") or found.above("new")
        if before is not None and joined:
            self.rows[-1] = _joined(before, row)
        elif before is not None and found.above("unit"):
            self.rows.append(evolve(row, unit=before.unit))
        else:
            self.rows.append(row)

    def _number(self, found: Cells) -> tuple[str, bool]:
        """Return the number of a row, and whether a mark beside it says that the row goes on."""
        lines = found.text("number").split("\n")
        kept = [line for line in lines if not self.words.says("continued", line)]
        return " ".join(kept), len(kept) < len(lines)

    def _doubt(self, found: Cells) -> str:
        if not found.certain:
            return Message("its cells do not stand under the headings")
        boxes = [found.boxes[role] for role in ("unit", "old", "new") if role in found.boxes]
        if any(box.dated for box in boxes):
            return Message("a cell holds a date, which may have been a number («14-1»)")
        if "\ufffd" in "".join(box.text for box in boxes):
            return Message("a cell holds a sign that could not be read")
        new = found.boxes.get("new")
        if new and new.struck:
            return Message("words are struck through in the proposed wording: are they proposed or not?")
        return ""


def _joined(before: OfficialRow, row: OfficialRow) -> OfficialRow:
    """Return two rows as one: the second goes on where the first stopped."""
    old, new = (f"{first}\n{second}".strip("\n") for first, second in ((before.old, row.old), (before.new, row.new)))
    unit = before.unit if row.unit in ("", before.unit) else f"{before.unit}\n{row.unit}"
    return evolve(before, unit=unit, old=old, new=new, doubt=before.doubt or row.doubt)
